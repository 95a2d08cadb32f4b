/** Makes the edits of glossary files by which a reader teaches the glossary: a judgement on a name, or a new entity. */

import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { mentionAt } from '../analysis/mention';
import { DEFAULT_CONFIG } from '../desk/config';
import type { Desk } from '../desk/desk';
import { basesOf, matches } from '../desk/findFiles';
import { isAbsolute, join, nameOf, parentOf, relativeTo } from '../desk/path';
import { acronymOf, nameToAddAt } from '../features/acronymToAdd';
import { likelyTypes } from '../features/nameWords';
import { selectedName } from '../features/unlistedName';
import type { EntryEdit } from '../glossary/editEntry';
import { ALIAS_KINDS, ENTITY_TYPES, type Entity, type EntityType, SECTION_OF } from '../glossary/entity';
import { formsOf } from '../glossary/forms';
import { editsOfChange, type GlossaryChange, takesKinds } from '../glossary/glossaryChange';
import { editsOfNewEntity, filesFor, type NewEntity, proposedId } from '../glossary/newEntity';
import { isFoundAs } from '../glossary/renameForm';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/lineIndex';
import { type Span, span } from '../text/span';
import { pathOf, uriOf } from './paths';
import type {
  Addition,
  AdditionParams,
  Additions,
  EditGlossaryParams,
  GlossaryChangeParams,
  GlossaryEdit,
  GlossaryEditedParams,
  PlaceParams,
} from './requests';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

/** What the editor can do with edits of files. */
export interface EditAbilities {
  /** It takes edits with the version of the document that they are of. */
  readonly takesVersions: boolean;
  /** It makes files. */
  readonly makesFiles: boolean;
}

/** What the glossary is to learn. */
export type Lesson =
  | { readonly change: GlossaryChange }
  | { readonly addition: NewEntity & { readonly path: string } };

type Result = GlossaryEdit<WorkspaceEdit>;

/** Said behind the name of a file. */
export const UNREADABLE = 'The file could not be read. Check its permissions, then try again.';
const NO_FILE =
  'This desk has no glossary file in YAML. Make one, such as glossary/people.yaml, then try again.';
const NO_FOLDER = 'A glossary is kept in a folder. Open the folder of your reports, then try again.';
/** So many entries are long to look through for whoever puts a section behind them, reader or machine. */
const LONG_FILE = 500;
const NEW_FILE = 'version: 1\n';

/** The edit by which the glossary learns; of a file that the desk reads, or would read. */
export async function editForLesson(
  session: Session,
  { desk }: OpenReport,
  lesson: Lesson,
  abilities: EditAbilities,
): Promise<Result> {
  return 'change' in lesson
    ? changeEntry(session, desk, lesson.change, abilities)
    : addEntity(session, desk, lesson.addition, abilities);
}

async function changeEntry(
  session: Session,
  desk: Desk,
  change: GlossaryChange,
  abilities: EditAbilities,
): Promise<Result> {
  const entity = desk.works.lexicon.glossary.entities.get(change.entity);
  if (!entity)
    return { refusal: `The glossary no longer has an entry “${change.entity}”. Look at the name again.` };
  const { path } = entity.origin;
  const { text, list } = change;
  const has = formsOf(entity).find((form) => isFoundAs(form.text, text, form.kind));
  if (has)
    return {
      refusal:
        list === 'not'
          ? `“${text}” is a form of ${entity.name} in the glossary. Remove it there, if that is wrong.`
          : `“${text}” needs no entry: ${entity.name} is found by it already, as “${has.text}”.`,
    };
  const message = `${toldOf(change, entity)} (in ${nameOf(path)}).${withoutKind(change, path)}${alsoNamed(desk, change)}`;
  return editFile(session, desk, path, abilities, (now) => ({
    ...editsOfChange(now, entity.origin, change),
    id: entity.id,
    message,
  }));
}

