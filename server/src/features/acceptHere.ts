/** Accepts what a finding is about where it stands: puts a comment beside it that turns its rule off there. */

import { type Analysis, analyzeListed } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import type { Rule, Waiting } from '../analysis/rule';
import { RULES } from '../analysis/rules';
import { type Report, zoneAt } from '../markdown/report';
import { applyEdits, type Edit } from '../text/edit';
import { lineEndOf, lineStart } from '../text/lines';
import { type Span, touches } from '../text/span';
import type { Action } from './fixes';

/** An error is to be mended, and what turns off nothing is to go. */
const isAcceptable = ({ code, severity }: Finding): boolean =>
  severity !== 'error' && code !== 'suppression/unused';

/** What may open the content of a line: signs of quotations and lists, the mark of a note, a box of a task. */
const OPENING =
  /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:|\[[ xX]\](?=[ \t])))*[ \t]*/;

/**
 * The action that accepts what a finding is about. Of the ways to write the comment, the first is taken that leaves all
 * else as it is: the names that are found, and in which zone this one stands. Undefined where there is none, as in a line
 * of code.
 */
export function acceptHere(analysis: Analysis, finding: Finding): Action | undefined {
  if (!isAcceptable(finding)) return undefined;
  const edits = [...waysToAccept(analysis, finding)].find((way) => isHarmless(analysis, finding, way));
  const title =
    finding.form === undefined ? `Turn ${finding.code} off here` : `Accept “${finding.form}” here`;
  return edits && { title, edits, preferred: false, findings: [finding] };
}

/** Nobody chooses among more. */
const MOST_ACCEPTED = 3;

/** The actions that accept what the findings at a selection are about, each rule once. */
export function acceptancesAt(analysis: Analysis, selection: Span): Action[] {
  const here = analysis.findings.filter(({ span }) => touches(span, selection.start));
  const actions = here.slice(0, MOST_ACCEPTED).flatMap((finding) => acceptHere(analysis, finding) ?? []);
  return actions.filter(({ title }, k) => actions.findIndex((one) => one.title === title) === k);
}

function* waysToAccept({ report, findings }: Analysis, { code, span }: Finding): Generator<Edit[]> {
  const { text } = report;
  const lineEnd = lineEndOf(text);
  const start = lineStart(text, span.start);
  const opening = OPENING.exec(text.slice(start, span.start))![0];
  const beforeLine = { start, end: start };
  const nextLine = `<!-- nomenclator-disable-next-line ${code} -->`;
  const [open, close] = [`<!-- nomenclator-disable ${code} -->`, `<!-- nomenclator-enable ${code} -->`];
  const { line } = report.lines.positionAt(span.start);
  const isAlone = findings.every(
    (one) => one.code !== code || one.span === span || report.lines.positionAt(one.span.start).line !== line,
  );
  const beginsBlock = report.layout.parsed.blocks.some(
    (block) => block.start <= start && text.slice(block.start, start).trim() === '' && span.start < block.to,
  );
  const isBehindBlank = /(?:^|[\r\n])[ \t>]*(?:\r\n|\n|\r)$/.test(text.slice(0, start));
  const mayHaveOwnLine = opening.trim() === '' && (beginsBlock || isBehindBlank);
  if (mayHaveOwnLine && isAlone) yield [{ span: beforeLine, newText: opening + nextLine + lineEnd }];
  // A comment at the beginning of a line would make all of it HTML.
  const beginsLine = start + opening.length === span.start;
  if (!beginsLine)
    yield [
      { span: { start: span.start, end: span.start }, newText: open },
      { span: { start: span.end, end: span.end }, newText: close },
    ];
  if (mayHaveOwnLine)
    yield [
      { span: beforeLine, newText: opening + open + lineEnd },
      { span: { start: span.end, end: span.end }, newText: close },
    ];
  const before = text.slice(0, start).replace(/[ \t]*(?:\r\n|\n|\r)$/, '').length;
  if (start > 0 && text.slice(0, start).trim() !== '')
    yield [
      { span: { start: before, end: before }, newText: ` ${open}` },
      { span: { start: span.end, end: span.end }, newText: close },
    ];
  if (opening.trim() !== '') {
    const indent = opening.replace(/\[\^[^\]\s]+\]:[ \t]*/, '    ').replace(/[^>\s]/g, ' ');
    const at = start + opening.length;
    yield [
      { span: { start: at, end: at }, newText: open + lineEnd + indent },
      { span: { start: span.end, end: span.end }, newText: close },
    ];
  }
}

/** Whether the rule is off there then, and all else is as it was: names, zones, and what the other findings are. */
function isHarmless(analysis: Analysis, finding: Finding, edits: Edit[]): boolean {
  const { code, span } = finding;
  const { report, mentions, works } = analysis;
  const moved = edits
    .filter((edit) => edit.span.start <= span.start)
    .reduce((sum, { newText }) => sum + newText.length, span.start);
  const after = analyzeListed(applyEdits(report.text, edits), works, analysis);
  if (!after.suppressions.isOff(code, moved) || zoneKindAt(after, moved) !== zoneKindAt(analysis, span.start))
    return false;
  const stillWaited = new Set([...analysis.pending, ...after.pending]);
  const isCompared = (rule: string) => !RULES.some((one) => one.code === rule && isWaited(one, stillWaited));
  const told = ({ findings }: Analysis) =>
    findings.flatMap((one) => (isCompared(one.code) ? toldOf(one) : [])).sort();
  const wanted = told(analysis);
  if (isCompared(code)) wanted.splice(wanted.indexOf(toldOf(finding)), 1);
  return (
    kindsOf(after.report) === kindsOf(report) &&
    told(after).join('\n') === wanted.join('\n') &&
    after.mentions.length === mentions.length &&
    after.mentions.every(
      ({ visible, zone }, k) => visible === mentions[k]!.visible && zone === mentions[k]!.zone,
    )
  );
}

/** What has not been asked on both sides can't be compared; guesses at names follow any edit. */
const isWaited = ({ waitsFor }: Rule, stillWaited: ReadonlySet<Waiting>): boolean =>
  waitsFor === 'guesses' || (waitsFor !== undefined && stillWaited.has(waitsFor));

const toldOf = ({ code, form }: Finding): string => `${code} ${form}`;

const zoneKindAt = ({ report }: Analysis, offset: number) => zoneAt(report, offset)?.kind;

/** The kinds of the blocks, without comments that stand alone. */
const kindsOf = ({ layout }: Report): string =>
  layout.parsed.blocks
    .map(({ kind }) => kind)
    .filter((kind) => !/^(?:CommentBlock|HTMLBlock)$/.test(kind))
    .join(' ');
