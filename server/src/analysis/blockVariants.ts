/** Finds the variants in one block of a report: runs of capitalised words that sound like a form and are none. */

import type { Lexicon } from '../glossary/lexicon';
import type { BlockLayout } from '../markdown/zones';
import { foldText } from '../names/fold';
import { leftOut } from '../names/likeness/leftOut';
import { compareNames } from '../names/likeness/similarity';
import { isParticle } from '../names/nameIndex';
import { FIRST_UPPER, JOINED, readWords, type Words } from '../names/words';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { Mention } from './mention';
import { type Guess, guesserOf } from './nameGuess';
import { type FoldedWords, foldedWords, partsOf, type Run, runsOf, spansOf } from './nameRuns';
import { isOrdinary } from './ordinaryWords';
import type { Variant } from './variant';
import { visibleText } from './visibleText';

/** A name of several words may differ more than one of a single word: there is more to go by. */
const LEAST_OF_SEVERAL = 0.78;
/** With ordinary words in it (*Security*, *Organisation*), a name must be nearly the same. */
const LEAST_OF_ORDINARY = 0.885;
const LEAST_OF_ONE = 0.885;
/** A second entity this near makes the guess no better than a toss. */
const MARGIN = 0.03;
const SHORTEST_SINGLE = 5;
/** *Abu Saloh* is neither *Saloh Abu* nor *Abu Bakr Saloh*. */
const KUNYA = /^(?:abu|abou|umm|um)[\s-]/i;
/** Names in other scripts are read letter by letter, not guessed. */
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** What a guess has to know of a mention. */
type NamedSpan = Pick<Mention, 'start' | 'end' | 'claims'>;

/** So many words are read between two rests; what is compared takes longer, and rests each time. */
const WORDS_A_STEP = 64;

/**
 * The variants of a block in order, with offsets from its beginning; in steps, as a block may be a list of any length.
 *
 * @param text that of the block.
 * @param mentions those of the block: a run that one of them covers is no guess.
 */
export function* blockVariants(
  text: string,
  layout: BlockLayout,
  lexicon: Lexicon,
  mentions: readonly NamedSpan[],
): Steps<Variant[]> {
  const hidden = layout.zones.filter((zone) => zone.kind === 'markup');
  const words = readWords(text, hidden, layout.walls);
  const folded = foldedWords(text, words);
  const isOwn = ownWords(layout);
  const isCovered = ({ from, to }: Run) => {
    const [start, end] = [words.start[from]!, words.end[to]!];
    return mentions.some((mention) => mention.start <= start && end <= mention.end);
  };
  const divided = yield* dividedOtherwise(text, words, folded, isOwn, lexicon, hidden);
  const variants = divided.filter(
    ({ start, end }) => !mentions.some((mention) => mention.start <= start && end <= mention.end),
  );
  const isTaken = (start: number, end: number) => variants.some((one) => one.start < end && start < one.end);
  for (const run of runsOf(words, folded, isOwn)) {
    let after = -1;
    for (const part of partsOf(run)) {
      if (part.from <= after || isCovered(part)) continue;
      if (isTaken(words.start[part.from]!, words.end[part.to]!)) continue;
      const visible = visibleText(text, spanOf(words, part), hidden);
      if (!LATIN.test(visible)) continue;
      yield;
      const guess = part.names === 1 ? guessOne(visible, lexicon) : guessSeveral(visible, part, lexicon);
      if (!guess || isListed(visible, guess) || addsNothing(part, guess, words, mentions)) continue;
      after = part.to;
      variants.push({
        start: words.start[part.from]!,
        end: words.end[part.to]!,
        words: spansOf(words, part),
        visible,
        claim: guess.claim,
        score: guess.score,
        reason: compareNames(visible, guess.text).reason,
        needsMention: guess.isSurname,
      });
    }
  }
  return variants.sort((a, b) => a.start - b.start);
}

const MOST_DIVIDED = 7;

/** Words that have the letters of a form, divided otherwise: *24KG* for *24.KG*, *Hay at Tahrir* for *Hayat Tahrir*. */
function* dividedOtherwise(
  text: string,
  words: Words,
  folded: FoldedWords,
  isOwn: (start: number) => boolean,
  lexicon: Lexicon,
  hidden: readonly Span[],
): Steps<Variant[]> {
  const guesser = guesserOf(lexicon);
  const found: Variant[] = [];
  for (let from = 0; from < words.count; from++) {
    if (from % WORDS_A_STEP === 0) yield;
    if ((words.shape[from]! & FIRST_UPPER) === 0) continue;
    let compact = '';
    for (let to = from; to < Math.min(words.count, from + MOST_DIVIDED); to++) {
      if (to > from && ((words.shape[to]! & JOINED) === 0 || isNextWord(text, words, folded, to))) break;
      compact += folded(to).replaceAll(' ', '');
      if (compact.length > guesser.longestCompact) break;
      const guess = guesser.sameLetters(compact);
      const run = { from, to };
      if (!guess || !spansOf(words, run).every(({ start }) => isOwn(start))) continue;
      const visible = visibleText(text, spanOf(words, run), hidden);
      if (isListed(visible, guess)) continue;
      found.push({
        start: words.start[from]!,
        end: words.end[to]!,
        words: spansOf(words, run),
        visible,
        claim: guess.claim,
        score: guess.score,
        reason: 'the same letters, divided otherwise',
        needsMention: false,
      });
      from = to;
      break;
    }
  }
  return found;
}

