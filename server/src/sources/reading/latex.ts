/** Turns the LaTeX of BibTeX files into the texts of CSL. */

import { standalone } from '../../text/standalone';
import { parseText } from './bibtexParser';

/** A text without any of these says what it means; braces alone only hold together. */
const LATEX = /[\\$~^_%`]|--|''|,,|<<|>>/;
const BRACES = /[{}]/g;
/** Longer texts are abstracts: not worth the time, nor the stack, of a whole parser. */
const LONGEST_PARSED = 4_000;
const DEEPEST_PARSED = 40;

/** What a text says, and which commands in it nobody knows. */
export interface PlainLatex {
  readonly text: string;
  readonly unknown: readonly string[];
}

/** Whether a parser can be trusted with it. */
export const isParseable = (latex: string): boolean =>
  latex.length <= LONGEST_PARSED && deepestBraces(latex) <= DEEPEST_PARSED;

/**
 * A value as text with CSL's few tags. Braces that hold capitals together go: no style makes capitals small here. Never
 * throws; what cannot be parsed is kept without its braces.
 */
export function readLatex(latex: string): PlainLatex {
  if (!LATEX.test(latex)) return { text: latex.replace(BRACES, ''), unknown: [] };
  if (!isParseable(latex)) return { text: roughLatex(latex), unknown: [] };
  const prepared = withoutOuterBraces(prepareLatex(latex));
  const words = separateWords(prepared);
  if (!words) return readWord(prepared);
  const read = words.map((word) => (LATEX.test(word) || SET_ASIDE.test(word) ? inPieces(word) : undefined));
  const text = words.map((word, index) => read[index]?.text ?? word.replace(BRACES, '')).join(' ');
  return {
    text: text.replace(ENDS_AND_BEGINS, '$2'),
    unknown: read.flatMap((word) => word?.unknown ?? []),
  };
}

/**
 * What means the same wherever it stands: letters, an accent with its letter, a command with its text, a symbol, and a
 * group in braces. Accents that are letters themselves (`\\v`) need braces to be told from what follows.
 */
const PIECE =
  /[^\\{}]+|\\['`^"~=.](?:[A-Za-z]|\\[ij](?![A-Za-z])|\{[^{}]*\})|\\[A-Za-z]{1,40}\{[^{}]*\}(?!\{)|\\(?![vuHckrdbt](?![A-Za-z]))[A-Za-z]{1,40}(?![A-Za-z{*[])|\\[&%$#_{}]|\{(?:[^{}]|\{[^{}]*\})*\}/y;
/** The parser takes white space away at the ends of what it is given. */
const SPACE_AT_END = /^[~\s{]*[~\s]|[~\s][~\s}]*$/;

/** A word by its pieces, of which there are far fewer than words; as a whole where it does not fall into such. */
function inPieces(word: string): PlainLatex {
  const pieces: PlainLatex[] = [];
  for (let at = 0; at < word.length; ) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(word)?.[0];
    if (piece === undefined || SPACE_AT_END.test(piece)) return remembered(word);
    const isPlain = !LATEX.test(piece) && !SET_ASIDE.test(piece);
    pieces.push(isPlain ? { text: piece.replace(BRACES, ''), unknown: [] } : remembered(piece));
    at += piece.length;
  }
  const text = pieces.map((piece) => piece.text).join('');
  return { text: text.normalize('NFC'), unknown: pieces.flatMap((piece) => piece.unknown) };
}

/** Emphasis over several words is one. */
const ENDS_AND_BEGINS = /<\/([a-z]{1,3})>( ?)<\1>/g;

/** The same come again and again, and a parser takes its time. */
const known = new Map<string, PlainLatex>();
const MOST_KNOWN = 5_000;

