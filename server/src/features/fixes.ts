/** The fixes that apply at a place: of the findings there, of the same finding everywhere, and of all findings. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import { fixAll } from '../analysis/fixAll';
import type { Edit } from '../text/edit';
import { type Span, touches } from '../text/span';

export interface Action {
  readonly title: string;
  readonly edits: readonly Edit[];
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
    for (const { title, edits, preferred } of finding.fixes)
      actions.push({ title, edits, preferred, findings: [finding] });
    const everywhere = fixEverywhere(analysis, finding);
    if (!everywhere || offered.has(everywhere.title)) continue;
    offered.add(everywhere.title);
    actions.push(everywhere);
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
  return {
    title: `Write “${finding.house}” for every “${finding.form}” in this report (${same.length})`,
    edits: same.flatMap(({ fixes }) => fixes.find((fix) => fix.preferred)?.edits ?? []),
    preferred: false,
    findings: same,
  };
}

/** One edit that makes every certain fix of the report; undefined if there is none. */
export function fixWhole(analysis: Analysis): Action | undefined {
  const { text } = analysis.report;
  const mended = fixAll(analysis);
  if (mended === text) return undefined;
  return {
    title: 'Bring all names to the house form',
    edits: difference(text, mended),
    preferred: false,
    findings: [],
  };
}

/** The lines that differ, as one edit for each run of them, so that the editor keeps its place in the others. */
function difference(before: string, after: string): Edit[] {
  const [old, now] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  if (old.length !== now.length) return [{ span: { start: 0, end: before.length }, newText: after }];
  const edits: Edit[] = [];
  let offset = 0;
  for (const [line, text] of old.entries()) {
    if (text !== now[line])
      edits.push({ span: { start: offset, end: offset + text.length }, newText: now[line]! });
    offset += text.length;
  }
  return edits;
}
