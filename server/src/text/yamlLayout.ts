/** How YAML is written down: the style and the place of every part of a value, which an edit must know to leave the rest. */

import type { Span } from './span';
import { isNull } from './yaml';

export type YamlLayout = ScalarLayout | ListLayout | MapLayout | AliasLayout;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

export interface ScalarLayout {
  readonly is: 'scalar';
  /** Without anchor and tag; of no length where nothing is written, just behind what asks for a value. */
  readonly span: Span;
  readonly style: ScalarStyle;
  /** What it reads as. */
  readonly text: string;
}

export interface ListLayout {
  readonly is: 'list';
  /** Of a flow list with its brackets; of a block list from the first dash. Its end says little in block style. */
  readonly span: Span;
  readonly isFlow: boolean;
  readonly items: readonly YamlLayout[];
}

export interface MapLayout {
  readonly is: 'map';
  /** Of a flow map with its braces; of a block map from the first key. Its end says little in block style. */
  readonly span: Span;
  readonly isFlow: boolean;
  readonly pairs: readonly PairLayout[];
}

export interface PairLayout {
  readonly key: YamlLayout;
  /** Undefined where there is not even a colon, as in `{ key }`. */
  readonly value: YamlLayout | undefined;
}

/** `*name`, which stands for a value elsewhere. */
export interface AliasLayout {
  readonly is: 'alias';
  readonly span: Span;
}

/** Where the last sign of a value stands: without comments, and without white space behind it. */
export function contentEnd(layout: YamlLayout): number {
  if (layout.is === 'list' && !layout.isFlow) {
    const last = layout.items.at(-1);
    return last ? contentEnd(last) : layout.span.end;
  }
  if (layout.is === 'map' && !layout.isFlow) {
    const last = layout.pairs.at(-1);
    return last ? pairEnd(last) : layout.span.end;
  }
  return layout.span.end;
}

/** Where the last sign of a key’s value stands, or of the key if it has none. */
export const pairEnd = ({ key, value }: PairLayout): number => contentEnd(value ?? key);

export const pairSpan = (pair: PairLayout): Span => ({ start: pair.key.span.start, end: pairEnd(pair) });

export const isEmpty = (layout: YamlLayout): boolean =>
  layout.is === 'scalar' && layout.style === 'plain' && layout.span.start === layout.span.end;

/** Whether nothing is given, in whatever way that is written. */
export const isNothing = (layout: YamlLayout | undefined): boolean =>
  layout?.is === 'scalar' && (layout.text === '' || isNull(layout.text));

/** The pair of a key; undefined if the map has none. */
export const pairOf = (map: MapLayout, key: string): PairLayout | undefined =>
  map.pairs.find((pair) => pair.key.is === 'scalar' && pair.key.text === key);

/** The part at a path; undefined if there is nothing, or an alias is on the way. */
export function partAt(layout: YamlLayout | undefined, path: readonly (string | number)[]) {
  let part = layout;
  for (const step of path) {
    if (part?.is === 'map') part = pairOf(part, String(step))?.value;
    else if (part?.is === 'list' && typeof step === 'number') part = part.items[step];
    else return undefined;
  }
  return part;
}
