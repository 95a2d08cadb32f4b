/** The compiled index of all forms of a glossary: a trie over folded words, in flat arrays, searched in one pass. */

import { Readings } from './readings';
import { type Signs, signsOf, standsAt, withoutSpace } from './signs';
import {
  APART,
  FIRST_UPPER,
  FOREIGN,
  HAS_LOWER,
  HAS_UPPER,
  JOINED,
  readWords,
  type Vocabulary,
  type Words,
} from './words';
import { grown, spread, WordTable } from './wordTable';

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

/** The longest form that begins at a word, and every form that is written with those folded words. */
export interface Match {
  /** How many words the forms have. */
  readonly wordCount: number;
  /** The numbers of the forms, in the order in which they were given. */
  readonly forms: readonly number[];
  /** How many units around the words are signs of the forms themselves: the ayn of *ʿAli*, the period of *Ltd.* */
  readonly before: number;
  readonly after: number;
}

/** Small words inside names whose capital says nothing: articles, prepositions and kin terms, folded. */
const PARTICLES = new Set(
  'a ad ul ud ur us ut at as ash az ar an al el wal wa val va v e i o u of the and in for de di da la le von van bin ben ibn bint abd uulu uly kyzy ogly oglu zoda zade'.split(
    ' ',
  ),
);

/** Whether a folded word is a particle. */
export const isParticle = (folded: string): boolean => PARTICLES.has(folded);
const SHORTEST_FORM = 2;
const HAS_LATIN = /\p{Script=Latin}/u;
const LONGEST_PARTICLE = 4;
/** A run of foreign words is followed along this many readings at once; names have a handful. */
const MOST_READINGS = 64;
const MOST_WORDS = 30;
/** Of longer forms, the capitals of later words are not compared. */
const MOST_CASES = 15;
const MIXED_CASE = 3;

export class NameIndex {
  readonly #words = new WordTable();
  readonly #readings = new Readings(this.#words);
  /** Node 0 is the root; a node's edges are found by hashing (node, word). */
  #edgeNode = new Int32Array(1 << 12).fill(-1);
  #edgeWord = new Int32Array(1 << 12);
  #edgeChild = new Int32Array(1 << 12);
  #edges = 0;
  #nodes = 1;
  /** From a word straight to the node it leads to from the root. */
  #fromRoot = new Int32Array(1 << 11).fill(-1);
  /** The first form that ends at a node, and the next form at the same node. */
  #firstForm = new Int32Array(1 << 11).fill(-1);
  readonly #nextForm: Int32Array;
  /** Bit k: word k of the form must begin with a capital; -1: every capital as written. */
  readonly #capitals: Int32Array;
  /** Of forms whose capitals are as written, two bits a word: whether it has small letters, and capitals. */
  readonly #cases: Int32Array;
  /** For the few forms that have any. */
  readonly #signs = new Map<number, Signs>();
  /** The nodes behind which a form goes on across such a sign. */
  readonly #goesOn = new Set<number>();
  readonly #forms: readonly IndexedForm[];
  /** The last form at a node that has several: a million equal forms are still appended one by one. */
  readonly #tails = new Map<number, number>();

