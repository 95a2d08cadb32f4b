/** Tells whether a report has named somebody in full before, in a spelling that no glossary lists. */

import type { Report } from '../../markdown/report';
import type { PlacedBlock } from '../../markdown/zones';
import { foldText } from '../../names/fold';
import { nameParts } from '../../names/likeness/nameParts';
import type { NameParts } from '../../names/likeness/preparedName';
import { SAME_FROM, similarity } from '../../names/likeness/similarity';
import type { Span } from '../../text/span';
import type { Mention } from '../mention';
import { isFunctionWord, isOrdinary, isTitle } from '../ordinaryWords';
import { isSameInitial } from '../otherPeople';
import { zonesOf } from '../ownWords';
import { seenText } from './seenText';

/** Capitalised words that may be a name together, with offsets in the block. */
interface Run extends Span {
  readonly text: string;
  /** The letters that its words begin with, a bit for each, with those that may stand for them. */
  readonly initials: number;
  parts?: NameParts;
  /** From full names: whether it is like them. */
  readonly like: Map<string, boolean>;
}

const WORD = "(?:al|el|an|ar|as|at|az|ad|ash|ul|ud|bin|ibn|[’']?abd)?[- ]?\\p{Lu}[\\p{L}\\p{M}’'ʼʻ‘`-]*";
const RUN = new RegExp(`(?<![\\p{L}\\p{N}])${WORD}(?:[ \\n\\u00a0]+${WORD})+`, 'gu');
const LONGEST_RUN = 80;
/** So many names are looked for in a report: who names more of them by their short forms alone has made a list. */
const MOST_LOOKED_FOR = 400;

const known = new WeakMap<PlacedBlock['layout'], readonly Run[]>();

/**
 * It asks how like names are, and not what has been guessed so far: what is said of introductions is the same before the
 * guesses are known and after.
 */
export class UnlistedNames {
  readonly #report: Report;
  readonly #mentions: readonly Mention[];
  #left = MOST_LOOKED_FOR;
  /** Gathered when somebody asks. */
  #runs: { readonly run: Run; readonly start: number }[] | undefined;

  constructor(report: Report, mentions: readonly Mention[]) {
    this.#report = report;
    this.#mentions = mentions;
  }

  /** Whether a name that is very like the full one, and no mention, stands in the prose between two offsets. */
  isNamedBefore(full: string, from: number, until: number): boolean {
    const words = wordsOf(full);
    if (words.length < 2 || this.#left-- <= 0) return false;
    const [first, last] = [bitOf(words[0]!), bitOf(words.at(-1)!)];
    this.#runs ??= this.#gather();
    for (const { run, start } of this.#runs) {
      if (start >= until) return false;
      if (start < from || (run.initials & first) === 0 || (run.initials & last) === 0) continue;
      if (isLike(run, full)) return true;
    }
    return false;
  }

  #gather() {
    const { text, layout } = this.#report;
    const all: { run: Run; start: number }[] = [];
    let at = 0;
    for (const block of layout.blocks) {
      for (const run of runsIn(text, block)) {
        const start = block.start + run.start;
        while (at < this.#mentions.length && this.#mentions[at]!.end <= start) at++;
        if ((this.#mentions[at]?.start ?? Infinity) >= block.start + run.end) all.push({ run, start });
      }
    }
    return all;
  }
}

function isLike(run: Run, full: string): boolean {
  let like = run.like.get(full);
  if (like === undefined) {
    run.parts ??= nameParts(run.text);
    like = run.parts.parts.length > 1 && similarity(run.parts, nameParts(full)) >= SAME_FROM;
    run.like.set(full, like);
  }
  return like;
}

const wordsOf = (name: string): string[] => foldText(name).split(/[\s-]+/);

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Of each letter, the bits of those that may begin the same name. */
const ALIKE = LETTERS.map((letter) =>
  LETTERS.reduce((bits, other, at) => (isSameInitial(letter, other) ? bits | (1 << at) : bits), 0),
);
const OTHER = 1 << 26;

const numberOf = (word: string): number => word.charCodeAt(0) - 97;
const bitOf = (word: string): number => {
  const at = numberOf(word);
  return at >= 0 && at < LETTERS.length ? 1 << at : OTHER;
};

const initialsOf = (name: string): number =>
  wordsOf(name).reduce((bits, word) => bits | (ALIKE[numberOf(word)] ?? OTHER), 0);

function runsIn(text: string, { start, layout }: PlacedBlock): readonly Run[] {
  let runs = known.get(layout);
  if (!runs) {
    runs = read(text.slice(start, start + layout.length), layout);
    known.set(layout, runs);
  }
  return runs;
}

/** In the prose of a block: what leads to a name (*The*, *President*) is no part of it. */
function read(text: string, layout: PlacedBlock['layout']): Run[] {
  const seen = seenText(text, layout);
  const zoneAt = zonesOf(layout);
  const runs: Run[] = [];
  for (const { 0: found, index } of seen.text.matchAll(RUN)) {
    if (found.length > LONGEST_RUN || zoneAt(seen.offsetOf(index)) !== 'prose') continue;
    let name = found;
    for (;;) {
      const [first, rest] = divided(name);
      const folded = foldText(first);
      if (rest === '' || !(isFunctionWord(folded) || isOrdinary(folded) || isTitle(folded))) break;
      name = rest;
    }
    if (!/\s/.test(name)) continue;
    const from = index + found.length - name.length;
    const span = { start: seen.offsetOf(from), end: seen.offsetOf(from + name.length - 1) + 1 };
    runs.push({ ...span, text: name, initials: initialsOf(name), like: new Map() });
  }
  return runs;
}

function divided(name: string): readonly [first: string, rest: string] {
  const [, first = name, rest = ''] = /^(\S+)\s+([\s\S]*)$/u.exec(name) ?? [];
  return [first, rest];
}
