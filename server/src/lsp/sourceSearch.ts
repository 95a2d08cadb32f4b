/** Finds the sources that a writer may mean, each with the note that it will be; and cites those that were chosen. */

import { type FoundCitation, searchCitations } from '../features/citing/citationSearch';
import { citationText } from '../features/citing/citationText';
import { type InsertionPolicy, insertCitation } from '../features/citing/noteInsertion';
import type { CitedSource, CitedSources, Formatter } from '../sources/formatting/format';
import { labelsApart } from '../sources/label';
import type { Library } from '../sources/library';
import type { Source } from '../sources/source';
import { span } from '../text/span';
import type { Steps } from '../text/steps';
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
import * as toProto from './toProto';

/** Nobody reads more of a list. */
const MOST_FOUND = 20;
/** Who types on sees many of the same notes again. */
const MOST_NOTES_KEPT = 500;

/** Those that the report cites already come first; null where there is no report, or nobody wants them any longer. */
export async function searchSources(
  session: Session,
  { uri, query }: SearchSourcesParams,
  isWanted: () => boolean,
): Promise<FoundSources | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { desk, analysis } = open;
  await session.pace(desk.search.steps());
  const found = searchCitations(analysis, desk.search, query, MOST_FOUND);
  const sources = await session.pace(described(found, query, desk.works.formatter, isWanted));
  return sources ? { sources, total: desk.works.library.all.length } : null;
}

/** To make a note takes milliseconds: others have their turn between two. */
function* described(
  found: readonly FoundCitation[],
  query: string,
  formatter: Formatter,
  isWanted: () => boolean,
): Steps<FoundSource[] | undefined> {
  const sources: FoundSource[] = [];
  const labelOf = labelsApart(found.map(({ source }) => source.item));
  for (const { source, cited, isCited } of found) {
    yield;
    if (!isWanted()) return undefined;
    const { title } = source.item;
    const asked = citationText(cited);
    sources.push({
      cited: cited.map(toProto.citedParams),
      label: cited.map((one) => withPlace(labelOf(one.source.item), one)).join('; '),
      title: typeof title === 'string' ? title.replace(/<[^>]*>/g, '') : '',
      note: noteOf(formatter, cited, asked),
      query: asked ?? query,
      isCited,
    });
  }
  return sources;
}

interface KeptNote {
  readonly sources: readonly Source[];
  readonly note: string;
}

const kept = new WeakMap<Formatter, Map<string, KeptNote>>();

/** As plain text; `asked` tells one citation from another. A source that was read again is another one. */
function noteOf(formatter: Formatter, cited: CitedSources, asked: string | undefined): string {
  const make = () => formatter.plain(formatter.note(...cited));
  if (asked === undefined) return make();
  let notes = kept.get(formatter);
  if (!notes || notes.size >= MOST_NOTES_KEPT) {
    notes = new Map();
    kept.set(formatter, notes);
  }
  const before = notes.get(asked);
  if (before?.sources.every((source, k) => source === cited[k]?.source)) return before.note;
  const note = make();
  notes.set(asked, { sources: cited.map(({ source }) => source), note });
  return note;
}

const withPlace = (label: string, { locator }: CitedSource): string =>
  locator === undefined ? label : `${label}, ${locator}`;

/** The edits that cite these sources together at a place. */
export async function cite(
  session: Session,
  { uri, range, cited }: CiteParams,
  policy: InsertionPolicy,
): Promise<NoteEdits> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { report, works } = open.analysis;
  const sources = namedSources(works.library, cited);
  if (sources.length < cited.length)
    return { refusal: 'The library no longer has this source. Search for it again.' };
  const at = span(report.lines.offsetAt(range.start), report.lines.offsetAt(range.end));
  const inserted = insertCitation(open.analysis, at, sources, policy);
  if ('refusal' in inserted) return inserted;
  const { edits, caret, problem } = inserted;
  return noteEdits(report, edits, { caret, ...(problem === undefined ? {} : { message: problem }) });
}

/** What a client names, of the library as it now is: without the sources that it no longer has. */
export const namedSources = ({ sources }: Library, cited: readonly CitedSourceParams[]): CitedSources =>
  cited.flatMap(({ key, ...how }): CitedSource[] => {
    const source = sources.get(key);
    return source ? [{ source, ...how }] : [];
  });
