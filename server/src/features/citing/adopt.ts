/** Turns notes written by hand into generated ones, where all that they say is in the library, or can be kept beside it. */

import type { Analysis } from '../../analysis/analyze';
import { type MadeNote, madeNotes } from '../../analysis/notes/madeNotes';
import type { OrderedNote } from '../../analysis/notes/noteOrder';
import { sameCited } from '../../analysis/notes/sameCitation';
import type { WorksOfReference } from '../../analysis/works';
import { labelKey, readReport } from '../../markdown/report';
import type { CitedSources } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import { applyEdits, type Edit } from '../../text/edit';
import { touches } from '../../text/span';
import { groupText } from './citationText';
import { generatedText, UNMADE } from './noteInsertion';
import { NoteReading, notesRead, type Plan, type Refusal, type Settled } from './noteReading';
import { leavesOut, lostFrom } from './wordsLost';

/** A note that can be made of its sources from now on. */
export interface Adoption {
  readonly note: OrderedNote;
  readonly cited: CitedSources;
  /** In one step; offsets are those of the report. */
  readonly edits: readonly Edit[];
  /** How its sources are known: “by address”. */
  readonly by: string;
  /** Words of the note that it does not say any longer. */
  readonly leavesOut: readonly string[];
}

/**
 * All notes that can be adopted without losing a word, each as if all were; and those that cite and can't. In reading
 * order.
 */
export function adoptable(analysis: Pick<Analysis, 'report' | 'works'>): {
  readonly adoptions: readonly Adoption[];
  readonly refusals: readonly Refusal[];
} {
  const reading = notesRead(analysis);
  const found = reading.notes.map((_, index) => reading.resolve(index));
  const plans = found.filter((one) => one.kind === 'plan');
  const refusals = found.filter((one) => one.kind === 'refusal').map(({ refusal }) => refusal);
  const made = adopted(analysis, plans);
  for (const { note, leavesOut: lost } of made)
    if (lost.length > 0) refusals.push({ note, why: `it would leave out ${quoted(lost)}`, missing: [] });
  const losing = new Set(refusals.map(({ note }) => note));
  const kept = plans.filter(({ note }) => !losing.has(note));
  return {
    adoptions: kept.length < plans.length ? adopted(analysis, kept) : made,
    refusals: refusals.sort((one, other) => one.note.number - other.note.number),
  };
}

/** Words that are left out, for a sentence. */
export const quoted = (words: readonly string[]): string => words.map((one) => `“${one}”`).join(' and ');

/** The same for the note at an offset, in its definition or at a reference to it; nothing where none cites by hand. */
export function adoptableAt(
  analysis: Pick<Analysis, 'report' | 'works'>,
  offset: number,
  settled?: Settled,
): { readonly adoption: Adoption } | { readonly refusal: Refusal } | undefined {
  const found = plannedAt(analysis, offset, settled);
  if (!found || 'refusal' in found) return found;
  const [adoption] = adopted(analysis, [found.plan]);
  return adoption && { adoption };
}

/** What `adoptableAt` would do, without making the note: cheap enough for every movement of a caret. */
export function plannedAt(
  analysis: Pick<Analysis, 'report' | 'works'>,
  offset: number,
  settled?: Settled,
):
  | { readonly plan: Plan; readonly leavesOut: readonly string[] }
  | { readonly refusal: Refusal }
  | undefined {
  const reading = settled ? new NoteReading(analysis, settled) : notesRead(analysis);
  const index = noteIndexAt(reading.notes, offset);
  if (index < 0) return undefined;
  const found = reading.resolve(index);
  if (found.kind === 'refusal') return { refusal: found.refusal };
  if (found.kind !== 'plan' || !canMake(analysis.works)) return undefined;
  return { plan: found, leavesOut: leavesOut(found, analysis.works.formatter) };
}

/** The innermost note there: a reference within a note leads to another one. */
function noteIndexAt(notes: readonly OrderedNote[], offset: number): number {
  const referred = notes.findIndex(({ references }) => references.some((one) => touches(one, offset)));
  return referred >= 0 ? referred : notes.findLastIndex(({ definition }) => touches(definition, offset));
}

/** What Pandoc is to make needs no style here. */
const canMake = ({ citations, styleProblem }: WorksOfReference): boolean =>
  citations === 'pandoc' || styleProblem === undefined;

/** The plans with their texts, which all of them together have in the report. */
function adopted({ report, works }: Pick<Analysis, 'report' | 'works'>, plans: readonly Plan[]): Adoption[] {
  if (plans.length === 0 || !canMake(works)) return [];
  if (works.citations === 'pandoc')
    return plans.map(({ note, cited, by, said, places }) => ({
      note,
      cited,
      by,
      leavesOut: leavesOut({ said }, works.formatter),
      edits: places.map((place) => ({ span: place.span, newText: groupText(place.cited) ?? '' })),
    }));
  const editsWith = (textOf: (plan: Plan) => string) =>
    plans.map((plan) => ({ span: plan.places[0]!.span, newText: generatedText(textOf(plan), plan.cited) }));
  const unmade = readReport(
    applyEdits(
      report.text,
      editsWith(() => UNMADE),
    ),
    report,
  );
  const all = madeNotes(unmade, works);
  const made = new Map(all.map((one) => [labelKey(one.note.definition.label), one]));
  const printed = printedOf(all);
  const adoptions: Adoption[] = [];
  for (const plan of plans) {
    const now = made.get(labelKey(plan.note.definition.label));
    // The comment must say what was meant, whatever is in the words of the note.
    if (!now?.cited || now.problem !== undefined || !sameCited(now.cited, plan.cited)) continue;
    const { note, cited, by } = plan;
    const edit = { span: plan.places[0]!.span, newText: generatedText(now.made, cited) };
    const lost = plan.said.flatMap((one) => lostFrom(one, printed.get(one.cited.source) ?? now.made));
    adoptions.push({ note, cited, by, leavesOut: lost.map(({ text }) => text), edits: [edit] });
  }
  return adoptions;
}

/** What all notes together print of each source: where it is cited first, in full. */
function printedOf(all: readonly MadeNote[]): ReadonlyMap<Source, string> {
  const printed = new Map<Source, string>();
  for (const { cited = [], made } of all)
    for (const source of new Set(cited.map((one) => one.source))) {
      const before = printed.get(source);
      printed.set(source, before === undefined ? made : `${before} · ${made}`);
    }
  return printed;
}
