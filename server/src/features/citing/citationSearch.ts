/** Finds what a query asks to cite: for its last part the sources that may be meant, each together with those before it. */

import type { Analysis } from '../../analysis/analyze';
import { citationsOf } from '../../analysis/notes/deskCitations';
import type { CitedSources } from '../../sources/formatting/format';
import type { SourceSearch } from '../../sources/searching/search';
import type { Source } from '../../sources/source';
import { asCited, askedSource } from './citationCompletion';
import { readQuery } from './citationQuery';

export interface FoundCitation {
  /** The source that was found. */
  readonly source: Source;
  /** All that is cited, this source last. */
  readonly cited: CitedSources;
  /** Whether the report cites the source already. */
  readonly isCited: boolean;
}

/** At most `most`, those that the report cites already first; then the best first. */
export function searchCitations(
  { report, works }: Pick<Analysis, 'report' | 'works'>,
  search: SourceSearch,
  query: string,
  most: number,
): FoundCitation[] {
  const asked = readQuery(query);
  const last = asked.at(-1)!;
  const before = asked.slice(0, -1).flatMap((one) => askedSource(one, works.library, { search }) ?? []);
  const citedHere = new Set(citationsOf(report, works).map(({ key }) => key));
  const found = search.search(last.words, most, { first: citedHere }).map(({ source }) => ({
    source,
    cited: [...before, asCited(source, last)],
    isCited: citedHere.has(source.key),
  }));
  return [...found.filter(({ isCited }) => isCited), ...found.filter(({ isCited }) => !isCited)];
}
