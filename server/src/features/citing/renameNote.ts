/** Gives a note another label, wherever the report writes it. */

import type { Analysis } from '../../analysis/analyze';
import { citationsOf } from '../../analysis/notes/deskCitations';
import { labelKey } from '../../markdown/report';
import type { Edit } from '../../text/edit';
import { type Span, sliceOf, touches } from '../../text/span';

export type Renaming = { readonly edits: readonly Edit[] } | { readonly refusal: string };

const LONGEST_LABEL = 200;
const NO_NOTE = 'There is no note here. Put the cursor on the label of a note, such as [^1].';
const KEY =
  'A source has its key wherever it is cited. Change it in the source’s own file, then in the reports that cite it.';

/**
 * The label of the note at a place, without brackets; undefined where nothing stands that has a name of its own. At the
 * key of a source, the key: an editor that has no answer here may ask others, who take it for a link.
 */
export function renamableAt(analysis: Analysis, offset: number): Span | undefined {
  return labelAt(analysis, offset) ?? keyAt(analysis, offset);
}

/**
 * The edits that give the note at `offset` the label `written` (with or without its brackets), at every reference and
 * definition. Refuses a label that Markdown does not read as one, and one that another note has, or is to have.
 */
export function renameNote(analysis: Analysis, offset: number, written: string): Renaming {
  const { report } = analysis;
  const place = labelAt(analysis, offset);
  if (!place) return { refusal: keyAt(analysis, offset) ? KEY : NO_NOTE };
  const now = written.trim().replace(/^\[\^([^\]]*)\]:?$/, '$1');
  const fault = faultOf(now);
  if (fault !== undefined) return { refusal: fault };
  const before = labelKey(sliceOf(report.text, place));
  const labels = allLabels(analysis);
  const isTaken = ({ key }: Labelled) => key === labelKey(now) && key !== before;
  if (labels.some(isTaken))
    return { refusal: `This report has a note [^${now}] already. Choose another label.` };
  const edits = labels
    .filter(({ key, label }) => key === before && sliceOf(report.text, label) !== now)
    .map(({ label }): Edit => ({ span: label, newText: now }));
  return { edits };
}

/** What is wrong with a label, and what to write instead. */
function faultOf(label: string): string | undefined {
  if (label === '') return 'A note needs a label. Write a number or a word.';
  if (/\s/.test(label)) return 'The label of a note has no spaces. Write a hyphen instead.';
  if (/[[\]^]/.test(label))
    return 'The label of a note has no brackets and no “^”. Write letters, digits and hyphens.';
  if (label.length > LONGEST_LABEL)
    return `The label of a note has at most ${LONGEST_LABEL} characters. Choose a shorter one.`;
  return undefined;
}

interface Labelled {
  readonly key: string;
  readonly label: Span;
}

/** Of references and definitions, without their signs. */
function allLabels({ report: { layout } }: Analysis): Labelled[] {
  return [
    ...layout.references.map(({ label, start, end }) => ({
      key: labelKey(label),
      label: { start: start + OPENING, end: end - ']'.length },
    })),
    ...layout.definitions.map(({ label, mark: { start, end } }) => ({
      key: labelKey(label),
      label: { start: start + OPENING, end: end - ']:'.length },
    })),
  ];
}

const OPENING = '[^'.length;

const keyAt = ({ report, works }: Analysis, offset: number): Span | undefined =>
  citationsOf(report, works).find((one) => touches(one, offset));

/** A caret on the brackets is at the label too. */
function labelAt({ report: { layout } }: Analysis, offset: number): Span | undefined {
  const reference = layout.references.find((one) => touches(one, offset));
  if (reference) return { start: reference.start + OPENING, end: reference.end - ']'.length };
  const mark = layout.definitions.find((one) => touches(one.mark, offset))?.mark;
  return mark && { start: mark.start + OPENING, end: mark.end - ']:'.length };
}
