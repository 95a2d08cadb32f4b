/** Renames what stands at a place: a note in its report, or an entity in the glossary and in every report. */

import type {
  MessageActionItem,
  PrepareRenameResult,
  RenameParams as ProtocolRenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Desk } from '../desk/desk';
import { nameOf } from '../desk/path';
import { renamableAt, renameNote } from '../features/citing/renameNote';
import { renamedExamples } from '../features/renamedExamples';
import { renameInWhole } from '../features/renamedReport';
import {
  type Decisions,
  houseForm,
  proposalFor,
  type RenamableForm,
  renamableFormAt,
  renamableFormOf,
  renamingOf,
  reportsToRename,
} from '../features/renameEntity';
import { entityPlaceAt } from '../glossary/entityPlace';
import { cleanForm } from '../glossary/formText';
import { takesKinds } from '../glossary/glossaryChange';
import { editsOfExamples, type FormRenaming, isOldNameKept, OLD_NAMES } from '../glossary/renameForm';
import { GLOSSARY_FILE } from '../glossary/shape';
import { shapedPlaceAt } from '../glossary/shapedPlace';
import { counted } from '../text/counted';
import type { Edit } from '../text/edit';
import { sliceOf } from '../text/span';
import { deskEdit, type EditGroup, type FileEdits, fileEdits, readyFiles, textsOf } from './deskEdits';
import { refused } from './guard';
import { pathOf, uriOf } from './paths';
import { progressOn } from './progress';
import { type Refusal, renamedEntry } from './renamedEntry';
import {
  type EntityRenaming,
  type OldNameChoice,
  type PlainPosition,
  type PlainRange,
  RENAME_ENTITY,
  RENAME_QUESTIONS,
  type RenameEntityParams,
  type RenameParams,
  type RenameQuestions,
} from './requests';
import type { Serving } from './serving';
import type { Session } from './session';
import * as toProto from './toProto';

/** A form of an entity that a place lets rename. */
interface RenamablePlace {
  readonly desk: Desk;
  readonly range: PlainRange;
  readonly form: RenamableForm;
}

const FAILED = { refusal: 'The entity could not be renamed. The output says why.' } as const;
const CANCELLED = { refusal: 'Nothing was renamed: it was cancelled.' } as const;
const RENAMING = 'Looking for the name in every report';

/** Registers the handlers; the capability that goes with them is in `server.ts`. */
export function serveRenaming(serving: Serving): void {
  const { connection, session, guard, actionAbilities, capabilities } = serving;
  const showProgress = progressOn(connection, () => capabilities().window?.workDoneProgress ?? false);

  connection.onPrepareRename(
    guard(
      'prepare rename',
      null as PrepareRenameResult | null,
      async ({ textDocument: { uri }, position }) => {
        const open = await session.report(uri);
        const offset = open?.analysis.report.lines.offsetAt(position);
        const found = open && renamableAt(open.analysis, offset!);
        if (open && found) {
          const { text, lines } = open.analysis.report;
          return { range: toProto.range(lines, found), placeholder: sliceOf(text, found) };
        }
        const place = await placeAt(session, uri, position);
        if (place && 'refusal' in place) throw refused(place.refusal);
        return place ? { range: place.range, placeholder: place.form.text } : null;
      },
    ),
  );

  connection.onRenameRequest(
    guard('rename', null as WorkspaceEdit | null, async (params: ProtocolRenameParams, isWanted) => {
      const { textDocument, position, newName } = params;
      const { uri } = textDocument;
      const open = await session.report(uri);
      const offset = open?.analysis.report.lines.offsetAt(position);
      if (open && renamableAt(open.analysis, offset!)) {
        const renaming = renameNote(open.analysis, offset!, newName);
        if ('refusal' in renaming) throw refused(renaming.refusal);
        const edits = renaming.edits.map((edit) => toProto.textEdit(open.analysis.report.lines, edit));
        return toProto.workspaceEdit(
          [{ uri, version: open.version, edits }],
          actionAbilities().takesVersions,
        );
      }
      const asked = await questionsAt(session, { uri, position, newName });
      if (!asked) return null;
      if ('refusal' in asked) throw refused(asked.refusal);
      const old = await askForOldName(serving, asked);
      if (!old) throw refused(CANCELLED.refusal);
      const { short } = asked;
      const decided = { uri, position, newName, old, ...(short && { short: short.after }) };
      const work = renameAt(serving, decided, isWanted);
      showProgress(RENAMING, work);
      const result = await work;
      if ('refusal' in result) throw refused(result.refusal);
      return result.edit;
    }),
  );

  connection.onRequest<RenameQuestions | null, void>(
    RENAME_QUESTIONS,
    guard('questions before a rename', FAILED as RenameQuestions | null, (params: RenameParams) =>
      questionsAt(session, params),
    ),
  );

  connection.onRequest<EntityRenaming<WorkspaceEdit>, void>(
    RENAME_ENTITY,
    guard(
      'rename of an entity',
      FAILED as EntityRenaming<WorkspaceEdit>,
      (params: RenameEntityParams, isWanted) => renameAt(serving, params, isWanted),
    ),
  );
}

