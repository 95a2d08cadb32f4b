/** Finds the sources that a writer may mean, each with the note that it will be; and cites those that were chosen. */

import { searchCitations } from '../features/citationSearch';
import { citationText } from '../features/citationText';
import { type InsertionPolicy, insertCitation } from '../features/noteInsertion';
import type { CitedSource } from '../sources/format';
import { sourceLabel } from '../sources/label';
import { span } from '../text/span';
import { NOT_OPEN, noteEdits } from './noteEdits';
import type { CiteParams, FoundSource, FoundSources, NoteEdits, SearchSourcesParams } from './requests';
import type { Session } from './session';

/** Nobody reads more of a list; and each has its note made. */
const MOST_FOUND = 24;

/** Those that the report cites already come first. */
export async function searchSources(
  session: Session,
  { uri, query }: SearchSourcesParams,
): Promise<FoundSources> {
  const open = await session.report(uri);
  if (!open) return { sources: [], total: 0 };
  const { desk, analysis } = open;
  const { library, formatter } = desk.works;
  await session.pace(desk.search.steps());
  const found = searchCitations(analysis, desk.search, query, MOST_FOUND);
  const sources = found.map(
    ({ source: { item }, cited, isCited }): FoundSource => ({
      cited: cited.map(({ source, locator, prefix, suppressesAuthor }) => ({
        key: source.key,
        ...(locator === undefined ? {} : { locator }),
        ...(prefix === undefined ? {} : { prefix }),
        ...(suppressesAuthor ? { suppressesAuthor } : {}),
      })),
      label: cited.map(labelOf).join('; '),
      title: typeof item.title === 'string' ? item.title.replace(/<[^>]*>/g, '') : '',
      note: formatter.plain(formatter.note(...cited)),
      query: citationText(cited) ?? query,
      isCited,
    }),
  );
  return { sources, total: library.all.length };
}

const labelOf = ({ source, locator }: CitedSource): string =>
  locator === undefined ? sourceLabel(source.item) : `${sourceLabel(source.item)}, ${locator}`;

/** The edits that cite these sources together at a place. */
export async function cite(
  session: Session,
  { uri, range, cited }: CiteParams,
  policy: InsertionPolicy,
): Promise<NoteEdits> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { report, works } = open.analysis;
  const sources = cited.flatMap(({ key, ...how }): CitedSource[] => {
    const source = works.library.sources.get(key);
    return source ? [{ source, ...how }] : [];
  });
  if (sources.length < cited.length)
    return { refusal: 'The library no longer has this source. Search for it again.' };
  const at = span(report.lines.offsetAt(range.start), report.lines.offsetAt(range.end));
  const inserted = insertCitation(open.analysis, at, sources, policy);
  if ('cannot' in inserted) return { refusal: inserted.cannot };
  const { edits, caret, problem } = inserted;
  return noteEdits(report, edits, { caret, ...(problem === undefined ? {} : { message: problem }) });
}
