/** Pairs the parts of two names with each other as well as they go, whatever their order and however they are split. */

import { endingChange } from './endingChange';
import { isServantOf } from './halves';
import { joinParts, type NamePart, type NameParts } from './preparedName';
import { mayBeSimilarJoined, partSimilarity } from './soundDistance';

/** Which part of one name stands for which of the other. */
export interface Alignment {
  readonly a: readonly NamePart[];
  readonly b: readonly NamePart[];
  /** For each part of `a` the number of its part of `b`, or -1. */
  readonly pairs: readonly number[];
  /** For each part of `a` how alike it and its part of `b` are; 0 without one. */
  readonly likeness: readonly number[];
  /** What of both names is matched, by mass, 0..1. */
  readonly whole: number;
}

/** Likeness at which a pair of parts needs no other explanation. */
const GOOD = 0.8;
/** Parts of one stem belong together, whatever their endings are. */
const OTHER_ENDING = 0.75;
/** Likeness that makes it worth trying two neighbours as one. */
const JOIN = 0.7;
/** Less of both names matched than this, and no other division into words will help. */
const HOPELESS = 0.35;
const MOST = 8;
const UNITS = 2 * MOST;

/** How alike the parts of one name and those of others are, each pair compared once: others share many of their parts. */
export class Likenesses {
  readonly #parts: readonly NamePart[];
  readonly #known = new Map<NamePart, Float64Array>();

  constructor({ parts }: NameParts) {
    this.#parts = parts;
  }

  /** One of the parts must be of the name. */
  of(one: NamePart, two: NamePart): number {
    const at = this.#parts.indexOf(one);
    if (at < 0) return this.#at(this.#parts.indexOf(two), one);
    return this.#at(at, two);
  }

  #at(at: number, other: NamePart): number {
    let row = this.#known.get(other);
    if (row === undefined) {
      row = new Float64Array(MOST).fill(-1);
      this.#known.set(other, row);
    }
    if (row[at]! < 0) row[at] = likenessOf(this.#parts[at]!, other);
    return row[at]!;
  }
}

/**
 * The best pairing; joins neighbouring parts only where that makes the whole more alike.
 *
 * @param known of `a` or of `b`.
 */
export function alignNames(a: NameParts, b: NameParts, known?: Likenesses): Alignment {
  if (a.parts.length === 1 && b.parts.length === 1) return onlyPair(a.parts[0]!, b.parts[0]!);
  const work = new Pairing(a, b, known);
  let units = work.assign(ownUnits(a), ownUnits(b));
  if (isGood(units) || (units.whole < HOPELESS && units.a.length + units.b.length > 4)) return units;
  for (;;) {
    const better = work.bestJoin(units);
    if (better === undefined) break;
    units = better;
    if (isGood(units)) return units;
  }
  return (units.whole < 0.75 && a.parts.length !== b.parts.length ? asOne(a, b) : undefined) ?? units;
}

/** Two names of one part each: there is nothing to choose. */
function onlyPair(one: NamePart, other: NamePart): Alignment {
  const likeness = likenessOf(one, other);
  const beside = one.arabic || other.arabic;
  const [mass, otherMass] = beside
    ? [one.form.massBesideArabic, other.form.massBesideArabic]
    : [one.form.mass, other.form.mass];
  const all = mass + otherMass;
  const gain = gainOf(one, mass, other, otherMass, likeness);
  const pairs = likeness > 0 ? [0] : [-1];
  return { a: [one], b: [other], pairs, likeness: [likeness], whole: all === 0 ? 0 : gain / all };
}

/** How alike two parts are; those of one stem are, whatever their endings. */
function likenessOf(one: NamePart, other: NamePart): number {
  const found = partSimilarity(one, other);
  if (found >= GOOD) return found;
  if (isServantOf(one.form, other.form, one.arabic || other.arabic)) return Math.max(found, OTHER_ENDING);
  return Math.max(found, OTHER_ENDING * (endingChange(one, other)?.likeness ?? 0));
}

/** What a pair adds to the whole, by mass; of an initial, no more than it stands for. */
function gainOf(part: NamePart, mass: number, other: NamePart, otherMass: number, likeness: number): number {
  const initial = part.role === 'initial' || other.role === 'initial';
  return likeness * (initial ? 2 * Math.min(mass, otherMass) : mass + otherMass);
}

interface Units extends Alignment {
  readonly aUnits: readonly number[];
  readonly bUnits: readonly number[];
}

const ownUnits = (name: NameParts): number[] => name.parts.map((_, at) => at);
const isGood = (found: Alignment): boolean =>
  found.a.length === found.b.length && found.likeness.every((likeness) => likeness >= GOOD);

/** Both names as one part each, where only the spaces are set differently: *Bluestar Line*, *Blue Star Line*. */
function asOne(a: NameParts, b: NameParts): Alignment | undefined {
  if (a.parts.length === 0 || b.parts.length === 0) return undefined;
  const mass = massOf(a);
  const otherMass = massOf(b);
  if (Math.abs(mass - otherMass) > LOPSIDED * (mass + otherMass)) return undefined;
  const one = a.parts.reduce(joinParts);
  const other = b.parts.reduce(joinParts);
  const alike = partSimilarity(one, other);
  return alike > 0.85 ? { a: [one], b: [other], pairs: [0], likeness: [alike], whole: alike } : undefined;
}

const massOf = ({ parts }: NameParts): number => parts.reduce((sum, { form }) => sum + form.mass, 0);
/** Of two that differ as much in mass, the one has too much that the other has nothing of. */
const LOPSIDED = 0.25;

