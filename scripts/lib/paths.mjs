/** Where the things of this project lie: absolute paths, whatever folder a script is started from. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const DIST = join(ROOT, 'dist');
export const OUT = join(ROOT, 'out');

/** Downloads and scratch files; ignored by git, safe to delete at any time. */
export const CACHE = join(ROOT, '.cache');

/** The command line as users run it. */
export const COMMAND_LINE = join(DIST, 'nomenclator.js');

/** The path of a program or file of an installed npm package. */
export const ofPackage = (...segments) => join(ROOT, 'node_modules', ...segments);
