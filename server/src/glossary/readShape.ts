/** Reads YAML values by the shape they should have: keeps what is sound, reports what is not. */

import { nearest } from '../text/nearest';
import type { Severity } from '../text/problem';
import { standalone } from '../text/standalone';
import { isNull, type YamlMap, type YamlPath, type YamlValue } from '../text/yaml';
import { cleanForm } from './formText';
import { comparePartialDates, parsePartialDate } from './partialDate';
import type { Read, RecordShape, ValueShape } from './shape';

/** A problem before anybody has asked where in the text its path is. */
export interface Complaint {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: YamlPath;
  readonly part: 'key' | 'value';
}

const BAD_VALUE = 'glossary/bad-value';
const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*$/u;
const LONGEST_ID = 100;
const LINKABLE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;
const LONGEST_QUOTE = 40;

/**
 * The sound part of `value`, undefined if nothing of it is. Empty values count as absent: somebody is about to type
 * them. Shapes are finite, so that YAML nested without end, or in a circle, is read no deeper than its shape.
 */
export function readShape<S extends ValueShape>(
  shape: S,
  value: YamlValue,
  report: (complaint: Complaint) => void,
): Read<S> | undefined {
  return new ShapeReader(report).read(shape, value, BAD_VALUE) as Read<S> | undefined;
}

class ShapeReader {
  /** Where the value under the reader's eyes stands. */
  readonly #path: (string | number)[] = [];
  readonly #report: (complaint: Complaint) => void;

  constructor(report: (complaint: Complaint) => void) {
    this.#report = report;
  }

  read(shape: ValueShape, value: YamlValue, rule: string): unknown {
    if (value === '' || value === null) return undefined;
    switch (shape.is) {
      case 'record':
        return this.#record(shape, value);
      case 'list':
        return this.#list(shape.item, value, rule);
      case 'entries':
        return this.#entries(shape.item, value);
      default:
        if (typeof value === 'string') return this.#text(shape, value, rule);
        this.#complain(rule, `${this.#here()} takes ${describe(shape)}, not ${kindOf(value)}.${REMEDY}`);
        return undefined;
    }
  }

