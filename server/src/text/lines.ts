/** Where the lines of a text begin and end, and with what. */

/** The offset at which the line of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
  // A search from before the beginning would look at the first unit.
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** The same where a lone carriage return ends a line as well, as in Markdown; nothing before `least` is looked at. */
export function lineStartAt(text: string, offset: number, least = 0): number {
  let at = offset;
  while (at > least && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Before the line end, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** How far in a place stands; what precedes it, be it a dash, counts as spaces. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** The line end that most lines of the text have. */
export function lineEndOf(text: string): string {
  if (!text.includes('\r\n')) return '\n';
  const [all, windows] = [text.match(/\n/g)?.length ?? 0, text.match(/\r\n/g)?.length ?? 0];
  return windows * 2 > all ? '\r\n' : '\n';
}
