/** Finds the capitalised names in a report that its glossary does not know, and the acronyms that it uses. */

import { opensSentence } from '../../analysis/blockVariants';
import { blockAcronyms } from '../../analysis/introducing/blockAcronyms';
import { isKnownToAll } from '../../analysis/introducing/knownAcronyms';
import { isFunctionWord, isKnownPlace, isOrdinary, looksEnglish } from '../../analysis/ordinaryWords';
import { zonesOf } from '../../analysis/ownWords';
import type { Evidence } from '../../analysis/rule';
import { visibleText } from '../../analysis/visibleText';
import type { PlacedBlock } from '../../markdown/zones';
import { foldText } from '../../names/fold';
import { isParticle } from '../../names/particles';
import { FIRST_UPPER, HAS_LOWER, HAS_UPPER, JOINED, readWords, Words } from '../../names/words';
import type { Span } from '../../text/span';

/** A name as it stands at one place. */
export interface UnknownName {
  /** Where it begins in the report. */
  readonly start: number;
  /** What the reader sees. */
  readonly text: string;
  /** Whether its first word would be capitalised in any case where it stands. */
  readonly opens: boolean;
  /** Whether the report writes each of its words small as well: it may be a term. */
  readonly isTerm: boolean;
  /** What the report says that the acronym stands for. */
  readonly full?: string;
}

/** A capitalised word of a run, or what stands between two of them. */
interface RunWord extends Span {
  readonly folded: string;
  readonly hash: number;
  readonly shape: number;
}

/** Words in a row, in their block. */
interface Run {
  readonly block: PlacedBlock;
  readonly words: readonly RunWord[];
  readonly hidden: readonly Span[];
  readonly opens: boolean;
}

const MOST_WORDS = 8;
const LONGEST_WORD = 40;
const SHORTEST_SINGLE = 3;
const CAPITAL = FIRST_UPPER | HAS_UPPER;
/** Longer blocks get room of their own. */
const LONGEST_SHARED = 10_000;
const shared = new Words(LONGEST_SHARED);

/** Small words that join two parts of one name; *and*, *in* and *for* more often join two names. */
const LINKS = new Set(
  'of al el ul ud ur us ut at as ash az an wal val la le de di da von van bin ben ibn bint uulu uly ogly oglu kyzy i e fi'.split(
    ' ',
  ),
);
/** Ordinary words that are as often the beginning of a name as of what is said about somebody. */
const OPENERS = new Set(
  `islamic islamist national state united supreme federal international regional central northern southern eastern western north south
  east west republic security muslim christian jewish salafi salafist army committee council movement front union party group office
  agency bureau centre center institute university college school academy church mosque bank company street operation camp mount
  lake bay island gulf ocean embassy court ministry department parliament province district region saudi jihad jihadi jihadist new
  general young free people higher armed`
    .trim()
    .split(/\s+/),
);

/** Names of several words that everybody knows, and writes in one way. */
const KNOWN_TO_ALL = new Set(
  `united states|united states of america|united kingdom|united nations|united arab emirates|great britain|northern ireland
  european union|soviet union|saudi arabia|south africa|south korea|north korea|south sudan|sri lanka|new zealand|czech republic
  middle east|near east|far east|central asia|south asia|southeast asia|north africa|west africa|east africa|latin america
  hong kong|new york|new delhi|los angeles|abu dhabi|world war|cold war`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);

type Looked = Pick<Evidence, 'report' | 'mentions' | 'variants'>;

/** In no order. Only prose is looked at: headings write every word large, and quotations and notes name others' works. */
export function unknownNames({ report, mentions, variants }: Looked): UnknownName[] {
  const { text, layout } = report;
  const known = [...mentions, ...variants.found].sort((a, b) => a.start - b.start);
  const small = new Set<number>();
  const runs: Run[] = [];
  const found: UnknownName[] = [];
  /** Where acronyms stand that the glossary does not know. */
  const withCapitals: PlacedBlock[] = [];
  let next = 0;
  for (const block of layout.blocks) {
    const { start } = block;
    const end = start + block.layout.length;
    while (next < known.length && known[next]!.end <= start) next++;
    let behind = next;
    while (behind < known.length && known[behind]!.start < end) behind++;
    const covered = known.slice(next, behind);
    if (readRuns(text.slice(start, end), block, covered, runs, small)) withCapitals.push(block);
  }
  for (const run of runs) {
    const name = nameIn(run, text, small);
    if (name) found.push(name);
  }
  next = 0;
  for (const block of withCapitals) {
    for (const acronym of blockAcronyms(text, block)) {
      const { letters, zone, isInCapitals, isAlone, full } = acronym;
      const at = block.start + acronym.start;
      while (next < known.length && known[next]!.end <= at) next++;
      const isKnown = (known[next]?.start ?? Infinity) <= at;
      if (full && KNOWN_TO_ALL.has(foldText(full.text))) continue;
      if (zone !== 'prose' || !isInCapitals || !isAlone || isKnown || isKnownToAll(letters)) continue;
      found.push({
        ...{ start: at, text: letters, opens: false, isTerm: false },
        ...(full?.isMatched && CAPITALISED.test(full.text) ? { full: full.text } : {}),
      });
    }
  }
  return found;
}

