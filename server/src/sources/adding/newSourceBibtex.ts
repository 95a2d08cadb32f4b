/** Writes a new source as an entry of BibTeX, or of BibLaTeX where the file has signs of it. */

import type { Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import { edtfOf } from '../reading/edtf';
import { MONTHS } from '../reading/months';
import type { CslItem, CslName } from '../source';

const BIBLATEX =
  /@(?:online|report|thesis|patent|collection|mvbook)\s*\{|^\s*(?:date|journaltitle|location|urldate|langid|eventtitle)\s*=/im;
const TYPES: Readonly<Record<string, readonly [biblatex: string, bibtex: string]>> = {
  'article-journal': ['article', 'article'],
  'article-magazine': ['article', 'article'],
  'article-newspaper': ['article', 'article'],
  book: ['book', 'book'],
  chapter: ['incollection', 'incollection'],
  report: ['report', 'techreport'],
  thesis: ['thesis', 'phdthesis'],
  webpage: ['online', 'misc'],
  post: ['online', 'misc'],
};

/** Behind the last entry, set apart by an empty line. */
export function addToBibtex(text: string, item: CslItem): Edit {
  const eol = lineEndOf(text);
  const isBiblatex = !/^\s*@\w+\s*\{/m.test(text) || BIBLATEX.test(text);
  const indent = /^([ \t]+)\w[\w-]*\s*=/m.exec(text)?.[1] ?? '  ';
  const [biblatex, bibtex] = TYPES[item.type] ?? ['misc', 'misc'];
  const fields = fieldsOf(item, isBiblatex).map(([name, value]) => `${indent}${name} = ${value},`);
  const entry = [`@${isBiblatex ? biblatex : bibtex}{${item.id},`, ...fields, '}'].join(eol);
  const kept = text.trimEnd().length;
  const gap = kept === 0 ? '' : eol.repeat(Math.max(0, 2 - (text.slice(kept).match(/\n/g)?.length ?? 0)));
  return { span: { start: text.length, end: text.length }, newText: `${gap}${entry}${eol}` };
}

function fieldsOf(item: CslItem, isBiblatex: boolean): [string, string][] {
  const isArticle = item.type.startsWith('article');
  const fields: [string, string | undefined][] = [
    ['author', namesOf(item.author)],
    ['editor', namesOf(item.editor)],
    // Braces within keep the capitals of a title that is no English one.
    ['title', given(item.title, (text) => `{{${escaped(text)}}}`)],
    ['titleaddon', given(item['translated-title'], (text) => `{[${escaped(text)}]}`)],
    [
      isArticle
        ? isBiblatex
          ? 'journaltitle'
          : 'journal'
        : item.type === 'chapter'
          ? 'booktitle'
          : isBiblatex
            ? 'organization'
            : 'howpublished',
      text(item['container-title']),
    ],
    ...(isArticle ? subtypeOf(item.type, isBiblatex) : []),
    [
      item.type === 'report'
        ? 'institution'
        : item.type === 'thesis'
          ? isBiblatex
            ? 'institution'
            : 'school'
          : 'publisher',
      text(item.publisher),
    ],
    [isBiblatex ? 'location' : 'address', text(item['publisher-place'])],
    ['series', text(item['collection-title'])],
    ['edition', text(item.edition)],
    ['volume', text(item.volume)],
    ['number', text(item.issue ?? item.number)],
    ['pages', given(item.page, (pages) => `{${escaped(pages.replace(/\s*[-–—]+\s*/g, '--'))}}`)],
    ['type', text(item.genre)],
    ...datesOf(item, isBiblatex),
    ['doi', given(item.DOI, (doi) => `{${doi}}`)],
    ['url', given(item.URL, (url) => `{${url.replace(/[{}\s\\]/g, encodeURIComponent)}}`)],
    [isBiblatex ? 'langid' : 'language', text(item.language)],
    ['note', text(item.note)],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

const subtypeOf = (type: string, isBiblatex: boolean): [string, string | undefined][] =>
  isBiblatex && type !== 'article-journal'
    ? [['entrysubtype', type === 'article-newspaper' ? '{newspaper}' : '{magazine}']]
    : [];

function datesOf({ issued, accessed }: CslItem, isBiblatex: boolean): [string, string | undefined][] {
  const looked = accessed === undefined ? undefined : edtfOf(accessed as object);
  const urldate: [string, string | undefined] = ['urldate', looked && `{${looked}}`];
  if (!issued) return [urldate];
  const edtf = edtfOf(issued);
  if (isBiblatex) return [['date', edtf && `{${edtf}}`], urldate];
  const [year, month, day] = issued['date-parts']?.[0] ?? [];
  // Macros that every BibTeX style defines: `jan`.
  const name = MONTHS[Number(month) - 1]?.slice(0, 3);
  return [
    ['year', year === undefined ? undefined : `{${year}}`],
    ['month', name],
    ['day', day === undefined ? undefined : `{${day}}`],
    urldate,
  ];
}

function namesOf(names: unknown): string | undefined {
  if (!Array.isArray(names) || names.length === 0) return undefined;
  const written = (names as readonly CslName[]).map(
    ({ family, given: first, literal, suffix, ...particles }) => {
      if (literal !== undefined || family === undefined) return `{${escaped(literal ?? first ?? '')}}`;
      const last = [particles['dropping-particle'], particles['non-dropping-particle'], family];
      const parts = [last.filter(Boolean).join(' '), suffix, first].filter(Boolean);
      return parts.map((part) => escaped(part!)).join(', ');
    },
  );
  return `{${written.join(' and ')}}`;
}

const text = (value: unknown): string | undefined => given(value, (one) => `{${escaped(one)}}`);

const given = (value: unknown, write: (text: string) => string): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? write(String(value)) : undefined;

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escaped = (text: string): string =>
  text.replace(/[\\{}&%$#_~^]/g, (char) => LATEX[char] ?? `\\${char}`);
