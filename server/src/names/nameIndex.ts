/** The compiled index of all forms of a glossary: a trie over folded words, in flat arrays, searched in one pass. */

import { finish, type Steps } from '../text/steps';
import { powerOfTwo, spread } from './flatArrays';
import {
  BEGINS_SMALL,
  FLAG_BITS,
  GOES_ON_ACROSS,
  GOES_ON_SMALL,
  HAS_CHILD,
  HAS_FORM,
  MOST_NODES,
  NameTrie,
} from './nameTrie';
import { from, type Packed, under } from './packed';
import { Readings } from './readings';
import { type Signs, signsOf, standsAt, withoutSpace } from './signs';
import { APART, FIRST_UPPER, FOREIGN, HAS_LOWER, HAS_UPPER, JOINED, readWords, Words } from './words';
import { WordTable } from './wordTable';

/** Which capitals a form asks of a text that names it. */
export type Capitals =
  /** Words that the form capitalises begin with a capital; particles (al-, bin, of) may do as they like. */
  | 'name'
  /** Exactly the capitals of the form: acronyms, and other forms without a small letter (*IS*, never *is*). */
  | 'as-written';

export interface IndexedForm {
  readonly text: string;
  readonly capitals: Capitals;
}

/** The text of a form by its number. An index asks for it rarely, and does not keep it. */
export type TextOf = (form: number) => string;

/** Whether a form of the index is to be passed over, as if it had never been in it. */
export type IsGone = (form: number) => boolean;

/** The longest form that begins at a word, and every form that is written with those folded words. */
export interface Match {
  /** How many words the forms have. */
  readonly wordCount: number;
  /** The numbers of the forms, in the order in which they were given; of very many the first. */
  readonly forms: readonly number[];
  /** How many units around the words are signs of the forms themselves: the ayn of *ʿAli*, the period of *Ltd.* */
  readonly before: number;
  readonly after: number;
}

const LONGEST_PARTICLE = 4;
/** Small words inside names whose capital says nothing: articles, prepositions and kin terms, folded. */
const PARTICLES = new Set(
  'a ad ul ud ur us ut at as ash az ar an al el wal wa val va v e i o u of the and in for de di da la le von van bin ben ibn bint abd uulu uly kyzy ogly oglu zoda zade'.split(
    ' ',
  ),
);

/** Whether a folded word is a particle. */
export const isParticle = (folded: string): boolean => PARTICLES.has(folded);

/** Whether word `at` of a text is a particle; most are too long. */
export const isParticleAt = (words: Words, at: number): boolean =>
  words.from[at + 1]! - words.from[at]! <= LONGEST_PARTICLE && isParticle(words.wordOf(at));

const SHORTEST_FORM = 2;
const HAS_LATIN = /\p{Script=Latin}/u;
/** A run of foreign words is followed along this many readings at once; names have a handful. */
const MOST_READINGS = 64;
const MOST_WORDS = 30;
/** Of longer forms, the capitals of later words are not compared. */
const MOST_CASES = 15;
const MIXED_CASE = 3;
/** Of forms that are written with the same words, only so many are told: nobody chooses among more. */
const MOST_ALIKE = 1000;
const MOST_SIGNS_KNOWN = 1000;
/** What a form asks of a text, in one number: the lower 30 bits say which capitals, and these say what they mean. */
const AS_WRITTEN = 1 << 31;
const HAS_SIGNS = 1 << 30;
const BUILT_AT_ONCE = 128;
/**
 * Nearly every node has one form alone, with the capitals of a name and without signs: what it asks is among the node's
 * flags, behind this one.
 */
const ONLY_NAME = 1 << FLAG_BITS;
const ASKS_AT = FLAG_BITS + 1;
const READ_AT_ONCE = 1 << 12;
/** Entries of a form. */
const FORM = 2;
const ASKS = 1;
/** A word that begins a form has so many bits to itself, so that few other words pass for one. */
const BITS_PER_WORD = 8;
const BITS_PER_SMALL = 16;
const NONE_BEGIN = new Int32Array(1);
const NONE_GONE: IsGone = () => false;
/** For the forms whose own words have to be looked at again. */
const ownWords = new Words(256);

