/** Finds every mention in a report: reads its words once, takes the longest forms, and settles who is meant. */

import type { Claim, Lexicon } from '../glossary/lexicon';
import type { Report, Zone } from '../markdown/report';
import type { Match } from '../names/nameIndex';
import { readWords, type Words } from '../names/words';
import type { Span } from '../text/span';
import { type Mention, WRITTEN_SPACE } from './mention';

/** The mentions of a report in order; they never overlap. */
export function findMentions(report: Report, lexicon: Lexicon): Mention[] {
  const { text, layout } = report;
  const hidden = layout.zones.filter((zone) => zone.kind === 'markup');
  const words = readWords(text, lexicon.index.vocabulary, hidden, layout.walls);
  const places = new Places(report, hidden);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.count; ) {
    const match = words.id[at]! < 0 ? undefined : lexicon.index.matchAt(text, words, at);
    if (!match) {
      at++;
      continue;
    }
    const parts = spansOf(words, at, match);
    const span = { start: parts[0]!.start, end: parts.at(-1)!.end };
    const visible = places.visible(span);
    const claims = claimsTo(visible, match.forms, lexicon);
    mentions.push({
      ...span,
      words: parts,
      visible,
      claims,
      ...places.voice(span),
    });
    at += match.wordCount;
  }
  return settle(mentions);
}

/** The words of a match; the first and the last with the signs that the form itself has there. */
function spansOf(words: Words, at: number, { wordCount, before, after }: Match): Span[] {
  const spans: Span[] = [];
  const last = at + wordCount - 1;
  for (let k = at; k <= last; k++) {
    const start = words.start[k]! - (k === at ? before : 0);
    spans.push({ start, end: words.end[k]! + (k === last ? after : 0) });
  }
  return spans;
}

/**
 * The claims to a text, one an entity. A form that is written exactly so beats one that only folds to the same; among
 * an entity's own forms, the order in which the glossary lists kinds decides.
 */
function claimsTo(visible: string, forms: readonly number[], lexicon: Lexicon): Claim[] {
  const all = forms.map((form) => lexicon.claims[form]!);
  const exact = all.filter(({ form }) => form.text === visible);
  const chosen = exact.length > 0 ? exact : all;
  const byEntity = new Map<string, Claim>();
  for (const claim of chosen) if (!byEntity.has(claim.entity.id)) byEntity.set(claim.entity.id, claim);
  return [...byEntity.values()];
}

/** A form that several entities claim means the one that the report has already named otherwise, if it is only one. */
function settle(mentions: readonly Mention[]): Mention[] {
  const introduced = new Set<string>();
  return mentions.map((mention) => {
    if (mention.claims.length === 1) {
      introduced.add(mention.claims[0]!.entity.id);
      return mention;
    }
    const known = mention.claims.filter(({ entity }) => introduced.has(entity.id));
    return known.length === 1 ? { ...mention, claims: known } : mention;
  });
}

/** Answers, for spans in ascending order, what the reader sees of them and whose words they are. */
class Places {
  #zone = 0;
  #hidden = 0;
  #quotation = 0;
  #generated = 0;

  constructor(
    readonly report: Report,
    readonly hidden: readonly Zone[],
  ) {}

  visible(span: Span): string {
    const { text } = this.report;
    while (this.#hidden < this.hidden.length && this.hidden[this.#hidden]!.end <= span.start) this.#hidden++;
    let seen = '';
    let at = span.start;
    for (let k = this.#hidden; k < this.hidden.length && this.hidden[k]!.start < span.end; k++) {
      const { start, end } = this.hidden[k]!;
      seen += text.slice(at, start);
      if (WRITTEN_SPACE.test(text.slice(start, Math.min(end, start + 16)))) seen += ' ';
      at = end;
    }
    seen += text.slice(at, span.end);
    return /[\r\n]/.test(seen) ? seen.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') : seen;
  }

  voice(span: Span): Pick<Mention, 'zone' | 'mendable'> {
    const { layout, generated } = this.report;
    const { zones } = layout;
    while (this.#zone < zones.length && zones[this.#zone]!.end <= span.start) this.#zone++;
    const kind = zones[this.#zone]?.kind ?? 'prose';
    const zone = kind === 'quotation' && this.#isOnlyName(span) ? this.#around(span) : kind;
    while (this.#generated < generated.length && generated[this.#generated]!.definition.end <= span.start) {
      this.#generated++;
    }
    const isGenerated = (generated[this.#generated]?.definition.start ?? Infinity) <= span.start;
    const isOwn = zone === 'prose' || zone === 'heading' || zone === 'note';
    return { zone, mendable: isOwn && !isGenerated };
  }

  /** “Jumaboi”: a quotation that is nothing but one name quotes nobody. */
  #isOnlyName(span: Span): boolean {
    const { text, layout } = this.report;
    const { quotations } = layout;
    while (this.#quotation < quotations.length && quotations[this.#quotation]!.end <= span.start)
      this.#quotation++;
    const quotation = quotations[this.#quotation];
    if (!quotation || quotation.start > span.start) return false;
    const before = text.slice(quotation.start + 1, span.start);
    const after = text.slice(span.end, quotation.end - 1);
    return before.length < 12 && after.length < 6 && ONLY_BEFORE.test(before) && ONLY_AFTER.test(after);
  }

  #around(span: Span): 'note' | 'prose' {
    const inNote = this.report.layout.definitions.some(
      (note) => note.start <= span.start && span.end <= note.end,
    );
    return inNote ? 'note' : 'prose';
  }
}

const ONLY_BEFORE = /^[\s*_[“‘"']*(?:the\s+)?[*_]*$/i;
const ONLY_AFTER = /^(?:[’']s)?[\s*_\].,;:!?”’"']*$/;
