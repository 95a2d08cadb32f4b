/** Reads the key and the fields of one entry of a BibTeX file as they are written, with their places. */

import type { Span } from '../../text/span';
import { type BibtexCut, closingOf } from './bibtexCut';
import type { FormatFault } from './entryList';
import { MONTHS } from './months';

export interface BibtexField {
  /** In lower letters. */
  readonly name: string;
  /** LaTeX, without its delimiters; macros (`@string`) are written out. */
  readonly value: string;
  readonly span: Span;
}

export interface BibtexEntry {
  readonly type: string;
  /** Empty where there is none. */
  readonly key: string;
  readonly keySpan: Span;
  /** Of two of one name, the first, as BibTeX has it. */
  readonly fields: ReadonlyMap<string, BibtexField>;
  readonly faults: readonly FormatFault[];
}

/** What a macro stands for, by its name in lower letters. */
export type BibtexMacros = ReadonlyMap<string, string>;

const MONTH_MACROS: BibtexMacros = new Map(MONTHS.map((month) => [month.slice(0, 3), month]));

const LONGEST_MACRO = 5_000;
const KEY = /\s{0,200}([^,={}"]{0,500})/y;
/** Of a field or a macro. */
const NAME = /[A-Za-z_][^\s=,{}"#%()@\\]{0,80}/y;
const EQUALS = /\s{0,200}=/y;
const NUMBER = /\d{1,50}/y;
/** Where a field begins, for entries whose braces do not match. */
const FIELD_START = /(?:^|[\n,])[ \t]{0,200}([A-Za-z][\w+:-]{0,60})[ \t]{0,50}=[ \t]{0,50}/g;

/** Reads one entry; never throws. In a broken one each field is read on its own, as far as its lines tell. */
export function readBibtexEntry(text: string, cut: BibtexCut, macros: BibtexMacros): BibtexEntry {
  return new FieldReader(text, cut, macros).read();
}

/** The key of an entry alone; empty where there is none. */
export const readBibtexKey = (text: string, cut: BibtexCut): string =>
  new FieldReader(text, cut, MONTH_MACROS).key().key;

/** Reads the definitions of `@string`s, each with the help of those before it; of two of one name, the last counts. */
export function readBibtexMacros(
  text: string,
  cuts: readonly BibtexCut[],
): { readonly macros: BibtexMacros; readonly faults: readonly FormatFault[] } {
  const macros = new Map<string, string>();
  const faults: FormatFault[] = [];
  for (const cut of cuts) {
    if (cut.type !== 'string') continue;
    const read = new FieldReader(text, cut, macros).read();
    faults.push(...read.faults);
    // Macros of macros can stand for more than any memory holds.
    for (const { name, value } of read.fields.values()) macros.set(name, value.slice(0, LONGEST_MACRO));
  }
  return { macros, faults };
}

class FieldReader {
  readonly #text: string;
  readonly #cut: BibtexCut;
  readonly #macros: BibtexMacros;
  readonly #fields = new Map<string, BibtexField>();
  readonly #faults: FormatFault[] = [];
  /** Where the body ends: in front of the closing brace, if there is one. */
  readonly #end: number;
  #at: number;

  constructor(text: string, cut: BibtexCut, macros: BibtexMacros) {
    this.#text = text;
    this.#cut = cut;
    this.#macros = macros;
    this.#at = cut.open;
    this.#end = cut.ends === 'braces' || cut.ends === 'escapes' ? cut.end - 1 : cut.end;
  }

  read(): BibtexEntry {
    const { type, start, open, ends } = this.#cut;
    const { key, keySpan } = type === 'string' ? NO_KEY : this.key();
    if (ends === 'unclosed' || ends === 'surplus') this.#readLines();
    else this.#readFields();
    // What is told must be seen: an entry without a key is told of at its type.
    const span = key === '' ? { start, end: open } : keySpan;
    return { type, key, keySpan: span, fields: this.#fields, faults: this.#faults };
  }

  key(): { key: string; keySpan: Span } {
    const match = this.#match(KEY);
    const written = match?.[1] ?? '';
    const key = written.trim();
    const from = this.#at + (match?.[0].length ?? 0) - written.length;
    const keySpan = { start: from, end: Math.min(from + key.length, this.#end) };
    const behind = from + written.length;
    // “@misc{title = {…}}” has a field where its key should be.
    if (this.#text[behind] === '=' || behind > this.#end) return NO_KEY;
    this.#at = behind;
    return { key, keySpan };
  }

  #readFields(): void {
    for (;;) {
      this.#skip();
      if (this.#at >= this.#end) return;
      const start = this.#at;
      const name = this.#match(NAME)?.[0];
      this.#at += name?.length ?? 0;
      const equals = name === undefined ? undefined : this.#match(EQUALS)?.[0];
      if (name === undefined || equals === undefined) {
        this.#fault(start, start + Math.max(1, name?.length ?? 1), NO_FIELD);
        this.#at = start;
        this.#readLines();
        return;
      }
      this.#at += equals.length;
      const value = this.#value();
      if (value === undefined) {
        this.#fault(start, start + name.length, `There is no value here. Write ${name} = {…}.`);
        this.#at = start;
        this.#readLines();
        return;
      }
      this.#add(name, value, start, this.#at);
      const end = this.#at;
      this.#blank();
      if (this.#at < this.#end && this.#text[this.#at] !== ',')
        this.#fault(end - 1, end, 'Write a comma behind this value.');
    }
  }

  /** Parts with “#” between them; undefined where there is none. */
  #value(): string | undefined {
    let value: string | undefined;
    for (;;) {
      this.#blank();
      const part = this.#part();
      if (part === undefined) return value;
      value = (value ?? '') + part;
      const behind = this.#at;
      this.#blank();
      if (this.#text[this.#at] !== '#' || this.#at >= this.#end) {
        this.#at = behind;
        return value;
      }
      this.#at++;
    }
  }

  #part(): string | undefined {
    const from = this.#at + 1;
    if (from > this.#end) return undefined;
    const how = this.#cut.ends === 'escapes' ? 'escapes' : 'braces';
    switch (this.#text[this.#at]) {
      case '{': {
        const end = closingOf(this.#text, from, '{', how, this.#end);
        if (end < 0) return undefined;
        this.#at = end;
        return this.#text.slice(from, end - 1);
      }
      case '"': {
        const end = closingQuote(this.#text, from, this.#end);
        if (end < 0) return undefined;
        this.#at = end;
        return this.#text.slice(from, end - 1);
      }
      default: {
        const number = this.#match(NUMBER)?.[0];
        if (number !== undefined) {
          this.#at += number.length;
          return number;
        }
        const name = this.#match(NAME)?.[0];
        if (name === undefined) return undefined;
        this.#at += name.length;
        return this.#macro(name, this.#at - name.length);
      }
    }
  }

  #macro(name: string, at: number): string {
    const known = this.#macros.get(name.toLowerCase()) ?? MONTH_MACROS.get(name.toLowerCase());
    if (known === undefined && this.#cut.type !== 'string')
      this.#faults.push({
        rule: 'source/macro',
        severity: 'warning',
        message: `There is no @string “${name}”. Define it, or write the text in braces: {${name}}.`,
        span: { start: at, end: at + name.length },
      });
    return known ?? name;
  }

  /** Fields by the lines on which they begin, for an entry whose braces cannot be trusted. */
  #readLines(): void {
    const body = this.#text.slice(this.#at, this.#end);
    const starts = [...body.matchAll(FIELD_START)];
    let isTold = this.#faults.length > 0;
    for (const [index, match] of starts.entries()) {
      const from = this.#at + match.index + match[0].length;
      const to = this.#at + (starts[index + 1]?.index ?? body.length);
      const isLast = index === starts.length - 1;
      const { value, fault } = looseValue(this.#text, from, to, isLast, this.#macros);
      const name = match[1]!;
      const start = this.#at + match.index + match[0].indexOf(name);
      if (fault && !isTold) {
        this.#fault(fault.span.start, fault.span.end, fault.message);
        isTold = true;
      }
      this.#add(name, value, start, Math.max(start + name.length, to));
    }
    if (!isTold) this.#fault(this.#cut.start, this.#cut.open, UNMATCHED);
    this.#at = this.#end;
  }

  #add(name: string, value: string, start: number, end: number): void {
    const lower = name.toLowerCase();
    if (value === '') return;
    const first = this.#fields.get(lower);
    if (!first) this.#fields.set(lower, { name: lower, value, span: { start, end } });
    else if (first.value !== value && !OFTEN_REPEATED.has(lower))
      this.#faults.push({
        rule: 'source/entry',
        severity: 'warning',
        message: `“${name}” stands here a second time, and the first is used. Keep one of the two.`,
        span: { start, end: start + name.length },
      });
  }

  #fault(start: number, end: number, message: string): void {
    this.#faults.push({ rule: 'source/entry', severity: 'error', message, span: { start, end } });
  }

  /** Over white space, commas and comments between fields. */
  #skip(): void {
    while (this.#at < this.#end) {
      const char = this.#text[this.#at]!;
      if (char === '%') {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end < 0 ? this.#end : end;
      } else if (char === ',' || isBlank(char)) this.#at++;
      else return;
    }
  }

  #blank(): void {
    while (this.#at < this.#end && isBlank(this.#text[this.#at]!)) this.#at++;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    if (this.#at >= this.#end) return null;
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }
}

const NO_KEY = { key: '', keySpan: { start: 0, end: 0 } };
const NO_FIELD = 'Here should be a field. Write name = {text}, with a comma in front of the next one.';
/** Programs write these once for every note, word and file. */
const OFTEN_REPEATED: ReadonlySet<string> = new Set(['note', 'annote', 'annotation', 'keywords', 'file']);

const UNMATCHED = 'The braces of this entry do not match. Write as many “}” as “{”.';
const UNCLOSED = 'This value is never closed. Write “}” behind its end.';
const SURPLUS = 'This “}” closes nothing. Remove it.';

const isBlank = (char: string): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r';

/** Behind the quote that closes a value: those in braces belong to it, and so do those behind a backslash. */
function closingQuote(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '"' && depth <= 0) return at + 1;
  }
  return -1;
}

