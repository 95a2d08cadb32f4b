/** Splits a name into its parts: sounds and role of each, with articles dropped and glued compounds brought to one shape. */

import { arabicSounds } from './arabicSounds';
import { cyrillicSounds } from './cyrillicSounds';
import { givenNameOf, givenNameOfPatronymic } from './givenNameClasses';
import { latinSounds, plainLatin } from './latinSounds';
import { type Role, wordRole } from './nameWords';
import { brought, type NamePart, NameParts, soundForm } from './preparedName';
import { isDaughter } from './soundCosts';
import { sounds, VOCALIC } from './sounds';

const MAX_PARTS = 8;
const MAX_LENGTH = 400;

type Script = 'latin' | 'cyrillic' | 'arabic';
interface Word {
  readonly text: string;
  readonly plain: string;
  readonly script: Script;
}

const WORD = /[\p{L}\p{M}\p{Nd}’'‘`´ʼʻʿʾʹ]+/gu;
// Marks of reading direction, joiners, tatweel and Arabic vowel signs say nothing about the name.
const SILENT =
  /[\u00AD\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Splits a name; a text without letters has no parts. Only the first 400 characters and eight parts count. */
export function nameParts(text: string): NameParts {
  const words = readWords(text.slice(0, MAX_LENGTH));
  const asides: string[] = [];
  const parts: NamePart[] = [];
  const roles = words.map((word) => (isInitial(word) ? 'initial' : wordRole(word.plain.replaceAll('’', ''))));
  const counts = (role: Role): boolean => role === 'name' || role === 'kunya' || role === 'initial';
  // Where nothing else is left (“Haji Molla”, “Al-As”) the set-aside words are the name.
  const keepAll = !roles.some((role) => role === 'name');
  let pending: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const role = roles[at]!;
    // Shahab-u-din: the vowel is no initial.
    if (role === 'initial' && at + 1 < words.length && DIN.test(words[at + 1]!.plain)) continue;
    if (
      !keepAll &&
      !(isServant(parts[parts.length - 1]) && role !== 'article') &&
      (role === 'article' || role === 'filiation' || role === 'title')
    ) {
      if (role !== 'article') asides.push(word.text);
      if (role !== 'title') pending.push(word);
      else pending = [];
      continue;
    }
    const glued = glue(word, parts[parts.length - 1], parts.length > 0 && !pending.some(isFiliation));
    if (glued !== undefined) parts[parts.length - 1] = glued;
    else parts.push(cachedPart(word, keepAll && !counts(role) ? 'name' : role, pending));
    pending = [];
  }
  const kept = oneFather(parts.filter((part) => part.form.codes.length > 0).slice(0, MAX_PARTS));
  const digits = words.map((word) => word.plain.replace(/\P{Nd}/gu, '')).join('');
  return new NameParts(
    text,
    kept,
    digits,
    asides,
    words.some((word) => word.script === 'arabic'),
    words.some((word) => word.script === 'cyrillic'),
  );
}

/**
 * Of several words that end as patronymics do only one is: the one of a known father, else the one in the middle. The others are
 * family names (Lenkevich), and so is the only one where just one more part stands beside it (Alexander Lukashevich).
 */
function oneFather(parts: NamePart[]): NamePart[] {
  const fathers = parts.filter((part) => part.role === 'patronymic');
  if (fathers.length === 0) return parts;
  const inside = (part: NamePart): number => (part !== parts[0] && part !== parts[parts.length - 1] ? 1 : 0);
  const worth = (part: NamePart): number => (part.given >= 0 ? 2 : 0) + inside(part);
  const best = fathers.reduce((one, other) => (worth(other) > worth(one) ? other : one));
  const father = parts.length > 2 ? best : undefined;
  return parts.map((part) =>
    part.role === 'patronymic' && part !== father ? { ...part, role: 'name', given: -1 } : part,
  );
}

const isFiliation = (word: Word): boolean => wordRole(word.plain) === 'filiation';
const isInitial = (word: Word): boolean =>
  word.plain.length === 1 && word.script !== 'arabic' && !/\p{Nd}/u.test(word.plain);

function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const [matched] of text.normalize('NFKC').replace(SILENT, '').matchAll(WORD)) {
    const lower = matched.toLowerCase().normalize('NFC');
    const script: Script = /\p{Script=Arabic}/u.test(lower)
      ? 'arabic'
      : /\p{Script=Cyrillic}/u.test(lower)
        ? 'cyrillic'
        : 'latin';
    const plain =
      script === 'latin' ? plainLatin(matched).replace(/^’+|’+$/gu, '') : lower.replace(/['‘`´ʼʻʿʾʹ’]/gu, '');
    if (plain !== '') words.push({ text: matched, plain, script });
  }
  return words;
}

const soundsOf = (plain: string, script: Script): number[] =>
  script === 'arabic'
    ? arabicSounds(plain)
    : script === 'cyrillic'
      ? cyrillicSounds(plain)
      : latinSounds(plain);

const ABD = /^(?:abd(?:[aeou]{0,2}[lrsnztd]?|ou[lrsnztd]?)|абд(?:[уаоэе]?[лрснзтд]?)|عبد)$/u;
const ALLAH = /^(?:[auo]l{1,2}ah?|ou?llah?|all?ohi?|[ауо]лл?[ао]х?|الله|اللہ|لله)$/u;
const DIN =
  /^(?:[aeou]?d{0,2}(?:in|een|ine|yn)|(?:al|el|ul|ud|ad|ed)?d(?:in|een|ine|yn|eene)|[уаэ]?д{1,2}[иы]н|الدين|الدین)$/u;

/** A word that belongs to the part before it: *Abd* al-Rahman, Habib *Allah*, Nasr al-*Din*. */
function glue(word: Word, part: NamePart | undefined, joins: boolean): NamePart | undefined {
  if (part === undefined || !joins) return undefined;
  const stem = [...part.form.codes];
  const own = soundsOf(word.plain, word.script);
  const isAbd = ABD.test(plainText(part));
  if (isAbd || (ALLAH.test(word.plain) && part.role === 'name'))
    return withCodes(part, word, [...stem, ...own]);
  if (DIN.test(word.plain) && part.role === 'name') {
    return withCodes(part, word, [...stem, ...own]);
  }
  return undefined;
}

const isServant = (part: NamePart | undefined): boolean => part !== undefined && ABD.test(plainText(part));
const plainText = (part: NamePart): string =>
  (part.arabic ? part.text : plainLatin(part.text)).replaceAll('’', '');

function withCodes(part: NamePart, word: Word, codes: number[]): NamePart {
  const collapsed = codes.filter((code, at) => code !== codes[at - 1]);
  return {
    ...part,
    text: `${part.text} ${word.text}`,
    form: soundForm(brought(collapsed)),
    other: undefined,
    given: -1,
    daughter: false,
  };
}

const CACHED = 20_000;
const cache = new Map<string, NamePart>();

/** `partOf`, with the last words remembered: names share most of their words. */
function cachedPart(word: Word, role: Role, pending: readonly Word[]): NamePart {
  if (pending.length > 0) return partOf(word, role, pending);
  const key = `${role} ${word.text}`;
  let part = cache.get(key);
  if (part === undefined) {
    if (cache.size >= CACHED) cache.clear();
    part = partOf(word, role, pending);
    cache.set(key, part);
  }
  return part;
}

const [A, E, L, U, ALEF] = sounds('A E L U ALEF') as [number, number, number, number, number];

function partOf(word: Word, role: Role, pending: readonly Word[]): NamePart {
  const codes = soundsOf(word.plain, word.script);
  const arabic = word.script === 'arabic';
  let own = codes;
  let other: readonly number[] | undefined;
  if (arabic && codes.length >= 4 && codes[0] === ALEF && codes[1] === L) {
    own = codes.slice(2);
    other = codes;
  } else if (pending.length > 0) {
    other = [...pending.flatMap((before) => soundsOf(before.plain, before.script)), ...codes];
  } else if (
    !arabic &&
    codes.length >= 6 &&
    (codes[0] === A || codes[0] === E) &&
    codes[1] === L &&
    VOCALIC[codes[2]!] === 0
  ) {
    other = codes.slice(2);
  } else if (!arabic && codes.length >= 6 && codes[codes.length - 1] === L && codes[codes.length - 2] === U) {
    other = codes.slice(0, -2);
  }
  const fromFather = role === 'name' ? givenNameOfPatronymic(codes) : undefined;
  return {
    text: word.text,
    role: fromFather === undefined ? role : 'patronymic',
    arabic,
    form: soundForm(brought(own)),
    other: other === undefined ? undefined : soundForm(other.filter((code, at) => code !== other[at - 1])),
    daughter: isDaughter(codes),
    given: fromFather ?? (role === 'name' ? givenNameOf(own) : -1),
  };
}
