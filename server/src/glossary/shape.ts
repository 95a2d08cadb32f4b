/** What a glossary file may hold: the one table from which its reader, its JSON schema and its completion derive. */

import {
  ALIAS_KINDS,
  ALIAS_USES,
  type AliasKind,
  type AliasUse,
  type EntityType,
  INTRODUCE_WAYS,
} from './entity';

/** The kind of a value. */
export type ValueShape =
  | { readonly is: 'text' }
  /** A string that names the entity. */
  | { readonly is: 'form' }
  | { readonly is: 'date' }
  | { readonly is: 'address' }
  | {
      readonly is: 'choice';
      readonly of: readonly string[];
      /** What a choice says, in a few words, where its own are not enough. */
      readonly meanings?: Readonly<Record<string, string>>;
    }
  /** The id of an entity of this type. */
  | { readonly is: 'entity'; readonly type: EntityType }
  /** The key of a source of the desk's library. */
  | { readonly is: 'source' }
  | RecordShape
  /** A list; one item may also stand alone, without a list around it. */
  | { readonly is: 'list'; readonly item: ValueShape }
  /** A map from ids to entries of one type. */
  | { readonly is: 'entries'; readonly type: EntityType; readonly item: RecordShape };

/** A map with these keys and no others. */
export interface RecordShape {
  readonly is: 'record';
  /** What the map is, with its article, as messages call it: “a role”. */
  readonly noun: string;
  readonly keys: Readonly<Record<string, KeyShape>>;
  /** A plain text in place of the map stands for a map with this key alone. */
  readonly plain?: string;
  /** Of these keys, exactly one is given. */
  readonly oneOf?: readonly string[];
  /** Two dates, of which the first may not lie after the second. */
  readonly inOrder?: readonly [string, string];
}

export interface KeyShape {
  /** One plain sentence or two: what the key says, and what follows from it. */
  readonly description: string;
  readonly value: ValueShape;
  readonly required?: true;
  /** The rule that a missing or bad value breaks; `glossary/bad-value` or `glossary/bad-date` where none is named. */
  readonly rule?: string;
  /** Texts that are often written here; any other is as good. */
  readonly suggested?: readonly string[];
  /** For who asks what the key means, behind the description: Markdown of our own. */
  readonly more?: string;
}

const TEXT = { is: 'text' } as const;
const FORM = { is: 'form' } as const;
const DATE = { is: 'date' } as const;
const FORMS = { is: 'list', item: FORM } as const;

const SOURCE_REFERENCE = {
  is: 'record',
  noun: 'a source',
  plain: 'id',
  keys: {
    id: { description: 'The key of a source of the library.', value: { is: 'source' }, required: true },
    locator: { description: 'The page or paragraph, as a note would give it: “15”.', value: TEXT },
  },
} as const satisfies RecordShape;

const SOURCES = {
  description: 'The sources that say so, each a key of the library, or a map with its id and a locator.',
  value: { is: 'list', item: SOURCE_REFERENCE },
} as const satisfies KeyShape;

const FROM = {
  description: 'Since when: 2019, 2019-04 or 2019-04-11.',
  value: DATE,
} as const satisfies KeyShape;
const UNTIL = {
  description: 'Until when: 2019, 2019-04 or 2019-04-11.',
  value: DATE,
} as const satisfies KeyShape;

/** A role or a parent names its entity under the key that says what it is. */
const NAMED_ENTITY = {
  group: { description: 'The id of the group.', value: { is: 'entity', type: 'group' } },
  organisation: {
    description: 'The id of the organisation.',
    value: { is: 'entity', type: 'organisation' },
  },
  place: { description: 'The id of the place.', value: { is: 'entity', type: 'place' } },
} as const satisfies RecordShape['keys'];
const ONE_NAMED_ENTITY = ['group', 'organisation', 'place'] as const;

