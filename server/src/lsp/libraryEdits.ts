/** Makes the edits by which the source of a note comes into the library, and the note is made of it. */

import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Analysis } from '../analysis/analyze';
import type { Desk } from '../desk/desk';
import { basesOf, matches } from '../desk/findFiles';
import { isAbsolute, join, nameOf, parentOf, relativeTo } from '../desk/path';
import { adoptableAt, plannedAt } from '../features/citing/adopt';
import { addSource, takesSources } from '../sources/adding/newSource';
import { fieldsOf, itemOfFields } from '../sources/adding/sourceFields';
import { proposeKey } from '../sources/adding/sourceKey';
import { sourceLabel } from '../sources/label';
import type { Library } from '../sources/library';
import type { CslItem, Source } from '../sources/source';
import type { TakenSource } from '../sources/written/takeApart';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import { shortened } from '../text/shortened';
import { touches } from '../text/span';
import type { ActionAbilities } from './codeActions';
import { type EditAbilities, UNREADABLE } from './glossaryEdits';
import { NOT_OPEN } from './noteEdits';
import { pathOf, uriOf } from './paths';
import {
  ADD_TO_LIBRARY,
  type AddSourceParams,
  type PlaceParams,
  type ProposedSource,
  type SourceAddition,
  type SourceFileChoice,
  type SourceProposal,
} from './requests';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

const NOTHING =
  'This note cites no source that the library does not have. Put the cursor into one that does.';
const NO_FILE =
  'This desk has no file that sources can be added to. Make one, such as sources/sources.yaml, then try again.';
const NO_FOLDER = 'A library is kept in a folder. Open the folder of your reports, then try again.';
const GONE = 'The note has changed meanwhile. Put the cursor into it, then try again.';
/** Where sources come to stand that have no file yet. */
const NEW_FILE = 'sources.yaml';

/** The source of a note that the library lacks: that at the offset, else the first; nothing where there is none. */
function missingSource(
  analysis: Pick<Analysis, 'report' | 'works'>,
  offset: number,
): TakenSource | undefined {
  const found = plannedAt(analysis, offset);
  const missing = found && 'refusal' in found ? found.refusal.missing : [];
  return missing.find((source) => touches(source, offset)) ?? missing[0];
}

/** How a source is spoken of in a title of an action. */
const nameOfSource = ({ item }: TakenSource): string =>
  item.title === undefined ? String(item.URL ?? 'this source') : `“${shortened(item.title, 50)}”`;

/** An action that is not made yet: the file is read and edited when somebody has chosen it. */
export interface PendingSource {
  readonly addSource: AddSourceParams;
}

/** VS Code shows what the note tells, to be confirmed; elsewhere it is added as it is, and corrected in its file. */
export function sourceAdditionAction(
  { uri, analysis, desk }: OpenReport,
  source: TakenSource,
  abilities: ActionAbilities,
): CodeAction[] {
  const range = toProto.range(analysis.report.lines, source);
  if (abilities.addsToLibrary) {
    const title = `Add ${nameOfSource(source)} to the library…`;
    const place: PlaceParams = { uri, range };
    const command = { title, command: ADD_TO_LIBRARY, arguments: [place] };
    return [{ title, kind: CodeActionKind.QuickFix, command }];
  }
  const [file] = filesOf(desk, abilities);
  if (!file || source.item.title === undefined || !abilities.resolvesEdits) return [];
  const { text, fields } = proposalOf(desk, source, [file]);
  const key = fields.find(({ name }) => name === 'id')?.value ?? '';
  const title = `Add ${nameOfSource(source)} to the library as @${key} (in ${file.file})`;
  const data: PendingSource = { addSource: { uri, range, text, fields, file: file.uri } };
  return [{ title, kind: CodeActionKind.QuickFix, data }];
}

/** What the writer is to look through, for the source of the note at a place. */
export async function proposeSource(
  session: Session,
  { uri, range }: PlaceParams,
  abilities: EditAbilities,
): Promise<SourceProposal> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { analysis, desk } = open;
  const source = missingSource(analysis, analysis.report.lines.offsetAt(range.start));
  if (!source) return { refusal: NOTHING };
  const files = filesOf(desk, abilities);
  if (files.length === 0) return { refusal: isAbsolute(desk.root) ? NO_FILE : NO_FOLDER };
  return proposalOf(desk, source, files);
}

function proposalOf(
  { works }: Desk,
  source: TakenSource,
  files: readonly SourceFileChoice[],
): ProposedSource {
  const fields = fieldsOf(proposeKey(source.item, works.library), source.item);
  return { text: source.text, fields, files };
}

