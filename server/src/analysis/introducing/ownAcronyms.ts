/** Examines the acronyms that no glossary has: what the report itself says of them, and where it says nothing. */

import { foldText } from '../../names/fold';
import type { Span } from '../../text/span';
import type { Acronym } from './blockAcronyms';
import type { LoneAcronym, OwnAcronym, Reintroduced, ReportExpansion } from './introductionsFound';
import { mayBeAcronym } from './knownAcronyms';
import type { Place } from './runningText';

/** An acronym of the report, with offsets in the report. */
export interface Placed extends Span {
  readonly acronym: Acronym;
  readonly place: Place;
  /** Where its block begins. */
  readonly by: number;
  /** Whether the report says here what it stands for. */
  readonly isSaid: boolean;
}

export interface OwnAcronymFound {
  readonly unused: readonly LoneAcronym[];
  readonly unknown?: LoneAcronym;
  readonly reintroduced: readonly Reintroduced[];
  readonly own?: OwnAcronym;
}

/**
 * What is found of one acronym.
 *
 * @param letters the acronym.
 * @param places where it stands, in order.
 * @param isKnown whether the readers know it without being told.
 * @param scopes the offsets at which names are to be introduced anew.
 * @param closing behind the parenthesis that closes right behind an offset, if one does.
 */
export function examineOwn(
  letters: string,
  places: readonly Placed[],
  isKnown: boolean,
  scopes: readonly number[],
  closing: (end: number) => number | undefined,
): OwnAcronymFound {
  const first = places.find(({ isSaid }) => isSaid);
  const inText = places.find(
    ({ place, isSaid, acronym: { isInCapitals, isAlone } }) =>
      place === 'running' && isInCapitals && (isAlone || isSaid),
  );
  if (!first) {
    const isUnknown = inText && !isKnown && mayBeAcronym(letters);
    return isUnknown ? { ...NOTHING, unknown: { span: spanOf(inText), acronym: letters } } : NOTHING;
  }
  const full = expansionOf(first);
  const more = full ? { full } : {};
  const unused = onlyIntroduced(places, scopes).map((one) => {
    const of = expansionOf(one);
    return { span: spanOf(one), acronym: letters, ...(of ? { full: of } : {}) };
  });
  const isLate = unused.length === 0 && !isKnown && inText && inText.start < first.start;
  return {
    unused,
    ...(isLate ? { unknown: { span: spanOf(inText), acronym: letters, isLate: true, ...more } } : {}),
    ...(full ? { own: { ...full, count: places.length } } : {}),
    reintroduced: [...introducedAgain(places, scopes, closing)],
  };
}

const NOTHING: OwnAcronymFound = { unused: [], reintroduced: [] };

/**
 * Where it is introduced and then used neither in that part of the report nor in a note: nowhere, if another part uses it
 * without an introduction of its own.
 */
function onlyIntroduced(places: readonly Placed[], scopes: readonly number[]): readonly Placed[] {
  if (scopes.length === 0) return places.length === 1 && places[0]!.place === 'running' ? places : [];
  const parts = new Map<number, Placed[]>();
  for (const one of places) {
    if (one.acronym.zone === 'note') return [];
    let part = 0;
    while ((scopes[part] ?? Infinity) <= one.start) part++;
    parts.set(part, [...(parts.get(part) ?? []), one]);
  }
  const all = [...parts.values()];
  if (!all.every(([first]) => first!.isSaid)) return [];
  return all.filter((part) => part.length === 1 && part[0]!.place === 'running').map((part) => part[0]!);
}

function* introducedAgain(
  places: readonly Placed[],
  scopes: readonly number[],
  closing: (end: number) => number | undefined,
): Generator<Reintroduced> {
  let scope = 0;
  let scopeOfLast = -1;
  let last = '';
  for (const one of places) {
    if (!one.isSaid) continue;
    while ((scopes[scope] ?? Infinity) <= one.start) scope++;
    const full = expansionOf(one);
    const name = full ? nameOf(full) : '';
    // Of another name it is another acronym; in other words, they may hold more than the name.
    const isAgain = scope === scopeOfLast && one.place === 'running' && name === last;
    scopeOfLast = scope;
    last = name;
    const end = closing(one.end);
    if (!full || !isAgain || end === undefined || full.end >= one.start) continue;
    const of = { start: full.start, end: full.end };
    yield { span: { start: full.start, end }, full: of, acronym: one.acronym.text };
  }
}

/** A plural is the same name. */
const nameOf = ({ text }: ReportExpansion): string => foldText(text).replace(/s$/, '');

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** With offsets in the report. */
const expansionOf = ({
  acronym: { full },
  by,
}: Pick<Placed, 'acronym' | 'by'>): ReportExpansion | undefined =>
  full && { start: full.start + by, end: full.end + by, text: full.text, isMatched: full.isMatched };
