/** The list of the sources that a report cites, as its desk's style makes it, and where it is kept in the report. */

import { keptFor, type Report } from '../../markdown/report';
import type { Bibliography, Formatter } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import { lineEndOf } from '../../text/lines';
import { type KeptListState, listText, stateOfList } from '../keptList';
import type { WorksOfReference } from '../works';
import { citationsOf, listsAll } from './deskCitations';

/** The last list that a formatter made: at most keystrokes, the sources that are cited stay the same. */
const known = new WeakMap<Formatter, { sources: readonly Source[]; bibliography: Bibliography }>();

/** The sources that the report cites, each once, in the order of their first citations; unknown keys are left out. */
function citedIn(report: Report, works: WorksOfReference): readonly Source[] {
  const cited = citationsOf(report, works).flatMap(({ key }) => works.library.sources.get(key) ?? []);
  const others = listsAll(report, works) ? works.library.sources.values() : [];
  return [...new Set([...cited, ...others])];
}

/** The lists that are kept in the report. Loads the citation processor, unless the same was asked before. */
export function keptBibliographies(report: Report, works: WorksOfReference): readonly KeptListState[] {
  if (keptFor(report, 'bibliography').length === 0) return [];
  return kept(report, made(citedIn(report, works), works.formatter));
}

/** The list that the report would keep, with the blank lines around it. Loads the citation processor. */
export const madeBibliography = (report: Report, works: WorksOfReference): string =>
  listText(contentOf(made(citedIn(report, works), works.formatter)), lineEndOf(report.text));

/** The same as `keptBibliographies` where it is known without the processor. */
export function knownBibliographies(
  report: Report,
  works: WorksOfReference,
): readonly KeptListState[] | undefined {
  if (keptFor(report, 'bibliography').length === 0) return [];
  const earlier = earlierOf(citedIn(report, works), works.formatter);
  return earlier && kept(report, earlier);
}

const contentOf = ({ entries }: Bibliography): string => entries.map(({ text }) => text).join('\n\n');

const kept = (report: Report, bibliography: Bibliography): readonly KeptListState[] =>
  keptFor(report, 'bibliography').map((block) => {
    const state = stateOfList(report, block, contentOf(bibliography));
    return bibliography.isPlain ? { ...state, isCurrent: true } : state;
  });

function made(sources: readonly Source[], formatter: Formatter): Bibliography {
  const earlier = earlierOf(sources, formatter);
  if (earlier) return earlier;
  const bibliography = formatter.bibliography(sources);
  known.set(formatter, { sources, bibliography });
  return bibliography;
}

function earlierOf(sources: readonly Source[], formatter: Formatter): Bibliography | undefined {
  const earlier = known.get(formatter);
  const isSame =
    earlier?.sources.length === sources.length &&
    sources.every((source, index) => source === earlier.sources[index]);
  return isSame ? earlier.bibliography : undefined;
}
