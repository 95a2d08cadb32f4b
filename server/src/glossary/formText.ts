/** Says which strings can name an entity, and mends what is invisible in them. */

/** Longer forms are no names, and would only slow the search down. */
export const LONGEST_FORM = 200;

export interface CleanForm {
  /** White space runs are one space; control characters and direction marks are gone. Empty if it can name nothing. */
  readonly text: string;
  /** What is wrong with it, if anything, and what to do. */
  readonly problem?: string;
}

const SPACE = 0x20;
const UNTIDY =
  /[\s\p{Cc}]{2}|^\s|\s$|[\p{Cc}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u;
const WHITE_SPACE = /[\s\u0085]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a form is nothing but printable ASCII with single spaces inside and a letter: most are. */
function isPlain(written: string): boolean {
  if (written.length > LONGEST_FORM) return false;
  let before = SPACE;
  let hasLetter = false;
  for (let at = 0; at < written.length; at++) {
    const unit = written.charCodeAt(at);
    if (unit > 0x7e || unit < SPACE || (unit === SPACE && before === SPACE)) return false;
    hasLetter ||= (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    before = unit;
  }
  return hasLetter && before !== SPACE;
}

/** Never throws; a form that can name nothing comes back empty, with the reason. */
export function cleanForm(written: string): CleanForm {
  if (isPlain(written)) return { text: written };
  if (written.length > LONGEST_FORM && written.trim().length > LONGEST_FORM) {
    return {
      text: '',
      problem: `This form is ${written.trim().length} characters long, and is left out. Shorten it to at most ${LONGEST_FORM}; longer text belongs under “note”.`,
    };
  }
  let text = written;
  let problem: string | undefined;
  if (UNTIDY.test(written)) {
    const spaced = written.replace(WHITE_SPACE, ' ').trim();
    text = spaced.replace(INVISIBLE, '');
    if (text !== spaced) {
      const code = spaced.match(INVISIBLE)![0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      problem = `This form holds an invisible character (U+${code}), which is left out. Type the form anew without it.`;
    }
  }
  if (text !== '' && !LETTER_OR_DIGIT.test(text)) {
    return {
      text: '',
      problem: 'A form needs a letter or a digit, and this one is left out. Write the name, or remove this.',
    };
  }
  return problem === undefined ? { text } : { text, problem };
}
