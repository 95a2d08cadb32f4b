/** Shows the Name Consistency Report of a desk, and opens in an editor what its reader asks for. */

import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  Location,
  Range,
  type TextDocument,
  UIKind,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type LanguageClient, RequestType, type Location as SentLocation } from 'vscode-languageclient/node';
import {
  ADD_TO_GLOSSARY,
  CONSISTENCY_PAGE,
  CONSISTENCY_REPORT,
  type ConsistencyPage,
  type ConsistencyPageParams,
  type ConsistencyReportParams,
  type DeskConsistency,
  type EntityParams,
  LOCATE_ENTITY,
  type PlaceParams,
} from '../../server/src/lsp/requests';
import type { FromPage, PagePlace, ToPage } from './consistencyMessages';
import { deskHere } from './documents';
import { askLong } from './longRequest';
import type { Session } from './session';

const askForReport = new RequestType<ConsistencyReportParams, DeskConsistency, void>(CONSISTENCY_REPORT);
const askForPage = new RequestType<ConsistencyPageParams, ConsistencyPage, void>(CONSISTENCY_PAGE);
const locateEntity = new RequestType<EntityParams, SentLocation | null, void>(LOCATE_ENTITY);

const PANEL = 'nomenclator.consistency';
const TITLE = 'Name Consistency';
const READING = 'Reading how names are written';
const OPEN = 'Open';
/** More places are not listed by VS Code in a time that anybody waits. */
const MOST_PLACES = 2000;

type Shown = Exclude<DeskConsistency, null | { readonly refusal: string }>;

/** Holds at most one panel, which shows one desk. */
export class ConsistencyReportView implements Disposable {
  readonly #session: Session;
  readonly #context: ExtensionContext;
  readonly #registered: Disposable;
  #panel: WebviewPanel | undefined;
  #shown: Shown | undefined;
  /** Whether the page of the panel has said that it listens. */
  #isListening = false;

