/** Turns the LaTeX of BibTeX files into the texts and names of CSL; the only file that knows the BibTeX parser. */

import type { CslName } from './source';

/** What is known of an entry for the sake of inheritance: what it is, and which fields it has. */
export interface FieldsOfEntry {
  readonly type: string;
  readonly fieldNames: readonly string[];
}

/** Where an inherited field comes from: the how manieth of the ancestors, nearest first, and its field there. */
export interface Inherited {
  readonly ancestor: number;
  readonly field: string;
}

/** As much of the parser as is used here. */
type Parse = (input: string, options: Options) => { readonly entries: readonly Entry[] };
interface Options {
  readonly sentenceCase?: false;
  readonly english?: boolean;
  readonly applyCrossRef?: boolean;
  readonly caseProtection?: boolean;
  readonly raw?: boolean;
  readonly unsupported?: (node: { type: string; content?: unknown }, command: string) => string;
}
interface Entry {
  readonly fields: { readonly title?: string; readonly author?: readonly Creator[] };
}
interface Creator {
  readonly name?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly useprefix?: boolean;
}

let parseLoaded: Parse | undefined;

/** Loads the parser when the first value is met that means something else than what it says. */
function parse(input: string, options: Options): ReturnType<Parse> {
  parseLoaded ??= (require('#bibtex-parser') as { parse: Parse }).parse;
  return parseLoaded(input, options);
}

const OPTIONS: Options = {
  sentenceCase: false,
  english: false,
  applyCrossRef: false,
  caseProtection: false,
};

