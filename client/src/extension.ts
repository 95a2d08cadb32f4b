/** The entry of the extension: starts the language server with the first report, and offers what only VS Code can show. */

import { commands, type ExtensionContext, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  ADD_AS_ALIAS,
  ADD_AS_SPELLING,
  ADD_TO_GLOSSARY,
  ADD_TO_LIBRARY,
  GLOSSARY_EDITED,
  NORMALISE_DESK,
  NORMALISE_REPORT,
  NOT_SAME,
  OPEN_ENTRY,
  ROMANISE_SELECTION,
  SHOW_MENTIONS,
  TEACH_GLOSSARY,
} from '../../server/src/lsp/requests';
import { addAsAlias, addAsSpelling, markNotSame } from './addAnotherName';
import { addToLibrary } from './addToLibrary';
import { adoptNotes } from './adoptNotes';
import { ConsistencyReportView } from './consistencyReport';
import { insertNote, renumberNotes, updateAbbreviations, updateBibliography, updateNotes } from './editNotes';
import { Explorer } from './explorer/explorer';
import { insertCitation } from './insertCitation';
import { serveLeftList } from './leftList';
import { normaliseDesk, normaliseReport } from './normalise';
import { extendMarkdownIt } from './notePreview';
import { openEntry } from './openEntry';
import { romaniseSelection } from './romaniseSelection';
import { serveRulePages } from './rulePages';
import { Session } from './session';
import { settleGlossaryEdit } from './settleGlossaryEdit';
import { showMentions } from './showMentions';
import { showFirstReport, startDesk } from './startDesk';
import { addToGlossary, teachGlossary } from './teachGlossary';

/** The commands that need the server; `params` are what a link or another extension hands over. */
const COMMANDS: Readonly<Record<string, (client: LanguageClient, params: unknown) => Promise<void>>> = {
  [ADD_AS_ALIAS]: addAsAlias,
  [ADD_AS_SPELLING]: addAsSpelling,
  [NOT_SAME]: markNotSame,
  [ADD_TO_GLOSSARY]: addToGlossary,
  [ADD_TO_LIBRARY]: addToLibrary,
  [TEACH_GLOSSARY]: teachGlossary,
  [ROMANISE_SELECTION]: romaniseSelection,
  [OPEN_ENTRY]: openEntry,
  [SHOW_MENTIONS]: showMentions,
  [NORMALISE_REPORT]: normaliseReport,
  [NORMALISE_DESK]: normaliseDesk,
  'nomenclator.adoptNotes': adoptNotes,
  'nomenclator.insertCitation': insertCitation,
  'nomenclator.insertNote': insertNote,
  'nomenclator.updateNotes': updateNotes,
  'nomenclator.renumberNotes': renumberNotes,
  'nomenclator.updateBibliography': updateBibliography,
  'nomenclator.updateAbbreviations': updateAbbreviations,
};

let session: Session | undefined;

/**
 * Called by VS Code when a report or a desk is opened. The preview of Markdown waits for what is given back, so that the
 * server starts behind it, and need not start at all.
 */
export function activate(context: ExtensionContext): { extendMarkdownIt: typeof extendMarkdownIt } {
  const output = window.createOutputChannel('Nomenclator', { log: true });
  const started = new Session(context, output, (client) => explorer.follow(client));
  const explorer = new Explorer(started, context);
  session = started;
  context.subscriptions.push(
    output,
    started,
    explorer,
    serveLeftList(),
    serveRulePages(started),
    new ConsistencyReportView(started, context),
    commands.registerCommand('nomenclator.restart', () => started.restart()),
    commands.registerCommand(GLOSSARY_EDITED, (params: unknown) => settleGlossaryEdit(params)),
    commands.registerCommand('nomenclator.startDesk', (folder: unknown) =>
      started.run((client) => startDesk(client, context, folder)),
    ),
    ...Object.entries(COMMANDS).map(([name, perform]) =>
      commands.registerCommand(name, (params: unknown) => started.run((client) => perform(client, params))),
    ),
  );
  void started.restart();
  void showFirstReport(context);
  return { extendMarkdownIt };
}

/** Called by VS Code when the window closes or the extension is disabled. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
