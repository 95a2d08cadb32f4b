/** Finds words in which letters of one script stand among another’s because they look the same. */

/*
 * The pairs are those of Unicode Technical Standard #39, *Unicode Security Mechanisms*, `confusables.txt`, as far as
 * they join one Cyrillic or Greek letter to one Latin letter. Where it makes capitals into a small *l* (І, Ι, Ӏ) we
 * write the capital *I* they are taken for, so that case is kept.
 */

export type LetterScript = 'Latin' | 'Cyrillic' | 'Greek';

/** A letter that does not belong, with its offset in the word, in UTF-16. */
export interface StrayLetter {
  readonly offset: number;
  readonly letter: string;
  readonly script: LetterScript;
}

export interface MixedScript {
  /** The script that the word is in, but for the strays. */
  readonly script: LetterScript;
  /** The word in that script alone. */
  readonly repaired: string;
  /** The word in Latin letters alone, if every other letter in it looks like a Latin one. */
  readonly latin?: string;
  readonly strays: readonly StrayLetter[];
}

/** `аa` means: Cyrillic or Greek *а* looks like Latin *a*. */
const CYRILLIC = `
  аa еe оo рp сc уy хx ѕs іi јj һh ԁd ԛq ԝw гr ѵv ҽe ӏi ѡw үy
  АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԌG ԚQ ԜW ѴV ҮY ӀI
`;
const GREEK = `
  αa γy ιi νv οo ρp σo υu ϲc ϳj
  ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC
`;

const pairs = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/u)
    .map((pair) => [...pair] as [string, string]);

/** A table and its inverse; of several letters that look like one Latin letter, the first is the inverse. */
interface LookAlikes {
  readonly toLatin: ReadonlyMap<string, string>;
  readonly fromLatin: ReadonlyMap<string, string>;
}

const lookAlikes = (list: string): LookAlikes => ({
  toLatin: new Map(pairs(list)),
  fromLatin: new Map(
    pairs(list)
      .reverse()
      .map(([letter, latin]) => [latin, letter]),
  ),
});

const TABLES: Readonly<Record<Exclude<LetterScript, 'Latin'>, LookAlikes>> = {
  Cyrillic: lookAlikes(CYRILLIC),
  Greek: lookAlikes(GREEK),
};

const SCRIPT_TESTS: readonly (readonly [LetterScript, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
];
const PART = /[\p{L}\p{M}]+/gu;

const scriptOf = (letter: string): LetterScript | undefined =>
  SCRIPT_TESTS.find(([, test]) => test.test(letter))?.[0];

/** The Latin letter that a Cyrillic or Greek letter looks like, marks and all (*ї* is *ï*), if there is one. */
export function latinLookAlike(letter: string): string | undefined {
  return lookAlikeIn(letter, 'Latin');
}

function lookAlikeIn(letter: string, script: LetterScript): string | undefined {
  const from = scriptOf(letter);
  if (from === undefined || from === script) return from && letter;
  const [base = '', ...marks] = letter.normalize('NFD');
  const latin = from === 'Latin' ? base : TABLES[from].toLatin.get(base);
  const found = script === 'Latin' || latin === undefined ? latin : TABLES[script].fromLatin.get(latin);
  return found === undefined ? undefined : (found + marks.join('')).normalize('NFC');
}

/**
 * Tells whether a word mixes scripts by look-alike letters: *Kаzakh* with a Cyrillic *а*, *Мaлик* with a Latin *a*.
 * The script that most letters are in is taken for the word’s own, Latin if there are as many of each, and the
 * other one if the strays have no look-alike in the first. `undefined` for a word in one script, for one whose
 * scripts are kept apart by a hyphen or an apostrophe (*IT-компания*), and for one that no look-alikes explain
 * (*Telegramда*). `preferred` is tried first: what stands around the word may say more than its letters.
 */
export function mixedScript(word: string, preferred?: LetterScript): MixedScript | undefined {
  const parts = Array.from(word.matchAll(PART));
  const mixed = parts.filter(([part]) => scriptsIn(part).size > 1);
  if (mixed.length === 0) return undefined;
  const counts = [...scriptsIn(mixed.map(([part]) => part).join(''))];
  const candidates = counts.sort(([a, x], [b, y]) => y - x || Number(b === 'Latin') - Number(a === 'Latin'));
  const scripts = candidates.map(([script]) => script);
  if (preferred !== undefined && scripts.includes(preferred)) scripts.unshift(preferred);
  for (const script of scripts) {
    const repaired = rewrite(word, mixed, script);
    if (repaired === undefined) continue;
    const latin = script === 'Latin' ? repaired : rewrite(word, mixed, 'Latin');
    const strays = straysIn(mixed, script);
    return { script, repaired, strays, ...(latin === undefined ? {} : { latin }) };
  }
  return undefined;
}

function scriptsIn(part: string): Map<LetterScript, number> {
  const counts = new Map<LetterScript, number>();
  for (const letter of part) {
    const script = scriptOf(letter);
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

/** The word with its mixed parts in one script, or `undefined` if a letter has no look-alike there. */
function rewrite(word: string, parts: readonly RegExpExecArray[], script: LetterScript): string | undefined {
  let text = '';
  let end = 0;
  for (const part of parts) {
    text += word.slice(end, part.index);
    for (const letter of part[0]) {
      const like = scriptOf(letter) === undefined ? letter : lookAlikeIn(letter, script);
      if (like === undefined) return undefined;
      text += like;
    }
    end = part.index + part[0].length;
  }
  return text + word.slice(end);
}

function straysIn(parts: readonly RegExpExecArray[], own: LetterScript): StrayLetter[] {
  const strays: StrayLetter[] = [];
  for (const part of parts) {
    let offset = part.index;
    for (const letter of part[0]) {
      const script = scriptOf(letter);
      if (script !== undefined && script !== own) strays.push({ offset, letter, script });
      offset += letter.length;
    }
  }
  return strays;
}