  #text(shape: Exclude<ValueShape, { is: 'record' | 'list' | 'entries' }>, written: string, rule: string) {
    switch (shape.is) {
      case 'form': {
        const form = cleanForm(written);
        if (form.problem !== undefined) this.#complain(BAD_VALUE, form.problem, 'value', 'warning');
        return standalone(form.text) || undefined;
      }
      case 'text':
      case 'entity':
      case 'source':
        return standalone(written.trim()) || undefined;
      case 'date': {
        const date = written.trim();
        if (parsePartialDate(date)) return date;
        this.#complain(
          'glossary/bad-date',
          `${quote(date)} is no date of the calendar. Write the year, the month or the day as 2019, 2019-04 or 2019-04-11.`,
        );
        return undefined;
      }
      case 'choice': {
        const choice = written.trim();
        const index = shape.of.indexOf(choice);
        if (index >= 0) return shape.of[index];
        const near = nearest(choice, shape.of, 1)[0];
        const advice = near === undefined ? `Write ${oneOf(shape.of)}.` : `Write ${quote(near)}.`;
        this.#complain(rule, `${this.#here()} cannot be ${quote(choice)}. ${advice}`);
        return undefined;
      }
      case 'address': {
        const address = written.trim();
        if (LINKABLE.test(address)) return standalone(address);
        this.#complain(
          rule,
          `${quote(address)} is no address that can be opened. Write it in full, beginning with https://, http:// or mailto:.`,
        );
        return undefined;
      }
    }
  }

  #list(item: ValueShape, value: YamlValue, rule: string): unknown[] {
    if (!Array.isArray(value)) {
      if (isNull(value)) return [];
      const alone = this.read(item, value, rule);
      return alone === undefined ? [] : [alone];
    }
    // As long as it needs to be: a list that grows would keep room for more.
    const items: unknown[] = new Array(value.length);
    let count = 0;
    for (let index = 0; index < value.length; index++) {
      this.#path.push(index);
      const read = this.read(item, value[index], rule);
      if (read !== undefined) items[count++] = read;
      this.#path.pop();
    }
    return count < items.length ? items.slice(0, count) : items;
  }

  #record(shape: RecordShape, value: YamlValue): unknown {
    let map: YamlMap;
    if (isMap(value)) map = value;
    else if (shape.plain !== undefined && typeof value === 'string') map = new Map([[shape.plain, value]]);
    else {
      const keys = Object.keys(shape.keys).join(', ');
      this.#complain(
        BAD_VALUE,
        `${capital(shape.noun)} is a map, not ${kindOf(value)}. Write a key, a colon and its value on each line; the keys are ${keys}.`,
      );
      return undefined;
    }
    const record: Record<string, unknown> = {};
    const keys = keysOf(shape);
    for (const [written, inner] of map) {
      const known = keys.get(written);
      if (!known) {
        this.#complainOfKey(shape, written);
        continue;
      }
      const { key, value: valueShape, rule } = known;
      if (map === value) this.#path.push(key);
      const read = this.read(valueShape, inner, rule);
      if (read !== undefined) record[key] = read;
      if (map === value) this.#path.pop();
    }
    return this.#isWhole(shape, map, record) ? record : undefined;
  }

  #complainOfKey(shape: RecordShape, key: unknown): void {
    const known = Object.keys(shape.keys);
    const name = textOf(key);
    const near = nearest(name, known, 1)[0];
    const advice = near === undefined ? `Use one of ${known.join(', ')}.` : `Write ${quote(near)}.`;
    const path = typeof key === 'string' ? [...this.#path, key] : this.#path;
    this.#complain(
      'glossary/unknown-key',
      `${capital(shape.noun)} has no key ${quote(name)}. ${advice}`,
      'key',
      'error',
      path,
    );
  }

  #isWhole(shape: RecordShape, map: YamlMap, record: Record<string, unknown>): boolean {
    for (const { key, isRequired, rule } of keysOf(shape).values()) {
      if (!isRequired || record[key] !== undefined) continue;
      const given = map.get(key);
      // A value that was read as bad has its complaint already.
      if (given === undefined || isBlank(given)) {
        this.#complain(
          rule,
          `${capital(shape.noun)} needs ${quote(key)}. ${shape.keys[key]!.description}`,
          'key',
        );
      }
      return false;
    }
    if (shape.inOrder) this.#checkOrder(shape.inOrder, record);
    return shape.oneOf === undefined || this.#namesOne(shape.noun, shape.oneOf, map, record);
  }

  #namesOne(noun: string, keys: readonly string[], map: YamlMap, record: Record<string, unknown>): boolean {
    const named = keys.filter((key) => record[key] !== undefined);
    for (const extra of named.slice(1)) {
      this.#complain(
        BAD_VALUE,
        `${capital(noun)} names one entity, and this one names ${quote(named[0]!)} already. Move ${quote(extra)} to ${noun} of its own.`,
        'key',
        'error',
        [...this.#path, extra],
      );
    }
    if (named.length === 0 && !keys.some((key) => map.has(key) && !isBlank(map.get(key)))) {
      this.#complain(BAD_VALUE, `${capital(noun)} needs the id of an entity under ${oneOf(keys)}.`);
    }
    return named.length > 0;
  }

  #checkOrder([first, second]: readonly [string, string], record: Record<string, unknown>): void {
    const earlier = record[first];
    const later = record[second];
    if (typeof earlier !== 'string' || typeof later !== 'string') return;
    if (comparePartialDates(earlier, later) !== 'after') return;
    this.#complain(
      'glossary/bad-date',
      `${quote(second)} (${later}) lies before ${quote(first)} (${earlier}). Correct one of the two dates.`,
      'value',
      'error',
      [...this.#path, second],
    );
  }

  #entries(item: RecordShape, value: YamlValue): unknown {
    const entries = new Map<string, unknown>();
    if (!isMap(value)) {
      if (isNull(value)) return entries;
      this.#complain(
        BAD_VALUE,
        `${this.#here()} is a map from ids to entries, not ${kindOf(value)}. Write an id and a colon, and below it, indented, “name: …”.`,
      );
      return entries;
    }
    for (const [id, entry] of value) {
      if (typeof id !== 'string' || id === '') {
        this.#complain('glossary/bad-id', `An id is a text, not ${kindOf(id)}. ${ID_ADVICE}`);
        continue;
      }
      this.#path.push(id);
      const problem = problemOfId(id);
      if (problem !== undefined) this.#complain('glossary/bad-id', problem, 'key');
      // An id alone is an entry whose name is still to be typed.
      entries.set(standalone(id), this.#record(item, entry === '' || entry === null ? NOTHING : entry));
      this.#path.pop();
    }
    return entries;
  }

  #complain(
    rule: string,
    message: string,
    part: 'key' | 'value' = 'value',
    severity: Severity = 'error',
    path: YamlPath = this.#path,
  ): void {
    this.#report({ rule, severity, message, path: [...path], part });
  }

  /** The nearest key above the value, for messages. */
  #here(): string {
    const key = this.#path.findLast((step) => typeof step === 'string');
    return key === undefined ? 'This file' : quote(String(key));
  }
}

