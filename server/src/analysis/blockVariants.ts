/** Finds the variants in one block of a report: runs of capitalised words that sound like a form and are none. */

import { formsOf } from '../glossary/forms';
import type { Claim, Lexicon } from '../glossary/lexicon';
import type { Guess } from '../glossary/nameGuesser';
import type { BlockLayout } from '../markdown/zones';
import { foldText } from '../names/fold';
import { FIRST_UPPER, JOINED, readWords, Words } from '../names/words';
import { firstIndex } from '../text/firstIndex';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { isInAddress } from './addressAround';
import { GuessJudge } from './guessJudge';
import type { Mention } from './mention';
import { type FoldedWords, foldedWords, partsOf, type Run, runsOf, spansOf } from './nameRuns';
import { isKnownPlace, isOrdinary } from './ordinaryWords';
import { nameCount, namesBeside, withArticle } from './otherPeople';
import { isAuthors, zonesOf } from './ownWords';
import type { Variant } from './variant';
import { reasonOf } from './variantReason';
import { visibleText } from './visibleText';

/** Names in other scripts are read letter by letter, not guessed. */
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** What a guess has to know of a mention. */
type NamedSpan = Pick<Mention, 'start' | 'end' | 'claims'>;

/** No name is longer; what is, has not been written for a reader. */
const LONGEST_NAME = 200;
/** So many words before a name may belong to it. */
const FARTHEST_BESIDE = 5;
/** Longer blocks get room of their own. */
const LONGEST_SHARED = 10_000;
const MOST_ROOMS = 8;
/** For the words of blocks that are yet to come. */
const rooms: Words[] = [];
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
  // Several blocks may be under way at once; what is left where it is keeps its room.
  const room = (text.length > LONGEST_SHARED ? undefined : rooms.pop()) ?? new Words(text.length);
  const variants = yield* variantsIn(text, layout, lexicon, mentions, room);
  if (text.length <= LONGEST_SHARED && rooms.length < MOST_ROOMS) rooms.push(room);
  return variants;
}

function* variantsIn(
  text: string,
  layout: BlockLayout,
  lexicon: Lexicon,
  mentions: readonly NamedSpan[],
  room: Words,
): Steps<Variant[]> {
  const hidden = layout.zones.filter((zone) => zone.kind === 'markup');
  const words = readWords(text, hidden, layout.walls, room);
  const folded = foldedWords(text, words);
  const zoneAt = zonesOf(layout);
  const isOwn = (start: number) => isAuthors(zoneAt(start));
  const isHyphenated = (at: number) => /^[-‐‑]$/u.test(text.slice(words.end[at - 1], words.start[at]));
  const covers = coveredBy(mentions);
  const isCovered = (from: number, to: number) => covers(words.start[from]!, words.end[to]!);
  const divided = yield* dividedOtherwise(text, words, folded, isOwn, lexicon, hidden);
  const variants = divided.filter(({ start, end }) => !covers(start, end));
  const isTaken = overlapWith(variants.slice());
  const judge = GuessJudge.of(lexicon);
  for (const run of runsOf(words, folded, isOwn, isHyphenated)) {
    const used = new Set<number>();
    const isUsed = ({ from, to }: Run) => {
      for (let at = from; at <= to; at++) if (used.has(at)) return true;
      return false;
    };
    for (const bare of partsOf(run)) {
      const part = { ...bare, from: withArticle(text, words, bare.from) };
      if (isUsed(part) || isCovered(part.from, part.to)) continue;
      if (isTaken(words.start[part.from]!, words.end[part.to]!)) continue;
      const visible = visibleText(text, spanOf(words, part), hidden);
      if (visible.length > LONGEST_NAME || !LATIN.test(visible)) continue;
      yield;
      // What a mention covers is another name.
      let free = part.from;
      const first = Math.max(run.from, part.from - FARTHEST_BESIDE);
      while (free > first && !isCovered(free - 1, free - 1)) free--;
      const inTitle = zoneAt(words.start[part.from]!) === 'heading';
      const beside = namesBeside(text, words, part, free, inTitle);
      const found = isOne(part, visible)
        ? judge.ofOne(visible, beside, inTitle || opensSentence(text, words.start[part.from]!))
        : judge.ofSeveral(visible, part);
      if (!found) {
        const other = isOne(part, visible) ? judge.ofSomebodyElse(visible, beside) : undefined;
        if (other) variants.push(somebodyElse(other, spanOf(words, part), visible));
        continue;
      }
      if (isListed(visible, found.guess) || addsNothing(part, visible, found.guess, words, mentions))
        continue;
      // *Akhliddin Novkatiy*, where the glossary has *Navqotiy* alone: the given name goes with it.
      const isPart = isOne(part, visible) && found.guess.claim.entity.type === 'person';
      const from = part.from - (isPart ? beside.before.length : 0);
      for (let at = from; at <= part.to; at++) used.add(at);
      const whole = { from, to: part.to };
      const seen = visibleText(text, spanOf(words, whole), hidden);
      if (isListed(seen, found.guess)) continue;
      const full = from < part.from ? fullForm(found.guess, seen) : undefined;
      variants.push({
        ...spanOf(words, whole),
        words: spansOf(words, whole),
        core: spansOf(words, full ? whole : part),
        visible: seen,
        claim: full ?? found.guess.claim,
        house: full
          ? full.form.house
          : found.guess.isSurname
            ? found.guess.text
            : found.guess.claim.form.house,
        score: found.guess.score,
        reason: full ? reasonOf(seen, full.form.text) : found.reason,
        needsMention: found.needsMention,
      });
    }
  }
  return variants
    .filter(({ start, end }) => !isInAddress(text, start, end))
    .sort((a, b) => a.start - b.start);
}

