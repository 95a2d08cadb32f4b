/** Words by how they sound: finds those that are another spelling of a word, or begin with one, in whatever script. */

import type { Steps } from '../../text/steps';
import { Ints } from './growing';
import { nameParts } from './nameParts';
import { type PartStore, PartStoreBuilder } from './partStore';
import type { ComparablePart, NamePart, SoundShape } from './preparedName';
import { MOST_CLASSES, skeletonsOf } from './skeleton';
import { formSimilarity, partSimilarity } from './soundDistance';
import { consonantKinds } from './sounds';

/** Is told of each word that was found, by its number; `isLonger`: it goes on behind what sounds so. */
export type EachSounding = (word: number, likeness: number, isLonger: boolean) => void;

/** What is less alike is another word; what only begins so must begin very much so. */
const LEAST_ALIKE = 0.82;
const LEAST_BEGUN = 0.9;
/** Fewer sounds say too little of how a word begins. */
const SHORTEST_BEGUN = 4;
/** So many parts are compared, those first that have just the same consonants. */
const MOST_COMPARED = 600;
const WORDS_AT_ONCE = 100;
const PARTS_AT_ONCE = 10_000;
/** A digit of a skeleton's number: one of eight classes, or none. */
const DIGITS = 9;

export class SoundingWords {
  readonly #parts: PartStore;
  /** The skeletons that there are, in rising order, and the parts that have each. */
  readonly #skeletons: Float64Array;
  readonly #partsOf: Lists;
  /** The words that sound like each part. */
  readonly #wordsOf: Lists;

  private constructor(parts: PartStore, skeletons: Float64Array, partsOf: Lists, wordsOf: Lists) {
    this.#parts = parts;
    this.#skeletons = skeletons;
    this.#partsOf = partsOf;
    this.#wordsOf = wordsOf;
  }

  /** Of words as they are written, numbered from 0; what is no single word of some sounds is never found. */
  static *build(words: Iterable<string>): Steps<SoundingWords> {
    const store = new PartStoreBuilder();
    const bySkeleton = new Map<number, number[]>();
    const wordsOf: number[][] = [];
    let number = 0;
    for (const word of words) {
      if (number % WORDS_AT_ONCE === 0) yield;
      const part = partOf(word);
      if (part) {
        const known = store.add(part);
        if (known === wordsOf.length) {
          wordsOf.push([]);
          for (const { from } of rangesOf(part)) fileUnder(bySkeleton, from, known);
        }
        wordsOf[known]!.push(number);
      }
      number++;
    }
    const skeletons = Float64Array.from(bySkeleton.keys()).sort();
    yield;
    const partsOf = yield* flat(skeletons.length, (k) => bySkeleton.get(skeletons[k]!)!);
    return new SoundingWords(
      store.build(),
      skeletons,
      partsOf,
      yield* flat(wordsOf.length, (k) => wordsOf[k]!),
    );
  }

  /** The words that sound like one, or begin so; in no order, each once. */
  find(text: string, call: EachSounding): void {
    const part = partOf(text);
    if (!part) return;
    const compared = new Set<number>();
    const compare = (other: number) => {
      if (compared.size >= MOST_COMPARED || compared.has(other)) return;
      compared.add(other);
      this.#compare(part, other, call);
    };
    const ranges = rangesOf(part);
    for (const { from } of ranges) this.#eachBetween(from, from, compare);
    if (part.form.codes.length >= SHORTEST_BEGUN)
      for (const { from, to } of ranges) this.#eachBetween(from, to, compare);
  }

  /** The parts with skeletons from one number to another. */
  #eachBetween(from: number, to: number, call: (part: number) => void): void {
    let low = 0;
    let high = this.#skeletons.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#skeletons[middle]! < from) low = middle + 1;
      else high = middle;
    }
    for (let k = low; k < this.#skeletons.length && this.#skeletons[k]! <= to; k++)
      eachOf(this.#partsOf, k, call);
  }

  #compare(typed: NamePart, other: number, call: EachSounding): void {
    const part = this.#parts.laidOut(other);
    const whole = partSimilarity(typed, part, LEAST_ALIKE);
    const likeness = whole >= LEAST_ALIKE ? whole : begunLikeness(typed, part);
    if (likeness > 0) eachOf(this.#wordsOf, other, (word) => call(word, likeness, likeness !== whole));
  }
}

/** How alike a part is to the beginning of another; 0 if it is not. */
function begunLikeness({ form, arabic }: NamePart, other: ComparablePart): number {
  const { length } = form.codes;
  if (length < SHORTEST_BEGUN || other.form.to - other.form.from <= length) return 0;
  // One sound may be spelt as two.
  for (const sounds of [length, length + 1, length - 1]) {
    const begun = beginning(other.form, sounds);
    const likeness = formSimilarity(form, begun, arabic || other.arabic, LEAST_BEGUN);
    if (likeness >= LEAST_BEGUN) return likeness;
  }
  return 0;
}

/** The only part of a text that is one word; an article or a title, too, counts as one where it stands alone. */
function partOf(text: string): NamePart | undefined {
  const { parts, digits } = nameParts(text);
  const [part] = parts;
  return parts.length === 1 && digits === '' && part && part.form.codes.length > 1 ? part : undefined;
}

/** What leaving out a sound counts at most; as with whole names. */
const MOST_OMITTED = 100;

/** The first sounds of a form, of which none is an ending. */
function beginning(form: SoundShape, length: number): SoundShape {
  const to = Math.min(form.to, form.from + length);
  let mass = 0;
  let massBesideArabic = 0;
  for (let at = form.from; at < to; at++) {
    mass += Math.min(form.omit[at]!, MOST_OMITTED);
    massBesideArabic += Math.min(form.omitBesideArabic[at]!, MOST_OMITTED);
  }
  const kinds = consonantKinds(form.codes.subarray(form.from, to));
  const { codes, omit, omitBesideArabic, from } = form;
  return { codes, omit, omitBesideArabic, from, to, mass, massBesideArabic, ...kinds };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** For each skeleton of a part the numbers of all that begin with it; the first is its own. */
function rangesOf({ form }: NamePart): Range[] {
  const ranges = new Map<number, Range>();
  for (const classes of skeletonsOf(form.codes)) {
    let from = 0;
    for (let at = 0; at < MOST_CLASSES; at++) from = from * DIGITS + (classes[at] ?? 0);
    ranges.set(from, { from, to: from + DIGITS ** (MOST_CLASSES - classes.length) - 1 });
  }
  return [...ranges.values()];
}

function fileUnder(lists: Map<number, number[]>, key: number, entry: number): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** List k is `entries[starts[k] .. starts[k + 1]]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

function* flat(count: number, listOf: (k: number) => readonly number[]): Steps<Lists> {
  const starts = new Uint32Array(count + 1);
  const entries = new Ints();
  for (let k = 0; k < count; k++) {
    for (const entry of listOf(k)) entries.push(entry);
    starts[k + 1] = entries.length;
    if (k % PARTS_AT_ONCE === 0) yield;
  }
  return { starts, entries: entries.values() };
}

function eachOf({ starts, entries }: Lists, k: number, call: (entry: number) => void): void {
  for (let at = starts[k]!; at < starts[k + 1]!; at++) call(entries[at]!);
}