const KIND_MEANINGS: Readonly<Record<AliasKind, string>> = {
  'real name': 'as in the passport',
  'nom de guerre': 'taken for a fight or for hiding',
  kunya: 'after a child, real or not: Abu …, Umm …',
  nickname: 'given by others',
  'former name': 'borne until a change of name',
  translation: 'the name in another language',
  other: 'any other name',
};

const USE_MEANINGS: Readonly<Record<AliasUse, string>> = {
  any: 'fine anywhere',
  introduce: 'fine beside another form of the same entity; the default',
  avoid: 'never to be written',
};

const ALIAS = {
  is: 'record',
  noun: 'an alias',
  plain: 'name',
  keys: {
    name: {
      description: 'The other name, as this desk writes it.',
      value: FORM,
      required: true,
      rule: 'glossary/missing-name',
    },
    kind: {
      description: 'What kind of name it is.',
      value: { is: 'choice', of: ALIAS_KINDS, meanings: KIND_MEANINGS },
    },
    short: { description: 'A short form of this alias, or several; the first is the house’s.', value: FORMS },
    spellings: { description: 'Other spellings of this alias, which are brought to it.', value: FORMS },
    scripts: { description: 'This alias in its original script.', value: FORMS },
    use: {
      description:
        'Where the alias is fine: any (anywhere), introduce (beside another form of the same entity; the default), avoid (nowhere).',
      value: { is: 'choice', of: ALIAS_USES, meanings: USE_MEANINGS },
    },
    from: FROM,
    until: UNTIL,
    sources: SOURCES,
  },
  inOrder: ['from', 'until'],
} as const satisfies RecordShape;

const ROLE = {
  is: 'record',
  noun: 'a role',
  oneOf: ONE_NAMED_ENTITY,
  keys: {
    ...NAMED_ENTITY,
    title: {
      description:
        'What the person is there, as it stands before “of” and the name: leader, spokesman. A title that ends in a preposition (fighter in, envoy to) stands before the name itself.',
      value: TEXT,
      suggested: [
        'leader',
        'deputy leader',
        'founder',
        'commander',
        'spokesman',
        'member',
        'fighter in',
        'envoy to',
      ],
    },
    from: FROM,
    until: UNTIL,
    sources: SOURCES,
  },
  inOrder: ['from', 'until'],
} as const satisfies RecordShape;

const PARENT = {
  is: 'record',
  noun: 'a parent',
  oneOf: ONE_NAMED_ENTITY,
  keys: { ...NAMED_ENTITY, from: FROM, until: UNTIL, sources: SOURCES },
  inOrder: ['from', 'until'],
} as const satisfies RecordShape;

const STATUS = {
  is: 'record',
  noun: 'a status',
  plain: 'is',
  keys: {
    is: {
      description:
        'What is known of the present state, in neutral words: reported killed, imprisoned, defunct.',
      value: TEXT,
      required: true,
      suggested: [
        'active',
        'reported killed',
        'killed',
        'dead',
        'imprisoned',
        'detained',
        'at large',
        'defunct',
        'dissolved',
      ],
    },
    on: { description: 'When it became so: 2022, 2022-09 or 2022-09-11.', value: DATE },
    sources: SOURCES,
  },
} as const satisfies RecordShape;

const LINK = {
  is: 'record',
  noun: 'a link',
  plain: 'url',
  keys: {
    url: {
      description: 'An address that begins with https://, http:// or mailto:.',
      value: { is: 'address' },
      required: true,
    },
    title: { description: 'What the reader sees in place of the address.', value: TEXT },
  },
} as const satisfies RecordShape;

const EXAMPLE = {
  is: 'record',
  noun: 'an example',
  keys: {
    text: { description: 'A sentence as somebody may write it.', value: TEXT, required: true },
    expect: { description: 'The same sentence after every fix.', value: TEXT, required: true },
  },
} as const satisfies RecordShape;

