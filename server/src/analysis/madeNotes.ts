/** What each generated note of a report is to say: all of them are one sequence, made of their citations in reading order. */

import type { GeneratedNote, Report } from '../markdown/report';
import type { CitationToFormat, CitedSources, FormattedNote } from '../sources/format';
import { overlaps, sliceOf } from '../text/span';
import { citedSources } from './citedSources';
import { notesInOrder, type OrderedNote } from './noteOrder';
import type { WorksOfReference } from './works';

export interface MadeNote {
  readonly note: OrderedNote;
  readonly generated: GeneratedNote;
  /** What it cites; nothing where a key is unknown. */
  readonly cited: CitedSources | undefined;
  /** What stands there, with one space for every stretch of white space, and without comments. */
  readonly written: string;
  /** What its citation makes of it; where that can't be said, what stands there. */
  readonly made: string;
  /** Why that can't be said. */
  readonly problem?: string;
  readonly isCurrent: boolean;
}

const known = new WeakMap<Report, { works: WorksOfReference; notes: readonly MadeNote[] }>();

/**
 * Every generated note of the report, in reading order, with what it is to say. Cheap when the formatter has made the
 * same sequence before; else it loads and runs the citation processor.
 */
export function madeNotes(report: Report, works: WorksOfReference): readonly MadeNote[] {
  if (report.generated.length === 0) return [];
  const earlier = known.get(report);
  if (earlier && earlier.works.library === works.library && earlier.works.formatter === works.formatter)
    return earlier.notes;
  const notes = make(report, works);
  known.set(report, { works, notes });
  return notes;
}

function make(report: Report, works: WorksOfReference): readonly MadeNote[] {
  const notes: Omit<MadeNote, 'made' | 'isCurrent'>[] = [];
  const sequence: CitationToFormat[] = [];
  for (const note of notesInOrder(report)) {
    const { generated } = note;
    if (!generated) continue;
    const cited = citedSources(generated.cluster, works.library);
    notes.push({ note, generated, cited, written: writtenText(report, generated) });
    if (cited) sequence.push({ cited, note: note.number });
  }
  const formatted = works.formatter.format(sequence);
  let next = 0;
  return notes.map((one): MadeNote => {
    const { text, problem } = one.cited ? formatted[next++]! : UNKNOWN;
    if (problem !== undefined) return { ...one, made: one.written, problem, isCurrent: true };
    return { ...one, made: text, isCurrent: one.written === folded(text) };
  });
}

const UNKNOWN: FormattedNote = { text: '', problem: 'The library does not have all that this note cites.' };

/** What a reader sees of the stretch that is made, on one line. */
function writtenText({ text, layout }: Report, { definition, made }: GeneratedNote): string {
  const kept: string[] = [];
  let at = made.start;
  for (const comment of layout.comments) {
    if (!overlaps(comment, made)) continue;
    kept.push(text.slice(at, comment.start));
    at = comment.end;
  }
  kept.push(sliceOf(text, { start: at, end: made.end }));
  const lineStart = Math.max(
    text.lastIndexOf('\n', definition.start),
    text.lastIndexOf('\r', definition.start),
  );
  const isQuoted = text.slice(lineStart + 1, definition.start).includes('>');
  const lines = kept.join('');
  return folded(isQuoted ? lines.replace(/([\r\n])[ \t]*(?:>[ \t]*)+/g, '$1') : lines);
}

/** A note may be wrapped: the white space of its lines is one space. */
const folded = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();
