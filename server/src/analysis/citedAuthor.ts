/** Judges whether the author before *op. cit.* is surely a person, and whether a note may name that person otherwise. */

import { foldText } from '../names/fold';
import { nameParts } from '../names/likeness/nameParts';
import type { NameParts } from '../names/likeness/preparedName';
import { SAME_FROM, similarity } from '../names/likeness/similarity';
import { isFunctionWord, isOrdinary } from './ordinaryWords';

/** Less than makes two names the same: who cannot be told from the author may be meant. */
const MAY_BE_SAME = 0.3;
/** Of shorter words too little is left to be sure of a likeness. */
const SHORT = 5;
const MOST_KEPT = 20_000;
const compared = new Map<string, boolean>();
const prepared = new Map<string, NameParts>();

/** Of each author, the family name as far as it can be told: “Noah Tucker and I. I. Ivanov” gives both. */
export const familiesOf = (author: string): readonly string[] =>
  author
    .replace(/(?:,?\s+|^)(?:et al|and others|u\.\s?a|и др)\b\.?/giu, ' ')
    .split(/,|\s(?:and|&|und|et|и)\s/u)
    .flatMap(
      (one) =>
        one
          .trim()
          .split(/\s+/)
          .filter((word) => foldText(word).length > 2)
          .at(-1) ?? [],
    );

/**
 * Whether it is surely the name of a person: no acronym, no institution, no abbreviation, and no word that the notes use
 * in lower case as well.
 */
export const isSurelyPerson = (author: string, notes: readonly string[]): boolean => {
  const families = familiesOf(author);
  const words = author.split(/[\s,]+/).filter((word) => foldText(word).length > 2);
  return (
    families.length > 0 &&
    words.every(
      (word) =>
        /\p{Ll}/u.test(word) &&
        !word.endsWith('.') &&
        !isOrdinary(foldText(word)) &&
        !notes.some((note) => note.includes(word.toLowerCase())),
    )
  );
};

/** Whether a text may name one of the authors: in another romanisation or script, by part of the name, by initials. */
export function mayName(text: string, author: string): boolean {
  const families = familiesOf(author);
  const initials = author.replace(/[^\p{Lu}]/gu, '');
  if (initials.length > 1 && new RegExp(`(?<![\\p{L}])${initials}`, 'u').test(text)) return true;
  const words = new Set(text.match(/\p{L}[\p{L}\p{M}’'ʼ-]{2,}/gu) ?? []);
  for (const word of words) {
    if (!/^(?:al-)?[^\p{Ll}]/u.test(word) || isFunctionWord(foldText(word))) continue;
    if (families.some((family) => mayBeSame(family, word))) return true;
  }
  return false;
}

function mayBeSame(one: string, other: string): boolean {
  const pair = `${one}\n${other}`;
  let same = compared.get(pair);
  if (same === undefined) {
    if (compared.size >= MOST_KEPT) compared.clear();
    const [a, b] = [foldText(one), foldText(other)];
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    const least = short.length < SHORT ? SAME_FROM : MAY_BE_SAME;
    same = (short.length > 3 && long.includes(short)) || similarity(partsOf(one), partsOf(other)) >= least;
    compared.set(pair, same);
  }
  return same;
}

function partsOf(name: string): NameParts {
  let parts = prepared.get(name);
  if (!parts) {
    if (prepared.size >= MOST_KEPT) prepared.clear();
    parts = nameParts(name);
    prepared.set(name, parts);
  }
  return parts;
}
