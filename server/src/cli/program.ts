/** What the program calls itself in files that it writes for others. */

export const PROGRAM = { name: 'Nomenclator', version: '0.1.0' } as const;
