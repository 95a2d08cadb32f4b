/** Cites sources at the cursor: they are searched for while one types, each with the note that it will be. */

import {
  type CancellationToken,
  Disposable,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import {
  CITE,
  type CitedSourceParams,
  type CiteParams,
  type FoundSource,
  type FoundSources,
  type NoteEdits,
  SEARCH_SOURCES,
  type SearchSourcesParams,
} from '../../server/src/lsp/requests';
import { makeNoteEdits, reportEditor } from './editNotes';
import { SearchWhileTyping } from './searchWhileTyping';

const askForSources = new RequestType<SearchSourcesParams, FoundSources | null, void>(SEARCH_SOURCES);
const askForEdits = new RequestType<CiteParams, NoteEdits, void>(CITE);

const LONGEST_TITLE = 20;

const ADD: QuickInputButton = {
  iconPath: new ThemeIcon('add'),
  tooltip: 'Cite another source with it',
};

interface SourceItem extends QuickPickItem {
  readonly source: FoundSource;
}

/** At the cursor of the active editor, or behind what is selected there. */
export async function insertCitation(client: LanguageClient): Promise<void> {
  const editor = reportEditor();
  if (!editor) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const cited = await new CitationPicker(client, uri).pick();
  if (cited.length === 0) return;
  const { line, character } = editor.selection.end;
  const at = { line, character };
  const params: CiteParams = { uri, range: { start: at, end: at }, cited };
  await makeNoteEdits(editor, () => client.sendRequest(askForEdits, params));
}

class CitationPicker {
  readonly #client: LanguageClient;
  readonly #uri: string;
  readonly #picker: QuickPick<QuickPickItem>;
  readonly #searching: SearchWhileTyping;
  /** Whether the first of what is still to be found has been chosen already. */
  #isHasty = false;
  #choose: (source: FoundSource) => void = () => {};

  constructor(client: LanguageClient, uri: string) {
    this.#client = client;
    this.#uri = uri;
    this.#picker = window.createQuickPick();
    this.#picker.title = 'Insert Citation';
    this.#picker.placeholder =
      'Words of author, title, outlet, year or key; a page behind a comma: doe letters, p. 20';
    // The order is that of the search. Not every VS Code knows this property; without it, labels that match come first.
    Object.assign(this.#picker, { sortByLabel: false });
    this.#searching = new SearchWhileTyping(this.#picker, (query, token) => this.#search(query, token));
  }

  /** The sources that were chosen, in order; none when the question was left. */
  pick(): Promise<readonly CitedSourceParams[]> {
    const picker = this.#picker;
    return new Promise((resolve) => {
      let answer: readonly CitedSourceParams[] = [];
      this.#choose = ({ cited }) => {
        answer = cited;
        picker.hide();
      };
      const listening = Disposable.from(
        picker.onDidChangeValue(() => this.#searchSoon()),
        picker.onDidTriggerItemButton(({ item }) => {
          if (!isSource(item)) return;
          picker.value = `${item.source.query}; `;
          this.#searchSoon();
        }),
        picker.onDidAccept(() => {
          const [item] = picker.selectedItems;
          // What is shown was found by fewer words than have been typed.
          if (picker.busy) this.#isHasty = picker.value !== '';
          else if (item && isSource(item)) this.#choose(item.source);
        }),
        picker.onDidHide(() => {
          this.#searching.stop();
          listening.dispose();
          picker.dispose();
          resolve(answer);
        }),
      );
      picker.show();
      void this.#searching.now();
    });
  }

  #searchSoon(): void {
    this.#isHasty = false;
    this.#searching.soon();
  }

  async #search(query: string, token: CancellationToken): Promise<() => void> {
    const params: SearchSourcesParams = { uri: this.#uri, query };
    const found = await this.#client.sendRequest(askForSources, params, token).catch(() => null);
    return () => {
      this.#picker.items = found ? itemsOf(found, query) : [told(FAILED)];
      const [first] = found?.sources ?? [];
      if (this.#isHasty && first) this.#choose(first);
    };
  }
}

const FAILED = 'The sources could not be searched. The output of Nomenclator says why.';
const NO_SOURCES = 'This desk has no sources yet. Put a file of them into its folder “sources”.';

/** A line that is not to be chosen. */
const told = (message: string): QuickPickItem => ({ label: `$(info) ${message}`, alwaysShow: true });

function itemsOf({ sources, total }: FoundSources, query: string): QuickPickItem[] {
  if (sources.length === 0)
    return [told(total === 0 ? NO_SOURCES : `Nothing is found for “${query}”. Write fewer words.`)];
  const items: QuickPickItem[] = [];
  let isCited = false;
  for (const source of sources) {
    // Those that are cited come first; a heading stands only between the two.
    if (source.isCited !== isCited) {
      isCited = source.isCited;
      const label = isCited ? 'cited already' : 'in the library';
      items.push({ kind: QuickPickItemKind.Separator, label });
    }
    items.push(itemOf(source));
  }
  return items;
}

function itemOf(source: FoundSource): SourceItem {
  const { label, title, note } = source;
  return {
    label,
    // A source without an author goes by its title.
    ...(title.startsWith(label.replace(/…?(?: \S+)?$/, '')) ? {} : { description: title }),
    detail: withShortTitle(note, title),
    buttons: [ADD],
    // VS Code filters by the letters of the label; what is found here may have none of them.
    alwaysShow: true,
    source,
  };
}

/** The line of a list is short, and has the title already: what else the note says is to be seen. */
function withShortTitle(note: string, title: string): string {
  const at = note.toLowerCase().indexOf(title.toLowerCase());
  if (at < 0 || title.length <= LONGEST_TITLE) return note;
  const short = title.slice(0, LONGEST_TITLE).replace(/[\s\p{P}]*\S*$/u, '');
  return `${note.slice(0, at)}${note.slice(at, at + short.length)}…${note.slice(at + title.length)}`;
}

const isSource = (item: QuickPickItem): item is SourceItem => 'source' in item;
