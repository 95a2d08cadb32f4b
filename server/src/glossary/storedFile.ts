/** A glossary file that comes from a cache: its text is read only when a place in it is asked for. */

import { OnceBuilt } from '../text/onceBuilt';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { YamlPath } from '../text/yaml';
import type { Entity } from './entity';
import type { Leaf } from './leaves';
import { type GlossaryFile, parseGlossarySteps } from './parse';
import type { EntityTable } from './storedEntities';

/** What is stored of a file beside its entities. */
export interface StoredFacts {
  readonly path: string;
  /** The number of the first entity behind those of this file. */
  readonly end: number;
  readonly nameless: readonly string[];
  /** What is wrong with the file by itself, and what the whole glossary shows to be wrong with it as well. */
  readonly problems: readonly Problem[];
  readonly allProblems: readonly Problem[];
}

/** How many entities are made between two rests. */
const MADE_AT_ONCE = 500;

export class StoredFile implements GlossaryFile {
  readonly path: string;
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** The file as read, with the same entities. */
  readonly read: OnceBuilt<GlossaryFile>;
  readonly #all: EntityTable;
  readonly #start: number;
  readonly #end: number;
  #entities: readonly Entity[] | undefined;

  /** @param start the number of the file's first entity. */
  constructor({ path, end, nameless, problems }: StoredFacts, text: string, all: EntityTable, start: number) {
    this.path = path;
    this.nameless = new Set(nameless);
    this.problems = problems;
    this.#all = all;
    this.#start = start;
    this.#end = end;
    this.read = new OnceBuilt(() => this.#read(text));
  }

  /** How many entities there are; none is made for that. */
  get count(): number {
    return this.#end - this.#start;
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
