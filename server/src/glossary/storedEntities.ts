/** Entities as one run of bytes, each made when it is asked for: what a glossary is that comes from a cache. */

import type { Packed } from '../names/packed';
import type { Steps } from '../text/steps';
import type { EntityList } from './claimList';
import { type Alias, type Entity, EntryOrigin, SECTION_OF } from './entity';

/** The keys of `T` under which there is always a list. */
type Lists<T> = { [K in keyof T]-?: T[K] extends readonly unknown[] ? K : never }[keyof T];
type Bare<T> = Omit<T, Lists<T>> & Partial<Pick<T, Lists<T>>>;
/** Where an entity stands is known by its file's range; how, only if it is not as usual. */
export type StoredEntity = Omit<Bare<Entity>, 'origin' | 'aliases'> & {
  readonly aliases?: readonly Bare<Alias>[];
  readonly at?: Entity['origin']['yamlPath'];
};

const NONE: readonly never[] = [];
const AT_ONCE = 500;
const BYTES_AT_ONCE = 1 << 20;
/** A unit of UTF-16 is at most three bytes of UTF-8. */
const BYTES_A_UNIT = 3;

/** One file's entities: those from the last range's end up to `end`. */
export interface EntityRange {
  readonly path: string;
  readonly end: number;
}

/** The files of entities that stand file by file. */
export function rangesOf(entities: EntityList): EntityRange[] {
  const ranges: { path: string; end: number }[] = [];
  for (let number = 0; number < entities.length; number++) {
    const { path } = entities.at(number).origin;
    const last = ranges.at(-1);
    if (last?.path === path) last.end = number + 1;
    else ranges.push({ path, end: number + 1 });
  }
  return ranges;
}

/** The arrays from which `StoredEntities` are made. Their ids must differ. */
export function* storeEntities(entities: EntityList): Steps<Packed> {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(entities.length + 1);
  const slots = new Int32Array(slotsFor(entities.length));
  const withExamples: number[] = [];
  const full: Uint8Array[] = [];
  let bytes = new Uint8Array(BYTES_AT_ONCE);
  let used = 0;
  let before = 0;
  for (let number = 0; number < entities.length; number++) {
    if (number % AT_ONCE === 0) yield;
    const entity = entities.at(number);
    const text = JSON.stringify(toStored(entity));
    if (used + text.length * BYTES_A_UNIT > bytes.length) {
      full.push(bytes.subarray(0, used));
      before += used;
      used = 0;
      bytes = new Uint8Array(Math.max(BYTES_AT_ONCE, text.length * BYTES_A_UNIT));
    }
    used += encoder.encodeInto(text, bytes.subarray(used)).written;
    starts[number + 1] = before + used;
    if (entity.examples.length > 0) withExamples.push(number);
    let slot = hashOf(entity.id) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  const all = new Uint8Array(before + used);
  let at = 0;
  for (const piece of [...full, bytes.subarray(0, used)]) {
    all.set(piece, at);
    at += piece.length;
    yield;
  }
  return { bytes: all, starts, slots, examples: Uint32Array.from(withExamples) };
}

/** The entities of a glossary in their order and by their ids, of which not all need have been made. */
export abstract class EntityTable implements EntityList, ReadonlyMap<string, Entity> {
  abstract readonly length: number;
  abstract at(number: number): Entity;
  abstract is(number: number, entity: Entity): boolean;
  abstract get(id: string): Entity | undefined;
  /** The entities that carry examples. */
  abstract withExamples(): Generator<Entity>;

  get size(): number {
    return this.length;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *values(): Generator<Entity, undefined> {
    for (let number = 0; number < this.length; number++) yield this.at(number);
  }

  *keys(): Generator<string, undefined> {
    for (const { id } of this.values()) yield id;
  }

  *entries(): Generator<[string, Entity], undefined> {
    for (const entity of this.values()) yield [entity.id, entity];
  }

  [Symbol.iterator](): Generator<[string, Entity], undefined> {
    return this.entries();
  }

  forEach(call: (entity: Entity, id: string, map: ReadonlyMap<string, Entity>) => void): void {
    for (const [id, entity] of this) call(entity, id, this);
  }
}

/** Entities out of arrays. An entity is the same object whenever it is asked for. */
export class StoredEntities extends EntityTable {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #slots: Int32Array;
  readonly #examples: Uint32Array;
  readonly #ranges: readonly EntityRange[];
  readonly #made: (Entity | undefined)[];
  readonly #decoder = new TextDecoder();

  /** @param ranges the files, in the order of the entities. */
  constructor({ bytes, starts, slots, examples }: Packed, ranges: readonly EntityRange[]) {
    super();
    this.#bytes = bytes as Uint8Array;
    this.#starts = starts as Uint32Array;
    this.#slots = slots as Int32Array;
    this.#examples = examples as Uint32Array;
    this.#ranges = ranges;
    this.length = this.#starts.length - 1;
    this.#made = new Array<Entity | undefined>(this.length);
  }

  /** Whether the arrays and the ranges fit together: anything else is of another version, or broken. */
  static fits({ bytes, starts, slots, examples }: Packed, ranges: readonly EntityRange[]): boolean {
    return (
      bytes instanceof Uint8Array &&
      starts instanceof Uint32Array &&
      slots instanceof Int32Array &&
      examples instanceof Uint32Array &&
      starts.at(-1) === bytes.length &&
      slots.length === slotsFor(starts.length - 1) &&
      (ranges.at(-1)?.end ?? 0) === starts.length - 1
    );
  }

  at(number: number): Entity {
    const made = this.#made[number];
    if (made) return made;
    const bytes = this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]);
    const entity = entityOf(JSON.parse(this.#decoder.decode(bytes)), this.#pathOf(number));
    this.#made[number] = entity;
    return entity;
  }

  is(number: number, entity: Entity): boolean {
    return this.#made[number] === entity;
  }

  *withExamples(): Generator<Entity> {
    for (const number of this.#examples) yield this.at(number);
  }

  get(id: string): Entity | undefined {
    const number = this.numberOf(id);
    return number < 0 ? undefined : this.at(number);
  }

  /** -1 for an id that no entity has. */
  numberOf(id: string): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(id) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (this.at(number).id === id) return number;
    }
    return -1;
  }

  #pathOf(number: number): string {
    let low = 0;
    let high = this.#ranges.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle]!.end > number) high = middle;
      else low = middle + 1;
    }
    return this.#ranges[low]!.path;
  }
}

