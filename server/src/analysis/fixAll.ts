/** Makes every fix that is certain, until there is none left. */

import { applyEdits } from '../text/edit';
import { type Analysis, analyze } from './analyze';

/** Mending one name may complete another; more rounds than this never happen with a sound glossary. */
const MOST_ROUNDS = 8;

/** The text with all certain fixes of the wanted rules made. Fixing twice gives the same as fixing once. */
export function fixAll(analysis: Analysis, isWanted: (code: string) => boolean = () => true): string {
  let current = analysis;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = current.findings.flatMap(({ code, fixes }) =>
      isWanted(code) ? (fixes.find((fix) => fix.preferred)?.edits ?? []) : [],
    );
    if (edits.length === 0) break;
    const { text } = current.report;
    const mended = applyEdits(text, edits);
    if (mended === text) break;
    current = analyze(mended, current.works, current);
  }
  return current.report.text;
}
