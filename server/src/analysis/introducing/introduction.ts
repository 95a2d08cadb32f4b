/** Writes introductions: a full form with its acronym, in a sentence that goes on to read right; and the acronym again. */

import type { Report } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { firstIndex } from '../../text/firstIndex';
import type { Span } from '../../text/span';
import type { Fix } from '../finding';
import type { Mention } from '../mention';
import { asWrittenAt, atSentenceStart, fixesWriting } from '../rewrite';
import { definiteBefore, indefiniteBefore, indefiniteOf, needsArticle, takesArticle } from './articles';
import { isBehindNickname } from './beforeName';
import { goesOn, isBeforeParenthesis, isFree, isInCapitalLine, isLed } from './surroundings';

/** What is to stand in a report, and whether its sentence then surely reads right. */
interface Written {
  readonly edits: readonly Edit[];
  /** What the reader sees of it. */
  readonly shown: string;
  readonly isSure: boolean;
}

const POSSESSIVE = /^[’'ʼ](?:s(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))/u;
const OPENING_QUOTE = /[‘'][*_]*$/u;
/** A possessive behind the signs of emphasis: *_KTJ_’s*. */
const BEHIND_SIGNS = /^([*_]{1,3})([’'ʼ]s(?![\p{L}\p{N}]))/u;
/** One behind a tag. */
const BEHIND_TAG = /^<\/[^<>]*>[’'ʼ]s/u;
const FARTHEST_PARENTHESIS = 400;

/**
 * The fix that writes the full form in the place of an acronym or a short form, with the acronym behind it where one is
 * given. It is preferred where the sentence surely reads right: a possessive goes to the full form (“the United Nations’
 * (UN) report”), an article is put where English has one; a compound (*HTS-led*) is for the author to recast.
 */
export function fixesIntroducing(
  report: Report,
  mention: Mention,
  full: string,
  acronym: string | undefined,
  isGroup: boolean,
): Fix[] {
  if (report.text.slice(mention.start, mention.end) !== mention.visible)
    return fixesWriting(report, mention, acronym === undefined ? full : `${full} (${acronym})`, false);
  const written = introduction(report, mention, full, acronym, isGroup);
  const { edits, shown, isSure } = written;
  return [{ title: `Write “${shown}”`, edits, preferred: isSure }];
}

function introduction(
  report: Report,
  mention: Mention,
  full: string,
  acronym: string | undefined,
  isGroup: boolean,
): Written {
  const { text } = report;
  const { start, end } = mention;
  const inCapitals = isGroup && isInCapitalLine(report, mention);
  const inCase = (words: string) => (inCapitals ? words.toUpperCase() : words);
  const name = inCase(asWrittenAt(report, mention, full));
  const possessive = possessiveAt(report, mention);
  const isNested = isInParentheses(report, start);
  const [open, close] = isNested ? ['[', ']'] : ['(', ')'];
  const behind = acronym === undefined ? '' : ` ${open}${acronym}${close}`;
  // The possessive goes to the full form, from behind the signs that close behind the acronym as well.
  const apart = acronym !== undefined && possessive === '' ? possessiveBehindSigns(report, end) : undefined;
  const stood = apart?.text ?? possessive;
  const owner = stood === '' ? '' : inCase(possessiveOf(full, stood, isGroup));
  const until = { start, end: end + possessive.length };
  const before = articleFor(report, until, full, stood !== '');
  const beginning = before.the && atSentenceStart(report, mention) ? 'The ' : before.the ? 'the ' : '';
  const shown = `${inCase(beginning)}${beginning === '' ? name : inCase(full)}${owner}${behind}`;
  const isPlain =
    acronym === undefined ||
    !(isNested || isBeforeParenthesis(report, until) || BEHIND_TAG.test(text.slice(end, end + 16)));
  // In a line of capitals they tell nothing.
  const isOfLonger = isGroup
    ? (stood === '' && goesOn(report, until)) || (!inCapitals && isLed(report, mention))
    : isBehindNickname(report, mention);
  const edits: Edit[] = [
    { span: { start: before.start, end: until.end }, newText: inCase(before.text) + shown },
  ];
  if (apart) edits.push({ span: { start: apart.start, end: apart.end }, newText: '' });
  return {
    edits,
    shown,
    isSure:
      before.isSure && isPlain && !isOfLonger && isFree(report, { start, end: apart?.end ?? until.end }),
  };
}

/** The edit that puts the acronym behind a full form that stands there without it, and behind its possessive. */
export function fixesTying(report: Report, full: Mention, acronym: string): Fix[] {
  const own = full.end + possessiveAt(report, full).length;
  const end = possessiveBehindSigns(report, full.end)?.end ?? own;
  const isNested = isInParentheses(report, full.start);
  const behind = isNested ? ` [${acronym}]` : ` (${acronym})`;
  const at = { start: full.start, end };
  return [
    {
      title: `Write “${full.visible}${behind}” where the name first stands`,
      edits: [{ span: { start: end, end }, newText: behind }],
      preferred:
        isFree(report, at) &&
        !(end === full.end && goesOn(report, at)) &&
        !isBeforeParenthesis(report, at) &&
        !isNested,
    },
  ];
}

/**
 * The fix that writes the acronym, or the short form, in the place of a full form and what introduces it.
 *
 * @param full the full form within the span.
 * @param withArticle whether the report writes “the” before it; undefined where it does not tell.
 */
export function fixesShortening(
  report: Report,
  span: Span,
  full: Span,
  shorter: string,
  withArticle?: boolean,
): Fix[] {
  const { text } = report;
  const rest = text.slice(full.end, span.end);
  const own = rest === '' ? possessiveAt(report, full) : (POSSESSIVE.exec(rest)?.[0] ?? '');
  const owner = own === '' ? '' : own.endsWith('s') ? own : `${own}s`;
  const end = rest === '' ? span.end + own.length : span.end;
  const signs = `${text.slice(full.start, full.end)}${rest}`;
  const isMarked = /[*_<>[\]\\`]/.test(
    signs.replace(/[[\]]/g, (sign) => (sign === signs.at(-1) ? '' : sign)),
  );
  const indefinite = indefiniteBefore(report, span.start);
  const definite = definiteBefore(report, span.start);
  const edits: Edit[] = [];
  let start = span.start;
  if (definite && withArticle === false) start = definite.start;
  if (indefinite && indefiniteOf(shorter) !== indefinite.word.toLowerCase())
    edits.push({ span: indefinite, newText: inCaseOf(indefinite.word, indefiniteOf(shorter)) });
  edits.push({ span: { start, end }, newText: shorter + owner });
  return [
    {
      title: `Write “${shorter}${owner}”`,
      edits,
      preferred: !isMarked && isFree(report, { start: span.start, end }),
    },
  ];
}

/**
 * The fix that takes out what stands in parentheses, an acronym or a full form, with the white space before them; none where
 * signs would be left over.
 */
export function fixesRemoving({ text }: Report, inside: Span, preferred = false): Fix[] {
  const opened = /([^\S\r\n]*[\r\n]?[^\S\r\n]*)[([]([“‘"'«*_]*)(?:the\s+)?$/iu.exec(
    text.slice(Math.max(0, inside.start - 20), inside.start),
  );
  const closed = /^(?:s)?([”’"'»*_]*)[)\]]/u.exec(text.slice(inside.end, inside.end + 8));
  if (!opened || !closed) return [];
  const marks = (signs: string) => signs.replace(/[^*_]/g, '');
  if (marks(opened[2]!) !== [...marks(closed[1]!)].reverse().join('')) return [];
  const span = { start: inside.start - opened[0].length, end: inside.end + closed[0].length };
  return [
    {
      title: `Take out “${text.slice(span.start, span.end).trim()}”`,
      edits: [{ span, newText: '' }],
      preferred,
    },
  ];
}

/** What stands before the full form in place of what stands before the shorter one. */
function articleFor(
  report: Report,
  at: Span,
  full: string,
  isOwner: boolean,
): { readonly start: number; readonly text: string; readonly the: boolean; readonly isSure: boolean } {
  const indefinite = indefiniteBefore(report, at.start);
  if (indefinite) {
    const wanted = inCaseOf(indefinite.word, indefiniteOf(full));
    const { start, end } = indefinite;
    return { start, text: wanted + report.text.slice(end, at.start), the: false, isSure: true };
  }
  const needs = takesArticle(full) ? needsArticle(report, at, isOwner) : 'no';
  return { start: at.start, text: '', the: needs === 'yes', isSure: needs !== 'unsure' };
}

const inCaseOf = (word: string, wanted: string): string =>
  /^\p{Lu}/u.test(word) ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;

/** The possessive right behind a name; a closing quotation mark is none. */
function possessiveAt({ text }: Report, { start, end }: Span): string {
  const found = POSSESSIVE.exec(text.slice(end, end + 3))?.[0] ?? '';
  if (found === '' || found.endsWith('s')) return found;
  const isQuoted = OPENING_QUOTE.test(text.slice(Math.max(0, start - 4), start));
  return /[szxSZX]$/.test(text.slice(start, end)) && !isQuoted ? found : '';
}

/** The possessive behind the signs that close behind a name. */
function possessiveBehindSigns({ text }: Report, end: number): (Span & { text: string }) | undefined {
  const found = BEHIND_SIGNS.exec(text.slice(end, end + 8));
  if (!found) return undefined;
  const start = end + found[1]!.length;
  return { start, end: start + found[2]!.length, text: found[2]! };
}

/** A body whose name is a plural takes the apostrophe alone: the United Nations’ report. */
const possessiveOf = (name: string, possessive: string, isGroup: boolean): string =>
  isGroup && /s$/u.test(name) ? possessive.charAt(0) : `${possessive.charAt(0)}s`;

/** Whether a parenthesis is open at an offset, in its paragraph. */
function isInParentheses({ text, layout }: Report, offset: number): boolean {
  const from = Math.max(0, offset - FARTHEST_PARENTHESIS);
  const { walls } = layout;
  const first = firstIndex(walls.length, (at) => walls[at]! <= offset);
  let depth = 0;
  for (const sign of text.slice(Math.max(from, walls[first - 1] ?? 0), offset)) {
    if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
  }
  return depth > 0;
}
