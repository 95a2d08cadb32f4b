/** The fixes that apply at a place: of the findings there, of the same finding everywhere, and of all findings. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import { fixAllSteps } from '../analysis/fixAll';
import type { GlossaryChange } from '../glossary/glossaryChange';
import { changeBetween } from '../text/change';
import type { Edit } from '../text/edit';
import { type Span, touches } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { beginDefinition } from './citing/bareNote';
import { updateNotes } from './citing/updateNotes';

export interface Action {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What the glossary is to remember. */
  readonly glossary?: GlossaryChange;
  readonly preferred: boolean;
  /** The findings that this mends. */
  readonly findings: readonly Finding[];
}

/** Nobody looks through more; who has selected a whole report wants `fixWhole`. */
const MOST_FINDINGS = 50;

/** The actions for a selection (or a caret, an empty span), for its first findings. */
export function fixesAt(analysis: Analysis, selection: Span): Action[] {
  const selected = ({ span: { start, end } }: Finding) =>
    touches({ start, end }, selection.start) || (selection.start <= start && start <= selection.end);
  const actions: Action[] = [];
  const offered = new Set<string>();
  for (const finding of analysis.findings.filter(selected).slice(0, MOST_FINDINGS)) {
    for (const fix of finding.fixes) {
      // The same judgement on two places is one action.
      if (fix.glossary && fix.edits.length === 0) {
        const judgement = JSON.stringify(fix.glossary);
        if (offered.has(judgement)) continue;
        offered.add(judgement);
      }
      actions.push({ ...fix, findings: [finding] });
    }
    for (const everywhere of [
      beginNote(analysis, finding),
      fixEverywhere(analysis, finding),
      makeAllAnew(analysis, finding),
    ]) {
      if (!everywhere || offered.has(everywhere.title)) continue;
      offered.add(everywhere.title);
      actions.push(everywhere);
    }
  }
  return actions;
}

/** The same form, mended in the same way, wherever the report has it. */
function fixEverywhere({ findings }: Analysis, finding: Finding): Action | undefined {
  if (finding.form === undefined || finding.house === undefined) return undefined;
  const same = findings.filter(
    ({ code, entity, form, house }) =>
      code === finding.code && entity === finding.entity && form === finding.form && house === finding.house,
  );
  if (same.length < 2) return undefined;
  const edits = same.flatMap(({ fixes }) => {
    const inReport = fixes.filter((fix) => fix.edits.length > 0 && !fix.glossary);
    return (inReport.find((fix) => fix.preferred) ?? inReport[0])?.edits ?? [];
  });
  if (edits.length === 0) return undefined;
  return {
    title: `Write “${finding.house}” for every “${finding.form}” in this report (${same.length})`,
    edits,
    preferred: false,
    findings: same,
  };
}

/** The note that a reference leads to nowhere, for its writer to go on. */
function beginNote({ report }: Analysis, finding: Finding): Action | undefined {
  if (finding.code !== 'note/undefined') return undefined;
  const { start, end } = finding.span;
  const label = report.text.slice(start + '[^'.length, end - ']'.length);
  const edit = beginDefinition(report, label, start);
  if (!edit) return undefined;
  const title = `Begin note [^${label}] below the text`;
  return { title, edits: [edit], preferred: false, findings: [finding] };
}

/** All generated notes that are not what their citations make, where one of them is to be made anew. */
function makeAllAnew(analysis: Analysis, { code }: Finding): Action | undefined {
  if (!NOTES_MADE_ANEW.has(code) || !analysis.notes) return undefined;
  const edits = updateNotes(analysis);
  if (edits.length < 2) return undefined;
  const findings = analysis.findings.filter((one) => NOTES_MADE_ANEW.has(one.code));
  return { title: `Make all ${edits.length} notes anew`, edits, preferred: false, findings };
}

const NOTES_MADE_ANEW: ReadonlySet<string> = new Set(['note/stale', 'note/ibid']);

/** One edit that makes every certain fix of the report; undefined if there is none. */
export const fixWhole = (analysis: Analysis): Action | undefined => finish(fixWholeSteps(analysis));

/** The same in steps. */
export function* fixWholeSteps(analysis: Analysis): Steps<Action | undefined> {
  const { text } = analysis.report;
  const { text: mended } = yield* fixAllSteps(analysis);
  if (mended === text) return undefined;
  return {
    title: 'Make every fix that is certain',
    edits: difference(text, mended),
    preferred: false,
    findings: [],
  };
}

/**
 * The lines that differ, each as one edit, so that the editor keeps its place in the others; where their number changes,
 * one edit from the first difference to the last.
 */
function difference(before: string, after: string): Edit[] {
  const [old, now] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  if (old.length !== now.length) {
    const { from, toBefore, toNow } = changeBetween(before, after);
    return [{ span: { start: from, end: toBefore }, newText: after.slice(from, toNow) }];
  }
  const edits: Edit[] = [];
  let offset = 0;
  for (const [line, text] of old.entries()) {
    if (text !== now[line])
      edits.push({ span: { start: offset, end: offset + text.length }, newText: now[line]! });
    offset += text.length;
  }
  return edits;
}
