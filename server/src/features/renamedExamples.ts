/** Finds the examples of glossary entries that hold a name that becomes another: they are to hold the new one. */

import { listedSteps } from '../analysis/analyze';
import { entitiesWithExamples } from '../analysis/examples';
import type { WorksOfReference } from '../analysis/works';
import type { Entity } from '../glossary/entity';
import type { FormRenaming, RenamedExample } from '../glossary/renameForm';
import { applyEdits } from '../text/edit';
import type { Steps } from '../text/steps';
import { renameInReport, reportsToRename } from './renameEntity';

/** How many entities are passed over between two rests. */
const AT_ONCE = 5000;

/** By the path of their glossary file. An example is treated as a report is: what spells the name otherwise stays. */
export function* renamedExamples(
  works: WorksOfReference,
  renamed: Entity,
  renaming: FormRenaming,
): Steps<Map<string, RenamedExample[]>> {
  const found = new Map<string, RenamedExample[]>();
  const isOfInterest = reportsToRename(renaming);
  let looked = 0;
  for (const { examples, origin } of entitiesWithExamples(works)) {
    if (++looked % AT_ONCE === 0) yield;
    for (const [index, example] of examples.entries()) {
      for (const key of ['text', 'expect'] as const) {
        const before = example[key];
        if (!isOfInterest(before)) continue;
        const { edits } = renameInReport(yield* listedSteps(before, works), renamed, renaming);
        if (edits.length === 0) continue;
        const one: RenamedExample = { origin, index, key, before, after: applyEdits(before, edits) };
        const ofFile = found.get(origin.path);
        if (ofFile) ofFile.push(one);
        else found.set(origin.path, [one]);
      }
    }
  }
  return found;
}
