/** Puts a citation into a report as the desk writes them: a note with its definition, or keys for Pandoc. */

import type { Analysis } from '../../analysis/analyze';
import { citedSources } from '../../analysis/notes/citedSources';
import { madeNotes } from '../../analysis/notes/madeNotes';
import { citationKey } from '../../analysis/notes/sameCitation';
import type { WorksOfReference } from '../../analysis/works';
import {
  firstDefinitions,
  labelKey,
  type NoteDefinition,
  type Report,
  readReport,
  zoneAt,
} from '../../markdown/report';
import type { CitedSources, FormattedNote } from '../../sources/formatting/format';
import { applyEdits, type Edit } from '../../text/edit';
import { type Span, sliceOf } from '../../text/span';
import { citationText, groupText } from './citationText';
import { behindBlock, insertDefinition } from './insertDefinition';

/** What new notes are called: the next number, or the key of their first source. */
export type NoteLabels = 'number' | 'key';

/** What an insertion looks things up in. */
export type CitedIn = Pick<Analysis, 'report' | 'works'>;

export interface InsertionPolicy {
  readonly labels: NoteLabels;
}

/** A note whose sources change: what it says up to an offset is made anew. */
export interface FilledNote {
  readonly definition: NoteDefinition;
  readonly cited: CitedSources;
  readonly upTo: number;
}

/** What is written where the citation stands. */
export interface CitationPlan {
  /** What is replaced: the place of the citation, or all that a note says. */
  readonly span: Span;
  /** `[^7]`, or `[@key, p. 20]` for Pandoc; empty where a note is filled. */
  readonly reference: string;
  /** The label of a note that has still to be written; none where one is referred to again or filled, or for Pandoc. */
  readonly newLabel?: string;
  /** The note in which the citation stands, and all that it cites then. */
  readonly filled?: FilledNote;
}

export interface CitationInsertion {
  /** In text order, none touching another; offsets are those of the report before them. */
  readonly edits: readonly Edit[];
  /** Where the caret belongs when they are made: behind the reference, or behind the text of a note that was filled. */
  readonly caret: number;
  /** The label of the note that the reference leads to, or that was filled; none for Pandoc. */
  readonly label?: string;
  /** The definition that was written, as one of the edits or as the end of one; none if there was no need. */
  readonly definition?: Edit;
  /** The text that was made for a note, in Markdown, without its comment. */
  readonly note?: string;
  /** Why that is only a plain rendering of its sources. */
  readonly problem?: string;
}

/** Why nothing can be inserted, and what to do. */
export interface CannotInsert {
  readonly refusal: string;
}

/** Whether a citation can stand at an offset: not in code, an address or the front matter. A key is no address. */
export function isCitable(report: Report, offset: number): boolean {
  const zone = zoneAt(report, Math.max(0, offset - 1));
  if (zone?.kind === 'url') return /^-?@/.test(sliceOf(report.text, zone));
  return zone?.kind !== 'code' && zone?.kind !== 'front-matter';
}

/** Whether an offset stands in a comment, where a reference would be none. */
export const isInComment = ({ layout, text }: Report, offset: number): boolean =>
  layout.comments.some(
    ({ start, end }) =>
      start < offset && (offset < end || (offset === end && !text.startsWith('-->', end - 3))),
  );

/**
 * Cites these sources, in this order, in the place of `at` (an empty span is a caret; inside a reference it stands behind
 * that). A note that already cites just the same is referred to again; inside an empty or a generated note, they become
 * its sources, or join them. The text of a note is what the notes of the whole report, with it among them, make of it.
 */
export function insertCitation(
  analysis: CitedIn,
  at: Span,
  cited: CitedSources,
  policy: InsertionPolicy,
): CitationInsertion | CannotInsert {
  const { report, works } = analysis;
  if (!isCitable(report, at.start))
    return {
      refusal:
        'Nothing can be cited in code, in a link or in the front matter. Put the cursor into the text.',
    };
  if (works.citations === 'footnote' && isInComment(report, at.start))
    return { refusal: 'Nothing can be cited in a comment. Put the cursor into the text.' };
  const inside = report.layout.references.find(({ start, end }) => start < at.start && at.end < end);
  const place = inside ? { start: inside.end, end: inside.end } : at;
  const plan = planCitation(analysis, place, cited, policy);
  if ('refusal' in plan) return plan;
  const { span, reference, newLabel, filled } = plan;
  if (filled) return fillNote(analysis, span, filled.definition, filled.cited);
  const edit: Edit = { span, newText: reference };
  const caret = span.start + reference.length;
  if (newLabel === undefined) {
    const label = works.citations === 'footnote' ? /^\[\^(.*)\]$/.exec(reference)?.[1] : undefined;
    return { edits: [edit], caret, ...(label === undefined ? {} : { label }) };
  }
  const { definition, isBefore, note } = writeNote(analysis, edit, newLabel, cited);
  return {
    edits: isBefore ? joined(definition, edit) : joined(edit, definition),
    caret: isBefore ? caret + definition.newText.length : caret,
    label: newLabel,
    definition,
    ...told(note),
  };
}

