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
import { isReport } from './documents';

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
  const excerpt = isReport(document) ? undefined : new Excerpt(editor);
  const place = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(excerpt ? { text: excerpt.text } : {}),
  };
  const selections = editor.selections.map(({ start, end }) => plain(new Range(start, end)));
  const ranges = excerpt ? selections.map((one) => excerpt.inside(one)) : selections;
  const choices = await client.sendRequest(askForChoices, { ...place, ranges });
  if (!choices) {
    void window.showInformationMessage('There is nothing in Cyrillic here. Select the text to romanise.');
    return;
  }
  const choice = await pickSystem(choices);
  const house = choice && (await pickHouse(choices.names));
  if (!choice || house === undefined) return;
  const { language, system } = choice;
  const romanised = await client.sendRequest(askForText, {
    ...place,
    ranges: choices.ranges,
    language,
    system,
    house,
  });
  const edits = excerpt
    ? romanised.map(({ range, newText }) => ({ range: excerpt.outside(range), newText }))
    : romanised;
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

/** The lines of a document that hold its selections, as a text of their own: of no report the server knows nothing. */
class Excerpt {
  readonly text: string;
  readonly #lines: readonly number[];

  constructor({ document, selections }: TextEditor) {
    const lines = new Set<number>();
    for (const { start, end } of selections)
      for (let line = start.line; line <= end.line; line++) lines.add(line);
    this.#lines = [...lines].sort((a, b) => a - b);
    this.text = this.#lines.map((line) => document.lineAt(line).text).join('\n');
  }

  /** A range of the document, in the excerpt. */
  inside(range: PlainRange): PlainRange {
    return mapLines(range, (line) => this.#lines.indexOf(line));
  }

  /** A range of the excerpt, in the document. */
  outside(range: PlainRange): PlainRange {
    return mapLines(range, (line) => this.#lines[line] ?? 0);
  }
}

const mapLines = ({ start, end }: PlainRange, map: (line: number) => number): PlainRange => ({
  start: { ...start, line: map(start.line) },
  end: { ...end, line: map(end.line) },
});

const plain = ({ start, end }: Range): PlainRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

const isChoice = (item: QuickPickItem): item is Choice => 'language' in item && 'system' in item;
