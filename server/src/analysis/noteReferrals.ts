/** Settles which note each *Ibid.*, *op. cit.* and *supra* of the notes written by hand refers to, and where none can be meant. */

import type { Report } from '../markdown/report';
import { foldText } from '../names/fold';
import { type Span, sliceOf, touches } from '../text/span';
import { notesInOrder, type OrderedNote } from './noteOrder';
import { mayRemind, type Reminder, remindersIn } from './reminders';
import { takenApart } from './takenNotes';

/** A reminder, and what it reminds of. Spans are those of the report. */
export interface NoteReferral extends Span {
  readonly note: OrderedNote;
  readonly reminder: Reminder;
  /** Whose source is meant, if that can be said: of *Ibid.* after *Ibid.*, the note that names it. */
  readonly means?: OrderedNote;
  readonly problem?: ReferralProblem;
}

export type ReferralProblem =
  /** An *Ibid.* in the first note. */
  | { readonly kind: 'first' }
  /** An *Ibid.* behind a note that names no source; `instead` is the last note that names one, and only one. */
  | { readonly kind: 'remark'; readonly before: OrderedNote; readonly instead?: OrderedNote }
  /** An *Ibid.* behind a note with several. */
  | { readonly kind: 'several'; readonly before: OrderedNote }
  /** Nobody cites the author, or only a later note does. */
  | { readonly kind: 'not-cited'; readonly author: string; readonly later?: OrderedNote }
  /** A short form before the note that names the source in full. */
  | { readonly kind: 'short-first'; readonly later: OrderedNote }
  /** The note with this number. */
  | { readonly kind: 'no-such-number'; readonly last: number }
  | { readonly kind: 'itself' }
  | { readonly kind: 'later'; readonly which: OrderedNote }
  | { readonly kind: 'earlier'; readonly which: OrderedNote }
  /** It cites somebody else; `instead` is the only earlier note that cites the author. */
  | {
      readonly kind: 'other-author';
      readonly which: OrderedNote;
      readonly author: string;
      readonly instead?: OrderedNote;
    };

/** What a note says, as far as others may refer to it. */
interface Said {
  readonly text: string;
  /** Of a generated note, how many sources it cites. */
  readonly cites?: number;
  readonly label: string;
  readonly isUsed: boolean;
}

/** The same with numbers of notes, counted from 0, and offsets in the text of the note. */
interface Settled extends Span {
  readonly note: number;
  readonly reminder: Reminder;
  readonly means?: number;
  readonly problem?: NumberedProblem;
}

interface NumberedProblem {
  readonly kind: ReferralProblem['kind'];
  readonly at?: number;
  readonly instead?: number;
  readonly author?: string;
}

/** All reminders of the notes that are written by hand, in the order of the notes. */
export function noteReferrals(report: Report): readonly NoteReferral[] {
  const notes = notesInOrder(report);
  const reminds = ({ definition, generated }: OrderedNote) =>
    !generated && mayRemind(sliceOf(report.text, definition.text));
  if (!notes.some(reminds)) return [];
  const said = notes.map(({ definition, generated, references }): Said => {
    const text = sliceOf(report.text, definition.text);
    const cites = generated && { cites: generated.cluster.cites.length };
    return { text, label: definition.label, isUsed: references.length > 0, ...cites };
  });
  return settled(said).map(({ note, start, end, reminder, means, problem }): NoteReferral => {
    const { start: from } = notes[note]!.definition.text;
    return {
      start: from + start,
      end: from + end,
      note: notes[note]!,
      reminder,
      ...(means === undefined ? {} : { means: notes[means]! }),
      ...(problem ? { problem: placed(problem, notes) } : {}),
    };
  });
}

/** The reminder at an offset of the report. */
export const referralAt = (report: Report, offset: number): NoteReferral | undefined =>
  noteReferrals(report).find((one) => touches(one, offset));

function placed(
  { kind, at, instead, author = '' }: NumberedProblem,
  notes: readonly OrderedNote[],
): ReferralProblem {
  const which = notes[at ?? -1]!;
  const other = instead === undefined ? {} : { instead: notes[instead]! };
  switch (kind) {
    case 'first':
    case 'itself':
      return { kind };
    case 'remark':
      return { kind, before: which, ...other };
    case 'several':
      return { kind, before: which };
    case 'not-cited':
      return { kind, author, ...(at === undefined ? {} : { later: which }) };
    case 'short-first':
      return { kind, later: which };
    case 'no-such-number':
      return { kind, last: notes.length };
    case 'later':
    case 'earlier':
      return { kind, which };
    case 'other-author':
      return { kind, which, author, ...other };
  }
}

/** Notes are seldom touched: what was settled about the same notes is kept. */
let last: { key: string; settled: readonly Settled[] } | undefined;

function settled(said: readonly Said[]): readonly Settled[] {
  const key = JSON.stringify(said);
  if (last?.key !== key) last = { key, settled: new Settling(said).all() };
  return last.settled;
}

class Settling {
  readonly #said: readonly Said[];
  readonly #folded: (string | undefined)[] = [];
  /** For each note, the one whose source it names; undefined where it is its own or cannot be said. */
  readonly #means: (number | undefined)[] = [];
  /** Notes that begin with a reminder of something that cannot be said. */
  readonly #lost = new Set<number>();

  constructor(said: readonly Said[]) {
    this.#said = said;
  }

