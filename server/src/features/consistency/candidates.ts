/** Puts names that no glossary knows together across reports, and ranks them: what is most worth an entry comes first. */

import { isOrdinary } from '../../analysis/ordinaryWords';
import { whoIs } from '../../analysis/who';
import type { Lexicon } from '../../glossary/lexicon';
import { foldText } from '../../names/fold';
import { compareNames } from '../../names/likeness/similarity';
import { isParticle } from '../../names/particles';
import type { Steps } from '../../text/steps';
import type { Candidate } from './consistencyReport';
import {
  absorbName,
  byCount,
  finishedName,
  type GrowingName,
  growingName,
  growName,
  labelOf,
} from './growingName';
import type { SurveyedUnknown } from './surveyReport';

/** Of the most frequent names, so many are looked at closely, and so many shown. */
const MOST_EXAMINED = 2000;
const MOST_SHOWN = 500;
/** With so many names, those that were met only once are forgotten. */
const MOST_NAMES = 100_000;
/** What stands in a desk only once says nothing. */
const LEAST_COUNT = 2;
/** In how many reports of a hundred a name of a large desk has to stand: one that is rarer is nobody's concern. */
const LEAST_SHARE = 0.002;
/** How alike two names have to be that are taken for one: nobody has judged them, and both are shown. */
const SAME_NAME = 0.9;
/** How alike a name and a form of the glossary have to be for it to be told. */
const NEAR = 0.6;
const LONGEST_LIST = 12;
const NAMES_A_STEP = 20;

/** One name, in whatever letters, as it grows from report to report. */
interface GrowingUnknown extends GrowingName {
  opens: number;
  /** In how many reports it may be a term. */
  terms: number;
  full?: string;
  /** How often it is written in which letters; undefined as long as there is one way. */
  written: Map<string, number> | undefined;
}

/** A name with what has been joined to it. */
interface Joined {
  readonly name: GrowingUnknown;
  readonly key: string;
  /** Its words that say something. */
  readonly telling: readonly string[];
  readonly isAcronym: boolean;
  introduced?: string;
}

export class Candidates {
  /** By the folded name. */
  readonly #names = new Map<string, GrowingUnknown>();

