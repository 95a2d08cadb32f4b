/** Tells whether a name is a part of an address, a file name, a hashtag or a template, which are not the author's words. */

/** Signs that join a name to what makes it no word: `#name`, `/home/name`, `name_2020`, `[[name`, `{{name`, `$name$`. */
const JOINS_BEFORE = /[#/\\_[{|$~]/;
/** What ends the names of machines and of files. */
const ENDING =
  /^\.(?:com|org|net|info|biz|edu|gov|mil|int|news|press|online|site|eu|uk|ru|su|de|fr|us|kz|kg|uz|tj|tm|af|ir|pk|tr|ua|by|az|am|ge|cn|in|io|me|tv|cc|pdf|docx?|xlsx?|pptx?|odt|rtf|txt|md|html?|csv|tsv|json|xml|ya?ml|zip|jpe?g|png|gif|svg|mp[34]|avi)(?![\p{L}\p{N}])/u;
/** A machine (`t.me/`), the beginning of a path (`/home/`, `C:\`, `../`), or what stands before another sign of one. */
const PATH_BEFORE = /(?:^|[\s("'“‘«<[])(?:[A-Za-z]:)?(?:[~.]*[\\/]|(?:[\w-]+\.)+[a-z]{2,}[\\/])[^\s]*$/u;
const FARTHEST = 120;

/** Whether the span between two offsets of a text is a part of such a thing. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const behind = text[end] ?? ' ';
  if (behind === '.' && ENDING.test(text.slice(end, end + 12))) return true;
  if (behind === '_' && /[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return true;
  if (!JOINS_BEFORE.test(before) && !OPEN.test(text.slice(Math.max(0, start - FARTHEST), start)))
    return false;
  switch (before) {
    case '#':
      return true;
    case '_':
      return /[\p{L}\p{N}]/u.test(text[start - 2] ?? '');
    case '$':
      return behind === '$';
    case '/':
    case '\\':
      return PATH_BEFORE.test(text.slice(Math.max(0, start - FARTHEST), start));
    default:
      return OPEN.test(text.slice(Math.max(0, start - FARTHEST), start));
  }
}

/** The target of a wiki link, or the inside of a template. */
const OPEN = /\[\[[^\]|\r\n]*$|\{\{[^}\r\n]*$/;
