/** Finds the ending that a name may have or lack from one list to the next: -ov, -zoda, -i, -ullah, -jon; the rest is its stem. */

import { sounds, VOCALIC } from './sounds';

/**
 * What endings do. Those of a family (`son`) stand for each other and for none, but in Slavic names; courtesies likewise;
 * of *-ullah* and *-uddin* each makes another name; the daughter's is added to any family; Slavic ones make another family.
 */
export type EndingKind = 'son' | 'courtesy' | 'of God' | 'of faith' | 'daughter' | 'Slavic';

export interface Ending {
  readonly kind: EndingKind;
  /** How it is written in a reason; spellings of one ending are written alike. */
  readonly written: string;
  readonly sounds: readonly number[];
}

const WRITTEN: readonly (readonly [EndingKind, string, string])[] = [
  [
    'son',
    'ov',
    'O V|E V|Y E V|I E V|O W|E W|Y E W|Y O V|A U|E U|Y E U|I E U|O U|A W|Y A U|I A U|ou|ee V|ee W|ee U',
  ],
  ['son', 'zoda', 'Z O D A|Z A D A|Z A D E|Z O D E|S A D A|Z O D|Z A D|Z ALEF D HE'],
  ['son', 'i', 'I|YEH'],
  ['son', 'ski', 'S K I|S K Ы'],
  ['son', 'uly', 'U L Ы|U L I|U U L U|U L U'],
  ['son', 'oglu', 'O G L U|O Ğ L U|O GH L U|O G L I|O GH L I|O G L Ы'],
  [
    'son',
    'ovich',
    'O V I CH|E V I CH|Y E V I CH|A V I CH|O V I ch|E V I ch|Y E V I ch|A V I ch|O V I tj|E V I tj|A V I tj',
  ],
  ['courtesy', 'jon', 'DJ O N|J O N|dj O N|ZH O N|DJ A N|J A N|dj A N|ZH A N'],
  ['courtesy', 'khan', 'KH A N|KH O N|X O N|H O N|X A N'],
  ['courtesy', 'bek', 'B E K|B E Y|B A Y|B E G|B O Y|B A I|B O I'],
  ['of God', 'ullah', 'U L A|O L A|A L A|U L O|A L HE'],
  ['of faith', 'uddin', 'U D I N|O D I N|A D I N'],
  ['daughter', 'ova', 'O V A|E V A|Y E V A'],
  ['Slavic', 'enko', 'E N K O|ee N K O'],
  ['Slavic', 'ovski', 'O V S K I|E V S K I|A U S K I|O W S K I|O U S K I|ou S K I'],
  ['Slavic', 'skaya', 'S K A Y A|O V S K A Y A|E V S K A Y A'],
];
/** The endings by their last sound, the longest first. */
const BY_LAST = new Map<number, Ending[]>();
for (const [kind, written, forms] of WRITTEN) {
  for (const form of forms.split('|')) {
    const ending = { kind, written, sounds: sounds(form) };
    const last = ending.sounds.at(-1)!;
    BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), ending]);
  }
}
for (const endings of BY_LAST.values()) endings.sort((a, b) => b.sounds.length - a.sounds.length);

/** What is left must be a name: three sounds, with *-i* four of which the last is a consonant. */
const SHORTEST_STEM = 3;
const SHORTEST_BEFORE_VOWEL = 4;

/** The longest ending of a name by its sounds; nothing where it has none. */
export function endingOf(codes: ArrayLike<number>): Ending | undefined {
  const endings = BY_LAST.get(codes[codes.length - 1] ?? -1);
  return endings?.find(({ sounds: own }) => {
    const stem = codes.length - own.length;
    if (stem < SHORTEST_STEM) return false;
    if (own.length === 1 && (stem < SHORTEST_BEFORE_VOWEL || VOCALIC[codes[stem - 1]!]! > 0)) return false;
    return own.every((code, at) => codes[stem + at] === code);
  });
}

/** May a name have one ending here and the other there, and still be one? `undefined` stands for no ending. */
export function mayChange(a: Ending | undefined, b: Ending | undefined, slavic: boolean): boolean {
  if (a === undefined || b === undefined) {
    const { kind } = (a ?? b)!;
    return kind === 'daughter' || (kind !== 'Slavic' && !(slavic && kind === 'son'));
  }
  return !slavic && a.kind === b.kind && (a.kind === 'son' || a.kind === 'courtesy');
}
