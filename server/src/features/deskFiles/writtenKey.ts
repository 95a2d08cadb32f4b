/** Writes a key of a desk’s file with what its value begins with, as the text around it is laid out. */

import type { KeyShape, ValueShape } from '../../glossary/shape';

/** A text to insert, and where the caret is to stand in it. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

export interface KeyLayout {
  /** Within brackets or braces, on one line. */
  readonly isFlow: boolean;
  readonly isJson: boolean;
  /** How far in, beyond the line’s own indentation, the key stands: behind a dash. */
  readonly inset: number;
  /** How far each level of the file stands in. */
  readonly unit: number;
}

/** In block style, maps and lists of maps begin on a line of their own. */
export function writtenKey(key: string, { value }: KeyShape, layout: KeyLayout): Written {
  const { isFlow, isJson, inset, unit } = layout;
  const head = isJson ? `"${key}":` : `${key}:`;
  const [before, behind] =
    isFlow || isJson ? inBrackets(value, isJson) : onLines(value, ' '.repeat(inset + unit));
  const start = before.startsWith('\n') ? head + before : `${head} ${before}`;
  return { text: start + behind, caret: start.length };
}

/** The same with braces around, where a map is to stand on the line. */
export function inBraces({ text, caret }: Written, isJson: boolean): Written {
  const brace = isJson ? '{' : '{ ';
  return { text: `${brace}${text}${isJson ? '}' : ' }'}`, caret: caret + brace.length };
}

type Ends = readonly [before: string, behind: string];

function inBrackets(value: ValueShape, isJson: boolean): Ends {
  if (value.is === 'list') return ['[', ']'];
  if (value.is === 'record' || value.is === 'entries') return isJson ? ['{', '}'] : ['{ ', ' }'];
  return isJson ? ['"', '"'] : ['', ''];
}

function onLines(value: ValueShape, indent: string): Ends {
  if (value.is === 'record' || value.is === 'entries') return [`\n${indent}`, ''];
  if (value.is !== 'list') return ['', ''];
  const isOfMaps = value.item.is === 'record' && value.item.keys.id === undefined;
  return isOfMaps ? [`\n${indent}- `, ''] : ['[', ']'];
}
