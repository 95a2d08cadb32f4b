/** The compiled index of all forms of a glossary: a trie over folded words, in flat arrays, searched in one pass. */

import { finish, type Steps } from '../text/steps';
import { beginnings, hasBit } from './beginnings';
import { powerOfTwo } from './flatArrays';
import { asksOf, type Capitals, FormDemands, hasCapitals, mayBeSmall, type TextOf } from './formDemands';
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
import { LONGEST_PARTICLE } from './particles';
import { Readings } from './readings';
import { signsOf, standsAt } from './signs';
import { FIRST_UPPER, FOREIGN, JOINED, readWords, Words } from './words';
import { WordTable } from './wordTable';

export type { Capitals, TextOf } from './formDemands';

export interface IndexedForm {
  readonly text: string;
  readonly capitals: Capitals;
}

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

const SHORTEST_FORM = 2;
const HAS_LATIN = /\p{Script=Latin}/u;
/** A run of foreign words is followed along this many readings at once; names have a handful. */
const MOST_READINGS = 64;
const MOST_WORDS = 30;
/** Of forms that are written with the same words, only so many are told: nobody chooses among more. */
const MOST_ALIKE = 1000;
const BUILT_AT_ONCE = 128;
/**
 * Nearly every node has one form alone, with the capitals of a name and without signs: what it asks is among the node's
 * flags, behind this one.
 */
const ONLY_NAME = 1 << FLAG_BITS;
const ASKS_AT = FLAG_BITS + 1;
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
  readonly #demands: FormDemands;

  private constructor(
    words: WordTable,
    trie: NameTrie,
    textOf: TextOf,
    arrays: Readonly<Record<'forms' | 'ends' | 'begins' | 'beginsSmall', Int32Array>>,
  ) {
    this.#words = words;
    this.#trie = trie;
    this.#demands = new FormDemands(textOf);
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
      const forms = isEnough ? agreeing : agreeing.filter((form) => this.#demands.textOf(form).length > 3);
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
    const start = words.start[at]!;
    const end = words.end[at + wordCount - 1]!;
    let before = 0;
    let after = 0;
    for (const form of forms) {
      const signs = this.#demands.signsOf(this.#forms[form * FORM + ASKS]!, form);
      if (!signs) continue;
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
      if (this.#demands.areMet(asks, form, text, words, at, count, isJoined)) {
        if (forms) forms.push(form);
        else forms = [form];
      }
      compared++;
    } while (form !== last && compared < MOST_ALIKE);
    return forms;
  }

  #insert(form: number, text: string, capitals: Capitals): void {
    const words = readWords(text, undefined, undefined, ownWords);
    if (words.count === 0 || words.count > MOST_WORDS) return;
    if (words.count === 1 && words.end[0]! - words.start[0]! < SHORTEST_FORM) return;
    const signs = signsOf(text, words);
    const asks = asksOf(words, capitals, signs);
    let node = 0;
    for (let k = 0; k < words.count; k++) {
      const isSmall = mayBeSmall(asks, words, k);
      const before = node;
      node = this.#trie.childOrNew(node, words, k);
      if (signs?.gaps[k]) this.#trie.flag(before, GOES_ON_ACROSS);
      if (isSmall && k > 0) this.#trie.flag(before, GOES_ON_SMALL);
      if (isSmall && k === 0) this.#trie.flag(node, BEGINS_SMALL);
    }
    this.#forms[form * FORM + ASKS] = asks;
    this.#ends[form] = node;
    const flags = this.#trie.flagsOf(node) & ((1 << FLAG_BITS) - 1);
    const isFirst = (flags & HAS_FORM) === 0;
    // What asks for exact capitals, or has signs, has one of the higher bits.
    const isOnlyName = isFirst && asks >>> (32 - ASKS_AT) === 0;
    this.#trie.setFlags(node, isOnlyName ? flags | ONLY_NAME | (asks << ASKS_AT) : flags);
    const last = isFirst ? form : this.#trie.lastForm(node);
    this.#forms[form * FORM] = isFirst ? form : this.#forms[last * FORM]!;
    this.#forms[last * FORM] = form;
    this.#trie.setLastForm(node, form);
  }
}

const NO_FORMS: readonly number[] = [];

/** Whether it has a capital, or is as short as a particle and followed by a capital: most words are neither. */
function mayBeginName(words: Words, at: number): boolean {
  if (words.shape[at]! & FIRST_UPPER) return true;
  if (words.end[at]! - words.start[at]! > LONGEST_PARTICLE || at + 1 >= words.count) return false;
  const needed = FIRST_UPPER | JOINED;
  return (words.shape[at + 1]! & needed) === needed;
}
