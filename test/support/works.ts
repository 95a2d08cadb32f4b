/** Works of reference out of a glossary and a library as texts, for tests of what looks things up in them. */

import { DEFAULT_INTRODUCTIONS, type WorksOfReference } from '../../server/src/analysis/works';
import { makeGlossary } from '../../server/src/glossary/glossary';
import { compileLexicon } from '../../server/src/glossary/lexicon';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { makeFormatter } from '../../server/src/sources/formatting/format';
import { DEFAULT_STYLE, styleOrDefault } from '../../server/src/sources/formatting/styles';
import { makeLibrary } from '../../server/src/sources/library';
import { readSourceFile } from '../../server/src/sources/reading/read';

export function worksOf(glossary: string, sources?: string): WorksOfReference {
  const library = makeLibrary(sources === undefined ? [] : [readSourceFile('/library.yaml', sources)]);
  const lexicon = compileLexicon(makeGlossary([parseGlossaryFile('/glossary.yaml', glossary)]));
  return { ...NO_SOURCES, lexicon, library };
}

/** What is the same for all: a library without sources, the default style, no rule set otherwise. */
export const NO_SOURCES: Omit<WorksOfReference, 'lexicon'> = {
  library: makeLibrary([]),
  formatter: makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) }),
  citations: 'footnote',
  introductions: DEFAULT_INTRODUCTIONS,
  severities: new Map(),
};