/** A value of an entry whose braces do not match: what stands between two field names, without what delimits it. */
function looseValue(
  text: string,
  from: number,
  to: number,
  isLast: boolean,
  macros: BibtexMacros,
): { value: string; fault?: { message: string; span: Span } } {
  const end = trimmedEnd(text, from, to, ' \t\r\n,');
  const written = text.slice(from, end);
  const at = (start: number, message: string) => ({ message, span: { start, end: start + 1 } });
  const first = written[0];
  if (first !== '{' && first !== '"') {
    const word = text.slice(from, trimmedEnd(text, from, end, ' \t\r\n,}'));
    return { value: macros.get(word.toLowerCase()) ?? MONTH_MACROS.get(word.toLowerCase()) ?? word };
  }
  const closing =
    first === '{' ? closingOf(text, from + 1, '{', 'braces', end) : closingQuote(text, from + 1, end);
  if (closing < 0) return { value: withoutBraces(written.slice(1)), fault: at(from, UNCLOSED) };
  const value = text.slice(from + 1, closing - 1);
  // The last value may have the brace that closes the entry behind it, and then whatever stands between entries.
  if (closing === end || isLast) {
    const behind = text.slice(closing, end);
    const surplus = isLast ? behind.indexOf('}', behind.indexOf('}') + 1) : -1;
    return surplus < 0 ? { value } : { value, fault: at(closing + surplus, SURPLUS) };
  }
  const surplus = text.slice(closing, end).indexOf('}');
  if (surplus >= 0) return { value: withoutBraces(written.slice(1)), fault: at(closing + surplus, SURPLUS) };
  return { value: withoutBraces(written.slice(1)) };
}

const withoutBraces = (text: string): string => text.replace(/[{}"]/g, '');

/** Where a stretch ends without such characters at its end. */
function trimmedEnd(text: string, from: number, to: number, characters: string): number {
  let end = to;
  while (end > from && characters.includes(text[end - 1]!)) end--;
  return end;
}
