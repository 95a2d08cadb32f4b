/** Reads the citations of a report as Pandoc writes them: `[see @key, p. 20; @other]`, `@key [p. 20]`, `<!-- @key, 20 -->`. */

import type { Span } from '../text/span';

/** One use of a source; the span is that of the key, without `@` and braces. */
export interface Citation extends Span {
  readonly key: string;
  /** Where in the source, as written: “p. 20”, “20–25, 31”, “§ 4”. */
  readonly locator?: string;
  /** What stands before the key in its part of the group: “See also”. */
  readonly prefix?: string;
  /** What stands behind key and locator, with its comma if it has one: “, for a summary”, “and passim”. */
  readonly suffix?: string;
  /** `-@key`: the author is named in the text already. */
  readonly suppressesAuthor?: true;
  /** `@key` outside brackets: the author is part of the sentence. */
  readonly authorInText?: true;
}

/**
 * Sources cited together. The span is the whole group with its brackets, the comment with its signs, or the key in the
 * text with the brackets behind it.
 */
export interface CitationCluster extends Span {
  readonly kind: 'group' | 'comment' | 'textual';
  /** In order; not empty. */
  readonly cites: readonly Citation[];
}

/** A key as Pandoc has it: begins with a letter, digit or underscore; inner punctuation must be single. */
const PLAIN_KEY = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,199}`;
/** In braces, anything; spaces too, which Pandoc does not take. */
const AT_KEY = String.raw`@(?:\{([^{}\r\n]{1,200})\}|(${PLAIN_KEY}))`;
/** Behind a letter or digit, it is an address; behind a backslash, a sign. */
const CITED = new RegExp(String.raw`(?=-?@)(?<![\p{L}\p{N}_]|(?<!\\)(?:\\\\)*\\)(-?)${AT_KEY}`, 'gu');
const TEXTUAL = new RegExp(`^-?${AT_KEY}`, 'u');
/** A part of a comment that begins with a key and ends with it, or goes on with a comma. */
const SURE = new RegExp(String.raw`^\s*-?${AT_KEY}\s*(?:,|$)`, 'u');
const WHOLE_KEY = new RegExp(`^${PLAIN_KEY}$`, 'u');

/** A longer comment is prose. */
const LONGEST_COMMENT = 4000;
/** Words before the key of a comment; longer ones are a sentence. */
const LONGEST_PREFIX = 80;
const LONGEST_BRACKETS = 400;

/** How a key is cited: `@key`, with braces where it holds other characters; undefined where it can't be. */
export function citedKey(key: string): string | undefined {
  if (WHOLE_KEY.test(key)) return `@${key}`;
  return /^[^{}\r\n]{1,200}$/.test(key) && key.trim() === key && !key.includes('--')
    ? `@{${key}}`
    : undefined;
}

/** The citations in a group such as `[see @a, p. 20; @b]`; `group` is the span with its brackets. */
export const citationsOfGroup = (text: string, { start, end }: Span): Citation[] =>
  parts(text, { start: start + 1, end: end - 1 }).flatMap((part) => citationsOf(text, part));

/**
 * The citations in a generated note's comment; none if the comment is some other one, as where a part of it has no key,
 * or more than one. A part that is nothing but pages belongs to the key before it: “@key, p. 20; 25”. Where words stand
 * before a key, or behind it without a comma (`<!-- see also @a p. 20 -->`), it may as well be a remark: it is a citation
 * only if one of the keys is known.
 */
export function citationsOfComment(
  text: string,
  { start, end }: Span,
  isKey: (key: string) => boolean,
): Citation[] {
  if (end - start > LONGEST_COMMENT || text.slice(end - 3, end) !== '-->') return [];
  const cites: Citation[] = [];
  let isSure = true;
  for (const part of parts(text, { start: start + 4, end: end - 3 })) {
    const [cite, another] = citationsOf(text, part);
    const before = cites.at(-1);
    if (!cite && before?.locator && before.suffix === undefined && isPages(text, part)) {
      const pages = onOneLine(text.slice(part.start, part.end));
      cites[cites.length - 1] = { ...before, locator: `${before.locator}; ${pages}` };
      continue;
    }
    if (!cite || another || (cite.prefix?.length ?? 0) > LONGEST_PREFIX) return [];
    isSure &&= SURE.test(text.slice(part.start, part.end));
    cites.push(cite);
  }
  return isSure || cites.some(({ key }) => isKey(key)) ? cites : [];
}

/**
 * The first part of a comment that keeps it from being read as a citation, where it begins with a known key and so is
 * hardly meant to be anything else; undefined for other comments.
 */
export function unreadPart(text: string, comment: Span, isKey: (key: string) => boolean): Span | undefined {
  const { start, end } = comment;
  if (end - start > LONGEST_COMMENT || text.slice(end - 3, end) !== '-->') return undefined;
  const [first, ...others] = parts(text, { start: start + 4, end: end - 3 });
  const [cite] = first ? citationsOf(text, first) : [];
  if (!first || !cite || !isKey(cite.key) || !SURE.test(text.slice(first.start, first.end))) return undefined;
  const unread = others.find((part) => citationsOf(text, part).length !== 1);
  if (!unread || citationsOfComment(text, comment, isKey).length > 0) return undefined;
  const written = text.slice(unread.start, unread.end);
  const from = unread.start + written.length - written.trimStart().length;
  return { start: from, end: Math.max(from, unread.start + written.trimEnd().length) };
}

/** The length of a citation in the text (`@key` or `-@key`) that begins the text; 0 if none does. */
export const textualLength = (text: string): number => TEXTUAL.exec(text)?.[0].length ?? 0;

/** The citations of `@key`, at `at`, and of the brackets behind it: `@key [p. 20; see also @other]`. */
export function textualCluster(text: string, at: Span): CitationCluster {
  const first = citationsOf(text, at)[0]!;
  const behind = text.slice(at.end, at.end + LONGEST_BRACKETS);
  const brackets = /^[ \t]?(?:\r\n|\n|\r)?[ \t]*\[(?!\^)((?:[^[\]`]|\[[^[\]`]*\])*)\](?![([{])/.exec(behind);
  const alone = { ...at, kind: 'textual' as const, cites: [{ ...first, authorInText: true as const }] };
  if (!brackets || /(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/.test(brackets[0])) return alone;
  const end = at.end + brackets[0].length;
  const [own, ...others] = parts(text, { start: end - 1 - brackets[1]!.length, end: end - 1 });
  const further = others.flatMap((part) => citationsOf(text, part));
  const inFirst = own ? citationsOf(text, own) : [];
  // `@key [see @other]`
  if (inFirst.length > 0) return { ...alone, end, cites: [...alone.cites, ...inFirst, ...further] };
  const tail = own ? tailOf(text.slice(own.start, own.end)) : {};
  return { ...alone, end, cites: [{ ...alone.cites[0]!, ...tail }, ...further] };
}

/** What semicolons part, but not those in braces. */
function parts(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  // A brace that is never closed holds nothing together.
  if (depth > 0) return plainParts(text, { start, end });
  found.push({ start: from, end });
  return found;
}

function plainParts(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(';')) {
    found.push({ start: from, end: from + part.length });
    from += part.length + 1;
  }
  return found;
}

/** The keys of a part, each with what stands around it up to the next. */
function citationsOf(text: string, { start, end }: Span): Citation[] {
  const part = text.slice(start, end);
  const found = [...part.matchAll(CITED)];
  let before = 0;
  return found.map(({ index, 0: whole, 1: minus, 2: braced, 3: plain }, k) => {
    const key = braced ?? plain!;
    const behind = index + whole.length;
    const keyStart = start + behind - key.length - (braced === undefined ? 0 : 1);
    const prefix = onOneLine(part.slice(before, index));
    before = behind;
    return {
      start: keyStart,
      end: keyStart + key.length,
      key,
      ...(k === found.length - 1 ? tailOf(part.slice(behind)) : {}),
      ...(prefix ? { prefix } : {}),
      ...(minus ? { suppressesAuthor: true as const } : {}),
    };
  });
}

/** A number, a Roman number, or either with what printers put to it: “20–25”, “xii”, “4(a)”, “20n3”. */
const NUMBERED = String.raw`[^\s,;{}]*\d[^\s,;{}]*`;
const ROMAN = `(?=[ivxlcdm])m*(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})`;
const ROMANS = `${ROMAN}(?:[-–—]${ROMAN})?`;
/** “p.”, “Kap.”, “§”, “chapter”: one word, but none with which a remark begins. */
const LABEL = String.raw`(?:[§¶№]{1,2}|(?!(?:and|as|at|but|by|cf|esp|for|from|in|of|on|see|since|the|to|until|with)\b)\p{L}{1,12}\.?)`;
const LABELLED = String.raw`${LABEL}(?:\s?${NUMBERED}|(?:(?<=[.§¶№])\s?|\s)(?:(?:${ROMANS}|[IVXLCDM]+)(?![\p{L}\p{N}'’])|\([a-z]\)))`;
/** A Roman number without a label stands alone. */
const LOCATOR = new RegExp(
  String.raw`^,?\s*((?:${LABELLED}|${NUMBERED}|${ROMANS}(?=,|$))(?:,?\s(?:${NUMBERED}|ff?\.))*)`,
  'u',
);
const isPages = (text: string, { start, end }: Span): boolean => {
  const written = onOneLine(text.slice(start, end));
  return LOCATOR.exec(written)?.[0] === written;
};
const IN_BRACES = /^,?\s*\{([^{}]*)\}/;

/** What stands behind a key, taken apart. */
function tailOf(written: string): { locator?: string; suffix?: string } {
  const tail = onOneLine(written);
  const braces = IN_BRACES.exec(tail);
  const found = braces ?? LOCATOR.exec(tail);
  const locator = found?.[1]?.trim();
  const rest = tail.slice(found?.[0].length ?? 0).trimEnd();
  const suffix = found ? rest.trimStart() : rest === ',' ? '' : rest;
  return { ...(locator ? { locator } : {}), ...(suffix ? { suffix } : {}) };
}

/** A group may be wrapped, in a block quotation too. */
const onOneLine = (text: string): string => text.replace(/\s*[\r\n][\s>]*/g, ' ').trim();
