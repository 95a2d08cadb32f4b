/** Reads the notation in which romanisation tables are written, and holds what it says. */

/**
 * The notation: entries with white space between them, all in lower case.
 *
 * - `ж=zh`: this letter (or these letters, `зг=zgh`) becomes that; `ь=` drops it.
 * - `[#аеё]е=ye`: only behind one of these letters; `#` among them stands for the beginning of the word.
 * - `ц[#]=s`: only in front of one of these letters; `#` among them stands for the end of the word.
 * - `#е=ye` and `ц#=s` are short for `[#]е=ye` and `ц[#]=s`.
 *
 * Longer sources go before shorter ones, entries with a condition before those without, and then the one
 * written first wins; of two entries without a condition for the same source, the later one replaces the
 * earlier, so that a table can be written as another one and its differences.
 */
export type Notation = string;

/** One entry: what it replaces, where, and by what (lower case). */
export interface Entry {
  readonly source: readonly string[];
  /** Letters of which one must stand before; `#` is the beginning of the word. */
  readonly before?: ReadonlySet<string>;
  /** Letters of which one must stand behind; `#` is the end of the word. */
  readonly behind?: ReadonlySet<string>;
  readonly latin: string;
}

/** A table ready for use. */
export interface Table {
  /** The entries by the first letter of their source, in the order in which they are tried. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Capitals that are not what the language-free rule gives: `i` to `İ`. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Pairs of neighbours between which the standard allows a raised dot, so that *тс* is not read as *ц*. */
  readonly apart: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[];
}

export interface TableExtras {
  /** `'i=İ'`, several with spaces between. */
  readonly capitals?: string;
  /** `'тс [йы][ауыэ]'`: two letters, or two classes of letters, each. */
  readonly apart?: string;
}

const ENTRY = /^(?:\[([^\]]*)\]|(#))?([^\s=[\]#]+)(?:\[([^\]]*)\]|(#))?=([^\s=]*)$/u;
const PAIR = /^(?:\[([^\]]+)\]|([^[\]]))(?:\[([^\]]+)\]|([^[\]]))$/u;

const fields = (notation: string): string[] => notation.normalize('NFC').split(/\s+/u).filter(Boolean);

function readEntry(field: string): Entry {
  const match = ENTRY.exec(field);
  if (!match) throw new SyntaxError(`“${field}” is no entry of a romanisation table: write “ж=zh”.`);
  const [, left, start, source, right, end, latin] = match;
  const before = left ?? start;
  const behind = right ?? end;
  return {
    source: [...(source ?? '')],
    latin: latin ?? '',
    ...(before === undefined ? {} : { before: new Set(before) }),
    ...(behind === undefined ? {} : { behind: new Set(behind) }),
  };
}

const isConditional = (entry: Entry): boolean => entry.before !== undefined || entry.behind !== undefined;

/** Compiles a table; throws a `SyntaxError` on an entry that is not in the notation. */
export function compileTable(notation: Notation, extras: TableExtras = {}): Table {
  const plain = new Map<string, Entry>();
  const conditional: Entry[] = [];
  for (const entry of fields(notation).map(readEntry)) {
    if (isConditional(entry)) conditional.push(entry);
    else plain.set(entry.source.join(''), entry);
  }
  const entries = new Map<string, Entry[]>();
  for (const entry of [...conditional, ...plain.values()]) {
    const first = entry.source[0] ?? '';
    entries.set(first, [...(entries.get(first) ?? []), entry]);
  }
  // The sort is stable, so conditional entries stay in front and in the order in which they were written.
  for (const list of entries.values()) list.sort((a, b) => b.source.length - a.source.length);
  return {
    entries,
    capitals: new Map(fields(extras.capitals ?? '').map((field) => [field.slice(0, 1), field.slice(2)])),
    apart: fields(extras.apart ?? '').map((field) => {
      const match = PAIR.exec(field);
      if (!match) throw new SyntaxError(`“${field}” is no pair of letters: write “тс” or “[йы][ау]”.`);
      return [new Set(match[1] ?? match[2]), new Set(match[3] ?? match[4])] as const;
    }),
  };
}
