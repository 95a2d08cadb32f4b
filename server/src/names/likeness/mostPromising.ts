/** Keeps the sequences that share most with a name: few enough to be compared with it. */

/** So many sequences are compared. */
export const MOST_COMPARED = 40;

/** A name that shares less than this of what the best one shares is not compared. */
const SHARE = 0.55;
/** So many are compared however little they share: in a small glossary hardly any key is rare. */
const ALWAYS_COMPARED = 8;

export interface Offered {
  readonly layer: number;
  readonly sequence: number;
  /** What the keys that it shares are worth. */
  readonly shared: number;
  readonly parts: number;
  readonly hash: number;
}

/** The sequences that share most; of those that share as much, those of as many parts as the name. */
export class MostPromising {
  /** What shares less than this is not compared. */
  needed = 0;
  readonly #offered: Offered[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  take(offered: Offered): void {
    const all = this.#offered;
    let place = all.length;
    while (place > 0 && this.#isBefore(offered, all[place - 1]!)) place--;
    if (place >= MOST_COMPARED) return;
    all.splice(place, 0, offered);
    if (all.length > MOST_COMPARED) all.pop();
    if (all.length < ALWAYS_COMPARED) return;
    const last = all.length === MOST_COMPARED ? all[MOST_COMPARED - 1]!.shared : 0;
    this.needed = Math.min(all[ALWAYS_COMPARED - 1]!.shared, Math.max(SHARE * all[0]!.shared, last));
  }

  worthComparing(): Offered[] {
    const enough = SHARE * (this.#offered[0]?.shared ?? 0);
    return this.#offered.filter(({ shared }, at) => at < ALWAYS_COMPARED || shared >= enough);
  }

  #isBefore(a: Offered, b: Offered): boolean {
    if (a.shared !== b.shared) return a.shared > b.shared;
    const more = Math.abs(a.parts - this.#count) - Math.abs(b.parts - this.#count);
    return more === 0 ? a.hash < b.hash : more < 0;
  }
}
