/** Makes texts that stand on their own: one that was cut out of a long text may keep all of that in memory. */

/** Engines copy what is shorter. */
const SHORTEST_CUT = 13;

/** The same text, without the text that it was cut out of. */
export const standalone = (text: string): string =>
  text.length < SHORTEST_CUT ? text : (JSON.parse(JSON.stringify(text)) as string);
