/** A report as the analysis sees it: its text, its lines, its zones, its notes and citations. */

import { firstIndex } from '../text/firstIndex';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { finish, type Steps } from '../text/steps';
import {
  type Citation,
  type CitationCluster,
  citationsOfComment,
  citationsOfGroup,
  textualCluster,
} from './citations';
import { type KeptBlock, type KeptList, keptBlocks, type UnpairedMark } from './keptBlocks';
import {
  type Comment,
  type Layout,
  layOut,
  type NoteDefinition,
  type NoteReference,
  type Zone,
} from './zones';

/** A generated note keeps its citation in a comment behind its text; what stands behind that is its writer's own. */
export interface GeneratedNote {
  readonly definition: NoteDefinition;
  /** The comment. */
  readonly cluster: CitationCluster;
  /** What is made of the citation: all of its paragraph that stands before the comment, without surrounding white space. */
  readonly made: Span;
  /**
   * What its writer has put before the comment that no citation makes, so that the note is not made anew unasked: another
   * citation in a comment, other blocks before the paragraph, or more than text and emphasis in it.
   */
  readonly beside?: 'citation' | 'blocks' | 'markup';
}

export interface Report {
  readonly text: string;
  readonly lines: LineIndex;
  readonly layout: Layout;
  readonly generated: readonly GeneratedNote[];
  /** Where lists are kept that are made of the rest: of its sources, of its acronyms. */
  readonly kept: readonly KeptBlock[];
  /** Comments that would open or close such a list, without their other half. */
  readonly unpairedMarks: readonly UnpairedMark[];
  /** What is made of the rest, in order: generated notes, and lists that are kept. Names there are nobody's to mend. */
  readonly printed: readonly Span[];
  /** The citations as they stand together, in order: `[@key; @other]`, and the comments of generated notes. */
  readonly clusters: readonly CitationCluster[];
  /** Citations in the running text, in order: `@key [p. 20]`. Only where a desk writes for Pandoc are they more than words. */
  readonly textual: readonly CitationCluster[];
  /** Every use of a source in `clusters`, in order. */
  readonly citations: readonly Citation[];
  /** The `date:` of the front matter, as written. */
  readonly date?: string;
  /** Whether the library has a key: a comment that begins with words is a citation only of a known source. */
  readonly isKey: (key: string) => boolean;
}

/**
 * Reads a report; `earlier` is the same report before an edit, which makes it faster. `isKey` is asked for the keys of
 * the library; without it, the earlier report's. Never throws.
 */
export const readReport = (text: string, earlier?: Report, isKey?: Report['isKey']): Report =>
  finish(readSteps(text, earlier, isKey));

/** The same in steps. */
export function* readSteps(
  text: string,
  earlier?: Report,
  isKey: Report['isKey'] = earlier?.isKey ?? (() => false),
): Steps<Report> {
  const layout = yield* layOut(text, earlier?.layout);
  const clusters: CitationCluster[] = [];
  const generated: GeneratedNote[] = [];
  for (const comment of layout.comments) {
    const cites = citationsOfComment(text, comment, isKey);
    const definition = cites.length > 0 ? noteBefore(layout, comment) : undefined;
    if (!definition) continue;
    const cluster: CitationCluster = { ...comment, kind: 'comment', cites };
    clusters.push(cluster);
    // Of several in one note, the last is the note's.
    const another = generated.at(-1)?.definition === definition ? generated.pop() : undefined;
    generated.push({ definition, cluster, ...madeOf(text, comment, another?.cluster) });
  }
  for (const group of layout.citationGroups) {
    const cites = citationsOfGroup(text, group);
    if (cites.length > 0) clusters.push({ ...group, kind: 'group', cites });
  }
  clusters.sort((a, b) => a.start - b.start);
  const citations = clusters.flatMap(({ cites }) => cites);
  const textual = layout.textual.map((at) => textualCluster(text, at));
  const { blocks: kept, unpaired } = keptBlocks(text, layout.comments);
  const printed = [
    ...generated.map(({ made: { start }, cluster: { end } }) => ({ start, end })),
    ...kept.map(({ inner }) => inner),
  ].sort((a, b) => a.start - b.start);
  const date = dateOf(text.slice(0, layout.parsed.frontMatterEnd));
  return {
    text,
    lines: new LineIndex(text),
    layout,
    generated,
    kept,
    unpairedMarks: unpaired,
    printed,
    clusters,
    textual,
    citations,
    isKey,
    ...(date ? { date } : {}),
  };
}

/** The note that a comment stands in, if no other note within that note stands between its mark and the comment. */
function noteBefore({ definitions }: Layout, comment: Span): NoteDefinition | undefined {
  const first = firstIndex(definitions.length, (at) => definitions[at]!.start <= comment.start);
  const last = definitions[first - 1];
  return last && comment.end <= last.end ? last : undefined;
}

/** What is made of the citation in a comment, `another` being the citation before it in the same note. */
function madeOf(
  text: string,
  { start: end, behind }: Comment,
  another: Span | undefined,
): Pick<GeneratedNote, 'made' | 'beside'> {
  // In a heading or the cell of a table there is no paragraph.
  if (!behind) return { made: { start: end, end }, beside: another ? 'citation' : 'markup' };
  const { start, isFirst, isPlain } = behind;
  if (another) return { made: withoutSpace(text, Math.max(start, another.end), end), beside: 'citation' };
  const made = withoutSpace(text, start, end);
  if (!isPlain) return { made, beside: 'markup' };
  return isFirst ? { made } : { made, beside: 'blocks' };
}

function withoutSpace(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  // Behind a line end, the signs of a block quotation are no words.
  for (let sign = /\s/; start < end && sign.test(text[start]!); start++)
    if (/[\r\n]/.test(text[start]!)) sign = /[\s>]/;
  // As on the line of a comment that stands on its own.
  const lastLine = /[\r\n][ \t>]*$/.exec(text.slice(start, end));
  if (lastLine) end = start + lastLine.index;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

const dateOf = (frontMatter: string): string | undefined =>
  /^date:[ \t]*["']?(\d{4}(?:-\d{2}(?:-\d{2})?)?)/m.exec(frontMatter)?.[1];

/** The stretches where one of the lists is kept. */
export const keptFor = ({ kept }: Pick<Report, 'kept'>, list: KeptList): readonly KeptBlock[] =>
  kept.filter((one) => one.list === list);

/** The zone at an offset; at the end of the text, the last one. */
export function zoneAt(report: Report, offset: number): Zone | undefined {
  const { zones } = report.layout;
  const first = firstIndex(zones.length, (at) => zones[at]!.end <= offset);
  return zones[first] ?? zones.at(-1);
}

/** Notes have one name however they are written: `[^A]` and `[^a]` are the same note. */
export const labelKey = (label: string): string => label.toLowerCase();

/** The notes by `labelKey`: of definitions with one label, references lead to the first. */
export function firstDefinitions({ definitions }: Layout): ReadonlyMap<string, NoteDefinition> {
  const first = new Map<string, NoteDefinition>();
  for (const definition of definitions) {
    const key = labelKey(definition.label);
    if (!first.has(key)) first.set(key, definition);
  }
  return first;
}

export type {
  Citation,
  CitationCluster,
  KeptBlock,
  KeptList,
  Layout,
  NoteDefinition,
  NoteReference,
  Span,
  Zone,
};
