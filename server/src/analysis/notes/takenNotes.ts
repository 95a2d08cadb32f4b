/** Notes taken apart, remembered: the same ones are asked about at every keystroke in another. */

import { type NotePart, takeNoteApart } from '../../sources/written/takeApart';

const taken = new Map<string, readonly NotePart[]>();
const MOST_TAKEN = 10_000;

/** The parts of a note’s text; none of a blank one. */
export function takenApart(text: string): readonly NotePart[] {
  let parts = taken.get(text);
  if (!parts) {
    if (taken.size >= MOST_TAKEN) taken.clear();
    parts = text.trim() === '' ? [] : takeNoteApart(text).parts;
    taken.set(text, parts);
  }
  return parts;
}
