/** How a glossary file is written, as far as what is added to it should look alike: quotes, lists, indentation. */

import { columnOf, lineEndOf, lineStart } from '../text/lines';
import { writeYamlText } from '../text/yaml';
import { isEmpty, type MapLayout, type ScalarStyle, type YamlLayout } from '../text/yamlLayout';

type Quotes = 'plain' | 'single' | 'double';

/** A text, or a map of texts, to be put into a list. */
export type NewItem = string | Readonly<Record<string, string>>;

/** Enough to see how a file is written. */
const LOOKED_AT = 100_000;
const BLOCK_LIST = /^( *)(?:- +)*[^\s#:'"-][^\n:]*:[ \t]*(?:#[^\n]*)?\r?\n( *)- /gm;
const FLOW_LIST = /: +\[/g;

export class YamlStyle {
  readonly eol: string;
  readonly #text: string;
  readonly #scalars: readonly ScalarStyle[];
  readonly #keys: readonly ScalarStyle[];
  readonly #near: readonly YamlLayout[];

  /** @param near what stands around the place that is edited, the nearest first. */
  constructor(text: string, near: readonly YamlLayout[]) {
    this.#text = text;
    this.eol = lineEndOf(text);
    this.#near = near;
    const inJson = isJson(text) ? (['double'] as const) : undefined;
    this.#scalars = inJson ?? nearestStyles(near, 'scalars');
    this.#keys = inJson ?? nearestStyles(near, 'keys');
  }

  /** A text as most texts around it are written. */
  text(value: string, isFlow: boolean): string {
    const most = prevailing(this.#scalars);
    const quotes = most === 'plain' ? this.#usualQuotes() : most;
    return writeYamlText(value, { isFlow, quotes, always: most !== 'plain' });
  }

  key(key: string): string {
    const quotes = prevailing(this.#keys);
    return writeYamlText(key, { isFlow: true, quotes, always: quotes !== 'plain' });
  }

  /** An item on one line, as it stands in a list in flow style, or behind a dash. */
  item(item: NewItem, isFlow: boolean): string {
    if (typeof item === 'string') return this.text(item, isFlow);
    const pairs = Object.entries(item).map(([key, value]) => `${this.key(key)}: ${this.text(value, true)}`);
    return `{ ${pairs.join(', ')} }`;
  }

  /** Whether lists of texts stand in lines of their own here. */
  get prefersBlockLists(): boolean {
    for (const layout of this.#near) {
      const [block, flow] = countLists(layout);
      if (block + flow > 0) return block > flow;
    }
    const start = this.#text.slice(0, LOOKED_AT);
    return (start.match(BLOCK_LIST)?.length ?? 0) > (start.match(FLOW_LIST)?.length ?? 0);
  }

  /** How much further in than its key a list in block style stands. */
  get listIndent(): number {
    for (const layout of this.#near) {
      const indent = listIndentIn(this.#text, layout);
      if (indent !== undefined) return indent;
    }
    BLOCK_LIST.lastIndex = 0;
    const found = BLOCK_LIST.exec(this.#text.slice(0, LOOKED_AT));
    // A dash before the key makes the first number useless.
    return found && !found[0].trimStart().startsWith('-')
      ? Math.max(0, found[2]!.length - found[1]!.length)
      : 2;
  }

  /** The quotes that the file uses where it uses some. */
  #usualQuotes(): Quotes {
    const quoted = this.#scalars.find((style) => style === 'single' || style === 'double');
    if (quoted === 'single' || quoted === 'double') return quoted;
    const first = /(?:[:[{,-] +|\[)(["'])/.exec(this.#text.slice(0, LOOKED_AT))?.[1];
    return first === "'" ? 'single' : first === '"' ? 'double' : 'plain';
  }
}

/** JSON is YAML, and is to stay JSON: in it, numbers and `null` alone have no quotes. */
function isJson(text: string): boolean {
  if (!/^\uFEFF?\s*\{/.test(text)) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is written so that it can stand in a list in flow style as it is. */
export const isFlowSafe = (style: ScalarStyle, source: string): boolean =>
  style === 'single' || style === 'double' || (style === 'plain' && !/[,[\]{}\n]/.test(source));

function prevailing(styles: readonly ScalarStyle[]): Quotes {
  const count = (wanted: ScalarStyle) => styles.filter((style) => style === wanted).length;
  const [single, double] = [count('single'), count('double')];
  if (Math.max(single, double) * 2 <= styles.length) return 'plain';
  return single > double ? 'single' : 'double';
}

function nearestStyles(near: readonly YamlLayout[], of: 'scalars' | 'keys'): readonly ScalarStyle[] {
  for (const layout of near) {
    const styles = [...stylesIn(layout, of)];
    if (styles.length > 0) return styles;
  }
  return [];
}

function* stylesIn(layout: YamlLayout, of: 'scalars' | 'keys'): Generator<ScalarStyle> {
  if (layout.is === 'scalar') {
    if (of === 'scalars' && layout.style !== 'block' && !isEmpty(layout)) yield layout.style;
  } else if (layout.is === 'list') {
    for (const item of layout.items) yield* stylesIn(item, of);
  } else if (layout.is === 'map') {
    for (const { key, value } of layout.pairs) {
      if (of === 'keys' && key.is === 'scalar') yield key.style;
      if (value) yield* stylesIn(value, of);
    }
  }
}

/** How many lists of texts are in block style, and how many in flow style. */
function countLists(layout: YamlLayout): [block: number, flow: number] {
  if (layout.is !== 'map') return [0, 0];
  const lists = layout.pairs
    .map(({ value }) => value)
    .filter((value) => value?.is === 'list' && value.items.length > 0 && value.items[0]!.is === 'scalar');
  const flow = lists.filter((list) => list?.is === 'list' && list.isFlow).length;
  return [lists.length - flow, flow];
}

function listIndentIn(text: string, layout: YamlLayout): number | undefined {
  if (layout.is !== 'map' || layout.isFlow) return undefined;
  const pair = layout.pairs.find(({ value }) => value?.is === 'list' && !value.isFlow);
  if (!pair) return undefined;
  return Math.max(0, columnOf(text, pair.value!.span.start) - columnOf(text, pair.key.span.start));
}

/** How much further in the keys of a map stand than those of the map around it. */
export function mapIndent(text: string, outer: MapLayout, inner: MapLayout): number {
  const [out, in_] = [outer.span.start, inner.span.start];
  return lineStart(text, out) === lineStart(text, in_)
    ? 2
    : Math.max(1, columnOf(text, in_) - columnOf(text, out));
}
