/** Chooses and numbers the sources of a card: enough for each fact to have one, and no more than a glance takes in. */

import type { SourceReference } from '../glossary/entity';
import { noteText, plainText } from './safeMarkdown';

/** So many are shown in any case; more only where a fact would otherwise have none. */
const MOST_SOURCES = 3;

export class CardSources {
  /** By key: the number of those that have been drawn, 0 for those that may be. */
  readonly #numbers: Map<string, number>;
  readonly #drawn: SourceReference[] = [];
  readonly #left: number;

  /** @param lists the sources of each fact that the card shows, in the order of reading. */
  constructor(lists: readonly (readonly SourceReference[])[]) {
    const all = new Set(lists.flat().map(keyOf));
    const chosen = all.size <= MOST_SOURCES ? all : enough(lists.map((list) => list.map(keyOf)));
    for (const key of all) if (chosen.size < MOST_SOURCES) chosen.add(key);
    this.#numbers = new Map([...chosen].map((key) => [key, 0]));
    this.#left = all.size - chosen.size;
  }

  /** The numbers to stand behind a fact, with the space before them; empty without sources. */
  marks(references: readonly SourceReference[]): string {
    const numbers = new Set<number>();
    for (const reference of references) {
      const key = keyOf(reference);
      const known = this.#numbers.get(key);
      if (known === undefined) continue;
      const number = known || this.#drawn.push(reference);
      this.#numbers.set(key, number);
      numbers.add(number);
    }
    return [...numbers]
      .sort((a, b) => a - b)
      .map((number) => ` [${number}]`)
      .join('');
  }

  /** A line for each source that has a number, and one for how many were left out. */
  draw(noteOf: (reference: SourceReference) => string | undefined): string[] {
    const lines = this.#drawn.map((reference, index) => {
      const note = noteOf(reference);
      const locator = reference.locator === undefined ? '' : `, ${plainText(reference.locator)}`;
      const text =
        note === undefined ? `${plainText(reference.id)}${locator} (not among the sources)` : noteText(note);
      return `[${index + 1}] ${text}`;
    });
    if (this.#left === 0) return lines;
    return [...lines, `and ${this.#left} more ${this.#left === 1 ? 'source' : 'sources'} in the glossary`];
  }
}

const keyOf = ({ id, locator }: SourceReference): string => JSON.stringify([id, locator]);

/** Keys of which each list has one: those first that stand in the most lists; of equals, the first. */
function enough(lists: readonly (readonly string[])[]): Set<string> {
  const chosen = new Set<string>();
  let open = lists.filter((list) => list.length > 0);
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const list of open) for (const key of new Set(list)) counts.set(key, (counts.get(key) ?? 0) + 1);
    let best = '';
    for (const [key, count] of counts) if (count > (counts.get(best) ?? 0)) best = key;
    chosen.add(best);
    open = open.filter((list) => !list.includes(best));
  }
  return chosen;
}
