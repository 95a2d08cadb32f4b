/** Makes every fix that is certain, until there is none left. */

import { applyEdits } from '../text/edit';
import { finish, type Steps } from '../text/steps';
import { type Analysis, completeSteps, listedSteps, MOST_FINDINGS } from './analyze';
import type { Finding } from './finding';

/** Mending one name may complete another; more rounds than this never happen with a sound glossary. */
const MOST_ROUNDS = 8;
const MOST_ATTEMPTS = 4;
/** A guess is never mended unasked. */
const NEEDED = ['notes'] as const;

/**
 * The text with all certain fixes of the wanted rules made. Fixing twice gives the same as fixing once: a fix whose
 * result asks for the same fix again, because the house form holds a form that is to be mended, is left out.
 */
export const fixAll = (analysis: Analysis, isWanted?: (code: string) => boolean): string =>
  finish(fixAllSteps(analysis, isWanted));

/** The same in steps. */
export function* fixAllSteps(
  analysis: Analysis,
  isWanted: (code: string) => boolean = () => true,
): Steps<string> {
  const endless = new Set<string>();
  const begun = yield* completeSteps(analysis, NEEDED);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { text, left } = yield* mend(
      begun,
      (finding) => isWanted(finding.code) && !endless.has(keyOf(finding)),
    );
    if (left.length === 0) return text;
    for (const finding of left) endless.add(keyOf(finding));
  }
  return analysis.report.text;
}

/** The text after rounds of fixes, and the findings that had one when the last round was over. */
function* mend(
  analysis: Analysis,
  isWanted: (finding: Finding) => boolean,
): Steps<{ text: string; left: readonly Finding[] }> {
  let current = analysis;
  // A report with more findings than are found at once takes as many rounds more.
  const mostRounds = MOST_ROUNDS + Math.floor(analysis.mentions.length / MOST_FINDINGS);
  for (let round = 0; ; round++) {
    const { text } = current.report;
    const left = current.findings.filter(
      (finding) => isWanted(finding) && preferredEdits(finding).length > 0,
    );
    if (left.length === 0 || round === mostRounds) return { text, left };
    const mended = applyEdits(text, left.flatMap(preferredEdits));
    if (mended === text) return { text, left: [] };
    current = yield* completeSteps(yield* listedSteps(mended, current.works, current), NEEDED);
  }
}

/** What the glossary is to remember, only a reader decides. */
const preferredEdits = ({ fixes }: Finding) =>
  fixes.find(({ preferred, glossary }) => preferred && !glossary)?.edits ?? [];

const keyOf = ({ code, form, house }: Finding): string => JSON.stringify([code, form, house]);
