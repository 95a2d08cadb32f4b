/** Says in a few words how two names differ and what they share. */

import { type Alignment, alignNames } from './alignment';
import type { NamePart, NameParts, SoundForm } from './preparedName';
import { SUBSTITUTE } from './soundCosts';
import { SOUND_COUNT, SPELT } from './sounds';

/** Likeness under which two parts are said to be different names rather than two spellings. */
const DIFFERENT = 0.55;
const MOST_SOUNDS = 5;
const MOST_REMARKS = 5;
const MOST_LETTERS = 40;

/** A part in quotation marks, cut where it is too long to read. */
const quote = (text: string): string =>
  `“${text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text}”`;

/** The reason, from the first name to the second: “kh = h, a = o; patronymic left out; order differs”. */
export function explain(a: NameParts, b: NameParts): string {
  if (a.parts.length === 0 || b.parts.length === 0)
    return a.key === b.key ? 'equal' : 'no letters to compare';
  const found = alignNames(a, b);
  const sounds = new Set<string>();
  const remarks: string[] = [];
  const matched = new Set<number>();
  let last = -1;
  let moved = false;
  for (const [i, j] of found.pairs.entries()) {
    if (j < 0) continue;
    matched.add(j);
    if (j < last) moved = true;
    last = j;
    compareParts(found, i, j, sounds, remarks);
  }
  const left = found.a.filter((_, i) => found.pairs[i]! < 0);
  const otherLeft = found.b.filter((_, j) => !matched.has(j));
  // What is left on both sides contradicts.
  while (left.length > 0 && otherLeft.length > 0) {
    remarks.push(`${quote(left.shift()!.text)} is not ${quote(otherLeft.shift()!.text)}`);
  }
  for (const part of [...left, ...otherLeft]) remarks.push(absent(part));
  if (a.digits !== b.digits) remarks.push('numbers differ');
  if (moved) remarks.push('order differs');
  const asides = [...new Set([...a.asides, ...b.asides])].filter(
    (word) => a.asides.includes(word) !== b.asides.includes(word),
  );
  if (asides.length > 0) remarks.push(`${asides.map((word) => `${quote(word)}`).join(', ')} set aside`);
  const first = [...sounds].slice(0, MOST_SOUNDS).join(', ');
  const reason = [first, ...remarks.slice(0, MOST_REMARKS)].filter((each) => each !== '').join('; ');
  return reason === '' ? 'written alike' : reason;
}

function absent(part: NamePart): string {
  if (part.role === 'patronymic') return `patronymic ${quote(part.text)} left out`;
  if (part.role === 'initial') return `initial ${quote(part.text)} left out`;
  return `${quote(part.text)} left out`;
}

function compareParts(found: Alignment, i: number, j: number, sounds: Set<string>, remarks: string[]): void {
  const a = found.a[i]!;
  const b = found.b[j]!;
  const likeness = found.likeness[i]!;
  if (a.role === 'initial' && b.role !== 'initial')
    remarks.push(`${quote(a.text)} is the initial of ${quote(b.text)}`);
  else if (b.role === 'initial' && a.role !== 'initial')
    remarks.push(`${quote(b.text)} is the initial of ${quote(a.text)}`);
  else if (likeness < DIFFERENT) remarks.push(`${quote(a.text)} is not ${quote(b.text)}`);
  else if (a.given >= 0 && a.given === b.given) {
    if (a.text.toLowerCase() !== b.text.toLowerCase())
      remarks.push(`${quote(a.text)} and ${quote(b.text)} are one given name`);
  } else {
    for (const pair of differences(a.form, b.form, a.arabic || b.arabic)) sounds.add(pair);
    if (a.given >= 0 && b.given >= 0)
      remarks.push(`${quote(a.text)} and ${quote(b.text)} are two given names`);
  }
}

/** The sounds that differ, in order: “kh = h”, “+ e”, “− y”; what Arabic script leaves unwritten is not told. */
function differences(a: SoundForm, b: SoundForm, besideArabic: boolean): string[] {
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
      );
    }
  }
  const told: string[] = [];
  let i = a.codes.length;
  let j = b.codes.length;
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!;
    if (i > 0 && j > 0 && cost === costs[(i - 1) * width + j - 1]! + change(i - 1, j - 1)) {
      i--;
      j--;
      const left = SPELT[a.codes[i]!]!;
      const right = SPELT[b.codes[j]!]!;
      if (left !== right && !(besideArabic && change(i, j) <= 5)) told.push(`${left} = ${right}`);
    } else if (i > 0 && cost === costs[(i - 1) * width + j]! + aOmit[i - 1]!) {
      i--;
      if (!besideArabic || aOmit[i]! > 15) told.push(`without ${SPELT[a.codes[i]!]!}`);
    } else {
      j--;
      if (!besideArabic || bOmit[j]! > 15) told.push(`with ${SPELT[b.codes[j]!]!}`);
    }
  }
  return told.reverse();
}
