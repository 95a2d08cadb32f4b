/** Reads a note written in Markdown as the text that a reader sees, with the way back to what was written. */

import type { Span } from '../../text/span';

export interface PlainNote {
  /** On one line: line ends and the spaces around them are one space. */
  readonly text: string;
  /** For each code unit of `text`, and for its end, where it stands in what was written. */
  readonly offsets: readonly number[];
  /** What is emphasised, in `text`. */
  readonly italics: readonly Span[];
  /** Links whose text is not their address, in `text`. */
  readonly links: readonly (Span & { readonly url: string })[];
}

/** An address as it stands in running text; the sign that ends a sentence is not part of it. */
export const ADDRESS = /(?:https?:\/\/|www\.(?=[a-z\d-]+\.))[^\s<>"“”„«»]+/gi;

const TOKEN = new RegExp(
  [
    // A printer breaks a long address behind a hyphen.
    '(?<address>(?:https?:\\/\\/|www\\.)[^\\s<>"“”„«»]+(?:(?<=-)\\s(?=[a-z\\d]+[-/.][^\\s])[^\\s<>"“”„«»]+)*)',
    '\\\\(?<escaped>[!-/:-@[-`{-~])',
    '<!--[^]*?(?:-->|$)',
    '<(?<auto>https?:\\/\\/[^>\\s]+)>',
    '<(?<tag>i|em)>(?<tagged>[^<]*)</\\k<tag>>',
    '</?[a-z][^<>]*>',
    '\\[(?<link>(?:[^[\\]\\\\]|\\\\.|\\[[^[\\]]*\\])*)\\]\\(<?(?<target>[^()\\s<>]*(?:\\([^()\\s]*\\)[^()\\s<>]*)*)>?(?:\\s+"[^"]*")?\\)',
    '(?<strong>\\*\\*|__)(?=\\S)(?<bold>(?:(?!\\k<strong>)[^])+?)(?<=\\S)\\k<strong>',
    '\\*(?=\\S)(?<starred>[^*]+?)(?<=\\S)\\*',
    '(?<![\\p{L}\\p{N}_])_(?=\\S)(?<lined>[^_]+?)(?<=\\S)_(?![\\p{L}\\p{N}_])',
    '&(?<entity>amp|nbsp|quot|lt|gt|ndash|mdash);',
    '(?<space>[\\s\\u00a0\\u202f]+)',
  ].join('|'),
  'giu',
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  quot: '"',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
};
/** Emphasis within a link within emphasis, and no deeper. */
const DEEPEST = 4;

/** Reads any text; what is no Markdown is taken as it stands. */
export function readPlainNote(written: string): PlainNote {
  const reader = new Reader();
  reader.read(written, 0, DEEPEST);
  return reader.note(written.length);
}

class Reader {
  #text = '';
  readonly #offsets: number[] = [];
  readonly #italics: Span[] = [];
  readonly #links: (Span & { url: string })[] = [];

  note(end: number): PlainNote {
    const text = this.#text.trimEnd();
    const offsets = [...this.#offsets, end];
    // Behind the last sign that is kept stands what a reader does not see.
    return { text, offsets: offsets.slice(0, text.length + 1), italics: this.#italics, links: this.#links };
  }

  /** @param from where `written` begins in the whole. */
  read(written: string, from: number, depth: number): void {
    let last = 0;
    for (const found of written.matchAll(TOKEN)) {
      this.#copy(written.slice(last, found.index), from + last);
      this.#token(found, from, depth);
      last = found.index + found[0].length;
    }
    this.#copy(written.slice(last), from + last);
  }

  #token(found: RegExpExecArray, from: number, depth: number): void {
    const groups = found.groups ?? {};
    const at = from + found.index;
    const inner = (text: string) => this.#inner(text, at + found[0].indexOf(text, 1), depth);
    const { escaped, auto, tagged, link, target, bold, starred, lined, entity } = groups;
    if (groups.address !== undefined) this.#copyAddress(groups.address, at);
    else if (escaped !== undefined) this.#copy(escaped, at + 1);
    else if (auto !== undefined) this.#copy(auto, at + 1);
    else if (entity !== undefined) this.#copy(ENTITIES[entity.toLowerCase()] ?? '', at);
    else if (bold !== undefined) inner(bold);
    else if (link !== undefined) {
      const start = this.#text.length;
      inner(link);
      const end = this.#text.length;
      if (target && !this.#text.slice(start, end).includes(target))
        this.#links.push({ start, end, url: target });
    } else if (groups.space !== undefined) {
      if (this.#text !== '' && !this.#text.endsWith(' ')) this.#copy(' ', at);
    } else {
      const emphasised = starred ?? lined ?? tagged;
      if (emphasised === undefined) return;
      const start = this.#text.length;
      inner(emphasised);
      this.#italics.push({ start, end: this.#text.length });
    }
  }

  #inner(text: string, from: number, depth: number): void {
    if (depth > 0) this.read(text, from, depth - 1);
    else this.#copy(text, from);
  }

  #copyAddress(text: string, from: number): void {
    let at = from;
    for (const part of text.split(/(\s+)/)) {
      if (!/^\s/.test(part)) this.#copy(part, at);
      at += part.length;
    }
  }

  #copy(text: string, from: number): void {
    for (let k = 0; k < text.length; k++) this.#offsets.push(from + k);
    this.#text += text;
  }
}

/** Where the addresses of a text stand, each without what only ends the sentence. */
export const addressesIn = (text: string): Span[] =>
  [...text.matchAll(ADDRESS)].map(({ 0: match, index }) => ({
    start: index,
    end: index + trimAddress(match).length,
  }));

/** A bracket that was opened before the address, or the sign that ends the sentence, is not part of it. */
export function trimAddress(address: string): string {
  let surplus = count(address, /[)\]}]/g) - count(address, /[([{]/g);
  let end = address.length;
  for (; end > 0; end--) {
    const sign = address[end - 1]!;
    if (".,;:!?'’*".includes(sign)) continue;
    if (surplus <= 0 || !')]}'.includes(sign)) break;
    surplus--;
  }
  return address.slice(0, end);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
