/** Tells what stands at a place of YAML, or could stand there, also while it is half-typed. */

import { columnOf, lineEnd, lineStart } from './lines';
import { type Span, touches } from './span';
import { readBrokenYamlLayout, type YamlPath } from './yaml';
import { entryLinesAt, topLevelKeys } from './yamlEntries';
import type { ListLayout, MapLayout, PairLayout, ScalarStyle, YamlLayout } from './yamlLayout';

/** A place where a key or a text stands, or where one could be written. */
export interface YamlPlace {
  /** Of a key, with it as the last step (empty where none stands yet); of a value, the keys and numbers that lead to it. */
  readonly path: YamlPath;
  readonly part: 'key' | 'value';
  /** The key or the text as written, with its quotes; of no length where nothing stands. Without its last quote, it ends at the place. */
  readonly span: Span;
  /** What it reads as. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** Of a key: whether a colon follows. */
  readonly hasColon: boolean;
  /** Of a key: the other keys of its map. */
  readonly siblings: readonly string[];
  /** Whether it stands within brackets or braces. */
  readonly isFlow: boolean;
}

/** Longer texts are first cut down to the entry around the place. */
const SHORT = 32_000;
/** Longer texts that cannot be cut take too long for an answer that is waited for. */
const LONGEST_READ = 300_000;

/** Undefined in comments, in the indentation, between values, and in long texts that are no map of maps in block style. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  if (text.length <= SHORT) return placeIn(text, offset);
  const start = lineStart(text, offset);
  const isBlank = text.slice(start, lineEnd(text, offset)).trim() === '';
  if (isBlank ? offset === start : /[^\s#]/.test(text[start]!)) return topLevelPlace(text, offset);
  const around = entryLinesAt(text, offset);
  if (!around) return text.length <= LONGEST_READ ? placeIn(text, offset) : undefined;
  const head = `${around.section}:\n`;
  const shift = around.start - head.length;
  const place = placeIn(head + text.slice(around.start, around.end), offset - shift);
  if (!place) return undefined;
  return { ...place, span: { start: place.span.start + shift, end: place.span.end + shift } };
}

/** A place in a line that begins a section: the line alone tells, but for the other keys. */
function topLevelPlace(text: string, offset: number): YamlPlace | undefined {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  const place = line.length <= SHORT ? placeIn(line, offset - start) : undefined;
  if (place?.path.length !== 1) return undefined;
  const others = topLevelKeys(text).filter((key) => key !== place.text);
  const { start: from, end } = place.span;
  return { ...place, siblings: others, part: 'key', span: { start: from + start, end: end + start } };
}

function placeIn(text: string, offset: number): YamlPlace | undefined {
  const mended = mendAround(text, offset);
  const layout = readBrokenYamlLayout(mended.text);
  const finder = new PlaceFinder(mended.text, offset);
  const place = layout ? finder.find(layout, []) : finder.nothing();
  if (!place) return undefined;
  // What was put in stands behind the place.
  return mended.isColonAdded && place.part === 'key' ? { ...place, hasColon: false } : place;
}

