/** Splits a name into its parts: sounds and role of each, with articles dropped and glued compounds brought to one shape. */

import { mixedScript } from '../romanise/confusables';
import { arabicSounds } from './arabicSounds';
import { cyrillicSounds } from './cyrillicSounds';
import { givenNameOf, givenNameOfPatronymic } from './givenNameClasses';
import { latinSounds, plainLatin } from './latinSounds';
import { type Role, wordRole } from './nameWords';
import { type Aside, brought, type NamePart, NameParts, soundForm } from './preparedName';
import { isDaughter, isServant } from './soundCosts';
import { sound, VOCALIC } from './sounds';

const MAX_PARTS = 8;
const MAX_LENGTH = 400;

type Script = 'latin' | 'cyrillic' | 'arabic';
interface Word {
  readonly text: string;
  readonly plain: string;
  readonly script: Script;
  readonly digits: string;
  readonly role: Role;
  /** Is it *Abd*, which is one name with what follows? */
  readonly opens: boolean;
  /** Is it *Allah* or *al-Din*, which is one name with what stands before? */
  readonly closes: boolean;
  /** The parts that it was made, by role and what stood before it: names share most of their words. */
  readonly parts: { readonly key: string; readonly part: NamePart }[];
}

const WORD = /[\p{L}\p{M}\p{Nd}’'‘`´ʼʻʿʾʹ]+/gu;
// Marks of reading direction, joiners, tatweel and Arabic vowel signs say nothing about the name.
const SILENT =
  /[\u00AD\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Splits a name; a text without letters has no parts. Only the first 400 characters and eight parts count. */
export function nameParts(text: string): NameParts {
  const words = readWords(text.slice(0, MAX_LENGTH));
  const asides: Aside[] = [];
  const parts: NamePart[] = [];
  // An article stands before what it belongs to; at the end (Sofya Li, Ed) it is a name.
  const roleAt = (at: number): Role => {
    const { role } = words[at]!;
    return role === 'article' && at === words.length - 1 ? 'name' : role;
  };
  // Where nothing else is left (“Haji Molla”, “Al-As”) the set-aside words are the name.
  let keepAll = true;
  let digits = '';
  let arabic = false;
  let cyrillic = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (roleAt(at) === 'name') keepAll = false;
    if (word.digits !== '') digits += word.digits;
    if (word.script === 'arabic') arabic = true;
    else if (word.script === 'cyrillic') cyrillic = true;
  }
  let pending = NONE;
  // Where fathers stand: after “son of”, or before it in Turkic names.
  const fathers = new Set<number>();
  /** “Son of” that stands behind a part, by the part's place. */
  const sons = new Map<number, Word>();
  // The word that the last part is, while it is only one.
  let single: Word | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const role = roleAt(at);
    // Shahab-u-din: the vowel is no initial.
    if (role === 'initial' && at + 1 < words.length && DIN.test(words[at + 1]!.plain)) continue;
    if (
      !keepAll &&
      !(single?.opens === true && role !== 'article') &&
      (role === 'article' || role === 'filiation' || role === 'title')
    ) {
      const isBehind = role === 'filiation' && STANDS_BEHIND.test(word.plain);
      if (isBehind && parts.length > 0) sons.set(parts.length - 1, word);
      else if (role !== 'article') asides.push({ text: word.text, role });
      if (isBehind) continue;
      pending = role === 'title' ? NONE : [...pending, word];
      continue;
    }
    const before = parts[parts.length - 1];
    const belongs = single?.opens === true || (word.closes && before?.role === 'name');
    if (before !== undefined && belongs && !pending.some(isFiliation)) {
      parts[parts.length - 1] = glued(before, word);
      single = undefined;
    } else {
      single = word;
      if (pending.some(isFiliation)) fathers.add(parts.length);
      for (const { text: article, plain } of pending)
        if (ARTICLE.test(plain)) asides.push({ text: article, role: 'article' });
      parts.push(cachedPart(word, keepAll && !COUNTS.includes(role) ? 'name' : role, pending));
    }
    pending = NONE;
  }
  const told = oneFather(parts);
  for (const at of fathers) {
    const part = told[at];
    if (part?.role === 'name' && parts.length > 2 && at > 0 && at < parts.length - 1)
      told[at] = { ...part, role: 'patronymic' };
  }
  for (const [at, { text: son }] of sons) {
    const part = told[at];
    if (part?.role === 'name' && told.length > 2 && at > 0)
      told[at] = { ...part, role: 'patronymic', text: `${part.text} ${son}` };
    else asides.push({ text: son, role: 'filiation' });
  }
  const kept = told.filter(hasSounds);
  if (kept.length > MAX_PARTS) kept.length = MAX_PARTS;
  return new NameParts(text, kept, digits, asides, arabic, cyrillic);
}

const NONE: readonly Word[] = [];
const COUNTS: readonly Role[] = ['name', 'kunya', 'initial'];
const hasSounds = ({ form }: NamePart): boolean => form.codes.length > 0;
const isPatronymic = ({ role }: NamePart): boolean => role === 'patronymic';

/**
 * Of several words that end as patronymics do only one is: the one of a known father, else the one in the middle. The others are
 * family names (Mitskevich), and so is the only one where just one more part stands beside it (Adam Mitskevich).
 */
