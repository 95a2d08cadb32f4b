/** Small words inside names whose capital says nothing: articles, prepositions and kin terms. */

import type { Words } from './words';

/** Longer words are none. */
export const LONGEST_PARTICLE = 4;
/** Folded. */
const PARTICLES = new Set(
  'a ad ul ud ur us ut at as ash az ar an al el wal wa val va v e i o u of the and in for de di da la le von van bin ben ibn bint abd uulu uly kyzy ogly oglu zoda zade'.split(
    ' ',
  ),
);

/** Whether a folded word is a particle. */
export const isParticle = (folded: string): boolean => PARTICLES.has(folded);

/** Whether word `at` of a text is a particle; most are too long. */
export const isParticleAt = (words: Words, at: number): boolean =>
  words.from[at + 1]! - words.from[at]! <= LONGEST_PARTICLE && isParticle(words.wordOf(at));
