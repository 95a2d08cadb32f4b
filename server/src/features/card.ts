/** Draws the card of an entity as Markdown: who is this, and how do we know. */

import {
  ALIAS_KINDS,
  type Alias,
  type AliasKind,
  type Entity,
  type EntityType,
  type Link,
  type PartialDate,
  type Role,
  type SourceReference,
} from '../glossary/entity';
import type { Form } from '../glossary/forms';
import type { Glossary } from '../glossary/glossary';
import { comparePartialDates, formatPartialDate, parsePartialDate } from '../glossary/partialDate';
import { mixedScript } from '../names/romanise/confusables';
import { CardSources } from './cardSources';
import { LONGEST_TEXT, linkTo, plainText, visible, withinBrackets } from './safeMarkdown';

export interface CardContext {
  readonly glossary: Glossary;
  /** The formatted note of a source: Markdown with no more than escapes and `*emphasis*`; undefined if unknown. */
  sourceNote(reference: SourceReference): string | undefined;
  /** The date of the report, or today; what is no date counts as unknown. */
  readonly asOf: PartialDate;
  /** The text of the mention under the pointer, and the form that it is. */
  readonly written?: Written;
  readonly mentionsHere?: number;
  /** Links of our own making: to the glossary entry, and what else a reader may do. */
  readonly links?: readonly CardLink[];
}

export interface Written {
  readonly text: string;
  readonly form?: Form;
  /** That the entity is meant is a guess: the form that was probably meant, and links by which a reader judges it. */
  readonly guess?: { readonly house: string; readonly links: readonly CardLink[] };
}

export interface CardLink {
  readonly title: string;
  readonly link: string;
}

const MOST_NAMES = 8;
const MOST_FACTS = 8;
const MOST_LINKS = 5;
const MOST_TAGS = 10;
const LONGEST_NOTE = 320;
const WORD = /[\p{L}\p{M}]+/gu;
const LINE_BREAK = '  \n';
/** With a blank line before it, or Markdown would take the line above for a heading. */
const RULE = '\n\n---\n\n';

/** The card; `context.asOf` decides what is current, former, or later than the report. */
export function renderCard(entity: Entity, context: CardContext): string {
  return new Card(entity, context).render();
}

type Time = 'current' | 'former' | 'later';

/** Drawn when its turn comes, since sources are numbered in the order of reading. */
interface Fact {
  readonly time: Time;
  readonly sources: readonly SourceReference[];
  draw(): string;
}

const TIME_WORDS: Readonly<Record<Time, string>> = {
  current: '',
  former: 'formerly ',
  later: 'later than this report: ',
};

class Card {
  readonly #entity: Entity;
  readonly #context: CardContext;
  readonly #aliases: readonly Alias[];
  readonly #facts: readonly Fact[];
  readonly #sources: CardSources;

