/** Reads long YAML in parts: entries below top-level keys, laid out plainly, some hundred at a time. */

import { matchAt } from './matchAt';
import type { Span } from './span';
import { standalone } from './standalone';
import { finish, type Steps } from './steps';
import {
  GIVEN_TWICE,
  type LocatedYaml,
  readSoundYaml,
  readYaml,
  type YamlMap,
  type YamlPath,
  type YamlProblem,
  type YamlValue,
} from './yaml';
import { entryLines } from './yamlEntries';
import { isDocumentHead, sectionHeadAt } from './yamlHeads';

/** Whole lines of the text: entries of one section, all as far in as each other. */
export interface YamlPart extends Span {
  /** The top-level key below which they stand. */
  readonly section: string;
  /** The first key as written: parts of two states of a text that begin alike may be the same. */
  readonly first: string;
}

export interface YamlParts {
  readonly parts: readonly YamlPart[];
  /** The text without its parts: what is at the top level. Its places are those of the whole text. */
  readonly rest: LocatedYaml;
}

/** How parts are cut: behind so many entries on the average, and so many UTF-16 units at most if there are several. */
export interface PartSize {
  readonly entries: number;
  readonly units: number;
}
export const USUAL_PART: PartSize = { entries: 128, units: 48_000 };

const TOP_LEVEL_KEY = /[A-Za-z_][\w-]*:(?=[ \t])/y;
const STRAY = /[\p{L}\p{N}_][^:\r\n]*(?=\r?\n|$)/uy;
const ENTRY_KEY = /([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*):(?=[ \t\r\n]|$)/uy;
/** A step of cutting looks at so many lines. */
const LINES_A_STEP = 4000;

/**
 * Cuts a text where its sections and their entries begin; undefined where it is not laid out so plainly that each part
 * surely means alone what it means in the whole. Where a cut comes depends on the keys: an edit moves only cuts near it.
 *
 * @param sections the top-level keys whose values are cut; any other stays whole.
 */
export function* cutYaml(
  text: string,
  sections: ReadonlySet<string>,
  size: PartSize = USUAL_PART,
): Steps<YamlParts | undefined> {
  const parts: YamlPart[] = [];
  const seen = new Set<string>();
  /** Whether the first key has come: from there on all is a map whose keys begin their lines. */
  let isRooted = false;
  /** The section that is being read, and how far in its keys are (0: no key yet). */
  let section: { readonly name: string; readonly start: number; indent: number } | undefined;
  let part: { readonly first: string; readonly start: number } | undefined;
  const close = (end: number) => {
    // Parts outlive the text, and must not keep it.
    if (section && part)
      parts.push({ section: section.name, first: standalone(part.first), start: part.start, end });
    part = undefined;
  };
  let lines = 0;
  for (let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, next = 0; at < text.length; at = next) {
    if (++lines % LINES_A_STEP === 0) yield;
    next = text.indexOf('\n', at) + 1 || text.length;
    let content = at;
    while (text.charCodeAt(content) === SPACE) content++;
    if (content >= next || isPassedOver(text, content)) continue;
    const column = content - at;
    if (column === 0) {
      close(at);
      // A word alone is an error wherever it stands; what follows still belongs to the section.
      if (section && matchAt(STRAY, text, at)) continue;
      section = undefined;
      const name = sectionHeadAt(text, at);
      if (!isRooted) isRooted = name !== undefined || matchAt(TOP_LEVEL_KEY, text, at) !== null;
      if (!isRooted && !isDocumentHead(text, at)) return undefined;
      if (name === undefined || !sections.has(name)) continue;
      if (seen.has(name)) return undefined;
      seen.add(name);
      section = { name, start: next, indent: 0 };
      continue;
    }
    if (!section) continue;
    // What stands too far out is an error in a part as well.
    if (section.indent > 0 && column !== section.indent) continue;
    const first = matchAt(ENTRY_KEY, text, content)?.[1];
    if (section.indent === 0) {
      if (first === undefined) return undefined;
      section.indent = column;
      part = { first, start: section.start };
    } else if (first !== undefined) {
      if (part && hashOf(first) % size.entries > 0 && next - part.start <= size.units) continue;
      close(at);
      part = { first, start: at };
    }
  }
  close(text.length);
  if (parts.length === 0) return undefined;
  const rest = readRest(text, parts);
  // Where the rest is no sound YAML, neither is the whole.
  const isPlain =
    rest.problems.length > 0 ||
    (rest.value instanceof Map && [...seen].every((name) => isEmpty(rest.value, name)));
  return isPlain ? { parts, rest } : undefined;
}

const isEmpty = (value: YamlValue, key: string): boolean => {
  const inner = isMap(value) ? value.get(key) : null;
  return inner === '' || inner === null;
};

const SPACE = 0x20;
const BYTE_ORDER_MARK = 0xfeff;

/** Blank lines, comments, and lines that begin with a tab: none of them begins anything. */
function isPassedOver(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 0x0a || unit === 0x23 || unit === 0x09 || (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a)
  );
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** What is left of the text without its parts, with places in the whole. */
function readRest(text: string, parts: readonly YamlPart[]): LocatedYaml {
  const pieces: { readonly at: number; readonly from: number }[] = [];
  let rest = '';
  let from = 0;
  for (const { start, end } of [...parts, { start: text.length, end: text.length }]) {
    if (start > from) {
      pieces.push({ at: rest.length, from });
      rest += text.slice(from, start);
    }
    from = end;
  }
  const toWhole = (offset: number) => {
    const piece = pieces.findLast(({ at }) => at <= offset);
    return piece ? piece.from + offset - piece.at : 0;
  };
  const inWhole = ({ start, end }: Span): Span => ({
    start: toWhole(start),
    end: end > start ? toWhole(end - 1) + 1 : toWhole(start),
  });
  const { value, problems, locate } = readYaml(rest, 'strings');
  return {
    value,
    problems: problems.map(({ span, message }) => ({ span: inWhole(span), message })),
    locate: (path, part) => inWhole(locate(path, part)),
  };
}

/**
 * What stands in a part: a map from its section to its entries, with places counted from the part's start. An entry
 * that is no sound YAML is left out of the value if nothing of it can be read, and costs no other entry anything.
 * Undefined where the part cannot be read without the rest of the text.
 */
export function readYamlPart(
  text: string,
  { section, first, start, end }: YamlPart,
): LocatedYaml | undefined {
  const head = `${section}:\n`;
  // One text of its own: what is cut out of it does not keep the whole text in memory.
  const part = head + text.slice(start, end);
  if ((part.includes('&') || part.includes('*')) && MAYBE_ALIAS.test(part)) return undefined;
  const locate = (path: YamlPath, of: 'key' | 'value') =>
    readYamlEntry(text, { section, first, start, end }, String(path[1])).locate(path, of);
  const value = readSoundYaml(part);
  if (isMap(value) && value.size === 1 && isMap(value.get(section))) return { value, problems: [], locate };
  return { ...readEntries(part, section, head), locate };
}

const MAYBE_ALIAS = /(?:^|[\s[{,])[&*]\S/;

/** Each entry on its own, so that one that is broken is told of where it breaks. */
function readEntries(part: string, section: string, head: string) {
  const entries = new Map<string, YamlValue>();
  const problems: YamlProblem[] = [];
  for (const { start, end } of finishedCuts(part, section)) {
    const read = readYaml(head + part.slice(start, end), 'strings');
    const shift = start - 2 * head.length;
    const placed = ({ start: from, end: to }: Span) => ({
      start: Math.max(start - head.length, from + shift),
      end: Math.max(start - head.length, to + shift),
    });
    for (const { span, message } of read.problems) problems.push({ span: placed(span), message });
    const values = isMap(read.value) ? read.value.get(section) : undefined;
    if (!isMap(values)) continue;
    for (const [id, entry] of values) {
      if (!entries.has(id)) entries.set(id, entry);
      else problems.push({ span: placed(read.locate([section, id], 'key')), message: GIVEN_TWICE });
    }
  }
  return { value: new Map([[section, entries]]), problems };
}

/** Cuts before every entry. */
const finishedCuts = (part: string, section: string): readonly Span[] =>
  finish(cutYaml(part, new Set([section]), { entries: 1, units: 0 }))?.parts ?? [
    { start: section.length + 2, end: part.length },
  ];

/**
 * A map from the section of a part to a map with one of its entries, with places counted from the part’s start; where
 * its lines are not found at a glance, there are others beside it.
 */
export function readYamlEntry(text: string, { section, start, end }: YamlPart, id: string): LocatedYaml {
  const head = `${section}:\n`;
  const part = head + text.slice(start, end);
  const lines = entryLines(part, [section, id]) ?? { start: head.length, end: part.length };
  const { value, problems, locate } = readYaml(head + part.slice(lines.start, lines.end), 'strings');
  const shift = lines.start - 2 * head.length;
  const placed = (span: Span): Span => ({
    start: Math.max(0, span.start + shift),
    end: Math.max(0, span.end + shift),
  });
  return {
    value,
    problems: problems.map(({ span, message }) => ({ span: placed(span), message })),
    locate: (path, of) => placed(locate(path, of)),
  };
}

const isMap = (value: YamlValue | undefined): value is YamlMap => value instanceof Map;
