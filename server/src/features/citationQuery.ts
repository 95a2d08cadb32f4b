/** Reads what somebody types to cite: words of a source or its key, a page behind them, several sources, words before each. */

import { isLocator } from './citationText';

/** One source as it is asked for. */
export interface AskedSource {
  /** Words of it, in any order, or its key. */
  readonly words: string;
  /** Whether a `@` stands before it: it begins as a key does. */
  readonly isKey: boolean;
  /** “See also”. */
  readonly prefix?: string;
  readonly locator?: string;
  readonly suppressesAuthor?: boolean;
}

/** Words with which a note leads to a source; in a query they are none of its words. */
const SIGNAL =
  /^(?:see(?:\s+also|\s+for\s+example|\s+e\.g\.)?|but\s+see|cf\.?|compare|contra|e\.g\.|for\s+example|quoted\s+in|cited\s+in|as\s+quoted\s+in|siehe(?:\s+auch)?|vgl\.?|voir(?:\s+aussi)?|см\.(?:\s+также)?|ср\.)[\s,]+(?=\S)/iu;
/** A key may stand behind words, but not behind a letter, as in an address. */
const SIGN = /^(|.*[\s(-])@\{?([^@]*)$/su;
const YEAR = /^(?:1[89]|20)\d\d(?=,|$)/;
/** What may become “p. 20”. */
const BEGUN_LOCATOR = /^(?:\p{Ll}{1,4}\.|pp?|pages?|§+|№|no)?$/u;

/** The sources asked for by what stands within brackets, behind `^`: the last is perhaps still being typed. */
export const readAsked = (inner: string): AskedSource[] => inner.split(';').map(readPart);

function readPart(part: string): AskedSource {
  const sign = SIGN.exec(part);
  if (sign) {
    const [, before = '', behind = ''] = sign;
    const prefix = before.replace(/-$/, '').trim();
    const { words, locator } = readTail(behind.replace(/\}/, ''), true);
    return {
      words,
      isKey: true,
      ...(prefix && { prefix }),
      ...(locator && { locator }),
      ...(before.endsWith('-') && { suppressesAuthor: true }),
    };
  }
  const written = part.trim();
  const signal = SIGNAL.exec(written)?.[0] ?? '';
  const prefix = signal.replace(/[\s,]+$/, '');
  const { words, locator } = readTail(written.slice(signal.length), false);
  return { words, isKey: false, ...(prefix && { prefix }), ...(locator && { locator }) };
}

/** Words, and behind the first comma that allows it a place in the source. */
function readTail(written: string, isKey: boolean): { words: string; locator?: string } {
  for (let comma = written.indexOf(','); comma >= 0; comma = written.indexOf(',', comma + 1)) {
    const words = written.slice(0, comma).trim();
    const tail = written.slice(comma + 1).trim();
    // Behind words, a year is one more of them.
    const isWord = YEAR.test(tail) && !(isKey && !/\s/.test(words));
    if (words === '' || isWord) continue;
    if (isLocator(tail)) return { words, locator: tail };
    if (BEGUN_LOCATOR.test(tail)) return { words };
  }
  return { words: written.trim() };
}