function toldOf({ list, text, alias }: GlossaryChange, { name }: Entity): string {
  switch (list) {
    case 'not':
      return `“${text}” is no longer suggested for ${name}`;
    case 'spellings':
      return `“${text}” is now a spelling of ${alias ?? name}`;
    case 'aliases':
      return `“${text}” is now an alias of ${name}`;
    case 'acronym':
      return `“${text}” is now an acronym of ${name}`;
  }
}

const withoutKind = ({ list, kind }: GlossaryChange, path: string): string =>
  list === 'aliases' && kind !== undefined && !takesKinds(path)
    ? ` A table has no place for its kind, ${kind}.`
    : '';

/** Two people may have one nom de guerre; a report then has to show which is meant. */
function alsoNamed({ works: { lexicon } }: Desk, { list, text, entity }: GlossaryChange): string {
  if (list === 'not') return '';
  const other = lexicon
    .formsFoldedAs(text)
    .map((form) => lexicon.claim(form).entity)
    .find(({ id }) => id !== entity);
  return other ? ` It also names ${other.name} (${other.id}), so a report has to show which is meant.` : '';
}

async function addEntity(
  session: Session,
  desk: Desk,
  { path, ...entity }: NewEntity & { readonly path: string },
  abilities: EditAbilities,
): Promise<Result> {
  const { entities } = desk.works.lexicon.glossary;
  return editFile(session, desk, path, abilities, (text) => {
    const edit = editsOfNewEntity(text, entity, (id) => entities.has(id));
    return { ...edit, message: `${entity.name} is in the glossary now (in ${nameOf(path)}).` };
  });
}

type EditOfText = (text: string) => EntryEdit & { readonly id: string; readonly message: string };

async function editFile(
  session: Session,
  desk: Desk,
  path: string,
  { takesVersions, makesFiles }: EditAbilities,
  editOf: EditOfText,
): Promise<Result> {
  const isNew = !desk.glossaryFiles.has(path);
  const file = isNew ? { text: NEW_FILE, version: null, isUnsaved: false } : await session.fileNow(path);
  if (!file || (isNew && !makesFiles)) return { refusal: `${nameOf(path)}: ${UNREADABLE}` };
  const edit = editOf(file.text);
  if ('refusal' in edit) return { refusal: `${nameOf(path)}: ${edit.refusal}` };
  const uri = uriOf(path);
  const edited: GlossaryEditedParams = {
    uri,
    root: desk.root,
    id: edit.id,
    message: edit.message,
    wasUnsaved: file.isUnsaved,
  };
  if (isNew) return { edit: toProto.newFile(uri, applyEdits(file.text, edit.edits)), edited };
  const lines = new LineIndex(file.text);
  const edits = edit.edits.map((one) => toProto.textEdit(lines, one));
  return { edit: toProto.workspaceEdit([{ uri, version: file.version, edits }], takesVersions), edited };
}

/** Whether somebody keeps a glossary here: elsewhere, a name that none has is nothing to speak of unasked. */
export const keepsGlossary = ({ glossaryFiles, config }: Desk): boolean =>
  glossaryFiles.size > 0 || config !== DEFAULT_CONFIG;

/** The ways to add the name at a place to the glossary; null where there is no name, or no report. */
export async function additionsAt(
  session: Session,
  { uri, range }: PlaceParams,
  abilities: EditAbilities,
): Promise<Additions | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { desk, analysis } = open;
  const { lines } = analysis.report;
  const caret = span(lines.offsetAt(range.start), lines.offsetAt(range.end));
  const selected = caret.start < caret.end ? selectedName(analysis, caret) : undefined;
  const at: Span = selected ?? caret;
  const mention = mentionAt(analysis.mentions, at.start);
  const claim = mention && mention.end >= at.end ? mention.claims[0] : undefined;
  if (mention && claim && (at.start === at.end || (mention.start === at.start && mention.end === at.end))) {
    const { id, name } = claim.entity;
    return { name: mention.visible, id, known: { root: desk.root, id, name }, choices: [] };
  }
  const around = nameToAddAt(analysis, at.start);
  const isAround = at.start === at.end || (around?.start === at.start && around.end === at.end);
  const name = isAround ? around : selected;
  if (!name) return null;
  const choices = likelyTypes(name.visible, name.before).flatMap((type) =>
    homesOf(type, desk, abilities).map((home): Addition => ({ type, ...home })),
  );
  const { visible, acronym = acronymOf(analysis, name) } = name;
  const id = proposedId(visible, (one) => desk.works.lexicon.glossary.entities.has(one));
  const named = { name: visible, id, ...(acronym === undefined ? {} : { acronym }) };
  if (choices.length > 0) return { ...named, choices };
  return { ...named, choices, refusal: isAbsolute(desk.root) ? NO_FILE : NO_FOLDER };
}

