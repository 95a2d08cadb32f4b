/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -2.53, // worst
  -0.02, // worst²
  -0.21, // worst cost
  -0.78, // second worst
  -0.47, // whole
  -1.35, // missing names
  -2.04, // missing share
  -1.51, // other given name
  0.63, // evidence
  -0.48, // order
  -3.24, // digits
  0.53, // arabic
  -2.83, // arabic whole
  -1.82, // cyrillic worst
  -1.98, // daughter
  -1.58, // ending
  -0.47, // against evidence
  -2.16, // beside patronymic
  -1.44, // alone
];

/** What a pair without any difference has before the logistic function; set, with the weights, so that the two landmarks come out. */
export const BIAS = 1.79;

/** From this score on two names are the same: 95 of 100 pairs that reach it were one name, among hard pairs (nearest different people). */
export const SAME_FROM = 0.5;

/** From this score on two names are surely the same: 99 of 100. */
export const SURE_FROM = 0.8;
