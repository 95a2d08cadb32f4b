/** Knows which rules find a name that the house writes otherwise: what is counted as off. */

const OFF = new Set(['name/spelling', 'name/alias', 'name/variant', 'name/mixed-script']);

/** Whether the findings of a rule are names that the house writes otherwise. */
export const isNameOff = (code: string): boolean => OFF.has(code);
