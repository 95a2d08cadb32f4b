/** Reads what somebody types to cite: words of a source or its key, a page behind them, several sources, words before each. */

import { placeIn } from './citationText';

/** One source as it is asked for. */
export interface AskedSource {
  /** Words of it, in any order, or its key. */
  readonly words: string;
  /** Whether a `@` stands before it: it begins as a key does. */
  readonly isKey: boolean;
  /** “See also”. */
  readonly prefix?: string;
  readonly locator?: string;
  /** “and passim”, behind the place. */
  readonly suffix?: string;
  readonly suppressesAuthor?: boolean;
}

/** Words with which a note leads to a source; in a query they are none of its words. */
const SIGNAL =
  /^(?:see(?:\s+also|\s+for\s+example|\s+e\.g\.)?|but\s+see|cf\.?|compare|contra|e\.g\.|for\s+example|quoted\s+in|cited\s+in|as\s+quoted\s+in|siehe(?:\s+auch)?|vgl\.?|voir(?:\s+aussi)?|см\.(?:\s+также)?|ср\.)[\s,]+(?=\S)/iu;
/** A key may stand behind words, but not behind a letter, as in an address. */
const SIGN = /^(|.*[\s(-])@(\{?)([^@]*)$/su;
const YEAR = /^(?:1[89]|20)\d\d(?=,|$)/;
/** What may become “p. 20”. */
const BEGUN_LOCATOR = /^(?:\{\s*\}?|\p{Ll}{1,4}\.|pp?|pages?|§+|№|no)?$/u;

/** A label or sign that only a place in a source has. */
const LABELLED = /^(?:\p{L}{1,5}\.|[§¶№{])/u;
/** A citation as a report has it, which somebody has copied. */
const COPIED = /^\s*(?:\[\^?([^[\]]*)\]?|<!--((?:(?!-->).)*)(?:-->)?)\s*$/s;

/** The sources asked for by what stands within brackets, behind `^`: the last is perhaps still being typed. */
export const readAsked = (inner: string): AskedSource[] => askedParts(inner).map(readPart);

/** The same of a query: `[@key, p. 20]` and `<!-- @key, 20 -->` ask for what stands in them. */
export function readQuery(query: string): AskedSource[] {
  const copied = COPIED.exec(query);
  return readAsked(copied?.[1] ?? copied?.[2] ?? query);
}

/** What semicolons part, but not those in braces; a brace may still be open. */
export function askedParts(inner: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < inner.length; at++) {
    const char = inner[at];
    if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0) {
      parts.push(inner.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, inner.slice(from)];
}

function readPart(part: string): AskedSource {
  const sign = SIGN.exec(part);
  if (sign) {
    const [, before = '', brace = '', behind = ''] = sign;
    const isBraced = brace !== '';
    const prefix = before.replace(/-$/, '').trim();
    return {
      ...readTail(isBraced ? behind.replace(/\}/, '') : behind, true),
      isKey: true,
      ...(prefix && { prefix }),
      ...(before.endsWith('-') && { suppressesAuthor: true }),
    };
  }
  const written = part.trim();
  const signal = SIGNAL.exec(written)?.[0] ?? '';
  const prefix = signal.replace(/[\s,]+$/, '');
  return { ...readTail(written.slice(signal.length), false), isKey: false, ...(prefix && { prefix }) };
}

/** Where the words of a part without a `@` begin, behind “see also”. */
export function wordsIn(part: string): number {
  const from = part.length - part.trimStart().length;
  return from + (SIGNAL.exec(part.slice(from))?.[0].length ?? 0);
}

/** Words, and behind the first comma that allows it a place in the source. */
function readTail(written: string, isKey: boolean): Pick<AskedSource, 'words' | 'locator' | 'suffix'> {
  for (let comma = written.indexOf(','); comma >= 0; comma = written.indexOf(',', comma + 1)) {
    const words = written.slice(0, comma).trim();
    const tail = written.slice(comma + 1).trim();
    const isBehindKey = isKey && !/\s/.test(words);
    // Behind words, a year is one more of them.
    const isWord = YEAR.test(tail) && !isBehindKey;
    if (words === '' || isWord) continue;
    // A brace that is still open will be closed.
    const { locator, suffix } = placeIn(/^\{[^{}]*$/.test(tail) ? `${tail}}` : tail);
    if (locator !== undefined && (suffix === undefined || isBehindKey || LABELLED.test(tail)))
      return { words, locator, ...(suffix === undefined ? {} : { suffix }) };
    if (BEGUN_LOCATOR.test(tail)) return { words };
  }
  return { words: written.trim() };
}
