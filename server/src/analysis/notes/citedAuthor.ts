/** Judges whether the author before *op. cit.* is surely a person, and whether a note may name that person otherwise. */

import { foldText } from '../../names/fold';
import { nameParts } from '../../names/likeness/nameParts';
import type { NameParts } from '../../names/likeness/preparedName';
import { SAME_FROM, similarity } from '../../names/likeness/similarity';
import { withoutCounterpart } from '../../names/likeness/sounds';
import { isFunctionWord, isOrdinary } from '../ordinaryWords';

/** Less than makes two names the same: who cannot be told from the author may be meant. */
const MAY_BE_SAME = 0.3;
/** Of shorter words too little is left to be sure of a likeness. */
const SHORT = 5;
const MOST_KEPT = 20_000;
const MOST_AUTHORS = 500;
const compared = new Map<string, Map<string, boolean>>();
const families = new Map<string, readonly string[]>();
const named = new Map<string, readonly string[]>();
const prepared = new Map<string, NameParts>();

/** Of each author, the family name as far as it can be told: “Noah Tucker and I. I. Ivanov” gives both. */
export function familiesOf(author: string): readonly string[] {
  let found = families.get(author);
  if (!found) {
    if (families.size >= MOST_AUTHORS) families.clear();
    found = readFamilies(author);
    families.set(author, found);
  }
  return found;
}

const readFamilies = (author: string): readonly string[] =>
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
export const isSurelyPerson = (author: string, notes: string): boolean => {
  const words = author.split(/[\s,]+/).filter((word) => foldText(word).length > 2);
  return (
    familiesOf(author).length > 0 &&
    words.every(
      (word) =>
        /\p{Ll}/u.test(word) &&
        !word.endsWith('.') &&
        !isOrdinary(foldText(word)) &&
        !notes.includes(word.toLowerCase()),
    )
  );
};

/** The words of a text that may be part of a name: those with a capital, and those of scripts that have none. */
export function namesIn(text: string): readonly string[] {
  let names = named.get(text);
  if (!names) {
    if (named.size >= MOST_KEPT) named.clear();
    names = [...new Set(text.match(/\p{L}[\p{L}\p{M}’'ʼ-]{2,}/gu) ?? [])].filter(
      (word) => /^(?:al-)?[^\p{Ll}]/u.test(word) && !isFunctionWord(foldText(word)),
    );
    named.set(text, names);
  }
  return names;
}

/** Whether a text may name one of the authors: in another romanisation or script, by part of the name, by initials. */
export const mayName = (text: string, author: string): boolean =>
  mayHoldInitials(text, author) || namesIn(text).some((word) => mayBePartOf(word, author));

/** “UN”, “UNSC” for the United Nations. */
export function mayHoldInitials(text: string, author: string): boolean {
  const initials = author.replace(/[^\p{Lu}]/gu, '');
  return initials.length > 1 && new RegExp(`(?<!\\p{L})${initials}`, 'u').test(text);
}

/** Whether a word may be the family name of one of the authors. */
export const mayBePartOf = (word: string, author: string): boolean =>
  familiesOf(author).some((family) => mayBeSame(family, word));

function mayBeSame(one: string, other: string): boolean {
  let others = compared.get(one);
  if (!others) {
    if (compared.size >= MOST_AUTHORS) compared.clear();
    others = new Map();
    compared.set(one, others);
  }
  let same = others.get(other);
  if (same === undefined) {
    if (others.size >= MOST_KEPT) others.clear();
    const [a, b] = [foldText(one), foldText(other)];
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    const least = short.length < SHORT ? SAME_FROM : MAY_BE_SAME;
    same =
      (short.length > 3 && long.includes(short)) ||
      (sharesSounds(partsOf(one), partsOf(other)) && similarity(partsOf(one), partsOf(other)) >= least);
    others.set(other, same);
  }
  return same;
}

/** Whether at most one consonant of each is surely not in the other: far cheaper than to compare them. */
function sharesSounds(a: NameParts, b: NameParts): boolean {
  if (a.parts.length !== 1 || b.parts.length !== 1) return true;
  const { form: x } = a.parts[0]!;
  const { form: y } = b.parts[0]!;
  return withoutCounterpart(x.has, y.mayHave) <= 1 && withoutCounterpart(y.has, x.mayHave) <= 1;
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
