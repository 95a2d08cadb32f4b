/** Writes an item into a list of an entry, or out of it, in the style in which the entry is written. */

import type { Edit } from '../text/edit';
import { columnOf } from '../text/lines';
import type { Span } from '../text/span';
import type { YamlPath } from '../text/yaml';
import { insertInFlow, insertLines, removeFromFlow, removeLines } from '../text/yamlInsertion';
import {
  contentEnd,
  isEmpty,
  isNothing,
  type ListLayout,
  type MapLayout,
  type PairLayout,
  pairEnd,
  pairOf,
  pairSpan,
  partAt,
  type ScalarLayout,
  type YamlLayout,
} from '../text/yamlLayout';
import { ENTRY } from './shape';
import { isFlowSafe, type NewItem, YamlStyle } from './yamlStyle';

/** A key of an entry or an alias that takes a list. */
export type ListKey = 'acronym' | 'short' | 'spellings' | 'scripts' | 'aliases' | 'not' | 'tags';

/** What precedes a list that is new: an entry’s keys in the order of their description, which is an alias’s as well. */
const ORDER = [
  ...new Set([...Object.keys(ENTRY.keys.aliases.value.item.keys).slice(0, 2), ...Object.keys(ENTRY.keys)]),
];

/** Undefined where it cannot be done without touching what is not to be touched. */
export function writeIntoList(
  text: string,
  root: YamlLayout | undefined,
  path: YamlPath,
  key: ListKey,
  item: NewItem,
): Edit[] | undefined {
  const target = partAt(root, path);
  const around = path.map((_, depth) => partAt(root, path.slice(0, depth))).reverse();
  const near = [target, ...around].filter((layout) => layout !== undefined);
  if (target?.is === 'scalar')
    return intoMereText(text, target, around[0], key, item, new YamlStyle(text, near));
  if (target?.is !== 'map') return undefined;
  const pair = pairOf(target, key);
  const style = new YamlStyle(text, pair?.value?.is === 'list' ? [pair.value, ...near] : near);
  if (!pair) return asNewKey(text, target, key, item, style);
  const { value } = pair;
  if (!value) return [insertion(pair.key.span.end, `: [${style.item(item, true)}]`)];
  switch (value.is) {
    case 'list':
      return intoList(text, value, item, style);
    case 'scalar':
      return besideText(text, target, pair, value, item, style);
    case 'map':
      return value.isFlow
        ? [insertion(value.span.start, '['), insertion(value.span.end, `, ${style.item(item, true)}]`)]
        : undefined;
    case 'alias':
      return undefined;
  }
}

function intoList(text: string, list: ListLayout, item: NewItem, style: YamlStyle): Edit[] | undefined {
  const { span, isFlow, items } = list;
  if (isFlow) return insertInFlow(text, span, items.map(spanOf), items.length - 1, style.item(item, true));
  const column = columnOf(text, span.start);
  const looksLikeMaps = items.some((one) => one.is === 'map' && !one.isFlow);
  if (typeof item === 'string' || !looksLikeMaps)
    return [insertLines(text, contentEnd(list), column, `- ${style.item(item, false)}`)];
  const pairs = Object.entries(item).map(([key, value]) => `${style.key(key)}: ${style.text(value, false)}`);
  const lines = pairs.join(style.eol + ' '.repeat(column + 2));
  return [insertLines(text, contentEnd(list), column, `- ${lines}`)];
}

/** A text that stands alone, or nothing, becomes a list. */
function besideText(
  text: string,
  map: MapLayout,
  { key }: PairLayout,
  value: ScalarLayout,
  item: NewItem,
  style: YamlStyle,
): Edit[] | undefined {
  const { span } = value;
  if (value.style === 'block') return undefined;
  if (isEmpty(value)) {
    if (map.isFlow || !style.prefersBlockLists) return [insertion(span.end, ` [${style.item(item, true)}]`)];
    const column = columnOf(text, key.span.start) + style.listIndent;
    return [insertLines(text, span.end, column, `- ${style.item(item, false)}`)];
  }
  const added = style.item(item, true);
  if (isNothing(value)) return [{ span, newText: `[${added}]` }];
  return isFlowSafe(value.style, text.slice(span.start, span.end))
    ? [insertion(span.start, '['), insertion(span.end, `, ${added}]`)]
    : [{ span, newText: `[${style.text(value.text, true)}, ${added}]` }];
}

function asNewKey(text: string, map: MapLayout, key: ListKey, item: NewItem, style: YamlStyle): Edit[] {
  const { pairs, isFlow, span } = map;
  const written = style.key(key);
  const inFlow = `${written}: [${style.item(item, true)}]`;
  const behind = pairs.length === 0 ? -1 : placeOf(key, pairs);
  const before = pairs[behind];
  if (isFlow) return insertInFlow(text, span, pairs.map(pairSpan), behind, before ? inFlow : ` ${inFlow} `);
  const column = columnOf(text, span.start);
  // Maps side by side on one line are hard to read.
  const isBlock = style.prefersBlockLists || typeof item !== 'string';
  const lines = isBlock
    ? `${written}:${style.eol}${' '.repeat(column + style.listIndent)}- ${style.item(item, false)}`
    : inFlow;
  return [insertLines(text, before ? pairEnd(before) : span.end, column, lines)];
}