/** What the reader asks of a key, under the key as it may be written. */
interface KnownKey {
  readonly key: string;
  readonly value: ValueShape;
  readonly rule: string;
  readonly isRequired: boolean;
}

const keysOfShapes = new Map<RecordShape, ReadonlyMap<unknown, KnownKey>>();

/** Looked up by text, which is faster than the properties of an object are by a key that was just read. */
function keysOf(shape: RecordShape): ReadonlyMap<unknown, KnownKey> {
  let keys = keysOfShapes.get(shape);
  if (!keys) {
    const known = Object.entries(shape.keys).map(([key, { value, rule = BAD_VALUE, required = false }]) => ({
      key,
      value,
      rule,
      isRequired: required,
    }));
    keys = new Map(known.map((one) => [one.key, one]));
    keysOfShapes.set(shape, keys);
  }
  return keys;
}

const NOTHING: YamlMap = new Map();
const REMEDY = ' Write it on one line after the colon.';
const ID_ADVICE = `Use up to ${LONGEST_ID} letters, digits, hyphens, underscores and periods, as in “abu-saloh”.`;

/** What is wrong with an id, and what to do; undefined for a good one. */
export const problemOfId = (id: string): string | undefined =>
  id.length > LONGEST_ID || !ID.test(id) ? `${quote(id)} is no good id. ${ID_ADVICE}` : undefined;

/** What a value of this shape is, with its article. */
export function describe(shape: ValueShape): string {
  switch (shape.is) {
    case 'text':
      return 'a text';
    case 'form':
      return 'a name';
    case 'date':
      return 'a date (2019, 2019-04 or 2019-04-11)';
    case 'address':
      return 'an address (https://…)';
    case 'choice':
      return oneOf(shape.of);
    case 'entity':
      return `the id of ${shape.type === 'organisation' ? 'an' : 'a'} ${shape.type}`;
    case 'source':
      return 'the key of a source';
    case 'record':
      return shape.noun;
    case 'list':
      return `${describe(shape.item)}, or a list`;
    case 'entries':
      return 'entries, each under its id';
  }
}

const isMap = (value: unknown): value is YamlMap => value instanceof Map;
const isBlank = (value: YamlValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function quote(text: string): string {
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `“${shown}”`;
}

function oneOf(choices: readonly string[]): string {
  const quoted = choices.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value === 'string') return value === '' ? 'nothing' : 'a text';
  return 'something else';
}

const textOf = (key: unknown): string => (typeof key === 'string' ? key : kindOf(key));
