/** The types of a glossary: entities, their forms, and the facts that a card shows. */

import type { YamlPath } from '../text/yaml';

export const ENTITY_TYPES = ['group', 'person', 'place', 'organisation'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The key of a glossary file under which the entities of a type stand. */
export const SECTION_OF: Readonly<Record<EntityType, string>> = {
  group: 'groups',
  person: 'people',
  place: 'places',
  organisation: 'organisations',
};

/** The type of the entities that stand under a key of a glossary file. */
export const TYPE_OF_SECTION: ReadonlyMap<unknown, EntityType> = new Map(
  ENTITY_TYPES.map((type) => [SECTION_OF[type], type]),
);

export const ALIAS_KINDS = [
  'real name',
  'nom de guerre',
  'kunya',
  'nickname',
  'former name',
  'translation',
  'other',
] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** `any`: fine anywhere; `introduce`: fine beside another form of the same entity; `avoid`: never. */
export const ALIAS_USES = ['any', 'introduce', 'avoid'] as const;
export type AliasUse = (typeof ALIAS_USES)[number];

/** Whether a report is to introduce the acronym and the short form: `first`, at their first mention; `never`, as everybody knows them. */
export const INTRODUCE_WAYS = ['first', 'never'] as const;
export type IntroduceWay = (typeof INTRODUCE_WAYS)[number];

/** An EDTF-like date as written: `2019`, `2019-04` or `2019-04-11`. */
export type PartialDate = string;

export interface SourceReference {
  /** The key of a source of the desk's library. */
  readonly id: string;
  readonly locator?: string;
}

interface Dated {
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  readonly sources: readonly SourceReference[];
}

export interface Alias extends Dated {
  readonly name: string;
  readonly kind: AliasKind;
  /** The first is the house's short form of this alias; the others are brought to it. */
  readonly shorts: readonly string[];
  readonly spellings: readonly string[];
  readonly scripts: readonly string[];
  readonly use: AliasUse;
}

/** What a person is, or was, in a group, an organisation or a place. */
export interface Role extends Dated {
  readonly entity: string;
  /** The key under which the entry names the entity: what the entity is expected to be. */
  readonly entityType: EntityType;
  readonly title?: string;
}

/** What an entity belongs to, or belonged to. */
export interface Parent extends Dated {
  readonly entity: string;
  readonly entityType: EntityType;
}

export interface Status {
  readonly is: string;
  readonly on?: PartialDate;
  readonly sources: readonly SourceReference[];
}

export interface Link {
  readonly url: string;
  readonly title?: string;
}

/** A test that an entry carries: mending `text` gives `expect`. */
export interface Example {
  readonly text: string;
  readonly expect: string;
}

/** Where an entry stands: the file, and the path of its id within the file's YAML. */
export interface Origin {
  readonly path: string;
  readonly yamlPath: YamlPath;
}

/** The origin of an entry of a section: of very many entities, the paths are made when somebody asks for them. */
export class EntryOrigin implements Origin {
  readonly path: string;
  readonly section: string;
  readonly id: string;

  constructor(path: string, section: string, id: string) {
    this.path = path;
    this.section = section;
    this.id = id;
  }

  get yamlPath(): YamlPath {
    return [this.section, this.id];
  }
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** The house form. */
  readonly name: string;
  /** The first is the house's; the others are understood, and brought to it. */
  readonly acronyms: readonly string[];
  readonly shorts: readonly string[];
  readonly spellings: readonly string[];
  readonly scripts: readonly string[];
  readonly aliases: readonly Alias[];
  readonly roles: readonly Role[];
  readonly parents: readonly Parent[];
  readonly status?: Status;
  /** Where the entry says nothing, the desk does. */
  readonly introduce?: IntroduceWay;
  /** Strings that look alike and were judged different: never suggested. */
  readonly not: readonly string[];
  readonly note?: string;
  readonly links: readonly Link[];
  readonly tags: readonly string[];
  readonly sources: readonly SourceReference[];
  readonly examples: readonly Example[];
  readonly origin: Origin;
}
