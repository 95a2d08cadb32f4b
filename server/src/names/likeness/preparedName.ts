/** A name in its parts, each part a sequence of sounds: what comparisons and indexes work on. */

import type { Role } from './nameWords';
import { isDaughter, massOf, omissionCosts, omissionCostsBesideArabic } from './soundCosts';
import { consonantKinds, SOUND_COUNT, sound, VOCALIC } from './sounds';

/** A sequence of sounds, `codes[from .. to]`, with what it costs to leave each out, in the same places. */
export interface SoundShape {
  readonly codes: Uint8Array;
  readonly omit: Uint8Array;
  readonly omitBesideArabic: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** What leaving out all of it would cost. */
  readonly mass: number;
  readonly massBesideArabic: number;
  /** The consonants that it certainly has, and those that it may have, by kind (`consonantKinds`). */
  readonly has: number;
  readonly mayHave: number;
}

/** A sequence of sounds in arrays of its own: all of `codes`. */
export interface SoundForm extends SoundShape {
  readonly from: 0;
}

/** What comparing needs of a part. */
export interface ComparablePart {
  readonly role: Role;
  readonly arabic: boolean;
  readonly form: SoundShape;
  readonly other: SoundShape | undefined;
  readonly given: number;
  readonly daughter: boolean;
}

/** A part of a name that counts: a word, or several that are written as one. */
export interface NamePart extends ComparablePart {
  readonly text: string;
  readonly role: Role;
  readonly arabic: boolean;
  readonly form: SoundForm;
  /** The same with a word before it that may be part of it (*bin* Laden), or without an article it may begin with (*Al*hashimi). */
  readonly other: SoundForm | undefined;
  /** The class of the given name, or of the father's name in a patronymic; -1 for a name that is in no class. */
  readonly given: number;
  /** Does it end as a daughter's patronymic or family name does? */
  readonly daughter: boolean;
}

/** A word that was set aside: a title, a word of descent, an article. */
export interface Aside {
  readonly text: string;
  readonly role: Role;
}

const keys = new WeakMap<SoundForm, string>();

function keyOf(form: SoundForm): string {
  let key = keys.get(form);
  if (key === undefined) {
    key = String.fromCharCode(...form.codes.map((code) => code + 64));
    keys.set(form, key);
  }
  return key;
}

/** A name that was split into its parts. */
export class NameParts {
  private joins: NamePart[] | undefined;
  private ownKey: string | undefined;

  constructor(
    readonly text: string,
    readonly parts: readonly NamePart[],
    /** All its digits, in a row. */
    readonly digits: string,
    readonly asides: readonly Aside[],
    readonly arabic: boolean,
    readonly cyrillic: boolean,
  ) {}

  /** Equal for names that sound alike part by part and have the same digits; a name without letters is its own key. */
  get key(): string {
    this.ownKey ??=
      this.parts.length === 0
        ? this.text
        : `${this.parts.map(({ form }) => keyOf(form)).join(' ')}${this.digits}`;
    return this.ownKey;
  }

  /** The part at a place written as one with the next. */
  joined(at: number): NamePart {
    this.joins ??= [];
    this.joins[at] ??= joinParts(this.parts[at]!, this.parts[at + 1]!);
    return this.joins[at];
  }
}

const MAX_SOUNDS = 40;

/** The sounds as a form; more than forty are cut off. */
export function soundForm(codes: readonly number[]): SoundForm {
  const kept = Uint8Array.from(codes.length > MAX_SOUNDS ? codes.slice(0, MAX_SOUNDS) : codes);
  const omit = omissionCosts(kept);
  const omitBesideArabic = omissionCostsBesideArabic(kept);
  return {
    codes: kept,
    omit,
    omitBesideArabic,
    from: 0,
    to: kept.length,
    mass: massOf(kept, omit),
    massBesideArabic: massOf(kept, omitBesideArabic),
    ...consonantKinds(kept),
  };
}

/** The sounds of two forms written as one, before compounds are brought to one shape. */
export function joinedCodes(first: SoundForm, second: SoundForm): number[] {
  const codes: number[] = [];
  for (let at = 0; at < first.codes.length; at++) codes.push(first.codes[at]!);
  let last = codes[codes.length - 1];
  for (let at = 0; at < second.codes.length; at++) {
    const code = second.codes[at]!;
    if (last !== code) codes.push(code);
    last = code;
  }
  return codes;
}

/** Two parts written as one. */
export function joinParts(first: NamePart, second: NamePart): NamePart {
  const codes = joinedCodes(first.form, second.form);
  return {
    text: `${first.text} ${second.text}`,
    role: second.role === 'name' ? first.role : second.role,
    arabic: first.arabic,
    form: soundForm(brought(codes)),
    other:
      second.other === undefined
        ? undefined
        : soundForm(brought([...first.form.codes, ...second.other.codes])),
    given: -1,
    daughter: isDaughter(codes),
  };
}

const A = sound('A');
const ALEF = sound('ALEF');
const AYN = sound('AYN');
const B = sound('B');
const D = sound('D');
const L = sound('L');
const C = sound('C');
const N = sound('N');
const I = sound('I');
const Y = sound('Y');
const YEH = sound('YEH');
const EE = sound('ee');
const E = sound('E');
const HE = sound('HE');
const U = sound('U');
const H = sound('H');
const KH = sound('KH');
const MAY_OPEN_ABD = new Uint8Array(SOUND_COUNT);
for (const code of [A, AYN, ALEF]) MAY_OPEN_ABD[code] = 1;

/** Brings the compounds with *Abd*, *-ullah* and *-uddin* to one shape, whatever article and vowel they are written with. */
export function brought(codes: number[]): number[] {
  let read = codes;
  if (read[0] === C && read[1] === A && read[2] === B && read[3] === D) read = read.slice(1);
  if (read.length > 4 && MAY_OPEN_ABD[read[0]!] === 1 && read[1] === B && read[2] === D) {
    let at = 3;
    if (VOCALIC[read[at]!]! > 0) at++;
    // Of Abdullah itself the l has to stay, or nothing would.
    const last = read[read.length - 1];
    // Abdullohi Nuri, Abdulloyi: an izafat behind the name.
    const izafat = last === I && (read[read.length - 2] === H || read[read.length - 2] === HE);
    const sounded =
      read.length - (izafat ? 2 : last === H || last === KH || last === HE || last === Y ? 1 : 0);
    if (read[at] === L && sounded > at + 2) at++;
    read = [A, B, D, ...read.slice(at)];
  }
  const end = read.length - 1;
  if (read.length >= 6) {
    const mute = read[end] === E ? 1 : 0;
    const nAt = end - mute;
    const vowel = read[nAt - 1];
    if (
      read[nAt] === N &&
      read[nAt - 2] === D &&
      (vowel === I || vowel === EE || vowel === YEH || vowel === E)
    ) {
      let stemEnd = nAt - 2;
      if (read[stemEnd - 1] === L && VOCALIC[read[stemEnd - 2]!]! > 0 && stemEnd > 5) stemEnd -= 2;
      else if (VOCALIC[read[stemEnd - 1]!]! > 0) stemEnd--;
      read = [...read.slice(0, stemEnd), U, D, I, N];
    } else if (read[0] !== A || read[1] !== B || read[2] !== D) {
      const tail = read[end] === HE || VOCALIC[read[end]!] === 2 ? end : end + 1;
      if (read[tail - 1] === L && VOCALIC[read[tail - 2]!]! > 0 && (read[end] === A || read[end] === HE)) {
        read = [...read.slice(0, tail - 2), U, L, A];
      }
    }
  }
  return read;
}
