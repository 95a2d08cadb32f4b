/** Reads `nomenclator:` in the front matter of a report: which rules are off in all of it, or how severe they are. */

import type { Severity } from '../../text/problem';
import type { Span } from '../../text/span';
import { readYaml, type YamlPath } from '../../text/yaml';
import { CODE, EVERY_RULE, type Misread, type Suppression } from './suppression';
import type { Suppressions } from './suppressions';

const SEVERITIES: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];
const isOff = (value: string): boolean => value === 'off' || value === 'false';
const HOW =
  'Write “nomenclator: off”, a list of rules to turn off, or rules with their severities, such as “name/alias: off”.';

export interface FrontMatterRules {
  readonly all: readonly Suppression[];
  readonly misread: readonly Misread[];
  readonly severities: Suppressions['severities'];
}

const NONE: FrontMatterRules = { all: [], misread: [], severities: new Map() };

/** What the front matter, which ends at an offset, says. Broken YAML counts as far as it can be read. Never throws. */
export function readFrontMatterRules(text: string, frontMatterEnd: number): FrontMatterRules {
  const written = text.slice(0, frontMatterEnd);
  if (!/^nomenclator[ \t]*:/m.test(written)) return NONE;
  // The fences are no YAML of a mapping; their lines keep their lengths, so that places stay right.
  const yaml = written.replace(/^---/, '   ').replace(/(?:---|\.\.\.)[ \t]*$/, '');
  const { value: root, locate } = readYaml(yaml, 'strings');
  const value = root instanceof Map ? root.get('nomenclator') : undefined;
  const all: Suppression[] = [];
  const misread: Misread[] = [];
  const severities = new Map<string, { severity: Severity; word: Span }>();
  const whole = locate(['nomenclator'], 'value');
  const turnOff = (code: string, by: Span, word: Span) =>
    all.push({ code, by, word, stretch: { start: 0, end: text.length + 1 } });
  const turnOffNamed = (words: string, path: YamlPath) => {
    const span = locate(path, 'value');
    for (const word of words.split(/[\s,]+/).filter(Boolean)) {
      if (CODE.test(word)) turnOff(word, whole, span);
      else misread.push({ span, message: `“${word}” is no rule. ${HOW}` });
    }
  };
  if (value instanceof Map) {
    for (const [code, wanted] of value) {
      const severity = SEVERITIES.find((one) => one === wanted);
      const span = locate(['nomenclator', code], 'key');
      if (!CODE.test(code)) misread.push({ span, message: `“${code}” is no rule. ${HOW}` });
      else if (typeof wanted === 'string' && isOff(wanted)) turnOff(code, whole, span);
      else if (severity !== undefined) severities.set(code, { severity: severity as Severity, word: span });
      else misread.push({ span, message: `Write one of ${SEVERITIES.join(', ')} behind “${code}:”.` });
    }
  } else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) {
      if (typeof one === 'string') turnOffNamed(one, ['nomenclator', index]);
      else misread.push({ span: locate(['nomenclator', index], 'value'), message: HOW });
    }
  } else if (typeof value === 'string' && isOff(value)) turnOff(EVERY_RULE, whole, whole);
  else if (typeof value === 'string' && CODE.test(value.split(/[\s,]+/)[0] ?? ''))
    turnOffNamed(value, ['nomenclator']);
  else misread.push({ span: whole, message: HOW });
  return { all, misread, severities };
}
