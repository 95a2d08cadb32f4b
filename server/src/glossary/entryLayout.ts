/** Writes a new entry into its section, in the style in which its neighbours are written. */

import type { Edit } from '../text/edit';
import { columnOf } from '../text/lines';
import { insertInFlow, insertLines } from '../text/yamlInsertion';
import {
  isEmpty,
  isNothing,
  type MapLayout,
  pairEnd,
  pairOf,
  pairSpan,
  type YamlLayout,
} from '../text/yamlLayout';
import { mapIndent, type NewItem, YamlStyle } from './yamlStyle';

/** The keys of an entry in the order in which they are to stand. */
export type NewEntry = { readonly name: string } & Readonly<Record<string, string | readonly NewItem[]>>;

const USUAL_INDENT = 2;

/**
 * Undefined where there is no place for it.
 *
 * @param section undefined where `root` holds the entries of the section, and nothing else.
 */
export function writeEntry(
  text: string,
  root: YamlLayout | undefined,
  section: string | undefined,
  id: string,
  fields: NewEntry,
): Edit[] | undefined {
  if (root === undefined) return section === undefined ? undefined : [atTheEnd(text, section, id, fields)];
  if (root.is !== 'map') return undefined;
  const pair = section === undefined ? undefined : pairOf(root, section);
  const entries = section === undefined ? root : pair?.value;
  const model = modelOf(root, entries);
  const writer = new EntryWriter(text, model, root);
  if (entries?.is === 'map' && (entries.pairs.length > 0 || root.isFlow)) {
    const { pairs } = entries;
    if (entries.isFlow)
      return insertInFlow(
        text,
        entries.span,
        pairs.map(pairSpan),
        pairs.length - 1,
        writer.inFlow(id, fields),
      );
    const lines = insertLines(
      text,
      pairEnd(pairs.at(-1)!),
      columnOf(text, entries.span.start),
      writer.lines(id, fields, columnOf(text, entries.span.start)),
    );
    return [areApart(text, entries) ? setApart(text, lines, writer.style.eol) : lines];
  }
  if (section === undefined) return undefined;
  const indent = model.section ? mapIndent(text, root, model.section) : USUAL_INDENT;
  if (!pair) {
    const last = root.pairs.at(-1);
    const heading = `${writer.style.key(section)}:`;
    if (root.isFlow) {
      const part = `${heading} { ${writer.inFlow(id, fields)} }`;
      return insertInFlow(text, root.span, root.pairs.map(pairSpan), root.pairs.length - 1, part);
    }
    const column = columnOf(text, root.span.start);
    const body = ' '.repeat(column + indent) + writer.lines(id, fields, column + indent);
    const lines = insertLines(
      text,
      last ? pairEnd(last) : root.span.end,
      column,
      heading + writer.style.eol + body,
    );
    return [setApart(text, lines, writer.style.eol)];
  }
  if (root.isFlow)
    return entries && holdsNothing(text, entries)
      ? [{ span: entries.span, newText: `{ ${writer.inFlow(id, fields)} }` }]
      : undefined;
  const column = columnOf(text, root.span.start) + indent;
  const after = pairEnd(pair);
  const added = insertLines(text, after, column, writer.lines(id, fields, column), column - indent);
  if (entries && isEmpty(entries)) return [added];
  if (!entries || !holdsNothing(text, entries)) return undefined;
  // `places: {}` gives way to lines.
  const colon = text.slice(0, entries.span.start).trimEnd().length;
  return [{ span: { start: colon, end: entries.span.end }, newText: '' }, added];
}

/** `{}`, `[]`, `~`: what stands for no entries, without a comment in it. */
const holdsNothing = (text: string, layout: YamlLayout): boolean =>
  isNothing(layout) || /^(?:\{\s*\}|\[\s*\])$/.test(text.slice(layout.span.start, layout.span.end));

/** A file that holds nothing, or comments only. */
function atTheEnd(text: string, section: string, id: string, fields: NewEntry): Edit {
  const writer = new EntryWriter(text, {}, undefined);
  const { eol } = writer.style;
  const lines = `${section}:${eol}${' '.repeat(USUAL_INDENT)}${writer.lines(id, fields, USUAL_INDENT)}${eol}`;
  const isAtLineStart = text === '' || text.endsWith('\n');
  return { span: { start: text.length, end: text.length }, newText: (isAtLineStart ? '' : eol) + lines };
}

/** Entries to be like: those of the section, else those of the last section that has some. */
interface Model {
  readonly section?: MapLayout;
  readonly entry?: MapLayout;
}

function modelOf(root: MapLayout, entries: YamlLayout | undefined): Model {
  const sections = [entries, ...root.pairs.map(({ value }) => value).reverse()];
  for (const section of sections) {
    const entry = section?.is === 'map' ? section.pairs.at(-1)?.value : undefined;
    if (section?.is === 'map' && entry?.is === 'map') return { section, entry };
  }
  return {};
}

class EntryWriter {
  readonly style: YamlStyle;
  readonly #isFlow: boolean;
  readonly #indent: number;

  constructor(text: string, { section, entry }: Model, root: MapLayout | undefined) {
    this.style = new YamlStyle(
      text,
      [entry, section, root].filter((layout) => layout !== undefined),
    );
    this.#isFlow = entry?.isFlow ?? false;
    this.#indent =
      section && entry && !entry.isFlow && !section.isFlow ? mapIndent(text, section, entry) : USUAL_INDENT;
  }

  inFlow(id: string, fields: NewEntry): string {
    const pairs = Object.entries(fields).map(([key, value]) => this.#pair(key, value, true));
    return `${this.style.key(id)}: { ${pairs.join(', ')} }`;
  }

  /** The first line is not indented, the others are. */
  lines(id: string, fields: NewEntry, column: number): string {
    if (this.#isFlow) return this.inFlow(id, fields);
    const inner = column + this.#indent;
    const rows = [`${this.style.key(id)}:`];
    for (const [key, value] of Object.entries(fields)) {
      if (typeof value === 'string' || !this.style.prefersBlockLists || value.length === 0) {
        rows.push(' '.repeat(inner) + this.#pair(key, value, false));
        continue;
      }
      rows.push(`${' '.repeat(inner)}${this.style.key(key)}:`);
      const margin = ' '.repeat(inner + this.style.listIndent);
      for (const item of value) rows.push(`${margin}- ${this.style.item(item, false)}`);
    }
    return rows.join(this.style.eol);
  }

  #pair(key: string, value: string | readonly NewItem[], isFlow: boolean): string {
    const written =
      typeof value === 'string'
        ? this.style.text(value, isFlow)
        : `[${value.map((item) => this.style.item(item, true)).join(', ')}]`;
    return `${this.style.key(key)}: ${written}`;
  }
}

/** With an empty line before, if there is none yet; a block scalar that keeps its last lines would keep it as well. */
const setApart = (text: string, { span, newText }: Edit, eol: string): Edit =>
  /\n\r?\n$/.test(text.slice(Math.max(0, span.start - 3), span.start))
    ? { span, newText }
    : { span, newText: eol + newText };

/** Whether an empty line stands between the last two entries. */
function areApart(text: string, { pairs }: MapLayout): boolean {
  const [before, last] = pairs.slice(-2);
  return before !== undefined && last !== undefined
    ? /\n[ \t]*\r?\n/.test(text.slice(pairEnd(before), last.key.span.start))
    : false;
}
