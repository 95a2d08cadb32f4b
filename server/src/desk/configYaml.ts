/** Reads the YAML of a configuration, in which patterns in a list may have braces without quotation marks. */

import { type LocatedYaml, readYaml, type YamlValue } from '../text/yaml';

/** `[sources/**\/*.{yaml,json}]` is what people write, and no YAML: braces and commas divide a list there. */
const BRACES = /(?<=[^\s[{,:"'])\{[^{}[\]\s"']*\}/g;
/** They stand for the signs while YAML is read, one code unit each, so that places stay right. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['{', '\uE0F0'],
  [',', '\uE0F1'],
  ['}', '\uE0F2'],
];

/** As `readYaml` does, with all scalars as written; text that is only so unsound is read as it is meant. Never throws. */
export function readConfigYaml(text: string): LocatedYaml {
  const read = readYaml(text, 'strings');
  if (read.problems.length === 0) return read;
  const meant = readYaml(
    text.replace(BRACES, (braces) => exchanged(braces, SIGNS)),
    'strings',
  );
  if (meant.problems.length > 0) return read;
  return { ...meant, value: restored(meant.value) };
}

const BACK = SIGNS.map(([sign, standsIn]) => [standsIn, sign] as const);

const exchanged = (text: string, signs: readonly (readonly [string, string])[]): string =>
  signs.reduce((result, [from, to]) => result.replaceAll(from, to), text);

function restored(value: YamlValue): YamlValue {
  if (typeof value === 'string') return exchanged(value, BACK);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, restored(one)]));
  return Array.isArray(value) ? value.map(restored) : value;
}