  constructor(entity: Entity, context: CardContext) {
    this.#entity = entity;
    this.#context = context;
    this.#aliases = [...entity.aliases]
      .sort((a, b) => ALIAS_KINDS.indexOf(a.kind) - ALIAS_KINDS.indexOf(b.kind))
      .slice(0, MOST_NAMES);
    this.#facts = this.#shownFacts();
    this.#sources = new CardSources([
      entity.sources,
      ...[...this.#aliases, ...this.#facts].map(({ sources }) => sources),
    ]);
  }

  render(): string {
    const judgements = (this.#context.written?.guess?.links ?? []).map(linkLine).join(' · ');
    const who = lines([this.#title(), judgements, this.#otherNames()]);
    const facts = lines(this.#facts.map((fact) => fact.draw()));
    const note = this.#note();
    const sources = lines(this.#sources.draw((reference) => this.#context.sourceNote(reference)));
    const end = lines([linksLine(this.#entity.links), tagsLine(this.#entity.tags), this.#footer()]);
    const rest = [note, sources, end].filter((part) => part !== '').join('\n\n');
    return [who, facts, rest].filter((part) => part !== '').join(RULE);
  }

  #title(): string {
    const entity = this.#entity;
    // The sources of the entry as a whole stand behind its note, if it has one.
    const marks = entity.note === undefined ? this.#sources.marks(entity.sources) : '';
    return `${boldName(entity)} — ${entity.type}${this.#written()}${marks}`;
  }

  /** Says which name is the house form where the report has another. */
  #written(): string {
    const { written } = this.#context;
    if (!written || visible(written.text) === visible(this.#entity.name)) return '';
    const { text, form, guess } = written;
    if (guess) {
      const instead = guess.house === this.#entity.name ? '' : `, for ${plainText(guess.house)}`;
      return ` · probably (you wrote: ${plainText(text)}${instead})`;
    }
    // What looks like the name, letter for letter, is not told apart by writing it here.
    const repaired = text.replace(WORD, (word) => mixedScript(word)?.repaired ?? word);
    if (repaired !== text && visible(repaired) === visible(this.#entity.name))
      return ' · house form (you wrote it with letters of another script)';
    const isFine = !form || visible(form.house) === visible(text) || form.house === this.#entity.name;
    const instead = isFine ? '' : `, for ${plainText(form.house)}`;
    return ` · house form (you wrote: ${plainText(text)}${instead})`;
  }

  #otherNames(): string {
    const { acronyms, shorts, aliases, scripts } = this.#entity;
    const names: string[] = [];
    if (shorts[0] !== undefined) names.push(`in short ${bold(shorts[0])}`);
    if (acronyms.length > 1) names.push(`also ${acronyms.slice(1, MOST_NAMES).map(bold).join(', ')}`);
    let lastWords = '';
    for (const alias of this.#aliases) {
      const isLater = this.#timeOf(alias.from, alias.until) === 'later';
      const words = `${isLater ? TIME_WORDS.later : ''}${KIND_WORDS[alias.kind]}`;
      const drawn = this.#alias(alias);
      if (words === lastWords) names.push(`${names.pop()}, ${drawn}`);
      else names.push(`${words} ${drawn}`);
      lastWords = words;
    }
    const hidden = aliases.length - this.#aliases.length;
    if (hidden > 0) names.push(`${hidden} more in the glossary`);
    names.push(...scripts.slice(0, MOST_NAMES).map((text) => plainText(text)));
    return names.join(' · ');
  }

  #alias(alias: Alias): string {
    const others = [...alias.shorts.filter((short) => !alias.name.includes(short)), ...alias.scripts];
    const beside =
      others.length > 0
        ? ` (${others
            .slice(0, MOST_NAMES)
            .map((text) => plainText(text))
            .join(', ')})`
        : '';
    const period = this.#period(alias.from, alias.until);
    const avoid = alias.use === 'avoid' ? ', not to be used' : '';
    return `${bold(alias.name)}${beside}${period}${avoid}${this.#sources.marks(alias.sources)}`;
  }

  /** Current, then former, then the state, then what came later than the report. */
  #shownFacts(): readonly Fact[] {
    const relations = this.#relations();
    const ofTime = (time: Time) => relations.filter((fact) => fact.time === time);
    const state = this.#state();
    const isLater = state?.time === 'later';
    const facts = [...ofTime('current'), ...ofTime('former')];
    const later = ofTime('later');
    const shown = facts.slice(0, MOST_FACTS);
    const shownLater = later.slice(0, MOST_FACTS - shown.length);
    const hidden = relations.length - shown.length - shownLater.length;
    const more: Fact = { time: 'current', sources: [], draw: () => `${hidden} more in the glossary` };
    return [
      ...shown,
      ...(state && !isLater ? [state] : []),
      ...shownLater,
      ...(state && isLater ? [state] : []),
      ...(hidden > 0 ? [more] : []),
    ];
  }

  #relations(): Fact[] {
    const { type, roles, parents } = this.#entity;
    const relations = [
      ...roles.map((role) => ({ relation: role, words: roleWords(role) })),
      ...parents.map((parent) => ({ relation: parent, words: parentWords(type, parent.entityType) })),
    ];
    return relations.map(({ relation: { entity, from, until, sources }, words }) => {
      const saysFormer = /^former\b/i.test(words);
      const dated = this.#timeOf(from, until);
      const time = saysFormer && dated === 'current' ? 'former' : dated;
      const before = saysFormer && time === 'former' ? '' : TIME_WORDS[time];
      return {
        time,
        sources,
        draw: () =>
          `${before}${words} ${this.#nameOf(entity)}${this.#period(from, until)}${this.#sources.marks(sources)}`,
      };
    });
  }

  #state(): Fact | undefined {
    const { status } = this.#entity;
    if (!status) return undefined;
    const time = this.#timeOf(status.on, undefined);
    const on = status.on === undefined ? '' : ` ${shortDate(status.on)}`;
    return {
      time,
      sources: status.sources,
      draw: () => `${TIME_WORDS[time]}${bold(status.is)}${on}${this.#sources.marks(status.sources)}`,
    };
  }

  #nameOf(id: string): string {
    const entity = this.#context.glossary.entities.get(id);
    return entity ? boldName(entity) : bold(id);
  }

  #note(): string {
    const { note, sources } = this.#entity;
    return note === undefined ? '' : `${plainText(note, LONGEST_NOTE)}${this.#sources.marks(sources)}`;
  }

  #footer(): string {
    const { asOf, mentionsHere, links = [] } = this.#context;
    const parts: string[] = [];
    if (parsePartialDate(asOf)) parts.push(`as of ${formatPartialDate(asOf, 'full')}`);
    if (mentionsHere) parts.push(mentionsHere === 1 ? '1 mention here' : `${mentionsHere} mentions here`);
    parts.push(...links.map(linkLine));
    return parts.join(' · ');
  }

  /** Where it can't be known whether something had begun or ended, it counts as current, with its dates. */
  #timeOf(from: PartialDate | undefined, until: PartialDate | undefined): Time {
    if (from !== undefined && comparePartialDates(from, this.#context.asOf) === 'after') return 'later';
    if (until !== undefined && comparePartialDates(until, this.#context.asOf) === 'before') return 'former';
    return 'current';
  }

  #period(from: PartialDate | undefined, until: PartialDate | undefined): string {
    const begin = from === undefined ? '' : shortDate(from);
    if (until === undefined) {
      if (from === undefined) return '';
      return this.#timeOf(from, until) === 'later' ? ` from ${begin}` : ` since ${begin}`;
    }
    const end = shortDate(until);
    const isRunning = this.#timeOf(from, until) === 'current';
    if (isRunning && comparePartialDates(until, this.#context.asOf) === 'after') {
      return `${from === undefined ? '' : ` since ${begin}`} (later than this report: until ${end})`;
    }
    return from === undefined ? `, until ${end}` : `, from ${begin} until ${end}`;
  }
}

const KIND_WORDS: Readonly<Record<AliasKind, string>> = {
  'real name': 'real name',
  'nom de guerre': 'nom de guerre',
  kunya: 'kunya',
  nickname: 'nickname',
  'former name': 'former name',
  translation: 'translated',
  other: 'also',
};

const PREPOSITION_AT_END = /\s(?:as|at|by|for|from|in|near|of|on|to|under|with|within)$/i;

function roleWords(role: Role): string {
  if (role.title === undefined) return role.entityType === 'place' ? 'in' : 'affiliated with';
  const title = plainText(role.title);
  return PREPOSITION_AT_END.test(role.title) ? title : `${title} of`;
}

function parentWords(child: EntityType, parent: EntityType): string {
  if (parent === 'place') return 'in';
  return child === 'person' ? 'affiliated with' : 'part of';
}

const linkLine = ({ title, link }: CardLink): string => `[${title}](<${withinBrackets(link)}>)`;

function linksLine(links: readonly Link[]): string {
  return links
    .slice(0, MOST_LINKS)
    .map(({ url, title }) => linkTo(url, title))
    .join(' · ');
}

function tagsLine(tags: readonly string[]): string {
  const shown = tags.slice(0, MOST_TAGS).map((tag) => visible(tag, LONGEST_TEXT).replace(/`/g, ''));
  return shown
    .filter((tag) => tag.trim() !== '')
    .map((tag) => `\`${tag.trim()}\``)
    .join(' ');
}

/** What is no date is shown as it is written, so it is text like any other. */
const shortDate = (date: PartialDate): string => plainText(formatPartialDate(date, 'short'));

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(LINE_BREAK);

function boldName(entity: Entity): string {
  const [acronym] = entity.acronyms;
  if (acronym === undefined || acronym === entity.name) return bold(entity.name);
  return `**${plainText(entity.name)} (${plainText(acronym)})**`;
}

function bold(text: string): string {
  const written = plainText(text);
  return written === '' ? '' : `**${written}**`;
}
