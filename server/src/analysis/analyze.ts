/** Analyses a report: text to zones to mentions to findings; first what is listed, then what can only be guessed. */

import { readSteps } from '../markdown/report';
import { finish, type Steps } from '../text/steps';
import type { Finding } from './finding';
import { mentionSteps } from './findMentions';
import { knownVariants, seekVariants } from './findVariants';
import { findIntroductions } from './introductions';
import { keptBibliographies, knownBibliographies } from './notes/madeBibliography';
import { knownNotes, madeNotes } from './notes/madeNotes';
import type { Evidence, Rule, Silenced, Waiting } from './rule';
import { RULES } from './rules';
import { readSuppressions } from './suppressing/suppressions';
import type { WorksOfReference } from './works';

/** Of each rule, this many are found in a report: nobody reads more, and a million would fill the memory. */
export const MOST_FINDINGS = 50_000;
/** So many findings are made between two rests. */
const FINDINGS_A_STEP = 200;

/** What was looked at, and what was found. */
export interface Analysis extends Evidence {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What is still to be done before all is found: see `completeSteps`. */
  readonly pending: readonly Waiting[];
  /** Whether nothing is. */
  readonly isComplete: boolean;
}

/**
 * Analyses `text`. `earlier`, an analysis of the same report before an edit, only makes it faster: the result is the
 * same as from scratch. Never throws.
 */
export const analyze = (text: string, works: WorksOfReference, earlier?: Analysis): Analysis =>
  finish(completeSteps(analyzeListed(text, works, earlier)));

/** All that takes neither guesses nor the citation processor: for who needs the mentions, or the notes as they stand. */
export const analyzeListed = (text: string, works: WorksOfReference, earlier?: Analysis): Analysis =>
  finish(listedSteps(text, works, earlier));

/** `analyzeListed` in steps. What was known earlier, and is still so, is among its findings. */
export function* listedSteps(text: string, works: WorksOfReference, earlier?: Analysis): Steps<Analysis> {
  const isKey = (key: string) => works.library.sources.has(key);
  const report = yield* readSteps(text, earlier?.report, isKey);
  const mentions = yield* mentionSteps(report, works.lexicon);
  const introduced = findIntroductions(report, mentions);
  yield;
  const variants = knownVariants(report, mentions, works.lexicon, earlier);
  const isLeft = works.styleProblem !== undefined;
  const notes = isLeft ? [] : knownNotes(report, works, earlier?.report);
  const bibliographies = isLeft ? [] : knownBibliographies(report, works);
  const pending: Waiting[] = [];
  if (!(notes && bibliographies) && isAsked('notes', works)) pending.push('notes');
  if (!variants.isComplete && isAsked('guesses', works)) pending.push('guesses');
  const evidence: Evidence = {
    report,
    mentions,
    introduced,
    variants,
    notes,
    bibliographies,
    works,
    suppressions: readSuppressions(report),
    silenced: [],
    asked: askedBefore(pending),
  };
  return yield* findAll(evidence, pending, RULES, []);
}

/**
 * What is said of the names of a report by those rules that `isWanted` names, with guesses where the desk wants any, and
 * nothing of its notes: for who looks at very many reports.
 */
export function* namesSteps(
  text: string,
  works: WorksOfReference,
  isWanted: (code: string) => boolean,
): Steps<Analysis> {
  const isKey = (key: string) => works.library.sources.has(key);
  const report = yield* readSteps(text, undefined, isKey);
  const mentions = yield* mentionSteps(report, works.lexicon);
  if (isAsked('guesses', works)) yield* seekVariants(report, works.lexicon);
  const evidence: Evidence = {
    report,
    mentions,
    introduced: findIntroductions(report, mentions),
    variants: knownVariants(report, mentions, works.lexicon),
    ...{ notes: [], bibliographies: [], works, suppressions: readSuppressions(report) },
    ...{ silenced: [], asked: askedBefore([]) },
  };
  const rules = RULES.filter(({ code }) => isWanted(code));
  const { findings, silenced } = yield* findingSteps(rules, evidence);
  return { ...evidence, silenced, findings: inOrder(findings), pending: [], isComplete: true };
}

