/** Tells the lines at the top level of YAML under which the lines of a section or of a document stand. */

import { matchAt } from './matchAt';

const SECTION = /([A-Za-z_][\w-]*):[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/y;
const DOCUMENT = /---[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/y;

/** The top-level key that a line consists of, beside a comment; undefined where another line begins at the offset. */
export const sectionHeadAt = (text: string, at: number): string | undefined =>
  matchAt(SECTION, text, at)?.[1];

/** Whether a line that begins a document, `---`, begins at the offset. */
export const isDocumentHead = (text: string, at: number): boolean => matchAt(DOCUMENT, text, at) !== null;
