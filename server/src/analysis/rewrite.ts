/** Writes another name in the place of a mention, keeping the emphasis, the link and the line break around it. */

import type { Report } from '../markdown/report';
import type { Edit } from '../text/edit';
import { firstIndex } from '../text/firstIndex';
import type { Span } from '../text/span';
import type { Fix } from './finding';
import { type Mention, WRITTEN_SPACE } from './mention';

/** The words of a name as it is written, and what stands before each. */
const PIECES = /([^\p{L}\p{N}]*)([\p{L}\p{N}](?:[^\s\p{Pd}/]*[\p{L}\p{N}])?)([^\p{L}\p{N}]*$)?/gu;

/** The fix that writes `name` over the mention; none where that would leave something broken or changes nothing. */
export function fixesWriting(report: Report, mention: Mention, name: string, preferred: boolean): Fix[] {
  const edits = rewrite(report, mention, name);
  return edits.length === 0
    ? []
    : [{ title: `Write “${asWrittenAt(report, mention, name)}”`, edits, preferred }];
}

/**
 * The edits that write `name` over the mention. A possessive or a compound's other half is no part of a mention and
 * stays. A name on one line, without signs inside, is replaced whole; else word by word, so that signs and line breaks
 * stay where they are.
 */
function rewrite(report: Report, mention: Mention, name: string): Edit[] {
  const written = escaped(asWrittenAt(report, mention, name), beginsLine(report, mention));
  const source = report.text.slice(mention.start, mention.end);
  if (source === written) return [];
  if (source === mention.visible)
    return [{ span: { start: mention.start, end: mention.end }, newText: written }];
  // Where signs of both kinds would mix, the author has to say which are which.
  return SIGNS.test(name) ? [] : wordByWord(report.text, mention, written);
}

const SIGNS = /[\\`*_[\]<>|]/;

/** With the signs that Markdown would take for its own made mere signs. */
const escaped = (name: string, isFirst: boolean): string => {
  const plain = SIGNS.test(name) ? name.replace(new RegExp(SIGNS, 'g'), '\\$&') : name;
  // *1. FC Tashkent* would begin a list there.
  return isFirst ? plain.replace(/^(\d{0,9})([.)+#-])(?=\s)/, '$1\\$2') : plain;
};

const beginsLine = ({ text }: Report, { start }: Span): boolean =>
  /(?:^|[\r\n])[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(Math.max(0, start - 40), start));

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
      // The name is shorter than what stood there: the word goes, and the white space before it. Emphasis around such a
      // word would be left empty, so it is for the author to say what becomes of it.
      if (between && !isPlain(text, between)) return [];
      if (between) put(between, '');
      put(word, '');
      continue;
    }
    if (between) put(between, joined(text.slice(between.start, between.end), piece.before));
    const rest = k === words.length - 1 ? pieces.slice(k + 1) : [];
    put(word, (k === 0 ? piece.before : '') + piece.word + rest.map((one) => one.before + one.word).join(''));
  }
  return edits;
}

/** Whether there are only separators, no signs, between two words. */
const isPlain = (text: string, at: Span): boolean => /^[\s\p{Pd}/.’']*$/u.test(text.slice(at.start, at.end));

/** What stands between two words, with the wanted space or hyphen in the place of its own; signs stay. */
function joined(stood: string, wanted: string): string {
  const [, head = '', signs = '', tail = ''] = AROUND_SIGNS.exec(stood) ?? [];
  if (signs === '') return separator(stood, wanted);
  if (WRITTEN_SPACE.test(signs)) return stood;
  if (tail !== '') return signs + separator(tail, wanted);
  return head === '' ? signs + wanted.trim() : separator(head, wanted) + signs;
}

const AROUND_SIGNS = /^([\s\p{Pd}/.’']*)([\s\S]*?)([\s\p{Pd}/.’']*)$/u;

/** A line break stays a line break where the name has a space; a hyphen joins what it must join. */
const separator = (stood: string, wanted: string): string =>
  /^\s+$/.test(stood) && /^\s+$/.test(wanted) ? stood : wanted;

/** The name in the capitals that its place asks for: that of a sentence’s beginning, or those of a text in capitals. */
export function asWrittenAt(report: Report, mention: Mention, name: string): string {
  const { visible, claims } = mention;
  if (isInCapitals(visible) && claims.every(({ form }) => !isInCapitals(form.text)))
    return name.toUpperCase();
  return atSentenceStart(report, mention) && /^\p{Lu}/u.test(visible) ? capitalised(name) : name;
}

const isInCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What may stand between the beginning of a paragraph and its first letter: signs, and the box of a task. */
const BEFORE_FIRST_LETTER = /^(?:\[[ x]\])?[^\p{L}\p{N}]*$/iu;
const FARTHEST_FIRST_LETTER = 40;
/** A sentence's end, what closes and what opens around it; an initial's period (*J. Doe*) ends none. */
const SENTENCE_BOUNDARY = /(?<!(?:^|[^\p{L}])\p{Lu})[.!?…][”’"'»)\]]*\s[\s*_“‘"'«([]*$/u;

/** Whether the mention is the first thing in its paragraph or sentence. */
export function atSentenceStart({ text, layout }: Report, { start }: Span): boolean {
  const wall = lastWall(layout.walls, start);
  if (start - wall <= FARTHEST_FIRST_LETTER && BEFORE_FIRST_LETTER.test(text.slice(wall, start))) return true;
  return SENTENCE_BOUNDARY.test(text.slice(Math.max(wall, start - FARTHEST_FIRST_LETTER), start));
}

/** The last wall at or before an offset; the beginning of the text if there is none. */
function lastWall(walls: readonly number[], offset: number): number {
  const first = firstIndex(walls.length, (at) => walls[at]! <= offset);
  return walls[first - 1] ?? 0;
}