  /** Adds the names of the next report. */
  add(report: number, unknown: readonly SurveyedUnknown[]): void {
    for (const one of unknown) {
      const key = isInCapitals(one.text) ? one.text : foldText(one.text);
      let name = this.#names.get(key);
      if (!name) {
        name = { ...growingName(one.text), opens: 0, terms: 0, written: undefined };
        if (this.#names.size >= MOST_NAMES) this.#forgetRare();
        this.#names.set(key, name);
      }
      name.opens += one.opens;
      if (one.isTerm) name.terms++;
      if (one.full !== undefined) name.full ??= one.full;
      if (name.written || one.text !== name.text) {
        name.written ??= writtenOf(name);
        name.written.set(` ${one.text}`.slice(1), (name.written.get(one.text) ?? 0) + one.count);
      }
      growName(name, report, one);
    }
  }

  /** What has stood in one place so far is rarely met again in a desk as large as this. */
  #forgetRare(): void {
    for (const [key, { count }] of this.#names) if (count === 1) this.#names.delete(key);
  }

  /** The best, in order. `reportCount`: of the desk. */
  *steps(lexicon: Lexicon, reportCount: number): Steps<Candidate[]> {
    yield;
    const frequent = this.#frequent();
    const joined = yield* join(frequent);
    const least = Math.max(LEAST_COUNT, Math.ceil(reportCount * LEAST_SHARE));
    const best = joined
      .filter(({ name, introduced }) => name.count >= (introduced === undefined ? least : 1))
      .map((one) => ({ one, worth: worthOf(one) }))
      .sort((a, b) => b.worth - a.worth || byCount(a.one.name, b.one.name))
      .slice(0, MOST_SHOWN);
    const candidates: Candidate[] = [];
    yield* lexicon.guesserSteps();
    for (const { one } of best) {
      yield;
      candidates.push(asCandidate(one, lexicon));
    }
    return candidates;
  }

  /** The most frequent, without words that only sentences write large. */
  #frequent(): Joined[] {
    return [...this.#names]
      .filter(
        ([key, { count, opens, full }]) => full !== undefined || !(opens === count && !key.includes(' ')),
      )
      .sort(([, a], [, b]) => b.count - a.count || compare(a.text, b.text))
      .slice(0, MOST_EXAMINED)
      .map(([key, name]) => ({
        name,
        key,
        telling: foldText(name.text)
          .split(' ')
          .filter((word) => !isOrdinary(word) && !isParticle(word)),
        isAcronym: isInCapitals(name.text),
      }));
  }
}

/** Joins acronyms to the names that they are introduced for, other spellings to the most frequent one, and surnames to full names. */
function* join(names: readonly Joined[]): Steps<Joined[]> {
  const byKey = new Map(names.map((one) => [one.key, one]));
  const gone = new Set<Joined>();
  for (const one of names) {
    const { full } = one.name;
    if (!one.isAcronym || full === undefined) continue;
    const named = byKey.get(foldText(full));
    one.introduced = full;
    if (!named || named === one) continue;
    named.introduced = one.name.text;
    absorb(named, one);
    gone.add(one);
  }
  // Of two spellings, the more frequent one stands first.
  const byFirst = new Map<string, Joined[]>();
  let seen = 0;
  for (const one of names) {
    if (++seen % NAMES_A_STEP === 0) yield;
    if (one.isAcronym || gone.has(one)) continue;
    const group = `${one.telling.length} ${one.telling.map(skeleton).join(' ')}`;
    const alike = byFirst.get(group) ?? [];
    byFirst.set(group, alike);
    const same = alike.slice(0, LONGEST_LIST).find((other) => isSameName(other, one));
    if (same) {
      absorb(same, one);
      gone.add(one);
    } else alike.push(one);
  }
  const bearers = new Map<string, Joined[]>();
  for (const one of names) {
    if (gone.has(one) || !isFullName(one)) continue;
    const surname = one.telling.at(-1)!;
    bearers.set(surname, [...(bearers.get(surname) ?? []), one]);
  }
  for (const one of names) {
    if (gone.has(one) || one.isAcronym || one.key.includes(' ')) continue;
    const [bearer, ...others] = bearers.get(one.key) ?? [];
    if (!bearer || others.length > 0) continue;
    absorb(bearer, one);
    gone.add(one);
  }
  return names.filter((one) => !gone.has(one));
}

/** The first consonants of a word, those that are confused as one: *kh*, *h* and *x*, *dzh*, *j* and *zh*. */
const skeleton = (word: string): string =>
  word
    .replace(/dzh|zh|dj/g, 'j')
    .replace(/kh|gh|[xqgh]/g, 'k')
    .replace(/[wf]/g, 'v')
    .replace(/ts|[cz]/g, 's')
    .replace(/[aeiouy]/g, '')
    .slice(0, 2);

const isSameName = (a: Joined, b: Joined): boolean =>
  compareNames(a.name.text, b.name.text).score >= SAME_NAME;

/** Two or three words of which none is an ordinary one: a person's, most likely. */
const isFullName = ({ telling, key, isAcronym }: Joined): boolean => {
  const count = key.split(' ').length;
  return !isAcronym && telling.length === count && count >= 2 && count <= 3;
};

function absorb({ name }: Joined, { name: other }: Joined): void {
  name.written ??= writtenOf(name);
  for (const [text, count] of writtenOf(other)) name.written.set(text, (name.written.get(text) ?? 0) + count);
  absorbName(name, other);
  name.opens += other.opens;
  name.terms += other.terms;
}

const writtenOf = ({ written, text, count }: GrowingUnknown): Map<string, number> =>
  written ?? new Map([[text, count]]);

/** How much an entry would help: it grows with the number of places and of reports, and falls where it may be no name. */
function worthOf({ name, telling, isAcronym, introduced }: Joined): number {
  const { count, reportCount, opens, terms, written } = name;
  let worth = Math.log2(1 + count) * (1 + Math.log2(1 + reportCount));
  if (telling.length > 1) worth *= 1.3;
  if (isAcronym && introduced === undefined) worth *= 0.8;
  if (introduced !== undefined) worth *= 1.3;
  if ((written?.size ?? 1) > 1) worth *= 1.2;
  if (terms * 2 > reportCount) worth *= 0.3;
  if (opens * 2 > count) worth *= 0.6;
  return worth;
}

function asCandidate({ name, introduced }: Joined, lexicon: Lexicon): Candidate {
  const written = [...writtenOf(name)].map(([text, count]) => ({ text, count })).sort(byCount);
  // The fullest of the frequent ways is the name, not the surname that stands alone.
  const longest = Math.max(...written.map(({ text }) => wordCount(text)));
  const best = written.find(({ text }) => wordCount(text) === longest && text !== introduced) ?? written[0]!;
  const others = written.filter((one) => one !== best).slice(0, LONGEST_LIST);
  const nearest = nearestTo(best.text, lexicon);
  return {
    ...finishedName(name),
    text: best.text,
    others,
    ...(introduced === undefined ? {} : { introduced }),
    ...(nearest ? { nearest } : {}),
  };
}

function nearestTo(text: string, lexicon: Lexicon): Candidate['nearest'] {
  const folded = foldText(text);
  for (const { claim, score, reason } of whoIs(text, lexicon)) {
    const { entity, form } = claim;
    if (score < NEAR) return undefined;
    // Judged before.
    if (entity.not.some((one) => foldText(one) === folded)) continue;
    return { ...labelOf(entity), form: form.text, score, reason };
  }
  return undefined;
}

const wordCount = (text: string): number => text.split(/[\s-]+/).length;
const isInCapitals = (text: string): boolean => !/\p{Ll}/u.test(text);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
