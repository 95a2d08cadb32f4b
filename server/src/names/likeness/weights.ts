/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -3.39, // worst
  0.53, // worst²
  -0.39, // worst cost
  -0.54, // second worst
  0, // whole
  -1.34, // missing names
  -1.63, // missing share
  -1.09, // other given name
  0.6, // evidence
  -0.45, // order
  -3.08, // digits
  0.6, // arabic
  -3.26, // arabic whole
  -2.03, // cyrillic worst
  -1.88, // daughter
  -1.5, // ending
  -0.34, // against evidence
];

/** What a pair without any difference has before the logistic function; set, with the weights, so that the two landmarks come out. */
export const BIAS = 1.87;

/** From this score on two names are the same: 95 of 100 pairs that reach it were one name, among hard pairs (nearest different people). */
export const SAME_FROM = 0.5;

/** From this score on two names are surely the same: 99 of 100. */
export const SURE_FROM = 0.83;
