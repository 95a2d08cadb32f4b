/** A compiled glossary as arrays, and back: what a cache keeps, so that nothing need be read, checked or compiled again. */

import { NameIndex } from '../names/nameIndex';
import { from, type Packed, under } from '../names/packed';
import type { Problem } from '../text/problem';
import type { Steps } from '../text/steps';
import type { ChangedEntities } from './changedEntities';
import { ChangedTable } from './changedTable';
import { ClaimList, listOfEntities } from './claimList';
import { Layer } from './layer';
import { Lexicon } from './lexicon';
import type { GlossaryFile } from './parse';
import {
  type EntityRange,
  entityOf,
  rangesOf,
  StoredEntities,
  type StoredEntity,
  storeEntities,
  toStored,
} from './storedEntities';
import { type StoredFacts, StoredFile } from './storedFile';

/** A glossary and the files of which it was made. */
export interface GlossaryOfFiles {
  readonly lexicon: Lexicon;
  readonly files: ReadonlyMap<string, GlossaryFile>;
}

/** Changes whenever the arrays mean something else. */
const FORMAT = 3;

/** What is said of a base beside its arrays. */
interface AboutBase {
  readonly format: number;
  readonly name: string;
  readonly claims: number;
  readonly ranges: readonly EntityRange[];
}

/** A glossary: what has changed since its base was compiled, and what is known of its files. */
interface AboutGlossary {
  readonly format: number;
  readonly key: string;
  /** The name of the base. */
  readonly base: string;
  readonly gone: readonly number[];
  readonly added: readonly { readonly after: number; readonly path: string; readonly entity: StoredEntity }[];
  readonly facts: readonly StoredFacts[];
}

/** The arrays of a base under a name that no other base has. */
export function* storeBase(name: string, { claims, index }: Layer): Steps<Packed> {
  const ranges = rangesOf(claims.entities);
  yield;
  const about: AboutBase = { format: FORMAT, name, claims: claims.length, ranges };
  return {
    about: encode(about),
    first: claims.first,
    ...under('entities', yield* storeEntities(claims.entities)),
    ...under('index', index.pack()),
  };
}

/** The base that was stored under the name; undefined if the arrays are anything else. */
export function restoreBase(name: string, arrays: Packed): Layer | undefined {
  try {
    const about = decode(arrays.about) as AboutBase;
    const stored = from('entities', arrays);
    if (about.format !== FORMAT || about.name !== name || !StoredEntities.fits(stored, about.ranges))
      return undefined;
    const entities = new StoredEntities(stored, about.ranges);
    const { first } = arrays;
    if (!(first instanceof Int32Array) || first.length !== entities.length + 1) return undefined;
    const claims = new ClaimList(entities, first);
    const index = NameIndex.unpack(from('index', arrays), (claim) => claims.at(claim).form.text);
    const isWhole = claims.length === about.claims && index?.formCount === about.claims;
    return isWhole && index ? new Layer(claims, index) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The arrays of a glossary whose base is stored under a name; undefined for one that holds less than its files do (an id
 * given twice): such a one is read again.
 */
export function storeGlossary(
  key: string,
  base: string,
  { lexicon, files }: GlossaryOfFiles,
): Packed | undefined {
  const { glossary } = lexicon;
  const facts: StoredFacts[] = [];
  let end = 0;
  for (const path of [...files.keys()].sort()) {
    const file = files.get(path)!;
    const { nameless, problems } = file;
    end += file instanceof StoredFile ? file.count : file.entities.length;
    const allProblems = glossary.problems.get(path) ?? [];
    facts.push({ path, end, nameless: [...nameless], problems, allProblems });
  }
  if (end !== glossary.entities.size) return undefined;
  const { gone, added, after } = lexicon.changes ?? NO_CHANGES;
  const about: AboutGlossary = {
    format: FORMAT,
    key,
    base,
    gone: [...gone],
    added: added.map((entity, k) => ({
      after: after[k]!,
      path: entity.origin.path,
      entity: toStored(entity),
    })),
    facts,
  };
  return { about: encode(about) };
}

const NO_CHANGES: ChangedEntities = { gone: new Set(), added: [], after: new Int32Array(0) };

/** The name of the base of what was stored under the key; undefined if the arrays are anything else. */
export function baseNameIn(key: string, arrays: Packed): string | undefined {
  const about = aboutGlossary(key, arrays);
  return typeof about?.base === 'string' ? about.base : undefined;
}

/** The glossary that was stored under the key; undefined if the arrays are anything else. */
export function* restoreGlossary(
  key: string,
  arrays: Packed,
  base: Layer,
  texts: ReadonlyMap<string, string>,
): Steps<GlossaryOfFiles | undefined> {
  const about = aboutGlossary(key, arrays);
  const { entities: own } = base.claims;
  if (!about || about.facts.length !== texts.size || !(own instanceof StoredEntities)) return undefined;
  const changes: ChangedEntities = {
    gone: new Set(about.gone),
    added: about.added.map(({ path, entity }) => entityOf(entity, path)),
    after: Int32Array.from(about.added, ({ after }) => after),
  };
  const isChanged = changes.gone.size > 0 || changes.added.length > 0;
  const entities = isChanged ? new ChangedTable(own, changes) : own;
  const files = new Map<string, GlossaryFile>();
  const problems = new Map<string, readonly Problem[]>();
  let start = 0;
  for (const one of about.facts) {
    const text = texts.get(one.path);
    if (text === undefined) return undefined;
    files.set(one.path, new StoredFile(one, text, entities, start));
    if (one.allProblems.length > 0) problems.set(one.path, one.allProblems);
    start = one.end;
  }
  if (start !== entities.length) return undefined;
  const overlay = isChanged
    ? { ...changes, layer: yield* Layer.of(listOfEntities(changes.added)) }
    : undefined;
  return { lexicon: new Lexicon({ entities, problems }, base, overlay), files };
}

function aboutGlossary(key: string, arrays: Packed): AboutGlossary | undefined {
  try {
    const about = decode(arrays.about) as AboutGlossary;
    return about.format === FORMAT && about.key === key ? about : undefined;
  } catch {
    return undefined;
  }
}

const encode = (about: AboutBase | AboutGlossary): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(about));
const decode = (bytes: Packed[string] | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));
