/** Finds sources by any words that somebody remembers of them. */

import { foldText } from '../../names/fold';
import { FuzzyRank } from '../../names/fuzzyRank';
import { NearWords } from '../../names/nearWords';
import { readWords } from '../../names/words';
import { OnceBuilt } from '../../text/onceBuilt';
import type { Steps } from '../../text/steps';
import { sourceLabel, sourceYear } from '../label';
import type { Library } from '../library';
import type { Source } from '../source';
import { searchFields } from './searchFields';
import { TermIndex } from './termIndex';

export interface FoundSource {
  readonly source: Source;
  /** 1 is a perfect match, 0 none. */
  readonly score: number;
}

export interface SearchOptions {
  /** The keys of sources that come before others that were found as well: those that are cited already. */
  readonly first?: ReadonlySet<string>;
}

export interface SourceSearch {
  /**
   * At most `limit` sources, best first. Those whose key was begun come before those that have every word of the query,
   * whole or begun, in any of their fields; behind these stand those that have every word in another spelling
   * (*Mikhailov*, *Михайлов*). Where there is none, typos are forgiven; where there is still none, some of the words are
   * enough. A blank query gives all sources, by author and year.
   */
  search(query: string, limit: number, options?: SearchOptions): FoundSource[];
  /** Builds the index in steps; else it is built when somebody first searches. */
  steps(): Steps<unknown>;
}

/** A search over all sources of a library; nothing is built before it is first needed. */
export function makeSourceSearch({ all }: Library): SourceSearch {
  const index = new OnceBuilt(() => SearchIndex.build(all));
  return {
    search: (query, limit, options = {}) => (limit < 1 ? [] : index.now().search(query, limit, options)),
    steps: () => index.steps(),
  };
}

const MOST_WORDS = 12;
const LONGEST_QUERY = 400;
const LONGEST_WORD = 40;
const LISTED_AT_ONCE = 1000;

/** What a word counts that is there; that goes on behind what was typed; that is spelt otherwise; that differs by a slip. */
const WHOLE = 1;
const BEGUN = 0.9;
const SPELT_OTHERWISE = 0.8;
const SLIPPED = 0.7;
/** What a word loses for all that stands behind what was typed. */
const LONGER = 0.1;
const SHORTEST_SOUNDED = 3;
const SHORTEST_SLIPPED = 4;
/** So many words that begin alike are compared for slips. */
const SHORT_LIST = 400;
const TOLERANCE = 0.34;
const SHORTEST_KEY = 2;

/** How a source was found: the lowest and the highest score that this gives. */
const BANDS = {
  key: [1, 1],
  begunKey: [0.9, 0.99],
  asTyped: [0.5, 0.9],
  nearly: [0.25, 0.5],
  partly: [0, 0.25],
} as const;
type Band = keyof typeof BANDS;
/** In which order they come, with and without a preference for some of them. */
const PREFERRED: Readonly<Record<Band, number>> = { key: 0, begunKey: 1, asTyped: 1, nearly: 4, partly: 6 };
const OTHERS: Readonly<Record<Band, number>> = { key: 0, begunKey: 2, asTyped: 3, nearly: 5, partly: 7 };

/** A word of a query. */
interface Typed {
  readonly text: string;
  /** Folded. */
  readonly units: Uint16Array;
  /** A digit more or less is another year or another document, not a typo. */
  readonly isExact: boolean;
}

/** A word of the index that may be meant by one that was typed. */
interface Meant {
  readonly rank: number;
  /** 0..1. */
  readonly quality: number;
  readonly isAsTyped: boolean;
}

/** Which sources have how many words of a query. */
interface Matched {
  /** Those that have any. */
  readonly sources: readonly number[];
  /** The number that the best of them have. */
  readonly most: number;
  /** How many have all. */
  readonly whole: number;
}

interface Candidate {
  readonly source: number;
  readonly order: number;
  readonly score: number;
}

class SearchIndex {
  readonly #sources: readonly Source[];
  /** Folded. */
  readonly #keys: readonly string[];
  readonly #labels: readonly string[];
  readonly #years: Int16Array;
  readonly #terms: TermIndex;
  /** Of each source, for one search at a time: what its words count, how many it has, and how many just as typed. */
  readonly #score: Float32Array;
  readonly #has: Uint8Array;
  readonly #hasAsTyped: Uint8Array;
  /** The same of one word. */
  readonly #best: Float32Array;
  readonly #isAsTyped: Uint8Array;

