/** Works of reference out of a glossary and a library as texts, for tests of what looks things up in them. */

import type { WorksOfReference } from '../../server/src/analysis/works';
import { makeGlossary } from '../../server/src/glossary/glossary';
import { compileLexicon } from '../../server/src/glossary/lexicon';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { makeLibrary } from '../../server/src/sources/library';
import { readSourceFile } from '../../server/src/sources/read';

export function worksOf(glossary: string, sources?: string): WorksOfReference {
  const library = makeLibrary(sources === undefined ? [] : [readSourceFile('/library.yaml', sources)]);
  const lexicon = compileLexicon(makeGlossary([parseGlossaryFile('/glossary.yaml', glossary)]));
  return { lexicon, library, severities: new Map() };
}
