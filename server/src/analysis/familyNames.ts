/** Knows the endings of family names that one family has or leaves off: *Yuldash*, *Yuldashev*, *Yuldashzoda*. */

/** Russian -ov and -ev, and what Tajik, Uzbek, Persian and Turkish set in their place. Longest first. */
const ENDINGS = /(?:zoda|zadeh|zade|zada|yev|iev|jew|yew|off|eff|ov|ev|ow|ew)$/u;
/** Endings that are a part of the name, by which it is known for one of a family. */
const OTHER_ENDINGS =
  /(?:ova|eva|owa|ewa|sky|skiy|skii|ski|skaya|enko|shvili|oglu|ogly|uulu|kyzy|ovich|evich|ovna|evna|yan|iy)$/u;
const SHORTEST_STEM = 4;
/** A name without an ending is as likely to be whole. */
const SHORTEST_BARE = 5;

/** What a word of a name is made of, one unit: a letter outside the first plane ends no family name. */
const OF_WORD = /[\p{L}\p{M}’'ʻʼ‘]/u;

/** Whether a word ends as family names do. */
export function hasFamilyEnding(word: string): boolean {
  const small = word.toLowerCase();
  return small.length > SHORTEST_STEM && (ENDINGS.test(small) || OTHER_ENDINGS.test(small));
}

/**
 * What else a family may be called whose name ends as given: *Rahimov* or *Rahim* for *Rahimzoda*, *Yuldashov* for
 * *Yuldash*. None for a name too short to be cut, or one of a woman.
 */
export function otherFamilyNames(name: string): string[] {
  let start = name.length;
  while (start > 0 && OF_WORD.test(name.charAt(start - 1))) start--;
  const [head, last] = [name.slice(0, start), name.slice(start)];
  const small = last.toLowerCase();
  const ending = ENDINGS.exec(small)?.[0];
  const stem = last.slice(0, last.length - (ending?.length ?? 0));
  if (
    stem.length < (ending === undefined ? SHORTEST_BARE : SHORTEST_STEM) ||
    (ending === undefined && OTHER_ENDINGS.test(small))
  )
    return [];
  // -ov stands for -ev as well: which vowel it has depends on the sound before it.
  const others = ending === undefined ? ['ov'] : ['', ending.startsWith('z') ? 'ov' : 'zoda'];
  return others.map((one) => `${head}${stem}${one}`);
}