  private constructor(
    sources: readonly Source[],
    keys: readonly string[],
    labels: readonly string[],
    years: Int16Array,
    terms: TermIndex,
  ) {
    this.#sources = sources;
    this.#keys = keys;
    this.#labels = labels;
    this.#years = years;
    this.#terms = terms;
    this.#score = new Float32Array(sources.length);
    this.#has = new Uint8Array(sources.length);
    this.#hasAsTyped = new Uint8Array(sources.length);
    this.#best = new Float32Array(sources.length);
    this.#isAsTyped = new Uint8Array(sources.length);
  }

  static *build(sources: readonly Source[]): Steps<SearchIndex> {
    const keys: string[] = [];
    const labels: string[] = [];
    const years = new Int16Array(sources.length);
    for (const [k, { key, item }] of sources.entries()) {
      if (k % LISTED_AT_ONCE === 0) yield;
      keys.push(foldText(key));
      labels.push(sourceLabel(item).toLowerCase());
      years[k] = Number(sourceYear(item)) || 0;
    }
    const terms = yield* TermIndex.build(fieldsOf(sources));
    return new SearchIndex(sources, keys, labels, years, terms);
  }

  search(query: string, limit: number, { first }: SearchOptions): FoundSource[] {
    const words = queryWords(query);
    const isFirst = (source: number) => first?.has(this.#sources[source]!.key) === true;
    const found =
      words.length === 0 ? this.#all(limit, isFirst) : this.#found(words, limit, isFirst, foldText(query));
    return found.map(({ source, score }) => ({ source: this.#sources[source]!, score }));
  }

  #all(limit: number, isFirst: (source: number) => boolean): Candidate[] {
    const labels = this.#labels;
    const all = labels.map((_, source) => ({ source, order: isFirst(source) ? 0 : 1, score: 1 }));
    return best(all, limit, (a, b) => {
      const [one, other] = [labels[a.source]!, labels[b.source]!];
      return a.order - b.order || (one < other ? -1 : one > other ? 1 : this.#byKey(a.source, b.source));
    });
  }

  #found(
    words: readonly Typed[],
    limit: number,
    isFirst: (source: number) => boolean,
    begunKey: string,
  ): Candidate[] {
    const meant = words.map((word) => this.#asTyped(word));
    let matched = this.#match(meant);
    if (matched.whole < limit) {
      for (const [k, word] of words.entries()) meant[k]!.push(...this.#otherwise(word));
      matched = this.#match(meant);
    }
    if (matched.whole === 0) {
      for (const [k, word] of words.entries()) meant[k]!.push(...this.#slipped(word));
      matched = this.#match(meant);
    }
    const candidates: Candidate[] = [];
    const add = (source: number, band: Band) => {
      const [low, high] = BANDS[band];
      const score = low + (high - low) * Math.min(1, this.#score[source]! / words.length);
      candidates.push({ source, order: (isFirst(source) ? PREFERRED : OTHERS)[band], score });
    };
    const byKey = new Set<number>();
    if (begunKey.length >= SHORTEST_KEY) {
      for (const [source, key] of this.#keys.entries()) {
        if (!key.startsWith(begunKey)) continue;
        byKey.add(source);
        add(source, key === begunKey ? 'key' : 'begunKey');
      }
    }
    const enough = matched.whole > 0 ? words.length : matched.most;
    for (const source of matched.sources) {
      if (this.#has[source]! < enough || byKey.has(source)) continue;
      const isAsTyped = this.#hasAsTyped[source] === words.length;
      add(source, isAsTyped ? 'asTyped' : enough === words.length ? 'nearly' : 'partly');
    }
    return best(
      candidates,
      limit,
      (a, b) =>
        a.order - b.order ||
        b.score - a.score ||
        this.#years[b.source]! - this.#years[a.source]! ||
        this.#byKey(a.source, b.source),
    );
  }

  #byKey(a: number, b: number): number {
    return this.#sources[a]!.key < this.#sources[b]!.key ? -1 : 1;
  }

  /** Looks up in which sources the words stand that may be meant by each of those typed. */
  #match(meant: readonly (readonly Meant[])[]): Matched {
    const [score, has, hasAsTyped] = [this.#score, this.#has, this.#hasAsTyped];
    const [best, isAsTyped] = [this.#best, this.#isAsTyped];
    score.fill(0);
    has.fill(0);
    hasAsTyped.fill(0);
    const sources: number[] = [];
    let most = 0;
    let whole = 0;
    for (const ofWord of meant) {
      const touched: number[] = [];
      for (const { rank, quality, isAsTyped: typed } of ofWord) {
        this.#terms.eachPlace(rank, (source, weight) => {
          if (best[source] === 0) touched.push(source);
          if (quality * weight > best[source]!) best[source] = quality * weight;
          if (typed) isAsTyped[source] = 1;
        });
      }
      whole = 0;
      for (const source of touched) {
        if (has[source] === 0) sources.push(source);
        score[source] = score[source]! + best[source]!;
        has[source] = has[source]! + 1;
        hasAsTyped[source] = hasAsTyped[source]! + isAsTyped[source]!;
        if (has[source] > most) most = has[source];
        if (has[source] === meant.length) whole++;
        best[source] = 0;
        isAsTyped[source] = 0;
      }
    }
    return { sources, most, whole };
  }

  /** The words that are one that was typed, or go on behind it. */
  #asTyped({ units }: Typed): Meant[] {
    const { words } = this.#terms;
    const [from, to] = words.beginningWith(units);
    const meant: Meant[] = [];
    for (let rank = from; rank < to; rank++) {
      const length = words.lengthAt(rank);
      const quality = length === units.length ? WHOLE : BEGUN - LONGER * (1 - units.length / length);
      meant.push({ rank, quality, isAsTyped: true });
    }
    return meant;
  }

  /** Those that are, or begin with, another spelling of it. */
  #otherwise({ text, units, isExact }: Typed): Meant[] {
    if (isExact || units.length < SHORTEST_SOUNDED) return [];
    const meant: Meant[] = [];
    this.#terms.eachSounding(text, (rank, likeness, isLonger) => {
      const quality = (SPELT_OTHERWISE - (isLonger ? LONGER : 0)) * likeness;
      meant.push({ rank, quality, isAsTyped: false });
    });
    return meant;
  }

  /** Those that it may have been meant to be. */
  #slipped({ units, isExact }: Typed): Meant[] {
    if (isExact || units.length < SHORTEST_SLIPPED) return [];
    const { words } = this.#terms;
    const near = new NearWords(words, units);
    const bySlip = near.bySlip();
    const meant = [...bySlip].map((rank) => ({ rank, quality: SLIPPED, isAsTyped: false }));
    if (meant.length > 0) return meant;
    const listed = [...near.byBeginning(SHORT_LIST)].map((rank) => ({ word: words.wordAt(rank), rank }));
    const fuzzy = new FuzzyRank(listed, { fields: { word: 1 }, tolerance: TOLERANCE, anywhere: false });
    return fuzzy
      .find(String.fromCharCode(...units))
      .map(({ item: { rank }, likeness }) => ({ rank, quality: SLIPPED * likeness, isAsTyped: false }));
  }
}

function* fieldsOf(sources: readonly Source[]) {
  for (const source of sources) yield searchFields(source);
}

function queryWords(query: string): Typed[] {
  const text = query.slice(0, LONGEST_QUERY);
  const read = readWords(text);
  return Array.from({ length: Math.min(read.count, MOST_WORDS) }, (_, k) => {
    const written = text.slice(read.start[k], read.end[k]).slice(0, LONGEST_WORD);
    const units = read.folded.slice(read.from[k], read.from[k + 1]).subarray(0, LONGEST_WORD);
    return { text: written, units, isExact: /\p{N}/u.test(written) };
  });
}

/** At most `limit` of them, the first by an order first. */
function best<T>(items: Iterable<T>, limit: number, compare: (a: T, b: T) => number): T[] {
  const kept: T[] = [];
  for (const item of items) {
    if (kept.length === limit && compare(item, kept[limit - 1]!) >= 0) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(kept[middle]!, item) <= 0) low = middle + 1;
      else high = middle;
    }
    if (kept.length === limit) kept.pop();
    kept.splice(low, 0, item);
  }
  return kept;
}
