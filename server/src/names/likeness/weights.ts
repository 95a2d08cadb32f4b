/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -2.55, // worst
  -0.36, // worst²
  -0.56, // worst cost
  -0.4, // second worst
  -0.1, // whole
  -1.36, // missing names
  -1.58, // missing share
  -0.86, // other given name
  0.6, // evidence
  -0.41, // order
  -3.08, // digits
  0.64, // arabic
  -3.38, // arabic whole
  -1.79, // cyrillic worst
  -1.88, // daughter
  -1.5, // ending
  -0.34, // against evidence
];

/** What a pair without any difference has before the logistic function; set, with the weights, so that the two landmarks come out. */
export const BIAS = 1.93;

/** From this score on two names are the same: 95 of 100 pairs that reach it were one name, among hard pairs (nearest different people). */
export const SAME_FROM = 0.5;

/** From this score on two names are surely the same: 99 of 100. */
export const SURE_FROM = 0.82;