/** At least every second one is free. */
const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(2 * count + 8));

function hashOf(id: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** What JSON keeps of an entity, beside the path of its file. */
export function toStored({ origin, aliases, ...entity }: Entity): StoredEntity {
  const [section, id, ...more] = origin.yamlPath;
  const isUsual = section === SECTION_OF[entity.type] && id === entity.id && more.length === 0;
  return {
    ...(bare(entity) as Omit<Bare<Entity>, 'origin' | 'aliases'>),
    ...(aliases.length > 0 && { aliases: aliases.map((alias) => bare(alias) as Bare<Alias>) }),
    ...(!isUsual && { at: origin.yamlPath }),
  };
}

/** Without its empty lists. */
const bare = (whole: object): object =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => !Array.isArray(value) || value.length > 0));

/** Of the same shape as those that are read: the machine keeps a million objects of one shape in less room. */
export function entityOf(stored: StoredEntity, path: string): Entity {
  const { id, type, name, status, introduce, note } = stored;
  const entity: Mutable<Entity> = {
    id,
    type,
    name,
    acronyms: stored.acronyms ?? NONE,
    shorts: stored.shorts ?? NONE,
    spellings: stored.spellings ?? NONE,
    scripts: stored.scripts ?? NONE,
    aliases: stored.aliases?.map(toAlias) ?? NONE,
    roles: stored.roles ?? NONE,
    parents: stored.parents ?? NONE,
    not: stored.not ?? NONE,
    links: stored.links ?? NONE,
    tags: stored.tags ?? NONE,
    sources: stored.sources ?? NONE,
    examples: stored.examples ?? NONE,
    origin: stored.at ? { path, yamlPath: stored.at } : new EntryOrigin(path, SECTION_OF[type], id),
  };
  if (status) entity.status = status;
  if (introduce !== undefined) entity.introduce = introduce;
  if (note !== undefined) entity.note = note;
  return entity;
}

function toAlias(stored: Bare<Alias>): Alias {
  const { name, kind, use, from, until } = stored;
  const alias: Mutable<Alias> = {
    name,
    kind,
    shorts: stored.shorts ?? NONE,
    spellings: stored.spellings ?? NONE,
    scripts: stored.scripts ?? NONE,
    use,
    sources: stored.sources ?? NONE,
  };
  if (from !== undefined) alias.from = from;
  if (until !== undefined) alias.until = until;
  return alias;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
