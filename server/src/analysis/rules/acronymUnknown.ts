/** `acronym/unknown`: an acronym that neither the report nor the glossary explains. */

import { acronymJudgements } from '../introducing/acronymJudgements';
import { introducedNames } from '../introducing/introducedNames';
import type { LoneAcronym } from '../introducing/introductionsFound';
import type { Evidence, Found, Rule } from '../rule';

export const acronymUnknown: Rule = {
  code: 'acronym/unknown',
  defaultSeverity: 'hint',
  description: 'An acronym that is used before the report says what it stands for, and that no glossary has.',
  help: '“GBAO” stands in the running text, and neither the report nor the glossary says what it is short for. Write it out where it first stands, “Gorno-Badakhshan Autonomous Oblast (GBAO)”, add it to the glossary, or name it under “introductions: known” in nomenclator.yaml. Numerals, units, currencies and acronyms that everybody knows are left alone, and so is what stands in a longer name.',
  *find(evidence) {
    for (const one of introducedNames(evidence).unknown) yield examine(evidence, one);
  },
};

function examine(evidence: Evidence, { span, acronym, full, isLate }: LoneAcronym): Found {
  const { lines } = evidence.report;
  const where = full && lines.positionAt(full.start).line + 1;
  const message = isLate
    ? `“${acronym}” is used before it is introduced${where === undefined ? ' further below' : `, in line ${where}`}: introduce it here.`
    : `“${acronym}” is not introduced, and in no glossary: write what it stands for, “… (${acronym})”, or add it to the glossary.`;
  return { span, message, fixes: acronymJudgements(evidence, acronym, full) };
}
