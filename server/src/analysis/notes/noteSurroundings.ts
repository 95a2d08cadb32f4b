/** Knows what of the text around the notes makes it doubtful that a hand-written note points back to nothing. */

import type { NoteReference, Report } from '../../markdown/report';
import { firstIndex } from '../../text/firstIndex';
import { familiesOf } from './citedAuthor';
import type { OrderedNote } from './noteOrder';

/** How far before a reference the name of an author may stand whom the note itself does not name. */
const NEAR = 400;

/** What is doubted; notes are counted from 0. */
export interface Doubtful {
  readonly kind: string;
  /** The author whom no earlier note names. */
  readonly author?: string;
  /** The note that names the author. */
  readonly at?: number;
}

export class NoteSurroundings {
  readonly #report: Report;
  readonly #notes: readonly OrderedNote[];
  #citesInText: boolean | undefined;
  #isPart: boolean | undefined;
  #numbers: ReadonlyMap<NoteReference, number> | undefined;

  constructor(report: Report, notes: readonly OrderedNote[]) {
    this.#report = report;
    this.#notes = notes;
  }

  /** Whether the text leaves no doubt of a problem; where it may be the reader’s, nothing is to be said. */
  leaveNoDoubt(note: number, { kind, author, at }: Doubtful): boolean {
    this.#citesInText ??= citesInText(this.#report);
    if (this.#citesInText) return false;
    if (kind === 'remark' || kind === 'several') return this.#follows(note);
    // Where the numbers begin later, the report is a part of a longer one.
    this.#isPart ??= Math.min(...this.#notes.map(({ definition }) => Number(definition.label))) > 1;
    if (this.#isPart) return false;
    return kind !== 'not-cited' || author === undefined || !this.#namesNearby(author, note, at);
  }

  /** Whether no earlier note is referred to again just before a note: who reads on from there may mean that one. */
  #follows(note: number): boolean {
    const at = this.#notes[note]!.references[0]?.start ?? 0;
    const last = this.#report.layout.references.findLast(({ start }) => start < at);
    return last !== undefined && this.#notes[note - 1]!.references.includes(last);
  }

  /** Whether the text names the author shortly before it refers to an earlier note, which then need not do so itself. */
  #namesNearby(author: string, note: number, at: number | undefined): boolean {
    const { text, layout } = this.#report;
    const numbers = this.#noteOf();
    for (const family of familiesOf(author)) {
      for (let found = text.indexOf(family); found >= 0; found = text.indexOf(family, found + 1)) {
        for (let k = firstFrom(layout.references, found); k < layout.references.length; k++) {
          const reference = layout.references[k]!;
          if (reference.start > found + NEAR) break;
          const referred = numbers.get(reference);
          if (referred !== undefined && referred < note && referred !== at) return true;
        }
      }
    }
    return false;
  }

  #noteOf(): ReadonlyMap<NoteReference, number> {
    this.#numbers ??= new Map(
      this.#notes.flatMap(({ references }, k) => references.map((one): [NoteReference, number] => [one, k])),
    );
    return this.#numbers;
  }
}

/** Pandoc makes notes of citations in the text, and numbers them with the others. */
const citesInText = ({ clusters, textual, isKey }: Report): boolean =>
  clusters.some(({ kind }) => kind === 'group') ||
  textual.some(({ cites }) => cites.some(({ key }) => isKey(key)));

/** The first reference at or behind an offset. */
function firstFrom(references: readonly NoteReference[], offset: number): number {
  return firstIndex(references.length, (at) => references[at]!.start < offset);
}
