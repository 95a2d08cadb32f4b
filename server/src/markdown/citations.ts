/** Reads the citations of a report: `[@key, p. 20; see @other]` and `<!-- @key, 20 -->`. */

import type { Span } from '../text/span';

/** One use of a source; the span is that of the key, without `@`. */
export interface Citation extends Span {
  readonly key: string;
  /** What follows the key and a comma, as written: “p. 20”, “20 and passim”. */
  readonly locator?: string;
  /** What stands before the key in its part of the group: “See also”. */
  readonly prefix?: string;
  /** `-@key`: the author is named in the text already. */
  readonly suppressesAuthor?: true;
}

/** Sources cited together. The span is the whole group with its brackets, or the comment with its signs. */
export interface CitationCluster extends Span {
  readonly kind: 'group' | 'comment';
  readonly cites: readonly Citation[];
}

/** A key as Pandoc has it: begins with a letter, digit or underscore; inner punctuation must be single. */
const KEY =
  /@\{([^{}\s]{1,200})\}|@([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,199})/gu;
const GENERATED = /^<!--\s*@/;
/** A longer comment is prose. */
const LONGEST_COMMENT = 4000;

/** The citations in a group such as `[see @a, p. 20; @b]`. */
export function citationsOfGroup(text: string, group: Span): Citation[] {
  return citationsIn(text, { start: group.start + 1, end: group.end - 1 });
}

/** The citations of a generated note's comment; none if the comment is some other one. */
export function citationOfComment(text: string, comment: Span): Citation[] {
  if (comment.end - comment.start > LONGEST_COMMENT) return [];
  const written = text.slice(comment.start, comment.end);
  if (!GENERATED.test(written) || !written.endsWith('-->')) return [];
  return citationsIn(text, { start: comment.start + 4, end: comment.end - 3 });
}

function citationsIn(text: string, at: Span): Citation[] {
  const cited: Citation[] = [];
  let start = at.start;
  for (const part of text.slice(at.start, at.end).split(';')) {
    let before = 0;
    for (const found of part.matchAll(KEY)) {
      const key = found[1] ?? found[2]!;
      const keyStart = start + found.index + found[0].indexOf(key);
      const locator = /^\s*,\s*([^@]*?)\s*$/.exec(part.slice(found.index + found[0].length))?.[1];
      const lead = part.slice(before, found.index);
      const prefix = lead.replace(/-$/, '').trim();
      before = found.index + found[0].length;
      cited.push({
        start: keyStart,
        end: keyStart + key.length,
        key,
        ...(locator ? { locator } : {}),
        ...(prefix ? { prefix } : {}),
        ...(lead.endsWith('-') ? { suppressesAuthor: true } : {}),
      });
    }
    start += part.length + 1;
  }
  return cited;
}
