/** Romanises the selections of an editor: asks for the language and the standard, and writes all in one step. */

import { type QuickPickItem, QuickPickItemKind, Range, type TextEditor, window } from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import {
  type PlainRange,
  ROMANISATIONS,
  ROMANISE,
  type Romanisations,
  type RomanisationsParams,
  type RomanisedRange,
  type RomaniseParams,
} from '../../server/src/lsp/requests';

const askForChoices = new RequestType<RomanisationsParams, Romanisations | null, void>(ROMANISATIONS);
const askForText = new RequestType<RomaniseParams, RomanisedRange[], void>(ROMANISE);

interface Choice extends QuickPickItem {
  readonly language: string;
  readonly system: string;
}

interface HouseChoice extends QuickPickItem {
  readonly house: boolean;
}

/** Does so in the active editor; where nothing is to be romanised, or the text has changed meanwhile, it says so. */
export async function romaniseSelection(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const ranges = editor.selections.map(({ start, end }) => plain(new Range(start, end)));
  const choices = await client.sendRequest(askForChoices, { uri, ranges });
  if (!choices) {
    void window.showInformationMessage('There is nothing in Cyrillic here. Select the text to romanise.');
    return;
  }
  const choice = await pickSystem(choices);
  const house = choice && (await pickHouse(choices.names));
  if (!choice || house === undefined) return;
  const { language, system } = choice;
  const edits = await client.sendRequest(askForText, {
    uri,
    ranges: choices.ranges,
    language,
    system,
    house,
  });
  if (document.version !== version || !(await write(editor, edits)))
    void window.showWarningMessage('The text has changed meanwhile, and was left alone. Romanise it again.');
}

/** The likeliest language by the default standard comes first, so that Enter is enough. */
async function pickSystem({ languages }: Romanisations): Promise<Choice | undefined> {
  const items = languages.flatMap(({ language, name, guess, systems }): QuickPickItem[] => [
    { kind: QuickPickItemKind.Separator, label: guess === undefined ? name : `${name}, ${guess}` },
    ...systems.map(
      ({ system, name: label, standard }): Choice => ({
        language,
        system,
        label: `${name}: ${label}`,
        detail: standard,
      }),
    ),
  ]);
  const picked = await window.showQuickPick(items, {
    title: 'Romanise Selection',
    placeHolder: 'Language and standard',
    matchOnDetail: true,
  });
  return picked && isChoice(picked) ? picked : undefined;
}

/** Asks only where the glossary knows a name; undefined if the question was not answered. */
async function pickHouse(names: readonly string[]): Promise<boolean | undefined> {
  if (names.length === 0) return false;
  const items: HouseChoice[] = [
    { house: true, label: 'Write known names in the house form', detail: names.join(' · ') },
    { house: false, label: 'Romanise them like the rest' },
  ];
  return (await window.showQuickPick(items, { title: 'Names That the Glossary Knows' }))?.house;
}

/** One edit, so that one undo takes all of it back. */
function write(editor: TextEditor, edits: readonly RomanisedRange[]): Thenable<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      builder.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}

const plain = ({ start, end }: Range): PlainRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

const isChoice = (item: QuickPickItem): item is Choice => 'language' in item && 'system' in item;