/** A text without any of these says what it means; braces alone only hold together. */
const LATEX = /[\\$~^_%`]|--|''|,,|<<|>>/;
const BRACES = /[{}]/g;
/** Longer texts are abstracts: not worth the time, nor the stack, of a whole parser. */
const LONGEST_PARSED = 4_000;
const DEEPEST_PARSED = 40;
/** Commands of which nothing is lost when only their text is kept. */
const HARMLESS = new Set(
  (
    'textcyrillic foreignlanguage textnormal textsf textmd textlatin textrussian textgreek textarabic cyr lat ' +
    'bfseries itshape scshape upshape slshape rmfamily sffamily ttfamily normalfont selectfont newline linebreak ' +
    'nolinebreak break mkbibbrackets mkbibparens mkbibname mkbibacro MakeUppercase MakeLowercase uppercase ' +
    'lowercase nocase NoCaseChange noun protect relax ensuremath text operatorname ignorespaces unskip begin end ' +
    'small footnotesize scriptsize tiny large Large normalsize textcase IfFileExists providecommand renewcommand'
  ).split(' '),
);

/** What a text says, and which commands in it nobody knows. */
export interface PlainLatex {
  readonly text: string;
  readonly unknown: readonly string[];
}

/**
 * A value as text with CSL's few tags. Braces that hold capitals together go: no style makes capitals small here. Never
 * throws; what cannot be parsed is kept without its braces.
 */
export function readLatex(latex: string): PlainLatex {
  if (!LATEX.test(latex)) return { text: latex.replace(BRACES, ''), unknown: [] };
  if (latex.length > LONGEST_PARSED || depthOf(latex) > DEEPEST_PARSED)
    return { text: roughly(latex), unknown: [] };
  const unknown: string[] = [];
  const entry = parseOne('title', latex, unknown);
  const title = entry?.fields.title;
  return { text: typeof title === 'string' ? tidied(title) : roughly(latex), unknown };
}

/** An address or a code: only what had to be escaped is taken for more than it says. */
export const readVerbatim = (latex: string): string =>
  latex
    .replace(/\\(?:url|path)(?=\s*\{)/g, '')
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}/g, '~')
    .replace(/\{?\\textunderscore(?:\{\})?\}?/g, '_')
    .replace(/\\([&%$#_~^{}\\])/g, '$1')
    .replace(BRACES, '');

/** The names of an author or editor. Never throws. */
export function readLatexNames(latex: string): { names: CslName[]; unknown: readonly string[] } {
  const unknown: string[] = [];
  const names = splitNames(latex).flatMap((name) => readName(name, unknown));
  return { names, unknown };
}

/** One name as the whole field has it, and nothing in it that needs a parser. */
const FAMILY_GIVEN = /^([^\s\\$~^_%#`{}=,."'-][^\\$~^_%#`{}=,]*),\s*([^\\$~^_%#`{}=,]+)$/;
const GROUP = /^\{([^\\$~^_%#`{}]*)\}$/;
/** What stands in front of a family name in small letters is a particle of it. */
const PARTICLE = /^\p{Ll}/u;

function readName(latex: string, unknown: string[]): CslName[] {
  const group = GROUP.exec(latex)?.[1]?.trim();
  if (group !== undefined) return group === '' ? [] : [{ literal: group }];
  const [, family, given] = (!/--|''|,,|<<|>>/.test(latex) && FAMILY_GIVEN.exec(latex)) || [];
  if (family && given && !PARTICLE.test(family)) return [{ family: family.trim(), given: given.trim() }];
  if (latex.length > LONGEST_PARSED || depthOf(latex) > DEEPEST_PARSED) return [{ literal: roughly(latex) }];
  const read = parseOne('author', latex, unknown)?.fields.author;
  if (!read || read.length === 0) return latex === '' ? [] : [{ literal: roughly(latex) }];
  return read.map(nameOf);
}

function nameOf({ name, lastName, firstName, prefix, suffix, useprefix }: Creator): CslName {
  const text = (written: string | undefined) => (written ? tidied(written) : undefined);
  if (name || !(firstName || prefix || suffix)) return { literal: text(name ?? lastName) ?? '' };
  const particle = useprefix === false ? 'dropping-particle' : 'non-dropping-particle';
  const parts = {
    family: text(lastName),
    given: text(firstName),
    [particle]: text(prefix),
    suffix: text(suffix),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part)) as CslName;
}

/** The names between “and”s that stand in no braces. */
function splitNames(latex: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < latex.length; at++) {
    const unit = latex.charCodeAt(at);
    if (unit === 0x7b) depth++;
    else if (unit === 0x7d) depth--;
    else if (depth === 0 && unit <= 0x20) {
      AND.lastIndex = at;
      const and = AND.exec(latex);
      if (!and) continue;
      names.push(latex.slice(start, at).trim());
      at += and[0].length - 1;
      start = at + 1;
    }
  }
  names.push(latex.slice(start).trim());
  return names.filter((name) => name !== '' && name.toLowerCase() !== 'and');
}
const AND = /\s[aA][nN][dD](?=\s)/y;

function parseOne(field: string, latex: string, unknown: string[]) {
  try {
    const { entries } = parse(`@misc{k, ${field} = {${prepared(latex)}}}`, {
      ...OPTIONS,
      unsupported: (node, command) => {
        const name = node.type === 'macro' ? String(node.content) : '';
        if (/^[A-Za-z]+$/.test(name) && !HARMLESS.has(name)) unknown.push(command);
        // What stands in its braces is text all the same.
        return roughly(command);
      },
    });
    return entries[0];
  } catch {
    return undefined;
  }
}

// “<” and “>” stand for “¡” and “¿” in the oldest of TeX's fonts; nobody means that today.
const [LESS, GREATER] = ['\ue000', '\ue001'];

/** What people write and LaTeX takes otherwise: a percent sign, a single dollar, angle brackets, control characters. */
function prepared(latex: string): string {
  const dollars = latex.match(/(?<!\\)\$/g)?.length ?? 0;
  const text = latex
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .replace(/(?<!\\)%/g, '\\%')
    .replace(/\\[\\ ]/g, (pair) => (pair === '\\ ' ? ' ' : pair))
    .replaceAll('<', LESS)
    .replaceAll('>', GREATER);
  return dollars % 2 === 0 ? text : text.replace(/(?<!\\)\$/g, '\\$');
}

const tidied = (text: string): string =>
  text
    .replace(/<\/?a\b[^>]*>|[\u00ad\u200b]/g, '')
    // A letter without its dot is only written for an accent to stand on it.
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC')
    .replaceAll(LESS, '<')
    .replaceAll(GREATER, '>')
    .trim();

/** Without braces and backslashes. */
const roughly = (latex: string): string =>
  latex
    .replace(/\\([%&#$_{}~^\\])/g, '$1')
    .replace(/\\[A-Za-z]{1,40}/g, '')
    .replace(BRACES, '')
    .trim();

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x7d) depth--;
  }
  return deepest;
}

/**
 * Which fields an entry takes over from the entries that it refers to (`crossref`), by the rules of biblatex: the title
 * of the proceedings is the book title of the paper.
 *
 * @param line the entry, then the one it refers to, then the one which that refers to.
 */
export function inheritedFields(line: readonly FieldsOfEntry[]): ReadonlyMap<string, Inherited> {
  const written = line.map(({ type, fieldNames }, index) => {
    const reference = index + 1 < line.length ? `crossref = {e${index + 1}}, ` : '';
    const fields = fieldNames
      .filter((name) => name !== 'crossref' && /^[a-z][\w-]*$/.test(name))
      .map((name) => `${name} = {${index}-${name}}`);
    return `@${/^[a-z]+$/.test(type) ? type : 'misc'}{e${index}, ${reference}${fields.join(', ')}}`;
  });
  const inherited = new Map<string, Inherited>();
  const own = new Set(line[0]?.fieldNames);
  try {
    const { entries } = parse(written.join('\n'), { ...OPTIONS, applyCrossRef: true, raw: true });
    for (const [name, value] of Object.entries(entries[0]?.fields ?? {})) {
      const [, ancestor, field] = /(\d+)-([a-z][\w-]*)/.exec(JSON.stringify(value)) ?? [];
      if (own.has(name) || !ancestor || !field) continue;
      inherited.set(name, { ancestor: Number(ancestor), field });
    }
  } catch {
    // Then it has only what is its own.
  }
  return inherited;
}