/** Does what an analysis lacks, or only some of it, in steps: this may take long. */
export function* completeSteps(
  analysis: Analysis,
  wanted: readonly Waiting[] = ['notes', 'guesses'],
): Steps<Analysis> {
  let current = analysis;
  for (const what of analysis.pending) if (wanted.includes(what)) current = yield* completed(current, what);
  return current;
}

function* completed(analysis: Analysis, what: Waiting): Steps<Analysis> {
  const { report, mentions, works } = analysis;
  let { variants, notes, bibliographies } = analysis;
  if (what === 'guesses') {
    yield* seekVariants(report, works.lexicon);
    variants = knownVariants(report, mentions, works.lexicon);
  } else {
    notes = madeNotes(report, works);
    yield;
    bibliographies = keptBibliographies(report, works);
    yield;
  }
  const rules = RULES.filter(({ waitsFor }) => waitsFor === what);
  const isOther = ({ code }: { code: string }) => !rules.some((rule) => rule.code === code);
  const pending = analysis.pending.filter((one) => one !== what);
  const silenced = analysis.silenced.filter(isOther);
  const evidence: Evidence = { ...analysis, variants, notes, bibliographies, silenced };
  return yield* findAll(
    { ...evidence, asked: askedBefore(pending) },
    pending,
    rules,
    analysis.findings.filter(isOther),
  );
}

/** Asks some rules, and then those that look at what the others have found. */
function* findAll(
  evidence: Evidence,
  pending: readonly Waiting[],
  rules: readonly Rule[],
  others: readonly Finding[],
): Steps<Analysis> {
  const first = yield* findingSteps(
    rules.filter(({ comesLast }) => !comesLast),
    evidence,
  );
  const silenced = [...evidence.silenced, ...first.silenced];
  const last = yield* findingSteps(LAST_RULES, { ...evidence, silenced });
  const kept = others.filter(({ code }) => !LAST_RULES.some((rule) => rule.code === code));
  const findings = inOrder([...kept, ...first.findings, ...last.findings]);
  return { ...evidence, silenced, findings, pending, isComplete: pending.length === 0 };
}

const LAST_RULES = RULES.filter(({ comesLast }) => comesLast);

/** Which rules have been asked when some things are still to be done. */
const askedBefore = (pending: readonly Waiting[]): ReadonlyMap<string, boolean> =>
  new Map(RULES.map(({ code, waitsFor }) => [code, waitsFor === undefined || !pending.includes(waitsFor)]));

/** Whether any rule that waits for it is on. */
const isAsked = (what: Waiting, { severities }: WorksOfReference): boolean =>
  RULES.some((rule) => rule.waitsFor === what && severityOf(rule, severities) !== 'off');

/** How severe the rule is here, where a finding does not say itself. */
const severityOf = (
  { code, defaultSeverity }: Rule,
  severities: WorksOfReference['severities'],
): Rule['defaultSeverity'] => severities.get(code) ?? defaultSeverity;

function* findingSteps(
  rules: readonly Rule[],
  evidence: Evidence,
): Steps<{ findings: Finding[]; silenced: Silenced[] }> {
  const { works, suppressions } = evidence;
  const findings: Finding[] = [];
  const silenced: Silenced[] = [];
  for (const rule of rules) {
    const ofReport = suppressions.severities.get(rule.code)?.severity;
    const isConfigured = ofReport !== undefined || works.severities.has(rule.code);
    const usual = ofReport ?? severityOf(rule, works.severities);
    if (usual === 'off') continue;
    let count = 0;
    for (const found of rule.find(evidence)) {
      if (++count % FINDINGS_A_STEP === 0) yield;
      if (suppressions.isOff(rule.code, found.span.start)) {
        silenced.push({ code: rule.code, offset: found.span.start });
      } else {
        const severity = isConfigured ? usual : (found.severity ?? usual);
        findings.push({ ...found, code: rule.code, severity });
      }
      if (count === MOST_FINDINGS) break;
    }
    yield;
  }
  return { findings, silenced };
}

/** Of several at one place, guesses come last, and else those of the first rule first. */
const inOrder = (findings: Finding[]): readonly Finding[] =>
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || rankOf(a.code) - rankOf(b.code),
  );

const RANKS = new Map(
  RULES.map(({ code, waitsFor }, k) => [code, waitsFor === 'guesses' ? k + RULES.length : k]),
);
const rankOf = (code: string): number => RANKS.get(code) ?? 0;
