/** A compiled glossary as arrays, and back: what a cache keeps, so that nothing need be read, checked or compiled again. */

import { NameIndex } from '../names/nameIndex';
import { from, type Packed, under } from '../names/packed';
import { OnceBuilt } from '../text/onceBuilt';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { YamlPath } from '../text/yaml';
import { ClaimList } from './claimList';
import type { Entity } from './entity';
import { Layer } from './layer';
import type { Leaf } from './leaves';
import { Lexicon } from './lexicon';
import { type GlossaryFile, parseGlossarySteps } from './parse';
import { StoredEntities, storeEntities } from './storedEntities';

/** A glossary and the files of which it was made. */
export interface GlossaryOfFiles {
  readonly lexicon: Lexicon;
  readonly files: ReadonlyMap<string, GlossaryFile>;
}

/** What is stored of a file beside its entities. */
interface StoredFacts {
  readonly path: string;
  /** The number of the first entity behind those of this file. */
  readonly end: number;
  readonly nameless: readonly string[];
  /** What is wrong with the file by itself, and what the whole glossary shows to be wrong with it as well. */
  readonly problems: readonly Problem[];
  readonly allProblems: readonly Problem[];
}

/** Changes whenever the arrays mean something else. */
const FORMAT = 1;

/**
 * The arrays of a glossary; undefined for one that holds less than its files do (an id given twice), or of which only
 * changes were compiled: such a one is compiled again.
 */
export function* storeGlossary(key: string, { lexicon, files }: GlossaryOfFiles): Steps<Packed | undefined> {
  const { glossary, base } = lexicon;
  if (!lexicon.isWhole) return undefined;
  const facts: StoredFacts[] = [];
  let end = 0;
  for (const path of [...files.keys()].sort()) {
    const { entities, nameless, problems } = files.get(path)!;
    end += entities.length;
    facts.push({
      path,
      end,
      nameless: [...nameless],
      problems,
      allProblems: glossary.problems.get(path) ?? [],
    });
  }
  if (end !== glossary.entities.size) return undefined;
  const entities = yield* storeEntities(glossary.entities);
  return {
    about: encode({ format: FORMAT, key, claims: base.claims.length, facts }),
    first: base.claims.first,
    ...under('entities', entities),
    ...under('index', base.index.pack()),
  };
}

/** The glossary that was stored under the key; undefined if the arrays are anything else. */
export function restoreGlossary(
  key: string,
  arrays: Packed,
  texts: ReadonlyMap<string, string>,
): GlossaryOfFiles | undefined {
  try {
    const { format, key: own, claims: count, facts } = decode(arrays.about) as About;
    if (format !== FORMAT || own !== key || facts.length !== texts.size) return undefined;
    const stored = from('entities', arrays);
    if (!StoredEntities.fits(stored, facts)) return undefined;
    const entities = new StoredEntities(stored, facts);
    const { first } = arrays;
    if (!(first instanceof Int32Array) || first.length !== entities.length + 1) return undefined;
    const claims = new ClaimList(entities, first);
    const index = NameIndex.unpack(from('index', arrays), (claim) => claims.at(claim).form.text);
    if (!index || claims.length !== count || index.formCount !== count) return undefined;
    const files = new Map<string, GlossaryFile>();
    const problems = new Map<string, readonly Problem[]>();
    let start = 0;
    for (const one of facts) {
      const text = texts.get(one.path);
      if (text === undefined) return undefined;
      files.set(one.path, new StoredFile(one, text, entities, start));
      if (one.allProblems.length > 0) problems.set(one.path, one.allProblems);
      start = one.end;
    }
    return { lexicon: new Lexicon({ entities, problems }, new Layer(claims, index)), files };
  } catch {
    return undefined;
  }
}

interface About {
  readonly format: number;
  readonly key: string;
  readonly claims: number;
  readonly facts: readonly StoredFacts[];
}

const encode = (about: About): Uint8Array => new TextEncoder().encode(JSON.stringify(about));
const decode = (bytes: Packed[string] | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** A file whose text has not been read again; that is done when a place in it is asked for. */
export class StoredFile implements GlossaryFile {
  readonly path: string;
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** The file as read, with the same entities. */
  readonly read: OnceBuilt<GlossaryFile>;
  readonly #all: StoredEntities;
  readonly #start: number;
  readonly #end: number;
  #entities: readonly Entity[] | undefined;

  constructor(
    { path, end, nameless, problems }: StoredFacts,
    text: string,
    all: StoredEntities,
    start: number,
  ) {
    this.path = path;
    this.nameless = new Set(nameless);
    this.problems = problems;
    this.#all = all;
    this.#start = start;
    this.#end = end;
    this.read = new OnceBuilt(() => this.#read(text));
  }

  get entities(): readonly Entity[] {
    if (!this.#entities) {
      const entities: Entity[] = [];
      for (let number = this.#start; number < this.#end; number++) entities.push(this.#all.at(number));
      this.#entities = entities;
    }
    return this.#entities;
  }

  locate(path: YamlPath, part: 'key' | 'value'): Span {
    return this.read.now().locate(path, part);
  }

  leaves(entity: Entity): Leaf[] {
    return this.read.now().leaves(entity);
  }

  /** What a later text of the file is to be read with, so that entities that have not changed stay the same objects. */
  *earlier(): Steps<GlossaryFile> {
    if (this.read.built) return this.read.built;
    for (let number = this.#start; number < this.#end; number++) {
      this.#all.at(number);
      if (number % MADE_AT_ONCE === 0) yield;
    }
    return this;
  }

  *#read(text: string): Steps<GlossaryFile> {
    return yield* parseGlossarySteps(this.path, text, yield* this.earlier());
  }
}

const MADE_AT_ONCE = 500;
