/** Numbers the notes of a report in the order in which its reader meets them. */

import type { NoteDefinition, Report } from '../../markdown/report';
import { applyEdits, type Edit } from '../../text/edit';
import { contains, type Span, sliceOf } from '../../text/span';
import { notesInOrder } from './noteOrder';

const NUMBER = /^\d+$/;
const BLANK_LINE = /^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)|$)/;

/** What it does, for lists of actions. */
export const RENUMBER_TITLE = 'Renumber the notes, and put their definitions into that order';

/**
 * Gives the labels that are numbers new ones, from 1, by the first reference to each; those that nothing refers to come
 * last. Labels that are words stay. Where definitions stand together they are put into that order too, unless a label is
 * defined twice: one of them is wrong, and which, only the writer knows.
 */
export function renumberNotes(report: Report): readonly Edit[] {
  const labels = newLabels(report);
  const relabelled: Edit[] = [];
  for (const { start, end, label } of report.layout.references) {
    const now = labels.get(label);
    if (now !== undefined && now !== label)
      relabelled.push({ span: { start: start + 2, end: end - 1 }, newText: now });
  }
  for (const { mark, label } of report.layout.definitions) {
    const now = labels.get(label);
    if (now !== undefined && now !== label)
      relabelled.push({ span: { start: mark.start + 2, end: mark.end - 2 }, newText: now });
  }
  const isSound = notesInOrder(report).length === report.layout.definitions.length;
  const runs = isSound ? runsOfDefinitions(report) : [];
  const sorted = runs.flatMap((run) => inReadingOrder(report, run, relabelled));
  return [...relabelled.filter(({ span }) => !sorted.some((one) => contains(one.span, span))), ...sorted];
}

/** The number for each label. References without a definition get one too, so as not to meet another note's. */
function newLabels(report: Report): ReadonlyMap<string, string> {
  const { references, definitions } = report.layout;
  const inOrder = notesInOrder(report).map(({ definition }) => definition);
  const labels = new Map<string, string>();
  for (const { label } of [...inOrder, ...definitions, ...references])
    if (NUMBER.test(label) && !labels.has(label)) labels.set(label, String(labels.size + 1));
  return labels;
}

/** Definitions at the top level with nothing but white space between them, and a blank line behind them. */
function runsOfDefinitions({ text, layout }: Report): NoteDefinition[][] {
  const runs: NoteDefinition[][] = [];
  const atTop = new Set<number>();
  for (const { from, kind } of layout.parsed.blocks) if (kind === 'FootnoteDefinition') atTop.add(from);
  for (const definition of layout.definitions) {
    if (!atTop.has(definition.start)) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && text.slice(last.end, definition.start).trim() === '') run.push(definition);
    else runs.push([definition]);
  }
  return runs.filter((run) => BLANK_LINE.test(text.slice(run.at(-1)!.end)));
}

/** Edits that put the definitions of a run into order, each in the place of another; none if they are. */
function inReadingOrder(report: Report, run: readonly NoteDefinition[], relabelled: readonly Edit[]): Edit[] {
  const places = new Map(notesInOrder(report).map(({ definition, number }) => [definition, number]));
  const sorted = run.toSorted((a, b) => places.get(a)! - places.get(b)!);
  return run.flatMap((slot, k) => {
    const moved = sorted[k]!;
    if (moved === slot) return [];
    return { span: { start: slot.start, end: slot.end }, newText: edited(report.text, moved, relabelled) };
  });
}

/** A stretch of the text with the edits that lie within it made. */
function edited(text: string, at: Span, edits: readonly Edit[]): string {
  const within = edits
    .filter(({ span }) => contains(at, span))
    .map(({ span, newText }) => ({
      span: { start: span.start - at.start, end: span.end - at.start },
      newText,
    }));
  return applyEdits(sliceOf(text, at), within);
}
