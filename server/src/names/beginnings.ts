/** A bit for each hash of a word that begins a name: nearly all words of a text begin none, and are told so at a glance. */

import type { Steps } from '../text/steps';
import { powerOfTwo, spread } from './flatArrays';
import type { NameTrie } from './nameTrie';
import type { WordTable } from './wordTable';

const READ_AT_ONCE = 1 << 12;

/** Whether a word with this hash may be one of those; some others pass for one. */
export const hasBit = (bits: Int32Array, hash: number): boolean => {
  const bit = spread(hash);
  return (bits[(bit >>> 5) & (bits.length - 1)]! & (1 << (bit & 31))) !== 0;
};

/**
 * The bits of all words behind the root that lead to such a node, in an array as long as a power of two.
 *
 * @param perWord how many bits there are for each: the more, the fewer others pass for one.
 */
export function* beginnings(
  words: WordTable,
  trie: NameTrie,
  perWord: number,
  isOne: (node: number) => boolean,
): Steps<Int32Array> {
  const hashes: number[] = [];
  for (let node = 1; node < trie.count; node++) {
    if (trie.parentOf(node) === 0 && isOne(node)) hashes.push(words.hashOf(trie.wordOf(node)));
    if (node % READ_AT_ONCE === 0) yield;
  }
  const bits = new Int32Array(powerOfTwo((hashes.length * perWord) / 32));
  for (let k = 0; k < hashes.length; k++) {
    const bit = spread(hashes[k]!);
    bits[(bit >>> 5) & (bits.length - 1)]! |= 1 << (bit & 31);
    if (k % READ_AT_ONCE === 0) yield;
  }
  return bits;
}
