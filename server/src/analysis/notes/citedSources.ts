/** Looks up the sources that a citation names, as the formatter wants them. */

import type { CitationCluster } from '../../markdown/report';
import type { CitedSource, CitedSources } from '../../sources/formatting/format';
import type { Library } from '../../sources/library';

/** The sources cited together; undefined where one of the keys is not in the library. */
export function citedSources({ cites }: CitationCluster, { sources }: Library): CitedSources | undefined {
  const cited: CitedSource[] = [];
  for (const { key, locator, prefix, suffix, suppressesAuthor, authorInText } of cites) {
    const source = sources.get(key);
    if (!source) return undefined;
    cited.push({ source, locator, prefix, suffix, suppressesAuthor, authorInText });
  }
  return cited;
}
