/** The characters by which Windows-1252 differs from Latin-1; some decoders read the one as the other. */

/** Those of the bytes 0x80 to 0x9F, in their order; five bytes mean nothing. */
const OWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file in Windows-1252, when it may have been decoded as Latin-1. */
export const asWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (char) => OWN[char.charCodeAt(0) - 0x80]!);
