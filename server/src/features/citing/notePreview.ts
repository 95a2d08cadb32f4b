/** Shows what will be printed where a citation or a note's reference stands, where citations stay as keys for Pandoc. */

import type { Analysis } from '../../analysis/analyze';
import { clustersOf } from '../../analysis/notes/deskCitations';
import {
  inlineNotes,
  type PrintedCitation,
  type PrintedNote,
  printedPage,
} from '../../analysis/notes/printedCitations';
import type { CitationCluster } from '../../markdown/report';
import { type Span, touches } from '../../text/span';
import { plainText } from '../safeMarkdown';

export interface NotePreview {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * The note, or the citation, that this place will have, with its number: on a citation, on `[^7]`, and at the beginning of
 * `^[a note]`. Only for desks that write for Pandoc.
 */
export function notePreviewAt(analysis: Analysis, offset: number): NotePreview | undefined {
  if (analysis.works.citations !== 'pandoc') return undefined;
  return previewOfCitation(analysis, offset) ?? previewOfNote(analysis, offset);
}

function previewOfCitation({ report, works }: Analysis, offset: number): NotePreview | undefined {
  const cluster = clustersOf(report, works).find((one) => one.kind !== 'comment' && touches(one, offset));
  if (!cluster) return undefined;
  const { citations } = printedPage(report, works);
  const printed = citations.filter((one) => one.cluster === cluster);
  const shown =
    printed.length > 0 ? printed.map(asPrinted) : ['Nothing refers to this note: it is not printed.'];
  const unknown = cluster.cites.filter(({ key }) => !works.library.sources.has(key));
  const missing = unknown.map(({ key }) => `No source has the key ${plainText(key)}.`);
  const problems = printed.flatMap(({ problem }) => problem ?? []);
  return {
    span: spanOf(cluster),
    markdown: [...shown, ...missing, ...new Set(problems.map((one) => plainText(one, Infinity)))].join(
      '\n\n',
    ),
  };
}

function asPrinted({ inText, note }: PrintedCitation): string {
  if (!note) return inText;
  const said = inText === '' ? '' : ` · in the text: ${inText}`;
  return `${numbered(note)}${said}\n\n${note.text}`;
}

function previewOfNote({ report, works }: Analysis, offset: number): NotePreview | undefined {
  const origin =
    report.layout.references.find((one) => touches(one, offset)) ??
    inlineNotes(report).find(({ start }) => touches({ start, end: start + 2 }, offset));
  if (!origin) return undefined;
  const note = printedPage(report, works).notes.find((one) => one.origin.start === origin.start);
  return note && { span: spanOf(origin), markdown: `${numbered(note)}\n\n${note.text}` };
}

const numbered = ({ number }: PrintedNote): string => `**Note ${number}**`;

const spanOf = ({ start, end }: CitationCluster | Span): Span => ({ start, end });
