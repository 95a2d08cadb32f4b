/** Shortens a text so that it fits into a message. */

const LONGEST = 120;

/** The text in quotation marks; of a long one, its beginning. */
export function quotedShort(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST) return `“${plain}”`;
  const cut = plain.slice(0, LONGEST);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:]+$/, '')} …”`;
}
