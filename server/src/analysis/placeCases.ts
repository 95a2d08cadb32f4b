/** Tells a place's people, and its name in other cases, from another spelling of it. */

/** Whether a folded word is a listed one in another case, or its people: *Tajik*, *Tajiks* and *Tajikistan*. */
export function isInflected(seen: string, listed: string): boolean {
  if (seen.length === listed.length) return false;
  let shared = 0;
  while (shared < seen.length && seen[shared] === listed[shared]) shared++;
  return CASE_ENDING.test(seen.slice(shared)) && OWN_ENDING.test(listed.slice(shared));
}

/** What English, Russian and Uzbek add to a place's name; and what the name itself may lose before it. */
const CASE_ENDING =
  /^(?:s|n|ns|an|ans|ian|ians|ni|i|is|y|ese|e|a|u|om|em|ov|oy|im|da|dan|dagi|ga|ni|ning|li|lik|skiy|skoy|sky|ski|skaya|stani|stanis|istani|istanis)?$/u;
const OWN_ENDING = /^(?:[aeiouy]{0,2}|i?stan|i?ston|ia|iya)$/u;