/** A definition, and whether it stands before the reference to it. */
export interface WrittenNote {
  readonly definition: Edit;
  readonly isBefore: boolean;
  readonly note: FormattedNote;
}

/** The definition of a new note whose reference is written by another edit; offsets are those before both. */
export function writeNote(
  analysis: CitedIn,
  reference: Edit,
  label: string,
  sources: CitedSources,
): WrittenNote {
  const cited = asSentence(sources);
  const { report, note, place } = makeNewNote(analysis, reference, label, cited);
  const definition = insertDefinition(report, generatedDefinition(label, note.text, cited), place);
  const isBefore = definition.span.end <= reference.span.start;
  return { definition: movedBack(definition, reference), isBefore, note };
}

function fillNote(
  { report, works }: CitedIn,
  span: Span,
  { label }: NoteDefinition,
  sources: CitedSources,
): CitationInsertion {
  const cited = asSentence(sources);
  const filledWith = (note: string): Edit => ({ span, newText: ` ${generatedText(note, cited)}` });
  const unmade = readReport(applyEdits(report.text, [filledWith(UNMADE)]), report);
  const note = madeNote(unmade, works, label, cited) ?? alone(works, cited);
  const caret = span.start + 1 + note.text.length;
  return { edits: [filledWith(note.text)], caret, label, ...told(note) };
}

const told = ({ text, problem }: FormattedNote) => ({
  note: text,
  ...(problem === undefined ? {} : { problem }),
});

/** What `insertCitation` writes, without making the note: cheap enough for every line of a list. */
export function planCitation(
  { report, works }: CitedIn,
  at: Span,
  cited: CitedSources,
  { labels }: InsertionPolicy,
): CitationPlan | CannotInsert {
  const group = groupText(cited);
  if (group === undefined) return { refusal: cannotCite(cited) };
  if (works.citations === 'pandoc') return { span: at, reference: group };
  const filled = noteToFill(report, works, at, cited);
  if (filled) {
    const { definition, upTo } = filled;
    return { span: { start: definition.mark.end, end: upTo }, reference: '', filled };
  }
  const existing = existingNote(report, cited);
  if (existing) return { span: at, reference: `[^${existing.label}]` };
  const newLabel = labels === 'key' ? keyLabel(report, at, cited) : nextLabelBeside(report, at);
  return { span: at, reference: `[^${newLabel}]`, newLabel };
}

function cannotCite(cited: CitedSources): string {
  const faulty = cited.find((one) => citationText([one]) === undefined);
  return faulty
    ? `The key “${faulty.source.key}” cannot be cited in Markdown. Give the source a key of letters, digits and any of - _ . : / only.`
    : 'There is no source to cite. Choose one.';
}

/** The note around a place, if it is empty otherwise or keeps its citation: what is cited there is cited by it. */
function noteToFill(
  { text, layout, generated }: Report,
  works: WorksOfReference,
  at: Span,
  cited: CitedSources,
): FilledNote | undefined {
  const definition = layout.definitions.findLast(
    (one) => one.mark.end <= at.start && at.end <= Math.max(one.mark.end, one.text.end, at.start),
  );
  if (!definition) return undefined;
  const note = generated.find((one) => one.definition === definition);
  const upTo = Math.max(note?.cluster.end ?? definition.text.end, at.end);
  // A list of suggestions replaces what stands on one line.
  if (/[\r\n]/.test(text.slice(definition.mark.end, upTo))) return undefined;
  if (note) {
    const before = at.end <= note.cluster.start ? citedSources(note.cluster, works.library) : undefined;
    return before && { definition, cited: [...before, ...cited], upTo };
  }
  const rest = text.slice(definition.mark.end, at.start) + text.slice(at.end, upTo);
  return rest.trim() === '' ? { definition, cited, upTo } : undefined;
}

/** The first note that cites just these sources, at the same places and in the same words: to be referred to again. */
export function existingNote(report: Report, cited: CitedSources): NoteDefinition | undefined {
  const cites = asSentence(cited).map(({ source: { key }, ...said }) => ({ key, ...said }));
  return notesByCitation(report).get(citationKey({ cites }));
}

const known = new WeakMap<Report, ReadonlyMap<string, NoteDefinition>>();

/** The generated notes of a report by what they cite. */
function notesByCitation(report: Report): ReadonlyMap<string, NoteDefinition> {
  const earlier = known.get(report);
  if (earlier) return earlier;
  const first = firstDefinitions(report.layout);
  const found = new Map<string, NoteDefinition>();
  for (const { definition, cluster } of report.generated) {
    if (first.get(labelKey(definition.label)) !== definition) continue;
    const citation = citationKey(cluster);
    if (!found.has(citation)) found.set(citation, definition);
  }
  known.set(report, found);
  return found;
}

/** The number after the highest that the report uses, but for a reference that stands in `apart`. */
export function nextLabel({ layout }: Report, apart?: Span): string {
  let highest = 0;
  for (const { label, start, end } of [...layout.references, ...layout.definitions]) {
    if (apart && start >= apart.start && end <= apart.end) continue;
    if (/^\d{1,9}$/.test(label)) highest = Math.max(highest, Number(label));
  }
  return String(highest + 1);
}