/** The number of the pair behind which a key is best put: the last of those that usually precede it, or the last. */
function placeOf(key: string, pairs: readonly PairLayout[]): number {
  const rankOf = (name: string) => ORDER.indexOf(name);
  let best = -1;
  let bestRank = -1;
  for (const [index, pair] of pairs.entries()) {
    const rank = pair.key.is === 'scalar' ? rankOf(pair.key.text) : -1;
    if (rank >= rankOf(key) || rank <= bestRank) continue;
    best = index;
    bestRank = rank;
  }
  return best < 0 ? pairs.length - 1 : best;
}

/** An alias that is a mere text becomes a map with its name and the list. */
function intoMereText(
  text: string,
  alias: ScalarLayout,
  list: YamlLayout | undefined,
  key: ListKey,
  item: NewItem,
  style: YamlStyle,
): Edit[] | undefined {
  const { span } = alias;
  if (alias.style === 'block' || isEmpty(alias)) return undefined;
  const [nameKey, listKey] = [style.key('name'), style.key(key)];
  const sibling =
    list?.is === 'list' && !list.isFlow && list.items.find((one) => one.is === 'map' && !one.isFlow);
  if (sibling) {
    const column = columnOf(text, span.start);
    const likeSibling = new YamlStyle(text, [sibling]);
    const line = likeSibling.prefersBlockLists
      ? `${listKey}:${style.eol}${' '.repeat(column + likeSibling.listIndent)}- ${style.item(item, false)}`
      : `${listKey}: [${style.item(item, true)}]`;
    return [insertion(span.start, `${nameKey}: `), insertLines(text, span.end, column, line)];
  }
  const behind = `, ${listKey}: [${style.item(item, true)}] }`;
  return isFlowSafe(alias.style, text.slice(span.start, span.end))
    ? [insertion(span.start, `{ ${nameKey}: `), insertion(span.end, behind)]
    : [{ span, newText: `{ ${nameKey}: ${style.text(alias.text, true)}${behind}` }];
}

/** The item with the given number goes; the key goes with it if it was the only one. */
export function writeOutOfList(
  text: string,
  root: YamlLayout | undefined,
  path: YamlPath,
  key: ListKey,
  index: number,
): Edit[] | undefined {
  const map = partAt(root, path);
  if (map?.is !== 'map') return undefined;
  const pair = pairOf(map, key);
  const value = pair?.value;
  if (value?.is === 'list' && value.items.length > 1) {
    const item = value.items[index]!;
    if (value.isFlow) return removeFromFlow(text, value.span, value.items.map(spanOf), index);
    const start = text.lastIndexOf('-', item.span.start - 1);
    return asList(removeLines(text, { start, end: contentEnd(item) }));
  }
  if (!pair) return undefined;
  const place = map.pairs.indexOf(pair);
  if (map.isFlow) return removeFromFlow(text, map.span, map.pairs.map(pairSpan), place);
  const lines = removeLines(text, pairSpan(pair));
  const next = map.pairs[place + 1];
  if (lines || !next) return asList(lines);
  // The first key stands behind a dash, where the next one takes its place.
  const span = { start: pair.key.span.start, end: next.key.span.start };
  return text.slice(pairEnd(pair), span.end).includes('#') ? undefined : [{ span, newText: '' }];
}

/** A list with one text, on one line, gives way to that text. */
export function writeAlone(
  text: string,
  root: YamlLayout | undefined,
  path: YamlPath,
  key: ListKey,
): Edit[] | undefined {
  const map = partAt(root, path);
  const list = map?.is === 'map' ? pairOf(map, key)?.value : undefined;
  if (list?.is !== 'list' || !list.isFlow || list.items.length !== 1) return undefined;
  const { start, end } = list.items[0]!.span;
  const around = [text.slice(list.span.start, start), text.slice(end, list.span.end)];
  if (!/^\[ *$/.test(around[0]!) || !/^ *,? *\]$/.test(around[1]!)) return undefined;
  return [
    { span: { start: list.span.start, end: start }, newText: '' },
    { span: { start: end, end: list.span.end }, newText: '' },
  ];
}

/** Whether the one text in a list could stand alone under its key, as it does in the other entries of a file. */
export function prefersAlone(text: string, key: ListKey): boolean {
  const single = new RegExp(`\\b${key}["']?:[ \\t]+(?:(\\[)[^,\\]\\n]*\\]|[^\\s[{#])`, 'g');
  // The list in question is one of them.
  let [lists, texts] = [-1, 0];
  for (const [, bracket] of text.slice(0, LOOKED_AT).matchAll(single)) {
    if (bracket === undefined) texts++;
    else lists++;
  }
  // Most entries have one acronym and one short form, if any.
  return texts > lists || (texts === lists && (key === 'acronym' || key === 'short'));
}

const LOOKED_AT = 100_000;

const spanOf = (layout: YamlLayout): Span => ({ start: layout.span.start, end: contentEnd(layout) });
const asList = (edit: Edit | undefined): Edit[] | undefined => edit && [edit];
const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });
