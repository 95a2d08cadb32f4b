/** Finds forms by the beginning of any of their words, and, with typos forgiven, by something like it. */

import { foldWords } from './fold';
import { FuzzyRank } from './fuzzyRank';

export interface FoundForm {
  /** The number of the form, as given. */
  readonly form: number;
  /** 1: begins with what was typed; less: a later word does, or only something like it. */
  readonly score: number;
}

const SHORTEST_FUZZY = 4;
/** Every word of the list is compared, so it holds only likely ones. */
const FUZZY_SHORT_LIST = 1500;
const FUZZY_TOLERANCE = 0.34;
const MOST_WORDS_MET = 400;

/** An index over the words of forms; build it once a glossary. */
export class FormSearch {
  /** Every word once, sorted. */
  readonly #words: readonly string[];
  /** The forms of word w are #forms[#first[w]…#first[w + 1]), and the word's place in each is in #places. */
  readonly #first: Int32Array;
  readonly #forms: Int32Array;
  readonly #places: Uint8Array;
  readonly #wordsOf: readonly (readonly string[])[];

  constructor(texts: readonly string[]) {
    this.#wordsOf = texts.map(foldWords);
    const counts = new Map<string, number>();
    for (const words of this.#wordsOf)
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#words = [...counts.keys()].sort();
    this.#first = new Int32Array(this.#words.length + 1);
    const next = new Map<string, number>();
    for (const [k, word] of this.#words.entries()) {
      next.set(word, this.#first[k]!);
      this.#first[k + 1] = this.#first[k]! + counts.get(word)!;
    }
    const total = this.#first[this.#words.length]!;
    this.#forms = new Int32Array(total);
    this.#places = new Uint8Array(total);
    for (const [form, words] of this.#wordsOf.entries()) {
      for (const [place, word] of words.entries()) {
        const at = next.get(word)!;
        next.set(word, at + 1);
        this.#forms[at] = form;
        this.#places[at] = Math.min(place, 255);
      }
    }
  }

  /**
   * The forms in which the words of `typed` stand in a row, the last of them perhaps unfinished; best first. Where
   * there are none, forms with words like it.
   */
  find(typed: string, limit: number): FoundForm[] {
    const words = foldWords(typed);
    const last = words.at(-1);
    if (last === undefined) return [];
    const found = this.#begun(words, last, limit);
    if (found.length > 0 || last.length < SHORTEST_FUZZY) return found;
    return this.#alike(words, last, limit);
  }

  #begun(words: readonly string[], last: string, limit: number): FoundForm[] {
    const found: FoundForm[] = [];
    const end = Math.min(this.#lowerBound(`${last}\uffff`), this.#words.length);
    let met = 0;
    for (let w = this.#lowerBound(last); w < end && met < MOST_WORDS_MET; w++, met++) {
      this.#collect(w, words, this.#words[w] === last ? 1 : 0.95, found, limit * 8);
    }
    return best(found, limit);
  }

  #alike(words: readonly string[], last: string, limit: number): FoundForm[] {
    const near: { word: string; index: number }[] = [];
    for (const start of [last.slice(0, 2), last.slice(0, 1)]) {
      const end = this.#lowerBound(`${start}\uffff`);
      for (let w = this.#lowerBound(start); w < end && near.length < FUZZY_SHORT_LIST; w++) {
        const word = this.#words[w]!;
        if (word.length >= last.length - 2) near.push({ word, index: w });
      }
      if (near.length > 40) break;
    }
    const rank = new FuzzyRank(near, { fields: { word: 1 }, tolerance: FUZZY_TOLERANCE, anywhere: false });
    const found: FoundForm[] = [];
    for (const { item, likeness } of rank.find(last, limit)) {
      this.#collect(item.index, words, 0.8 * likeness, found, limit * 8);
    }
    return best(found, limit);
  }

  /** The forms that have word `w` behind the words typed before it. */
  #collect(w: number, words: readonly string[], score: number, into: FoundForm[], most: number): void {
    for (let at = this.#first[w]!; at < this.#first[w + 1]! && into.length < most; at++) {
      const form = this.#forms[at]!;
      const place = this.#places[at]!;
      const start = place - words.length + 1;
      if (start < 0) continue;
      const own = this.#wordsOf[form]!;
      let agrees = true;
      for (let k = 0; k < words.length - 1 && agrees; k++) agrees = own[start + k] === words[k];
      if (agrees) into.push({ form, score: start === 0 ? score : score * 0.9 });
    }
  }

  /** The first word that does not sort before `word`. */
  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function best(found: readonly FoundForm[], limit: number): FoundForm[] {
  const byForm = new Map<number, FoundForm>();
  for (const one of found) {
    const known = byForm.get(one.form);
    if (!known || known.score < one.score) byForm.set(one.form, one);
  }
  return [...byForm.values()].sort((a, b) => b.score - a.score || a.form - b.form).slice(0, limit);
}
