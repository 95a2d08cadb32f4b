/** Offers what could be written in a file of the desk’s own: keys with their meaning, ids, choices, dates, usual texts. */

import type { WorksOfReference } from '../../analysis/works';
import type { Entity, EntityType } from '../../glossary/entity';
import { searchEntities } from '../../glossary/entitySearch';
import type { KeyShape, RecordShape, ValueShape } from '../../glossary/shape';
import type { ShapedPlace } from '../../glossary/shapedPlace';
import { sourceLabel } from '../../sources/label';
import type { SourceSearch } from '../../sources/searching/search';
import { lineStart } from '../../text/lines';
import type { Span } from '../../text/span';
import { finish, type Steps } from '../../text/steps';
import { writeYamlText } from '../../text/yaml';
import { type DeskFile, entryOf, filePlaceAt, isJson } from './filePlace';
import { type SeenText, seenTexts } from './seenTexts';
import { inBraces, type KeyLayout, type Written, writtenKey } from './writtenKey';

export interface FileSuggestion extends Written {
  readonly kind: 'key' | 'entity' | 'source' | 'choice' | 'date' | 'text';
  readonly label: string;
  /** In a few words, beside the label. */
  readonly detail?: string;
  /** Markdown; of entities and sources, it is made when somebody looks at them. */
  readonly documentation?: string;
  /** The id of the entity, or the key of the source. */
  readonly of?: string;
  /** Whether there is something to choose from where the caret then stands. */
  readonly goesOn: boolean;
}

export interface FileSuggestions {
  /** What the chosen suggestion replaces. */
  readonly span: Span;
  /** Best first. */
  readonly items: readonly FileSuggestion[];
  /** Whether others may be found when more is typed. */
  readonly isSearched: boolean;
}

export interface FileContext {
  readonly works: WorksOfReference;
  readonly search: SourceSearch;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const MOST_FOUND = 50;
const USUAL_UNIT = 2;

/** So many entities are passed over at once. */
const AT_ONCE = 2000;

/** `completeFileSteps`, all at once. */
export const completeFileAt = (
  file: DeskFile,
  offset: number,
  context: FileContext,
): FileSuggestions | undefined => finish(completeFileSteps(file, offset, context));

/** Undefined where nothing is known that could be written. */
export function* completeFileSteps(
  file: DeskFile,
  offset: number,
  context: FileContext,
): Steps<FileSuggestions | undefined> {
  const place = filePlaceAt(file, offset);
  if (!place || place.is === 'id' || place.style === 'block') return undefined;
  const completion = new FileCompletion(file.text, place, offset, context);
  const values = yield* completion.values();
  const items =
    place.is === 'key'
      ? [...completion.keysAt(place.of), ...values]
      : [...values, ...completion.keysIn(place.shape)];
  return items.length === 0 ? undefined : { span: place.span, items, isSearched: completion.isSearched };
}

/** What a text alone may be at a place, and the key that it belongs to, by its name. */
interface Asked {
  readonly shape: ValueShape;
  readonly key: KeyShape | undefined;
  readonly name: string;
}

function askedAt(place: ShapedPlace): Asked | undefined {
  switch (place.is) {
    case 'id':
      return undefined;
    case 'key':
      // A word alone may begin a map, or be all that is said.
      return place.hasColon || place.siblings.length > 0 ? undefined : plainOf(place.of);
    case 'value': {
      const { shape, key, path } = place;
      if (shape.is === 'record') return plainOf(shape);
      return { shape, key, name: String(path.findLast((step) => typeof step === 'string')) };
    }
  }
}

/** What a text alone stands for. */
function plainOf({ plain, keys }: RecordShape): Asked | undefined {
  const key = plain === undefined ? undefined : keys[plain];
  return plain === undefined || !key ? undefined : { shape: key.value, key, name: plain };
}

class FileCompletion {
  readonly #text: string;
  readonly #place: ShapedPlace;
  readonly #context: FileContext;
  /** What stands before the caret, without its quote. */
  readonly #typed: string;
  readonly #isJson: boolean;
  /** Whether only spaces and dashes stand before the place in its line. */
  readonly #isAtLineStart: boolean;
  isSearched = false;

