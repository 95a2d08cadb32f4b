/** What a reader sees who points at a note's reference, at a citation in a comment, or at an *Ibid.*: the note in full. */

import type { Analysis } from '../../analysis/analyze';
import { referralAt } from '../../analysis/notes/noteReferrals';
import type { SourceReference } from '../../glossary/entity';
import {
  type Citation,
  firstDefinitions,
  labelKey,
  type NoteDefinition,
  type Report,
} from '../../markdown/report';
import type { CslItem } from '../../sources/source';
import { type Span, sliceOf, touches } from '../../text/span';
import { linkTo, plainText } from '../safeMarkdown';

export interface NoteHover {
  readonly span: Span;
  readonly markdown: string;
}

/** The formatted note of a source; undefined if there is no such source. */
type SourceNote = (reference: SourceReference) => string | undefined;

/** What the note or citation at an offset says in full; undefined where there is none, or nothing more to show. */
export function noteHoverAt(
  analysis: Analysis,
  offset: number,
  sourceNote: SourceNote,
): NoteHover | undefined {
  return (
    onCitation(analysis, offset, sourceNote) ??
    onReference(analysis.report, offset) ??
    onReminder(analysis.report, offset) ??
    onShortForm(analysis.report, offset, sourceNote)
  );
}

/** The note of a source as a first citation; on the key of a generated note, which shows the citation itself, the source too. */
function onCitation(
  { report, works }: Analysis,
  offset: number,
  sourceNote: SourceNote,
): NoteHover | undefined {
  const citation = report.citations.find((one) => touches(one, offset));
  if (!citation) return undefined;
  const { key, locator, start, end } = citation;
  const isGenerated = report.generated.some(({ cluster }) => cluster.cites.includes(citation));
  const note = sourceNote({ id: key, ...(locator === undefined || isGenerated ? {} : { locator }) });
  if (note === undefined) return undefined;
  const title = isGenerated ? titleLine(works.library.sources.get(key)?.item) : '';
  return { span: { start, end }, markdown: [note, title].filter(Boolean).join('\n\n') };
}

function titleLine(item: CslItem | undefined): string {
  const { title, URL: address } = item ?? {};
  if (typeof address === 'string') return linkTo(address, typeof title === 'string' ? title : undefined);
  return typeof title === 'string' ? plainText(title) : '';
}

function onReference(report: Report, offset: number): NoteHover | undefined {
  const reference = report.layout.references.find((one) => touches(one, offset));
  if (!reference) return undefined;
  const note = firstDefinitions(report.layout).get(labelKey(reference.label));
  return note && { span: spanOf(reference), markdown: textOf(report, note) };
}

/** An *Ibid.*, *op. cit.* or *supra* of a note written by hand: the note that it means. */
function onReminder(report: Report, offset: number): NoteHover | undefined {
  const referral = referralAt(report, offset);
  if (!referral?.means) return undefined;
  const { number, definition } = referral.means;
  return { span: spanOf(referral), markdown: `**Note ${number}**\n\n${textOf(report, definition)}` };
}

/** An *Ibid.* or short form that was made: its sources in full. */
function onShortForm(report: Report, offset: number, sourceNote: SourceNote): NoteHover | undefined {
  const note = report.generated.find(({ made }) => touches(made, offset));
  if (!note) return undefined;
  const written = sliceOf(report.text, note.made).replace(/\s+/g, ' ');
  const full = note.cluster.cites.flatMap((cite) => sourceNote(referenceOf(cite)) ?? []);
  const others = full.filter((one) => !written.includes(one.replace(/\.$/, '')));
  return others.length === 0 ? undefined : { span: spanOf(note.made), markdown: others.join('\n\n') };
}

const referenceOf = ({ key, locator }: Citation): SourceReference => ({
  id: key,
  ...(locator === undefined ? {} : { locator }),
});

/** A note as its reader sees it, without the comment of a generated one. */
const textOf = ({ text }: Report, { text: at }: NoteDefinition): string =>
  sliceOf(text, at).replace(/\s*<!--[\s\S]*?-->\s*$/, '');

const spanOf = ({ start, end }: Span): Span => ({ start, end });