/** The edits that add what the writer has confirmed, and make the note of it where that can be. */
export async function addToLibrary(
  session: Session,
  { uri, range, text, fields, file }: AddSourceParams,
  abilities: EditAbilities,
): Promise<SourceAddition<WorkspaceEdit>> {
  const open = await session.report(uri);
  if (!open) return { refusal: NOT_OPEN };
  const { desk, analysis } = open;
  const path = pathOf(file);
  const choice = filesOf(desk, abilities).find((one) => pathOf(one.uri) === path);
  if (!choice) return { refusal: NO_FILE };
  const read = itemOfFields(fields);
  if ('refusal' in read) return read;
  const { item } = read;
  if (desk.works.library.sources.has(item.id))
    return { refusal: `The library has a source “${item.id}” already. Choose another key.` };
  const offset = analysis.report.lines.offsetAt(range.start);
  if (missingSource(analysis, offset)?.text !== text) return { refusal: GONE };
  const now = choice.isNew ? { text: '', version: null, isUnsaved: false } : await session.fileNow(path);
  if (!now) return { refusal: `${nameOf(path)}: ${UNREADABLE}` };
  const added = addSource(path, now.text, item);
  if ('refusal' in added) return { refusal: `${nameOf(path)}: ${added.refusal}` };
  const after = applyEdits(now.text, added.edits);
  const note = adoptedNote(open, offset, { text, item, path });
  const lines = new LineIndex(now.text);
  const edit = choice.isNew
    ? toProto.newFile(choice.uri, after)
    : toProto.workspaceEdit(
        [
          {
            uri: choice.uri,
            version: now.version,
            edits: added.edits.map((one) => toProto.textEdit(lines, one)),
          },
        ],
        abilities.takesVersions,
      );
  const start = added.edits.at(-1)?.span.start ?? 0;
  const entry = new LineIndex(after).positionAt(Math.max(start, after.indexOf(item.id, start)));
  return {
    edit: toProto.withEdits(edit, note),
    added: {
      uri: choice.uri,
      entry: { start: entry, end: { line: entry.line, character: entry.character + item.id.length } },
      message: `“${sourceLabel(item)}” is in the library now, as @${item.id} (in ${choice.file}).`,
      wasUnsaved: now.isUnsaved,
    },
  };
}

/** The edits that make the note of the new source; none where its words stand in the way. */
function adoptedNote(
  { uri, version, analysis: { report, works } }: OpenReport,
  offset: number,
  { text, item, path }: { readonly text: string; readonly item: CslItem; readonly path: string },
) {
  const source: Source = { key: item.id, item, path, locate: () => ({ start: 0, end: 0 }) };
  const library = withSource(works.library, source);
  const analysis = {
    report: { ...report, isKey: (key: string) => library.sources.has(key) },
    works: { ...works, library },
  };
  const found = adoptableAt(analysis, offset, { text, source });
  const edits = found && 'adoption' in found ? found.adoption.edits : [];
  return { uri, version, edits: edits.map((edit) => toProto.textEdit(report.lines, edit)) };
}

const withSource = ({ sources, all, problems }: Library, source: Source): Library => ({
  sources: new Map(sources).set(source.key, source),
  all: [...all, source],
  problems,
});

/** The files that can take a source, that with the most sources first; where the desk has none, one that it would read. */
function filesOf(desk: Desk, { makesFiles }: EditAbilities): SourceFileChoice[] {
  const { root, works } = desk;
  const counts = new Map<string, number>();
  for (const path of works.library.problems.keys()) if (takesSources(path)) counts.set(path, 0);
  for (const { path } of works.library.all) if (counts.has(path)) counts.set(path, counts.get(path)! + 1);
  const isBroken = (path: string) =>
    (works.library.problems.get(path) ?? []).some(({ rule }) => rule === 'source/syntax');
  const paths = [...counts].sort(
    ([one, some], [other, others]) => Number(isBroken(one)) - Number(isBroken(other)) || others - some,
  );
  const known = paths.map(([path]) => ({ uri: uriOf(path), file: relativeTo(root, path), isNew: false }));
  if (known.length > 0 || !makesFiles) return known;
  const path = newFileOf(desk);
  return path === undefined ? [] : [{ uri: uriOf(path), file: relativeTo(root, path), isNew: true }];
}

/** A path for a first file of sources, by the desk’s own patterns. */
function newFileOf({ root, config, works }: Desk): string | undefined {
  if (!isAbsolute(root)) return undefined;
  const beside = [...works.library.problems.keys()].map(parentOf);
  const folders = [...beside, join(root, 'sources'), ...basesOf(root, config.sources)];
  return folders
    .map((folder) => join(folder, NEW_FILE))
    .find((path) => matches(root, config.sources, path) && !matches(root, config.ignore, path));
}
