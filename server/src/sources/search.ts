/** Finds sources by any words that somebody remembers of them. */

import MiniSearch, { type SearchResult } from 'minisearch';
import { FuzzyRank } from '../names/fuzzyRank';
import { fullName, sourceLabel, sourceYear } from './label';
import type { Library } from './library';
import type { CslName, Source } from './source';

export interface FoundSource {
  readonly source: Source;
  /** 1 is a perfect match, 0 none. */
  readonly score: number;
}

export interface SourceSearch {
  /**
   * At most `limit` sources, best first: those that have every word of the query (whole, begun, or with a typo) in
   * any of their fields; where there are none, those that have most of the words. A blank query gives all sources,
   * by author and year.
   */
  search(query: string, limit: number): FoundSource[];
}

/** What is searched, already folded; the weights tell how much a word found there counts. */
interface Fields {
  readonly key: string;
  readonly title: string;
  readonly author: string;
  readonly outlet: string;
  readonly year: string;
  readonly tags: string;
}

interface Entry extends Fields {
  readonly id: number;
  /** Key, outlet and year: where a source is from. */
  readonly from: string;
  /** Title and tags: what it is about. */
  readonly about: string;
}

const WEIGHTS: Readonly<Record<keyof Fields, number>> = {
  key: 2,
  author: 3,
  title: 3,
  outlet: 2,
  year: 2,
  tags: 1,
};

/** fuse.js costs too much over a whole library, so a token index hands it no more than these. */
const SHORT_LIST = 100;
/** How much of a score comes from the token index; the rest comes from fuse.js. */
const RELEVANCE_COUNTS = 0.4;
const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/** `fold` makes one of what is to count as the same letters. The index is built at the first search. */
export function makeSourceSearch(library: Library, fold: (text: string) => string): SourceSearch {
  let index: SearchIndex | undefined;
  let ordered: readonly Source[] | undefined;
  return {
    search(query, limit) {
      if (limit < 1) return [];
      const words = wordsOf(fold(query)).slice(0, MOST_WORDS);
      if (words.length === 0) {
        ordered ??= byAuthorAndYear(library.all);
        return ordered.slice(0, limit).map((source) => ({ source, score: 1 }));
      }
      index ??= new SearchIndex(library.all, fold);
      return index.search(words, limit);
    },
  };
}

class SearchIndex {
  readonly #sources: readonly Source[];
  readonly #entries: readonly Entry[];
  readonly #tokens: MiniSearch<Entry>;

  constructor(sources: readonly Source[], fold: (text: string) => string) {
    this.#sources = sources;
    this.#entries = sources.map((source, id) => {
      const fields = foldedFields(source, fold);
      const { key, outlet, year, title, tags } = fields;
      return { id, ...fields, from: `${key} ${outlet} ${year}`, about: `${title} ${tags}` };
    });
    // A query costs by the number of fields indexed: three are enough to retrieve, and fuse.js ranks by all of them.
    this.#tokens = new MiniSearch<Entry>({
      fields: ['author', 'from', 'about'],
      tokenize: wordsOf,
      processTerm: (term) => term,
    });
    this.#tokens.addAll(this.#entries);
  }

  search(words: readonly string[], limit: number): FoundSource[] {
    const scores = new Map<number, number>();
    const retrieved = this.#retrieve(words);
    const best = retrieved[0]?.score ?? 1;
    for (const { id, score } of retrieved.slice(0, Math.max(SHORT_LIST, limit)))
      scores.set(id, RELEVANCE_COUNTS * (score / best));
    const shortList = retrieved.slice(0, SHORT_LIST).map(({ id }) => this.#entries[id]!);
    for (const [id, closeness] of this.#closeness(words, shortList))
      scores.set(id, (scores.get(id) ?? 0) + (1 - RELEVANCE_COUNTS) * closeness);
    // Who begins to type a key wants that source before all that merely mention the same words.
    const begunKey = words.join(' ');
    for (const { id, key } of this.#entries)
      if (key.startsWith(begunKey) && begunKey.length > 1) scores.set(id, 0.9 + (scores.get(id) ?? 0) / 10);
    return [...scores]
      .map(([id, score]) => ({ source: this.#sources[id]!, score }))
      .sort((one, other) => other.score - one.score || (one.source.key < other.source.key ? -1 : 1))
      .slice(0, limit);
  }

  #retrieve(words: readonly string[]): { id: number; score: number; queryTerms: string[] }[] {
    const query = words.join(' ');
    const options = {
      boost: { author: 2 },
      prefix: true,
      // A digit off is another year or another document, not a typo.
      fuzzy: (term: string) => (/\d/.test(term) || term.length < 4 ? false : 0.2),
      maxFuzzy: 2,
    };
    const find = (how: object) =>
      this.#tokens.search(query, { ...options, ...how }) as (SearchResult & { id: number })[];
    const exactly = find({ fuzzy: false, combineWith: 'AND' });
    if (exactly.length > 0) return exactly;
    const nearly = find({ combineWith: 'AND' });
    if (nearly.length > 0) return nearly;
    const partly = find({ combineWith: 'OR' });
    const most = partly.reduce((count, { queryTerms }) => Math.max(count, new Set(queryTerms).size), 0);
    return partly.filter(({ queryTerms }) => new Set(queryTerms).size === most);
  }

  /** How near each entry of the short list comes to each of the words, by fuse.js. */
  #closeness(words: readonly string[], entries: Entry[]): Map<number, number> {
    const total = new Map<number, number>();
    const rank = new FuzzyRank(entries, { fields: WEIGHTS, tolerance: 0.4, anywhere: true });
    for (const word of words)
      for (const { item, likeness } of rank.find(word))
        total.set(item.id, (total.get(item.id) ?? 0) + likeness / words.length);
    return total;
  }
}

function foldedFields({ key, item }: Source, fold: (text: string) => string): Fields {
  const text = (variable: string) => {
    const value = item[variable];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const names = ['author', 'editor', 'translator'].flatMap((variable) => {
    const value = item[variable];
    return Array.isArray(value) ? (value as CslName[]).map(fullName) : [];
  });
  const titles = ['title', 'title-short', 'translated-title', 'original-title'].map(text);
  const outlets = ['container-title', 'container-title-short', 'publisher', 'collection-title', 'number'].map(
    text,
  );
  return {
    key: fold(key),
    title: fold(untagged(titles.join(' '))),
    author: fold(names.join(' ')),
    outlet: fold(untagged(outlets.join(' '))),
    year: sourceYear(item),
    tags: fold(text('keyword')),
  };
}

const untagged = (text: string): string => text.replace(/<[^<>]*>/g, '');

const wordsOf = (folded: string): string[] =>
  (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));

function byAuthorAndYear(sources: readonly Source[]): Source[] {
  return sources
    .map((source) => ({ source, label: sourceLabel(source.item).toLowerCase() }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.source.key < b.source.key ? -1 : 1))
    .map(({ source }) => source);
}
