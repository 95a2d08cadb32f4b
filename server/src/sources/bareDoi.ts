/** A DOI without what people put before it, as CSL has it: `10.1000/182` of `https://doi.org/10.1000/182`. */

export const bareDoi = (written: string): string =>
  written.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)/i, '');
