/** Settles which note each *Ibid.*, *op. cit.* and *supra* of the notes written by hand refers to, and where none can be meant. */

import type { Report } from '../../markdown/report';
import { foldText } from '../../names/fold';
import { type Span, sliceOf, touches } from '../../text/span';
import { isSurelyPerson, mayBePartOf, mayHoldInitials, mayName, namesIn } from './citedAuthor';
import { ibidAt } from './ibidWord';
import { hasTitle, isGeneric, namesInFull, sourcesIn } from './namedSources';
import { notesInOrder, type OrderedNote } from './noteOrder';
import { NoteSurroundings } from './noteSurroundings';
import { isPlainRemark } from './plainRemark';
import { mayRemind, type Reminder, remindersIn } from './reminders';
import { SIGNALS } from './signalWords';

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
  /** Of a generated note, how many different sources it cites. */
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
    const cites = generated && { cites: new Set(generated.cluster.cites.map(({ key }) => key)).size };
    return { text, label: definition.label, isUsed: references.length > 0, ...cites };
  });
  const surroundings = new NoteSurroundings(report, notes);
  return settled(said).map(({ note, start, end, reminder, means, problem }): NoteReferral => {
    const { start: from } = notes[note]!.definition.text;
    const isSure = problem && surroundings.leaveNoDoubt(note, problem);
    return {
      start: from + start,
      end: from + end,
      note: notes[note]!,
      reminder,
      ...(means === undefined ? {} : { means: notes[means]! }),
      ...(isSure ? { problem: placed(problem, notes) } : {}),
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

/** What is farther back is hardly meant by *Ibid.* */
const FARTHEST = 20;

class Settling {
  readonly #said: readonly Said[];
  readonly #folded: (string | undefined)[] = [];
  /** For each note, the one whose source it names; undefined where it is its own or cannot be said. */
  readonly #means: (number | undefined)[] = [];
  /** Notes that begin with a reminder of something that cannot be said. */
  readonly #lost = new Set<number>();

  readonly #byLabel = new Map<string, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  #joined: string | undefined;
  #firstOpen: number | undefined;
  readonly #byAuthorName = new Map<string, readonly number[]>();

  constructor(said: readonly Said[]) {
    this.#said = said;
    for (const [k, { label }] of said.entries()) this.#byLabel.set(label, k);
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
          this.#means[note] = sourcesIn(text.slice(0, start)) > 0 ? note : answer.means;
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
    // Behind a source in the same note, it is that one; behind what may be one, nothing can be said.
    const before = this.#said[note]!.text.slice(0, start);
    if (sourcesIn(before) > 0) return { means: note };
    if (/\p{L}/u.test(before.replace(SIGNAL, '')) && !isPlainRemark(before)) return {};
    const previous = note - 1;
    if (previous < 0) return { problem: { kind: 'first' as const } };
    if (this.#lost.has(previous)) return {};
    const count = this.#sources(previous);
    if (count === 1) return { means: this.#means[previous] ?? previous };
    if (count > 1) return { problem: { kind: 'several' as const, at: previous } };
    return { problem: { kind: 'remark' as const, at: previous, ...this.#instead(previous) } };
  }

  /** The last note before one that names a single source, if it is not far. */
  #instead(before: number): { instead?: number } {
    for (let k = before - 1; k >= Math.max(0, before - FARTHEST); k--) {
      if (this.#sources(k) !== 1 || this.#lost.has(k)) continue;
      return { instead: this.#means[k] ?? k };
    }
    return {};
  }

  #byAuthor(note: number, author: string) {
    const citing = this.#citing(author);
    const means = citing.findLast((k) => k < note);
    if (means !== undefined) return { means };
    const perhaps = this.#perhapsNaming(author, note);
    if (perhaps !== undefined) return { means: perhaps };
    if (!this.#isSure(author, note)) return {};
    const later = citing.find((k) => k > note);
    const at = later === undefined ? {} : { at: later };
    return { problem: { kind: 'not-cited' as const, author, ...at } };
  }

  #byNumber(note: number, { number, isBelow, author }: Extract<Reminder, { kind: 'number' }>) {
    const byPlace = number - 1;
    const byLabel = this.#byLabel.get(String(number)) ?? -1;
    const isRight = (k: number) => (isBelow ? k > note : k < note) && k >= 0 && k < this.#said.length;
    // A page prints the place, but who writes Markdown sees the label.
    const means = [byPlace, byLabel].find(isRight);
    if (means === undefined) {
      const at = [byPlace, byLabel].find((k) => k >= 0 && k < this.#said.length);
      if (at === undefined) return { problem: { kind: 'no-such-number' as const } };
      if (at === note) return { problem: { kind: 'itself' as const } };
      return { problem: { kind: at > note ? ('later' as const) : ('earlier' as const), at } };
    }
    const citing = author ? this.#citing(author) : [];
    // One who is named in no earlier note may be known to the reader by another name.
    const instead = citing.find((k) => k < note);
    if (instead === undefined || citing.includes(this.#source(means)) || citing.includes(means))
      return { means };
    if (mayName(this.#said[this.#source(means)]!.text, author!) || !this.#isSure(author!, note))
      return { means };
    if (isRight(byLabel) && citing.includes(byLabel)) return { means: byLabel };
    return { problem: { kind: 'other-author' as const, at: means, author: author!, instead } };
  }

  /** The last earlier note that may name the author: in another romanisation, by initials, or one of several authors. */
  #perhapsNaming(author: string, note: number): number | undefined {
    let last: number | undefined;
    const see = (k: number | undefined) => {
      if (k !== undefined && k < note && k > (last ?? -1)) last = k;
    };
    for (const [word, notes] of this.#names())
      if (mayBePartOf(word, author)) see(notes.findLast((k) => k < note));
    if (mayHoldInitials(this.#all(), author))
      see(this.#said.findLastIndex(({ text }, k) => k < note && mayHoldInitials(text, author)));
    return last;
  }

  /** From each word that may be a name to the notes in which it stands, but not beside a reminder alone. */
  #names(): ReadonlyMap<string, readonly number[]> {
    if (this.#byName.size > 0) return this.#byName;
    for (const [k, said] of this.#said.entries()) {
      for (const name of namesIn(withoutReminders(said))) {
        const notes = this.#byName.get(name);
        if (notes) notes.push(k);
        else this.#byName.set(name, [k]);
      }
    }
    return this.#byName;
  }

  #all(): string {
    this.#joined ??= this.#said.map(({ text }) => text).join('\n');
    return this.#joined;
  }

  /** Whether it is a person, and no earlier note is still to be made or names its source by a key. */
  #isSure(author: string, note: number): boolean {
    this.#firstOpen ??= this.#said.findIndex(({ text }) => /^\s*(?:<!--|$)|\[@|\[-@/.test(text));
    const isOpen = this.#firstOpen >= 0 && this.#firstOpen < note;
    return !isOpen && isSurelyPerson(author, this.#all());
  }

  /** The note whose source a note names: of *Ibid.*, whoever wrote it, that of the note before. */
  #source(note: number): number {
    let k = this.#means[note] ?? note;
    while (k > 0 && ibidAt(this.#said[k]!.text)) k = this.#means[k - 1] ?? k - 1;
    return k;
  }

  #byTitle(note: number, { author, title }: { author: string; title: string }) {
    // “Report” or “Statement” alone may be anybody’s.
    if (author === '' && title.split(' ').length < 3) return {};
    const titled = this.#saying(foldText(title).split(' ')).filter((k) =>
      this.#text(k).includes(` ${foldText(title)} `),
    );
    const citing = author === '' ? titled : titled.filter((k) => this.#citing(author).includes(k));
    const first = citing.find((k) => k !== note);
    if (first === undefined) return {};
    if (first < note) return { means: first };
    const { cites, text, isUsed } = this.#said[first]!;
    // “Report” or “News of the Day” may as well be another.
    if (isGeneric(title) && !hasTitle(text, title)) return {};
    const isFull = cites !== undefined || namesInFull(text, title);
    return isFull && isUsed ? { problem: { kind: 'short-first' as const, at: first } } : {};
  }

  /** The notes in which all names of the author stand, and not only beside a reminder. */
  #citing(author: string): readonly number[] {
    let citing = this.#byAuthorName.get(author);
    if (!citing) {
      const names = foldText(author.replace(/\bet al\b/i, '')).split(' ');
      citing = this.#saying(names.filter((name) => name.length > 2 && name !== 'and' && name !== 'the'));
      this.#byAuthorName.set(author, citing);
    }
    return citing;
  }

  /** The notes in which all of the words stand; none for no words. */
  #saying(words: readonly string[]): readonly number[] {
    const lists = words.map((word) => this.#index().get(word) ?? []);
    const shortest = lists.reduce((one, other) => (other.length < one.length ? other : one), lists[0] ?? []);
    return shortest.filter((k) => words.every((word) => this.#text(k).includes(` ${word} `)));
  }

  /** From each word to the notes in which it stands, in order. */
  #index(): ReadonlyMap<string, readonly number[]> {
    if (this.#byWord.size > 0) return this.#byWord;
    for (const k of this.#said.keys()) {
      for (const word of new Set(this.#text(k).trim().split(' '))) {
        const notes = this.#byWord.get(word);
        if (notes) notes.push(k);
        else this.#byWord.set(word, [k]);
      }
    }
    return this.#byWord;
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
    return cites ?? (isPlainRemark(text) ? 0 : Math.max(1, sourcesIn(text)));
  }
}

function withoutReminders({ text, cites }: Said): string {
  if (cites !== undefined) return text;
  return text
    .split(';')
    .filter((part) => !remindersIn(part).some(({ kind }) => kind === 'op-cit' || kind === 'number'))
    .join(';');
}

const SIGNAL = new RegExp(`^[\\s*_(\\[“"]*${SIGNALS}`, 'iu');
