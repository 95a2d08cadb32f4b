/** Shortens texts that are not ours, so that they fit into a message. */

/** The text, or its first `most` UTF-16 units with an ellipsis. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;

/** Enough to recognise a note. */
const LONGEST = 120;

/** The text in quotation marks; of a long one, its beginning. */
export function quotedShort(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST) return `“${plain}”`;
  const cut = plain.slice(0, LONGEST);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:]+$/, '')} …”`;
}
