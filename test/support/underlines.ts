/** Reads and writes reports with their findings underlined by carets, so that a test shows what an author would see. */

import type { Finding } from '../../server/src/analysis/finding';

/** What a caret line says: `^^^^ name/alias (warning): part of the message`. */
interface Expected {
  readonly code: string;
  readonly severity?: string;
  readonly message: string;
}

export interface UnderlinedReport {
  /** The text without its caret lines; it ends with a line end. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

const CARETS = /^ *\^+ (?:…|([a-z]+\/[a-z-]+)(?: \((\w+)\))?: (.+))$/;
const INVISIBLE = /(?! )\p{Zs}|\p{Mn}|\p{Cf}|\u2011/gu;
const WRITTEN_OUT = /⟨U\+([0-9A-F]{4,6})⟩/g;

/** An invisible character is written ⟨U+00A0⟩ in a test, so that its reader sees it. */
export const withInvisible = (text: string): string =>
  text.replace(WRITTEN_OUT, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

export const writtenOut = (text: string): string =>
  text.replace(INVISIBLE, (one) => `⟨U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`);

export function readUnderlined(fence: string, lineEnd = '\n'): UnderlinedReport {
  const kept: string[] = [];
  const expected: Expected[] = [];
  for (const line of fence.split('\n')) {
    const carets = CARETS.exec(line);
    if (!carets) {
      kept.push(withInvisible(line));
      continue;
    }
    const [, code, severity, message] = carets;
    if (code !== undefined && message !== undefined)
      expected.push({ code, message, ...(severity === undefined ? {} : { severity }) });
  }
  return { text: kept.map((line) => line + lineEnd).join(''), expected };
}

/**
 * The report with what was found underlined, in the notation of `readUnderlined`: equal to the fence if, and only if,
 * just what the fence says was found. A finding that the fence foresees is shown in the fence's words.
 */
export function underline(text: string, findings: readonly Finding[], expected: readonly Expected[]): string {
  const open = [...expected];
  const notes = findings.map((finding) => {
    const at = open.findIndex((one) => foresees(one, finding));
    const [foreseen] = at < 0 ? [] : open.splice(at, 1);
    const severity = foreseen && foreseen.severity === undefined ? '' : ` (${finding.severity})`;
    return `${finding.code}${severity}: ${foreseen?.message ?? finding.message}`;
  });
  const shown: string[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const visible = line.replace(/[\r\n]+$/, '');
    const end = start + visible.length;
    shown.push(writtenOut(visible));
    for (const [k, { span }] of findings.entries()) {
      if (span.start >= start + line.length || span.end <= start) continue;
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      const indent = ' '.repeat(writtenOut(text.slice(start, from)).length);
      const carets = '^'.repeat(Math.max(1, writtenOut(text.slice(from, to)).length));
      shown.push(`${indent}${carets} ${span.start < start ? '…' : notes[k]}`);
    }
    start += line.length;
  }
  return shown.join('\n');
}

const foresees = (expected: Expected, { code, severity, message }: Finding): boolean =>
  expected.code === code &&
  (expected.severity === undefined || expected.severity === severity) &&
  message.includes(expected.message);

/** Takes the `|` out of a text: where the caret of the editor stands. */
export function readCaret(fence: string): { readonly text: string; readonly offset: number } {
  const marked = `${withInvisible(fence)}\n`;
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.indexOf('|', offset + 1) >= 0)
    throw new Error(`Mark one place by “|” in:\n${fence}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
