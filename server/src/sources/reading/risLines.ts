/** Reads the lines of a RIS file into entries of tags and values, with their places. */

import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { MOST_PROBLEMS } from './entryList';

export interface RisField {
  readonly tag: string;
  readonly value: string;
  /** From the tag to the end of the value. */
  readonly span: Span;
}

export interface RisEntry {
  /** What stands behind `TY`, in capitals. */
  readonly type: string;
  readonly fields: readonly RisField[];
  readonly span: Span;
  /** The line that begins it. */
  readonly head: Span;
}

export interface RisFile {
  readonly entries: readonly RisEntry[];
  readonly problems: readonly Problem[];
}

const TAG = /^\ufeff?[ \t]{0,4}([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]|$)/;
const LINES_A_STEP = 20_000;
/** Texts whose own lines are kept. */
const KEEPS_LINES = new Set(['N1', 'M2', 'AB', 'N2']);

/** Never throws; a line without a tag goes on with the one before it, or is passed over between entries. */
export function* readRisLines(text: string): Steps<RisFile> {
  const entries: RisEntry[] = [];
  const problems: Problem[] = [];
  let open: { type: string; start: number; head: Span; end: number; fields: RisField[] } | undefined;
  let field: { tag: string; parts: string[]; start: number; end: number } | undefined;
  let isStray = false;
  let lines = 0;
  const tell = (severity: Problem['severity'], message: string, span: Span) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ rule: 'source/entry', severity, message, span });
  };
  const closeField = () => {
    if (open && field) {
      const { tag, parts, start, end } = field;
      const value = parts.join(KEEPS_LINES.has(tag) ? '\n' : ' ').trim();
      if (value !== '') open.fields.push({ tag, value, span: { start, end } });
    }
    field = undefined;
  };
  const closeEntry = (end: number) => {
    closeField();
    if (open)
      entries.push({
        type: open.type,
        fields: open.fields,
        head: open.head,
        span: { start: open.start, end },
      });
    open = undefined;
  };
  for (let at = 0; at < text.length; ) {
    if (++lines % LINES_A_STEP === 0) yield;
    const next = lineEndOf(text, at);
    const line = text.slice(at, next.end);
    const match = TAG.exec(line);
    const start = at + (match ? match[0].indexOf(match[1]!) : 0);
    const end = at + line.trimEnd().length;
    at = next.next;
    if (!match) {
      if (field && end > start) {
        field.parts.push(line.trim());
        field.end = end;
        if (open) open.end = end;
      }
      continue;
    }
    const tag = match[1]!;
    const value = line.slice(match[0].length).trim();
    if (tag === 'TY') {
      if (open) {
        tell('warning', 'This entry has no end. Write a line “ER  - ” behind it.', open.head);
        closeEntry(open.end);
      }
      isStray = false;
      open = { type: value.toUpperCase(), start, head: { start, end }, end, fields: [] };
    } else if (tag === 'ER') {
      closeEntry(end);
      isStray = false;
    } else if (open) {
      closeField();
      field = { tag, parts: [value], start, end };
      open.end = end;
    } else if (!isStray) {
      isStray = true;
      tell('error', 'This line belongs to no entry. Write a line such as “TY  - RPRT” in front of it.', {
        start,
        end,
      });
    }
  }
  if (open) {
    tell(
      'warning',
      'This entry has no end: the file may be cut off. Write a line “ER  - ” behind it.',
      open.head,
    );
    closeEntry(open.end);
  }
  return { entries, problems };
}

/** Lines end with any of `\n`, `\r\n` and, in files of old programs, `\r` alone. */
function lineEndOf(text: string, from: number): { end: number; next: number } {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) return { end: at, next: at + 1 };
    if (unit === 0x0d) return { end: at, next: text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1 };
  }
  return { end: text.length, next: text.length };
}