/** The form at a place of a report or of a glossary file; undefined where there is none. */
async function placeAt(
  session: Session,
  uri: string,
  position: PlainPosition,
): Promise<RenamablePlace | Refusal | undefined> {
  const open = await session.report(uri);
  if (open) {
    const { lines } = open.analysis.report;
    const found = renamableFormAt(open.analysis, lines.offsetAt(position));
    if (!found || 'refusal' in found) return found;
    return { desk: open.desk, range: toProto.range(lines, found.at), form: found.form };
  }
  if ((await session.kindOf(uri)) !== 'glossary') return undefined;
  const path = pathOf(uri);
  const desk = [await session.deskOf(uri), ...session.desks].find((one) => one.glossaryFiles.has(path));
  const file = desk?.glossaryFiles.get(path);
  const now = await session.fileNow(path);
  if (!desk || !file || !now) return undefined;
  const lines = await session.linesOf(path);
  const offset = lines.offsetAt(position);
  const place = entityPlaceAt(file, now.text, offset);
  const entity = place && desk.works.lexicon.glossary.entities.get(place.id);
  if (!entity) return undefined;
  const form = place.on === 'other' ? otherFormAt(now.text, offset) : houseForm(entity);
  return form && { desk, range: toProto.range(lines, place.span), form };

  /** Of what else stands in an entry, another form of it: an acronym, a short form, an alias, a spelling. */
  function otherFormAt(text: string, at: number): RenamableForm | undefined {
    const shaped = shapedPlaceAt(GLOSSARY_FILE, text, at);
    if (shaped?.is !== 'value' || shaped.shape.is !== 'form') return undefined;
    return renamableFormOf(entity!, cleanForm(shaped.text).text);
  }
}

/** What has to be decided before the form at a place gets another name; null where there is none. */
async function questionsAt(
  session: Session,
  { uri, position, newName }: RenameParams,
): Promise<RenameQuestions | null> {
  const place = await placeAt(session, uri, position);
  if (!place) return null;
  if ('refusal' in place) return place;
  const { form, desk } = place;
  const { lexicon } = desk.works;
  const after = cleanForm(newName).text;
  const proposal = proposalFor(form, newName, lexicon);
  const short = proposal.short?.after;
  // Nobody is to be asked what becomes of a name that cannot be renamed.
  const possible: OldNameChoice[] = [];
  let refusal: Refusal | undefined;
  for (const old of OLD_NAMES) {
    const decisions = { old, ...(short !== undefined && { short }) };
    const renaming = renamingOf(form, newName, decisions, lexicon);
    const entry = 'refusal' in renaming ? renaming : await renamedEntry(session, desk, form.entity, renaming);
    if ('refusal' in entry) refusal ??= entry;
    else possible.push(old);
  }
  const { entity, alias } = form;
  const change = { before: form.text, after, ...(alias && { alias: alias.name }) };
  const isAsked = form.of === 'name' && !isOldNameKept(entity, change);
  // Where the file has no place for the old name, it does not go unasked.
  if (refusal && !possible.some((old) => !isAsked || old !== 'nothing')) return refusal;
  const kinds = takesKinds(entity.origin.path) ? {} : { hasNoKinds: true as const };
  return { before: form.text, after, old: isAsked ? possible : [], ...kinds, ...proposal };
}

/** Without somebody to ask, the old name is understood as a spelling from now on, where it can be; undefined where somebody gave it up. */
async function askForOldName(
  { connection, capabilities }: Serving,
  asked: Exclude<RenameQuestions, Refusal>,
): Promise<OldNameChoice | undefined> {
  const { before, after, old, hasNoKinds } = asked;
  if (old.length < 2 || !capabilities().window?.showMessage?.messageActionItem) return old[0] ?? 'spelling';
  const titleOf = (one: OldNameChoice) =>
    one === 'former name' && hasNoKinds ? 'An Alias' : OLD_NAME_TITLES[one];
  const items = old.map((one): MessageActionItem => ({ title: titleOf(one) }));
  const question = `“${before}” becomes “${after}”. What is “${before}” from now on?`;
  const chosen = await connection.window.showInformationMessage(question, ...items);
  return old.find((one) => titleOf(one) === chosen?.title);
}

