/** Joins glossary files into one glossary, and finds what only the whole can show to be wrong. */

import { nearest } from '../text/nearest';
import type { Problem } from '../text/problem';
import { finish, type Steps } from '../text/steps';
import type { Entity, EntityType, SourceReference } from './entity';
import { EntityMap } from './entityMap';
import { FormHashes } from './formHashes';
import { claimsOf, type Form, matchKey } from './forms';
import { cleanForm } from './formText';
import { type GlossaryFile, locateAll, MOST_PROBLEMS } from './glossaryFile';
import type { Leaf } from './leaves';
import type { Complaint } from './readShape';

export interface Glossary {
  /** By id, in the order of the files' paths, then of the text. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** By the path of the file; files without problems are not there. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Where more entries share a form, that is said once and not at each. */
const MOST_SHARING = 100;
const SHARING_NAMED = 4;
/** Entities of which nothing is to be said are passed over so many at once. */
const AT_ONCE = 5000;
/** What takes long is done so often at once. */
const FEW = 20;
/** Ids are compared with every other only this often; somebody with more wrong ids has one wrong habit. */
const MOST_SUGGESTIONS = 100;

/** What is known of the forms of glossaries, for those that come after them. */
const hashesOf = new WeakMap<Glossary, FormHashes>();

/** `makeGlossarySteps`, all at once. */
export const makeGlossary = (files: readonly GlossaryFile[], knownSources?: ReadonlySet<string>): Glossary =>
  finish(makeGlossarySteps(files, knownSources));

/**
 * An id given twice belongs to the first entry by path. Dangling ids stay in the entities: a card can still show
 * them. Without `knownSources`, the keys of sources are taken on trust.
 *
 * @param earlier a glossary that has much in common with this one; the result is the same without it.
 */
export function* makeGlossarySteps(
  files: readonly GlossaryFile[],
  knownSources?: ReadonlySet<string>,
  earlier?: Glossary,
): Steps<Glossary> {
  return yield* new Validation(files, knownSources).steps(earlier && hashesOf.get(earlier));
}

class Validation {
  readonly #files: readonly GlossaryFile[];
  readonly #fileOf = new Map<string, GlossaryFile>();
  readonly #complaints = new Map<GlossaryFile, Complaint[]>();
  readonly #entities = new EntityMap();
  readonly #nameless = new Set<string>();
  readonly #knownSources: ReadonlySet<string> | undefined;
  readonly #nearest = new Map<unknown, Map<string, string | undefined>>();

  constructor(files: readonly GlossaryFile[], knownSources: ReadonlySet<string> | undefined) {
    this.#files = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.#knownSources = knownSources;
  }

  *steps(earlier: FormHashes | undefined): Steps<Glossary> {
    for (const file of this.#files) {
      this.#fileOf.set(file.path, file);
      for (const id of file.nameless) this.#nameless.add(id);
      let added = 0;
      for (const entity of file.entities) {
        if (++added % AT_ONCE === 0) yield;
        this.#add(entity);
      }
    }
    const all = this.#entities.list;
    const hashes = yield* FormHashes.of(all, earlier);
    yield* this.#checkForms(hashes);
    let checked = 0;
    for (const entity of all) {
      if (++checked % AT_ONCE === 0) yield;
      if (this.#checkEntityIds(entity) || this.#checkSources(entity)) yield;
    }
    yield* this.#checkCircles(all);

    const problems = new Map<string, readonly Problem[]>();
    for (const file of this.#files) {
      const found = [...file.problems];
      for (const complaint of this.#complaints.get(file) ?? []) {
        if (found.length >= MOST_PROBLEMS) break;
        found.push(...locateAll([complaint], (path, part) => file.locate(path, part)));
        if (found.length % FEW === 0) yield;
      }
      const before = problems.get(file.path);
      if (found.length > 0) problems.set(file.path, before ? [...before, ...found] : found);
    }
    const glossary = { entities: this.#entities, problems };
    hashesOf.set(glossary, hashes);
    return glossary;
  }

  #add(entity: Entity): void {
    const first = this.#entities.get(entity.id);
    if (!first) {
      this.#entities.add(entity);
      return;
    }
    const [section] = first.origin.yamlPath;
    const where =
      first.origin.path === entity.origin.path
        ? `under “${section}”`
        : `under “${section}” in ${fileName(first.origin.path)}`;
    this.#complain(entity, {
      rule: 'glossary/duplicate-id',
      severity: 'error',
      message: `The id “${entity.id}” is given already ${where} (${first.name}), and this entry is left out. Give it another id, or join the two.`,
      path: entity.origin.yamlPath,
      part: 'key',
    });
  }

