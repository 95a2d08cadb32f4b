/** Copies a text into an array of its UTF-16 units, which is quicker to read than a string. */

/** Stretches that the reader does not see: emphasis signs, link targets, note references. Sorted, disjoint. */
export interface Hidden {
  readonly start: number;
  readonly end: number;
}

/** Longer texts get room of their own. */
const LONGEST_SHARED = 10_000;
/** No unit takes more bytes. */
const BYTES_PER_UNIT = 3;
const sharedUnits = new Uint16Array(LONGEST_SHARED + 1);
const sharedBytes = new Uint8Array(BYTES_PER_UNIT * LONGEST_SHARED);
/** Shorter texts are copied unit by unit. */
const SHORTEST_ENCODED = 60;
const encoder = new TextEncoder();
const NOT_PLAIN = 0x80808080 | 0;

/**
 * The units of a text, with 0 at its end and where something hidden begins. The array may be used until the next call.
 * The platform is quickest at copying a text, if only as bytes.
 */
export function unitsOf(text: string, hidden: readonly Hidden[]): Uint16Array {
  const { length } = text;
  const isShared = length <= LONGEST_SHARED;
  const units = isShared ? sharedUnits : new Uint16Array(length + 1);
  if (length < SHORTEST_ENCODED) for (let k = 0; k < length; k++) units[k] = text.charCodeAt(k);
  else {
    const bytes = isShared ? sharedBytes : new Uint8Array(BYTES_PER_UNIT * length);
    const { written } = encoder.encodeInto(text, bytes);
    if (written === length) units.set(bytes.subarray(0, length));
    else decode(bytes, written, units);
  }
  units[length] = 0;
  for (const { start } of hidden) if (start < length) units[start] = 0;
  return units;
}

/** Puts what is written in UTF-8 into units. Half a pair has become another sign that is no part of a word either. */
function decode(bytes: Uint8Array, written: number, units: Uint16Array): void {
  const fours = new Int32Array(bytes.buffer, 0, written >> 2);
  let unit = 0;
  for (let at = 0; at < written; ) {
    if ((at & 3) === 0) {
      // Four letters of plain English at a time.
      for (let four = at >> 2; four < fours.length && (fours[four]! & NOT_PLAIN) === 0; four++) {
        units[unit] = bytes[at]!;
        units[unit + 1] = bytes[at + 1]!;
        units[unit + 2] = bytes[at + 2]!;
        units[unit + 3] = bytes[at + 3]!;
        unit += 4;
        at += 4;
      }
      if (at === written) break;
    }
    const first = bytes[at++]!;
    if (first < 0x80) units[unit++] = first;
    else if (first < 0xe0) units[unit++] = ((first & 0x1f) << 6) | (bytes[at++]! & 0x3f);
    else if (first < 0xf0) {
      units[unit++] = ((first & 0xf) << 12) | ((bytes[at]! & 0x3f) << 6) | (bytes[at + 1]! & 0x3f);
      at += 2;
    } else {
      const point =
        ((first & 7) << 18) |
        ((bytes[at]! & 0x3f) << 12) |
        ((bytes[at + 1]! & 0x3f) << 6) |
        (bytes[at + 2]! & 0x3f);
      units[unit++] = 0xd7c0 + (point >> 10);
      units[unit++] = 0xdc00 | (point & 0x3ff);
      at += 3;
    }
  }
}
