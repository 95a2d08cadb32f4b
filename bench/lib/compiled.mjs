/** The names engine as the compiler left it. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OUT } from '../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);
const compiled = (path) => require(join(OUT, 'server', 'src', path));

export const { whoIs } = compiled('analysis/who.js');
export const { compileLexicon } = compiled('glossary/lexicon.js');
export const { makeGlossary } = compiled('glossary/glossary.js');
export const { parseGlossaryFile } = compiled('glossary/parse.js');
export const { nameParts } = compiled('names/likeness/nameParts.js');
export const { compareNames, similarity } = compiled('names/likeness/similarity.js');
