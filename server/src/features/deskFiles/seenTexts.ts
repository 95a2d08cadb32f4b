/** Gathers what a glossary already says where any text may stand: states, titles and tags. */

import type { Entity } from '../../glossary/entity';
import type { Glossary } from '../../glossary/glossary';
import type { Steps } from '../../text/steps';

/** A text, and how many entries have it. */
export interface SeenText {
  readonly text: string;
  readonly count: number;
}

/** From keys to the texts that an entry has under them. */
const TEXTS: Readonly<Record<string, (entity: Entity) => readonly string[]>> = {
  is: ({ status }) => (status ? [status.is] : []),
  title: ({ roles }) => roles.flatMap(({ title }) => title ?? []),
  tags: ({ tags }) => tags,
};

/** So many entries tell what is usual. */
const MOST_ENTRIES = 20_000;
const AT_ONCE = 2000;
const MOST_TEXTS = 100;

const seenIn = new WeakMap<Glossary, Map<string, readonly SeenText[]>>();

/** The most frequent texts under a key of an entry, those first that most entries have; none of any other key. */
export function* seenTexts(glossary: Glossary, key: string): Steps<readonly SeenText[]> {
  const textsOf = Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
  if (!textsOf) return [];
  const known = seenIn.get(glossary) ?? new Map<string, readonly SeenText[]>();
  seenIn.set(glossary, known);
  let seen = known.get(key);
  if (!seen) {
    seen = yield* count(glossary, textsOf);
    known.set(key, seen);
  }
  return seen;
}

function* count(
  glossary: Glossary,
  textsOf: (entity: Entity) => readonly string[],
): Steps<readonly SeenText[]> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const entity of glossary.entities.values()) {
    if (++looked > MOST_ENTRIES) break;
    if (looked % AT_ONCE === 0) yield;
    for (const text of textsOf(entity)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const seen = Array.from(counts, ([text, count]) => ({ text, count }));
  return seen.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, MOST_TEXTS);
}
