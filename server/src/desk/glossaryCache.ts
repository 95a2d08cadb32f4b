/** Keeps compiled glossaries in a cache, and takes back what is just the glossary of the present files, or nothing. */

import { GuessIndex } from '../glossary/guessIndex';
import type { Lexicon } from '../glossary/lexicon';
import { type GlossaryOfFiles, restoreGlossary, storeGlossary } from '../glossary/storedGlossary';
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
  /** The keys under which there is something that was read or written here. */
  readonly #known = new Set<string>();

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
    const glossary = arrays && restoreGlossary(key, arrays, texts);
    if (!glossary) return undefined;
    this.#known.add(key);
    const { guesses } = glossary.lexicon.base;
    const ofGuesses = await this.#readArrays(guessesKey(key));
    const index = ofGuesses && readGuesses(key, ofGuesses, glossary.lexicon);
    if (!index) return glossary;
    this.#known.add(guessesKey(key));
    guesses.take(index);
    return glossary;
  }

  /** Keeps what has been compiled of a glossary and is not yet kept. */
  async write(key: string, glossary: GlossaryOfFiles): Promise<void> {
    if (!this.#known.has(key)) {
      const arrays = await pace(storeGlossary(key, glossary), this.#rest);
      if (!arrays) return;
      await this.#writeArrays(key, arrays);
    }
    const { guesses, claims } = glossary.lexicon.base;
    if (!guesses.built || this.#known.has(guessesKey(key))) return;
    const about = encode({ key, claims: claims.length });
    await this.#writeArrays(guessesKey(key), { about, ...under('guesses', guesses.built.pack()) });
  }

  async #readArrays(key: string): Promise<Packed | undefined> {
    const bytes = await this.#cache.read(key);
    return bytes && pace(unpackSteps(bytes), this.#rest);
  }

  async #writeArrays(key: string, arrays: Packed): Promise<void> {
    this.#known.add(key);
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

const guessesKey = (key: string): string => `${key}-guesses`;
const encode = (about: object): Uint8Array => new TextEncoder().encode(JSON.stringify(about));

function readGuesses(key: string, arrays: Packed, { base }: Lexicon): GuessIndex | undefined {
  try {
    const about: unknown = JSON.parse(new TextDecoder().decode(arrays.about));
    if (JSON.stringify(about) !== JSON.stringify({ key, claims: base.claims.length })) return undefined;
    return GuessIndex.unpack(from('guesses', arrays));
  } catch {
    return undefined;
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;
const hexOf = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
