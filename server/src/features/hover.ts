/** What a reader sees who points at something: the card of a name, the text of a note, the note of a source. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import type { Entity, SourceReference } from '../glossary/entity';
import type { GlossaryChange } from '../glossary/glossaryChange';
import { labelKey } from '../markdown/report';
import type { CslItem } from '../sources/source';
import { type Span, sliceOf, touches } from '../text/span';
import { type CardLink, renderCard, type Written } from './card';
import { notePreviewAt } from './notePreview';
import { linkTo, plainText } from './safeMarkdown';
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

export function hoverAt(analysis: Analysis, offset: number, context: HoverContext): Hover | undefined {
  const preview = notePreviewAt(analysis, offset);
  // Right behind a name, what begins there is meant; right behind a citation, the name that begins there.
  if (preview && offset < preview.span.end) return preview;
  return (
    hoverOnMention(analysis, offset, context) ??
    hoverOnVariant(analysis, offset, context) ??
    preview ??
    hoverOnCitation(analysis, offset, context) ??
    hoverOnNote(analysis, offset) ??
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

/** The note of a source as a first citation; on the key of a generated note, which shows the citation itself, the source. */
function hoverOnCitation(
  { report, works }: Analysis,
  offset: number,
  context: HoverContext,
): Hover | undefined {
  const citation = report.citations.find((one) => touches(one, offset));
  if (!citation) return undefined;
  const { key, locator, start, end } = citation;
  const isGenerated = report.generated.some(({ cluster }) => cluster.cites.includes(citation));
  const note = context.sourceNote({
    id: key,
    ...(locator === undefined || isGenerated ? {} : { locator }),
  });
  if (note === undefined) return undefined;
  const title = isGenerated ? titleLine(works.library.sources.get(key)?.item) : '';
  return { span: { start, end }, markdown: [note, title].filter(Boolean).join('\n\n') };
}

function titleLine(item: CslItem | undefined): string {
  const { title, URL: address } = item ?? {};
  if (typeof address === 'string') return linkTo(address, typeof title === 'string' ? title : undefined);
  return typeof title === 'string' ? plainText(title) : '';
}

function hoverOnNote({ report }: Analysis, offset: number): Hover | undefined {
  const reference = report.layout.references.find((one) => touches(one, offset));
  if (!reference) return undefined;
  const note = report.layout.definitions.find(({ label }) => labelKey(label) === labelKey(reference.label));
  if (!note) return undefined;
  const text = sliceOf(report.text, note.text).replace(/\s*<!--[\s\S]*?-->\s*$/, '');
  return { span: { start: reference.start, end: reference.end }, markdown: text };
}
