/** Shows what normalising has left, as a text to be read beside the reports, whose places lead to them. */

import {
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LeftPlace, NormaliseOutcome } from '../../server/src/lsp/requests';

const SCHEME = 'nomenclator-left';
const ADDRESS = Uri.from({ scheme: SCHEME, path: 'Left by Normalise' });

/** One list at a time: the next takes its place. */
let listed: { readonly text: string; readonly links: DocumentLink[] } = { text: '', links: [] };
const changed = new EventEmitter<Uri>();

/** Lets VS Code read the list; to be called when the extension starts. */
export const serveLeftList = (): Disposable =>
  Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => listed.text,
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: (document) => (document.getText() === listed.text ? listed.links : []) },
    ),
  );

/** Brings the list up beside the report. */
export async function showLeftList({ message, left }: NormaliseOutcome): Promise<void> {
  const lines = [message, ''];
  const links = left.map((place) => {
    const { target, shown } = placeOf(place);
    const link = new DocumentLink(new Range(lines.length, 0, lines.length, shown.length), target);
    link.tooltip = 'Go to the place';
    lines.push(`${shown} ${place.message} [${place.code}]`);
    return link;
  });
  listed = { text: `${lines.join('\n')}\n`, links };
  changed.fire(ADDRESS);
  const document = await workspace.openTextDocument(ADDRESS);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

/** People count lines from 1, and so do links. */
function placeOf({ uri, at }: LeftPlace): { readonly target: Uri; readonly shown: string } {
  const [line, character] = [at.line + 1, at.character + 1];
  const file = Uri.parse(uri);
  return {
    target: file.with({ fragment: `L${line},${character}` }),
    shown: `${workspace.asRelativePath(file)}:${line}:${character}`,
  };
}
