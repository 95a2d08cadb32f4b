/** Makes every fix that is certain, until there is none left. */

import type { Round } from '../text/composedEdits';
import { applyEdits, compatible, type Edit } from '../text/edit';
import { finish, type Steps } from '../text/steps';
import { type Analysis, completeSteps, listedSteps, MOST_FINDINGS } from './analyze';
import type { Finding } from './finding';

/** Mending one name may complete another; more rounds than this never happen with a sound glossary. */
const MOST_ROUNDS = 8;
const MOST_ATTEMPTS = 4;
/** A guess is never mended unasked. */
const NEEDED = ['notes'] as const;

/** An edit, and the finding that it mends, or helps to mend. */
export interface FixEdit extends Edit {
  readonly finding: Finding;
}

/** A report with all certain fixes made. */
export interface Mended {
  readonly text: string;
  /** How it came to that. */
  readonly rounds: readonly Round<FixEdit>[];
  /** Of that text, without guesses. */
  readonly analysis: Analysis;
  /** Whether a finding was left out because to mend it would ask for the same fix again. */
  isEndless(finding: Finding): boolean;
}

/**
 * The text with all certain fixes of the wanted rules made. Fixing twice gives the same as fixing once: a fix whose
 * result asks for the same fix again, because the house form holds a form that is to be mended, is left out.
 */
export const fixAll = (analysis: Analysis, isWanted?: (code: string) => boolean): string =>
  finish(fixAllSteps(analysis, isWanted)).text;

/** The same in steps, with how it came to that. */
export function* fixAllSteps(
  analysis: Analysis,
  isWanted: (code: string) => boolean = () => true,
): Steps<Mended> {
  const endless = new Set<string>();
  const isEndless = (finding: Finding) => endless.has(keyOf(finding));
  const begun = yield* completeSteps(analysis, NEEDED);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { left, ...mended } = yield* mend(
      begun,
      (finding) => isWanted(finding.code) && !isEndless(finding),
    );
    if (left.length === 0) return { ...mended, isEndless };
    for (const finding of left) endless.add(keyOf(finding));
  }
  return { text: begun.report.text, rounds: [], analysis: begun, isEndless };
}

/** The text after rounds of fixes, and the findings that had one when the last round was over. */
function* mend(
  analysis: Analysis,
  isWanted: (finding: Finding) => boolean,
): Steps<Omit<Mended, 'isEndless'> & { readonly left: readonly Finding[] }> {
  let current = analysis;
  const rounds: Round<FixEdit>[] = [];
  // A report with more findings than are found at once takes as many rounds more.
  const mostRounds = MOST_ROUNDS + Math.floor(analysis.mentions.length / MOST_FINDINGS);
  for (let round = 0; ; round++) {
    const { text } = current.report;
    const left = current.findings.filter(
      (finding) => isWanted(finding) && preferredEdits(finding).length > 0,
    );
    if (left.length === 0 || round === mostRounds) return { text, rounds, analysis: current, left };
    const edits = compatible(
      left.flatMap((finding) => preferredEdits(finding).map((edit) => ({ ...edit, finding }))),
    );
    const mended = applyEdits(text, edits);
    if (mended === text) return { text, rounds, analysis: current, left: [] };
    rounds.push({ text, edits });
    current = yield* completeSteps(yield* listedSteps(mended, current.works, current), NEEDED);
  }
}

/** What the glossary is to remember, only a reader decides. */
const preferredEdits = ({ fixes }: Finding) =>
  fixes.find(({ preferred, glossary }) => preferred && !glossary)?.edits ?? [];

const keyOf = ({ code, form, house }: Finding): string => JSON.stringify([code, form, house]);