  constructor(forms: readonly IndexedForm[]) {
    this.#forms = forms;
    this.#nextForm = new Int32Array(forms.length).fill(-1);
    this.#capitals = new Int32Array(forms.length);
    this.#cases = new Int32Array(forms.length);
    const interning: Vocabulary = { find: (hash, units, length) => this.#words.intern(hash, units, length) };
    for (let form = 0; form < forms.length; form++) this.#insert(form, forms[form]!, interning);
    this.#coverWords();
  }

  get formCount(): number {
    return this.#forms.length;
  }

  /** The dictionary with which to read a text before `matchAt`. */
  get vocabulary(): Vocabulary {
    return this.#words;
  }

  /**
   * The longest form that begins at word `at` and whose capitals agree; undefined if there is none.
   * `words` must have been read with this index's vocabulary.
   */
  matchAt(text: string, words: Words, at: number): Match | undefined {
    const first = words.id[at]!;
    if (first < 0) return undefined;
    let node = this.#fromRoot[first]!;
    if (node < 0) return undefined;
    let found: readonly number[] | undefined;
    let count = 0;
    let isJoined = true;
    for (let next = at + 1; ; next++) {
      if (this.#firstForm[node]! >= 0) {
        const forms = this.#agreeing(node, text, words, at, next - at, isJoined);
        if (forms.length > 0) {
          found = forms;
          count = next - at;
        }
      }
      if (next >= words.count) break;
      if ((words.shape[next]! & JOINED) === 0) {
        if (!this.#goesOn.has(node)) break;
        isJoined = false;
      }
      const id = words.id[next]!;
      if (id < 0) break;
      node = this.#child(node, id);
      if (node < 0) break;
    }
    return found && this.#match(found, count, text, words, at);
  }

  /**
   * The same for a run with foreign words, each read as every word that it may stand for (*Навқотий* as *Navqotiy*);
   * undefined too where the longest form has no such word. Of a single word, three letters say too little, unless some
   * are Latin: then the others only look so.
   */
  foreignMatchAt(text: string, words: Words, at: number): Match | undefined {
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
      const agreeing = nodes.flatMap((node) => this.#agreeing(node, text, words, at, next + 1 - at, true));
      const isEnough = next > at || HAS_LATIN.test(text.slice(words.start[at], words.end[at]));
      const forms = isEnough ? agreeing : agreeing.filter((form) => this.#forms[form]!.text.length > 3);
      if (forms.length === 0) continue;
      found = forms;
      count = next + 1 - at;
    }
    return count > 0 ? this.#match(found, count, text, words, at) : undefined;
  }

  #childrenOf(nodes: readonly number[], text: string, words: Words, at: number): readonly number[] {
    const id = words.id[at]!;
    const isForeign = (words.shape[at]! & FOREIGN) !== 0;
    if (!isForeign && id < 0) return [];
    const ids = isForeign ? this.#readings.of(text.slice(words.start[at], words.end[at])) : [id];
    const children: number[] = [];
    for (const node of nodes) {
      for (const one of ids) {
        const child = node === 0 ? this.#fromRoot[one]! : this.#child(node, one);
        if (child >= 0) children.push(child);
      }
    }
    return children.length > MOST_READINGS ? children.slice(0, MOST_READINGS) : children;
  }

  #match(forms: readonly number[], wordCount: number, text: string, words: Words, at: number): Match {
    let before = 0;
    let after = 0;
    for (const form of forms) {
      const signs = this.#signs.get(form);
      if (!signs) continue;
      const start = words.start[at]!;
      const end = words.end[at + wordCount - 1]!;
      if (standsAt(text, start - signs.before.length, signs.before))
        before = Math.max(before, signs.before.length);
      if (standsAt(text, end, signs.after)) after = Math.max(after, signs.after.length);
    }
    return { wordCount, forms, before, after };
  }

  /** The forms whose folded words are exactly those of `text`, whatever the capitals. */
  formsFoldedAs(text: string): number[] {
    const words = readWords(text, this.#words);
    if (words.count === 0 || words.id[0]! < 0) return [];
    let node = this.#fromRoot[words.id[0]!]!;
    for (let k = 1; k < words.count && node >= 0; k++)
      node = words.id[k]! < 0 ? -1 : this.#child(node, words.id[k]!);
    const forms: number[] = [];
    if (node >= 0)
      for (let form = this.#firstForm[node]!; form >= 0; form = this.#nextForm[form]!) forms.push(form);
    return forms;
  }

  #agreeing(
    node: number,
    text: string,
    words: Words,
    at: number,
    count: number,
    isJoined: boolean,
  ): readonly number[] {
    const forms: number[] = [];
    for (let form = this.#firstForm[node]!; form >= 0; form = this.#nextForm[form]!) {
      const needed = this.#capitals[form]!;
      const agrees =
        needed < 0 ? this.#asWritten(form, text, words, at, count) : hasCapitals(words, at, needed);
      if (agrees && (isJoined || this.#hasSigns(form, text, words, at, count))) forms.push(form);
    }
    return forms;
  }

  #asWritten(form: number, text: string, words: Words, at: number, count: number): boolean {
    const cases = this.#cases[form]!;
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
    const own = this.#forms[form]!.text;
    const written = readWords(own, this.#words);
    for (let k = 0; k < written.count; k++) {
      if (caseOf(written.shape[k]!) !== MIXED_CASE) continue;
      const mine = own.slice(written.start[k], written.end[k]);
      if (mine !== text.slice(words.start[at + k], words.end[at + k])) return false;
    }
    return true;
  }

  /** Whether, wherever the text's words are not joined, the form has the very signs that stand there. */
  #hasSigns(form: number, text: string, words: Words, at: number, count: number): boolean {
    const gaps = this.#signs.get(form)?.gaps;
    if (!gaps) return false;
    for (let k = 1; k < count; k++) {
      const shape = words.shape[at + k]!;
      if (shape & JOINED) continue;
      const gap = shape & APART ? '' : text.slice(words.end[at + k - 1], words.start[at + k]);
      if (gaps[k] === '' || withoutSpace(gap) !== gaps[k]) return false;
    }
    return true;
  }

  #insert(form: number, { text, capitals }: IndexedForm, interning: Vocabulary): void {
    const words = readWords(text, interning);
    if (words.count === 0 || words.count > MOST_WORDS) return;
    if (words.count === 1 && words.end[0]! - words.start[0]! < SHORTEST_FORM) return;
    let needed = 0;
    let cases = 0;
    let node = 0;
    const signs = signsOf(text, words);
    for (let k = 0; k < words.count; k++) {
      const shape = words.shape[k]!;
      if (k < MOST_CASES) cases |= caseOf(shape) << (2 * k);
      if (signs?.gaps[k]) this.#goesOn.add(node);
      const isName = !PARTICLES.has(this.#words.wordOf(words.id[k]!)) || words.count === 1;
      if (shape & FIRST_UPPER && shape & HAS_UPPER && isName) needed |= 1 << k;
      node = this.#childOrNew(node, words.id[k]!);
    }
    this.#capitals[form] = capitals === 'as-written' ? -1 : needed;
    this.#cases[form] = cases;
    if (signs) this.#signs.set(form, signs);
    this.#append(node, form);
  }

  /** Forms at one node stay in the order in which they were given. */
  #append(node: number, form: number): void {
    const first = this.#firstForm[node]!;
    if (first < 0) {
      this.#firstForm[node] = form;
      return;
    }
    this.#nextForm[this.#tails.get(node) ?? first] = form;
    this.#tails.set(node, form);
  }

  #child(node: number, word: number): number {
    const mask = this.#edgeNode.length - 1;
    for (let slot = edgeHash(node, word) & mask; ; slot = (slot + 1) & mask) {
      const owner = this.#edgeNode[slot]!;
      if (owner < 0) return -1;
      if (owner === node && this.#edgeWord[slot] === word) return this.#edgeChild[slot]!;
    }
  }

  #childOrNew(node: number, word: number): number {
    if (node === 0) {
      while (word >= this.#fromRoot.length) this.#fromRoot = grown(this.#fromRoot, -1);
      if (this.#fromRoot[word]! < 0) this.#fromRoot[word] = this.#newNode();
      return this.#fromRoot[word]!;
    }
    const known = this.#child(node, word);
    if (known >= 0) return known;
    if ((this.#edges + 1) * 2 > this.#edgeNode.length) this.#growEdges();
    const child = this.#newNode();
    this.#placeEdge(node, word, child);
    this.#edges++;
    return child;
  }

  #newNode(): number {
    if (this.#nodes === this.#firstForm.length) this.#firstForm = grown(this.#firstForm, -1);
    return this.#nodes++;
  }

  #placeEdge(node: number, word: number, child: number): void {
    const mask = this.#edgeNode.length - 1;
    let slot = edgeHash(node, word) & mask;
    while (this.#edgeNode[slot]! >= 0) slot = (slot + 1) & mask;
    this.#edgeNode[slot] = node;
    this.#edgeWord[slot] = word;
    this.#edgeChild[slot] = child;
  }

  #growEdges(): void {
    const nodes = this.#edgeNode;
    const words = this.#edgeWord;
    const children = this.#edgeChild;
    const size = nodes.length * 2;
    this.#edgeNode = new Int32Array(size).fill(-1);
    this.#edgeWord = new Int32Array(size);
    this.#edgeChild = new Int32Array(size);
    for (let slot = 0; slot < nodes.length; slot++) {
      if (nodes[slot]! >= 0) this.#placeEdge(nodes[slot]!, words[slot]!, children[slot]!);
    }
  }

  /** Words that begin no form still get their -1, so that a search needs no bounds. */
  #coverWords(): void {
    while (this.#words.count > this.#fromRoot.length) this.#fromRoot = grown(this.#fromRoot, -1);
  }
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

const edgeHash = (node: number, word: number): number =>
  spread(Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(word + 1, 0x85ebca6b | 0));