/** Adds the runs of a block, and the hashes of the words that it writes small. Whether it has unknown words in capitals. */
function readRuns(
  text: string,
  block: PlacedBlock,
  covered: readonly Span[],
  runs: Run[],
  small: Set<number>,
): boolean {
  const { layout, start } = block;
  if (!layout.zones.some(({ kind }) => kind === 'prose')) return false;
  const hidden = layout.zones.filter(({ kind }) => kind === 'markup');
  const room = text.length > LONGEST_SHARED ? undefined : shared;
  const words = readWords(text, hidden, layout.walls, room);
  const zoneAt = zonesOf(layout);
  let run: RunWord[] = [];
  /** How many words of the run stand up to its last capitalised one. */
  let length = 0;
  let next = 0;
  let hasCapitals = false;
  const close = () => {
    if (length > 0 && length <= MOST_WORDS) {
      const own = run.slice(0, length);
      runs.push({ block, words: own, hidden, opens: opensSentence(text, own[0]!.start) });
    }
    run = [];
    length = 0;
  };
  for (let at = 0; at < words.count; at++) {
    const shape = words.shape[at]!;
    const from = words.start[at]!;
    const to = words.end[at]!;
    if ((shape & JOINED) === 0 || (run.length > 0 && isPossessive(text, words.end[at - 1]!))) close();
    while (next < covered.length && covered[next]!.end - start <= from) next++;
    if ((covered[next]?.start ?? Infinity) - start < to || to - from > LONGEST_WORD) {
      close();
      continue;
    }
    const hash = words.hash[at]!;
    const isCapital = (shape & CAPITAL) === CAPITAL;
    if (isCapital && (shape & HAS_LOWER) === 0 && to - from > 1)
      hasCapitals ||= !isKnownToAll(text.slice(from, to));
    if (isCapital && zoneAt(from) === 'prose') {
      run.push({ start: from, end: to, folded: words.wordOf(at), hash, shape });
      length = run.length;
    } else if (isCapital || (shape & FIRST_UPPER) !== 0) close();
    else {
      small.add(hash);
      if (run.length === 0) continue;
      const folded = words.wordOf(at);
      const isLink = LINKS.has(folded) || (folded === 'the' && run.at(-1)!.folded === 'of');
      if (isLink) run.push({ start: from, end: to, folded, hash, shape });
      else close();
    }
  }
  close();
  return hasCapitals;
}

/** What of a run is a name, if anything. */
function nameIn(run: Run, text: string, small: ReadonlySet<number>): UnknownName | undefined {
  let { words } = run;
  const isEmpty = ({ folded, shape }: RunWord) =>
    isParticle(folded) || (isFunctionWord(folded) && (folded.length === 1 || (shape & HAS_LOWER) !== 0));
  // *Militants Abu Salah* and *The Jamaat*: what only the sentence writes large is no part of the name.
  if (run.opens && words.length > 1 && small.has(words[0]!.hash) && !OPENERS.has(words[0]!.folded))
    words = words.slice(1);
  const opens = run.opens && words.length === run.words.length;
  while (words.length > 0 && isEmpty(words[0]!) && !isArticle(words)) words = words.slice(1);
  while (words.length > 0 && isEmpty(words.at(-1)!)) words = words.slice(0, -1);
  // *President Rahmon*, *Tajik Interior Minister Rahimzoda*
  let said = 0;
  while (said < words.length && isOrdinary(words[said]!.folded) && !OPENERS.has(words[said]!.folded)) said++;
  if (said < words.length) words = words.slice(said);
  const telling = words.filter(({ folded }) => !isOrdinary(folded) && !isParticle(folded));
  if (telling.length === 0 || telling.every(({ folded }) => isKnownPlace(folded))) return undefined;
  if (words.every(({ shape }) => (shape & HAS_LOWER) === 0)) return undefined;
  const isTerm = words.every(({ hash, folded }) => small.has(hash) || isParticle(folded));
  const [first] = words;
  if (!first || KNOWN_TO_ALL.has(words.map(({ folded }) => folded).join(' '))) return undefined;
  if (words.length === 1) {
    const { folded } = first;
    if (folded.length < SHORTEST_SINGLE || isTerm || (opens && looksEnglish(folded))) return undefined;
  }
  const { start } = run.block;
  const span = { start: first.start, end: words.at(-1)!.end };
  const own = text.slice(start, start + run.block.layout.length);
  return { start: start + span.start, text: visibleText(own, span, run.hidden), opens, isTerm };
}

/** What is written small throughout is a term, as *unmanned aerial vehicle*. */
const CAPITALISED = /\p{Lu}/u;

/** *Tajikistan’s Khatlon* are two names. */
const isPossessive = (text: string, end: number): boolean =>
  /^[’'ʼ‘]s?(?!\p{L})/u.test(text.slice(end, end + 3));

/** *al-Julani*: an article with a hyphen behind it belongs to the name. */
const isArticle = ([first, second]: readonly RunWord[]): boolean =>
  second !== undefined && first!.end + 1 === second.start && first!.folded.length === 2;
