/** Puts named arrays into one run of bytes, and takes them out again without copying, if not a bit has changed. */

import { finish, type Steps } from '../text/steps';

/** What a compiled index is made of. */
export type PackedArray = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array;
export type Packed = Readonly<Record<string, PackedArray>>;

const KINDS = { Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array } as const;
type KindName = keyof typeof KINDS;
type Entry = readonly [name: string, kind: KindName, start: number, length: number];

const MAGIC = 0x4e4d434c;
const HEADER = 16;
const ALIGNED = 8;
/** Bytes and words of four bytes: a few milliseconds each. */
const COPIED_AT_ONCE = 1 << 22;
const SUMMED_AT_ONCE = 1 << 21;
const aligned = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;

/** Names may hold any character. The bytes are those of this machine: a cache is read where it was written. */
export const pack = (arrays: Packed): Uint8Array => finish(packSteps(arrays));

export function* packSteps(arrays: Packed): Steps<Uint8Array> {
  const entries: Entry[] = [];
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    entries.push([name, kindOf(array), end, array.length]);
    end = aligned(end + array.byteLength);
  }
  const directory = new TextEncoder().encode(JSON.stringify(entries));
  const begin = aligned(HEADER + directory.length);
  const bytes = new Uint8Array(begin + end);
  bytes.set(directory, HEADER);
  for (const [name, , start] of entries) {
    const { buffer, byteOffset, byteLength } = arrays[name]!;
    const from = new Uint8Array(buffer, byteOffset, byteLength);
    for (let at = 0; at < from.length; at += COPIED_AT_ONCE) {
      bytes.set(from.subarray(at, at + COPIED_AT_ONCE), begin + start + at);
      yield;
    }
  }
  const header = new Uint32Array(bytes.buffer, 0, HEADER / 4);
  header[0] = MAGIC;
  header[1] = directory.length;
  header[2] = bytes.length;
  header[3] = yield* checksum(bytes);
  return bytes;
}

/** The arrays, as views of `bytes`; undefined where the bytes are not just those that `pack` gave. Never throws. */
export const unpack = (bytes: Uint8Array): Packed | undefined => finish(unpackSteps(bytes));

export function* unpackSteps(bytes: Uint8Array): Steps<Packed | undefined> {
  // Views of four-byte numbers need a start that four divides.
  const own = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice();
  if (own.length < HEADER || own.length % ALIGNED !== 0) return undefined;
  const header = new Uint32Array(own.buffer, own.byteOffset, HEADER / 4);
  if (header[0] !== MAGIC || header[2] !== own.length || header[3] !== (yield* checksum(own)))
    return undefined;
  const begin = aligned(HEADER + header[1]!);
  try {
    const directory = new TextDecoder().decode(own.subarray(HEADER, HEADER + header[1]!));
    const arrays: Record<string, PackedArray> = {};
    for (const [name, kind, start, length] of JSON.parse(directory) as Entry[])
      arrays[name] = new KINDS[kind](own.buffer as ArrayBuffer, own.byteOffset + begin + start, length);
    return arrays;
  } catch {
    return undefined;
  }
}

/** The arrays with a word before their names, so that those of several indexes can lie side by side. */
export function under(prefix: string, arrays: Packed): Packed {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}.${name}`, array]));
}

/** Those with the word before their names, without it. */
export function from(prefix: string, arrays: Packed): Packed {
  const start = `${prefix}.`;
  const own = Object.entries(arrays).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(own.map(([name, array]) => [name.slice(start.length), array]));
}

function kindOf(array: PackedArray): KindName {
  const kind = Object.entries(KINDS).find(([, Kind]) => array instanceof Kind);
  return kind![0] as KindName;
}

/** Of all but the header. Four sums side by side, each of every fourth number: the machine does them at once. */
function* checksum(bytes: Uint8Array): Steps<number> {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + HEADER, (bytes.length - HEADER) >> 2);
  const sums = Int32Array.of(0x811c9dc5, 0x2c1b3c6d, 0x297a2d39, 0x1b873593);
  for (let start = 0; start < words.length; start += SUMMED_AT_ONCE) {
    addTo(sums, words, start, Math.min(words.length, start + SUMMED_AT_ONCE));
    yield;
  }
  return sums.reduce(mixed, words.length) >>> 0;
}

const mixed = (sum: number, word: number): number =>
  (Math.imul(sum ^ word, 0x01000193) + ((sum ^ word) >>> 15)) | 0;

function addTo(sums: Int32Array, words: Uint32Array, start: number, end: number): void {
  let a = sums[0]!;
  let b = sums[1]!;
  let c = sums[2]!;
  let d = sums[3]!;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    a = mixed(a, words[at]!);
    b = mixed(b, words[at + 1]!);
    c = mixed(c, words[at + 2]!);
    d = mixed(d, words[at + 3]!);
  }
  for (; at < end; at++) a = mixed(a, words[at]!);
  sums.set([a, b, c, d]);
}
