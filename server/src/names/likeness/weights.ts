/** The weights of the features of a comparison, fitted to pairs of names, and the thresholds that follow. */

/** One weight a feature, in the order of `FEATURES`. */
export const WEIGHTS: readonly number[] = [
  -10.13, // worst
  -0.61, // worst²
  -0.34, // second worst
  0, // rest
  -12.32, // whole
  -0.93, // missing names
  0, // missing patronymics
  0, // missing others
  -7.77, // missing share
  -1.87, // other given name
  0.81, // evidence
  -1.17, // order
  -0.9, // initials
  -6, // digits
  0, // common worst
  -0.12, // exact
  0.8, // arabic
  0, // arabic worst
  -1.7, // arabic whole
  -4.1, // cyrillic worst
  -2.5, // daughter
];

/** The score of a pair without any difference, before the logistic function. */
export const BIAS = 4.05;

/** At this score 95 of 100 pairs that it lets pass were one name, among hard pairs (nearest different people). */
export const SAME_AT_95 = 0.087;

/** The same for 99 of 100. */
export const SAME_AT_99 = 0.744;