/** An ordinary word behind white space alone goes on with the sentence; behind an apostrophe it may be half a word. */
const isNextWord = (text: string, words: Words, folded: FoldedWords, at: number): boolean =>
  /^\s*$/.test(text.slice(words.end[at - 1]!, words.start[at]!)) && isOrdinary(folded(at));

/**
 * Whether the entity is named in the run already, and the rest is beside the point: *Abu Salah the Uzbeki*, *President
 * Rahmon*. A short form may be a part of the name that is spelt otherwise: *Ilmurod Hikmatov*.
 */
function addsNothing(
  { capital, ordinary, from, to }: Run,
  { claim: { entity } }: Guess,
  words: Words,
  mentions: readonly NamedSpan[],
): boolean {
  const [start, end] = [words.start[from]!, words.end[to]!];
  const inside = mentions.filter((one) => start <= one.start && one.end <= end);
  const own = inside.filter(({ claims }) => claims.some((claim) => claim.entity.id === entity.id));
  if (own.some(({ claims }) => claims.some(({ form }) => form.kind !== 'short'))) return true;
  if (entity.type !== 'person' || inside.length === 0) return false;
  return [...capital].every((at) => {
    const [wordStart, wordEnd] = [words.start[at]!, words.end[at]!];
    const isMentioned = inside.some((one) => one.start <= wordStart && wordEnd <= one.end);
    return at < from || at > to || ordinary.has(at) || isMentioned;
  });
}

function guessSeveral(
  visible: string,
  { from, to, ordinary, links }: Run,
  lexicon: Lexicon,
): Guess | undefined {
  let isOrdinaryInside = false;
  for (let at = from; at <= to; at++) if (ordinary.has(at)) isOrdinaryInside = true;
  const isLinked = [...links].some((at) => from < at && at < to);
  const count = nameCount(visible);
  const fits = ({ claim: { entity }, text, isSurname }: Guess) => {
    const wanted = nameCount(text);
    if (isSurname || !LATIN.test(text) || wanted < 2 || Math.abs(wanted - count) > 1) return false;
    const { matched, ofFirst, ofSecond } = leftOut(visible, text);
    const isWhole = ofFirst === 0 && ofSecond === 0;
    if (entity.type !== 'person' || isOrdinaryInside) return isWhole;
    if (isLinked || KUNYA.test(visible) !== KUNYA.test(text)) return false;
    // A person may go without a patronymic; a group, or a kunya, that lacks a word is another one.
    return isWhole || (matched > 1 && !KUNYA.test(text) && (ofFirst === 0 || ofSecond === 0));
  };
  const guesses = guesserOf(lexicon).guess(visible, isOrdinaryInside ? LEAST_OF_ORDINARY : LEAST_OF_SEVERAL);
  return onlyOne(guesses.filter(fits));
}

function guessOne(visible: string, lexicon: Lexicon): Guess | undefined {
  const seen = foldText(visible);
  if (seen.length < SHORTEST_SINGLE) return undefined;
  const fits = ({ claim: { entity }, text }: Guess) => {
    const listed = foldText(text);
    if (listed.includes(' ') || !LATIN.test(text)) return false;
    // Tajik, Tajiks and Tajikistan: a place's people, and its name in other cases, are no spellings of it.
    const shorter = Math.min(seen.length, listed.length) - 1;
    return (
      entity.type !== 'place' ||
      seen.length === listed.length ||
      seen.slice(0, shorter) !== listed.slice(0, shorter)
    );
  };
  return onlyOne(guesserOf(lexicon).guess(visible, LEAST_OF_ONE).filter(fits));
}

/** The best guess, if no other entity is as good. */
function onlyOne(guesses: readonly Guess[]): Guess | undefined {
  const [first] = guesses;
  const other = guesses.find(({ claim }) => claim.entity.id !== first?.claim.entity.id);
  return first && (!other || first.score - other.score >= MARGIN) ? first : undefined;
}

/** How many words of a name are no particles. */
const nameCount = (text: string): number =>
  foldText(text)
    .split(' ')
    .filter((word) => !isParticle(word)).length;

/** Judged before: a form, or a string under `not`. */
function isListed(visible: string, { text, claim: { entity, form } }: Guess): boolean {
  const folded = foldText(visible);
  return (
    foldText(form.text) === folded ||
    foldText(text) === folded ||
    entity.not.some((one) => foldText(one) === folded)
  );
}

const spanOf = (words: Words, { from, to }: Pick<Run, 'from' | 'to'>): Span => ({
  start: words.start[from]!,
  end: words.end[to]!,
});

/** Whether a place lies in the author's own words. */
function ownWords({ zones }: BlockLayout): (start: number) => boolean {
  return (start) => {
    let low = 0;
    let high = zones.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (zones[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const kind = zones[low]?.kind;
    return kind === 'prose' || kind === 'heading' || kind === 'note';
  };
}
