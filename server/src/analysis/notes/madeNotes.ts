/** What each generated note of a report is to say: all of them are one sequence, made of their citations in reading order. */

import type { GeneratedNote, NoteDefinition, Report } from '../../markdown/report';
import type {
  CitationToFormat,
  CitedSources,
  FormattedNote,
  Formatter,
} from '../../sources/formatting/format';
import { sliceOf, spansWithin } from '../../text/span';
import type { WorksOfReference } from '../works';
import { citedSources } from './citedSources';
import { notesInOrder, type OrderedNote } from './noteOrder';
import { sameCited } from './sameCitation';

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

/** What was asked of the formatter, and what it answered. */
interface Made {
  readonly formatter: Formatter;
  readonly sequence: readonly CitationToFormat[];
  readonly formatted: readonly FormattedNote[];
}

const known = new WeakMap<Report, Made>();

/**
 * Every generated note of the report, in reading order, with what it is to say. Loads and runs the citation processor,
 * unless the same was asked about this report before. In a desk that writes for Pandoc nothing is generated.
 */
export function madeNotes(report: Report, works: WorksOfReference): readonly MadeNote[] {
  if (report.generated.length === 0 || works.citations === 'pandoc') return [];
  const { cited, sequence } = sequenceOf(report, works);
  const earlier = known.get(report);
  const formatted =
    earlier && isSame(earlier, works.formatter, sequence)
      ? earlier.formatted
      : works.formatter.format(sequence);
  return remember(report, cited, { formatter: works.formatter, sequence, formatted });
}

/** The same where it is known without the processor: if `earlier`, a state of the report, cites alike. */
export function knownNotes(
  report: Report,
  works: WorksOfReference,
  earlier: Report | undefined,
): readonly MadeNote[] | undefined {
  if (report.generated.length === 0 || works.citations === 'pandoc') return [];
  const made = known.get(report) ?? (earlier && known.get(earlier));
  if (!made) return undefined;
  const { cited, sequence } = sequenceOf(report, works);
  return isSame(made, works.formatter, sequence) ? remember(report, cited, made) : undefined;
}

function remember(report: Report, notes: readonly CitingNote[], made: Made): readonly MadeNote[] {
  known.set(report, made);
  let next = 0;
  return notes.map((one): MadeNote => {
    const { text, problem } = one.cited ? made.formatted[next++]! : UNKNOWN;
    if (problem === undefined && sliceOf(report.text, one.generated.made) === text)
      return { ...one, written: text, made: text, isCurrent: true };
    const written = writtenText(report, one.generated);
    if (problem !== undefined) return { ...one, written, made: written, problem, isCurrent: true };
    return { ...one, written, made: text, isCurrent: sameForReader(written, folded(text)) };
  });
}

type CitingNote = Pick<MadeNote, 'note' | 'generated' | 'cited'>;

/** The generated notes, and the citations of those whose sources are known. */
function sequenceOf(report: Report, { library }: WorksOfReference) {
  const notes: CitingNote[] = [];
  const sequence: CitationToFormat[] = [];
  for (const note of notesInOrder(report)) {
    const { generated } = note;
    if (!generated) continue;
    const cited = citedSources(generated.cluster, library);
    notes.push({ note, generated, cited });
    if (cited) sequence.push({ cited, note: note.number });
  }
  return { cited: notes, sequence };
}

const isSame = (made: Made, formatter: Formatter, sequence: readonly CitationToFormat[]): boolean =>
  made.formatter === formatter &&
  made.sequence.length === sequence.length &&
  sequence.every(({ note, cited }, k) => {
    const other = made.sequence[k]!;
    return note === other.note && sameCited(cited, other.cited);
  });

const UNKNOWN: FormattedNote = { text: '', problem: 'The library does not have all that this note cites.' };

/** What a reader sees of the stretch that is made, on one line. */
function writtenText({ text, layout }: Report, { definition, made }: GeneratedNote): string {
  const kept: string[] = [];
  let at = made.start;
  for (const comment of spansWithin(layout.comments, made)) {
    kept.push(text.slice(at, comment.start));
    at = comment.end;
  }
  kept.push(text.slice(at, made.end));
  const lines = kept.join('');
  return folded(isQuoted(text, definition) ? lines.replace(/([\r\n])[ \t]*(?:>[ \t]*)+/g, '$1') : lines);
}

function isQuoted(text: string, { start }: NoteDefinition): boolean {
  for (let at = start - 1; at >= 0 && text[at] !== '\n' && text[at] !== '\r'; at--)
    if (text[at] === '>') return true;
  return false;
}

/** Whether the two differ in nothing but the sign for emphasis: tools that tidy Markdown have their own. */
const sameForReader = (one: string, other: string): boolean =>
  one === other || (one.includes('_') && starred(one) === starred(other));

const starred = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}\\_])_(?=[^\s_])([^_]*[^\s_\\])_(?![\p{L}\p{N}_])/gu, '*$1*');

/** A note may be wrapped: the white space of its lines is one space. */
const folded = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();
