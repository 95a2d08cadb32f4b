/** A map of very many texts that never halts to make room: it is many small maps, each of which grows on its own. */

const MAPS = 64;

/** Keys are found as in a `Map`; their order is not kept. */
export class WideMap<V> {
  readonly #maps: readonly Map<string, V>[] = Array.from({ length: MAPS }, () => new Map<string, V>());
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#mapOf(key).get(key);
  }

  has(key: string): boolean {
    return this.#mapOf(key).has(key);
  }

  set(key: string, value: V): void {
    this.add(key, value);
  }

  /** Puts a value under a key that may be there already, and says whether it was not. */
  add(key: string, value: V): boolean {
    const map = this.#mapOf(key);
    const before = map.size;
    const isNew = map.set(key, value).size > before;
    if (isNew) this.#size++;
    return isNew;
  }

  /** By the last letters and the length: what differs most between ids. */
  #mapOf(key: string): Map<string, V> {
    const { length } = key;
    const hash = key.charCodeAt(length - 1) + 7 * key.charCodeAt(length - 2) + 31 * length;
    return this.#maps[(hash || 0) & (MAPS - 1)]!;
  }
}
