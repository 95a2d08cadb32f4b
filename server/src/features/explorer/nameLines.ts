/** The lines of the tree of names: what each says, and which stand below it. */

import { ENTITY_TYPES, type Entity, type EntityType, type PartialDate } from '../../glossary/entity';
import type { Glossary } from '../../glossary/glossary';
import { comparePartialDates, formatPartialDate } from '../../glossary/partialDate';
import { beginsWith, inOrder, isBeginning, type Member, type NameTree } from './nameTree';

/** A line that may have others below it. */
export type LinePlace =
  | { readonly kind: 'type'; readonly type: EntityType }
  | { readonly kind: 'beginning'; readonly type: EntityType; readonly letters: string }
  | { readonly kind: 'entity'; readonly entity: Entity };

export interface Line {
  /** The same as long as the line stands for the same. */
  readonly key: string;
  readonly place: LinePlace;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says in place of both. */
  readonly spoken: string;
  /** How often the report mentions it; of a line for several names, how many of them it mentions. */
  readonly count: number;
  readonly hasLinesBelow: boolean;
}

export interface LineContext {
  readonly glossary: Glossary;
  readonly tree: NameTree;
  /** How often the report mentions each entity; without a report, undefined. */
  readonly mentions: ReadonlyMap<string, number> | undefined;
  /** Whether only what the report mentions is shown. */
  readonly mentionedOnly: boolean;
  /** What is over by then comes behind what is not. */
  readonly asOf: PartialDate;
}

const PLURALS: Readonly<Record<EntityType, string>> = {
  group: 'Groups',
  person: 'People',
  place: 'Places',
  organisation: 'Organisations',
};

/** The lines below one of them, or at the top. */
export function linesBelow(parent: LinePlace | undefined, context: LineContext): Line[] {
  switch (parent?.kind) {
    case undefined:
      return ENTITY_TYPES.flatMap((type) => typeLine(type, context) ?? []);
    case 'type':
      return dividedLines(parent.type, '', context);
    case 'beginning':
      return dividedLines(parent.type, parent.letters, context);
    case 'entity':
      return membersShown(parent.entity, context).map((member) => memberLine(parent.entity, member, context));
  }
}

/** What the house writes for an entity: the full name, then its short form and its acronym. */
export const houseForms = ({ name, shorts, acronyms }: Entity): string[] => [
  ...new Set([name, ...shorts.slice(0, 1), ...acronyms.slice(0, 1)]),
];

/** How often each entity is mentioned; who may be meant counts too. */
export function countMentions(
  mentions: readonly { readonly claims: readonly { readonly entity: Entity }[] }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { claims } of mentions)
    for (const { entity } of claims) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  return counts;
}

function typeLine(type: EntityType, context: LineContext): Line | undefined {
  const all = context.tree.countOf(type);
  const mentioned = mentionedOf(type, context).length;
  if (all === 0 || (context.mentionedOnly && mentioned === 0)) return undefined;
  return { key: type, place: { kind: 'type', type }, ...partLine(PLURALS[type], all, mentioned, context) };
}

function dividedLines(type: EntityType, letters: string, context: LineContext): Line[] {
  const mentioned = mentionedOf(type, context).filter((entity) => beginsWith(entity, letters));
  if (context.mentionedOnly) return inOrder(mentioned).map((entity) => entityLine(entity, context));
  return context.tree.partsOf(type, letters).map((part): Line => {
    if (!isBeginning(part)) return entityLine(part, context);
    const { letters: longer, count } = part;
    const here = mentioned.filter((entity) => beginsWith(entity, longer)).length;
    return {
      key: `${type}:${longer}`,
      place: { kind: 'beginning', type, letters: longer },
      ...partLine(`${inCapitals(longer)}…`, count, here, context),
    };
  });
}

/** Of a line that stands for several names. */
function partLine(label: string, all: number, mentioned: number, { mentions, mentionedOnly }: LineContext) {
  const isCounted = mentions !== undefined;
  const shown = mentionedOnly ? `${mentioned}` : isCounted ? `${mentioned} of ${all}` : `${all}`;
  const spoken = isCounted ? `${mentioned} of ${all} in this report` : `${all} in the glossary`;
  return {
    label,
    description: shown,
    spoken: `${label}, ${spoken}`,
    count: mentioned,
    hasLinesBelow: true,
  };
}

function entityLine(entity: Entity, context: LineContext): Line {
  const [acronym] = entity.acronyms;
  const beside = acronym === undefined || acronym === entity.name ? [] : [acronym];
  return {
    key: `entity:${entity.id}`,
    place: { kind: 'entity', entity },
    ...describe(entity, beside, context),
    hasLinesBelow: membersShown(entity, context).length > 0,
  };
}

function memberLine(of: Entity, { person, roles }: Member, context: LineContext): Line {
  const said = roles.map(({ title, from, until }) => `${title ?? 'affiliated'}${periodOf(from, until)}`);
  return {
    key: `entity:${of.id}/${person.id}`,
    place: { kind: 'entity', entity: person },
    ...describe(person, said, context),
    hasLinesBelow: false,
  };
}

function describe({ id, name }: Entity, facts: readonly string[], { mentions }: LineContext) {
  const count = mentions?.get(id) ?? 0;
  const spoken = count === 1 ? '1 mention in this report' : `${count} mentions in this report`;
  return {
    label: name,
    description: facts.join(' · '),
    spoken: [name, ...facts, ...(mentions ? [spoken] : [])].join(', '),
    count,
  };
}

/** Who is something there comes before who was. */
function membersShown(entity: Entity, { tree, mentions, mentionedOnly, asOf }: LineContext): Member[] {
  const members = tree.membersOf(entity.id);
  const shown = mentionedOnly ? members.filter(({ person }) => mentions?.has(person.id)) : members;
  const isOver = ({ roles }: Member) =>
    roles.every(({ until }) => until !== undefined && comparePartialDates(until, asOf) === 'before');
  return [...shown.filter((member) => !isOver(member)), ...shown.filter(isOver)];
}

function mentionedOf(type: EntityType, { glossary, mentions }: LineContext): Entity[] {
  const found = [...(mentions?.keys() ?? [])].flatMap((id) => glossary.entities.get(id) ?? []);
  return found.filter((entity) => entity.type === type);
}

function periodOf(from: PartialDate | undefined, until: PartialDate | undefined): string {
  const begin = from === undefined ? undefined : formatPartialDate(from, 'short');
  const end = until === undefined ? undefined : formatPartialDate(until, 'short');
  if (begin !== undefined && end !== undefined) return `, ${begin} – ${end}`;
  if (begin !== undefined) return ` since ${begin}`;
  return end === undefined ? '' : ` until ${end}`;
}

const inCapitals = (letters: string): string =>
  letters.replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
