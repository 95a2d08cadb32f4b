/** Says whom or what a place in a glossary file names: an entity or a source. */

import type { Entity } from '../../glossary/entity';
import { entityPlaceAt } from '../../glossary/entityPlace';
import type { Glossary } from '../../glossary/glossary';
import type { GlossaryFile } from '../../glossary/parse';
import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { type DeskFile, filePlaceAt } from './filePlace';

export type FileTarget =
  /** An entity, by its own entry (`isOwn`: the place is that entry’s id or house form), or where another entry names it. */
  | { readonly kind: 'entity'; readonly id: string; readonly span: Span; readonly isOwn: boolean }
  | { readonly kind: 'source'; readonly key: string; readonly span: Span };

/**
 * Undefined where neither is named.
 *
 * @param read what the file gave when it was last read; undefined for the configuration.
 */
export function fileTargetAt(
  file: DeskFile,
  read: GlossaryFile | undefined,
  offset: number,
): FileTarget | undefined {
  const place = filePlaceAt(file, offset);
  if (place?.is === 'value') {
    const { shape, text, span } = place;
    const named = shape.is === 'record' && shape.plain !== undefined ? shape.keys[shape.plain]!.value : shape;
    const id = text.trim();
    if (named.is === 'source') return id === '' ? undefined : { kind: 'source', key: id, span };
    if (named.is === 'entity') return id === '' ? undefined : { kind: 'entity', id, span, isOwn: false };
  }
  const entity = read && entityPlaceAt(read, file.text, offset);
  if (!entity || entity.on === 'other') return undefined;
  return { kind: 'entity', id: entity.id, span: entity.span, isOwn: entity.on !== 'reference' };
}

/** Entities are passed over so many at once. */
const AT_ONCE = 5000;

/** The entities whose entries name another one: its members, parts and the like, in the order of the glossary. */
export function* namersOf(id: string, glossary: Glossary): Steps<Entity[]> {
  const found: Entity[] = [];
  let looked = 0;
  for (const entity of glossary.entities.values()) {
    if (++looked % AT_ONCE === 0) yield;
    if ([...entity.roles, ...entity.parents].some((relation) => relation.entity === id)) found.push(entity);
  }
  return found;
}

/** Where an entry of a file names an entity. */
export const namingsIn = (file: GlossaryFile, entity: Entity, id: string): Span[] =>
  file
    .leaves(entity)
    .filter(({ shape, text }) => shape.is === 'entity' && text.trim() === id)
    .map(({ path }) => file.locate(path, 'value'));