function remembered(word: string): PlainLatex {
  let read = known.get(word);
  if (!read) {
    read = readWord(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(standalone(word), read);
  }
  return read;
}

function readWord(latex: string): PlainLatex {
  const unknown: string[] = [];
  const text = parseText(latex, unknown);
  return { text: typeof text === 'string' ? tidyLatex(text) : roughLatex(latex), unknown };
}

/** Commands that change all that follows them. */
const CHANGES_ALL =
  /\\(?:em|it|bf|sc|sl|tt|rm|sf|cyr|lat|[a-z]{2}(?:shape|series|family)|begin|end|if[a-z]{0,20}|else|fi|verb|path|newcommand)(?![A-Za-z])/;
/** Commands whose argument is the next word: “\v c”, “\' e”. */
const TAKES_NEXT = /\\(?:[A-Za-z]{1,40}\*?|['`^"~=.])$/;

/** The words of a text that each mean alone what they mean together; undefined where they do not. */
function separateWords(latex: string): string[] | undefined {
  if (latex.includes('$') || CHANGES_ALL.test(latex)) return undefined;
  const words: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= latex.length; at++) {
    const char = at < latex.length ? latex[at] : ' ';
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ' ' && depth === 0) {
      const word = latex.slice(start, at);
      start = at + 1;
      if (word === '') continue;
      if (at < latex.length && TAKES_NEXT.test(word)) return undefined;
      words.push(word);
    }
    if (depth < 0) return undefined;
  }
  return depth === 0 && start > latex.length ? words : undefined;
}

/** Many programs put a second pair of braces around whole titles. */
function withoutOuterBraces(latex: string): string {
  const inner = latex.trim();
  return isOneGroup(inner) ? withoutOuterBraces(inner.slice(1, -1)) : inner;
}

/** Whether one pair of braces holds all of it. */
export function isOneGroup(latex: string): boolean {
  if (!latex.startsWith('{') || !latex.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < latex.length; at++) {
    if (latex[at] === '\\') at++;
    else if (latex[at] === '{') depth++;
    else if (latex[at] === '}' && --depth === 0) return at === latex.length - 1;
  }
  return false;
}

/** An address or a code: only what had to be escaped is taken for more than it says. */
export const readVerbatim = (latex: string): string =>
  latex
    .replace(/\\(?:url|path)(?=\s{0,9}\{)/g, '')
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}/g, '~')
    .replace(/\{?\\textunderscore(?:\{\})?\}?/g, '_')
    .replace(/\\([&%$#_~^{}\\])/g, '$1')
    .replace(BRACES, '');

// “<” and “>” stand for “¡” and “¿” in the oldest of TeX's fonts; nobody means that today.
const [LESS, GREATER] = ['\ue000', '\ue001'];
const SET_ASIDE = /[\ue000\ue001]/;

/** Commands whose first argument, a language or a colour, is not printed. */
const FIRST_ARGUMENT =
  /\\(?:foreignlanguage|textlang|selectlanguage|textcolor|color|colorbox|hyphenquote|foreigntextquote)\*?\s?(?:\[[^[\]{}]{0,40}\]\s?)?\{[A-Za-z -]{1,40}\}/g;

/** What people write and LaTeX takes otherwise: a percent sign, a single dollar, angle brackets, control characters. */
export function prepareLatex(latex: string): string {
  const dollars = latex.match(/(?<!\\)\$/g)?.length ?? 0;
  const text = latex
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .replace(/(?<!\\)%/g, '\\%')
    .replace(FIRST_ARGUMENT, '')
    // biblatex's hyphens that allow breaks, and its starred forms of commands.
    .replace(/\\hyphen(?:\{\}| |(?![A-Za-z]))/g, '-')
    .replace(/(\\[A-Za-z]{2,40})\*(?=\{)/g, '$1')
    .replace(/\\[\\ ]/g, (pair) => (pair === '\\ ' ? '{} ' : pair))
    .replaceAll('<', LESS)
    .replaceAll('>', GREATER);
  return dollars % 2 === 0 ? text : text.replace(/(?<!\\)\$/g, '\\$');
}

/** What the parser gave, in the letters of today. */
export const tidyLatex = (text: string): string =>
  text
    // Of the parser's tags, CSL knows those of emphasis, of high and low letters, and of small capitals.
    .replace(/<\/?(?:a|code|p|li|br)\b[^<>]{0,2000}>|[\u00ad\u200b]/g, '')
    // A letter without its dot is only written for an accent to stand on it.
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .normalize('NFC')
    .replaceAll(LESS, '<')
    .replaceAll(GREATER, '>')
    .trim();

/** Without braces and commands. */
export const roughLatex = (latex: string): string =>
  latex
    .replace(/\\([%&#$_{}~^\\])/g, '$1')
    .replace(/\\[A-Za-z]{1,40}/g, '')
    .replace(BRACES, '')
    .trim();

function deepestBraces(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x7d) depth--;
  }
  return deepest;
}
