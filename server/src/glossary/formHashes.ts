/** Numbers for many forms at once, equal wherever one text would match both: told apart fast, without a folded string. */

import type { Capitals } from '../names/nameIndex';
import { readWords } from '../names/words';

const SEED = { name: 17, 'as-written': 31 } as const;

/** One number for each form; forms with the same folded words and the same `capitals` get the same one. */
export function hashForms(
  forms: readonly { readonly text: string }[],
  capitals: (index: number) => Capitals,
): Float64Array {
  const hashes = new Float64Array(forms.length);
  // One text for all of them: a line for each form, since no word goes over the end of a line.
  const words = readWords(forms.map((form) => form.text).join('\n'));
  let word = 0;
  let end = 0;
  for (let index = 0; index < forms.length; index++) {
    end += forms[index]!.text.length;
    let high: number = SEED[capitals(index)];
    let low = high;
    for (; word < words.count && words.start[word]! < end; word++) {
      high = Math.imul(high ^ words.hash[word]!, 0x01000193);
      low = Math.imul(low + words.hash[word]!, 0x2c1b3c6d) ^ (low >>> 15);
    }
    hashes[index] = (high >>> 0) * 2 ** 21 + (low >>> 11);
    end++;
  }
  return hashes;
}