const lastBeside = new WeakMap<Report, { readonly apart: Span; readonly label: string }>();

/** The same for every suggestion of a list. */
function nextLabelBeside(report: Report, apart: Span): string {
  const last = lastBeside.get(report);
  if (last && last.apart.start === apart.start && last.apart.end === apart.end) return last.label;
  const label = nextLabel(report, apart);
  lastBeside.set(report, { apart, label });
  return label;
}

/** A label that is longer is no help to a reader. */
const LONGEST_KEY_LABEL = 100;

/** The key of the first source, with a number where the report has that label already. */
function keyLabel({ layout }: Report, apart: Span, cited: CitedSources): string {
  const taken = new Set(
    [...layout.references, ...layout.definitions]
      .filter(({ start, end }) => start < apart.start || end > apart.end)
      .map(({ label }) => labelKey(label)),
  );
  const key = (cited[0]?.source.key ?? 'note')
    .replace(/[^\p{L}\p{M}\p{N}_.:/-]+/gu, '-')
    .slice(0, LONGEST_KEY_LABEL);
  let label = key;
  for (let count = 2; taken.has(labelKey(label)); count++) label = `${key}-${count}`;
  return label;
}

/** A definition that keeps its citation in a comment, so that it can be made anew. */
const generatedDefinition = (label: string, note: string, cited: CitedSources): string =>
  `[^${label}]: ${generatedText(note, cited)}`;

/** All that a note says that keeps its citation. */
export const generatedText = (note: string, cited: CitedSources): string =>
  `${note} <!-- ${citationText(cited) ?? ''} -->`;

/** A note before it is made. */
export const UNMADE = '…';

interface NewNote {
  /** The report with the reference, and without the note. */
  readonly report: Report;
  readonly note: FormattedNote;
  /** Where the definition goes; undefined for its usual place. */
  readonly place?: number;
}

/** The note as the report with its reference and definition has it. */
function makeNewNote(
  { report, works }: CitedIn,
  reference: Edit,
  label: string,
  cited: CitedSources,
): NewNote {
  const referring = withReference(report, reference);
  const unmade = generatedDefinition(label, UNMADE, cited);
  const { text } = referring;
  for (const place of [undefined, behindBlock(referring, reference.span.start), text.trimEnd().length]) {
    const edit = insertDefinition(referring, unmade, place);
    const made = madeNote(readReport(applyEdits(text, [edit]), referring), works, label, cited);
    if (made) return { report: referring, note: made, ...(place === undefined ? {} : { place }) };
  }
  // In no place it is a note (an unclosed comment holds all the rest, say): at least its text is right.
  return { report: referring, note: alone(works, cited) };
}

const referringTo = new WeakMap<Report, { readonly reference: Edit; readonly referring: Report }>();

/** The report with a reference; every suggestion of a list asks for the same one. */
function withReference(report: Report, reference: Edit): Report {
  const last = referringTo.get(report);
  if (last && isSameEdit(last.reference, reference)) return last.referring;
  const referring = readReport(applyEdits(report.text, [reference]), report);
  referringTo.set(report, { reference, referring });
  return referring;
}

const isSameEdit = (one: Edit, other: Edit): boolean =>
  one.newText === other.newText && one.span.start === other.span.start && one.span.end === other.span.end;

const alone = ({ formatter }: WorksOfReference, cited: CitedSources): FormattedNote =>
  formatter.format([{ cited, note: 1 }])[0] ?? { text: '' };

/** The same as they begin a note: “See also”. */
export function asSentence(cited: CitedSources): CitedSources {
  const [first, ...others] = cited;
  if (!first?.prefix) return cited;
  const [letter = ''] = first.prefix;
  return [{ ...first, prefix: letter.toUpperCase() + first.prefix.slice(letter.length) }, ...others];
}

/** What a generated note is to say, as one of all notes of a report; nothing if none cites just these sources. */
function madeNote(
  report: Report,
  works: WorksOfReference,
  label: string,
  cited: CitedSources,
): FormattedNote | undefined {
  const found = madeNotes(report, works).find(
    ({ note }) => labelKey(note.definition.label) === labelKey(label),
  );
  const isIt =
    found?.cited?.length === cited.length &&
    found.cited.every(({ source }, k) => source === cited[k]!.source);
  if (!isIt) return undefined;
  return found.problem === undefined ? { text: found.made } : alone(works, cited);
}

/** An edit of the text after another edit, as one of the text before it; it does not touch what that one wrote. */
function movedBack({ span, newText }: Edit, before: Edit): Edit {
  const end = before.span.start + before.newText.length;
  const shift = before.newText.length - (before.span.end - before.span.start);
  const moved = (offset: number) => (offset < end ? offset : offset - shift);
  return { span: { start: moved(span.start), end: moved(span.end) }, newText };
}

/** Two edits, the second behind the first, or one if they touch. */
const joined = (edit: Edit, behind: Edit): Edit[] =>
  behind.span.start > edit.span.end
    ? [edit, behind]
    : [{ span: { start: edit.span.start, end: behind.span.end }, newText: edit.newText + behind.newText }];
