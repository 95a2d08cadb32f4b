/** The entry of the extension: starts the language server with the first report, and offers to restart it. */

import { commands, type ExtensionContext, window } from 'vscode';
import {
  ADD_TO_GLOSSARY,
  GLOSSARY_EDITED,
  OPEN_ENTRY,
  ROMANISE_SELECTION,
  TEACH_GLOSSARY,
} from '../../server/src/lsp/requests';
import { Session } from './session';
import { settleGlossaryEdit } from './settleGlossaryEdit';

let session: Session | undefined;

/** Called by VS Code when a report or a desk is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Nomenclator', { log: true });
  session = new Session(context, output);
  context.subscriptions.push(
    output,
    session,
    commands.registerCommand('nomenclator.restart', () => session?.restart()),
    commands.registerCommand(GLOSSARY_EDITED, (params: unknown) => settleGlossaryEdit(params)),
    commands.registerCommand(ADD_TO_GLOSSARY, (params: unknown) => session?.addToGlossary(params)),
    commands.registerCommand(TEACH_GLOSSARY, (params: unknown) => session?.teachGlossary(params)),
    commands.registerCommand(ROMANISE_SELECTION, () => session?.romaniseSelection()),
    commands.registerCommand(OPEN_ENTRY, (params: unknown) => session?.openEntry(params)),
  );
  await session.restart();
}

/** Called by VS Code when the window closes or the extension is disabled. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