/** The files that can take an entity of a type; where the desk has none for it, one that it would read. */
export function homesOf(
  type: EntityType,
  desk: Desk,
  { makesFiles }: EditAbilities,
): Omit<Addition, 'type'>[] {
  const files = filesFor(type, [...desk.glossaryFiles.values()]);
  const homeAt = (path: string, isNew: boolean) => ({
    uri: uriOf(path),
    file: relativeTo(desk.root, path),
    isNew,
  });
  // Where there are groups.yaml and places.yaml alone, people go to people.yaml; a long file stays of one kind.
  const areOfOthers = files.every(
    ({ path, entities }) =>
      (isNamedForOther(type, path) || entities.length > LONG_FILE) &&
      !entities.some((entity) => entity.type === type),
  );
  const path = areOfOthers && makesFiles ? newFileFor(type, desk, files) : undefined;
  if (path !== undefined) return [homeAt(path, true)];
  return files.map((file) => homeAt(file.path, false));
}

const isNamedForOther = (type: EntityType, path: string): boolean =>
  ENTITY_TYPES.some((other) => other !== type && nameOf(path).replace(/\.\w+$/, '') === SECTION_OF[other]);

/** A path for a new glossary file, by the desk’s own patterns, beside those that there are. */
function newFileFor(
  type: EntityType,
  { root, config, glossaryFiles }: Desk,
  beside: readonly { readonly path: string }[],
): string | undefined {
  if (!isAbsolute(root)) return undefined;
  const folders = [
    ...beside.map(({ path }) => parentOf(path)),
    join(root, 'glossary'),
    ...basesOf(root, config.glossary),
  ];
  return folders
    .map((folder) => join(folder, `${SECTION_OF[type]}.yaml`))
    .find(
      (path) =>
        !glossaryFiles.has(path) &&
        matches(root, config.glossary, path) &&
        !matches(root, config.ignore, path),
    );
}

/** The edit that a request asks for. Its parts come from a link in a card, so that each is looked up. */
export async function editGlossary(
  session: Session,
  params: EditGlossaryParams,
  abilities: EditAbilities,
): Promise<Result> {
  const open = await session.report(params.uri);
  if (!open) return { refusal: 'The report is no longer open. Open it, then try again.' };
  const lesson =
    'change' in params ? { change: changeOf(params.change) } : lessonOf(open, params.addition, abilities);
  return lesson ? editForLesson(session, open, lesson, abilities) : { refusal: NO_FILE };
}

function changeOf({ kind, ...change }: GlossaryChangeParams): GlossaryChange {
  const known = ALIAS_KINDS.find((one) => one === kind);
  return known === undefined ? change : { ...change, kind: known };
}

function lessonOf(
  { desk }: OpenReport,
  { type, file, ...named }: AdditionParams,
  abilities: EditAbilities,
): Lesson | undefined {
  const known = ENTITY_TYPES.find((one) => one === type);
  const path = pathOf(file);
  const isHome = known && homesOf(known, desk, abilities).some(({ uri }) => pathOf(uri) === path);
  return isHome ? { addition: { ...named, type: known, path } } : undefined;
}
