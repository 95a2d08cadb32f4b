/** The names of a glossary in the order in which they are looked up: by type, by first letters, people below their groups. */

import { ENTITY_TYPES, type Entity, type EntityType, type Role } from '../../glossary/entity';
import type { Glossary } from '../../glossary/glossary';
import { foldText } from '../../names/fold';
import { OnceBuilt } from '../../text/onceBuilt';
import { sortSteps } from '../../text/sortSteps';
import type { Steps } from '../../text/steps';

/** More than these are not looked through: they are divided by how they begin. */
export const MOST_TOGETHER = 500;
/** So few need no line for how they begin. */
const FEW = 8;
const AT_ONCE = 200;

/** An entity with the folded name by which it is sorted. */
interface Entry {
  readonly key: string;
  readonly entity: Entity;
}

/** Someone who is something in an entity. */
export interface Member {
  readonly person: Entity;
  readonly roles: readonly Role[];
}

/** The names of a type that begin alike. */
export interface Beginning {
  /** Folded: lower case, without marks. */
  readonly letters: string;
  readonly count: number;
}

/** What stands below a line, in order: entities, and where there are too many, how they begin. */
export type Part = Entity | Beginning;

/** Whether a part stands for several names. */
export const isBeginning = (part: Part): part is Beginning => 'letters' in part;

export class NameTree {
  readonly #entries: ReadonlyMap<EntityType, readonly Entry[]>;
  readonly #members: ReadonlyMap<string, readonly Member[]>;

  constructor(
    entries: ReadonlyMap<EntityType, readonly Entry[]>,
    members: ReadonlyMap<string, readonly Member[]>,
  ) {
    this.#entries = entries;
    this.#members = members;
  }

  /** How many of a type there are. */
  countOf(type: EntityType): number {
    return this.#entries.get(type)?.length ?? 0;
  }

  /** Those of a type whose folded names begin with `letters`. */
  partsOf(type: EntityType, letters = ''): readonly Part[] {
    const entries = this.#entries.get(type) ?? [];
    const start = firstWith(entries, (key) => key >= letters);
    const end = firstWith(entries, (key) => key >= letters && !key.startsWith(letters));
    return divide(entries, start, end);
  }

  /** Who is something in an entity, in the order of the glossary. */
  membersOf(id: string): readonly Member[] {
    return this.#members.get(id) ?? [];
  }
}

/** The same, of few entities that need not be sorted yet. */
export const inOrder = (entities: Iterable<Entity>): Entity[] =>
  Array.from(entities, entryOf)
    .sort(compareEntries)
    .map(({ entity }) => entity);

/** Whether the name of an entity stands below a beginning. */
export const beginsWith = (entity: Entity, letters: string): boolean =>
  entryOf(entity).key.startsWith(letters);

const trees = new WeakMap<Glossary, OnceBuilt<NameTree>>();

/** Built when somebody first asks, once a glossary. */
export function* nameTreeSteps(glossary: Glossary): Steps<NameTree> {
  const known = trees.get(glossary) ?? new OnceBuilt(() => buildSteps(glossary));
  trees.set(glossary, known);
  return yield* known.steps();
}

function* buildSteps(glossary: Glossary): Steps<NameTree> {
  const unsorted = new Map<EntityType, Entry[]>(ENTITY_TYPES.map((type) => [type, []]));
  const members = new Map<string, Member[]>();
  let seen = 0;
  for (const entity of glossary.entities.values()) {
    if (++seen % AT_ONCE === 0) yield;
    unsorted.get(entity.type)?.push(entryOf(entity));
    for (const id of new Set(entity.roles.map((role) => role.entity))) {
      const member = { person: entity, roles: entity.roles.filter((role) => role.entity === id) };
      if (!members.get(id)?.push(member)) members.set(id, [member]);
    }
  }
  const entries = new Map<EntityType, readonly Entry[]>();
  for (const [type, list] of unsorted) entries.set(type, yield* sortSteps(list, compareEntries));
  return new NameTree(entries, members);
}

const entryOf = (entity: Entity): Entry => ({ key: foldText(entity.name) || entity.name, entity });

/** By code units: the folded names are lower case and without marks, and very many. */
const compareEntries = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function divide(entries: readonly Entry[], start: number, end: number): Part[] {
  const first = entries[start]?.key ?? '';
  const last = entries[end - 1]?.key ?? '';
  const entities = (from: number, to: number) => entries.slice(from, to).map(({ entity }) => entity);
  // Thousands may have one and the same name.
  if (end - start <= MOST_TOGETHER || first === last) return entities(start, end);
  const shared = sharedLength(first, last);
  const whole = firstWith(entries, (key) => key.length > shared, start);
  const parts: Part[] = entities(start, whole);
  for (let at = whole; at < end; ) {
    const { key } = entries[at]!;
    const letters = key.slice(0, shared + (isHighSurrogate(key, shared) ? 2 : 1));
    const next = firstWith(entries, (other) => other >= letters && !other.startsWith(letters), at);
    if (next - at > FEW) parts.push({ letters, count: next - at });
    else parts.push(...entities(at, next));
    at = next;
  }
  return parts;
}

/** The first place whose key satisfies what those before do not, and all behind do. */
function firstWith(entries: readonly Entry[], isBehind: (key: string) => boolean, from = 0): number {
  let low = from;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(entries[middle]!.key)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length > 0 && isHighSurrogate(a, length - 1) ? length - 1 : length;
}

const isHighSurrogate = (text: string, at: number): boolean => /^[\uD800-\uDBFF]$/.test(text.charAt(at));
