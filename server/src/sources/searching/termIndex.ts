/** The words of many sources, and in which sources each stands: what a search looks words up in, in flat arrays. */

import { type EachSounding, SoundingWords } from '../../names/likeness/soundingWords';
import { SortedWords } from '../../names/sortedWords';
import { readWords } from '../../names/words';
import { WordTable } from '../../names/wordTable';
import type { Steps } from '../../text/steps';
import type { SearchField } from './searchFields';

/** Is told of each source with a word, and what it counts there, up to 1. */
export type EachPlace = (source: number, weight: number) => void;

const SOURCES_AT_ONCE = 100;
const ENTRIES_AT_ONCE = 1 << 14;
/** No source has more words that count. */
const MOST_WORDS = 400;
const LONGEST_FIELD = 4000;
const WEIGHTS = 100;

export class TermIndex {
  /** All words, folded, in order. A word is known by its rank there. */
  readonly words: SortedWords;
  readonly #sounding: SoundingWords;
  /** The sources with the word of rank r are `#sources[#first[r] .. #first[r + 1]]`, each once. */
  readonly #first: Uint32Array;
  readonly #sources: Uint32Array;
  readonly #weights: Uint8Array;
  /** The rank of the word that sounds as number k. */
  readonly #rankOfSounding: Uint32Array;

  private constructor(
    words: SortedWords,
    sounding: SoundingWords,
    rankOfSounding: Uint32Array,
    { first, sources, weights }: Places,
  ) {
    this.words = words;
    this.#sounding = sounding;
    this.#rankOfSounding = rankOfSounding;
    this.#first = first;
    this.#sources = sources;
    this.#weights = weights;
  }

  /** The index of sources, numbered from 0 in the order given, by their fields. */
  static *build(fieldsOfSources: Iterable<readonly SearchField[]>): Steps<TermIndex> {
    const table = WordTable.empty(MOST_WORDS);
    const written: string[] = [];
    const entries: Entries = { words: [], sources: [], weights: [] };
    let source = 0;
    for (const fields of fieldsOfSources) {
      if (source % SOURCES_AT_ONCE === 0) yield;
      if (table.isFull(MOST_WORDS)) yield* table.grow(MOST_WORDS);
      addSource(table, fields, source++, entries, written);
    }
    const order = yield* SortedWords.orderOf(table);
    const ranks = new Uint32Array(table.end);
    for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
    yield;
    const places = yield* filed(entries, ranks, order.length);
    const rankOfSounding = new Uint32Array(order.length);
    // Words have come into the table in the order in which they were written down.
    for (let k = 0, word = table.first; k < order.length; k++, word = table.after(word))
      rankOfSounding[k] = ranks[word]!;
    yield;
    const sounding = yield* SoundingWords.build(written);
    return new TermIndex(new SortedWords(table, order), sounding, rankOfSounding, places);
  }

  /** Tells the ranks of words that sound like one, or begin so; see `SoundingWords`. */
  eachSounding(word: string, call: EachSounding): void {
    this.#sounding.find(word, (number, likeness, isLonger) =>
      call(this.#rankOfSounding[number]!, likeness, isLonger),
    );
  }

  /** Tells the sources with the word of a rank. */
  eachPlace(rank: number, call: EachPlace): void {
    for (let at = this.#first[rank]!; at < this.#first[rank + 1]!; at++)
      call(this.#sources[at]!, this.#weights[at]! / WEIGHTS);
  }
}

/** Each word of each source, in the order of the sources. */
interface Entries {
  readonly words: number[];
  readonly sources: number[];
  readonly weights: number[];
}

interface Places {
  readonly first: Uint32Array;
  readonly sources: Uint32Array;
  readonly weights: Uint8Array;
}

/** @param written gets each new word as it was written: its folded form sounds less exactly. */
function addSource(
  table: WordTable,
  fields: readonly SearchField[],
  source: number,
  { words, sources, weights }: Entries,
  written: string[],
): void {
  const own = new Set<number>();
  for (const { text, weight } of fields) {
    const read = readWords(text.slice(0, LONGEST_FIELD));
    for (let k = 0; k < read.count && own.size < MOST_WORDS; k++) {
      const word = table.intern(read, k);
      if (table.count > written.length) written.push(text.slice(read.start[k], read.end[k]));
      // The field that counts most comes first.
      if (own.has(word)) continue;
      own.add(word);
      words.push(word);
      sources.push(source);
      weights.push(Math.round(weight * WEIGHTS));
    }
  }
}

/** The entries by the ranks of their words. */
function* filed(entries: Entries, ranks: Uint32Array, count: number): Steps<Places> {
  const size = entries.words.length;
  const first = new Uint32Array(count + 1);
  for (let at = 0; at < size; at++) {
    first[ranks[entries.words[at]!]! + 1]!++;
    if (at % ENTRIES_AT_ONCE === 0) yield;
  }
  for (let rank = 0; rank < count; rank++) first[rank + 1]! += first[rank]!;
  const next = first.slice();
  const sources = new Uint32Array(size);
  const weights = new Uint8Array(size);
  for (let at = 0; at < size; at++) {
    const rank = ranks[entries.words[at]!]!;
    const place = next[rank]!++;
    sources[place] = entries.sources[at]!;
    weights[place] = entries.weights[at]!;
    if (at % ENTRIES_AT_ONCE === 0) yield;
  }
  return { first, sources, weights };
}
