/** Keeps the distinct parts of many names in flat arrays, and lays them out for comparing one after the other. */

import type { Packed } from '../packed';
import { Bytes, Floats, Ints, Numbered, Shorts } from './growing';
import type { Role } from './nameWords';
import type { ComparablePart, NamePart, SoundForm, SoundShape } from './preparedName';

const ROLES: readonly Role[] = ['name', 'patronymic', 'initial', 'kunya', 'common'];
const ROLE = 7;
/** Not a part: the digits of a name, two codes a UTF-16 unit. */
const DIGITS = 7;
const ARABIC = 8;
const DAUGHTER = 16;
const HAS_OTHER = 32;
/** How many parts are kept as objects. */
const AT_HAND = 8_000;

/** Parts by number, in the order in which they were added; their texts are not kept. */
export class PartStore {
  /** For each part its role and more, and the class of its given name plus one. */
  readonly #flags: Uint8Array;
  readonly #given: Uint16Array;
  /** The number of each part's form; its other shape has the next number. */
  readonly #forms: Uint32Array;
  /** The sounds of form `f`, and what leaving them out costs, are at `starts[f] .. starts[f + 1]`. */
  readonly #starts: Uint32Array;
  readonly #codes: Uint8Array;
  readonly #omit: Uint8Array;
  readonly #omitBesideArabic: Uint8Array;
  readonly #mass: Float32Array;
  readonly #massBesideArabic: Float32Array;
  readonly #has: Uint32Array;
  readonly #mayHave: Uint32Array;
  readonly #objects = new Map<number, NamePart>();
  /** Where parts are laid out: one, and one beside it. */
  readonly #cursors: readonly [Cursor, Cursor];

  /** The parts of arrays that `pack` or a builder gave; nothing is copied. */
  constructor(arrays: Packed) {
    this.#flags = arrays.flags as Uint8Array;
    this.#given = arrays.given as Uint16Array;
    this.#forms = arrays.forms as Uint32Array;
    this.#starts = arrays.starts as Uint32Array;
    this.#codes = arrays.codes as Uint8Array;
    this.#omit = arrays.omit as Uint8Array;
    this.#omitBesideArabic = arrays.omitBesideArabic as Uint8Array;
    this.#mass = arrays.mass as Float32Array;
    this.#massBesideArabic = arrays.massBesideArabic as Float32Array;
    this.#has = arrays.has as Uint32Array;
    this.#mayHave = arrays.mayHave as Uint32Array;
    this.#cursors = [this.#newCursor(), this.#newCursor()];
  }

