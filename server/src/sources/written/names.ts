/** Reads the names before a title: people as family and given names, bodies as they stand. */

import { MONTHS } from '../reading/months';
import type { CslName } from '../source';

/** Words that stand in names of bodies, never in those of people. */
const BODY_WORDS =
  /\b(?:academy|administration|agency|alliance|army|assembly|association|authority|bank|board|bureau|cent(?:er|re)|centr|coalition|college|command|commission(?:er)?|committee|community|company|conference|congress|cooperation|corporation|council|court|department|directorate|division|embassy|emirate|federation|federal|forces?|forum|foundation|front|fund|gazette|general|global|government|group|house|inc|information|initiative|institut(?:e|ion)?|international|journal|kenes|laborator(?:y|ies)|labs?|league|ltd|magazine|media|ministry|mission|monitor|movement|nations?|national|network|news|observatory|offices?|online|organi[sz]ations?|parliament|party|police|portal|post|presidency|press|program(?:me)?|project|prosecutor|quarterly|radio|republic|research|review|school|secretariat|secretary|security|senate|service|society|staff|state|states|studies|taliban|team|television|think|times|treasury|tribune|trust|tv|union|united|university|watch|wire|world)\b|\d|\p{L}\.(?:com|org|net|ru|uz|kz|kg|tj|info|asia)\b/iu;
const ACRONYM = /\b[\p{Lu}\d][\p{Lu}\d/&-]{2,}\b/u;
/** Small words that may stand within a name of either kind. */
const SMALL_WORDS =
  /^(?:a|al|an|and|ash|at|ad|as|bin|ben|ibn|abu|umm|bint|da|de|del|della|den|der|des|di|do|dos|du|e|el|et|for|i|in|kyzy|kizi|la|le|les|o|of|ogli|oglu|o‘g‘li|on|or|qizi|san|the|to|ten|ter|u|uulu|ugli|ul|und|van|von|y|zu|&)$/iu;
/** Belongs to the family name that follows. */
const PARTICLE =
  /^(?:al|el|ash|at|ad|as|bin|ben|ibn|da|de|del|della|den|der|des|di|do|dos|du|la|le|ten|ter|van|von|zu)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|esq)\.?$/i;
const ROLES = /[\s,]*\(?\b(?:eds?|editors?|trans|transl|comps?)\.?\)?\s*$/i;
const INITIALS = /^(?:\p{Lu}\.?[-\s]?){1,3}\.?$/u;

const MONTH_ALONE = new RegExp(`^(?:early |late |mid-)?(?:${MONTHS.join('|')})(?: \\d{1,4})?,?$`, 'i');

const LONGEST_NAME = 16;

export interface WrittenNames {
  readonly names: readonly CslName[];
  /** “ed.”, “eds.” behind them. */
  readonly areEditors: boolean;
  /** “et al.” behind them. */
  readonly areMore: boolean;
}

/** Whether a text could be names and nothing else: its words are capitalised but for small ones, and it is no sentence. */
export function isNameLike(text: string): boolean {
  if (MONTH_ALONE.test(text.trim())) return false;
  const bare = text.replace(/\bet al\.?|\([^()]*\)|[,.&;]/g, ' ').trim();
  const words = bare.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > LONGEST_NAME) return false;
  const capitalised = words.filter(
    (word) => /^[("'‘’ʻʿ]?[\p{Lu}\p{Lo}\d]/u.test(word) || /^\p{Ll}{1,3}[-’'ʿ]\p{Lu}/u.test(word),
  );
  if (capitalised.length === 0) return false;
  return words.every((word) => capitalised.includes(word) || SMALL_WORDS.test(word) || ROLES.test(word));
}

/** The names of a text that stands before a title; none for a blank one. */
export function readNames(written: string): WrittenNames {
  let text = written
    .replace(/\s+/g, ' ')
    .replace(/[\s,:;]+$/, '')
    .trim();
  const areEditors = /[\s,(]eds?\b\.?\)?$|[\s,(]editors?\)?$/i.test(text);
  if (ROLES.test(text) && /[\s,(]/.test(text)) text = text.replace(ROLES, '').trim();
  const more = /[\s,]+(?:et al\.?|and others|i dr\.|и др\.)$/i;
  const areMore = more.test(text);
  text = text.replace(more, '').trim();
  // A full stop behind a name ends it, but for an initial or “Jr.”.
  text = text.replace(/(?<=[\p{Ll})\]]{2})\.$/u, '');
  return { names: text === '' ? [] : split(text), areEditors, areMore };
}

function split(text: string): CslName[] {
  const groups = text.split(/\s*,?\s+(?:and|und|et|va|&)\s+|\s*;\s*|\s*,\s*&\s*/iu).filter(Boolean);
  // “Ministry of Culture and Sport” is one body, however its halves look.
  if (groups.length > 1 && !groups[0]!.split(/\s*,\s*/).every(canStandAlone)) return bodies(text);
  return groups.flatMap((group) => {
    const parts = group.split(/\s*,\s*/).filter((part) => part !== '' && !SUFFIX.test(part));
    const inverted = invertedNames(parts);
    if (inverted) return inverted;
    return parts.some((part) => !isPerson(part)) && !parts.every(canStandAlone)
      ? bodies(group)
      : parts.map(oneName);
  });
}

/** “Lister, Charles”, “Lister, C., Zelin, A. Y.”: given names behind family names. */
function invertedNames(parts: readonly string[]): CslName[] | undefined {
  if (parts.length < 2 || parts.length % 2 !== 0) return undefined;
  const names: CslName[] = [];
  for (let k = 0; k < parts.length; k += 2) {
    const [family, given] = [parts[k]!, parts[k + 1]!];
    const isInverted =
      INITIALS.test(given) ||
      (parts.length === 2 &&
        !/\s/.test(family) &&
        /^\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}\.?)?$/u.test(given) &&
        isPerson(`${given} ${family}`));
    if (!isInverted || ACRONYM.test(family)) return undefined;
    names.push({ family, given });
  }
  return names;
}

const canStandAlone = (part: string): boolean =>
  isPerson(part) || /^[\p{Lu}\d][\p{L}\d/.-]*$/u.test(part) || INITIALS.test(part);

const bodies = (text: string): CslName[] => [{ literal: text }];

const oneName = (text: string): CslName => (isPerson(text) ? personName(text) : { literal: text });

/** Two to six words, none of which belongs in the name of a body. */
export function isPerson(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 6 || ACRONYM.test(text) || BODY_WORDS.test(text)) return false;
  if (/\b(?:of|the|for|and|on|in)\b/i.test(text)) return false;
  return words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}’'ʻʿ]/u.test(word) ||
      PARTICLE.test(word) ||
      SMALL_WORDS.test(word) ||
      /^\p{Ll}{1,3}[-’'ʿ]\p{Lu}/u.test(word),
  );
}

function personName(text: string): CslName {
  const words = text.split(/\s+/);
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1)!) ? words.pop() : undefined;
  let from = words.length - 1;
  // “Rakhim uulu” and “Karim qizi” are no family names by themselves.
  if (/^(?:uulu|kyzy|kizi|qizi|ogli|oglu|ugli)$/i.test(words[from]!) && from > 1) from--;
  while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
  return {
    family: words.slice(from).join(' '),
    given: words.slice(0, from).join(' '),
    ...(suffix ? { suffix } : {}),
  };
}

/** One name that stands alone: a person, or a body. */
export const readName = (written: string): CslName => oneName(written.replace(/\s+/g, ' ').trim());
