/** The core as it is shipped: bundled from its sources, so that what is measured is what users run. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { CACHE, ROOT } from '../../scripts/lib/paths.mjs';

/** What the parts of the bench use, by the module that exports it. */
const EXPORTS = {
  'analysis/analyze': ['analyze'],
  'analysis/findMentions': ['findMentions'],
  'desk/deskKeeper': ['DeskKeeper'],
  'desk/nodeCache': ['nodeCache'],
  'desk/nodeFiles': ['nodeFiles'],
  'features/completion': ['completeAt'],
  'features/citing/updateNotes': ['updateNotes'],
  'glossary/glossary': ['makeGlossary'],
  'glossary/lexicon': ['compileLexicon'],
  'glossary/parse': ['parseGlossaryFile'],
  'lsp/rest': ['makeRest'],
  'markdown/report': ['readReport'],
  'names/fold': ['foldText'],
  'names/nameIndex': ['NameIndex'],
  'names/words': ['readWords', 'Words'],
  'sources/formatting/format': ['makeFormatter'],
  'sources/library': ['makeLibrary'],
  'sources/reading/read': ['readSourceFile', 'readSourceSteps'],
  'sources/searching/search': ['makeSourceSearch'],
  'sources/formatting/styles': ['styleOrDefault'],
  'sources/written/takeApart': ['takeNoteApart'],
  'sources/written/takenItem': ['itemOf'],
  'sources/written/details': ['readDetails'],
  'sources/written/names': ['readName'],
};

const outfile = join(CACHE, 'bench', 'core.cjs');
buildSync({
  stdin: {
    contents: Object.entries(EXPORTS)
      .map(([path, names]) => `export { ${names.join(', ')} } from './server/src/${path}';`)
      .join('\n'),
    resolveDir: ROOT,
  },
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
});

export const {
  analyze,
  DeskKeeper,
  nodeCache,
  nodeFiles,
  makeRest,
  findMentions,
  completeAt,
  updateNotes,
  makeGlossary,
  compileLexicon,
  parseGlossaryFile,
  readReport,
  foldText,
  NameIndex,
  readWords,
  Words,
  makeLibrary,
  readSourceFile,
  readSourceSteps,
  makeSourceSearch,
  makeFormatter,
  styleOrDefault,
  takeNoteApart,
  itemOf,
  readDetails,
  readName,
} = createRequire(import.meta.url)(outfile);

/** What an analysis looks things up in, from the text of a glossary and of a library. */
export function worksOf(glossary, sources) {
  const library = makeLibrary(sources === undefined ? [] : [readSourceFile('/library.json', sources)]);
  const lexicon = compileLexicon(makeGlossary([parseGlossaryFile('/glossary.yaml', glossary)]));
  return { lexicon, library, introductions: { known: new Set(), restart: [] }, severities: new Map() };
}
