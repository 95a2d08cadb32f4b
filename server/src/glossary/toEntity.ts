/** Makes entities of entries as they were read: every list is there, and facts have their sources. */

import type { Alias, Entity, EntityType, Origin, Parent, Role } from './entity';
import type { ENTRY, Read } from './shape';

export type ReadEntry = Read<typeof ENTRY>;
type ReadRole = NonNullable<ReadEntry['roles']>[number];
type ReadParent = NonNullable<ReadEntry['parents']>[number];
type ReadAlias = NonNullable<ReadEntry['aliases']>[number];

/** One for all: most lists of most entries are empty. */
const NONE: readonly never[] = Object.freeze([]);

/** @param origin where the entry stands. */
export function toEntity(id: string, type: EntityType, entry: ReadEntry, origin: Origin): Entity {
  const entity: Mutable<Entity> = {
    id,
    type,
    name: entry.name,
    acronyms: entry.acronym ?? NONE,
    shorts: entry.short ?? NONE,
    spellings: entry.spellings ?? NONE,
    scripts: entry.scripts ?? NONE,
    aliases: entry.aliases?.map(toAlias) ?? NONE,
    roles: entry.roles?.map(toRole) ?? NONE,
    parents: entry.parents?.map(toParent) ?? NONE,
    not: entry.not ?? NONE,
    links: entry.links ?? NONE,
    tags: entry.tags ?? NONE,
    sources: entry.sources ?? NONE,
    examples: entry.examples ?? NONE,
    origin,
  };
  if (entry.status) entity.status = { ...entry.status, sources: entry.status.sources ?? NONE };
  if (entry.introduce !== undefined) entity.introduce = entry.introduce;
  if (entry.note !== undefined) entity.note = entry.note;
  return entity;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function toAlias({ name, kind, short, spellings, scripts, use, from, until, sources }: ReadAlias): Alias {
  const alias: Mutable<Alias> = {
    name,
    kind: kind ?? 'other',
    shorts: short ?? NONE,
    spellings: spellings ?? NONE,
    scripts: scripts ?? NONE,
    use: use ?? 'introduce',
    sources: sources ?? NONE,
  };
  return withDates(alias, from, until);
}

function toRole({ title, ...parent }: ReadRole): Role {
  const role: Mutable<Role> = toParent(parent);
  if (title !== undefined) role.title = title;
  return role;
}

/** The reader has made sure that one of the three is there. */
function toParent({ group, organisation, place, from, until, sources }: ReadParent): Parent {
  const entityType = group !== undefined ? 'group' : organisation !== undefined ? 'organisation' : 'place';
  const entity = group ?? organisation ?? place ?? '';
  const parent: Mutable<Parent> = { entity, entityType, sources: sources ?? NONE };
  return withDates(parent, from, until);
}

function withDates<T extends Mutable<Pick<Alias, 'from' | 'until'>>>(
  fact: T,
  from: string | undefined,
  until: string | undefined,
): T {
  if (from !== undefined) fact.from = from;
  if (until !== undefined) fact.until = until;
  return fact;
}