/** The form of as many words as a name with its given name, of which the form that was guessed is the end. */
function fullForm({ claim: { entity, form }, text }: Guess, seen: string): Claim | undefined {
  const count = nameCount(seen);
  const end = ` ${foldText(text)}`;
  const full = formsOf(entity).find(
    (one) => one.alias === form.alias && nameCount(one.text) === count && foldText(one.text).endsWith(end),
  );
  return full && { entity, form: full };
}

/** What is known of a surname that another given name makes another person's: no guess, and evidence against guesses. */
const somebodyElse = ({ claim, text, score }: Guess, span: Span, visible: string): Variant => ({
  ...span,
  words: [span],
  core: [span],
  visible,
  claim,
  house: text,
  score,
  reason: '',
  needsMention: false,
  isSomebodyElse: true,
});

/** Whether one of the mentions, which are in order and never overlap, covers a span. */
function coveredBy(mentions: readonly NamedSpan[]): (start: number, end: number) => boolean {
  return (start, end) => {
    const first = firstIndex(mentions.length, (at) => mentions[at]!.end < end);
    return (mentions[first]?.start ?? Infinity) <= start;
  };
}

/** Whether one of some spans, which are in order and disjoint, has something in common with a span. */
function overlapWith(spans: readonly Span[]): (start: number, end: number) => boolean {
  return (start, end) => {
    const first = firstIndex(spans.length, (at) => spans[at]!.end <= start);
    return (spans[first]?.start ?? Infinity) < end;
  };
}

/** Whether a part has one word that counts: *Julani*, *al-Julani*. */
const isOne = (part: Run, visible: string): boolean => part.names === 1 || nameCount(visible) === 1;

/** Whether a word is the first of its sentence, cell or quotation: it would be capitalised in any case. */
export const opensSentence = (text: string, start: number): boolean =>
  !/[\p{L}\p{N},)%][’'”"»]?[\s*_]+$/u.test(text.slice(Math.max(0, start - 12), start));

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
  const guesser = lexicon.guesser;
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
      // *Jalalabad* is a town of its own, whatever is listed as *Jalal-Abad*.
      if (!guess || isKnownPlace(compact)) continue;
      const run = { from, to };
      if (!spansOf(words, run).every(({ start }) => isOwn(start))) continue;
      const visible = visibleText(text, spanOf(words, run), hidden);
      if (isListed(visible, guess) || isInsideName(text, words, run, guess)) continue;
      found.push({
        start: words.start[from]!,
        end: words.end[to]!,
        words: spansOf(words, run),
        core: spansOf(words, run),
        visible,
        claim: guess.claim,
        house: guess.claim.form.house,
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

/** *Abdulrahman* in *Ahmed Abdulrahman Sihab* is no *Abdul Rahman*. */
function isInsideName(text: string, words: Words, run: Pick<Run, 'from' | 'to'>, { claim }: Guess): boolean {
  if (claim.entity.type !== 'person') return false;
  const { before, after } = namesBeside(text, words, run, 0, false);
  return before.length > 0 || after !== undefined;
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
  visible: string,
  { claim: { entity }, text }: Guess,
  words: Words,
  mentions: readonly NamedSpan[],
): boolean {
  const [start, end] = [words.start[from]!, words.end[to]!];
  const inside = mentions.filter((one) => start <= one.start && one.end <= end);
  const own = inside.filter(({ claims }) => claims.some((claim) => claim.entity.id === entity.id));
  // A longer form of the same entity, with each of its words, is more: *Islamic State of Iraq and the Levant*.
  const isLonger = nameCount(text) === nameCount(visible);
  const isAll = ({ form }: Claim) =>
    form.kind !== 'short' && !(isLonger && nameCount(form.text) < nameCount(text));
  if (own.some(({ claims }) => claims.some(isAll))) return true;
  if (entity.type !== 'person' || inside.length === 0) return false;
  return [...capital].every((at) => {
    const [wordStart, wordEnd] = [words.start[at]!, words.end[at]!];
    const isMentioned = inside.some((one) => one.start <= wordStart && wordEnd <= one.end);
    return at < from || at > to || ordinary.has(at) || isMentioned;
  });
}

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
