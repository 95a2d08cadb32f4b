/** One edit of many files of a desk, grouped for a preview: of the texts that it was made of, and of no others. */

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Edit } from '../text/edit';
import { fingerprint } from '../text/fingerprint';
import { LineIndex } from '../text/lineIndex';
import type { ActionAbilities } from './codeActions';
import { pathOf } from './paths';
import { type EditedTexts, HAS_TEXT, type HasTextParams } from './requests';
import type { Serving } from './serving';
import type { Session } from './session';
import * as toProto from './toProto';

/** An edit, and the group under which a preview shows it. */
export interface GroupedEdit extends Edit {
  /** One of the keys of the groups that are handed to `deskEdit`. */
  readonly group: string;
}

/** What a preview calls a group; no two groups may be called alike. */
export interface EditGroup {
  readonly label: string;
  readonly description?: string;
}

/** The edits of one file: small enough to be kept for ten thousand. */
export interface FileEdits {
  readonly uri: string;
  /** Of the document; null for a file that is not open. */
  readonly version: number | null;
  /** Of the text of which these are the edits. */
  readonly fingerprint: string;
  readonly edits: readonly { readonly edit: TextEdit; readonly group: string }[];
}

/** A file as it was read, and edits of that text. */
export function fileEdits(
  { uri, version, text }: { readonly uri: string; readonly version: number | null; readonly text: string },
  edits: readonly GroupedEdit[],
  lines: LineIndex = new LineIndex(text),
): FileEdits {
  return {
    uri,
    version,
    fingerprint: fingerprint(text),
    edits: edits.map((one) => ({ edit: toProto.textEdit(lines, one), group: one.group })),
  };
}

/** Why a file cannot be edited now: it is not what it was when the edits were made, or may not be written over. */
export type Hindrance = 'changed' | 'read-only';

export interface HinderedFile {
  readonly uri: string;
  readonly why: Hindrance;
}

/**
 * The files that can be edited as they now stand, and those that cannot. Read again, every one of them, so that this is to
 * be called right before the edit is handed to the editor.
 */
export async function readyFiles(
  session: Session,
  files: readonly FileEdits[],
): Promise<{ readonly ready: readonly FileEdits[]; readonly hindered: readonly HinderedFile[] }> {
  const ready: FileEdits[] = [];
  const hindered: HinderedFile[] = [];
  for (const file of files) {
    const why = await hindranceOf(session, file);
    if (why) hindered.push({ uri: file.uri, why });
    else ready.push(file);
  }
  return { ready, hindered };
}

async function hindranceOf(session: Session, file: FileEdits): Promise<Hindrance | undefined> {
  // A draft that was never saved is on no disk.
  if (isUntitled(file.uri)) return session.versionOf(file.uri) === file.version ? undefined : 'changed';
  const path = pathOf(file.uri);
  const now = await session.fileNow(path);
  // What was closed or opened meanwhile may have the same text all the same.
  if (!now || fingerprint(now.text) !== file.fingerprint || now.version !== file.version) return 'changed';
  return (await session.isWritable(path)) ? undefined : 'read-only';
}

/** What tells of each file of an edit whether it still has the text that the edit was made of. */
export const textsOf = (files: readonly FileEdits[]): EditedTexts =>
  Object.fromEntries(files.map(({ uri, fingerprint: mark }) => [uri, mark]));

/** Registers the handler by which a client keeps watch over an edit that it previews. */
export function serveDeskEdits({ connection, session, guard }: Serving): void {
  connection.onRequest<boolean, void>(
    HAS_TEXT,
    guard('text of a file', false as boolean, async ({ uri, fingerprint: mark }: HasTextParams) => {
      const now = await session.fileNow(pathOf(uri));
      return now !== undefined && fingerprint(now.text) === mark;
    }),
  );
}

const isUntitled = (uri: string): boolean => uri.startsWith('untitled:');

/**
 * One edit of all the files, which an editor makes whole or not at all, with the groups for its preview. An edit for a text
 * that is no longer the one it was made of would do damage: `readyFiles` comes before this.
 *
 * @param confirmed whether the editor is to ask about each change. VS Code shows what it is to ask about unticked.
 */
export function deskEdit(
  files: readonly FileEdits[],
  groups: ReadonlyMap<string, EditGroup>,
  { takesVersions, showsEdits }: Pick<ActionAbilities, 'takesVersions' | 'showsEdits'>,
  confirmed = false,
): WorkspaceEdit {
  const plain = files.map(({ uri, version, edits }) => ({
    uri,
    version,
    edits: edits.map(({ edit }) => edit),
  }));
  if (!takesVersions || !showsEdits) return toProto.workspaceEdit(plain, takesVersions);
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const { edits } of files) {
    for (const { group } of edits) {
      changeAnnotations[group] ??= {
        ...(groups.get(group) ?? { label: group }),
        needsConfirmation: confirmed,
      };
    }
  }
  const documentChanges = files.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map(({ edit, group }): AnnotatedTextEdit => ({ ...edit, annotationId: group })),
  }));
  return { documentChanges, changeAnnotations };
}
