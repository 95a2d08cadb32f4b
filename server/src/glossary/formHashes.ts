/** Numbers for the forms of many entities, equal wherever one text could match both: told apart without a folded string. */

import { readWords, Words } from '../names/words';
import { rangeHolding } from '../text/rangeHolding';
import type { Steps } from '../text/steps';
import type { Entity } from './entity';
import { eachClaim } from './forms';

const SEED = 17;
const PRIME_A = 0x01000193;
const PRIME_B = 0x2c1b3c6d;
/** Entities whose texts are read at once. */
const AT_ONCE = 400;
/** Looked up at once. */
const LOOKED_UP_AT_ONCE = 50_000;

/** The claims of entities are numbered through, in the order of `claimsOf`. */
export class FormHashes {
  readonly entities: readonly Entity[];
  /** The claims of entity `e` are `first[e]` up to `first[e + 1]`. */
  readonly first: Int32Array;
  readonly #high: Int32Array;
  readonly #low: Int32Array;

  private constructor(entities: readonly Entity[], first: Int32Array, high: Int32Array, low: Int32Array) {
    this.entities = entities;
    this.first = first;
    this.#high = high;
    this.#low = low;
  }

  /** @param earlier hashes of other entities; those of the same objects in the same order are taken from there. */
  static *of(entities: readonly Entity[], earlier?: FormHashes): Steps<FormHashes> {
    const first = new Int32Array(entities.length + 1);
    let high = new Int32Array(Math.max(16, (earlier?.count ?? 0) + 16, entities.length * 2));
    let low = new Int32Array(high.length);
    let count = 0;
    const words = new Words(AT_ONCE * 100);
    const texts: string[] = [];
    const add = (text: string) => {
      texts.push(text);
    };
    const hash = () => {
      if (texts.length === 0) return;
      while (count + texts.length > high.length) {
        high = grown(high);
        low = grown(low);
      }
      hashInto(texts, words, high.subarray(count), low.subarray(count));
      count += texts.length;
      texts.length = 0;
    };
    let other = 0;
    for (let index = 0; index < entities.length; index++) {
      const entity = entities[index]!;
      if (index % AT_ONCE === 0) {
        hash();
        yield;
      }
      const same = earlier ? earlier.#find(entity, other) : -1;
      if (same >= 0) {
        other = same + 1;
        hash();
        const [from, to] = [earlier!.first[same]!, earlier!.first[other]!];
        while (count + to - from > high.length) {
          high = grown(high);
          low = grown(low);
        }
        for (let claim = from; claim < to; claim++) {
          high[count] = earlier!.#high[claim]!;
          low[count++] = earlier!.#low[claim]!;
        }
      } else eachClaim(entity, add);
      first[index + 1] = count + texts.length;
    }
    hash();
    return new FormHashes(entities, first, high.slice(0, count), low.slice(0, count));
  }

  /** How many claims there are. */
  get count(): number {
    return this.first[this.entities.length]!;
  }

  /**
   * Claims with equal hashes, each list in order, the lists in the order of their first claims. Equal numbers are only
   * a sign that one text may match both: capitals are not looked at.
   */
  *alike(): Steps<readonly (readonly number[])[]> {
    const { count } = this;
    const [high, low] = [this.#high, this.#low];
    const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 8)));
    const mask = table.length - 1;
    const lists = new Map<number, number[]>();
    for (let claim = 0; claim < count; claim++) {
      if (claim % LOOKED_UP_AT_ONCE === 0) yield;
      let slot = (high[claim]! ^ Math.imul(low[claim]!, PRIME_A)) & mask;
      for (;;) {
        const twin = table[slot]! - 1;
        if (twin < 0) {
          table[slot] = claim + 1;
          break;
        }
        if (high[twin] === high[claim] && low[twin] === low[claim]) {
          const list = lists.get(twin);
          if (list) list.push(claim);
          else lists.set(twin, [twin, claim]);
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    return [...lists.values()];
  }

  /** The number of the entity that makes a claim. */
  ownerOf(claim: number): number {
    return rangeHolding(this.first, this.entities.length, claim);
  }

  /** Where an object stands, looked for from `from` on only as far as an edit moves things; -1 if it is not there. */
  #find(entity: Entity, from: number): number {
    const end = Math.min(this.entities.length, from + MOST_MOVED);
    for (let index = from; index < end; index++) if (this.entities[index] === entity) return index;
    return -1;
  }
}

const MOST_MOVED = 50;

function hashInto(texts: readonly string[], into: Words, highs: Int32Array, lows: Int32Array): void {
  // One text for all of them: a line for each form, since no word goes over the end of a line.
  const words = readWords(texts.join('\n'), undefined, undefined, into);
  let word = 0;
  let end = 0;
  for (let index = 0; index < texts.length; index++) {
    end += texts[index]!.length;
    let high: number = SEED;
    let low = high;
    for (; word < words.count && words.start[word]! < end; word++) {
      high = Math.imul(high ^ words.hash[word]!, PRIME_A);
      low = Math.imul(low + words.hash[word]!, PRIME_B) ^ (low >>> 15);
    }
    highs[index] = high ^ (high >>> 15);
    lows[index] = low;
    end++;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
