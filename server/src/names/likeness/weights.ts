/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -3.05, // worst
  -1.25, // worst²
  -0.57, // worst cost
  -0.78, // second worst
  -0.37, // whole
  -1.5, // missing names
  -1.54, // missing share
  -0.58, // other given name
  0.68, // evidence
  -0.43, // order
  -3.51, // digits
  0.63, // arabic
  -3.43, // arabic whole
  -1.21, // cyrillic worst
  -1.56, // daughter
];

/** What a pair without any difference has before the logistic function; set, with the weights, so that the two landmarks come out. */
export const BIAS = 1.67;

/** From this score on two names are the same: 95 of 100 pairs that reach it were one name, among hard pairs (nearest different people). */
export const SAME_FROM = 0.5;

/** From this score on two names are surely the same: 99 of 100. */
export const SURE_FROM = 0.8;