export const ENTRY = {
  is: 'record',
  noun: 'an entry',
  keys: {
    name: {
      description: 'The house form: the name that this desk writes.',
      value: FORM,
      required: true,
      rule: 'glossary/missing-name',
    },
    acronym: {
      description: 'The acronym, or several: the first is the house’s, the others are brought to it.',
      value: FORMS,
    },
    short: {
      description: 'The short form, or several: the first is the house’s, the others are brought to it.',
      value: FORMS,
    },
    introduce: {
      description:
        'Whether a report is to introduce the acronym and the short form: first (at their first mention; the default), never (everybody knows them).',
      value: {
        is: 'choice',
        of: INTRODUCE_WAYS,
        meanings: { first: 'at their first mention; the default', never: 'everybody knows them' },
      },
    },
    spellings: {
      description:
        'Other spellings of the name, which are brought to it. Case, hyphens, apostrophes and marks need no spelling of their own.',
      value: FORMS,
    },
    scripts: { description: 'The name in its original script.', value: FORMS },
    aliases: {
      description: 'Other names of the same entity, each a text or a map.',
      value: { is: 'list', item: ALIAS },
    },
    roles: {
      description: 'What the person is, or was, in groups, organisations and places.',
      value: { is: 'list', item: ROLE },
    },
    parents: {
      description: 'What the entity belongs to, or belonged to.',
      value: { is: 'list', item: PARENT },
    },
    status: { description: 'The present state, with its date and sources.', value: STATUS },
    not: {
      description: 'Strings that look alike and were judged different: never suggested.',
      value: { is: 'list', item: TEXT },
    },
    note: { description: 'A few neutral sentences for the card.', value: TEXT },
    links: {
      description: 'Addresses for the card, each a text or a map.',
      value: { is: 'list', item: LINK },
    },
    tags: { description: 'Words to sort entries by, shown on the card.', value: { is: 'list', item: TEXT } },
    sources: SOURCES,
    examples: {
      description: 'Tests that the entry carries: mending the text gives what is expected.',
      value: { is: 'list', item: EXAMPLE },
    },
  },
} as const satisfies RecordShape;

/** A whole glossary file. */
export const GLOSSARY_FILE = {
  is: 'record',
  noun: 'a glossary file',
  keys: {
    version: {
      description: 'The version of this format: 1.',
      value: { is: 'choice', of: ['1'] },
      rule: 'glossary/version',
    },
    groups: {
      description: 'Groups, each under an id of its own.',
      value: { is: 'entries', type: 'group', item: ENTRY },
    },
    people: {
      description: 'People, each under an id of their own.',
      value: { is: 'entries', type: 'person', item: ENTRY },
    },
    places: {
      description: 'Places, each under an id of its own.',
      value: { is: 'entries', type: 'place', item: ENTRY },
    },
    organisations: {
      description: 'Organisations, each under an id of its own.',
      value: { is: 'entries', type: 'organisation', item: ENTRY },
    },
  },
} as const satisfies RecordShape;

/** What a record of a shape reads as: absent and bad values are left out, required ones are there. */
export type Read<S extends ValueShape> = S extends { is: 'choice'; of: readonly (infer C)[] }
  ? C
  : S extends { is: 'list'; item: infer I extends ValueShape }
    ? readonly Read<I>[]
    : S extends { is: 'record'; keys: infer K extends RecordShape['keys'] }
      ? ReadKeys<K>
      : S extends { is: 'entries'; item: infer I extends ValueShape }
        ? ReadonlyMap<string, Read<I> | undefined>
        : string;

type RequiredKey<K extends RecordShape['keys']> = {
  [P in keyof K]: K[P] extends { required: true } ? P : never;
}[keyof K];

type ReadKeys<K extends RecordShape['keys']> = {
  readonly [P in RequiredKey<K>]: Read<K[P]['value']>;
} & {
  readonly [P in Exclude<keyof K, RequiredKey<K>>]?: Read<K[P]['value']>;
};