  #newCursor(): Cursor {
    const shape = (): MutableShape => ({
      codes: this.#codes,
      omit: this.#omit,
      omitBesideArabic: this.#omitBesideArabic,
      from: 0,
      to: 0,
      mass: 0,
      massBesideArabic: 0,
      has: 0,
      mayHave: 0,
    });
    return {
      role: 'name',
      arabic: false,
      daughter: false,
      given: -1,
      form: shape(),
      other: undefined,
      otherShape: shape(),
    };
  }

  pack(): Packed {
    return {
      flags: this.#flags,
      given: this.#given,
      forms: this.#forms,
      starts: this.#starts,
      codes: this.#codes,
      omit: this.#omit,
      omitBesideArabic: this.#omitBesideArabic,
      mass: this.#mass,
      massBesideArabic: this.#massBesideArabic,
      has: this.#has,
      mayHave: this.#mayHave,
    };
  }

  /** How many there are, runs of digits included. */
  get size(): number {
    return this.#flags.length;
  }

  role(part: number): Role {
    return ROLES[this.#flags[part]! & ROLE]!;
  }

  isDigits(part: number): boolean {
    return (this.#flags[part]! & ROLE) === DIGITS;
  }

  isArabic(part: number): boolean {
    return (this.#flags[part]! & ARABIC) !== 0;
  }

  hasGivenName(part: number): boolean {
    return this.#given[part] !== 0;
  }

  /** What leaving out a part's form would cost. */
  mass(part: number): number {
    return this.#mass[this.#forms[part]!]!;
  }

  /** A part, laid out for comparing: good until the next is asked for in the same place. */
  laidOut(part: number, place: 0 | 1 = 0): ComparablePart {
    const flags = this.#flags[part]!;
    const form = this.#forms[part]!;
    const cursor = this.#cursors[place];
    cursor.role = ROLES[flags & ROLE]!;
    cursor.arabic = (flags & ARABIC) !== 0;
    cursor.daughter = (flags & DAUGHTER) !== 0;
    cursor.given = this.#given[part]! - 1;
    this.#layOut(form, cursor.form);
    if ((flags & HAS_OTHER) === 0) cursor.other = undefined;
    else {
      this.#layOut(form + 1, cursor.otherShape);
      cursor.other = cursor.otherShape;
    }
    return cursor;
  }

  #layOut(form: number, shape: MutableShape): void {
    shape.from = this.#starts[form]!;
    shape.to = this.#starts[form + 1]!;
    shape.mass = this.#mass[form]!;
    shape.massBesideArabic = this.#massBesideArabic[form]!;
    shape.has = this.#has[form]!;
    shape.mayHave = this.#mayHave[form]!;
  }

  /** A part as an object of its own. */
  part(part: number): NamePart {
    const known = this.#objects.get(part);
    if (known) return known;
    const flags = this.#flags[part]!;
    const form = this.#forms[part]!;
    const made: NamePart = {
      text: '',
      role: ROLES[flags & ROLE]!,
      arabic: (flags & ARABIC) !== 0,
      daughter: (flags & DAUGHTER) !== 0,
      given: this.#given[part]! - 1,
      form: this.#form(form),
      other: (flags & HAS_OTHER) === 0 ? undefined : this.#form(form + 1),
    };
    if (this.#objects.size >= AT_HAND) this.#objects.clear();
    this.#objects.set(part, made);
    return made;
  }

  #form(form: number): SoundForm {
    const from = this.#starts[form]!;
    const to = this.#starts[form + 1]!;
    return {
      codes: this.#codes.subarray(from, to),
      omit: this.#omit.subarray(from, to),
      omitBesideArabic: this.#omitBesideArabic.subarray(from, to),
      from: 0,
      to: to - from,
      mass: this.#mass[form]!,
      massBesideArabic: this.#massBesideArabic[form]!,
      has: this.#has[form]!,
      mayHave: this.#mayHave[form]!,
    };
  }

  /** The digits that stand in place of a part. */
  digits(part: number): string {
    const form = this.#forms[part]!;
    let digits = '';
    for (let at = this.#starts[form]!; at < this.#starts[form + 1]!; at += 2)
      digits += String.fromCharCode(this.#codes[at]! | (this.#codes[at + 1]! << 8));
    return digits;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableShape = Mutable<SoundShape>;
type Cursor = Mutable<ComparablePart> & { form: MutableShape; otherShape: MutableShape };

/** Numbers parts, equal ones alike. */
export class PartStoreBuilder {
  readonly #flags = new Bytes();
  readonly #given = new Shorts();
  readonly #forms = new Ints();
  readonly #starts = new Ints();
  readonly #codes = new Bytes();
  readonly #omit = new Bytes();
  readonly #omitBesideArabic = new Bytes();
  readonly #mass = new Floats();
  readonly #massBesideArabic = new Floats();
  readonly #has = new Ints();
  readonly #mayHave = new Ints();
  readonly #numbered = new Numbered();
  /** Most parts come as the same object again. */
  #known = new Map<NamePart | string, number>();

  constructor() {
    this.#starts.push(0);
  }

  get size(): number {
    return this.#numbered.size;
  }

  /** Equal for equal parts, whatever the store. */
  hashOf(part: number): number {
    return this.#numbered.hashOf(part);
  }

  /** The number of a part, of a new one if there is none like it. */
  add(part: NamePart): number {
    let number = this.#known.get(part);
    if (number !== undefined) return number;
    const { form, other } = part;
    const flags =
      ROLES.indexOf(part.role) |
      (part.arabic ? ARABIC : 0) |
      (part.daughter ? DAUGHTER : 0) |
      (other === undefined ? 0 : HAS_OTHER);
    let hash = mix(mix(SEED, flags), part.given);
    for (const code of form.codes) hash = mix(hash, code);
    if (other !== undefined) for (const code of other.codes) hash = mix(hash, code + 256);
    hash >>>= 0;
    number = this.#numbered.find(
      hash,
      (known) =>
        this.#flags.at(known) === flags &&
        this.#given.at(known) === part.given + 1 &&
        this.#hasCodes(this.#forms.at(known), form.codes) &&
        (other === undefined || this.#hasCodes(this.#forms.at(known) + 1, other.codes)),
    );
    if (number < 0) {
      number = this.#begin(hash, flags, part.given);
      this.#addForm(form);
      if (other !== undefined) this.#addForm(other);
    }
    this.#remember(part, number);
    return number;
  }

  /** The number under which digits are kept. */
  addDigits(digits: string): number {
    let number = this.#known.get(digits);
    if (number !== undefined) return number;
    const codes: number[] = [];
    let hash = mix(SEED, DIGITS);
    for (let at = 0; at < digits.length; at++) {
      const unit = digits.charCodeAt(at);
      codes.push(unit & 255, unit >> 8);
      hash = mix(hash, unit);
    }
    hash >>>= 0;
    number = this.#numbered.find(
      hash,
      (known) => this.#flags.at(known) === DIGITS && this.#hasCodes(this.#forms.at(known), codes),
    );
    if (number < 0) {
      number = this.#begin(hash, DIGITS, -1);
      const none = new Uint8Array(codes.length);
      this.#addForm({
        codes: Uint8Array.from(codes),
        omit: none,
        omitBesideArabic: none,
        from: 0,
        to: codes.length,
        mass: 0,
        massBesideArabic: 0,
        has: 0,
        mayHave: 0,
      });
    }
    this.#remember(digits, number);
    return number;
  }

  /** What was added; nothing may be added after that. */
  build(): PartStore {
    this.#known.clear();
    return new PartStore({
      flags: this.#flags.values(),
      given: this.#given.values(),
      forms: this.#forms.values(),
      starts: this.#starts.values(),
      codes: this.#codes.values(),
      omit: this.#omit.values(),
      omitBesideArabic: this.#omitBesideArabic.values(),
      mass: this.#mass.values(),
      massBesideArabic: this.#massBesideArabic.values(),
      has: this.#has.values(),
      mayHave: this.#mayHave.values(),
    });
  }

  #remember(part: NamePart | string, number: number): void {
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(part, number);
  }

  #begin(hash: number, flags: number, given: number): number {
    this.#numbered.add(hash);
    this.#flags.push(flags);
    this.#given.push(given + 1);
    this.#forms.push(this.#mass.length);
    return this.#numbered.size - 1;
  }

  #addForm({ codes, omit, omitBesideArabic, mass, massBesideArabic, has, mayHave }: SoundForm): void {
    for (let at = 0; at < codes.length; at++) {
      this.#codes.push(codes[at]!);
      this.#omit.push(omit[at]!);
      this.#omitBesideArabic.push(omitBesideArabic[at]!);
    }
    this.#starts.push(this.#codes.length);
    this.#mass.push(mass);
    this.#massBesideArabic.push(massBesideArabic);
    this.#has.push(has);
    this.#mayHave.push(mayHave);
  }

  #hasCodes(form: number, codes: ArrayLike<number>): boolean {
    const from = this.#starts.at(form);
    if (this.#starts.at(form + 1) - from !== codes.length) return false;
    for (let at = 0; at < codes.length; at++) if (this.#codes.at(from + at) !== codes[at]) return false;
    return true;
  }
}

const MOST_REMEMBERED = 40_000;
const SEED = 0x9e3779b1 | 0;
const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
