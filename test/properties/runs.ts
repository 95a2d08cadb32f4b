/** How often a property is tried: seeded and few by default, as many as `NOMENCLATOR_RUNS` says for a long search. */

import type { Parameters } from 'fast-check';

const FACTOR = Math.max(1, Number(process.env.NOMENCLATOR_RUNS ?? 1) || 1);
const SEED = Number(process.env.NOMENCLATOR_SEED ?? 20_260_917);

/** The parameters of a property that is worth `numRuns` tries; the seed is fixed, so that a failure comes again. */
export const runs = (numRuns: number): Parameters<unknown> => ({ numRuns: numRuns * FACTOR, seed: SEED });

/** Long enough for the longest search; nothing is measured. */
export const TIMEOUT = 60_000 * FACTOR;
