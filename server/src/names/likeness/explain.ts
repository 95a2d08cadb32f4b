/** Says in a few words how one name differs from another, and what was let pass. */

import { foldText } from '../fold';
import { type Alignment, alignNames } from './alignment';
import { areOpposed, contradicts } from './contradiction';
import type { EndingChange } from './endingChange';
import { type Ending, endingOf } from './nameEndings';
import { partDifference } from './partDifference';
import type { Aside, NamePart, NameParts, SoundForm } from './preparedName';
import { COMPOUND, COMPOUND_COST, COMPOUND_OF, isServant, SUBSTITUTE } from './soundCosts';
import { SOUND_COUNT, SPELT, sound } from './sounds';

/** Two given names less alike than this need no word on why they are two. */
const DIFFERENT = 0.5;
const MOST_SOUNDS = 5;
const MOST_REMARKS = 5;
const MOST_LETTERS = 40;
/** Forms of one given name that differ in more than so many sounds, or in one that no spelling confuses, are shown whole: Nikolai, Mikalai. */
const MOST_TOLD = 2;
const CONFUSED = 45;
/** What Arabic script leaves unwritten costs no more than this, and is not told. */
const UNWRITTEN = 18;

/** A part in quotation marks, cut where it is too long to read. */
const quote = (text: string): string =>
  `“${text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text}”`;

/** How the first name differs from the second: “kh = h, e left out; patronymic “Petrovich” added; order differs”. */
export function explain(a: NameParts, b: NameParts): string {
  if (a.key.trim() === '' || b.key.trim() === '') return 'there is nothing to compare';
  if (a.parts.length === 0 || b.parts.length === 0)
    return a.key === b.key ? 'equal' : 'no letters to compare';
  const found = alignNames(a, b);
  const remarks = new Remarks(a, b);
  let last = -1;
  let isMoved = false;
  for (const [i, j] of found.pairs.entries()) {
    if (j < 0) continue;
    if (j < last) isMoved = true;
    last = j;
    remarks.ofParts(found, i, j);
  }
  const left = found.a.filter((_, i) => found.pairs[i]! < 0);
  const otherLeft = found.b.filter((_, j) => !found.pairs.includes(j));
  // What is left on both sides contradicts.
  for (const part of [...left]) {
    const against = otherLeft.find((other) => areOpposed(part, other));
    if (against === undefined) continue;
    remarks.contradict(part.text, against.text);
    left.splice(left.indexOf(part), 1);
    otherLeft.splice(otherLeft.indexOf(against), 1);
  }
  for (const part of left) remarks.others.push(`${described(part)} added`);
  for (const part of otherLeft) remarks.others.push(`${described(part)} left out`);
  if (a.digits !== b.digits) remarks.others.push('numbers differ');
  if (isMoved) remarks.others.push('order differs');
  remarks.others.push(...asideRemarks(a, b));
  return remarks.text();
}

/** What is to be said of two names, in the order of its weight. */
class Remarks {
  private readonly contradictions: string[] = [];
  private readonly sounds = new Set<string>();
  private readonly given: string[] = [];
  readonly others: string[] = [];

  constructor(
    private readonly a: NameParts,
    private readonly b: NameParts,
  ) {}

  contradict(one: string, other: string): void {
    this.contradictions.push(`${quote(one)} is not ${quote(other)}`);
  }

  ofParts(found: Alignment, i: number, j: number): void {
    const part = found.a[i]!;
    const other = found.b[j]!;
    const likeness = found.likeness[i]!;
    if (part.role === 'initial' && other.role !== 'initial')
      this.others.push(`${quote(part.text)} is the initial of ${quote(other.text)}`);
    else if (other.role === 'initial' && part.role !== 'initial')
      this.others.push(`${quote(other.text)} is the initial of ${quote(part.text)}`);
    else {
      const difference = partDifference(this.a, this.b, part, other, 1 - likeness);
      const { kind, change } = difference;
      if (change !== undefined) this.ofEnding(change, part, other);
      else if (kind === 'servant')
        this.others.push(isServant(part.form.codes) ? '“Abdul” added' : '“Abdul” left out');
      else if (!contradicts(part, other, difference, 1 - likeness)) this.ofSpelling(part, other);
      else if (kind === 'given name' && likeness >= DIFFERENT)
        this.contradictions.push(twoNames(part, other));
      else this.contradict(part.text, other.text);
    }
  }

