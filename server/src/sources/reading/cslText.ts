/** Brings the texts of a source file into what CSL takes: one line, and CSL's few tags in place of Markdown. */

const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]| {2}|^\s|\s$/;

/** One line without control characters; white space at the ends and runs of it are taken out. */
export function cleanText(value: string | number | boolean): string {
  const text = String(value);
  // Most texts are clean, and there are many of them.
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Beyond this length a text is an abstract rather than a title, and its Markdown is not worth the time. */
const LONGEST_MARKED_UP = 5_000;

// Escaped characters stand here in the meantime, so that they can't open or close anything.
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const PARKED = /\u0001([0-9]+);/g;

/** Pandoc reads the texts of CSL-YAML as Markdown; this brings its inline marks to the tags that CSL knows. */
export function markdownToCsl(markdown: string): string {
  if (markdown.length > LONGEST_MARKED_UP || !/[\\*_^~[]/.test(markdown)) return markdown;
  return markdown
    .replace(ESCAPED, (_, char: string) => `\u0001${char.charCodeAt(0)};`)
    .replace(/\[([^[\]]*)\]\{\.nocase\}/g, '<span class="nocase">$1</span>')
    .replace(/\[([^[\]]*)\]\{\.smallcaps\}/g, '<span style="font-variant:small-caps;">$1</span>')
    .replace(/\*\*(?!\s)([^*]+)(?<!\s)\*\*/g, '<b>$1</b>')
    .replace(/\*(?!\s)([^*]+)(?<!\s)\*/g, '<i>$1</i>')
    .replace(/(?<![\p{L}\p{N}_])_(?!\s)([^_]+)(?<!\s)_(?![\p{L}\p{N}_])/gu, '<i>$1</i>')
    .replace(/\^([^\s^]+)\^/g, '<sup>$1</sup>')
    .replace(/(?<!~)~([^\s~]+)~(?!~)/g, '<sub>$1</sub>')
    .replace(PARKED, (_, code: string) => String.fromCharCode(Number(code)));
}
