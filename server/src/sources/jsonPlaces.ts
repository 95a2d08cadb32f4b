/** Finds where the values of a JSON text stand, and where its syntax breaks, without recursion. */

import type { Span } from '../text/span';

/** Where a value ends; `broken` says where and why reading it had to stop. */
export interface JsonValueEnd {
  readonly end: number;
  readonly broken?: string;
}

export interface JsonMember {
  readonly key: string;
  /** With its quotation marks. */
  readonly keySpan: Span;
  readonly value: Span;
}

type Awaited = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const CLOSED_BY = { '{': '}', '[': ']' } as const;

/** The first offset at or after `start` that is not JSON white space. */
export function skipJsonSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return at;
    at++;
  }
}

/** Reads over the value that begins exactly at `start`; nesting of any depth costs no stack. */
export function jsonValueEnd(text: string, start: number): JsonValueEnd {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let at = start;
  for (;;) {
    at = skipJsonSpace(text, at);
    const char = text[at];
    const inside = open.at(-1);
    if (char === undefined) return { end: at, broken: cutOff(inside) };
    switch (awaited) {
      case 'value':
      case 'value or ]':
        if (char === '{' || char === '[') {
          open.push(char);
          awaited = char === '{' ? 'key or }' : 'value or ]';
          at++;
          continue;
        }
        if (char === ']' && awaited === 'value or ]') break;
        if (char === '"') {
          const string = stringEnd(text, at);
          if (string.broken) return string;
          at = string.end;
        } else {
          LITERAL.lastIndex = at;
          const literal = LITERAL.exec(text);
          if (!literal) return { end: at, broken: unexpectedValue(char) };
          at += literal[0].length;
        }
        if (open.length === 0) return { end: at };
        awaited = ', or end';
        continue;
      case 'key':
      case 'key or }': {
        if (char === '}' && awaited === 'key or }') break;
        if (char !== '"')
          return {
            end: at,
            broken:
              char === '}' ? 'Remove the comma before “}”.' : 'Write a key in straight double quotes here.',
          };
        const key = stringEnd(text, at);
        if (key.broken) return key;
        at = key.end;
        awaited = ':';
        continue;
      }
      case ':':
        if (char !== ':') return { end: at, broken: 'Write a colon between the key and its value here.' };
        awaited = 'value';
        at++;
        continue;
      case ', or end':
        if (char === ',') {
          awaited = inside === '{' ? 'key' : 'value';
          at++;
          continue;
        }
        if (inside === undefined || char !== CLOSED_BY[inside])
          return { end: at, broken: `Write a comma, or “${CLOSED_BY[inside ?? '{']}”, before this.` };
        break;
    }
    // The innermost list or object is closed here.
    open.pop();
    at++;
    if (open.length === 0) return { end: at };
    awaited = ', or end';
  }
}

/** The elements of the array that begins at `start`, as far as they are sound. */
export function* jsonElements(text: string, start: number): Generator<Span> {
  let at = skipJsonSpace(text, start + 1);
  while (at < text.length && text[at] !== ']') {
    const value = jsonValueEnd(text, at);
    if (value.broken) return;
    yield { start: at, end: value.end };
    at = skipJsonSpace(text, value.end);
    if (text[at] === ',') at = skipJsonSpace(text, at + 1);
  }
}

/** The members of the object that begins at `start`; the value of the last one may be cut off. */
export function* jsonMembers(text: string, start: number): Generator<JsonMember> {
  let at = skipJsonSpace(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    if (keyEnd.broken) return;
    const keySpan = { start: at, end: keyEnd.end };
    const colon = skipJsonSpace(text, keyEnd.end);
    if (text[colon] !== ':') return;
    const valueStart = skipJsonSpace(text, colon + 1);
    const value = jsonValueEnd(text, valueStart);
    yield { key: parsedKey(text, keySpan), keySpan, value: { start: valueStart, end: value.end } };
    if (value.broken) return;
    at = skipJsonSpace(text, value.end);
    if (text[at] === ',') at = skipJsonSpace(text, at + 1);
  }
}

function parsedKey(text: string, at: Span): string {
  try {
    return String(JSON.parse(text.slice(at.start, at.end)));
  } catch {
    return text.slice(at.start + 1, at.end - 1);
  }
}

function stringEnd(text: string, start: number): JsonValueEnd {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return { end: at + 1 };
    if (unit === 92) {
      if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6)))
        return { end: at, broken: 'Write a backslash as “\\\\” in JSON.' };
      at++;
    } else if (unit < 32) {
      const isLineEnd = unit === 10 || unit === 13;
      return {
        end: at,
        broken: isLineEnd
          ? 'Close the text on this line with a straight double quote.'
          : `Remove the control character U+${unit.toString(16).toUpperCase().padStart(4, '0')} here.`,
      };
    }
  }
  return { end: text.length, broken: 'The file ends within a text: it seems cut off. Export it again.' };
}

function cutOff(inside: '{' | '[' | undefined): string {
  if (inside === undefined) return 'There is nothing to read here.';
  return `The file ends before “${CLOSED_BY[inside]}”: it seems cut off. Export it again.`;
}

function unexpectedValue(char: string): string {
  if (char === ']' || char === '}') return `Remove the comma before “${char}”.`;
  if (char === "'" || char === '“' || char === '”') return 'Write text in straight double quotes.';
  return 'Write a text in straight double quotes, a number, a list or an object here.';
}