  private ofSpelling(part: NamePart, other: NamePart): void {
    const told = differences(part.form, other.form, part, other);
    const isPlain = told.length <= MOST_TOLD && told.every(({ cost }) => cost <= CONFUSED);
    if (part.given >= 0 && part.given === other.given && !isPlain)
      this.given.push(`${quote(part.text)} = ${quote(other.text)}`);
    else this.tell(told);
  }

  private tell(differences: readonly SoundDifference[]): void {
    for (const { text } of differences) this.sounds.add(text);
  }

  private ofEnding({ from, to, stem, otherStem }: EndingChange, part: NamePart, other: NamePart): void {
    this.tell(differences(stem, otherStem, part, other));
    const [own, others] = [from && endingOfPart(from, part), to && endingOfPart(to, other)];
    if (own !== undefined && others !== undefined) this.others.push(`-${own} = -${others}`);
    else if (own !== undefined) this.others.push(`-${own} added`);
    else if (others !== undefined) this.others.push(`-${others} left out`);
  }

  text(): string {
    const spelling = [...[...this.sounds].slice(0, MOST_SOUNDS), ...this.given].join(', ');
    const remarks = [...this.contradictions, spelling, ...this.others].filter((each) => each !== '');
    if (remarks.length > 0) return remarks.slice(0, MOST_REMARKS).join('; ');
    const [script, other] = [scriptOf(this.a), scriptOf(this.b)];
    if (script === other) return isWrittenAlike(this.a, this.b) ? 'written alike' : 'sounds the same';
    return `the same in ${script === 'Latin' ? other : script} script`;
  }
}

/** An ending as the part has it: -ev rather than -ov, -boy rather than -bek. */
const endingOfPart = ({ kind, written, sounds }: Ending, part: NamePart): string =>
  part.arabic || kind === 'of God' || kind === 'of faith'
    ? written
    : sounds.map((code) => spelt(code, part)).join('');

/** Letters whose sound other letters have too; a part that has one is quoted with it. */
const OWN_LETTERS: readonly (readonly [string, string, string])[] = [
  ['Ы', 'ı', 'ı'],
  ['dj', 'ǧ', 'ǧ'],
  ['dj', 'đ', 'đ'],
  ['SH', 'sch', 'sch'],
  ['E', 'ue', 'ue'],
  ['Ğ', 'ğ', 'ğ'],
  ['GH', 'ġ', 'ġ'],
];
const LETTERS_OF = new Map<number, (readonly [string, string])[]>();
for (const [name, letters, told] of OWN_LETTERS) {
  const code = sound(name);
  LETTERS_OF.set(code, [...(LETTERS_OF.get(code) ?? []), [letters, told]]);
}

/** How a part writes a sound. */
function spelt(code: number, { text }: NamePart): string {
  const own = LETTERS_OF.get(code)?.find(([letters]) => text.toLowerCase().includes(letters));
  return own?.[1] ?? SPELT[code]!;
}

/** Do two names differ in nothing but capitals, marks and what stands between words? */
const isWrittenAlike = (a: NameParts, b: NameParts): boolean => foldText(a.text) === foldText(b.text);

const scriptOf = ({ arabic, cyrillic }: NameParts): string =>
  arabic ? 'Arabic' : cyrillic ? 'Cyrillic' : 'Latin';

const twoNames = (part: NamePart, other: NamePart): string =>
  isGiven(part) && isGiven(other)
    ? `${quote(part.text)} and ${quote(other.text)} are two given names`
    : `${quote(part.text)} and ${quote(other.text)} are two families`;

/** Is it a given name, not a family called after one? */
function isGiven(part: NamePart): boolean {
  const kind = part.given >= 0 ? undefined : endingOf(part.form.codes)?.kind;
  return kind !== 'son' && kind !== 'daughter' && kind !== 'Slavic';
}

function described({ role, text }: NamePart): string {
  if (role === 'patronymic') return `patronymic ${quote(text)}`;
  return role === 'initial' ? `initial ${quote(text)}` : quote(text);
}

/** Titles and “son of” that one name has and the other has none of; articles where one has more. */
function asideRemarks(a: NameParts, b: NameParts): string[] {
  const remarks: string[] = [];
  for (const role of ['title', 'filiation', 'article'] as const) {
    const own = a.asides.filter((one) => one.role === role);
    const others = b.asides.filter((one) => one.role === role);
    const told = (words: readonly Aside[]) =>
      `${role === 'article' ? 'article ' : ''}${[...new Set(words.map(({ text }) => quote(text)))].join(', ')}`;
    // In Arabic script the article is a part of the word.
    if (role === 'article' && (a.arabic || b.arabic)) continue;
    if (own.length > 0 && (role === 'article' ? own.length > others.length : others.length === 0))
      remarks.push(`${told(own.slice(others.length))} added`);
    else if (others.length > 0 && (role === 'article' ? others.length > own.length : own.length === 0))
      remarks.push(`${told(others.slice(own.length))} left out`);
  }
  return remarks;
}