  /** One pass over all forms; cost grows with their number, also when all of them are the same. */
  *#checkForms(hashes: FormHashes): Steps<void> {
    let looked = 0;
    for (const candidates of yield* hashes.alike()) {
      // Equal numbers are only a sign; the folded form decides.
      const groups = new Map<string, Claim[]>();
      for (const number of candidates) {
        if (++looked % FEW === 0) yield;
        const owner = hashes.ownerOf(number);
        const entity = hashes.entities[owner]!;
        const claim = { entity, form: claimsOf(entity)[number - hashes.first[owner]!]! };
        const key = matchKey(claim.form);
        if (!groups.get(key)?.push(claim)) groups.set(key, [claim]);
      }
      for (const group of groups.values()) yield* this.#checkAlike(group);
    }
  }

  /** The claims stand in the order of the glossary, those of one entity together. */
  *#checkAlike(claims: readonly Claim[]): Steps<void> {
    const owners: Claim[] = [];
    let looked = 0;
    for (const claim of claims) {
      if (++looked % AT_ONCE === 0) yield;
      const last = owners.at(-1);
      if (last?.entity !== claim.entity) owners.push(claim);
      else if (this.#checkRepeated(claim.entity, claim.form, last.form)) yield;
    }
    if (owners.length > 1) yield* this.#reportShared(owners);
  }

  /** Says that a spelling needs no entry of its own; other forms may well be given twice. */
  #checkRepeated(entity: Entity, form: Form, twin: Form): boolean {
    if (form.kind !== 'spelling' || this.#isFull(entity)) return false;
    const isSame = twin.text === form.text;
    const places = this.#leaves(entity).filter(
      ({ shape, text, path }) =>
        shape.is === 'form' && path.includes('spellings') && cleanForm(text).text === form.text,
    );
    for (const { path } of isSame && twin.kind === 'spelling' ? places.slice(1) : places) {
      this.#complain(entity, {
        rule: 'glossary/redundant-spelling',
        severity: isSame ? 'error' : 'warning',
        message: isSame
          ? `“${form.text}” is a form of this entry already. Remove it here.`
          : `“${form.text}” needs no entry: “${twin.text}” is found in any case and with any hyphens, apostrophes and marks. Remove it.`,
        path,
        part: 'value',
      });
    }
    return true;
  }

  *#reportShared(claims: readonly Claim[]): Steps<void> {
    if (claims.length > MOST_SHARING) return this.#reportSharedByMany(claims);
    const more = claims.length > 2 ? ` and ${claims.length - 2} more` : '';
    let looked = 0;
    for (const claim of claims) {
      const { entity, form } = claim;
      const isFull = this.#isFull(entity);
      if (!isFull || ++looked % AT_ONCE === 0) yield;
      if (isFull) continue;
      const other = claims[claim === claims[0] ? 1 : 0]!.entity;
      const place = this.#leaves(entity).find(
        ({ shape, text }) => shape.is === 'form' && cleanForm(text).text === form.text,
      );
      this.#complain(entity, {
        rule: 'glossary/shared-form',
        severity: 'warning',
        message: `“${form.text}” also names ${other.name} (${other.id})${more}, so a report has to show which is meant. Remove it from the entry that is not called so.`,
        path: place?.path ?? entity.origin.yamlPath,
        part: place ? 'value' : 'key',
      });
    }
  }

  /** Said once, where it first stands: the same at each of hundreds of places would hide what else is wrong. */
  #reportSharedByMany(claims: readonly Claim[]): void {
    const [{ entity, form }] = claims as readonly [Claim];
    if (this.#isFull(entity)) return;
    const others = claims.slice(1, 1 + SHARING_NAMED).map((claim) => claim.entity.id);
    const place = this.#leaves(entity).find(
      ({ shape, text }) => shape.is === 'form' && cleanForm(text).text === form.text,
    );
    this.#complain(entity, {
      rule: 'glossary/shared-form',
      severity: 'warning',
      message: `“${form.text}” names ${claims.length} entries: this one, ${others.join(', ')} and ${claims.length - 1 - others.length} more, so a report has to show which is meant. Remove it from those that are not called so.`,
      path: place?.path ?? entity.origin.yamlPath,
      part: place ? 'value' : 'key',
    });
  }

  /** Whether there was something to say. */
  #checkEntityIds(entity: Entity): boolean {
    if (entity.roles.length === 0 && entity.parents.length === 0) return false;
    const seen = new Set<string>();
    for (const { entity: id, entityType: expected } of [...entity.roles, ...entity.parents]) {
      const found = this.#entities.get(id);
      if (found?.type === expected || (!found && this.#nameless.has(id))) continue;
      if (seen.has(`${expected} ${id}`) || this.#isFull(entity)) continue;
      seen.add(`${expected} ${id}`);
      for (const { shape, text, path } of this.#leaves(entity)) {
        if (shape.is !== 'entity' || shape.type !== expected || text.trim() !== id) continue;
        this.#complain(entity, {
          rule: found ? 'glossary/wrong-type' : 'glossary/unknown-entity',
          severity: 'error',
          message: found
            ? `“${id}” (${found.name}) is ${withArticle(found.type)}, not ${withArticle(expected)}. ${adviceFor(found.type)}`
            : `No entry has the id “${id}”. ${this.#suggest(id, this.#entities, 'add an entry for it')}`,
          path,
          part: found ? 'key' : 'value',
        });
      }
    }
    return seen.size > 0;
  }

  /** Whether there was something to say. */
  #checkSources(entity: Entity): boolean {
    const known = this.#knownSources;
    if (!known) return false;
    const unknown = new Set<string>();
    for (const { id } of sourcesOf(entity)) if (!known.has(id)) unknown.add(id);
    if (unknown.size === 0 || this.#isFull(entity)) return false;
    for (const { shape, text, path } of this.#leaves(entity)) {
      const id = text.trim();
      if (shape.is !== 'source' || !unknown.has(id)) continue;
      this.#complain(entity, {
        rule: 'glossary/unknown-source',
        severity: 'error',
        message: `No source has the key “${id}”. ${this.#suggest(id, known, 'add the source to the library')}`,
        path,
        part: 'value',
      });
    }
    return true;
  }

  /** Walks every line of parents once, without recursion: a chain may be 100,000 entities long. */
  *#checkCircles(entities: readonly Entity[]): Steps<void> {
    const done = new Set<string>();
    let walked = 0;
    for (const { id: start, parents } of entities) {
      if (++walked % AT_ONCE === 0) yield;
      if (parents.length === 0) continue;
      const line: { readonly entity: Entity; next: number }[] = [];
      const inLine = new Set<string>();
      const enter = (id: string) => {
        const entity = this.#entities.get(id);
        if (!entity || done.has(id)) return;
        line.push({ entity, next: 0 });
        inLine.add(id);
      };
      enter(start);
      for (let step = line.at(-1); step; step = line.at(-1)) {
        if (++walked % AT_ONCE === 0) yield;
        const parent = step.entity.parents[step.next++];
        if (!parent) {
          done.add(step.entity.id);
          inLine.delete(step.entity.id);
          line.pop();
        } else if (inLine.has(parent.entity)) {
          if (this.#isFull(step.entity)) continue;
          const circle = line.map(({ entity }) => entity.id);
          this.#reportCircle(step.entity, parent.entity, circle.slice(circle.indexOf(parent.entity)));
        } else enter(parent.entity);
      }
    }
  }

  #reportCircle(entity: Entity, parent: string, circle: readonly string[]): void {
    const names = circle.map((id) => this.#entities.get(id)?.name ?? id);
    const shown = names.length > 4 ? [...names.slice(0, 3), '…'] : names;
    const place = this.#leaves(entity).find(
      ({ shape, text }) => shape.is === 'entity' && text.trim() === parent,
    );
    this.#complain(entity, {
      rule: 'glossary/circle',
      severity: 'warning',
      message:
        circle.length === 1
          ? `${entity.name} cannot be its own parent. Remove this parent.`
          : `These parents lead in a circle: ${shown.join(', part of ')}, part of ${names[0]}. Remove one of them.`,
      path: place?.path ?? entity.origin.yamlPath,
      part: place ? 'value' : 'key',
    });
  }

  #leaves(entity: Entity): readonly Leaf[] {
    return this.#fileOf.get(entity.origin.path)?.leaves(entity) ?? [];
  }

  #suggest(id: string, known: ReadonlySet<string> | ReadonlyMap<string, Entity>, otherwise: string): string {
    const answers = this.#nearest.get(known) ?? new Map<string, string | undefined>();
    this.#nearest.set(known, answers);
    if (!answers.has(id) && answers.size < MOST_SUGGESTIONS) answers.set(id, nearest(id, known.keys(), 1)[0]);
    const near = answers.get(id);
    return near === undefined ? `Correct it, or ${otherwise}.` : `Did you mean “${near}”? Else ${otherwise}.`;
  }

  /** Whether the file of the entity has all the problems that anybody reads. */
  #isFull(entity: Entity): boolean {
    const file = this.#fileOf.get(entity.origin.path);
    return !file || (this.#complaints.get(file)?.length ?? 0) >= MOST_PROBLEMS;
  }

  #complain(entity: Entity, complaint: Complaint): void {
    const file = this.#fileOf.get(entity.origin.path);
    if (!file) return;
    const complaints = this.#complaints.get(file);
    if (complaints) complaints.push(complaint);
    else this.#complaints.set(file, [complaint]);
  }
}

/** That an entity has a form. */
interface Claim {
  readonly entity: Entity;
  readonly form: Form;
}

function* sourcesOf(entity: Entity): Generator<SourceReference> {
  yield* entity.sources;
  for (const alias of entity.aliases) yield* alias.sources;
  for (const role of entity.roles) yield* role.sources;
  for (const parent of entity.parents) yield* parent.sources;
  if (entity.status) yield* entity.status.sources;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const withArticle = (type: EntityType): string => (type === 'organisation' ? `an ${type}` : `a ${type}`);
const adviceFor = (type: EntityType): string =>
  type === 'person' ? 'Name a group, an organisation or a place.' : `Write “${type}:” before the id.`;
