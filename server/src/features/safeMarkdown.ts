/** Makes Markdown of other people's text: it shows what they wrote, and can inject nothing; the only place that escapes. */

/** More of a name, a title or a role than this is cut. */
export const LONGEST_TEXT = 120;
const LONGEST_SOURCE = 320;

/** Direction marks, control characters and other code units that nobody sees; joiners are letters to some scripts. */
const UNSEEN =
  /[\p{Cs}\p{Co}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const SPACES = /[\s\p{Cc}]+/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** On one line, without anything invisible, cut at a word where it is longer than `most`. */
export function visible(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text.replace(UNSEEN, '').replace(SPACES, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.]+$/, '')}…`;
}

/** Text that Markdown shows letter for letter, whatever it holds, and that leaves the direction of its neighbours alone. */
export function plainText(text: string, most = LONGEST_TEXT): string {
  const shown = visible(text, most);
  const escaped = escapeMarkdown(shown);
  return RIGHT_TO_LEFT.test(shown) ? `${ISOLATE}${escaped}${END_OF_ISOLATE}` : escaped;
}

/**
 * Escapes what can begin or end anything in Markdown as GitHub and VS Code read it. Hyphens, periods and colons are left alone
 * where they mean nothing, so that a client that shows the source shows a name and not its escapes.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~$@]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/^[-+=#:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

const LINKABLE = new Set(['http:', 'https:', 'mailto:']);

/** A link, or its text alone where the address is none that a reader should follow. */
export function linkTo(address: string, title: string | undefined): string {
  const url = readUrl(address);
  if (!url) return plainText(title ?? address);
  // VS Code's renderer reads the text of a link once more, without the escapes of its brackets.
  const text = plainText((title ?? (url.host || url.pathname)).replace(/\[/g, '(').replace(/\]/g, ')'));
  return `[${text}](<${withinBrackets(url.href)}>)`;
}

function readUrl(address: string): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && LINKABLE.has(url.protocol) ? url : undefined;
}

/** An address for use between angle brackets: nothing in it can end them, or be taken for an escape or an entity. */
export const withinBrackets = (address: string): string =>
  address
    .replace(/[\s\p{Cc}<>\\`"|\p{Cs}]/gu, (unit) => (/\p{Cs}/u.test(unit) ? '' : encodeURIComponent(unit)))
    .replace(/&(?=[#\w]+;)/g, '&amp;');

const ADDRESS = /https?:\/\/[^\s<>"“”]+/gi;
const AFTER_ADDRESS = /[.,;:!?)\]’']+$/;

/** A formatted note with its emphasis and its addresses, and nothing else of Markdown. */
export function noteText(note: string): string {
  const tokens = visible(note, LONGEST_SOURCE).match(/\\[!-/:-@[-`{-~]|\*|[^\\*]+|\\/g) ?? [];
  const stretches: string[] = [''];
  for (const token of tokens) {
    if (token === '*') stretches.push('');
    else stretches[stretches.length - 1] += /^\\./.test(token) ? token.slice(1) : token;
  }
  // Every second stretch stands between two signs, unless the last sign has no partner.
  const isPaired = stretches.length % 2 === 1;
  return stretches
    .map((stretch, index) => {
      const isEmphasis = index % 2 === 1 && (isPaired || index < stretches.length - 1);
      if (!isEmphasis) return withAddresses(stretch);
      return stretch.trim() === ''
        ? stretch
        : stretch.replace(stretch.trim(), (text) => `*${textOfNote(text)}*`);
    })
    .join('');
}

function withAddresses(text: string): string {
  let result = '';
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(AFTER_ADDRESS, '');
    const url = readUrl(address);
    if (!url) continue;
    result += `${textOfNote(text.slice(done, match.index))}[${plainText(url.host)}](<${withinBrackets(url.href)}>)`;
    done = match.index + address.length;
  }
  return result + textOfNote(text.slice(done));
}

/** Like `plainText`, but a part of a line: the spaces at its ends stay. */
function textOfNote(part: string): string {
  const text = part.trim();
  return text === '' ? part : part.replace(text, () => plainText(text, LONGEST_SOURCE));
}