/** “kh = h”, “e added”, “y left out”, and what it costs. */
interface SoundDifference {
  readonly text: string;
  readonly cost: number;
}

/** Are the two sounds before `to` of one form written as the one before `at` of the other: Maskhadov, Maschadow? */
function joins(one: SoundForm, at: number, two: SoundForm, to: number): boolean {
  if (at < 1 || to < 2) return false;
  const kind = COMPOUND[one.codes[at - 1]!]!;
  return kind !== 0 && COMPOUND_OF[two.codes[to - 2]! * SOUND_COUNT + two.codes[to - 1]!] === kind;
}

/** An h at the end falls silent. */
const HUSHED = /[hҳһ]$/iu;
const KH = sound('KH');

/** The sounds that differ, in order; what Arabic script leaves unwritten is not told. */
function differences(a: SoundForm, b: SoundForm, part: NamePart, other: NamePart): SoundDifference[] {
  const besideArabic = part.arabic || other.arabic;
  const width = b.codes.length + 1;
  const costs = new Int32Array((a.codes.length + 1) * width);
  const aOmit = besideArabic ? a.omitBesideArabic : a.omit;
  const bOmit = besideArabic ? b.omitBesideArabic : b.omit;
  const change = (i: number, j: number): number => SUBSTITUTE[a.codes[i]! * SOUND_COUNT + b.codes[j]!]!;
  for (let i = 0; i <= a.codes.length; i++) {
    for (let j = 0; j <= b.codes.length; j++) {
      if (i === 0 && j === 0) continue;
      costs[i * width + j] = Math.min(
        i > 0 && j > 0 ? costs[(i - 1) * width + j - 1]! + change(i - 1, j - 1) : Number.MAX_SAFE_INTEGER,
        i > 0 ? costs[(i - 1) * width + j]! + aOmit[i - 1]! : Number.MAX_SAFE_INTEGER,
        j > 0 ? costs[i * width + j - 1]! + bOmit[j - 1]! : Number.MAX_SAFE_INTEGER,
        joins(a, i, b, j) ? costs[(i - 1) * width + j - 2]! + COMPOUND_COST : Number.MAX_SAFE_INTEGER,
        joins(b, j, a, i) ? costs[(i - 2) * width + j - 1]! + COMPOUND_COST : Number.MAX_SAFE_INTEGER,
      );
    }
  }
  const told: SoundDifference[] = [];
  const tell = (left: string | undefined, right: string | undefined, cost: number): void => {
    if (left === right || (besideArabic && cost <= UNWRITTEN)) return;
    const text =
      left === undefined ? `${right} left out` : right === undefined ? `${left} added` : `${left} = ${right}`;
    told.push({ text, cost });
  };
  let i = a.codes.length;
  let j = b.codes.length;
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!;
    if (i > 0 && j > 0 && cost === costs[(i - 1) * width + j - 1]! + change(i - 1, j - 1)) {
      i--;
      j--;
      if (a.codes[i] !== b.codes[j]) tell(spelt(a.codes[i]!, part), spelt(b.codes[j]!, other), change(i, j));
    } else if (joins(a, i, b, j) && cost === costs[(i - 1) * width + j - 2]! + COMPOUND_COST) {
      i--;
      j -= 2;
      tell(
        spelt(a.codes[i]!, part),
        spelt(b.codes[j]!, other) + spelt(b.codes[j + 1]!, other),
        COMPOUND_COST,
      );
    } else if (joins(b, j, a, i) && cost === costs[(i - 2) * width + j - 1]! + COMPOUND_COST) {
      i -= 2;
      j--;
      tell(spelt(a.codes[i]!, part) + spelt(a.codes[i + 1]!, part), spelt(b.codes[j]!, other), COMPOUND_COST);
    } else if (i > 0 && cost === costs[(i - 1) * width + j]! + aOmit[i - 1]!) {
      i--;
      const isEnd = i === a.codes.length - 1 && a.codes[i] === KH && HUSHED.test(other.text);
      tell(spelt(a.codes[i]!, part), isEnd ? 'h' : undefined, aOmit[i]!);
    } else {
      j--;
      const isEnd = j === b.codes.length - 1 && b.codes[j] === KH && HUSHED.test(part.text);
      tell(isEnd ? 'h' : undefined, spelt(b.codes[j]!, other), bOmit[j]!);
    }
  }
  return told.reverse();
}
