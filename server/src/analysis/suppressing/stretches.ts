/** Holds the stretches in which rules are off, looked up in time that hardly grows with their number. */

import { firstIndex } from '../../text/firstIndex';
import type { Span } from '../../text/span';

interface Stretch {
  readonly start: number;
  end: number;
}

export class Stretches {
  /** Of each code in order, those that overlap made one. */
  readonly #of = new Map<string, Stretch[]>();

  constructor(all: Iterable<{ readonly code: string; readonly stretch: Span }>) {
    const ofCode = new Map<string, Span[]>();
    for (const { code, stretch } of all) {
      const known = ofCode.get(code);
      if (known) known.push(stretch);
      else ofCode.set(code, [stretch]);
    }
    for (const [code, stretches] of ofCode) this.#of.set(code, joined(stretches));
  }

  holds(code: string, offset: number): boolean {
    const stretches = this.#of.get(code);
    if (!stretches) return false;
    const first = firstIndex(stretches.length, (at) => stretches[at]!.end <= offset);
    return (stretches[first]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  }
}

function joined(stretches: Span[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
