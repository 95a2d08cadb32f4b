/** A zone of a report: a stretch where the words of one kind stand; zones are lined up, and repainted. */

import type { Span } from '../text/span';

export type ZoneKind =
  | 'prose'
  | 'heading'
  /** Direct speech in quotation marks, a block quotation, or a title. */
  | 'quotation'
  | 'note'
  | 'code'
  | 'url'
  | 'html'
  | 'front-matter'
  /** Signs that the reader does not see: emphasis, brackets, link targets, note references, tags. */
  | 'markup';

export interface Zone extends Span {
  readonly kind: ZoneKind;
}

/** Lines zones up, each from where the last one ended; those of one kind become one. */
export class Painter {
  readonly zones: { start: number; end: number; kind: ZoneKind }[] = [];
  #at = 0;

  /** From here to `end`, unless that is painted already. */
  paint(end: number, kind: ZoneKind): void {
    if (end <= this.#at) return;
    const last = this.zones.at(-1);
    if (last && last.kind === kind) last.end = end;
    else this.zones.push({ start: this.#at, end, kind });
    this.#at = end;
  }
}

/** Repaints what lies inside the stretches, leaving zones of other kinds (signs, code and addresses) as they are. */
export function mark(
  zones: readonly Zone[],
  stretches: readonly Span[],
  as: ZoneKind,
  isMarked: (kind: ZoneKind) => boolean,
): readonly Zone[] {
  if (stretches.length === 0) return zones;
  const marked: { start: number; end: number; kind: ZoneKind }[] = [];
  const add = (start: number, end: number, kind: ZoneKind) => {
    if (start >= end) return;
    const last = marked.at(-1);
    if (last && last.kind === kind && last.end === start) last.end = end;
    else marked.push({ start, end, kind });
  };
  let q = 0;
  for (const zone of zones) {
    let at = zone.start;
    while (at < zone.end) {
      while (q < stretches.length && stretches[q]!.end <= at) q++;
      const stretch = stretches[q];
      if (!stretch || stretch.start >= zone.end) {
        add(at, zone.end, zone.kind);
        break;
      }
      if (at < stretch.start) {
        add(at, stretch.start, zone.kind);
        at = stretch.start;
      }
      const end = Math.min(stretch.end, zone.end);
      add(at, end, isMarked(zone.kind) ? as : zone.kind);
      at = end;
    }
  }
  return marked;
}