  constructor(text: string, place: ShapedPlace, offset: number, context: FileContext) {
    this.#text = text;
    this.#place = place;
    this.#context = context;
    this.#typed = text.slice(place.span.start, offset).replace(/^["']/, '');
    this.#isJson = isJson(text);
    const before = text.slice(lineStart(text, place.span.start), place.span.start);
    this.#isAtLineStart = !place.isFlow && /^\s*(?:-\s+)*$/.test(before);
  }

  /** Those that are not given yet, in the order in which they are described. */
  keysAt({ keys, oneOf = [] }: RecordShape, wrap = (written: Written) => written): FileSuggestion[] {
    const { hasColon, style, siblings } = this.#place;
    const given = new Set(siblings);
    const isSettled = oneOf.some((key) => given.has(key));
    const free = Object.entries(keys).filter(
      ([key]) => !given.has(key) && !(isSettled && oneOf.includes(key)),
    );
    return free.map(([key, shape]) => {
      const name = style === 'plain' ? key : this.#quoted(key);
      const whole = hasColon
        ? { text: name, caret: name.length }
        : wrap(writtenKey(key, shape, this.#layout()));
      return {
        kind: 'key',
        label: key,
        ...(shape.required && { detail: 'required' }),
        documentation: describedKey(shape),
        ...whole,
        goesOn: !hasColon && hasChoices(shape.value),
      };
    });
  }

  /** Where a map may begin. */
  keysIn(shape: ValueShape): FileSuggestion[] {
    const { style, text } = this.#place;
    if (shape.is !== 'record' || style !== 'plain' || (text !== '' && !this.#isAtLineStart)) return [];
    const wrap = (written: Written) => (this.#isAtLineStart ? written : inBraces(written, this.#isJson));
    return this.keysAt(shape, wrap).map((item) => this.#apart(item));
  }

  /** What may be written as a text alone. */
  *values(): Steps<FileSuggestion[]> {
    const asked = askedAt(this.#place);
    if (!asked || (this.#place.is === 'key' && !this.#isAtLineStart)) return [];
    const { shape, key, name } = asked;
    switch (shape.is) {
      case 'choice':
        return shape.of.map((choice) => this.#value('choice', choice, { detail: shape.meanings?.[choice] }));
      case 'entity':
        return (yield* this.#entities(shape.type)).map(({ id, name, acronyms: [acronym] }) =>
          this.#value('entity', id, {
            detail: acronym === undefined ? name : `${name} (${acronym})`,
            of: id,
          }),
        );
      case 'source': {
        this.isSearched = true;
        const { search } = this.#context;
        yield* search.steps();
        return search
          .search(this.#typed, MOST_FOUND)
          .map(({ source }) =>
            this.#value('source', source.key, { detail: sourceLabel(source.item), of: source.key }),
          );
      }
      case 'date':
        return [10, 7, 4].map((length) =>
          this.#value('date', this.#context.today.slice(0, length), { detail: DATE_WORDS[length] }),
        );
      case 'text':
        return this.#texts(
          yield* seenTexts(this.#context.works.lexicon.glossary, name),
          key?.suggested ?? [],
        );
      case 'form':
        return this.#forms();
      default:
        return [];
    }
  }

  /** Those whose id begins as typed, then those that are found by any of their names. */
  *#entities(type: EntityType): Steps<Entity[]> {
    this.isSearched = true;
    const { lexicon } = this.#context.works;
    const own = entryOf(this.#place)?.id;
    const typed = this.#typed.toLowerCase();
    const found = new Set<Entity>();
    let looked = 0;
    for (const entity of lexicon.glossary.entities.values()) {
      if (++looked % AT_ONCE === 0) yield;
      if (entity.type === type && entity.id !== own && entity.id.toLowerCase().startsWith(typed))
        found.add(entity);
      if (found.size >= MOST_FOUND) break;
    }
    if (typed === '') return [...found];
    yield* lexicon.searchSteps();
    for (const { claim } of searchEntities(lexicon, this.#typed, 2 * MOST_FOUND))
      if (claim.entity.type === type && claim.entity.id !== own) found.add(claim.entity);
    return [...found].slice(0, MOST_FOUND);
  }

  /** What the glossary already says under a key, then what is usual. */
  #texts(seen: readonly SeenText[], suggested: readonly string[]): FileSuggestion[] {
    const others = suggested.filter((text) => !seen.some((one) => one.text === text));
    return [
      ...seen.map(({ text, count }) =>
        this.#value('text', text, { detail: count === 1 ? 'in 1 entry' : `in ${count} entries` }),
      ),
      ...others.map((text) => this.#value('text', text, {})),
    ];
  }

  /** What a short form or an acronym of the entry’s name may be. */
  #forms(): FileSuggestion[] {
    const { path } = this.#place;
    const entry = entryOf(this.#place);
    const name = entry && this.#context.works.lexicon.glossary.entities.get(entry.id)?.name;
    if (name === undefined) return [];
    const words = name.split(/[\s-]+/).filter((word) => word !== '');
    if (words.length < 2) return [];
    if (path[2] === 'short' && entry?.type === 'person') return [this.#value('text', words.at(-1)!, {})];
    const initials = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => [...word][0]);
    return path[2] === 'acronym' && initials.length > 1 ? [this.#value('text', initials.join(''), {})] : [];
  }

  #value(
    kind: FileSuggestion['kind'],
    value: string,
    { detail, of }: { detail?: string | undefined; of?: string },
  ): FileSuggestion {
    // Choices and dates are ours: to everybody who reads these files, they are texts without quotes as well.
    const isOurs = kind === 'choice' || kind === 'date';
    const text = isOurs && this.#place.style === 'plain' && !this.#isJson ? value : this.#quoted(value);
    return this.#apart({
      kind,
      label: value,
      ...(detail !== undefined && { detail }),
      ...(of !== undefined && { of }),
      text,
      caret: text.length,
      goesOn: false,
    });
  }

  /** A value does not touch the colon or the dash before it. */
  #apart<T extends Written>(written: T): T {
    const isGlued = /[:-]/.test(this.#text[this.#place.span.start - 1] ?? '') && !this.#isJson;
    return isGlued ? { ...written, text: ` ${written.text}`, caret: written.caret + 1 } : written;
  }

  #quoted(text: string): string {
    const { isFlow, style } = this.#place;
    const isQuoted = style === 'single' || style === 'double';
    const quotes = this.#isJson ? 'double' : isQuoted ? style : 'plain';
    return writeYamlText(text, { isFlow, quotes, always: isQuoted || this.#isJson });
  }

  #layout(): KeyLayout {
    const { span, isFlow } = this.#place;
    const line = this.#text.slice(lineStart(this.#text, span.start), span.start);
    const unit = /^( +)[^\s#-]/m.exec(this.#text.slice(0, 10_000))?.[1]?.length ?? USUAL_UNIT;
    const isInline = isFlow || !this.#isAtLineStart;
    return {
      isFlow: isInline,
      isJson: this.#isJson,
      inset: line.length - (/^\s*/.exec(line)?.[0].length ?? 0),
      unit,
    };
  }
}

const DATE_WORDS: Readonly<Record<number, string>> = { 10: 'today', 7: 'this month', 4: 'this year' };

/** Whether a reader would be asked to choose. */
function hasChoices(value: ValueShape): boolean {
  if (value.is === 'list') return hasChoices(value.item);
  return value.is !== 'text' && value.is !== 'form' && value.is !== 'address' && value.is !== 'entries';
}

/** The meaning of a key as Markdown, with its choices. */
export function describedKey({ description, value, more }: KeyShape): string {
  const item = value.is === 'list' ? value.item : value;
  const choices =
    item.is === 'choice' && item.meanings
      ? item.of.map((choice) => `- \`${choice}\`: ${item.meanings?.[choice] ?? ''}`).join('\n')
      : '';
  return [description, more ?? '', choices].filter((part) => part !== '').join('\n\n');
}