export class NameIndex {
  #words: WordTable;
  #trie: NameTrie;
  #textOf: TextOf;
  /**
   * Two entries a form. First the next form at the same node, or of the last one the first: a million equal forms are
   * still appended one by one, and stay in the order in which they were given. Then what it asks: AS_WRITTEN, two bits
   * a word, whether it has small letters, and capitals; otherwise bit k, word k must begin with a capital.
   */
  readonly #forms: Int32Array;
  /** The node of a form; 0: it is in no text. */
  readonly #ends: Int32Array;
  /** A bit for each hash of a word that begins a form: nearly all words of a text begin none. */
  #begins: Int32Array;
  /** The same for those that may have a small letter there. */
  #beginsSmall: Int32Array;
  readonly #readings: Readings;
  /** Of forms that have signs, those that were last asked for. */
  readonly #signs = new Map<number, Signs | undefined>();

  private constructor(
    words: WordTable,
    trie: NameTrie,
    textOf: TextOf,
    arrays: Readonly<Record<'forms' | 'ends' | 'begins' | 'beginsSmall', Int32Array>>,
  ) {
    this.#words = words;
    this.#trie = trie;
    this.#textOf = textOf;
    this.#forms = arrays.forms;
    this.#ends = arrays.ends;
    this.#begins = arrays.begins;
    this.#beginsSmall = arrays.beginsSmall;
    this.#readings = new Readings(words);
  }

  /** An index of these forms, built at once; a form's number is its place. */
  static of(forms: readonly IndexedForm[]): NameIndex {
    return finish(NameIndex.build(forms, forms.length, (form) => forms[form]!.text));
  }

  /**
   * An index of so many forms, in steps; they are numbered in the order in which they come, and may be made for the
   * moment only.
   *
   * @param textOf is kept, and must give the same texts from then on.
   */
  static *build(forms: Iterable<IndexedForm>, count: number, textOf: TextOf): Steps<NameIndex> {
    const words = WordTable.empty(count + MOST_WORDS);
    yield;
    const trie = NameTrie.empty(words, 2 * count + MOST_WORDS);
    yield;
    const index = new NameIndex(words, trie, textOf, {
      forms: new Int32Array(FORM * count),
      ends: new Int32Array(count),
      begins: NONE_BEGIN,
      beginsSmall: NONE_BEGIN,
    });
    let form = 0;
    for (const { text, capitals } of forms) {
      if (form === count || !words.canNumber(MOST_WORDS) || trie.count + MOST_WORDS > MOST_NODES) break;
      if (words.isFull(MOST_WORDS)) yield* words.grow(MOST_WORDS);
      if (trie.isFull(MOST_WORDS)) yield* trie.grow(MOST_WORDS);
      index.#insert(form, text, capitals);
      if (form % BUILT_AT_ONCE === 0) yield;
      form++;
    }
    yield* words.trim();
    yield* trie.trim();
    index.#begins = yield* beginnings(words, trie, BITS_PER_WORD, () => true);
    const isSmall = (node: number) => (trie.flagsOf(node) & BEGINS_SMALL) !== 0;
    index.#beginsSmall = yield* beginnings(words, trie, BITS_PER_SMALL, isSmall);
    return index;
  }

