/** Writes out what normalising a report would change and what it would leave, a line each, as feature documents have it. */

import type { Analysis } from '../../server/src/analysis/analyze';
import type { LeftReason } from '../../server/src/features/leftAlone';
import { type Normalisation, normaliseSteps } from '../../server/src/features/normalise';
import { sliceOf } from '../../server/src/text/span';
import { finish } from '../../server/src/text/steps';

const normalised = (analysis: Analysis): Normalisation => finish(normaliseSteps(analysis, { guesses: true }));

const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ⏎ ');

/** `Abu Saloh: “Abu Salah” → “Abu Saloh”` */
export function changeLines(analysis: Analysis): string[] {
  const { entities } = analysis.works.lexicon.glossary;
  return normalised(analysis).changes.map(({ group, edit }) => {
    const heading = 'entity' in group ? (entities.get(group.entity)?.name ?? group.entity) : group.heading;
    const before = sliceOf(analysis.report.text, edit.span);
    return `${heading}: “${onOneLine(before)}” → “${onOneLine(edit.newText)}”`;
  });
}

const REASONS: Readonly<Record<LeftReason, string>> = {
  ambiguous: 'it may mean several',
  guess: 'it is a guess',
  choice: 'it asks for a decision',
  endless: 'it is part of its house form',
  blocked: 'signs are in the way',
  yours: 'only a writer can mend it',
};

/** `“Rahmon”, as it may mean several (name/ambiguous)` */
export const leftLines = (analysis: Analysis): string[] =>
  normalised(analysis).left.map(
    ({ finding, reason, span }) =>
      `“${onOneLine(sliceOf(analysis.report.text, span))}”, as ${REASONS[reason]} (${finding.code})`,
  );
