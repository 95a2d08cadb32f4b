/** The compiled index of all forms of a glossary: a trie over folded words, in flat arrays, searched in one pass. */

import { FIRST_UPPER, HAS_LOWER, HAS_UPPER, JOINED, readWords, type Vocabulary, type Words } from './words';

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
}

/** Small words inside names whose capital says nothing: articles, prepositions and kin terms, folded. */
const PARTICLES = new Set(
  'a ad ul ud ur us ut at as ash az ar an al el wal wa val va v e i o u of the and in for de di da la le von van bin ben ibn bint abd uulu uly kyzy ogly oglu zoda zade'.split(
    ' ',
  ),
);
const SHORTEST_FORM = 2;
const MOST_WORDS = 30;

/** A folded word is at most this many units long, so that a hash collision is settled by comparing few units. */
class WordTable implements Vocabulary {
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  #starts = new Uint32Array((1 << 11) + 1);
  #pool = new Uint16Array(1 << 14);
  count = 0;

  find(hash: number, units: Uint16Array, length: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id < 0) return -1;
      if (this.#hashes[id] === hash && this.#equals(id, units, length)) return id;
    }
  }

  /** The number of the word, given to it now if it is new. */
  intern(hash: number, units: Uint16Array, length: number): number {
    const known = this.find(hash, units, length);
    if (known >= 0) return known;
    const id = this.count++;
    if (id === this.#hashes.length) this.#grow();
    const start = this.#starts[id]!;
    while (start + length > this.#pool.length) this.#pool = grown(this.#pool);
    this.#pool.set(units.subarray(0, length), start);
    this.#starts[id + 1] = start + length;
    this.#hashes[id] = hash;
    this.#place(id, hash);
    return id;
  }

  wordOf(id: number): string {
    return String.fromCharCode(...this.#pool.subarray(this.#starts[id], this.#starts[id + 1]));
  }

  #equals(id: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[id]!;
    if (this.#starts[id + 1]! - start !== length) return false;
    for (let k = 0; k < length; k++) if (this.#pool[start + k] !== units[k]) return false;
    return true;
  }

  #place(id: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    const size = this.#hashes.length * 2;
    const hashes = new Int32Array(size);
    hashes.set(this.#hashes);
    const starts = new Uint32Array(size + 1);
    starts.set(this.#starts);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#slots = new Int32Array(size * 2).fill(-1);
    for (let id = 0; id < size / 2; id++) this.#place(id, hashes[id]!);
  }
}

export class NameIndex {
  readonly #words = new WordTable();
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
  readonly #forms: readonly IndexedForm[];
  /** The last form at a node that has several: a million equal forms are still appended one by one. */
  readonly #tails = new Map<number, number>();

  constructor(forms: readonly IndexedForm[]) {
    this.#forms = forms;
    this.#nextForm = new Int32Array(forms.length).fill(-1);
    this.#capitals = new Int32Array(forms.length);
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
    let found: Match | undefined;
    for (let next = at + 1; ; next++) {
      if (this.#firstForm[node]! >= 0) {
        const forms = this.#agreeing(node, text, words, at);
        if (forms.length > 0) found = { wordCount: next - at, forms };
      }
      if (next >= words.count || (words.shape[next]! & JOINED) === 0) return found;
      const id = words.id[next]!;
      if (id < 0) return found;
      node = this.#child(node, id);
      if (node < 0) return found;
    }
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

  #agreeing(node: number, text: string, words: Words, at: number): number[] {
    const forms: number[] = [];
    for (let form = this.#firstForm[node]!; form >= 0; form = this.#nextForm[form]!) {
      const needed = this.#capitals[form]!;
      const agrees = needed < 0 ? this.#asWritten(form, text, words, at) : hasCapitals(words, at, needed);
      if (agrees) forms.push(form);
    }
    return forms;
  }

  #asWritten(form: number, text: string, words: Words, at: number): boolean {
    const written = readWords(this.#forms[form]!.text, this.#words);
    for (let k = 0; k < written.count; k++) {
      const own = written.shape[k]! & (HAS_LOWER | HAS_UPPER);
      const theirs = words.shape[at + k]! & (HAS_LOWER | HAS_UPPER);
      if (own !== theirs) return false;
      if (own === (HAS_LOWER | HAS_UPPER)) {
        const mine = this.#forms[form]!.text.slice(written.start[k], written.end[k]);
        if (mine !== text.slice(words.start[at + k], words.end[at + k])) return false;
      }
    }
    return true;
  }

  #insert(form: number, { text, capitals }: IndexedForm, interning: Vocabulary): void {
    const words = readWords(text, interning);
    if (words.count === 0 || words.count > MOST_WORDS) return;
    if (words.count === 1 && words.end[0]! - words.start[0]! < SHORTEST_FORM) return;
    let needed = 0;
    let node = 0;
    for (let k = 0; k < words.count; k++) {
      const shape = words.shape[k]!;
      const isName = !PARTICLES.has(this.#words.wordOf(words.id[k]!)) || words.count === 1;
      if (shape & FIRST_UPPER && shape & HAS_UPPER && isName) needed |= 1 << k;
      node = this.#childOrNew(node, words.id[k]!);
    }
    this.#capitals[form] = capitals === 'as-written' ? -1 : needed;
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

function hasCapitals(words: Words, at: number, needed: number): boolean {
  for (let k = 0, rest = needed; rest !== 0; k++, rest >>>= 1) {
    if (rest & 1 && (words.shape[at + k]! & FIRST_UPPER) === 0) return false;
  }
  return true;
}

const spread = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
};

const edgeHash = (node: number, word: number): number =>
  spread(Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(word + 1, 0x85ebca6b | 0));

function grown<A extends Int32Array | Uint16Array>(from: A, fill = 0): A {
  const Kind = from.constructor as new (size: number) => A;
  const into = new Kind(from.length * 2);
  into.set(from);
  if (fill !== 0) into.fill(fill, from.length);
  return into;
}
