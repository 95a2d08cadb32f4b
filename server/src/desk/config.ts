/** The configuration of a desk, `nomenclator.yaml`: what each key gives, and its default. */

import { RULES } from '../analysis/rules';
import {
  CITATION_STYLES,
  type CitationStyle,
  DEFAULT_INTRODUCTIONS,
  type IntroductionPolicy,
  RESTARTS,
} from '../analysis/works';
import type { RecordShape } from '../glossary/shape';
import type { Problem, Severity } from '../text/problem';
import type { Span } from '../text/span';
import type { LocatedYaml, YamlPath, YamlValue } from '../text/yaml';
import { CONFIG_FILE, SEVERITIES } from './configShape';
import { readConfigYaml } from './configYaml';

export const CONFIG_NAME = 'nomenclator.yaml';

export interface DeskConfig {
  /** Patterns, relative to the desk's folder. */
  readonly glossary: readonly string[];
  readonly sources: readonly string[];
  readonly reports: readonly string[];
  readonly ignore: readonly string[];
  readonly citations: CitationStyle;
  /** The name of a style that comes with Nomenclator, or the path of a `.csl` file. */
  readonly csl: string;
  /** Of the terms and dates of notes; undefined: that of the style itself. */
  readonly language: string | undefined;
  readonly introductions: IntroductionPolicy;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

export const DEFAULT_CONFIG: DeskConfig = {
  glossary: ['glossary/**/*.{yaml,yml,csv,tsv,jsonl,ndjson}'],
  sources: ['sources/**/*.{yaml,yml,json,bib,ris}'],
  reports: ['**/*.md'],
  ignore: [],
  citations: 'footnote',
  csl: 'chicago-fullnote-bibliography-with-ibid',
  language: undefined,
  introductions: DEFAULT_INTRODUCTIONS,
  severities: new Map(),
};

/** Longer patterns are no one's writing, and the matcher refuses the longest of them. */
const LONGEST_PATTERN = 1000;

/** A pattern without what says nothing at its beginning. */
const fromFolder = (pattern: string): string => pattern.replace(/^\.\//, '');

export interface ReadConfig {
  readonly config: DeskConfig;
  readonly problems: readonly Problem[];
  /** The first error that leaves unknown what it says of the style. */
  readonly styleError: string | undefined;
  /** Where the citation style is named, or its language. */
  styleSpan(key: 'csl' | 'language'): Span;
  /** The patterns that it names files of the desk by, and where each stands. */
  readonly ownPatterns: readonly OwnPattern[];
}

/** A pattern that somebody has written, and not a default. */
export interface OwnPattern {
  readonly key: 'glossary' | 'sources';
  readonly pattern: string;
  span(): Span;
}

/** Reads a configuration. A bad value gives that key's default and a problem, broken YAML all defaults. Never throws. */
export function readConfig(text: string): ReadConfig {
  return new Reading(readConfigYaml(text)).result();
}

class Reading {
  readonly #yaml: LocatedYaml;
  readonly #problems: Problem[];
  readonly #ownPatterns: OwnPattern[] = [];
  #styleError: string | undefined;

  constructor(yaml: LocatedYaml) {
    this.#yaml = yaml;
    this.#problems = yaml.problems.map((problem) => ({ rule: 'desk/syntax', severity: 'error', ...problem }));
  }

  result(): ReadConfig {
    const { value, locate } = this.#yaml;
    const styleSpan = (key: string) => locate(['style', key], 'value');
    // Of a broken text, half a list may be left: it would silently name other files than its author meant.
    const nothing = () => {
      const styleError = this.#problems[0]?.message;
      return { config: DEFAULT_CONFIG, problems: this.#problems, styleError, styleSpan, ownPatterns: [] };
    };
    if (this.#problems.length > 0) return nothing();
    const root = value === null || value === '' ? new Map<string, YamlValue>() : value;
    if (!(root instanceof Map)) {
      this.#report(
        [],
        'error',
        'A desk is configured by keys such as “glossary:” and “sources:”. Write one on each line.',
      );
      return nothing();
    }
    this.#checkKeys(root, [], CONFIG_FILE);
    if (root.has('version') && root.get('version') !== '1') {
      this.#report(['version'], 'error', 'This version of Nomenclator reads version 1. Write “version: 1”.');
    }
    const style = root.get('style');
    const styles = style instanceof Map ? style : new Map<string, YamlValue>();
    if (style !== undefined && style !== '' && !(style instanceof Map)) {
      this.#report(['style'], 'error', 'Write keys below “style:”, such as “citations: footnote”.');
    }
    this.#checkKeys(styles, ['style'], CONFIG_FILE.keys.style.value);
    const config: DeskConfig = {
      glossary: this.#patterns(root, 'glossary', DEFAULT_CONFIG.glossary),
      sources: this.#patterns(root, 'sources', DEFAULT_CONFIG.sources),
      reports: this.#patterns(root, 'reports', DEFAULT_CONFIG.reports),
      ignore: this.#patterns(root, 'ignore', DEFAULT_CONFIG.ignore),
      citations: this.#oneOf(styles, ['style', 'citations'], CITATION_STYLES, DEFAULT_CONFIG.citations),
      csl: this.#text(styles, ['style', 'csl'], DEFAULT_CONFIG.csl) ?? DEFAULT_CONFIG.csl,
      language: this.#text(styles, ['style', 'language']),
      introductions: this.#introductions(root.get('introductions')),
      severities: this.#severities(root.get('rules')),
    };
    return {
      config,
      problems: this.#problems,
      styleError: this.#styleError,
      styleSpan,
      ownPatterns: this.#ownPatterns,
    };
  }

  #patterns(
    root: ReadonlyMap<string, YamlValue>,
    key: string,
    fallback: readonly string[],
  ): readonly string[] {
    const value = root.get(key);
    if (value === undefined || value === '') return fallback;
    const list = Array.isArray(value) ? value : [value];
    const patterns = list.filter(
      (one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST_PATTERN,
    );
    if (patterns.length < list.length) {
      this.#report([key], 'error', `“${key}” is a list of paths, such as [${fallback[0] ?? 'drafts/**'}].`);
      if (patterns.length === 0) return fallback;
    }
    if (key === 'glossary' || key === 'sources') this.#keepOwn(key, value, patterns);
    return patterns.map(fromFolder);
  }

  #keepOwn(key: OwnPattern['key'], value: YamlValue, patterns: readonly string[]): void {
    for (const pattern of patterns) {
      const path = Array.isArray(value) ? [key, value.indexOf(pattern)] : [key];
      const span = () => this.#yaml.locate(path, 'value');
      this.#ownPatterns.push({ key, pattern: fromFolder(pattern), span });
    }
  }

  #introductions(value: YamlValue | undefined): IntroductionPolicy {
    if (value === undefined || value === '') return DEFAULT_INTRODUCTIONS;
    if (!(value instanceof Map)) {
      this.#report(['introductions'], 'error', 'Write keys below “introductions:”, such as “known: [GBAO]”.');
      return DEFAULT_INTRODUCTIONS;
    }
    this.#checkKeys(value, ['introductions'], CONFIG_FILE.keys.introductions.value);
    const known = this.#texts(value, ['introductions', 'known'], 'Write acronyms here, such as [GBAO, SDR].');
    const restart = this.#texts(
      value,
      ['introductions', 'restart'],
      `Write what is to begin anew: [${RESTARTS.join(', ')}], or one of them.`,
      RESTARTS,
    );
    return { known: new Set(known), restart };
  }

