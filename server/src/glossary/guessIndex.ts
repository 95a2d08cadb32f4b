/** What can be guessed of many claims, in flat arrays: how their forms sound, and what letters they have. */

import { bucketsFor, fileUnder } from '../names/likeness/filing';
import { Ints } from '../names/likeness/growing';
import { VariantIndex, VariantIndexBuilder } from '../names/likeness/variantIndex';
import { from, type Packed, under } from '../names/packed';
import { readWords } from '../names/words';
import type { Steps } from '../text/steps';
import type { Claim } from './claimList';

/** Shorter forms sound like too many others. */
const SHORTEST_FORM = 4;
/** Fewer letters, divided anyhow, are too often something else. */
const SHORTEST_LETTERS = 4;
const LONGEST_LETTERS = 80;
/** Of what lies in one bucket of letters so much is looked at: a glossary may have a million forms of the same letters. */
const MOST_OF_BUCKET = 64;
const SMALL_LETTER = /\p{Ll}|\p{Lo}/u;
const AT_ONCE = 50;

/**
 * Holds no claim and no string: claims are numbers, in the order in which they were given; whoever asks keeps the claims.
 * It is built in steps, or taken from the arrays that `pack` gave.
 */
export class GuessIndex {
  /** Names by number: see `claimOf` and `isSurname`. */
  readonly names: VariantIndex;
  /** For each name twice its claim, and one more if it is only the surname in the form. */
  readonly #targets: Uint32Array;
  /** The entries of bucket `b` are `starts[b] .. starts[b + 1]`: each the hash of a form's letters, and its claim. */
  readonly #starts: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #claims: Uint32Array;
  /** No longer run of letters needs to be looked up. */
  readonly longestLetters: number;

  private constructor(names: VariantIndex, arrays: Packed) {
    this.names = names;
    this.#targets = arrays.targets as Uint32Array;
    this.#starts = arrays.starts as Uint32Array;
    this.#hashes = arrays.hashes as Uint32Array;
    this.#claims = arrays.claims as Uint32Array;
    this.longestLetters = arrays.longest![0]!;
  }

  /** The index of claims that are numbered from 0 in the order given; `claims` may make each for the moment only. */
  static *build(claims: Iterable<Pick<Claim, 'entity' | 'form'>>): Steps<GuessIndex> {
    const names = new VariantIndexBuilder();
    const targets = new Ints();
    const hashes = new Ints();
    const numbers = new Ints();
    let longest = 0;
    let number = -1;
    for (const claim of claims) {
      number++;
      if (number % AT_ONCE === 0) yield;
      if (isAcronym(claim)) continue;
      const { form } = claim;
      const { hash, length, words } = lettersOf(form.text);
      if (length >= SHORTEST_LETTERS) {
        hashes.push(hash);
        numbers.push(number);
        longest = Math.max(longest, Math.min(length, LONGEST_LETTERS));
      }
      if (length + words - 1 < SHORTEST_FORM) continue;
      names.add(form.text);
      targets.push(2 * number);
      const surname = hasSurname(claim) ? surnameOf(form.text) : undefined;
      if (surname === undefined) continue;
      names.add(surname);
      targets.push(2 * number + 1);
    }
    const buckets = bucketsFor(hashes.length);
    const { starts, entries } = yield* fileUnder(
      hashes.length,
      buckets,
      (at) => hashes.at(at) & (buckets - 1),
    );
    return new GuessIndex(yield* names.build(), {
      targets: targets.values(),
      starts,
      hashes: entries.map((at) => hashes.at(at)),
      claims: entries.map((at) => numbers.at(at)),
      longest: Uint32Array.of(longest),
    });
  }

  /** The arrays it consists of. */
  pack(): Packed {
    return {
      ...under('names', this.names.pack()),
      targets: this.#targets,
      starts: this.#starts,
      hashes: this.#hashes,
      claims: this.#claims,
      longest: Uint32Array.of(this.longestLetters),
    };
  }

  /** The index of arrays that `pack` gave; nothing is copied. */
  static unpack(arrays: Packed): GuessIndex {
    return new GuessIndex(VariantIndex.unpack(from('names', arrays)), arrays);
  }

  /** The number of the claim of which a name is the form, or the surname in it. */
  claimOf(name: number): number {
    return this.#targets[name]! >>> 1;
  }

  /** The names of claims: the form of each, and the surname in it. */
  *namesOf(claims: Iterable<number>): Generator<number> {
    for (const claim of claims) {
      let low = 0;
      let high = this.#targets.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.claimOf(middle) < claim) low = middle + 1;
        else high = middle;
      }
      for (let name = low; name < this.#targets.length && this.claimOf(name) === claim; name++) yield name;
    }
  }

  /** Whether a name is only the surname in the form of its claim (`surnameOf`). */
  isSurname(name: number): boolean {
    return (this.#targets[name]! & 1) === 1;
  }

  /** The claims that have just these folded letters, by their hash: to be verified (`compactOf`). */
  withLetters(letters: string): readonly number[] {
    if (letters.length < SHORTEST_LETTERS || letters.length > LONGEST_LETTERS) return NONE;
    let hash = SEED;
    for (let at = 0; at < letters.length; at++) hash = mix(hash, letters.charCodeAt(at));
    hash >>>= 0;
    const bucket = hash & (this.#starts.length - 2);
    const start = this.#starts[bucket]!;
    const end = Math.min(this.#starts[bucket + 1]!, start + MOST_OF_BUCKET);
    let found = NONE;
    for (let at = start; at < end; at++) {
      if (this.#hashes[at] === hash) found = [...found, this.#claims[at]!];
    }
    return found;
  }
}

const NONE: readonly number[] = [];

/** Capitals in one word say nothing of how it sounds. */
const isAcronym = ({ form }: Pick<Claim, 'form'>): boolean =>
  form.kind === 'acronym' ||
  (!SMALL_LETTER.test(form.text) && !form.text.includes(' ') && !/\d/.test(form.text));

const hasSurname = ({ entity, form }: Pick<Claim, 'entity' | 'form'>): boolean =>
  entity.type === 'person' && form.kind === 'house' && entity.shorts.length === 0;

/** The last word of a name of several words, if it is long enough to tell by. */
export function surnameOf(name: string): string | undefined {
  const words = name.split(/\s+/);
  const last = words.at(-1)!;
  const isWhole = !last.includes('-') || ARTICLE.test(last);
  return words.length > 1 && last.length > SHORTEST_FORM && isWhole ? last : undefined;
}

/** *al-Zawahiri* is one surname; of others with a hyphen it is not known which half reports write. */
const ARTICLE = /^(?:[ae]l|[aeu][dnrstz]|a?sh|ul)-[^-]+$/iu;

const SEED = 0x811c9dc5 | 0;
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const read = { hash: 0, length: 0, words: 0 };

/** The hash and the number of the folded letters and digits of a text, and the number of its words; good until the next call. */
function lettersOf(text: string): Readonly<typeof read> {
  const words = readWords(text);
  read.words = words.count;
  read.length = words.from[words.count]!;
  read.hash = SEED;
  for (let at = 0; at < read.length; at++) read.hash = mix(read.hash, words.folded[at]!);
  read.hash >>>= 0;
  return read;
}
