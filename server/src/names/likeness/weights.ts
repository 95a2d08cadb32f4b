/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -7.83, // worst
  -3.2, // worst²
  -1.46, // worst cost
  -2, // second worst
  -0.95, // whole
  -3.85, // missing names
  -3.95, // missing share
  -1.5, // other given name
  1.75, // evidence
  -1.1, // order
  -6, // digits
  1.62, // arabic
  -8.79, // arabic whole
  -3.09, // cyrillic worst
  -2.5, // daughter
];

/** The score of a pair without any difference, before the logistic function. */
export const BIAS = 1.19;

/** At this score 95 of 100 pairs that it lets pass were one name, among hard pairs (nearest different people). */
export const SAME_AT_95 = 0.044;

/** The same for 99 of 100. */
export const SAME_AT_99 = 0.616;
