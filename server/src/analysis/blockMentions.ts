/** Finds the mentions in one block of a report: reads its words once, and takes the longest forms. */

import type { Claim, Lexicon } from '../glossary/lexicon';
import type { BlockLayout } from '../markdown/zones';
import type { Match } from '../names/nameIndex';
import { isParticleAt } from '../names/particles';
import { readWords, Words } from '../names/words';
import type { Span } from '../text/span';
import { isInAddress } from './addressAround';
import type { Mention } from './mention';
import { isSomebodyElse, namesBeside } from './otherPeople';
import { visibleText } from './visibleText';

const NONE: readonly Span[] = [];
/** Longer blocks get room of their own. */
const LONGEST_SHARED = 10_000;
/** Reading a block calls nothing that reads one, so that all share the room for their words. */
const shared = new Words(LONGEST_SHARED);

/**
 * The mentions of a block in order; they never overlap. Whom a form means that several entities claim is left open.
 *
 * @param text that of the block.
 * @param start where the block begins: the offsets of its mentions are counted from the beginning of the report.
 */
export function blockMentions(text: string, layout: BlockLayout, lexicon: Lexicon, start = 0): Mention[] {
  const hidden = layout.zones.length > 1 ? layout.zones.filter((zone) => zone.kind === 'markup') : NONE;
  const room = text.length > LONGEST_SHARED ? undefined : shared;
  const words = readWords(text, hidden, layout.walls, room);
  const mentions: Mention[] = [];
  let places: Places | undefined;
  /** The first word that no mention has taken. */
  let free = 0;
  for (let at = 0; at < words.count; ) {
    const listed = lexicon.matchAt(text, words, at);
    if (!listed && !words.hasForeign) {
      at++;
      continue;
    }
    const read = words.hasForeign ? lexicon.foreignMatchAt(text, words, at) : undefined;
    // A listed form of as many words is what stands there; a longer one that has to be read beats it.
    const isRead = (read?.wordCount ?? 0) > (listed?.wordCount ?? 0);
    const match = isRead ? read : listed;
    if (!match) {
      at++;
      continue;
    }
    places ??= new Places(text, layout, hidden);
    const next = at + match.wordCount;
    const from = words.start[at]! - match.before;
    const to = words.end[next - 1]! + match.after;
    const zone = isInAddress(text, from, to) ? 'url' : places.zone(from, to);
    const only = match.forms.length === 1 ? lexicon.claimAlone(match.forms[0]!) : undefined;
    const visible = places.visible(from, to, only?.[0].form.text);
    let claims: readonly Claim[] = only ?? claimsTo(visible, match.forms, lexicon);
    if (!isRead && isPart(words, at, next) && claims.some(isOfPerson)) {
      const inTitle = zone !== 'prose' && zone !== 'note';
      const beside = namesBeside(text, words, { from: at, to: next - 1 }, free, inTitle);
      claims = claims.filter((claim) => !isOfPerson(claim) || !isSomebodyElse(claim.entity, visible, beside));
    }
    if (claims.length > 0) {
      mentions.push({
        start: start + from,
        end: start + to,
        words: spansOf(words, at, match, start),
        visible,
        claims,
        zone,
        // What is in another script names somebody, and is no spelling of a form.
        mendable: !isRead && (zone === 'prose' || zone === 'heading' || zone === 'note'),
      });
      free = next;
    }
    at = next;
  }
  return mentions;
}

/** Whether all words but one are particles (*Yuldashev*, *al-Julani*): they may be a part of somebody else's name as well. */
function isPart(words: Words, at: number, next: number): boolean {
  if (next - at > LONGEST_PART) return false;
  return next - at === 1 || isParticleAt(words, at) || isParticleAt(words, at + 1);
}

/** A part of a name has one word, perhaps with an article. */
const LONGEST_PART = 2;
const isOfPerson = ({ entity }: Claim): boolean => entity.type === 'person';

/** The words of a match; the first and the last with the signs that the form itself has there. */
function spansOf(words: Words, at: number, { wordCount, before, after }: Match, by: number): Span[] {
  const spans: Span[] = [];
  const last = at + wordCount - 1;
  for (let k = at; k <= last; k++) {
    const start = words.start[k]! - (k === at ? before : 0);
    spans.push({ start: by + start, end: by + words.end[k]! + (k === last ? after : 0) });
  }
  return spans;
}

/**
 * The claims to a text, one an entity. A form that is written exactly so beats one that only folds to the same; among
 * an entity's own forms, the order in which the glossary lists kinds decides.
 */
function claimsTo(visible: string, forms: readonly number[], lexicon: Lexicon): Claim[] {
  const all = forms.map((form) => lexicon.claim(form));
  const exact = all.filter(({ form }) => form.text === visible);
  const chosen = exact.length > 0 ? exact : all;
  const byEntity = new Map<string, Claim>();
  for (const claim of chosen) if (!byEntity.has(claim.entity.id)) byEntity.set(claim.entity.id, claim);
  return [...byEntity.values()];
}

/** Answers, for spans in ascending order, what the reader sees of them and whose words they are. */
class Places {
  #zone = 0;
  #hidden = 0;
  #quotation = 0;

  constructor(
    readonly text: string,
    readonly layout: BlockLayout,
    readonly hidden: readonly Span[],
  ) {}

  /** What the reader sees; `known` itself where it is that. Mentions outlive the text, and must not hold on to it. */
  visible(start: number, end: number, known?: string): string {
    const { text, hidden } = this;
    while (this.#hidden < hidden.length && hidden[this.#hidden]!.end <= start) this.#hidden++;
    const isWhole = (hidden[this.#hidden]?.start ?? end) >= end;
    if (isWhole && known?.length === end - start && text.startsWith(known, start)) return known;
    const visible = visibleText(text, { start, end }, hidden, this.#hidden);
    return ` ${visible}`.slice(1);
  }

  zone(start: number, end: number): Mention['zone'] {
    const { zones, definitions } = this.layout;
    while (this.#zone < zones.length && zones[this.#zone]!.end <= start) this.#zone++;
    const kind = zones[this.#zone]?.kind ?? 'prose';
    if (kind !== 'quotation' || !this.#isOnlyName(start, end)) return kind;
    // In a note it is a title: “Abu Salah,” Gazeta, June 1, 2021.
    return definitions.some((note) => note.start <= start && end <= note.end) ? kind : 'prose';
  }

  /** “Jumaboi”: a quotation that is nothing but one name quotes nobody. */
  #isOnlyName(start: number, end: number): boolean {
    const { quotations } = this.layout;
    while (this.#quotation < quotations.length && quotations[this.#quotation]!.end <= start)
      this.#quotation++;
    const quotation = quotations[this.#quotation];
    if (!quotation || quotation.start > start) return false;
    const before = quotation.start + 1;
    const after = quotation.end - 1;
    return (
      start - before < 12 &&
      after - end < 6 &&
      ONLY_BEFORE.test(this.text.slice(before, start)) &&
      ONLY_AFTER.test(this.text.slice(end, after))
    );
  }
}

const ONLY_BEFORE = /^[\s*_[“‘"']*(?:the\s+)?[*_]*$/i;
const ONLY_AFTER = /^(?:[’']s)?[\s*_\].,;:!?”’"']*$/;