/** A line of words alone, without a colon that ends a key, a comment, brackets or quotes. */
const WORDS = /^(\s*)(-\s+)*([^\s#:'"{}[\],&*!|>%@`-](?:[^\s#:'"{}[\],]|:(?=\S)|[ \t]+(?![\s#]))*)\s*$/u;

/**
 * The text with spaces in place of tabs that indent, and a colon behind a key that is being typed: without it, the key
 * would run on over the next line. Nothing before `offset` moves.
 */
function mendAround(text: string, offset: number): { readonly text: string; readonly isColonAdded: boolean } {
  const spaced = /^[ -]*\t/m.test(text)
    ? text.replace(/^[ \t]*(?:-[ \t]+)*/gm, (indent) => indent.replaceAll('\t', ' '))
    : text;
  const start = lineStart(spaced, offset);
  const end = lineEnd(spaced, offset);
  const words = WORDS.exec(spaced.slice(start, end));
  if (!words) return { text: spaced, isColonAdded: false };
  const wordsEnd = start + spaced.slice(start, end).trimEnd().length;
  const column = wordsEnd - start - words[3]!.length;
  // What follows a dash is a text, unless keys stand below it.
  const next = /^(?:\s*\n)*( *)[^\s#-][^\n]*:(?:\s|$)/.exec(spaced.slice(end));
  const isKey = words[2] === undefined || next?.[1]?.length === column;
  if (offset > wordsEnd || !isKey) return { text: spaced, isColonAdded: false };
  return { text: `${spaced.slice(0, wordsEnd)}:${spaced.slice(wordsEnd)}`, isColonAdded: true };
}

class PlaceFinder {
  readonly #text: string;
  readonly #offset: number;
  readonly #lineStart: number;
  /** Where nothing stands in the line: how far in the place is. */
  readonly #column: number | undefined;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
    this.#lineStart = lineStart(text, offset);
    const isBlank = text.slice(this.#lineStart, lineEnd(text, offset)).trim() === '';
    this.#column = isBlank ? offset - this.#lineStart : undefined;
  }

  /** In a text without any value. */
  nothing(): YamlPlace | undefined {
    return this.#column === 0 ? this.#newKey([], [], false) : undefined;
  }

  find(node: YamlLayout, path: YamlPath, isFlow = false): YamlPlace | undefined {
    switch (node.is) {
      case 'scalar':
        return this.#inScalar(node, path, isFlow);
      case 'alias':
        return undefined;
      case 'map':
        return node.isFlow ? this.#inFlowMap(node, path) : this.#inMap(node, path);
      case 'list':
        return node.isFlow ? this.#inFlowList(node, path) : this.#inList(node, path);
    }
  }

  #inScalar(
    { span, style, text }: YamlLayout & { is: 'scalar' },
    path: YamlPath,
    isFlow: boolean,
  ): YamlPlace | undefined {
    const value = { path, part: 'value', style, hasColon: false, siblings: [], isFlow } as const;
    if (span.start === span.end && style === 'plain') {
      const isHere = this.#column !== undefined || this.#isBehind(span.end);
      return isHere ? { ...value, span: this.#here(), text: '' } : undefined;
    }
    if (!touches(span, this.#offset)) {
      const isGoingOn = style === 'plain' && this.#goesOn(span);
      return isGoingOn ? { ...value, span: { start: span.start, end: this.#offset }, text } : undefined;
    }
    // A text whose quotes are not closed yet would take in all that follows.
    const isUnclosed = style === 'single' || style === 'double' ? !this.#isClosed(span) : false;
    const end = isUnclosed ? this.#offset : span.end;
    const read = isUnclosed ? this.#text.slice(span.start + 1, end) : text;
    return { ...value, span: { start: span.start, end }, text: read };
  }

  /** Quotes over several lines, in a text that is being typed, are rather two halves of others. */
  #isClosed({ start, end }: Span): boolean {
    const written = this.#text.slice(start, end);
    return written.length > 1 && written.at(-1) === written[0] && !written.includes('\n');
  }

  #inMap(map: MapLayout, path: YamlPath): YamlPlace | undefined {
    const pair = map.pairs.findLast(({ key }) => key.span.start <= this.#offset);
    if (this.#column === undefined || (pair?.value && this.#holds(pair.value)))
      return pair && this.#inPair(map, pair, path);
    const column = columnOf(this.#text, map.span.start);
    if (this.#column < column) return undefined;
    if (this.#column === column) return this.#newKey(path, keysOf(map), false);
    const value = pair?.value;
    if (!value || value.is === 'alias' || isFull(value)) return undefined;
    return this.find(value, [...path, textOf(pair.key)]);
  }

  #inPair(map: MapLayout, pair: PairLayout, path: YamlPath): YamlPlace | undefined {
    const { key, value } = pair;
    const inner = [...path, textOf(key)];
    if (touches(key.span, this.#offset) && key.is === 'scalar') {
      const isUnclosed = (key.style === 'double' || key.style === 'single') && !this.#isClosed(key.span);
      const end = isUnclosed ? this.#offset : key.span.end;
      const siblings = keysOf({ ...map, pairs: map.pairs.filter((one) => one !== pair) });
      const hasColon = value !== undefined && !isUnclosed;
      const text = isUnclosed ? this.#text.slice(key.span.start + 1, end) : key.text;
      const { isFlow } = map;
      const span = { start: key.span.start, end };
      return { path: [...path, text], part: 'key', span, text, style: key.style, hasColon, siblings, isFlow };
    }
    return value && this.find(value, inner, map.isFlow);
  }

  #inList(list: ListLayout, path: YamlPath): YamlPlace | undefined {
    const index = list.items.findLastIndex((item) => this.#dashOf(item) < this.#offset);
    const item = list.items[index];
    if (!item) return undefined;
    const inner = [...path, index];
    if (this.#column === undefined || this.#holds(item)) return this.find(item, inner);
    const dash = columnOf(this.#text, this.#dashOf(item));
    return this.#column > dash && item.is !== 'alias' && !isFull(item) ? this.find(item, inner) : undefined;
  }

  /** An anchor or a tag may stand between the dash and the item. */
  #dashOf({ span: { start } }: YamlLayout): number {
    return Math.max(lineStart(this.#text, start), this.#text.lastIndexOf('-', start - 1));
  }

  #inFlowMap(map: MapLayout, path: YamlPath): YamlPlace | undefined {
    if (this.#offset <= map.span.start) return undefined;
    for (const pair of map.pairs) {
      const place =
        touches(pair.key.span, this.#offset) || (pair.value && this.#holds(pair.value))
          ? this.#inPair(map, pair, path)
          : undefined;
      if (place) return place;
    }
    const before = map.pairs.findLast(({ key }) => key.span.end <= this.#offset);
    switch (this.#signBefore(before ? endOf(before) : map.span.start)) {
      case '{':
      case ',':
        return this.#newKey(path, keysOf(map), true);
      case ':':
        return before && this.#newValue([...path, textOf(before.key)], true);
      default:
        return undefined;
    }
  }

  #inFlowList(list: ListLayout, path: YamlPath): YamlPlace | undefined {
    if (this.#offset <= list.span.start) return undefined;
    const index = list.items.findIndex((item) => this.#holds(item));
    if (index >= 0) return this.find(list.items[index]!, [...path, index], true);
    const count = list.items.filter((item) => item.span.end <= this.#offset).length;
    const before = list.items[count - 1]?.span.end ?? list.span.start;
    const sign = this.#signBefore(before);
    return sign === '[' || sign === ',' ? this.#newValue([...path, count], true) : undefined;
  }

  /** The last sign before the place, from the end of what stands before; undefined in a comment, and behind the brackets. */
  #signBefore(end: number): string | undefined {
    const gap = this.#text.slice(Math.max(0, end - 1), this.#offset);
    if (/(?:^|\s)#[^\n]*$/.test(gap)) return undefined;
    return gap
      .replace(/\s#[^\n]*\n/g, '\n')
      .trimEnd()
      .at(-1);
  }

  /** Whether the place is within something that has ends. */
  #holds(node: YamlLayout): boolean {
    const { start, end } = node.span;
    if (node.is === 'scalar')
      return (
        start < end &&
        (touches(node.span, this.#offset) || (node.style === 'plain' && this.#goesOn(node.span)))
      );
    if (node.is === 'alias') return touches(node.span, this.#offset);
    if (!node.isFlow) return false;
    // One that is not closed ends where the next line begins that cannot belong to it.
    const isClosed = node.is === 'map' ? this.#text[end - 1] === '}' : this.#text[end - 1] === ']';
    return start < this.#offset && (isClosed ? this.#offset < end : this.#offset <= end);
  }

  /** Whether a plain text may be about to go on at the place: only spaces stand between, and nothing behind. */
  #goesOn({ end }: Span): boolean {
    if (this.#offset <= end || this.#column !== undefined) return false;
    const behind = this.#text.slice(this.#offset, lineEnd(this.#text, this.#offset));
    return /^[ \t]+$/.test(this.#text.slice(end, this.#offset)) && /^[ \t]*(?:$|[,\]}])/.test(behind);
  }

  /** Whether the place is in the line of an offset, behind it, and not in a comment. */
  #isBehind(end: number): boolean {
    const gap = this.#text.slice(end, this.#offset);
    return this.#offset >= end && /^\s*(?:[&!]\S*\s+)*$/.test(gap) && !gap.includes('\n');
  }

  #here(): Span {
    return { start: this.#offset, end: this.#offset };
  }

  #newKey(path: YamlPath, siblings: readonly string[], isFlow: boolean): YamlPlace {
    const key = { part: 'key', style: 'plain', hasColon: false } as const;
    return { ...key, path: [...path, ''], span: this.#here(), text: '', siblings, isFlow };
  }

  #newValue(path: YamlPath, isFlow: boolean): YamlPlace {
    const value = { part: 'value', style: 'plain', hasColon: false } as const;
    return { ...value, path, span: this.#here(), text: '', siblings: [], isFlow };
  }
}

const endOf = ({ key, value }: PairLayout): number => Math.max(key.span.end, value?.span.end ?? 0);

/** Whether nothing can be written on a line of its own below it. */
const isFull = (node: YamlLayout): boolean =>
  node.is === 'scalar' ? node.span.end > node.span.start : node.is !== 'alias' && node.isFlow;

const textOf = (key: YamlLayout): string => (key.is === 'scalar' ? key.text : '');

const keysOf = ({ pairs }: MapLayout): string[] =>
  pairs.flatMap(({ key }) => (key.is === 'scalar' ? [key.text] : []));