  /** The whole index in flat arrays; all but the texts. */
  pack(): Packed {
    return {
      ...under('words', this.#words.pack()),
      ...under('trie', this.#trie.pack()),
      forms: this.#forms,
      ends: this.#ends,
      begins: this.#begins,
      beginsSmall: this.#beginsSmall,
    };
  }

  /** The index of the arrays that `pack` gave, without copying them; undefined for others. */
  static unpack(arrays: Packed, textOf: TextOf): NameIndex | undefined {
    const words = WordTable.unpack(from('words', arrays));
    const trie = words && NameTrie.unpack(words, from('trie', arrays));
    const { forms, ends, begins, beginsSmall } = arrays;
    const isWhole =
      forms instanceof Int32Array &&
      ends instanceof Int32Array &&
      begins instanceof Int32Array &&
      beginsSmall instanceof Int32Array;
    if (!words || !trie || !isWhole || forms.length !== FORM * ends.length) return undefined;
    if (powerOfTwo(begins.length) !== begins.length) return undefined;
    if (powerOfTwo(beginsSmall.length) !== beginsSmall.length) return undefined;
    return new NameIndex(words, trie, textOf, { forms, ends, begins, beginsSmall });
  }

  get formCount(): number {
    return this.#ends.length;
  }

  /** The dictionary of all words of the forms. */
  get words(): WordTable {
    return this.#words;
  }

  /** Where the words of the forms lead. */
  get trie(): NameTrie {
    return this.#trie;
  }

  /** The node to which the words of a form lead; 0 if it is in no text: without a word, or with too many. */
  endOf(form: number): number {
    return this.#ends[form]!;
  }

  /**
   * The longest form that begins at word `at` and whose capitals agree; undefined if there is none.
   *
   * @param isGone forms to pass over: the match is that of an index without them.
   */
  matchAt(text: string, words: Words, at: number, isGone: IsGone = NONE_GONE): Match | undefined {
    const begins = (words.shape[at]! & FIRST_UPPER) === 0 ? this.#beginsSmall : this.#begins;
    if (!hasBit(begins, words.hash[at]!)) return undefined;
    let node = this.#trie.child(0, words, at);
    if (node === 0) return undefined;
    let found: readonly number[] | undefined;
    let count = 0;
    let hasNoSigns = false;
    let isJoined = true;
    for (let next = at + 1; ; next++) {
      const flags = this.#trie.flagsOf(node);
      if (flags & HAS_FORM) {
        const forms = this.#agreeing(node, text, words, at, next - at, isJoined, isGone);
        if (forms) {
          found = forms;
          count = next - at;
          hasNoSigns = (flags & ONLY_NAME) !== 0;
        }
      }
      if ((flags & HAS_CHILD) === 0 || next >= words.count) break;
      const shape = words.shape[next]!;
      if ((shape & JOINED) === 0) {
        if ((flags & GOES_ON_ACROSS) === 0) break;
        isJoined = false;
      }
      if ((shape & FIRST_UPPER) === 0 && (flags & GOES_ON_SMALL) === 0) break;
      node = this.#trie.child(node, words, next);
      if (node === 0) break;
    }
    if (found && hasNoSigns) return { wordCount: count, forms: found, before: 0, after: 0 };
    return found && this.#match(found, count, text, words, at);
  }

  /**
   * The same for a run with foreign words, each read as every word that it may stand for (*Навқотий* as *Navqotiy*);
   * undefined too where the longest form has no such word. Of a single word, three letters say too little, unless some
   * are Latin: then the others only look so.
   */
  foreignMatchAt(text: string, words: Words, at: number, isGone: IsGone = NONE_GONE): Match | undefined {
    if (!mayBeginName(words, at)) return undefined;
    let nodes: readonly number[] = [0];
    let found: readonly number[] = [];
    let count = 0;
    let isForeign = false;
    for (let next = at; next < words.count; next++) {
      const shape = words.shape[next]!;
      if (next > at && (shape & JOINED) === 0) break;
      nodes = this.#childrenOf(nodes, text, words, next);
      if (nodes.length === 0) break;
      isForeign ||= (shape & FOREIGN) !== 0;
      if (!isForeign) continue;
      const agreeing = nodes.flatMap(
        (node) => this.#agreeing(node, text, words, at, next + 1 - at, true, isGone) ?? NO_FORMS,
      );
      const isEnough = next > at || HAS_LATIN.test(text.slice(words.start[at], words.end[at]));
      const forms = isEnough ? agreeing : agreeing.filter((form) => this.#textOf(form).length > 3);
      if (forms.length === 0) continue;
      found = forms;
      count = next + 1 - at;
    }
    return count > 0 ? this.#match(found, count, text, words, at) : undefined;
  }

  /** The forms whose folded words are exactly those of `text`, whatever the capitals. */
  formsFoldedAs(text: string, isGone: IsGone = NONE_GONE): number[] {
    const words = readWords(text);
    let node = 0;
    for (let k = 0; k < words.count; k++) {
      node = this.#trie.child(node, words, k);
      if (node === 0) return [];
    }
    return node === 0 ? [] : [...this.#formsAt(node)].filter((form) => !isGone(form));
  }

  *#formsAt(node: number): Generator<number> {
    if ((this.#trie.flagsOf(node) & HAS_FORM) === 0) return;
    const last = this.#trie.lastForm(node);
    let form = last;
    do {
      form = this.#forms[form * FORM]!;
      yield form;
    } while (form !== last);
  }

  #childrenOf(nodes: readonly number[], text: string, words: Words, at: number): readonly number[] {
    const children: number[] = [];
    const add = (child: number) => {
      if (child !== 0) children.push(child);
    };
    if ((words.shape[at]! & FOREIGN) === 0) {
      for (const node of nodes) add(this.#trie.child(node, words, at));
    } else {
      const readings = this.#readings.of(text.slice(words.start[at], words.end[at]));
      for (const node of nodes) for (const word of readings) add(this.#trie.childBy(node, word));
    }
    return children.length > MOST_READINGS ? children.slice(0, MOST_READINGS) : children;
  }

  #match(forms: readonly number[], wordCount: number, text: string, words: Words, at: number): Match {
    let before = 0;
    let after = 0;
    for (const form of forms) {
      if ((this.#forms[form * FORM + ASKS]! & HAS_SIGNS) === 0) continue;
      const signs = this.#signsOf(form);
      if (!signs) continue;
      const start = words.start[at]!;
      const end = words.end[at + wordCount - 1]!;
      if (standsAt(text, start - signs.before.length, signs.before))
        before = Math.max(before, signs.before.length);
      if (standsAt(text, end, signs.after)) after = Math.max(after, signs.after.length);
    }
    return { wordCount, forms, before, after };
  }

  /** The forms at a node that agree with the text; undefined if none does. */
  #agreeing(
    node: number,
    text: string,
    words: Words,
    at: number,
    count: number,
    isJoined: boolean,
    isGone: IsGone,
  ): readonly number[] | undefined {
    const flags = this.#trie.flagsOf(node);
    if ((flags & HAS_FORM) === 0) return undefined;
    const last = this.#trie.lastForm(node);
    if (flags & ONLY_NAME) {
      const agrees = isJoined && hasCapitals(words, at, flags >>> ASKS_AT) && !isGone(last);
      return agrees ? [last] : undefined;
    }
    let forms: number[] | undefined;
    let form = last;
    let compared = 0;
    do {
      form = this.#forms[form * FORM]!;
      if (isGone(form)) continue;
      const asks = this.#forms[form * FORM + ASKS]!;
      const agrees =
        asks < 0 ? this.#asWritten(form, text, words, at, count) : hasCapitals(words, at, asks & ~HAS_SIGNS);
      if (agrees && (isJoined || this.#hasSigns(form, text, words, at, count))) {
        if (forms) forms.push(form);
        else forms = [form];
      }
      compared++;
    } while (form !== last && compared < MOST_ALIKE);
    return forms;
  }

  #asWritten(form: number, text: string, words: Words, at: number, count: number): boolean {
    const cases = this.#forms[form * FORM + ASKS]!;
    let isMixed = false;
    for (let k = 0; k < count && k < MOST_CASES; k++) {
      const own = (cases >> (2 * k)) & MIXED_CASE;
      if (own !== caseOf(words.shape[at + k]!)) return false;
      isMixed ||= own === MIXED_CASE;
    }
    return !isMixed || this.#hasSameLetters(form, text, words, at);
  }

  /** Compares the words that have both small and capital letters (*MoD*) letter by letter. */
  #hasSameLetters(form: number, text: string, words: Words, at: number): boolean {
    const own = this.#textOf(form);
    const written = readWords(own, undefined, undefined, ownWords);
    for (let k = 0; k < written.count; k++) {
      if (caseOf(written.shape[k]!) !== MIXED_CASE) continue;
      const mine = own.slice(written.start[k], written.end[k]);
      if (mine !== text.slice(words.start[at + k], words.end[at + k])) return false;
    }
    return true;
  }

  /** Whether, wherever the text's words are not joined, the form has the very signs that stand there. */
  #hasSigns(form: number, text: string, words: Words, at: number, count: number): boolean {
    if ((this.#forms[form * FORM + ASKS]! & HAS_SIGNS) === 0) return false;
    const gaps = this.#signsOf(form)?.gaps;
    if (!gaps) return false;
    for (let k = 1; k < count; k++) {
      const shape = words.shape[at + k]!;
      if (shape & JOINED) continue;
      const gap = shape & APART ? '' : text.slice(words.end[at + k - 1], words.start[at + k]);
      if (gaps[k] === '' || withoutSpace(gap) !== gaps[k]) return false;
    }
    return true;
  }

  #signsOf(form: number): Signs | undefined {
    if (this.#signs.has(form)) return this.#signs.get(form);
    if (this.#signs.size >= MOST_SIGNS_KNOWN) this.#signs.clear();
    const own = this.#textOf(form);
    const signs = signsOf(own, readWords(own, undefined, undefined, ownWords));
    this.#signs.set(form, signs);
    return signs;
  }

  #insert(form: number, text: string, capitals: Capitals): void {
    const words = readWords(text, undefined, undefined, ownWords);
    if (words.count === 0 || words.count > MOST_WORDS) return;
    if (words.count === 1 && words.end[0]! - words.start[0]! < SHORTEST_FORM) return;
    const isAsWritten = capitals === 'as-written';
    let needed = 0;
    let cases = 0;
    let node = 0;
    const signs = signsOf(text, words);
    for (let k = 0; k < words.count; k++) {
      const shape = words.shape[k]!;
      if (k < MOST_CASES) cases |= caseOf(shape) << (2 * k);
      const isCapital = shape & FIRST_UPPER && shape & HAS_UPPER;
      if (isCapital && (words.count === 1 || !isParticleAt(words, k))) needed |= 1 << k;
      const maySmall = isAsWritten
        ? k >= MOST_CASES || (shape & FIRST_UPPER) === 0
        : (needed & (1 << k)) === 0;
      const before = node;
      node = this.#trie.childOrNew(node, words, k);
      if (signs?.gaps[k]) this.#trie.flag(before, GOES_ON_ACROSS);
      if (maySmall && k > 0) this.#trie.flag(before, GOES_ON_SMALL);
      if (maySmall && k === 0) this.#trie.flag(node, BEGINS_SMALL);
    }
    this.#forms[form * FORM + ASKS] = (isAsWritten ? AS_WRITTEN | cases : needed) | (signs ? HAS_SIGNS : 0);
    this.#ends[form] = node;
    const flags = this.#trie.flagsOf(node) & ((1 << FLAG_BITS) - 1);
    const isFirst = (flags & HAS_FORM) === 0;
    const isOnlyName = isFirst && !isAsWritten && !signs && needed >>> (32 - ASKS_AT) === 0;
    this.#trie.setFlags(node, isOnlyName ? flags | ONLY_NAME | (needed << ASKS_AT) : flags);
    const last = isFirst ? form : this.#trie.lastForm(node);
    this.#forms[form * FORM] = isFirst ? form : this.#forms[last * FORM]!;
    this.#forms[last * FORM] = form;
    this.#trie.setLastForm(node, form);
  }
}

const NO_FORMS: readonly number[] = [];

const hasBit = (bits: Int32Array, hash: number): boolean => {
  const bit = spread(hash);
  return (bits[(bit >>> 5) & (bits.length - 1)]! & (1 << (bit & 31))) !== 0;
};

/** A bit for the hash of each word that begins a form and leads to such a node. */
function* beginnings(
  words: WordTable,
  trie: NameTrie,
  perWord: number,
  isOne: (node: number) => boolean,
): Steps<Int32Array> {
  const hashes: number[] = [];
  for (let node = 1; node < trie.count; node++) {
    if (trie.parentOf(node) === 0 && isOne(node)) hashes.push(words.hashOf(trie.wordOf(node)));
    if (node % READ_AT_ONCE === 0) yield;
  }
  const bits = new Int32Array(powerOfTwo((hashes.length * perWord) / 32));
  for (let k = 0; k < hashes.length; k++) {
    const bit = spread(hashes[k]!);
    bits[(bit >>> 5) & (bits.length - 1)]! |= 1 << (bit & 31);
    if (k % READ_AT_ONCE === 0) yield;
  }
  return bits;
}

/** Whether it has a capital, or is as short as a particle and followed by a capital: most words are neither. */
function mayBeginName(words: Words, at: number): boolean {
  if (words.shape[at]! & FIRST_UPPER) return true;
  if (words.end[at]! - words.start[at]! > LONGEST_PARTICLE || at + 1 >= words.count) return false;
  const needed = FIRST_UPPER | JOINED;
  return (words.shape[at + 1]! & needed) === needed;
}

function hasCapitals(words: Words, at: number, needed: number): boolean {
  for (let k = 0, rest = needed; rest !== 0; k++, rest >>>= 1) {
    if (rest & 1 && (words.shape[at + k]! & FIRST_UPPER) === 0) return false;
  }
  return true;
}

const caseOf = (shape: number): number => (shape & (HAS_LOWER | HAS_UPPER)) >> 1;
