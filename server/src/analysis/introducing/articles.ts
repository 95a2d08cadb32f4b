/** Knows which article a name takes in a sentence, as far as its words and those around it tell. */

import type { Report } from '../../markdown/report';
import type { Span } from '../../text/span';
import { isFunctionWord, isOrdinary } from '../ordinaryWords';

/** Nouns that say what a body is: a name made of such English words has an article. */
const BODIES = new Set(
  `administration agency alliance army assembly association authority bank bloc board brigade bureau center centre coalition command
commission committee commonwealth community confederation congress coordination corps council court department directorate embassy emirate
federation force forces foundation front fund government group guard initiative institute institution kingdom league mechanism
ministry mission mosque movement nations network office opposition organisation organization parliament partnership party police
programme program project republic school secretariat service services society states tribunal troops union university
oblast region district valley`.split(/\s+/),
);
/** Nouns that are no verbs as well: a body's name before one has no article of its own (*IMU fighters*). */
const PEOPLE_AND_THINGS = new Set(
  `fighters fighter militants militant members member forces troops soldiers officers officer officials official leaders leader
leadership commanders commander supporters supporter sympathisers sympathizers recruits recruiters affiliates allies spokesman
spokeswoman spokesperson propaganda propagandists media videos operations operation exercises cells cell camps bases territory units
prisoners detainees defectors returnees women children families membership jihadists terrorists delegates delegation personnel
resolution resolutions sanctions representatives experts assessments`.split(/\s+/),
);
/** Spoken with a consonant first: *a Uyghur group*, *a United Nations report*, *a European state*. */
const SPOKEN_WITH_CONSONANT = /^(?:uni(?!n|m)|uy|uk|us[aeiou]|ut[aeiou]|eu|ew|one\b)/iu;
const VOWEL = /^[aeiouàáâäåæèéêëìíîïòóôöùúûü]/iu;
/** Letters whose names begin with a vowel: *an FSB officer*. */
const SPOKEN_WITH_VOWEL = /^[AEFHILMNORSX]/u;
/** It can be said as a word: *a NATO base*, *an IMU leader*. */
const SPOKEN_AS_WORD = /^[^AEIOU]+[AEIOU][^AEIOU]+[AEIOU]/u;

const DETERMINER =
  /(?:^|[^\p{L}])(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|each|every|any|no|some|another|former|current|so-called)[\s\u00a0]+[*_“‘"'([]*$/iu;
const OWNER = /[’'ʼ]s?[\s\u00a0]+[*_]*$/u;
const INDEFINITE = /(?:^|[^\p{L}\p{N}’'-])(an?)([\s\u00a0]+[*_“‘"']*)$/iu;
const DEFINITE = /(?:^|[^\p{L}\p{N}’'-])(the[\s\u00a0]+)$/iu;
const WORD_BEFORE = /([\p{L}\p{M}’'-]+)[\s\u00a0]+$/u;
const WORD_BEHIND = /^[\s\u00a0]+([\p{L}\p{M}]+)/u;
const FARTHEST = 32;

/** Whether a name is one that English speaks of with “the”. */
export const takesArticle = (name: string): boolean =>
  name.split(/[\s\p{Pd}/]+/u).some((word) => BODIES.has(word.toLowerCase()));

/** The article before a name, “a” or “an”, by how its first word sounds. */
export const indefiniteOf = (name: string): 'a' | 'an' => {
  if (!/\p{Ll}/u.test(name)) return SPOKEN_WITH_VOWEL.test(name) && !SPOKEN_AS_WORD.test(name) ? 'an' : 'a';
  return VOWEL.test(name) && !SPOKEN_WITH_CONSONANT.test(name) ? 'an' : 'a';
};

export interface Article extends Span {
  readonly word: string;
}

/** “a” or “an” right before an offset. */
export function indefiniteBefore({ text }: Report, offset: number): Article | undefined {
  const found = INDEFINITE.exec(text.slice(Math.max(0, offset - FARTHEST), offset));
  if (!found) return undefined;
  const start = offset - found[2]!.length - found[1]!.length;
  return { start, end: start + found[1]!.length, word: found[1]! };
}

/** “the” right before an offset, with the white space behind it. */
export function definiteBefore({ text }: Report, offset: number): Article | undefined {
  const found = DEFINITE.exec(text.slice(Math.max(0, offset - FARTHEST), offset));
  return found ? { start: offset - found[1]!.length, end: offset, word: found[1]! } : undefined;
}

/** Whether a word may be one, as far as its form tells: *Russian FSB*, *ethnic GBAO*; not *joined FSB* or *of FSB*. */
const isAdjective = (word: string): boolean =>
  !isFunctionWord(word.toLowerCase()) &&
  (/^\p{Lu}/u.test(word) ? isOrdinary(word.toLowerCase()) : !/ed$/.test(word));

/**
 * Whether a name that takes an article needs one in a place: `unsure` where its sentence would have to be understood.
 *
 * @param isOwner whether it is in the possessive: then what stands behind it tells nothing.
 */
export function needsArticle(
  { text }: Report,
  { start, end }: Span,
  isOwner = false,
): 'yes' | 'no' | 'unsure' {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  if (DETERMINER.test(before) || OWNER.test(before)) return 'no';
  const last = WORD_BEFORE.exec(before)?.[1];
  // *Russian FSB*: whether an article stands before it is not looked for.
  if (last && isAdjective(last)) return 'unsure';
  if (isOwner) return 'yes';
  const next = WORD_BEHIND.exec(text.slice(end, end + FARTHEST))?.[1];
  if (next === undefined) return /^[-‐‑–/]/.test(text.slice(end)) ? 'no' : 'yes';
  if (isFunctionWord(next.toLowerCase()) || /[^e]ed$/.test(next)) return 'yes';
  // *IMU fighters* needs none, *IMU says* does.
  return PEOPLE_AND_THINGS.has(next) ? 'no' : 'unsure';
}