const best = new Float64Array(1 << MOST);
const known = new Float64Array(UNITS * UNITS);
const gains = new Float64Array(MOST);
/** The units that are at all like the one that is placed. */
const gaining = new Uint8Array(MOST);
const chosen = new Int8Array(MOST << MOST);

/**
 * The comparisons of two names' units, each made once. A unit below `MOST` is a part; from `MOST` on, unit
 * `MOST + i` is part `i` joined to the next.
 */
class Pairing {
  private readonly known = known;
  private readonly beside: boolean;

  constructor(
    private readonly a: NameParts,
    private readonly b: NameParts,
    private readonly likenesses: Likenesses | undefined,
  ) {
    this.beside = a.arabic || b.arabic;
    known.fill(-1);
  }

  private static part(name: NameParts, unit: number): NamePart {
    return unit < MOST ? name.parts[unit]! : name.joined(unit - MOST);
  }

  private alike(unit: number, other: number): number {
    const at = unit * UNITS + other;
    const known = this.known[at]!;
    if (known >= 0) return known;
    const one = Pairing.part(this.a, unit);
    const two = Pairing.part(this.b, other);
    const isKnown = this.likenesses !== undefined && unit < MOST && other < MOST;
    const found = isKnown ? this.likenesses.of(one, two) : likenessOf(one, two);
    this.known[at] = found;
    return found;
  }

  private mass(part: NamePart): number {
    return this.beside ? part.form.massBesideArabic : part.form.mass;
  }

  /** The pairing of most likeness by mass, by dynamic programming over the sets of units of `b` that are taken. */
  assign(aUnits: readonly number[], bUnits: readonly number[]): Units {
    const a = aUnits.map((unit) => Pairing.part(this.a, unit));
    const b = bUnits.map((unit) => Pairing.part(this.b, unit));
    const sets = 1 << b.length;
    best.fill(-1, 0, sets);
    best[0] = 0;
    chosen.fill(-1, 0, a.length * sets);
    let all = 0;
    for (const part of b) all += this.mass(part);
    for (const [i, part] of a.entries()) {
      const mass = this.mass(part);
      all += mass;
      // From the full set down, so that a set is read before this part is put into it.
      let count = 0;
      for (let j = 0; j < b.length; j++) {
        gains[j] = gainOf(part, mass, b[j]!, this.mass(b[j]!), this.alike(aUnits[i]!, bUnits[j]!));
        if (gains[j]! > 0) gaining[count++] = j;
      }
      for (let set = count === 0 ? -1 : sets - 1; set >= 0; set--) {
        for (let k = 0; k < count; k++) {
          const j = gaining[k]!;
          const bit = 1 << j;
          if ((set & bit) === 0) continue;
          const before = best[set ^ bit]!;
          if (before < 0) continue;
          const total = before + gains[j]!;
          if (total > best[set]!) {
            best[set] = total;
            chosen[i * sets + set] = j;
          }
        }
      }
    }
    let set = 0;
    for (let each = 1; each < sets; each++) if (best[each]! > best[set]!) set = each;
    const whole = all === 0 ? 0 : best[set]! / all;
    const pairs = new Array<number>(a.length).fill(-1);
    const likeness = new Array<number>(a.length).fill(0);
    for (let i = a.length - 1; i >= 0; i--) {
      const j = chosen[i * sets + set]!;
      if (j < 0) continue;
      pairs[i] = j;
      likeness[i] = this.alike(aUnits[i]!, bUnits[j]!);
      set &= ~(1 << j);
    }
    return { a, b, aUnits, bUnits, pairs, likeness, whole };
  }

  /** The pairing with two more neighbours joined that is the most like, if it is more like than this one. */
  bestJoin(from: Units): Units | undefined {
    let found: Units | undefined;
    const consider = (candidate: Units): void => {
      if (candidate.whole > (found ?? from).whole + 0.01) found = candidate;
    };
    const { aUnits, bUnits } = from;
    for (let at = 0; at + 1 < aUnits.length; at++) {
      const joined = joinAt(aUnits, at, this.a);
      if (
        joined !== undefined &&
        bUnits.some((other) => this.helps(joined[at]!, aUnits[at + 1]!, other, false))
      ) {
        consider(this.assign(joined, bUnits));
      }
    }
    for (let at = 0; at + 1 < bUnits.length; at++) {
      const joined = joinAt(bUnits, at, this.b);
      if (
        joined !== undefined &&
        aUnits.some((other) => this.helps(joined[at]!, bUnits[at + 1]!, other, true))
      ) {
        consider(this.assign(aUnits, joined));
      }
    }
    return found;
  }

  /** Is the joined unit like the other, and more so than either of what it joins? */
  private helps(joined: number, second: number, other: number, swapped: boolean): boolean {
    if (other < MOST) {
      const [name, others] = swapped ? [this.b, this.a] : [this.a, this.b];
      const at = joined - MOST;
      if (!mayBeSimilarJoined(others.parts[other]!, name.parts[at]!, name.parts[at + 1]!, JOIN)) return false;
    }
    const alike = (unit: number): number => (swapped ? this.alike(other, unit) : this.alike(unit, other));
    if (alike(joined - MOST) >= GOOD || alike(second) >= GOOD) return false;
    const together = alike(joined);
    return together >= JOIN && together > alike(joined - MOST) && together > alike(second);
  }
}

/** The units with the one at `at` joined to the next; nothing where either is joined already or an initial. */
function joinAt(units: readonly number[], at: number, name: NameParts): number[] | undefined {
  const first = units[at]!;
  const second = units[at + 1]!;
  if (first >= MOST || second >= MOST) return undefined;
  if (name.parts[first]!.role === 'initial' || name.parts[second]!.role === 'initial') return undefined;
  return [...units.slice(0, at), first + MOST, ...units.slice(at + 2)];
}