  all(): Settled[] {
    const found: Settled[] = [];
    for (const [note, { text, cites, isUsed }] of this.#said.entries()) {
      if (cites !== undefined) continue;
      for (const reminder of remindersIn(text)) {
        const { start, end } = reminder;
        const answer = isUsed ? this.#settle(note, reminder) : {};
        if (answer.problem) this.#lost.add(note);
        else if (this.#means[note] === undefined && answer.means !== undefined)
          this.#means[note] = answer.means;
        found.push({ note, start, end, reminder, ...answer });
      }
    }
    return found;
  }

  #settle(note: number, reminder: Reminder): { means?: number; problem?: NumberedProblem } {
    switch (reminder.kind) {
      case 'ibid':
        return this.#ibid(note, reminder);
      case 'op-cit':
        return this.#byAuthor(note, reminder.author);
      case 'number':
        return this.#byNumber(note, reminder);
      case 'short':
        return this.#byTitle(note, reminder);
    }
  }

  #ibid(note: number, { start }: Span) {
    // Behind a source in the same note, it is that one.
    if (sourcesIn(this.#said[note]!.text.slice(0, start)) > 0) return { means: note };
    const previous = note - 1;
    if (previous < 0) return { problem: { kind: 'first' as const } };
    if (this.#lost.has(previous)) return {};
    const count = this.#sources(previous);
    if (count === 1) return { means: this.#means[previous] ?? previous };
    if (count > 1) return { problem: { kind: 'several' as const, at: previous } };
    let instead = previous - 1;
    while (instead >= 0 && this.#sources(instead) !== 1) instead--;
    const other = instead >= 0 ? { instead: this.#means[instead] ?? instead } : {};
    return { problem: { kind: 'remark' as const, at: previous, ...other } };
  }

  #byAuthor(note: number, author: string) {
    const means = this.#lastThatCites(author, note);
    if (means !== undefined) return { means };
    const later = this.#said.findIndex((_, k) => k > note && this.#cites(k, author));
    const at = later < 0 ? {} : { at: later };
    return { problem: { kind: 'not-cited' as const, author, ...at } };
  }

  #byNumber(note: number, { number, isBelow, author }: Extract<Reminder, { kind: 'number' }>) {
    const byPlace = number - 1;
    const byLabel = this.#said.findIndex(({ label }) => label === String(number));
    const isRight = (k: number) => (isBelow ? k > note : k < note) && k >= 0 && k < this.#said.length;
    // A page prints the place, but who writes Markdown sees the label.
    const means = [byPlace, byLabel].find(isRight);
    if (means === undefined) {
      const at = [byPlace, byLabel].find((k) => k >= 0 && k < this.#said.length);
      if (at === undefined) return { problem: { kind: 'no-such-number' as const } };
      if (at === note) return { problem: { kind: 'itself' as const } };
      return { problem: { kind: at > note ? ('later' as const) : ('earlier' as const), at } };
    }
    if (!author || this.#cites(means, author) || (isRight(byLabel) && this.#cites(byLabel, author)))
      return { means };
    const others = this.#said.flatMap((_, k) => (k < note && this.#cites(k, author) ? [k] : []));
    const instead = others.length > 0 ? { instead: others[0]! } : {};
    // One who is named nowhere may be known to the reader by another name.
    if (others.length === 0) return { means };
    return { problem: { kind: 'other-author' as const, at: means, author, ...instead } };
  }

  #byTitle(note: number, { author, title }: { author: string; title: string }) {
    const words = ` ${foldText(title)} `;
    const tells = (k: number) =>
      k !== note && this.#text(k).includes(words) && (author === '' || this.#cites(k, author));
    const first = this.#said.findIndex((_, k) => tells(k));
    if (first < 0) return {};
    if (first < note) return { means: first };
    const isFull = this.#said[first]!.cites !== undefined || isFullIn(this.#said[first]!.text, words);
    return isFull && this.#said[first]!.isUsed
      ? { problem: { kind: 'short-first' as const, at: first } }
      : {};
  }

  #lastThatCites(author: string, before: number): number | undefined {
    for (let k = before - 1; k >= 0; k--) if (this.#cites(k, author)) return k;
    return undefined;
  }

  /** Whether all names of the author stand in a note, and not only beside a reminder. */
  #cites(note: number, author: string): boolean {
    const folded = this.#text(note);
    const names = foldText(author.replace(/\bet al\b/i, ''))
      .split(' ')
      .filter((name) => name.length > 2 && name !== 'and' && name !== 'the');
    return names.length > 0 && names.every((name) => folded.includes(` ${name} `));
  }

  /** Folded, without what reminds of other notes. */
  #text(note: number): string {
    const folded = this.#folded[note] ?? ` ${foldText(withoutReminders(this.#said[note]!))} `;
    this.#folded[note] = folded;
    return folded;
  }

  /** How many sources a note names; one where it may be one. */
  #sources(note: number): number {
    const { text, cites } = this.#said[note]!;
    return cites ?? (sourcesIn(text) || (mayCite(text) ? 1 : 0));
  }
}

function withoutReminders({ text, cites }: Said): string {
  if (cites !== undefined) return text;
  return text
    .split(';')
    .filter((part) => !remindersIn(part).some(({ kind }) => kind === 'op-cit' || kind === 'number'))
    .join(';');
}

const isFullIn = (text: string, title: string): boolean =>
  takenApart(text).some((part) => part.kind === 'source' && ` ${foldText(part.text)} `.includes(title));

const sourcesIn = (text: string): number => takenApart(text).filter(({ kind }) => kind !== 'remark').length;

/** What has a mark of a source, or words for one that has no title: an interview, a letter, an archive. */
const mayCite = (text: string): boolean =>
  /https?:|www\.|[“”«»„"*_]|\d|\b(?:interview|conversation|correspondence|communication|e-?mail|letter|archive|telegram|statement|testimony|cable|memo|report|op|loc|supra|ibid)/i.test(
    text,
  ) || /^\p{Lu}[\p{L}.’'-]*,/u.test(text);
