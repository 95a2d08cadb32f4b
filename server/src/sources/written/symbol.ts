/** How the symbol of a document is written: “S/2021/486”, “A/HRC/46/50”. */

/** A part of a regular expression, with or without the flag `u`. */
export const SYMBOL = String.raw`(?=[^\s,]*\d)[A-Z]{1,6}(?:\/[A-Z0-9][\w.()-]*)+`;
