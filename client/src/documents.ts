/** Says which documents the server is told about, and which desk is meant. */

import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { DocumentFilter } from 'vscode-languageclient/node';

/** Markdown is what reports are written in; YAML and JSON hold glossaries and sources. */
const LANGUAGES = ['markdown', 'yaml', 'json'];

/** Tables, JSON lines, BibTeX and RIS, of which VS Code need not know the language. */
const OTHERS = '**/*.{csv,tsv,jsonl,ndjson,bib,ris}';

/** Where documents of one's own come from in any window: disk, not yet saved, and VS Code's remote repositories. */
const USUAL_SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/**
 * The documents of the workspace, on whatever file system its folders are. The other schemes of VS Code (the old side of
 * a comparison, output, notebooks' cells) are left out: their findings would show twice, and could not be mended.
 */
export function documentsToServe(): DocumentFilter[] {
  return schemes().flatMap((scheme) => [
    ...LANGUAGES.map((language) => ({ scheme, language })),
    { scheme, pattern: OTHERS },
  ]);
}

/** Whether a document is a report that the server reads by itself. */
export const isReport = ({ languageId, uri }: TextDocument): boolean =>
  languageId === 'markdown' && schemes().includes(uri.scheme);

function schemes(): string[] {
  const folderSchemes = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set([...USUAL_SCHEMES, ...folderSchemes])];
}

/** A file of the desk that is meant, which need not be there: that of the active editor, else of the first folder. */
export function deskHere(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active && (isReport(active) || workspace.getWorkspaceFolder(active.uri))) return active.uri;
  const [folder] = workspace.workspaceFolders ?? [];
  return folder && Uri.joinPath(folder.uri, 'nomenclator.yaml');
}
