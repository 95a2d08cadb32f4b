/** Writes another name in the place of a mention, keeping the emphasis, the link and the line break around it. */

import type { Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Mention } from './mention';

/** The words of a name as it is written, and what stands before each. */
const PIECES = /([^\p{L}\p{N}]*)([\p{L}\p{N}](?:[^\s\p{Pd}/]*[\p{L}\p{N}])?)([^\p{L}\p{N}]*$)?/gu;

/**
 * The edits that write `name` over the mention. A possessive or a compound's other half is no part of a mention and
 * stays. A name on one line, without signs inside, is replaced whole; else word by word, so that signs and line breaks
 * stay where they are.
 */
export function rewrite(report: Report, mention: Mention, name: string): Edit[] {
  const written = atSentenceStart(report, mention) ? capitalised(name) : name;
  const source = report.text.slice(mention.start, mention.end);
  if (source === written) return [];
  if (source === mention.visible)
    return [{ span: { start: mention.start, end: mention.end }, newText: written }];
  return wordByWord(report.text, mention, written);
}

function wordByWord(text: string, mention: Mention, name: string): Edit[] {
  const pieces = [...name.matchAll(PIECES)].map(([, before = '', word = '', after = '']) => ({
    before,
    word: word + after,
  }));
  const { words } = mention;
  const edits: Edit[] = [];
  const put = (span: Span, newText: string) => {
    if (text.slice(span.start, span.end) !== newText) edits.push({ span, newText });
  };
  for (const [k, word] of words.entries()) {
    const previous = words[k - 1];
    const between = previous ? { start: previous.end, end: word.start } : undefined;
    const piece = pieces[k];
    if (!piece) {
      // The name is shorter than what stood there: the word goes, and the white space before it; signs stay.
      if (between) put(between, text.slice(between.start, between.end).replace(/[\s\p{Pd}/’']+/gu, ''));
      put(word, '');
      continue;
    }
    if (between && isPlain(text, between))
      put(between, separator(text.slice(between.start, between.end), piece.before));
    const rest = k === words.length - 1 ? pieces.slice(k + 1) : [];
    put(word, (k === 0 ? piece.before : '') + piece.word + rest.map((one) => one.before + one.word).join(''));
  }
  return edits;
}

/** Whether there are only separators, no signs, between two words. */
const isPlain = (text: string, at: Span): boolean => /^[\s\p{Pd}/.’']*$/u.test(text.slice(at.start, at.end));

/** A line break stays a line break where the name has a space; a hyphen joins what it must join. */
const separator = (stood: string, wanted: string): string =>
  /[\r\n]/.test(stood) && /^\s*$/.test(wanted) ? stood : wanted;

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether the mention is the first thing in its paragraph or sentence. */
export function atSentenceStart(report: Report, mention: Span): boolean {
  const { text, layout } = report;
  let at = mention.start;
  while (at > 0 && /[\s*_“‘"'«([]/.test(text[at - 1]!)) {
    at--;
    if (isWall(layout.walls, at)) return true;
  }
  if (isWall(layout.walls, at) || at === 0) return true;
  return (
    at < mention.start &&
    /[.!?]/.test(text[at - 1]!) &&
    !/\p{Lu}[.]$/u.test(text.slice(Math.max(0, at - 2), at))
  );
}

function isWall(walls: readonly number[], offset: number): boolean {
  let low = 0;
  let high = walls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (walls[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return walls[low] === offset;
}
