/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -3.21, // worst
  0.43, // worst²
  -0.34, // worst cost
  -0.67, // second worst
  -0.57, // whole
  -1.33, // missing names
  -1.8, // missing share
  -1.3, // other given name
  0.6, // evidence
  -0.5, // order
  -3.08, // digits
  0.55, // arabic
  -3.02, // arabic whole
  -1.48, // cyrillic worst
  -1.88, // daughter
  -1.5, // ending
  -0.34, // against evidence
  -2.05, // beside patronymic
];

/** What a pair without any difference has before the logistic function; set, with the weights, so that the two landmarks come out. */
export const BIAS = 1.9;

/** From this score on two names are the same: 95 of 100 pairs that reach it were one name, among hard pairs (nearest different people). */
export const SAME_FROM = 0.5;

/** From this score on two names are surely the same: 99 of 100. */
export const SURE_FROM = 0.8;
