/** What a reader sees who points at something: the card of a name, or what a note says. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import type { Entity, SourceReference } from '../glossary/entity';
import type { GlossaryChange } from '../glossary/glossaryChange';
import { type Span, touches } from '../text/span';
import { type CardLink, renderCard, type Written } from './card';
import { noteHoverAt } from './citing/noteHover';
import { notePreviewAt } from './citing/notePreview';
import { nearestTo, renderUnlistedCard } from './unlistedCard';
import { unlistedNameAt } from './unlistedName';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverContext {
  /** Today, `YYYY-MM-DD`; the card of a report with a date is drawn as of that date. */
  readonly today: string;
  /** The formatted note of a source; undefined if there is no such source. */
  sourceNote(reference: SourceReference): string | undefined;
  /** Whether names that no glossary has get a card; not where nobody keeps a glossary. */
  readonly showsUnlisted?: boolean;
  /** Whether to say whom an unlisted name may mean; the index that this needs may still be under way. */
  readonly canGuess?: boolean;
  /** A link to an entity's entry, where the editor can follow one. */
  openLink?(entityId: string): string | undefined;
  /** A link that adds the name at a place of the report to the glossary, where the editor can follow one. */
  addLink?(at: Span): string | undefined;
  /** A link that teaches the glossary a judgement on a name, where the editor can follow one. */
  teachLink?(change: GlossaryChange): string | undefined;
}

/** Undefined where there is nothing to show. */
export function hoverAt(analysis: Analysis, offset: number, context: HoverContext): Hover | undefined {
  const preview = notePreviewAt(analysis, offset);
  // Right behind a name, what begins there is meant; right behind a citation, the name that begins there.
  if (preview && offset < preview.span.end) return preview;
  return (
    hoverOnMention(analysis, offset, context) ??
    hoverOnVariant(analysis, offset, context) ??
    preview ??
    noteHoverAt(analysis, offset, (reference) => context.sourceNote(reference)) ??
    hoverOnUnlisted(analysis, offset, context)
  );
}

function hoverOnMention(analysis: Analysis, offset: number, context: HoverContext): Hover | undefined {
  const mention = mentionAt(analysis.mentions, offset);
  if (!mention) return undefined;
  const { start, end, visible, claims } = mention;
  const cards = claims.map(({ entity, form }) => cardOf(analysis, entity, { text: visible, form }, context));
  return { span: { start, end }, markdown: cards.join('\n\n---\n\n') };
}

/** The card of the entity that is probably meant; that it is a guess, the finding says. */
function hoverOnVariant(analysis: Analysis, offset: number, context: HoverContext): Hover | undefined {
  const guess = analysis.findings.find(({ code, span }) => code === 'name/variant' && touches(span, offset));
  const { entities } = analysis.works.lexicon.glossary;
  const entity = guess?.entity === undefined ? undefined : entities.get(guess.entity);
  if (!guess || !entity) return undefined;
  const judgements = guess.fixes.flatMap(({ glossary }): CardLink[] => {
    const link = glossary && context.teachLink?.(glossary);
    if (!glossary || link === undefined) return [];
    return [{ title: glossary.list === 'not' ? 'Not the same' : 'Add as a spelling', link }];
  });
  const { form: text = '', house = entity.name } = guess;
  const card = cardOf(analysis, entity, { text, guess: { house, links: judgements } }, context);
  return { span: guess.span, markdown: card };
}

/** A name that the glossary does not have: whom it may mean, and the way to add it. */
function hoverOnUnlisted(analysis: Analysis, offset: number, context: HoverContext): Hover | undefined {
  const name = context.showsUnlisted === false ? undefined : unlistedNameAt(analysis, offset);
  if (!name) return undefined;
  const { start, end, visible } = name;
  const addLink = context.addLink?.({ start, end });
  const markdown = renderUnlistedCard(visible, {
    nearest: context.canGuess === false ? [] : nearestTo(visible, analysis.works.lexicon),
    openLink: (id) => context.openLink?.(id),
    ...(addLink === undefined ? {} : { addLink }),
  });
  return { span: { start, end }, markdown };
}

function cardOf(
  { report, mentions, works }: Analysis,
  entity: Entity,
  written: Written,
  { sourceNote, today, openLink }: HoverContext,
): string {
  const link = openLink?.(entity.id);
  return renderCard(entity, {
    glossary: works.lexicon.glossary,
    sourceNote,
    asOf: report.date ?? today,
    written,
    mentionsHere: mentions.filter(({ claims }) => claims.some((claim) => claim.entity.id === entity.id))
      .length,
    links: link === undefined ? [] : [{ title: 'Open in the glossary', link }],
  });
}
