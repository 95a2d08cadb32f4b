/** Says where a generated note is written as *Ibid.*, and is to say something else by now. */

import type { Report } from '../../markdown/report';
import { type Span, sliceOf } from '../../text/span';
import { ibidAt } from './ibidWord';
import type { MadeNote } from './madeNotes';

/** Where the word stands; undefined if the note is as it should be, or has no such word, or keeps it, or is not made at all. */
export function brokenIbid({ text }: Report, { isCurrent, made, generated }: MadeNote): Span | undefined {
  if (isCurrent || generated.beside === 'citation' || ibidAt(made)) return undefined;
  const word = ibidAt(sliceOf(text, generated.made));
  const { start } = generated.made;
  return word && { start: start + word.start, end: start + word.end };
}
