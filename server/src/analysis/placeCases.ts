/** Tells what is made of a name (a place's people, a family, those who follow somebody) from another spelling of it. */

/** Whether a folded word is a listed one in another case, or its people: *Tajik*, *Tajiks* and *Tajikistan*. */
export function isInflected(seen: string, listed: string): boolean {
  if (seen.length === listed.length) return false;
  let shared = 0;
  while (shared < seen.length && seen[shared] === listed[shared]) shared++;
  return CASE_ENDING.test(seen.slice(shared)) && OWN_ENDING.test(listed.slice(shared));
}

/**
 * Whether folded words are those of a name with an ending of English at one of them: the plural of a family
 * (*Yuldashevs*), who follows or resembles it (*Islamist* and *Islamic*, *Trumpian*).
 */
export function isDerived(seen: string, listed: string): boolean {
  const [words, known] = [seen.split(' '), listed.split(' ')];
  if (words.length !== known.length) return false;
  let derived = 0;
  for (const [k, word] of words.entries()) {
    const other = known[k]!;
    if (word === other) continue;
    if (++derived > 1 || !isDerivedWord(word, other)) return false;
  }
  return derived === 1;
}

function isDerivedWord(word: string, listed: string): boolean {
  const stem = ENGLISH_ENDING.exec(listed)?.[1] ?? listed;
  return (
    stem.length >= SHORTEST_STEM &&
    word.startsWith(stem) &&
    ADDED.test(word.slice(stem.length)) &&
    // *Islamist* and *Islamic* are both made of *Islam*.
    (stem === listed || ADDED.test(listed.slice(stem.length)))
  );
}

const SHORTEST_STEM = 4;
const ENGLISH_ENDING = /^(.{4,40})(?:ics?|ists?|isms?)$/u;
const ADDED = /^(?:s|es|ics?|ists?|isms?|ians?|esque)$/u;

/** What English, Russian and Uzbek add to a place's name; and what the name itself may lose before it. */
const CASE_ENDING =
  /^(?:s|n|ns|an|ans|ian|ians|ni|i|is|y|ese|e|a|u|om|em|ov|oy|im|da|dan|dagi|ga|ni|ning|li|lik|skiy|skoy|sky|ski|skaya|stani|stanis|istani|istanis)?$/u;
const OWN_ENDING = /^(?:[aeiouy]{0,2}|i?stan|i?ston|ia|iya)$/u;
