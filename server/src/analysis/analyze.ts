/** Analyses a report: text to zones to mentions to findings; first what is listed, then what can only be guessed. */

import { type Report, readSteps } from '../markdown/report';
import { finish, type Steps } from '../text/steps';
import type { Finding } from './finding';
import { mentionSteps } from './findMentions';
import { knownVariants, seekVariants, type Variants } from './findVariants';
import { findIntroductions } from './introductions';
import type { Mention } from './mention';
import type { Evidence, Rule } from './rule';
import { RULES } from './rules';
import { readSuppressions } from './suppressions';
import type { WorksOfReference } from './works';

/** Of each rule, this many are found in a report: nobody reads more, and a million would fill the memory. */
export const MOST_FINDINGS = 50_000;
/** So many findings are made between two rests. */
const FINDINGS_A_STEP = 200;

export interface Analysis {
  readonly report: Report;
  readonly mentions: readonly Mention[];
  /** For each mention, whether it stands beside another form of the same entity. */
  readonly introduced: readonly boolean[];
  /** What is known of them; see `isComplete`. */
  readonly variants: Variants;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly works: WorksOfReference;
  /** Whether all was found; if not, guesses are still to be made where the report is new. See `completeSteps`. */
  readonly isComplete: boolean;
}

/**
 * Analyses `text`. `earlier`, an analysis of the same report before an edit, only makes it faster: the result is the
 * same as from scratch. Never throws.
 */
export const analyze = (text: string, works: WorksOfReference, earlier?: Analysis): Analysis =>
  finish(completeSteps(analyzeListed(text, works, earlier)));

/** All that does not have to be guessed: for who needs the mentions, or the findings with a certain fix. */
export const analyzeListed = (text: string, works: WorksOfReference, earlier?: Analysis): Analysis =>
  finish(listedSteps(text, works, earlier));

/** `analyzeListed` in steps. What was guessed earlier, of blocks that are still the same, is among its findings. */
export function* listedSteps(text: string, works: WorksOfReference, earlier?: Analysis): Steps<Analysis> {
  const report = yield* readSteps(text, earlier?.report, (key) => works.library.sources.has(key));
  const mentions = yield* mentionSteps(report, works.lexicon);
  const introduced = findIntroductions(report, mentions);
  yield;
  const variants = knownVariants(report, mentions, works.lexicon, earlier);
  const findings = yield* findingSteps([...certain(), ...guessing()], {
    report,
    mentions,
    introduced,
    variants,
    works,
  });
  const isComplete =
    variants.isComplete || guessing().every(({ code }) => works.severities.get(code) === 'off');
  return { report, mentions, introduced, variants, findings: inOrder(findings), works, isComplete };
}

/** Makes the guesses that an analysis lacks, in steps: this may take long. */
export function* completeSteps(analysis: Analysis): Steps<Analysis> {
  if (analysis.isComplete) return analysis;
  const { report, mentions, introduced, works } = analysis;
  yield* seekVariants(report, works.lexicon);
  const variants = knownVariants(report, mentions, works.lexicon);
  const guesses = yield* findingSteps(guessing(), {
    report,
    mentions,
    introduced,
    variants,
    works,
  });
  const codes = new Set(guessing().map(({ code }) => code));
  const others = analysis.findings.filter(({ code }) => !codes.has(code));
  return { ...analysis, variants, findings: inOrder([...others, ...guesses]), isComplete: true };
}

const certain = (): Rule[] => RULES.filter(({ guesses }) => !guesses);
const guessing = (): Rule[] => RULES.filter(({ guesses }) => guesses);

function* findingSteps(rules: readonly Rule[], evidence: Evidence): Steps<Finding[]> {
  const { report, works } = evidence;
  const isOff = readSuppressions(report);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const configured = works.severities.get(rule.code);
    if (configured === 'off') continue;
    let count = 0;
    for (const found of rule.find(evidence)) {
      if (isOff(rule.code, found.span.start)) continue;
      const severity = configured ?? found.severity ?? rule.defaultSeverity;
      findings.push({ ...found, code: rule.code, severity });
      if (++count === MOST_FINDINGS) break;
      if (count % FINDINGS_A_STEP === 0) yield;
    }
    yield;
  }
  return findings;
}

/** Of several at one place, guesses come last. */
const inOrder = (findings: Finding[]): readonly Finding[] =>
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