  constructor(session: Session, context: ExtensionContext) {
    this.#session = session;
    this.#context = context;
    this.#registered = Disposable.from(
      commands.registerCommand('nomenclator.consistencyReport', () => this.#make(deskHere())),
      window.registerWebviewPanelSerializer(PANEL, {
        deserializeWebviewPanel: async (panel) => {
          await this.#take(panel);
          await this.#make(deskHere());
          // A page that has nothing to show would stay empty.
          if (!this.#shown) panel.dispose();
        },
      }),
    );
  }

  dispose(): void {
    this.#registered.dispose();
    this.#panel?.dispose();
  }

  /** Reads the desk of a file, and shows what was found; a panel that is there already is kept. */
  async #make(uri: Uri | undefined): Promise<void> {
    if (!uri) {
      void window.showInformationMessage(
        'There is no desk here. Open the folder of your reports, then try again.',
      );
      return;
    }
    await this.#session.run(async (client) => {
      const params = { uri: client.code2ProtocolConverter.asUri(uri) };
      const answer = await askLong(client, askForReport, params, READING);
      if (!answer) return;
      if ('refusal' in answer) {
        void window.showWarningMessage(answer.refusal);
        return;
      }
      this.#shown = answer;
      if (this.#panel) this.#panel.reveal();
      else await this.#take(window.createWebviewPanel(PANEL, TITLE, ViewColumn.Active));
      this.#send();
    });
  }

  /** Puts the page into a panel. It gets its contents when it says that it listens, and again whenever VS Code has dropped it. */
  async #take(panel: WebviewPanel): Promise<void> {
    this.#panel = panel;
    this.#isListening = false;
    const { extensionUri } = this.#context;
    panel.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = this.#shown = undefined;
    });
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#answer(message));
    panel.webview.html = await this.#emptyPage();
  }

  async #emptyPage(): Promise<string> {
    const file = Uri.joinPath(this.#context.extensionUri, 'dist', 'consistency.html');
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  }

  #send(): void {
    if (!this.#shown || !this.#isListening) return;
    const { report, desk, made } = this.#shown;
    void this.#panel?.webview.postMessage({ report, desk, made } satisfies ToPage);
  }

  async #answer(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.#isListening = true;
      this.#send();
      return;
    }
    const shown = this.#shown;
    if (!shown) return;
    const root = Uri.parse(shown.uri);
    // Whatever is open, it is the desk that is shown.
    const ofDesk = Uri.joinPath(root, 'nomenclator.yaml');
    switch (message.kind) {
      case 'refresh':
        return this.#make(ofDesk);
      case 'save':
        return this.#session.run((client) => this.#save(client, ofDesk, shown.made));
      case 'openEntry':
        return this.#session.run((client) =>
          this.#openEntry(client, { root: shown.root, id: message.entity }),
        );
      case 'open':
        return this.#openAll(root, message.places);
      case 'addToGlossary':
        return this.#addToGlossary(root, message.place);
    }
  }

  /** Writes the page, with the desk as it now is, where the reader wants it. */
  async #save(client: LanguageClient, ofDesk: Uri, made: string): Promise<void> {
    const file = await window.showSaveDialog({
      defaultUri: Uri.joinPath(ofDesk, '..', `name-consistency-${made}.html`),
      filters: { HTML: ['html'] },
    });
    if (!file) return;
    const params = { uri: client.code2ProtocolConverter.asUri(ofDesk), emptyPage: await this.#emptyPage() };
    const answer = await askLong(client, askForPage, params, READING);
    if (!answer) return;
    if ('refusal' in answer) {
      void window.showWarningMessage(answer.refusal);
      return;
    }
    try {
      await workspace.fs.writeFile(file, new TextEncoder().encode(answer.page));
    } catch {
      void window.showWarningMessage(
        `${workspace.asRelativePath(file)} cannot be written. Choose another folder.`,
      );
      return;
    }
    const saved = `The report is saved as ${workspace.asRelativePath(file)}.`;
    // The command is over; the reader may leave the message as long as they like.
    void window.showInformationMessage(saved, ...(isHere() ? [OPEN] : [])).then((choice) => {
      if (choice === OPEN) void env.openExternal(file);
    });
  }

  async #openEntry(client: LanguageClient, entity: EntityParams): Promise<void> {
    const place = await client.sendRequest(locateEntity, entity);
    if (!place) {
      void window.showInformationMessage('The glossary no longer has this entry. Refresh the report.');
      return;
    }
    const { uri, range } = client.protocol2CodeConverter.asLocation(place);
    await this.#show(uri, () => range);
  }

  /** The first in an editor; of several, all of them in a list over it. */
  async #openAll(root: Uri, places: readonly PagePlace[]): Promise<void> {
    const [first] = places;
    if (!first) return;
    const opened = await this.#open(root, first);
    if (!opened || places.length === 1) return;
    const locations = places
      .slice(0, MOST_PLACES)
      .map((place) => new Location(Uri.joinPath(root, place.path), rangeOf(place)));
    const { uri, range } = opened;
    await commands.executeCommand('editor.action.goToLocations', uri, range.start, locations, 'peek');
  }

  async #addToGlossary(root: Uri, place: PagePlace): Promise<void> {
    const opened = await this.#open(root, place);
    if (!opened) return;
    const { start, end } = opened.range;
    const params: PlaceParams = {
      uri: opened.uri.toString(),
      range: {
        start: { line: start.line, character: start.character },
        end: { line: end.line, character: end.character },
      },
    };
    await commands.executeCommand(ADD_TO_GLOSSARY, params);
  }

  /** A report at a name that stands there still; where the text has changed since, at the place where it stood. */
  #open(root: Uri, place: PagePlace): Promise<Location | undefined> {
    return this.#show(Uri.joinPath(root, place.path), (document) => {
      const range = document.validateRange(rangeOf(place));
      return document.getText(range) === place.text ? range : new Range(range.start, range.start);
    });
  }

  /** Beside the panel, so that it stays in sight. */
  async #show(uri: Uri, where: (document: TextDocument) => Range): Promise<Location | undefined> {
    try {
      const document = await workspace.openTextDocument(uri);
      const range = where(document);
      await window.showTextDocument(document, {
        selection: range,
        viewColumn: this.#beside(),
        preview: true,
      });
      return new Location(uri, range);
    } catch {
      void window.showWarningMessage(
        `${workspace.asRelativePath(uri)} cannot be opened. Refresh the report if it has been moved.`,
      );
      return undefined;
    }
  }

  /** Where the reader looks at texts already, if that is not where the panel is. */
  #beside(): ViewColumn {
    const own = this.#panel?.viewColumn;
    const others = window.visibleTextEditors.flatMap(({ viewColumn }) => viewColumn ?? []);
    return others.find((column) => column !== own) ?? ViewColumn.Beside;
  }
}

/** Whether files of this window are on the reader's own machine, where a browser can open them. */
const isHere = (): boolean => env.uiKind === UIKind.Desktop && env.remoteName === undefined;

const rangeOf = ({ line, character, text }: PagePlace): Range =>
  new Range(line, character, line, character + text.length);
