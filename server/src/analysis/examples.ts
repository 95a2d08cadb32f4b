/** Runs the examples that glossary entries carry: mending the text must give what the entry expects. */

import type { Entity } from '../glossary/entity';
import { type GlossaryFile, MOST_PROBLEMS } from '../glossary/parse';
import { EntityTable } from '../glossary/storedEntities';
import type { Problem } from '../text/problem';
import type { Steps } from '../text/steps';
import { listedSteps } from './analyze';
import { fixAll } from './fixAll';
import type { WorksOfReference } from './works';

/** How many entities without an example are passed over between two rests. */
const AT_ONCE = 5000;

/** An example is a sentence out of a report, which has introduced its names before. */
const isOfName = (code: string): boolean => !OF_REPORTS.has(code);
const OF_REPORTS: ReadonlySet<string> = new Set([
  'name/first-mention',
  'name/reintroduced',
  'name/short-form',
]);

/** All that have examples; perhaps others too. */
export function entitiesWithExamples({ lexicon }: WorksOfReference): Iterable<Entity> {
  const { entities } = lexicon.glossary;
  return entities instanceof EntityTable ? entities.withExamples() : entities.values();
}

/** The examples that fail, by the path of their glossary file. */
export function* checkExamples(
  works: WorksOfReference,
  files: ReadonlyMap<string, GlossaryFile>,
): Steps<Map<string, Problem[]>> {
  const problems = new Map<string, Problem[]>();
  let looked = 0;
  for (const { examples, origin } of entitiesWithExamples(works)) {
    if (++looked % AT_ONCE === 0) yield;
    for (const [index, { text, expect }] of examples.entries()) {
      const mended = fixAll(yield* listedSteps(text, works), isOfName);
      if (mended === expect) continue;
      const span = files.get(origin.path)?.locate([...origin.yamlPath, 'examples', index], 'value') ?? {
        start: 0,
        end: 0,
      };
      const message = `This example gives “${mended}”, not “${expect}”. Correct the example, or the forms of the entry.`;
      const found: Problem = { rule: 'glossary/example', severity: 'error', message, span };
      const ofFile = problems.get(origin.path);
      if (!ofFile) problems.set(origin.path, [found]);
      else if (ofFile.length < MOST_PROBLEMS) ofFile.push(found);
    }
  }
  return problems;
}
