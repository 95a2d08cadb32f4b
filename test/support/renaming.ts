/** Renames an entity as a test document asks, in a report and in the one glossary file of its desk. */

import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import type { Desk } from '../../server/src/desk/desk';
import { DeskKeeper } from '../../server/src/desk/deskKeeper';
import { renameInWhole } from '../../server/src/features/renamedReport';
import { proposalFor, renamableFormAt, renamingOf } from '../../server/src/features/renameEntity';
import { editsOfFormRenaming, OLD_NAMES } from '../../server/src/glossary/renameForm';
import { applyEdits } from '../../server/src/text/edit';
import { finish } from '../../server/src/text/steps';
import type { MemoryFiles } from './memoryFiles';

export type Renamed = { readonly report: string; readonly glossary: string } | { readonly refusal: string };

/**
 * @param written the new name, and behind it, a line each, what is decided: `old: former name`, `short: …`, `acronym: …`.
 * Without a word about it, the old name becomes a spelling, and the short form follows as is proposed.
 */
export async function renameAsWritten(
  files: MemoryFiles,
  desk: Desk,
  analysis: Analysis,
  offset: number,
  written: string,
): Promise<Renamed> {
  const [newName = '', ...lines] = written.split('\n');
  const said = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const found = renamableFormAt(analysis, offset);
  assert.ok(found, 'Nothing to rename stands at “|”.');
  if ('refusal' in found) return found;
  const { form } = found;
  const { lexicon } = desk.works;
  const old = OLD_NAMES.find((one) => one === said.get('old')) ?? 'spelling';
  const short = said.get('short') ?? proposalFor(form, newName, lexicon).short?.after;
  const acronym = said.get('acronym');
  const decided = { old, ...(short !== undefined && { short }), ...(acronym !== undefined && { acronym }) };
  const renaming = renamingOf(form, newName, decided, lexicon);
  if ('refusal' in renaming) return renaming;
  const { path } = form.entity.origin;
  const edit = editsOfFormRenaming(files.text(path)!, form.entity, renaming);
  if ('refusal' in edit) return edit;
  const glossary = applyEdits(files.text(path)!, edit.edits);
  const { edits } = finish(renameInWhole(analysis, desk.works, form.entity, renaming));
  const report = applyEdits(analysis.report.text, edits);
  await assertSettled(files, path, glossary, analysis, report, form.entity.id, old !== 'nothing');
  return { report, glossary };
}

/** By the new glossary, the new report has the same mentions, and renaming again changes nothing. */
async function assertSettled(
  files: MemoryFiles,
  path: string,
  glossary: string,
  analysis: Analysis,
  report: string,
  id: string,
  isOldKnown: boolean,
): Promise<void> {
  files.write(path, glossary);
  const desk = await new DeskKeeper(files, '/desk').load();
  const now = analyze(report, desk.works);
  const count = ({ mentions }: Analysis) =>
    mentions.filter(({ claims }) => claims.some(({ entity }) => entity.id === id)).length;
  if (isOldKnown) assert.equal(count(now), count(analysis), 'Mentions were lost.');
  for (const problem of desk.problems.get(path) ?? [])
    assert.equal(problem.severity, 'warning', problem.message);
}
