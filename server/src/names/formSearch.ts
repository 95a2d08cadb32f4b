/** Finds forms by the beginning of any of their words, and, with typos forgiven, by something like it. */

import { finish, type Steps } from '../text/steps';
import { FuzzyRank } from './fuzzyRank';
import type { IsGone, NameIndex } from './nameIndex';
import { NearWords } from './nearWords';
import type { Packed } from './packed';
import { SortedWords } from './sortedWords';
import { readWords, type Words } from './words';

export interface FoundForm {
  /** The number of the form in the index. */
  readonly form: number;
  /** 1: begins with what was typed; less: a later word does, or only something like it. */
  readonly score: number;
}

const SHORTEST_FUZZY = 4;
/** Every word of the list is compared, so it holds only likely ones. */
const FUZZY_SHORT_LIST = 1500;
const FUZZY_TOLERANCE = 0.34;
const MOST_WORDS_MET = 400;
/** What a form scores that goes on behind what was typed; that has it behind other words; that is only like it. */
const BEGUN = 0.95;
const LATER = 0.9;
const ALIKE = 0.8;
/** For each form that is wanted, so many are looked at. */
const LOOKED_AT = 8;
const BUILT_AT_ONCE = 1 << 10;
const NONE_GONE: IsGone = () => false;

/** The words of an index in order, and the forms that each is in. */
export class FormSearch {
  readonly #index: NameIndex;
  readonly #words: SortedWords;
  /** The forms with the word of rank r are #forms[#first[r] … #first[r + 1]), each once, in their order. */
  readonly #first: Int32Array;
  readonly #forms: Int32Array;

  private constructor(index: NameIndex, order: Int32Array, first: Int32Array, forms: Int32Array) {
    this.#index = index;
    this.#words = new SortedWords(index.words, order);
    this.#first = first;
    this.#forms = forms;
  }

  /** A search over the forms of an index, built at once. */
  static of(index: NameIndex): FormSearch {
    return finish(FormSearch.build(index));
  }

  /** The same in steps. The words and the forms stay those of the index; no text is folded again. */
  static *build(index: NameIndex): Steps<FormSearch> {
    const order = yield* SortedWords.orderOf(index.words);
    const ranks = new Int32Array(index.words.end);
    for (let rank = 0; rank < order.length; rank++) {
      ranks[order[rank]!] = rank;
      if (rank % BUILT_AT_ONCE === 0) yield;
    }
    const first = new Int32Array(order.length + 1);
    for (let form = 0; form < index.formCount; form++) {
      eachWord(index, form, (word) => {
        first[ranks[word]! + 1]!++;
      });
      if (form % BUILT_AT_ONCE === 0) yield;
    }
    for (let rank = 0; rank < order.length; rank++) {
      first[rank + 1]! += first[rank]!;
      if (rank % (BUILT_AT_ONCE * 64) === 0) yield;
    }
    const forms = new Int32Array(first[order.length]!);
    const next = first.slice();
    for (let form = 0; form < index.formCount; form++) {
      eachWord(index, form, (word) => {
        forms[next[ranks[word]!]!++] = form;
      });
      if (form % BUILT_AT_ONCE === 0) yield;
    }
    return new FormSearch(index, order, first, forms);
  }

