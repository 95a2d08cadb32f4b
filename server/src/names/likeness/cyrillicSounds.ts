/** Reads the sounds of a word in the Cyrillic letters of Slavic, Turkic, Tajik, Mongolian and Caucasian languages. */

import { endSounds } from './latinSounds';
import { sounds } from './sounds';

/** Letters of every language at once: one that two languages read differently stands for the sound that is near both. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'A',
  б: 'B',
  в: 'V',
  г: 'Г',
  д: 'D',
  е: 'E',
  ё: 'Y O',
  ж: 'ZH',
  з: 'Z',
  и: 'I',
  й: 'Y',
  к: 'K',
  л: 'L',
  м: 'M',
  н: 'N',
  о: 'O',
  п: 'P',
  р: 'R',
  с: 'S',
  т: 'T',
  у: 'U',
  ф: 'F',
  х: 'KH',
  ц: 'TS',
  ч: 'CH',
  ш: 'SH',
  щ: 'SHCH',
  ъ: '',
  ы: 'Ы',
  ь: '',
  э: 'E',
  ю: 'Y U',
  я: 'Y A',
  і: 'I',
  ї: 'Y I',
  є: 'Y E',
  ґ: 'G',
  ў: 'W',
  ѓ: 'DJ',
  ќ: 'CH',
  ђ: 'DJ',
  ћ: 'CH',
  џ: 'DJ',
  ј: 'Y',
  љ: 'L Y',
  њ: 'N Y',
  ѕ: 'DZ',
  қ: 'Q',
  ғ: 'GH',
  ҳ: 'H',
  һ: 'H',
  ҷ: 'DJ',
  җ: 'DJ',
  ӣ: 'I',
  ӯ: 'U',
  ә: 'Æ',
  ө: 'Ö',
  ү: 'Ü',
  ұ: 'U',
  ң: 'NG',
  ҥ: 'NG',
  ӈ: 'NG',
  ҹ: 'DJ',
  ҝ: 'G',
  ӏ: '',
  ӑ: 'A',
  ӗ: 'E',
  ӳ: 'Ü',
  ҫ: 'S',
  ӧ: 'Ö',
  ӱ: 'Ü',
  ѐ: 'E',
  ѝ: 'I',
  '’': '',
};
const PAIRS: Readonly<Record<string, string>> = {
  кс: 'KS',
  дж: 'DJ',
  дз: 'DZ',
  тс: 'TS',
  тч: 'CH',
  дч: 'CH',
  тц: 'TS',
  дц: 'TS',
  гъ: 'GH',
  хъ: 'Q',
  къ: 'Q',
  хь: 'H',
};
const VOWEL_BEFORE = /[аеёиоуыэюяі]$/u;
const O = sounds('O');
const READ = new Map(
  [...Object.entries(LETTERS), ...Object.entries(PAIRS)].map(([letter, names]) => [letter, sounds(names)]),
);

/** The sounds of a Cyrillic word in lower case (NFC); letters that it does not know are left out. */
export function cyrillicSounds(word: string): number[] {
  const codes: number[] = [];
  let at = 0;
  while (at < word.length) {
    const pair = READ.get(word.slice(at, at + 2));
    // Belarusian writes it after vowels, where it is w; elsewhere it is the Uzbek vowel.
    const isVowel = word[at] === 'ў' && !VOWEL_BEFORE.test(word.slice(0, at));
    const read = pair ?? (isVowel ? O : READ.get(word[at]!)) ?? [];
    for (const code of read) {
      if (codes[codes.length - 1] !== code) codes.push(code);
    }
    at += pair === undefined ? 1 : 2;
  }
  return endSounds(codes);
}
