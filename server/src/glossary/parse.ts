/** Reads the text of one glossary file into entities and problems. */

import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { readYaml, type YamlPath, type YamlValue } from '../text/yaml';
import type { Alias, Entity, EntityType, Origin, Parent, Role, SourceReference } from './entity';
import { type Leaf, leavesOf } from './leaves';
import { type Complaint, readShape } from './readShape';
import { type ENTRY, GLOSSARY_FILE, type Read } from './shape';

export interface GlossaryFile {
  readonly path: string;
  /** In the order of the file's sections, then of the text. */
  readonly entities: readonly Entity[];
  /** Ids whose entry has no usable name: there is no entity, but nobody who names the id is to blame. */
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Where the key or the value at `path` stands; dear at the first call, so ask only when somebody wants to see it. */
  locate(path: YamlPath, part: 'key' | 'value'): Span;
  /** Every text of an entry of this file, with what it should be and its path; reads the file again. */
  leaves(entity: Entity): Leaf[];
}

type ReadEntry = Read<typeof ENTRY>;
type ReadRole = NonNullable<ReadEntry['roles']>[number];
type ReadParent = NonNullable<ReadEntry['parents']>[number];
type ReadAlias = NonNullable<ReadEntry['aliases']>[number];
type ReadStatus = NonNullable<ReadEntry['status']>;

/** Nobody reads more; a file that goes wrong a million times is wrong in one way. */
export const MOST_PROBLEMS = 1000;
const NONE: readonly never[] = [];

/**
 * Never throws: what is bad is left out and reported, the rest is kept.
 * The spans of all problems lie within `text`.
 */
export function parseGlossaryFile(path: string, text: string): GlossaryFile {
  const { value, problems: syntax, locate } = readYaml(text, 'strings');
  const complaints: Complaint[] = [];
  const read = readShape(GLOSSARY_FILE, value, (complaint) => complaints.push(complaint));

  const entities: Entity[] = [];
  const nameless = new Set<string>();
  for (const [section, shape] of Object.entries(GLOSSARY_FILE.keys)) {
    if (shape.value.is !== 'entries') continue;
    const entries = read?.[section as 'groups'];
    for (const [id, entry] of entries ?? NONE) {
      if (entry) entities.push(toEntity(id, shape.value.type, entry, { path, yamlPath: [section, id] }));
      else nameless.add(id);
    }
  }

  let again: YamlValue | undefined;
  const leaves = (entity: Entity): Leaf[] => {
    again ??= readYaml(text, 'strings').value;
    const [section, id] = entity.origin.yamlPath;
    return again instanceof Map
      ? [...leavesOf(GLOSSARY_FILE, inside(again, String(section), String(id)), [])]
      : [];
  };
  const problems = [
    ...syntax.map((problem): Problem => ({ rule: 'glossary/syntax', severity: 'error', ...problem })),
    ...locateAll(complaints, locate),
  ];
  return { path, entities, nameless, problems: problems.slice(0, MOST_PROBLEMS), locate, leaves };
}

/** The complaints with the place of each; those beyond the most that anybody reads are left out. */
export function locateAll(complaints: readonly Complaint[], locate: GlossaryFile['locate']): Problem[] {
  return complaints.slice(0, MOST_PROBLEMS).map(({ rule, severity, message, path, part }) => ({
    rule,
    severity,
    message,
    span: locate(path, part),
  }));
}

/** The file as if it held this one entry. */
function inside(file: ReadonlyMap<string, YamlValue>, section: string, id: string): YamlValue {
  const entries = file.get(section);
  const entry = entries instanceof Map ? entries.get(id) : undefined;
  return entry === undefined ? null : new Map([[section, new Map([[id, entry]])]]);
}

function toEntity(id: string, type: EntityType, entry: ReadEntry, origin: Origin): Entity {
  return {
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
    ...(entry.status && { status: withSources(entry.status) }),
    not: entry.not ?? NONE,
    ...(entry.note !== undefined && { note: entry.note }),
    links: entry.links ?? NONE,
    tags: entry.tags ?? NONE,
    sources: entry.sources ?? NONE,
    examples: entry.examples ?? NONE,
    origin,
  };
}

function toAlias({ name, kind, short, spellings, scripts, use, ...dated }: ReadAlias): Alias {
  return {
    name,
    kind: kind ?? 'other',
    shorts: short ?? NONE,
    spellings: spellings ?? NONE,
    scripts: scripts ?? NONE,
    use: use ?? 'introduce',
    ...withSources(dated),
  };
}

function toRole({ title, ...rest }: ReadRole): Role {
  return { ...toParent(rest), ...(title !== undefined && { title }) };
}

/** The reader has made sure that one of the three is there. */
function toParent({ group, organisation, place, ...dated }: ReadParent): Parent {
  const entityType = group !== undefined ? 'group' : organisation !== undefined ? 'organisation' : 'place';
  return { entity: group ?? organisation ?? place ?? '', entityType, ...withSources(dated) };
}

function withSources<T extends ReadStatus | Pick<ReadAlias, 'from' | 'until' | 'sources'>>(
  dated: T,
): Omit<T, 'sources'> & { readonly sources: readonly SourceReference[] } {
  return { ...dated, sources: dated.sources ?? NONE };
}
