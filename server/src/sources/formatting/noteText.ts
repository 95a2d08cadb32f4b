/** Writes a formatted note as Markdown that can hold nothing but text and emphasis. */

/** What the citation processor is told to put around emphasis; texts of sources never hold these characters. */
export const MARKS = {
  italic: { start: '\u0001', end: '\u0002' },
  upright: { start: '\u0003', end: '\u0004' },
} as const;

const MARK = /[\u0001-\u0004]/;
const URL_IN_TEXT = /(?:https?|ftp):\/\/[^\s<>"“”]+/gi;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Markdown of a text with marks: emphasis as `*…*`, URLs bare, and every character that Markdown would take for
 * more than itself escaped, so that a source's text can't make a link, HTML, code or a note.
 */
export function noteToMarkdown(marked: string): string {
  const { text, italics } = readMarks(marked);
  const written = escaped(text);
  const opening = new Set<number>();
  const closing = new Set<number>();
  for (const stretch of italics) {
    const { start, end } = trimmed(text, stretch);
    if (start >= end || !canOpen(text, start) || !canClose(text, end)) continue;
    opening.add(start);
    closing.add(end);
  }
  let result = '';
  for (let at = 0; at <= text.length; at++) {
    if (closing.has(at)) result += '*';
    if (opening.has(at)) result += '*';
    if (at < text.length) result += written[at];
  }
  return result;
}

/** The text of a note as a reader sees it: without emphasis and escapes. */
export const noteToPlain = (markdown: string): string =>
  markdown.replace(
    /\\([!-/:-@[-`{-~])|<((?:https?|ftp):[^\s<>]*)>|\*/gi,
    (_, escapedCharacter?: string, url?: string) => escapedCharacter ?? url ?? '',
  );

function readMarks(marked: string): { text: string; italics: Stretch[] } {
  let text = '';
  let start = -1;
  const italics: Stretch[] = [];
  const open: boolean[] = [];
  for (const part of marked.split(/([\u0001-\u0004])/)) {
    if (!MARK.test(part)) {
      text += part;
      continue;
    }
    const before = open.at(-1) ?? false;
    if (part === MARKS.italic.start || part === MARKS.upright.start) open.push(part === MARKS.italic.start);
    else open.pop();
    const after = open.at(-1) ?? false;
    if (!before && after) start = text.length;
    if (before && !after && start < text.length) {
      const last = italics.at(-1);
      // Emphasis that ends where the next begins is one emphasis.
      if (last?.end === start) italics[italics.length - 1] = { start: last.start, end: text.length };
      else italics.push({ start, end: text.length });
    }
  }
  return { text, italics };
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && isSpace(text[from])) from++;
  while (from < to && isSpace(text[to - 1])) to--;
  return { start: from, end: to };
}

/** Each UTF-16 code unit as it is to be written. */
function escaped(text: string): string[] {
  const written = text.split('');
  const inUrl = new Uint8Array(text.length);
  const urls = [...text.matchAll(URL_IN_TEXT)].map(
    ({ 0: url, index }): Stretch => ({ start: index, end: index + url.length }),
  );
  for (const { start, end } of urls) inUrl.fill(1, start, end);
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (!isMisread(text, at, inUrl[at] === 1)) continue;
    written[at] = inUrl[at] ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : `\\${char}`;
  }
  for (const { start, end } of urls) {
    // Some styles print URLs in angle brackets; a reader of Markdown would take the second for a part of the URL.
    if (text[start - 1] !== '<' || text[end] !== '>') continue;
    written[start - 1] = '\\<<';
    written[end] = '>\\>';
  }
  const block = /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|\[|\d{1,9}[.)](?=\s|$))/.exec(text);
  if (block) {
    const at = block[0].length - 1;
    written[at] = written[at]!.startsWith('\\') ? written[at]! : `\\${text[at]}`;
  }
  return written;
}

function isMisread(text: string, at: number, inUrl: boolean): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  switch (text[at]) {
    case '*':
    case '`':
    case '<':
      return true;
    case '\\':
      return inUrl || after === undefined || isPunctuation(after);
    case '_':
      return !inUrl && !(isWord(before) && isWord(after));
    case '~':
      return !inUrl && (before === '~' || after === '~');
    case '[':
      // A note, a citation, or the second half of a link.
      return after === '^' || after === '@' || before === ']';
    case '(':
      return before === ']';
    case '&':
      return !inUrl && /^&(?:#\d|#x[\da-f]|[a-z]\w*;)/i.test(text.slice(at, at + 40));
    default:
      return false;
  }
}

// CommonMark's rules for where emphasis can begin and end.
const canOpen = (text: string, at: number): boolean =>
  !isPunctuation(text[at]) || isSpace(text[at - 1]) || isPunctuation(text[at - 1]);
const canClose = (text: string, at: number): boolean =>
  !isPunctuation(text[at - 1]) || isSpace(text[at]) || isPunctuation(text[at]);

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
const isPunctuation = (char: string | undefined): boolean => char !== undefined && /[\p{P}\p{S}]/u.test(char);
