/** Finds the name at a place that no glossary has: capitalised words that are neither a mention nor ordinary. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import { isFunctionWord, isOrdinary, looksEnglish } from '../analysis/ordinaryWords';
import { visibleText } from '../analysis/visibleText';
import { type Report, zoneAt } from '../markdown/report';
import type { Zone, ZoneKind } from '../markdown/zones';
import { foldText } from '../names/fold';
import { isParticle } from '../names/particles';
import { FIRST_UPPER, HAS_LOWER, JOINED, readWords, type Words } from '../names/words';
import { overlaps, type Span, sliceOf, touches } from '../text/span';
import { isBeforePlaces, isDate, isDirection, isNameWord, isTitle } from './nameWords';

export interface UnlistedName extends Span {
  /** What the reader sees. */
  readonly visible: string;
  /** The folded word before it, here or where it tells more; empty where there is none. */
  readonly before: string;
  /** What stands behind it in parentheses: *Katibat al-Furqan (KF)*. */
  readonly acronym?: string;
}

/** Around the place, how far a name may reach. */
const FARTHEST = 400;
const SHORTEST_SINGLE = 3;
const LONGEST_ACRONYM = 12;
const MOST_WORDS = 10;
/** In so many places it is looked at what stands before a name. */
const MOST_PLACES = 50;
/** What a word is elsewhere is looked for so far away, before and behind. */
const AROUND = 100_000;
/** A double click selects it with the name: *Ganiev’s*. */
const POSSESSIVE = /(?<=\p{L})[’'ʼ]s$|(?<=s)[’']$/iu;
/** Whoever selects a name selects no more. */
const LONGEST_SELECTED = 120;

/** A capital, or a letter of a script that has none, and no more words than a name has. */
const LOOKS_LIKE_NAME = /^[\p{Lu}\p{Lo}][^.!?…;:]*$/u;

/** Whether a text is written as a name is. */
export const looksLikeName = (text: string): boolean => LOOKS_LIKE_NAME.test(text);

const LETTER = /\p{L}/u;
const BEHIND = /^([*_]*\s+\([*_]*)(\p{Lu}[\p{Lu}\p{N}-]{1,11})[*_]*\)/u;

