/** Keeps the parts of many names packed in typed arrays, each distinct part once, and unpacks those that are asked for. */

import { Bytes, Ints } from './growing';
import type { Role } from './nameWords';
import { type NamePart, NameParts, soundForm } from './preparedName';

const ROLES: readonly Role[] = [
  'name',
  'patronymic',
  'initial',
  'kunya',
  'common',
  'article',
  'filiation',
  'title',
];
const ARABIC = 8;
const DAUGHTER = 16;
const HAS_OTHER = 32;
/** A name's flags. */
const NAME_ARABIC = 1;
const NAME_CYRILLIC = 2;
/** How many unpacked parts are kept at hand. */
const AT_HAND = 20_000;

/** Names by number, in the order in which they were added. Their texts and what was set aside are not kept. */
export class NameStore {
  /** Part `p` is at `bytes[starts[p]..]`: flags, class of given name (two bytes), length, sounds, and the other shape's length and sounds. */
  private readonly bytes = new Bytes();
  private readonly starts = new Ints();
  /** The parts of name `n` are `partIds[nameStarts[n] .. nameStarts[n + 1]]`. */
  private readonly partIds = new Ints();
  private readonly nameStarts = new Ints([0]);
  private readonly flags = new Bytes();
  private readonly digits = new Map<number, string>();
  private known: Map<string, number> | undefined = new Map();
  private readonly unpacked = new Map<number, NamePart>();

  /** How many names there are. */
  get size(): number {
    return this.flags.length;
  }

  /** Adds a name after the last. Not after `close`. */
  add(name: NameParts): void {
    if (name.digits !== '') this.digits.set(this.size, name.digits);
    for (const part of name.parts) this.partIds.push(this.idOf(part));
    this.flags.push((name.arabic ? NAME_ARABIC : 0) | (name.cyrillic ? NAME_CYRILLIC : 0));
    this.nameStarts.push(this.partIds.length);
  }

  /** Ends adding: forgets what only adding needs and gives back room that is not used. */
  close(): void {
    this.known = undefined;
    for (const list of [this.bytes, this.starts, this.partIds, this.nameStarts, this.flags]) list.trim();
  }

  /** The name of a number, unpacked; its text is its number. */
  get(name: number): NameParts {
    const parts: NamePart[] = [];
    for (let at = this.nameStarts.at(name); at < this.nameStarts.at(name + 1); at++)
      parts.push(this.part(this.partIds.at(at)));
    const flags = this.flags.at(name);
    const digits = this.digits.get(name) ?? '';
    return new NameParts(
      `#${name}`,
      parts,
      digits,
      [],
      (flags & NAME_ARABIC) !== 0,
      (flags & NAME_CYRILLIC) !== 0,
    );
  }

  private idOf(part: NamePart): number {
    const other = part.other?.codes;
    const packed = [
      ROLES.indexOf(part.role) |
        (part.arabic ? ARABIC : 0) |
        (part.daughter ? DAUGHTER : 0) |
        (other === undefined ? 0 : HAS_OTHER),
      (part.given + 1) & 255,
      (part.given + 1) >> 8,
      part.form.codes.length,
      ...part.form.codes,
      ...(other === undefined ? [] : [other.length, ...other]),
    ];
    const key = String.fromCharCode(...packed);
    let id = this.known?.get(key);
    if (id === undefined) {
      id = this.starts.length;
      this.starts.push(this.bytes.length);
      for (const byte of packed) this.bytes.push(byte);
      this.known?.set(key, id);
    }
    return id;
  }

  private part(id: number): NamePart {
    const kept = this.unpacked.get(id);
    if (kept !== undefined) return kept;
    let at = this.starts.at(id);
    const flags = this.bytes.at(at);
    const given = this.bytes.at(at + 1) + (this.bytes.at(at + 2) << 8) - 1;
    const read = (): number[] => {
      const length = this.bytes.at(at++);
      const codes: number[] = [];
      for (let each = 0; each < length; each++) codes.push(this.bytes.at(at++));
      return codes;
    };
    at += 3;
    const form = soundForm(read());
    const other = (flags & HAS_OTHER) !== 0 ? soundForm(read()) : undefined;
    const part: NamePart = {
      text: '',
      role: ROLES[flags & 7]!,
      arabic: (flags & ARABIC) !== 0,
      form,
      other,
      given,
      daughter: (flags & DAUGHTER) !== 0,
    };
    if (this.unpacked.size >= AT_HAND) this.unpacked.clear();
    this.unpacked.set(id, part);
    return part;
  }
}
