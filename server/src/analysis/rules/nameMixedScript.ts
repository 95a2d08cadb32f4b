/** `name/mixed-script`: a word in which letters of one script stand among another’s because they look the same. */

import type { BlockLayout, ZoneKind } from '../../markdown/zones';
import { type MixedScript, mixedScript } from '../../names/romanise/confusables';
import type { Span } from '../../text/span';
import { type Mention, mentionAt } from '../mention';
import type { Evidence, Found, Rule } from '../rule';

export const nameMixedScript: Rule = {
  code: 'name/mixed-script',
  defaultSeverity: 'warning',
  description:
    'A word with letters of another script that look like its own: it is searched for, sorted and read aloud as another word.',
  help: `A Cyrillic *а* looks like a Latin *a*, and is another letter: the word is searched for, sorted and read aloud as another
word. That comes of copying, and of switching keyboards.

Reported: *Tаshkent* with a Cyrillic second letter. Write it in Latin letters alone.`,
  find({ report, mentions }) {
    const { text, layout, generated } = report;
    const found: Found[] = [];
    let note = 0;
    for (const { start, layout: block } of layout.blocks) {
      for (const one of mixedWordsOf(text, start, block)) {
        const span = { start: start + one.start, end: start + one.end };
        while (note < generated.length && generated[note]!.cluster.end <= span.start) note++;
        if ((generated[note]?.made.start ?? Infinity) <= span.start) continue;
        const mention = mentionAround(mentions, span);
        // A form that the glossary lists with these very letters is for other rules.
        if (!mention?.mendable) found.push(examine(one, span, mention));
      }
    }
    return found;
  },
};

/** A word of mixed script, with offsets in its block. */
interface MixedWord extends Span {
  readonly word: string;
  /** Whether most of what stands around it is in Latin letters. */
  readonly isAmongLatin: boolean;
}

const OWN_WORDS: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['prose', 'heading', 'note']);
/** Longer ones are no words. */
const LONGEST_WORD = 100;
const SURROUNDINGS = 200;
const NONE: readonly MixedWord[] = [];

/** The blocks of Cyrillic and Greek; a text in Latin letters is not looked at further. */
const OTHER_LETTER = /[\u0370-\u052f\u1c80-\u1c8f\u1f00-\u1fff\ua640-\ua69f]/;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LATIN_LETTERS = /\p{Script=Latin}/gu;
const CYRILLIC_LETTERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** *SMSка*, *IFNγ*, *σx*: an ending on an acronym, and symbols of the sciences, are meant to mix. */
const MEANT_TO_MIX =
  /^(?:(?=\p{Lu})\p{Script=Latin}){2,}(?:(?=\p{Ll})[\p{Script=Cyrillic}\p{Script=Greek}])+$|^(?=.{2}$)(?=.*\p{Script=Greek})/u;
const ROMAN_NUMERAL = /^[IVXLCDM]+$/;

/** By the block's layout, which stays the same object for as long as an edit leaves the block alone. */
const known = new WeakMap<BlockLayout, readonly MixedWord[]>();

function mixedWordsOf(text: string, start: number, block: BlockLayout): readonly MixedWord[] {
  const before = known.get(block);
  if (before) return before;
  const own = text.slice(start, start + block.length);
  const found = OTHER_LETTER.test(own) ? findMixedWords(own, block) : NONE;
  known.set(block, found);
  return found;
}

function findMixedWords(text: string, { zones }: BlockLayout): MixedWord[] {
  const found: MixedWord[] = [];
  for (const zone of zones) {
    if (!OWN_WORDS.has(zone.kind)) continue;
    for (const { 0: word, index } of text.slice(zone.start, zone.end).matchAll(WORD)) {
      if (word.length > LONGEST_WORD || !LATIN.test(word) || !OTHER_LETTER.test(word)) continue;
      if (MEANT_TO_MIX.test(word) || !mixedScript(word)) continue;
      const start = zone.start + index;
      const end = start + word.length;
      found.push({ start, end, word, isAmongLatin: isAmongLatin(text, start, end) });
    }
  }
  return found;
}

function isAmongLatin(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - SURROUNDINGS), start) + text.slice(end, end + SURROUNDINGS);
  const count = (letters: RegExp) => around.match(letters)?.length ?? 0;
  return count(LATIN_LETTERS) > count(CYRILLIC_LETTERS);
}

function mentionAround(mentions: Evidence['mentions'], { start, end }: Span): Mention | undefined {
  const touched = mentionAt(mentions, start);
  return touched && touched.start <= start && touched.end >= end ? touched : undefined;
}

function examine(
  { word, isAmongLatin: isLatin }: MixedWord,
  span: Span,
  mention: Mention | undefined,
): Found {
  const byLetters = mixedScript(word)!;
  const isInLatin =
    isLatin || ROMAN_NUMERAL.test(byLetters.latin ?? '') || mention?.claims.some(isInLatinLetters);
  const mixed = (isInLatin && mixedScript(word, 'Latin')) || byLetters;
  const { script, repaired } = mixed;
  return {
    span,
    message: `“${word}” mixes scripts: ${straysOf(mixed)}. Write “${repaired}” in ${script} letters alone${whom(mention, span)}.`,
    fixes: [
      {
        title: `Write “${repaired}” in ${script} letters alone`,
        edits: [{ span, newText: repaired }],
        preferred: true,
      },
    ],
    ...(mention?.claims.length === 1 ? { entity: mention.claims[0]!.entity.id } : {}),
    form: word,
    house: repaired,
  };
}

const isInLatinLetters = ({ form }: Mention['claims'][number]): boolean => LATIN.test(form.text);

/** “its “а” and “о” are Cyrillic”. */
function straysOf({ strays }: MixedScript): string {
  const letters = new Map<string, string[]>();
  for (const { letter, script } of strays) {
    const known = letters.get(script) ?? [];
    if (!known.includes(`“${letter}”`)) letters.set(script, [...known, `“${letter}”`]);
  }
  return [...letters]
    .map(([script, list]) => {
      const last = list.pop();
      return list.length > 0
        ? `its ${list.join(', ')} and ${last} are ${script}`
        : `its ${last} is ${script}`;
    })
    .join(', ');
}

/** Whom the repaired word, with those beside it, names. */
function whom(mention: Mention | undefined, { start, end }: Span): string {
  if (!mention) return '';
  const names = [...new Set(mention.claims.map(({ entity }) => entity.name))].slice(0, 3).join(' or ');
  return mention.start === start && mention.end === end
    ? `; it then names ${names}`
    : `; with the words beside it, it then names ${names}`;
}