const NAMES_STAND_IN: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['prose', 'heading', 'quotation', 'note']);
const ENDS_SENTENCE = /[.!?…:;|“«‘"]|^[\s*_\\>#]*$/u;

/** The name that a caret at `offset` touches; undefined where there is none, or where the glossary has it. */
export function unlistedNameAt(analysis: Analysis, offset: number): UnlistedName | undefined {
  const { report, mentions, findings } = analysis;
  if (mentionAt(mentions, offset)) return undefined;
  const isVariant = findings.some(({ code, span }) => code === 'name/variant' && touches(span, offset));
  const sentence = isVariant ? undefined : Surroundings.of(analysis, offset);
  const name = sentence?.nameAt(offset);
  if (!sentence || !name) return undefined;
  const hidden = markupIn(report, name);
  const acronym = acronymBehind(analysis, name.end);
  return {
    ...name,
    visible: visibleText(report.text, name, hidden),
    before: sentence.before(name),
    ...(acronym === undefined ? {} : { acronym }),
  };
}

/** An acronym in parentheses that nobody in the glossary has. */
function acronymBehind({ report, mentions }: Analysis, end: number): string | undefined {
  const found = BEHIND.exec(report.text.slice(end, end + LONGEST_SELECTED));
  const acronym = found?.[2];
  return found && acronym && !mentionAt(mentions, end + found[1]!.length) ? acronym : undefined;
}

/** What is selected, if it can be a name that somebody wants to add; undefined where it holds no letter, or too much. */
export function selectedName({ report }: Analysis, selection: Span): UnlistedName | undefined {
  const { text } = report;
  const raw = sliceOf(text, selection);
  const start = selection.start + raw.length - raw.trimStart().length;
  const at = { start, end: start + raw.trim().replace(POSSESSIVE, '').length };
  if (at.end - at.start > LONGEST_SELECTED || /\n\s*\n/.test(sliceOf(text, at))) return undefined;
  const visible = visibleText(text, at, markupIn(report, at)).trim().replace(POSSESSIVE, '');
  return LETTER.test(visible) ? { ...at, visible, before: '' } : undefined;
}

/** The same, where it looks like a name that the glossary does not have, so that adding it may be offered unasked. */
export function selectedUnlistedName(analysis: Analysis, selection: Span): UnlistedName | undefined {
  const name = selectedName(analysis, selection);
  if (!name || !looksLikeName(name.visible)) return undefined;
  const isKnown =
    analysis.mentions.some((mention) => overlaps(mention, name)) ||
    analysis.findings.some(({ code, span }) => code === 'name/variant' && overlaps(span, name));
  return isKnown ? undefined : name;
}

/** The signs in a stretch that the reader does not see. */
function markupIn(report: Report, { start, end }: Span): Zone[] {
  const found: Zone[] = [];
  for (let at = start; at < end; ) {
    const zone = zoneAt(report, at);
    if (!zone || zone.end <= at) break;
    if (zone.kind === 'markup') found.push(zone);
    at = zone.end;
  }
  return found;
}

/** The words around a place, within its block. */
class Surroundings {
  readonly #analysis: Analysis;
  readonly #start: number;
  readonly #text: string;
  readonly #words: Words;
  readonly #isHeading: boolean;
  /** The text in which other places of a word are looked for. */
  #near: string | undefined;

  static of(analysis: Analysis, offset: number): Surroundings | undefined {
    const { report } = analysis;
    const { layout } = report;
    // A caret behind the last letter touches the name.
    const zone = [offset, offset - 1]
      .map((at) => zoneAt(report, Math.max(0, at)))
      .find((one) => one && NAMES_STAND_IN.has(one.kind) && touches(one, offset));
    // All words of a title may be capitalised.
    if (zone?.kind === 'quotation' && layout.definitions.some((note) => overlaps(note, zone)))
      return undefined;
    const block = layout.blocks.find(({ start, layout: { length } }) =>
      touches({ start, end: start + length }, offset),
    );
    if (!zone || !block) return undefined;
    const start = Math.max(block.start, offset - FARTHEST);
    const end = Math.min(block.start + block.layout.length, offset + FARTHEST);
    return new Surroundings(analysis, { start, end }, zone.kind === 'heading');
  }

  private constructor(analysis: Analysis, around: Span, isHeading: boolean) {
    const { text, layout } = analysis.report;
    this.#analysis = analysis;
    this.#start = around.start;
    this.#text = sliceOf(text, around);
    this.#isHeading = isHeading;
    const near = (at: number) => at - around.start;
    const hidden = markupIn(analysis.report, around).map(({ start, end }) => ({
      start: Math.max(0, near(start)),
      end: Math.min(this.#text.length, near(end)),
    }));
    const walls = layout.walls.filter((wall) => wall >= around.start && wall < around.end).map(near);
    this.#words = readWords(this.#text, hidden, walls);
  }

  nameAt(offset: number): Span | undefined {
    const words = this.#words;
    const place = offset - this.#start;
    for (let at = 0; at < words.count; at++) {
      if (!touches({ start: words.start[at]!, end: words.end[at]! }, place)) continue;
      // A particle or an initial belongs to the name that it stands in: *Katibat al-Furqan*, *A. Mukhtarov*.
      let next = at;
      while (this.#isInitial(next) || this.#isParticleAt(next)) next++;
      const run = this.#isAcronym(at) ? { from: at, to: at } : this.#trimmed(this.#runAround(next), next);
      if (run && run.from <= at)
        return { start: this.#start + words.start[run.from]!, end: this.#start + words.end[run.to]! };
    }
    return undefined;
  }

  before({ start, end }: Span): string {
    const words = this.#words;
    const { text } = this.#analysis.report;
    // Wherever it stands behind *in*, it is a place.
    const before = (at: number) => /(\p{L}+) (?:the )?$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1];
    let places = 0;
    for (const at of this.#placesOf(text.slice(start, end))) {
      const word = before(at);
      if (word !== undefined && isBeforePlaces(foldText(word))) return foldText(word);
      if (++places === MOST_PLACES) break;
    }
    for (let at = 1; at < words.count; at++) {
      if (words.start[at] === start - this.#start)
        return this.#beginsSentence(at) ? '' : this.#folded(at - 1);
    }
    return '';
  }

  /** Capitalised words in a row, with particles between them, as far as no mention stands in the way. */
  #runAround(at: number): Run | undefined {
    let [from, to] = [at, at];
    if (at >= this.#words.count || !this.#isNameLike(at)) return undefined;
    if (isTitle(this.#folded(at))) return { from, to };
    for (let next = at + 1; next < this.#words.count && this.#isJoined(next); next++) {
      if (isTitle(this.#folded(next)) || this.#isPossessed(next)) break;
      if (this.#isNameLike(next) || this.#isInitial(next)) to = next;
      else if (!this.#isLink(next)) break;
    }
    for (let next = at - 1; next >= 0 && this.#isJoined(next + 1); next--) {
      if (isTitle(this.#folded(next)) || this.#isPossessed(next + 1)) break;
      if (this.#isNameLike(next) || this.#isInitial(next)) from = next;
      else if (!this.#isLink(next)) break;
    }
    return { from, to };
  }

  #isInProse(at: number): boolean {
    const zone = zoneAt(this.#analysis.report, this.#start + this.#words.start[at]!);
    return zone !== undefined && NAMES_STAND_IN.has(zone.kind);
  }

  /** *and* joins two names; *of* goes on with the name of a body: *Ministry of Justice*. */
  #isLink(at: number): boolean {
    const word = this.#folded(at);
    if (!isParticle(word)) return false;
    if (!isOrdinary(word)) return true;
    if (word !== 'of' && word !== 'for') return false;
    for (let k = at - 1; k >= Math.max(0, at - MOST_WORDS) && this.#isNameLike(k); k--)
      if (isNameWord(this.#folded(k))) return true;
    return false;
  }

  /** Without what only stands beside the name: *The*, *In March*, *President*. */
  #trimmed(run: Run | undefined, at: number): Run | undefined {
    if (!run) return undefined;
    let { from: first, to: last } = run;
    let holdsNameWord = false;
    for (let k = first; k <= last; k++) holdsNameWord ||= isNameWord(this.#folded(k));
    const isBeside = (k: number) => {
      const word = this.#folded(k);
      // *A. Mukhtarov*, but not *Mukhtarov A*: the letter may be anything there.
      if (this.#isInitial(k)) return k === last;
      if (!this.#isNameLike(k) || isFunctionWord(word) || isDate(word) || this.#isWrittenSmall(k))
        return true;
      return !holdsNameWord && isOrdinary(word) && !(first < last && isDirection(word));
    };
    while (first <= last && isBeside(first)) first++;
    while (last >= first && isBeside(last)) last--;
    if (first > at || last < at || last - first >= MOST_WORDS) return undefined;
    const proper: number[] = [];
    for (let k = first; k <= last; k++)
      if (this.#isNameLike(k) && !isOrdinary(this.#folded(k)) && !this.#isWrittenSmall(k)) proper.push(k);
    const isSure = (k: number) => !this.#isHeading && !this.#beginsSentence(k);
    if (first === last) {
      const isLong = this.#words.end[first]! - this.#words.start[first]! >= SHORTEST_SINGLE;
      if (!isLong || proper.length === 0 || looksEnglish(this.#folded(first))) return undefined;
      if (!isSure(first) && !this.#isNameElsewhere(first)) return undefined;
    } else if (proper.length === 0) return undefined;
    // All words of a heading may be capitalised, and the first one of a sentence always is.
    else if (this.#isHeading && !proper.some((k) => this.#isNameElsewhere(k))) return undefined;
    return { from: first, to: last };
  }

  /** Capitalised, in a stretch where names stand, and not a part of a name that the glossary has. */
  #isNameLike(at: number): boolean {
    const words = this.#words;
    const wanted = FIRST_UPPER | HAS_LOWER;
    if ((words.shape[at]! & wanted) !== wanted) return false;
    const span = { start: this.#start + words.start[at]!, end: this.#start + words.end[at]! };
    if (!this.#isInProse(at)) return false;
    const mention = mentionAt(this.#analysis.mentions, span.start);
    if (!mention || !overlaps(mention, span)) return true;
    // A surname alone may be another person's: *Avaz Yuldashev*, where the glossary has *Tahir Yuldashev*.
    return mention.words.length === 1 && mention.claims.every(({ entity }) => entity.type === 'person');
  }

  /** Three capitals or more, alone among words that are not all in capitals. */
  #isAcronym(at: number): boolean {
    const words = this.#words;
    const isCapital = (k: number) => k >= 0 && k < words.count && /^\p{Lu}{2,}$/u.test(this.#written(k));
    const { length } = this.#written(at);
    if (!isCapital(at) || length < SHORTEST_SINGLE || length > LONGEST_ACRONYM) return false;
    if (this.#isHeading || isCapital(at - 1) || isCapital(at + 1) || !this.#isInProse(at)) return false;
    return !mentionAt(this.#analysis.mentions, this.#start + words.start[at]!);
  }

  #isParticleAt(at: number): boolean {
    return at < this.#words.count && !this.#isNameLike(at) && isParticle(this.#folded(at));
  }

  /** A capital with a period: *A.* */
  #isInitial(at: number): boolean {
    const words = this.#words;
    if (at >= words.count || (words.shape[at]! & (FIRST_UPPER | HAS_LOWER)) !== FIRST_UPPER) return false;
    return words.end[at]! - words.start[at]! === 1 && this.#text[words.end[at]!] === '.';
  }

  /** Whether the word before owns this one: *Russia’s Security Council*. */
  #isPossessed(at: number): boolean {
    return /[’'ʼ]/u.test(this.#text.slice(this.#words.end[at - 1], this.#words.start[at]));
  }

  #isJoined(at: number): boolean {
    return (this.#words.shape[at]! & JOINED) !== 0;
  }

  #beginsSentence(at: number): boolean {
    const words = this.#words;
    if (at === 0) return true;
    if (this.#isJoined(at)) return false;
    return ENDS_SENTENCE.test(this.#text.slice(words.end[at - 1]!, words.start[at]!));
  }

  #folded(at: number): string {
    return foldText(this.#written(at));
  }

  #written(at: number): string {
    return this.#text.slice(this.#words.start[at]!, this.#words.end[at]!);
  }

  /** Written small somewhere, it is a word and no name. */
  #isWrittenSmall(at: number): boolean {
    const { text } = this.#analysis.report;
    for (const place of this.#placesOf(this.#written(at).toLowerCase()))
      if (!/[\p{L}\p{M}\p{N}/.@#_-]$/u.test(text.slice(Math.max(0, place - 2), place))) return true;
    return false;
  }

  /** Capitalised within a sentence somewhere, it is a name. */
  #isNameElsewhere(at: number): boolean {
    const { report } = this.#analysis;
    for (const place of this.#placesOf(this.#written(at))) {
      if (!/[\p{Ll}\p{N},(] ?$/u.test(report.text.slice(Math.max(0, place - 2), place))) continue;
      if (zoneAt(report, place)?.kind === 'prose') return true;
    }
    return false;
  }

  /** Where a word stands in the report, as far as that tells anything here. */
  *#placesOf(word: string): Generator<number> {
    const from = Math.max(0, this.#start - AROUND);
    this.#near ??= this.#analysis.report.text.slice(from, this.#start + AROUND);
    for (let at = this.#near.indexOf(word); at >= 0; at = this.#near.indexOf(word, at + word.length)) {
      const after = this.#near.slice(at + word.length, at + word.length + 2);
      if (!/^[\p{L}\p{M}\p{N}]/u.test(after)) yield from + at;
    }
  }
}

/** Numbers of the first and the last word. */
interface Run {
  readonly from: number;
  readonly to: number;
}
