/** Finds the sources that a writer may mean, each with the note that it will be; and cites those that were chosen. */

import type { InsertionPolicy } from '../features/noteInsertion';
import { insertCitation } from '../features/noteInsertion';
import type { CitedSource } from '../sources/format';
import { sourceLabel } from '../sources/label';
import type { Library } from '../sources/library';
import { span } from '../text/span';
import { NOT_OPEN, noteEdits } from './noteEdits';
import type {
  CitedSourceParams,
  CiteParams,
  FoundSource,
  FoundSources,
  NoteEdits,
  SearchSourcesParams,
} from './requests';
import type { Session } from './session';

/** Nobody reads more of a list; and each has its note made. */
const MOST_FOUND = 24;

/** Those that the report cites already come first. */
export async function searchSources(
  session: Session,
  { uri, query, chosen }: SearchSourcesParams,
): Promise<FoundSources> {
  const open = await session.report(uri);
  if (!open) return { sources: [], total: 0 };
  const { desk, analysis } = open;
  const { library, formatter } = desk.works;
  const { words, locator } = readQuery(query);
  const before = citedBy(library, chosen);
  const citedHere = new Set(analysis.report.citations.map(({ key }) => key));
  const found = desk.search.search(words, MOST_FOUND, { first: citedHere }).map(({ source }): FoundSource => {
    const cited: CitedSource = { source, locator };
    const title = typeof source.item.title === 'string' ? source.item.title.replace(/<[^>]*>/g, '') : '';
    return {
      cited: { key: source.key, ...(locator === undefined ? {} : { locator }) },
      label: sourceLabel(source.item),
      title,
      note: formatter.plain(formatter.note(...before, cited)),
      isCited: citedHere.has(source.key),
    };
  });
  const sources = [...found.filter(({ isCited }) => isCited), ...found.filter(({ isCited }) => !isCited)];
  return { sources, total: library.all.length };
}

/** The edits that cite these sources together at a place. */
export async function cite(
  session: Session,
  { uri, range, cited }: CiteParams,
  policy: InsertionPolicy,
): Promise<NoteEdits> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { report, works } = open.analysis;
  const sources = citedBy(works.library, cited);
  if (sources.length < cited.length)
    return { refusal: 'The library no longer has this source. Search for it again.' };
  const at = span(report.lines.offsetAt(range.start), report.lines.offsetAt(range.end));
  const inserted = insertCitation(open.analysis, at, sources, policy);
  if ('cannot' in inserted) return { refusal: inserted.cannot };
  const { edits, caret, problem } = inserted;
  return noteEdits(report, edits, { caret, ...(problem === undefined ? {} : { message: problem }) });
}

const citedBy = ({ sources }: Library, cited: readonly CitedSourceParams[]): CitedSource[] =>
  cited.flatMap(({ key, locator, prefix }): CitedSource[] => {
    const source = sources.get(key);
    return source ? [{ source, locator, prefix }] : [];
  });

function readQuery(query: string): { words: string; locator?: string } {
  const found = /^(.*\S)\s*,\s*((?:\p{L}+\.?\s*)?\d[\d\s,–-]*)$/u.exec(query);
  return found ? { words: found[1]!, locator: found[2]!.trim() } : { words: query };
}
