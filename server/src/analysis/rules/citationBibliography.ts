/** `citation/bibliography`: a list of sources that is not, or no longer, that of what the report cites, or has but one of its comments. */

import { BIBLIOGRAPHY_END, BIBLIOGRAPHY_START } from '../../markdown/bibliographyBlocks';
import type { Rule } from '../rule';

export const citationBibliography: Rule = {
  code: 'citation/bibliography',
  defaultSeverity: 'warning',
  description:
    'A list of sources, between its comments, that is not that of what the report cites, or lacks one of them.',
  waitsFor: 'notes',
  *find({ report, bibliographies }) {
    for (const { start, end, is } of report.unpairedMarks) {
      const message =
        is === 'opening'
          ? `This list of sources is never closed, so it is not kept. Write “${BIBLIOGRAPHY_END}” on a line below it.`
          : `Nothing opens this list of sources. Write “${BIBLIOGRAPHY_START}” on a line above it, or remove this comment.`;
      yield { span: { start, end }, message, fixes: [] };
    }
    for (const { opening, span, made, isCurrent } of bibliographies ?? []) {
      if (isCurrent) continue;
      yield {
        span: opening,
        message: 'This list of sources is not that of what the report cites now. Make it anew.',
        fixes: [
          { title: 'Make the list of sources anew', edits: [{ span, newText: made }], preferred: true },
        ],
      };
    }
  },
};