function oneFather(parts: NamePart[]): NamePart[] {
  if (!parts.some(isPatronymic)) return parts;
  const fathers = parts.filter(isPatronymic);
  const inside = (part: NamePart): number => (part !== parts[0] && part !== parts[parts.length - 1] ? 1 : 0);
  const worth = (part: NamePart): number => (part.given >= 0 ? 2 : 0) + inside(part);
  const best = fathers.reduce((one, other) => (worth(other) > worth(one) ? other : one));
  const father = parts.length > 2 ? best : undefined;
  return parts.map((part) =>
    part.role === 'patronymic' && part !== father ? { ...part, role: 'name', given: -1 } : part,
  );
}

/** “Son of” and “daughter of” that stand behind the father's name. */
const STANDS_BEHIND =
  /^(?:ogh?l[yui]|oğlu|uulu|uly|ug’?li|o’?g’?li|qizi|[kg]yzy|qyzy|kizi|ўғли|қизи|оглы|оглу|уулу|улы|угли|кызы|қызы)$/u;
/** The article, and before sun letters; what else may be left out (*and*, *of*, *de*) is none. */
const ARTICLE = /^(?:[aeu](?:[ldnrstz]|sh|th|dh)|[аэу]ль?|а[сшнрдзт])$/u;
const isFiliation = (word: Word): boolean => word.role === 'filiation';

const words = new Map<string, Word>();

function readWords(text: string): Word[] {
  const found: Word[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    if (unit >= 128) return readOtherWords(text);
    if (IN_WORD[unit] === 1) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = knownWord(text.slice(start, at));
      if (word.plain !== '') found.push(word);
      start = -1;
    }
  }
  return found;
}

/** The words of a text that has other signs than those of ASCII. */
function readOtherWords(text: string): Word[] {
  const plainText = text.normalize('NFKC').replace(SILENT, '');
  return (plainText.match(WORD) ?? []).map(knownWord).filter(({ plain }) => plain !== '');
}

/** What a word may have of ASCII, by its code. */
const IN_WORD = Uint8Array.from({ length: 128 }, (_, unit) =>
  String.fromCharCode(unit).match(WORD) === null ? 0 : 1,
);

function knownWord(text: string): Word {
  let word = words.get(text);
  if (word === undefined) {
    if (words.size >= CACHED) words.clear();
    word = readWord(text);
    words.set(text, word);
  }
  return word;
}

function readWord(text: string): Word {
  const small = text.toLowerCase().normalize('NFC');
  const lower = mixedScript(small)?.repaired ?? small;
  const script: Script = ARABIC.test(lower) ? 'arabic' : CYRILLIC.test(lower) ? 'cyrillic' : 'latin';
  const plain =
    script === 'latin' ? plainLatin(lower).replace(/^’+|’+$/gu, '') : lower.replace(/['‘`´ʼʻʿʾʹ’]/gu, '');
  const letters = plain.replaceAll('’', '');
  const digits = plain.replace(/\P{Nd}/gu, '');
  const initial = plain.length === 1 && script !== 'arabic' && digits === '';
  return {
    text,
    plain,
    script,
    digits,
    role: initial ? 'initial' : wordRole(letters),
    opens: ABD.test(letters),
    closes: ALLAH.test(plain) || DIN.test(plain),
    parts: [],
  };
}

const ARABIC = /\p{Script=Arabic}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

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

/** The part with a word that belongs to it: *Abd* al-Rahman, Habib *Allah*, Nasr al-*Din*. */
function glued(part: NamePart, word: Word): NamePart {
  const codes = [...part.form.codes, ...soundsOf(word.plain, word.script)];
  const collapsed = codes.filter((code, at) => code !== codes[at - 1]);
  const form = soundForm(brought(collapsed));
  return {
    ...part,
    text: `${part.text} ${word.text}`,
    form,
    other: undefined,
    given: givenOf(form.codes, form.codes),
    daughter: false,
  };
}

const CACHED = 40_000;
/** Of one word so many parts are remembered. */
const MOST_OF_WORD = 8;

/** `partOf`, remembered as long as the word is. */
function cachedPart(word: Word, role: Role, pending: readonly Word[]): NamePart {
  let key: string = role;
  for (const { text } of pending) key += ` ${text}`;
  for (const known of word.parts) if (known.key === key) return known.part;
  const part = partOf(word, role, pending);
  if (word.parts.length === MOST_OF_WORD) word.parts.length = 0;
  word.parts.push({ key, part });
  return part;
}

/** The class of a given name; of *Abd* with one of the names of God, the class of that name, as one of its own. */
function givenOf(codes: ArrayLike<number>, form: Uint8Array): number {
  const own = givenNameOf(codes);
  if (own >= 0 || !isServant(form)) return own;
  const served = givenNameOf(form.subarray(SERVANT));
  return served < 0 ? -1 : SERVANTS + served;
}
/** How many sounds *Abd* has. */
const SERVANT = 3;
/** The classes of the servants are above all others. */
const SERVANTS = 10_000;

const A = sound('A');
const E = sound('E');
const L = sound('L');
const U = sound('U');
const ALEF = sound('ALEF');

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
  const form = soundForm(brought(own));
  return {
    text: word.text,
    role: fromFather === undefined ? role : 'patronymic',
    arabic,
    form,
    other: other === undefined ? undefined : soundForm(other.filter((code, at) => code !== other[at - 1])),
    daughter: isDaughter(codes),
    given: fromFather ?? (role === 'name' || role === 'common' ? givenOf(own, form.codes) : -1),
  };
}
