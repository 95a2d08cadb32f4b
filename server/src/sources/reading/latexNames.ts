/** Turns the names in BibTeX files into those of CSL. */

import type { CslName } from '../source';
import { type ParsedName, parseNames } from './bibtexParser';
import { isOneGroup, isParseable, prepareLatex, readLatex, roughLatex, tidyLatex } from './latex';

/**
 * The names of an author or editor, and which commands in them nobody knows. Never throws. “Family, Given” and names in
 * braces, which are those of organisations, are read as they stand; the parser decides what the rest of them mean.
 */
export function readLatexNames(latex: string): { names: CslName[]; unknown: readonly string[] } {
  const unknown: string[] = [];
  const names = splitAtDepth(latex, AND)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== 'and')
    .flatMap((name, index) =>
      index < MOST_PARSED ? readName(name, unknown) : { literal: roughLatex(name) },
    );
  return { names, unknown };
}

/** Nobody has that many authors, and a parser takes its time. */
const MOST_PARSED = 500;

const AND = /\s[aA][nN][dD](?=\s)/y;
const COMMA = /,/y;
/** Words in small letters in front of a family name may be particles of it; “al-” with its hyphen is none. */
const PARTICLE = /^[a-z'. ]+ ./;

function readName(latex: string, unknown: string[]): CslName[] {
  if (/^[\s,{}]*$/.test(latex)) return [];
  const text = (part: string) => {
    const read = readLatex(part);
    unknown.push(...read.unknown);
    return read.text.trim();
  };
  if (isOneGroup(latex)) {
    const literal = text(latex.slice(1, -1));
    return literal === '' ? [] : [{ literal }];
  }
  const [family = '', given = '', ...more] = splitAtDepth(latex, COMMA).map((part) => part.trim());
  if (family !== '' && given !== '' && more.length === 0 && !latex.includes('=')) {
    const name = { family: text(family), given: text(given) };
    if (name.family !== '' && name.given !== '' && !PARTICLE.test(name.family)) return [name];
  }
  if (!isParseable(latex)) return [{ literal: roughLatex(latex) }];
  const read = parseNames(prepareLatex(latex), unknown);
  return read && read.length > 0 ? read.map(nameOf) : [{ literal: roughLatex(latex) }];
}

function nameOf({ name, lastName, firstName, prefix, suffix, useprefix }: ParsedName): CslName {
  const text = (written: string | undefined) => (written ? tidyLatex(written) : undefined);
  if (name || !(firstName || prefix || suffix)) return { literal: text(name ?? lastName) ?? '' };
  const particle = useprefix === false ? 'dropping-particle' : 'non-dropping-particle';
  const parts = {
    family: text(lastName),
    given: text(firstName),
    [particle]: text(prefix),
    suffix: text(suffix),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part)) as CslName;
}

/** The parts between separators that stand in no braces. */
function splitAtDepth(latex: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < latex.length; at++) {
    const unit = latex.charCodeAt(at);
    if (unit === 0x7b) depth++;
    else if (unit === 0x7d) depth--;
    else if (depth === 0 && (unit <= 0x20 || unit === 0x2c)) {
      separator.lastIndex = at;
      const found = separator.exec(latex);
      if (!found) continue;
      parts.push(latex.slice(start, at));
      at += found[0].length - 1;
      start = at + 1;
    }
  }
  parts.push(latex.slice(start));
  return parts;
}