  /** All of the search that is not in the index, in flat arrays. */
  pack(): Packed {
    return { order: this.#words.order, first: this.#first, forms: this.#forms };
  }

  /** The search of the arrays that `pack` gave, over the same index; undefined for others. */
  static unpack({ order, first, forms }: Packed, index: NameIndex): FormSearch | undefined {
    const isWhole = order instanceof Int32Array && first instanceof Int32Array && forms instanceof Int32Array;
    if (!isWhole || order.length !== index.words.count || first.length !== order.length + 1) return undefined;
    return first.at(-1) === forms.length ? new FormSearch(index, order, first, forms) : undefined;
  }

  /**
   * The forms in which the words of `typed` stand in a row, the last of them perhaps unfinished; best first. Where
   * there are none, forms with words like it.
   */
  find(typed: string, limit: number, isGone: IsGone = NONE_GONE): FoundForm[] {
    const found = this.begun(typed, limit, isGone);
    return found.length > 0 ? found : this.alike(typed, limit, isGone);
  }

  /** Only the forms in which the words of `typed` stand in a row. */
  begun(typed: string, limit: number, isGone: IsGone = NONE_GONE): FoundForm[] {
    const query = this.#read(typed, isGone);
    if (!query) return [];
    const [from, to] = this.#words.beginningWith(query.last);
    const scoreOf = (rank: number) => (this.#words.lengthAt(rank) === query.last.length ? 1 : BEGUN);
    const found: FoundForm[] = [];
    const most = limit * LOOKED_AT;
    if (query.rarest && query.rarest.count < this.#first[to]! - this.#first[from]!) {
      const scores = (word: number) => {
        const rank = this.#words.rankIn(word, [from, to]);
        return rank < 0 ? 0 : scoreOf(rank);
      };
      this.#collect(query.rarest, query, scores, found, most);
      return best(found, limit);
    }
    const end = query.rarest ? to : Math.min(to, from + MOST_WORDS_MET);
    for (let rank = from; rank < end && found.length < most; rank++)
      this.#collectRank(rank, query, scoreOf(rank), found, most);
    return best(found, limit);
  }

  /** Only the forms with a word that is like the last of `typed`, behind the words before it. */
  alike(typed: string, limit: number, isGone: IsGone = NONE_GONE): FoundForm[] {
    const query = this.#read(typed, isGone);
    if (!query || query.last.length < SHORTEST_FUZZY) return [];
    const { last } = query;
    const found: FoundForm[] = [];
    const most = limit * LOOKED_AT;
    const near = new NearWords(this.#words, last);
    const bySlip = near.bySlip();
    for (const rank of bySlip) {
      const isWhole = Math.abs(this.#words.lengthAt(rank) - last.length) <= 1;
      this.#collectRank(rank, query, ALIKE * (1 - (isWhole ? 1 : 1.2) / last.length), found, most);
    }
    if (found.length >= limit) return best(found, limit);
    const others = [...near.byBeginning(FUZZY_SHORT_LIST)].filter((rank) => !bySlip.has(rank));
    const listed = others.map((rank) => ({ word: this.#words.wordAt(rank), rank }));
    const fuzzy = new FuzzyRank(listed, { fields: { word: 1 }, tolerance: FUZZY_TOLERANCE, anywhere: false });
    for (const { item, likeness } of fuzzy.find(String.fromCharCode(...last), limit))
      this.#collectRank(item.rank, query, ALIKE * likeness, found, most);
    return best(found, limit);
  }

  /** Undefined where nothing can be found. */
  #read(typed: string, isGone: IsGone): Query | undefined {
    const words = readWords(typed);
    if (words.count === 0) return undefined;
    const before: number[] = [];
    let rarest: Posting | undefined;
    for (let k = 0; k < words.count - 1; k++) {
      const word = this.#index.words.find(words, k);
      const rank = word === 0 ? -1 : this.#words.rankIn(word, [0, this.#words.count]);
      if (rank < 0) return undefined;
      before.push(word);
      const posting = this.#postingOf(rank);
      if (!rarest || posting.count < rarest.count) rarest = posting;
    }
    return { before, last: lastOf(words), rarest, isGone };
  }

  #postingOf(rank: number): Posting {
    const from = this.#first[rank]!;
    return { from, count: this.#first[rank + 1]! - from };
  }

  /** The forms that have the word of a rank behind the words typed before it. */
  #collectRank(rank: number, query: Query, score: number, into: FoundForm[], most: number): void {
    const own = this.#postingOf(rank);
    const wanted = this.#words.order[rank]!;
    const posting = query.rarest && query.rarest.count < own.count ? query.rarest : own;
    this.#collect(posting, query, (word) => (word === wanted ? score : 0), into, most);
  }

  /** The forms of a posting that have a word with a score behind the words typed before it. */
  #collect(
    { from, count }: Posting,
    { before, isGone }: Query,
    scoreOf: (word: number) => number,
    into: FoundForm[],
    most: number,
  ): void {
    const { trie } = this.#index;
    for (let at = from; at < from + count && into.length < most; at++) {
      const form = this.#forms[at]!;
      let score = 0;
      for (let node = this.#index.endOf(form); node !== 0; node = trie.parentOf(node)) {
        const ofWord = scoreOf(trie.wordOf(node));
        if (ofWord === 0) continue;
        let earlier = trie.parentOf(node);
        let k = before.length - 1;
        for (; k >= 0 && trie.wordOf(earlier) === before[k]; k--) earlier = trie.parentOf(earlier);
        if (k < 0) score = Math.max(score, earlier === 0 ? ofWord : ofWord * LATER);
      }
      if (score > 0 && !isGone(form)) into.push({ form, score });
    }
  }
}

/** A stretch of `#forms`. */
interface Posting {
  readonly from: number;
  readonly count: number;
}

interface Query {
  /** The numbers of all words but the last. */
  readonly before: readonly number[];
  /** Of these words, the one that the fewest forms have. */
  readonly rarest: Posting | undefined;
  /** The folded units of the last. */
  readonly last: Uint16Array;
  readonly isGone: IsGone;
}

const lastOf = (words: Words): Uint16Array =>
  words.folded.slice(words.from[words.count - 1], words.from[words.count]);

/** Calls for each different word of a form. */
function eachWord(index: NameIndex, form: number, call: (word: number) => void): void {
  const { trie } = index;
  const end = index.endOf(form);
  for (let node = end; node !== 0; node = trie.parentOf(node)) {
    const word = trie.wordOf(node);
    let later = end;
    while (later !== node && trie.wordOf(later) !== word) later = trie.parentOf(later);
    if (later === node) call(word);
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
