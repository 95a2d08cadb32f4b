/** Lists what stands in a file of the desk’s own, for an outline: sections and entries, or the keys of a configuration. */

import { type EntityType, TYPE_OF_SECTION } from '../../glossary/entity';
import type { Glossary } from '../../glossary/glossary';
import { formatOf, type GlossaryFile } from '../../glossary/parse';
import type { Span } from '../../text/span';
import type { Steps } from '../../text/steps';
import { type EntryPlace, entryPlaces } from '../../text/yamlOutline';
import type { DeskFile } from './filePlace';

export interface FileSymbol {
  /** The house form of an entity, where the glossary knows it; else the key. */
  readonly name: string;
  /** The id of an entity. */
  readonly detail: string;
  /** Undefined for a section or a key. */
  readonly type: EntityType | undefined;
  /** All of it. */
  readonly span: Span;
  /** Its key. */
  readonly at: Span;
  readonly children: readonly FileSymbol[];
}

/** Nobody looks through more of an outline. */
export const MOST_SYMBOLS = 10_000;

/** The entries of a glossary file in YAML, each with its key, in the order of the text; at most so many. */
export function* entriesIn(
  text: string,
  most: number,
): Steps<(EntryPlace & { readonly type: EntityType })[] | undefined> {
  const sections = yield* entryPlaces(text, most);
  return sections?.flatMap(({ key, entries }) => {
    const type = TYPE_OF_SECTION.get(key);
    return type ? entries.map((entry) => ({ ...entry, type })) : [];
  });
}

/**
 * At most so many entries; of a long text that is not laid out as a map of maps in block style, none.
 *
 * @param read what a glossary file gave when it was last read.
 */
export function* fileSymbols(
  { path, text, shape }: DeskFile,
  read: GlossaryFile | undefined,
  glossary: Glossary,
): Steps<FileSymbol[]> {
  if (formatOf(path) !== 'yaml') return read ? yield* rowSymbols(text, read) : [];
  const sections = (yield* entryPlaces(text, MOST_SYMBOLS)) ?? [];
  return sections.map(({ key, span, at, entries }) => {
    const type = shape.keys[key]?.value.is === 'entries' ? TYPE_OF_SECTION.get(key) : undefined;
    const children = entries.map((entry): FileSymbol => {
      const name = type && glossary.entities.get(entry.key)?.name;
      const detail = name === undefined ? '' : entry.key;
      return { name: name ?? entry.key, detail, type, span: entry.span, at: entry.at, children: [] };
    });
    return { name: key, detail: '', type: undefined, span, at, children };
  });
}

/** The entities of a table or of JSON lines, as they were last read. */
function* rowSymbols(text: string, read: GlossaryFile): Steps<FileSymbol[]> {
  const symbols: FileSymbol[] = [];
  for (const { id, name, type, origin } of read.entities.slice(0, MOST_SYMBOLS)) {
    if (symbols.length % 500 === 0) yield;
    const { start, end } = read.locate(origin.yamlPath, 'key');
    // The text may have become shorter since.
    if (end > text.length) break;
    const span = { start, end };
    symbols.push({ name, detail: id, type, span, at: span, children: [] });
  }
  return symbols;
}
