/** Tells the author's own words in a block from what others said, and from what is no text. */

import type { BlockLayout, ZoneKind } from '../markdown/zones';
import { firstIndex } from '../text/firstIndex';

const OWN: ReadonlySet<ZoneKind | undefined> = new Set<ZoneKind>(['prose', 'heading', 'note']);

/** Whether the author speaks in a zone of this kind. */
export const isAuthors = (zone: ZoneKind | undefined): boolean => OWN.has(zone);

/** The kind of zone at an offset from the beginning of the block; undefined behind its end. */
export function zonesOf({ zones }: BlockLayout): (start: number) => ZoneKind | undefined {
  return (start) => {
    const first = firstIndex(zones.length, (at) => zones[at]!.end <= start);
    return zones[first]?.kind;
  };
}