  /** A list of texts, or one alone; what is none, or none of the choices, is left out. */
  #texts<T extends string = string>(
    from: ReadonlyMap<string, YamlValue>,
    path: YamlPath,
    advice: string,
    choices?: readonly T[],
  ): readonly T[] {
    const value = from.get(String(path.at(-1)));
    if (value === undefined || value === '') return [];
    const list = Array.isArray(value) ? value : [value];
    const isText = (one: YamlValue): one is T =>
      typeof one === 'string' && one !== '' && (!choices || choices.some((choice) => choice === one));
    const texts = list.filter(isText);
    if (texts.length < list.length) this.#report(path, 'error', advice);
    return texts;
  }

  #oneOf<T extends string>(
    from: ReadonlyMap<string, YamlValue>,
    path: YamlPath,
    choices: readonly T[],
    fallback: T,
  ): T {
    const value = from.get(String(path.at(-1)));
    if (value === undefined || value === '') return fallback;
    const choice = choices.find((one) => one === value);
    if (choice === undefined)
      this.#report(path, 'error', `Write one of ${choices.join(', ')}. “${fallback}” is used.`);
    return choice ?? fallback;
  }

  #text(from: ReadonlyMap<string, YamlValue>, path: YamlPath, used?: string): string | undefined {
    const value = from.get(String(path.at(-1)));
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    this.#report(path, 'error', `Write one name here.${used === undefined ? '' : ` “${used}” is used.`}`);
    return undefined;
  }

  #severities(rules: YamlValue | undefined): ReadonlyMap<string, Severity | 'off'> {
    const severities = new Map<string, Severity | 'off'>();
    if (rules === undefined || rules === '') return severities;
    if (!(rules instanceof Map)) {
      this.#report(['rules'], 'error', 'Write rule codes below “rules:”, such as “name/alias: off”.');
      return severities;
    }
    const codes = RULES.map(({ code }) => code);
    this.#checkKeys(rules, ['rules'], CONFIG_FILE.keys.rules.value);
    for (const code of codes) {
      if (!rules.has(code)) continue;
      const severity = SEVERITIES.find((one) => one === rules.get(code));
      if (severity) severities.set(code, severity);
      else this.#report(['rules', code], 'error', `Write one of ${SEVERITIES.join(', ')}.`);
    }
    return severities;
  }

  #checkKeys(map: ReadonlyMap<string, YamlValue>, path: YamlPath, { keys }: RecordShape): void {
    const known = Object.keys(keys);
    for (const key of map.keys()) {
      if (known.includes(String(key))) continue;
      this.#report(
        [...path, key],
        'warning',
        `“${key}” means nothing here. Known are ${known.join(', ')}.`,
        'key',
      );
    }
  }

  #report(path: YamlPath, severity: Severity, message: string, part: 'key' | 'value' = 'value'): void {
    if (path[0] === 'style' && severity === 'error') this.#styleError ??= message;
    this.#problems.push({ rule: 'desk/config', severity, message, span: this.#yaml.locate(path, part) });
  }
}