const OLD_NAME_TITLES: Readonly<Record<OldNameChoice, string>> = {
  spelling: 'A Spelling',
  'former name': 'A Former Name',
  nothing: 'Nothing',
};

async function renameAt(
  { session, actionAbilities }: Serving,
  { uri, position, newName, ...decisions }: RenameEntityParams,
  isWanted: () => boolean,
): Promise<EntityRenaming<WorkspaceEdit>> {
  const place = await placeAt(session, uri, position);
  if (!place) return { refusal: 'There is no name of the glossary here any more. Look at the name again.' };
  if ('refusal' in place) return place;
  const { form, desk } = place;
  const renaming = renamingOf(form, newName, decisions satisfies Decisions, desk.works.lexicon);
  if ('refusal' in renaming) return renaming;
  const renamed = await renamedFiles(session, desk, form, renaming, isWanted);
  if ('refusal' in renamed) return renamed;
  const { files, reports, mentions, left, wasUnsaved } = renamed;
  const { hindered } = await readyFiles(session, files);
  const [first] = hindered;
  if (first) {
    const file = nameOf(pathOf(first.uri));
    return {
      refusal:
        first.why === 'changed'
          ? `${file} has changed meanwhile. Nothing was renamed; try again.`
          : `${file} may not be written over. Nothing was renamed; make it writable, then try again.`,
    };
  }
  if (!isWanted()) return CANCELLED;
  const groups = new Map<string, EditGroup>([
    [GLOSSARY, { label: `The glossary: ${form.entity.name}` }],
    ...renaming.changes.map(({ of, before, after }): [string, EditGroup] => [
      of,
      { label: `${before} → ${after}` },
    ]),
  ]);
  const where = `${counted(mentions, 'mention')} in ${counted(reports, 'report')}`;
  const stays =
    left === 0 ? '' : ` ${counted(left, 'mention')} in other people’s words stay${left === 1 ? 's' : ''}.`;
  return {
    edit: deskEdit(files, groups, actionAbilities()),
    texts: textsOf(files),
    edited: {
      uri: uriOf(form.entity.origin.path),
      root: desk.root,
      id: form.entity.id,
      message: `${form.text} is ${cleanForm(newName).text} now: ${where}.${stays}`,
      wasUnsaved,
    },
  };
}

const GLOSSARY = 'glossary';

interface RenamedFiles {
  /** The glossary’s first. */
  readonly files: readonly FileEdits[];
  /** In how many reports something changes. */
  readonly reports: number;
  readonly mentions: number;
  readonly left: number;
  /** Whether somebody was editing the glossary’s file. */
  readonly wasUnsaved: boolean;
}

/** The edits of the entry, and of all reports of every desk whose glossary it is in. */
async function renamedFiles(
  session: Session,
  desk: Desk,
  { entity }: RenamableForm,
  renaming: FormRenaming,
  isWanted: () => boolean,
): Promise<RenamedFiles | Refusal> {
  const { path } = entity.origin;
  const examples = await session.pace(renamedExamples(desk.works, entity, renaming));
  const entry = await renamedEntry(session, desk, entity, renaming, examples.get(path));
  if ('refusal' in entry) return entry;
  const { file: glossary, edits: ofEntry } = entry;
  const inGlossary = (edits: readonly Edit[]) => edits.map((one) => ({ ...one, group: GLOSSARY }));
  const files = [fileEdits({ uri: uriOf(path), ...glossary }, inGlossary(ofEntry))];
  for (const [other, ofFile] of examples) {
    const file = other === path ? undefined : await session.fileNow(other);
    const edits = file ? editsOfExamples(file.text, ofFile) : [];
    if (file && edits.length > 0) files.push(fileEdits({ uri: uriOf(other), ...file }, inGlossary(edits)));
  }
  const ofGlossary = files.length;
  const isOfInterest = reportsToRename(renaming);
  const seen = new Set<string>();
  let mentions = 0;
  let left = 0;
  for (const one of session.desks) {
    if (!one.glossaryFiles.has(path)) continue;
    for await (const { uri, version, analysis } of session.allReports(one, isOfInterest)) {
      if (!isWanted()) return CANCELLED;
      if (seen.has(uri)) continue;
      seen.add(uri);
      const renamed = await session.pace(renameInWhole(analysis, one.works, entity, renaming));
      mentions += renamed.mentions;
      left += renamed.left;
      if (renamed.edits.length > 0)
        files.push(
          fileEdits({ uri, version, text: analysis.report.text }, renamed.edits, analysis.report.lines),
        );
    }
  }
  return {
    files,
    reports: files.length - ofGlossary,
    mentions,
    left,
    wasUnsaved: glossary.isUnsaved,
  };
}
