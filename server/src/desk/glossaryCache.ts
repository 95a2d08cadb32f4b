/** Keeps compiled glossaries in a cache, and takes back what is just the glossary of the present files, or nothing. */

import { GuessIndex } from '../glossary/guessIndex';
import type { Layer } from '../glossary/layer';
import {
  baseNameIn,
  type GlossaryOfFiles,
  restoreBase,
  restoreGlossary,
  storeBase,
  storeGlossary,
} from '../glossary/storedGlossary';
import { FormSearch } from '../names/formSearch';
import { from, type Packed, packSteps, under, unpackSteps } from '../names/packed';
import { pace, type Rest } from '../text/steps';
import type { IndexCache } from './indexCache';

/** The texts of shorter glossaries, in UTF-16 units, are read as fast as a cache. */
const SHORTEST = 200_000;
/** Units of text that are digested at once: a few milliseconds. */
const DIGESTED_AT_ONCE = 1 << 20;

export class GlossaryCache {
  readonly #cache: IndexCache;
  readonly #rest: Rest;
  readonly #shortest: number;
  /** Under which name each base is kept. */
  readonly #names = new WeakMap<Layer, string>();

  /** @param shortest for a test, which has no large glossary. */
  constructor(cache: IndexCache, rest: Rest, shortest = SHORTEST) {
    this.#cache = cache;
    this.#rest = rest;
    this.#shortest = shortest;
  }

  /**
   * The key of a glossary: it changes with the program, with the path and the text of any file, and with the keys of the
   * sources. Undefined for a glossary that is not worth it.
   *
   * @param texts by path.
   * @param sources undefined if keys of sources are taken on trust.
   */
  async keyOf(
    texts: ReadonlyMap<string, string>,
    sources: ReadonlySet<string> | undefined,
  ): Promise<string | undefined> {
    let length = 0;
    for (const text of texts.values()) length += text.length;
    if (length < this.#shortest) return undefined;
    const parts: (string | undefined)[] = [
      this.#cache.program,
      sources ? await this.#digestOf([...sources].join('\n')) : 'on trust',
    ];
    for (const path of [...texts.keys()].sort()) parts.push(path, await this.#digestOf(texts.get(path)!));
    return parts.includes(undefined) ? undefined : this.#digestOf(JSON.stringify(parts));
  }

  /** The glossary of a key, of which nothing need be compiled; undefined where there is none that is sound. */
  async read(key: string, texts: ReadonlyMap<string, string>): Promise<GlossaryOfFiles | undefined> {
    const arrays = await this.#readArrays(key);
    const name = arrays && baseNameIn(key, arrays);
    const ofBase = name && (await this.#readArrays(name));
    const base = ofBase && restoreBase(name, ofBase);
    const glossary = base && (await pace(restoreGlossary(key, arrays, base, texts), this.#rest));
    if (!glossary) return undefined;
    this.#names.set(base, name);
    return glossary;
  }

  /** Takes what was once built of a base, so that it need not be built when somebody asks for it. */
  async readParts(base: Layer): Promise<void> {
    const name = this.#names.get(base);
    if (name === undefined) return;
    const search =
      base.search.built ??
      (await this.#readPart(name, 'search', base, (arrays) => FormSearch.unpack(arrays, base.index)));
    if (search) base.search.take(search);
    const guesses =
      base.guesses.built ??
      (await this.#readPart(name, 'guesses', base, (arrays) => GuessIndex.unpack(arrays)));
    if (guesses) base.guesses.take(guesses);
  }

  /**
   * Keeps what has been compiled of a glossary and is not yet kept. What is large, the base, is kept once under a name
   * that nothing else has, and found by what is kept under the key.
   */
  async write(key: string, glossary: GlossaryOfFiles): Promise<void> {
    const { base } = glossary.lexicon;
    const known = this.#names.get(base);
    const isKept = known !== undefined && (await this.#cache.has(known));
    const name = isKept ? known : `base-${crypto.randomUUID()}`;
    const arrays = storeGlossary(key, name, glossary);
    if (!arrays) return;
    if (!isKept) {
      this.#names.set(base, name);
      await this.#writeArrays(name, await pace(storeBase(name, base), this.#rest));
    }
    if (!isKept || !(await this.#cache.has(key))) await this.#writeArrays(key, arrays);
    await this.#writePart(name, 'search', base);
    await this.#writePart(name, 'guesses', base);
  }

  /** What was built of a base beside it; undefined where there is nothing that is sound. */
  async #readPart<T>(
    name: string,
    part: Part,
    base: Layer,
    unpack: (arrays: Packed) => T | undefined,
  ): Promise<T | undefined> {
    const arrays = await this.#readArrays(`${name}-${part}`);
    if (!arrays) return undefined;
    try {
      const about = new TextDecoder().decode(arrays.about);
      return about === aboutPart(name, part, base) ? unpack(from(part, arrays)) : undefined;
    } catch {
      return undefined;
    }
  }

  async #writePart(name: string, part: Part, base: Layer): Promise<void> {
    const { built } = base[part];
    if (!built || (await this.#cache.has(`${name}-${part}`))) return;
    const about = new TextEncoder().encode(aboutPart(name, part, base));
    await this.#writeArrays(`${name}-${part}`, { about, ...under(part, built.pack()) });
  }

  async #readArrays(key: string): Promise<Packed | undefined> {
    const bytes = await this.#cache.read(key);
    return bytes && pace(unpackSteps(bytes), this.#rest);
  }

  async #writeArrays(key: string, arrays: Packed): Promise<void> {
    await this.#cache.write(key, await pace(packSteps(arrays), this.#rest));
  }

  /**
   * SHA-256, or for a long text that of the SHA-256 of its pieces. Undefined for a text with half a character, which in
   * UTF-8 is like any other such text.
   */
  async #digestOf(text: string): Promise<string | undefined> {
    const encoder = new TextEncoder();
    let whole = '';
    let at = 0;
    do {
      let end = Math.min(text.length, at + DIGESTED_AT_ONCE);
      if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) end++;
      const piece = text.slice(at, end);
      if (LONE_SURROGATE.test(piece)) return undefined;
      whole += hexOf(await crypto.subtle.digest('SHA-256', encoder.encode(piece)));
      at = end;
      await this.#rest();
    } while (at < text.length);
    return text.length <= DIGESTED_AT_ONCE
      ? whole
      : hexOf(await crypto.subtle.digest('SHA-256', encoder.encode(whole)));
  }
}

/** What is built of a base when somebody first asks for it. */
type Part = 'guesses' | 'search';

const aboutPart = (name: string, part: Part, { claims }: Layer): string =>
  JSON.stringify({ name, part, claims: claims.length });

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;
const hexOf = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
