/** Colours of a terminal: whether there are any, and how text is put into them. */

/** What the environment says of colours. */
export interface ColourWishes {
  readonly FORCE_COLOR?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** Whether to write in colours: as `FORCE_COLOR` or `NO_COLOR` say, in that order; else where a terminal can show them. */
export function wantsColours({ FORCE_COLOR, NO_COLOR, TERM }: ColourWishes, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && TERM !== 'dumb';
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39] } as const;
export type Colour = keyof typeof CODES;

/** The text in a colour; it must hold none itself. */
export function inColour(colour: Colour, text: string): string {
  const [on, off] = CODES[colour];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
