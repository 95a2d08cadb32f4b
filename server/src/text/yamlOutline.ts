/** Lists the keys of YAML down to the second level, with their places: of plain block style by its lines, else by a parse. */

import type { Span } from './span';
import type { Steps } from './steps';
import { readBrokenYamlLayout } from './yaml';
import { type PairLayout, pairEnd } from './yamlLayout';

export interface EntryPlace {
  readonly key: string;
  /** The key alone, as written. */
  readonly at: Span;
  /** The key and all that belongs to it. */
  readonly span: Span;
}

export interface SectionPlace extends EntryPlace {
  readonly entries: readonly EntryPlace[];
}

/** A text that is laid out otherwise is parsed if it is not longer. */
const LONGEST_PARSED = 300_000;
const SHORT = 32_000;
/** A step looks at so many lines. */
const LINES_A_STEP = 4000;

/** In the order of the text; at most so many entries. Undefined where the text is too long for its layout. */
export function* entryPlaces(text: string, most: number): Steps<readonly SectionPlace[] | undefined> {
  if (text.length > SHORT) {
    const found = yield* byLines(text, most);
    if (found) return found;
  }
  if (text.length > LONGEST_PARSED) return undefined;
  const layout = readBrokenYamlLayout(text);
  if (layout?.is !== 'map') return [];
  let left = most;
  return layout.pairs.flatMap((pair) => {
    const section = placeOf(pair, text);
    if (!section) return [];
    const inner = pair.value?.is === 'map' ? pair.value.pairs : [];
    const entries = inner.flatMap((one) => placeOf(one, text) ?? []).slice(0, left);
    left -= entries.length;
    return [{ ...section, entries }];
  });
}

function placeOf(pair: PairLayout, text: string): EntryPlace | undefined {
  const { key } = pair;
  if (key.is !== 'scalar' || key.text === '') return undefined;
  const { start, end } = key.span;
  return {
    key: key.text,
    at: { start, end },
    span: { start, end: Math.max(end, trimmedEnd(text, pairEnd(pair))) },
  };
}

const KEY = /(?:([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*)|"([^"\\\n]+)"|'([^'\n]+)')[ \t]*:(?=[ \t\r\n]|$)/uy;

interface OpenSection {
  readonly key: string;
  readonly at: Span;
  end: number;
  indent: number;
  readonly entries: { readonly key: string; readonly at: Span; end: number }[];
}

/** Undefined where a line is no part of a map of maps in block style: what stands further in belongs to an entry. */
function* byLines(text: string, most: number): Steps<readonly SectionPlace[] | undefined> {
  const sections: OpenSection[] = [];
  let count = 0;
  let lines = 0;
  for (let at = 0, next = 0; at < text.length; at = next) {
    if (++lines % LINES_A_STEP === 0) yield;
    next = text.indexOf('\n', at) + 1 || text.length;
    let content = at;
    while (text.charCodeAt(content) === 0x20 || text.charCodeAt(content) === 0xfeff) content++;
    const unit = text.charCodeAt(content);
    if (content >= next || unit === 0x0a || unit === 0x0d || unit === 0x23 || unit === 0x09) continue;
    const section = sections.at(-1);
    const column = content - at;
    const isTop = column === 0 || text.charCodeAt(at) === 0xfeff;
    if (!isTop && section?.indent === 0) section.indent = column;
    if (section) section.end = next;
    const entry = section?.entries.at(-1);
    if (!isTop && section && column !== section.indent) {
      if (entry) entry.end = next;
      continue;
    }
    KEY.lastIndex = content;
    const found = KEY.exec(text);
    const key = found?.[1] ?? found?.[2] ?? found?.[3];
    if (isTop && text.startsWith('---', at)) continue;
    if (isTop && (unit === 0x7b || unit === 0x5b)) return undefined;
    // A half-typed line ends nothing.
    if (!found || key === undefined) continue;
    const place = { start: content, end: content + found[0].replace(/[ \t]*:$/, '').length };
    if (isTop) {
      if (section) section.end = at;
      // What stands behind the colon is no map of maps in block style.
      const rest = text.slice(KEY.lastIndex, next).trim();
      if (/^[{[]/.test(rest)) return undefined;
      sections.push({ key, at: place, end: next, indent: 0, entries: [] });
    } else if (section && count < most) {
      count++;
      section.entries.push({ key, at: place, end: next });
    }
  }
  return sections.map(({ key, at, end, entries }) => ({
    key,
    at,
    span: { start: at.start, end: trimmedEnd(text, end) },
    entries: entries.map((entry) => ({
      key: entry.key,
      at: entry.at,
      span: { start: entry.at.start, end: trimmedEnd(text, entry.end) },
    })),
  }));
}

/** Without the line end. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}
