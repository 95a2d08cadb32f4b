/** The view of the glossary's names in the side bar: asked for level by level, with the counts of the active report. */

import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  MarkdownString,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import { RequestType } from 'vscode-languageclient/node';
import {
  ENTITY_CARD,
  type EntityCardParams,
  NAMES_BELOW,
  type NameLine,
  type NamesBelow,
  type NamesBelowParams,
  OPEN_ENTRY,
} from '../../../server/src/lsp/requests';
import type { Session } from '../session';
import type { ActiveReport } from './activeReport';
import { countBadge, countUri } from './countBadges';
import { entityIcon } from './entityIcons';

const NAMES_VIEW = 'nomenclator.names';

const askForNames = new RequestType<NamesBelowParams, NamesBelow, void>(NAMES_BELOW);
const askForCard = new RequestType<EntityCardParams, string | null, void>(ENTITY_CARD);

/** Under this key the choice between all names and those of the report is kept, and told to menus. */
const MENTIONED_ONLY = 'nomenclator.mentionedOnly';
/** What the view is to say where it is empty: see `viewsWelcome` in the manifest. */
const STATE = 'nomenclator.namesState';
const NOBODY = 'This report mentions nothing that the glossary knows.';
const NO_REPORT = 'No report is open, so all names are shown.';

export class NamesView implements TreeDataProvider<NameLine>, Disposable {
  readonly #session: Session;
  readonly #report: ActiveReport;
  readonly #context: ExtensionContext;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<NameLine>;
  readonly #registered: Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session, report: ActiveReport, context: ExtensionContext) {
    this.#session = session;
    this.#report = report;
    this.#context = context;
    this.#view = window.createTreeView(NAMES_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#registered = Disposable.from(
      this.#view,
      window.registerFileDecorationProvider({ provideFileDecoration: countBadge }),
      this.#changed,
      commands.registerCommand('nomenclator.showMentionedNames', () => this.#showMentionedOnly(true)),
      commands.registerCommand('nomenclator.showAllNames', () => this.#showMentionedOnly(false)),
    );
    void commands.executeCommand('setContext', MENTIONED_ONLY, this.#mentionedOnly);
    void commands.executeCommand('setContext', STATE, 'loading');
  }

  /** Has what is shown asked for anew; what is unfolded stays so. */
  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(parent?: NameLine): Promise<NameLine[]> {
    const { uri } = this.#report;
    const answer = await this.#session.ask((client) =>
      client.sendRequest(askForNames, {
        ...(uri ? { uri: client.code2ProtocolConverter.asUri(uri) } : {}),
        ...(parent ? { parent: parent.place } : {}),
        mentionedOnly: this.#mentionedOnly,
      }),
    );
    if (!parent) this.#tell(answer);
    return answer ? [...answer.lines] : [];
  }

  getTreeItem(line: NameLine): TreeItem {
    const { Collapsed, None } = TreeItemCollapsibleState;
    const item = new TreeItem(line.label, line.hasLinesBelow ? Collapsed : None);
    item.id = line.key;
    item.description = line.description;
    item.iconPath = entityIcon(line.type, line.count > 0 || !this.#report.uri);
    item.accessibilityInformation = { label: line.spoken };
    if (line.entity) {
      item.contextValue = (line.forms?.length ?? 0) > 1 ? 'entity+forms' : 'entity';
      item.resourceUri = countUri(line);
      item.command = { command: OPEN_ENTRY, title: 'Open in the Glossary', arguments: [line.entity] };
    } else item.tooltip = line.spoken;
    return item;
  }

  /** The card, asked for when somebody points at the name. */
  async resolveTreeItem(item: TreeItem, { entity }: NameLine): Promise<TreeItem> {
    const { uri } = this.#report;
    const card =
      entity &&
      (await this.#session.ask((client) =>
        client.sendRequest(askForCard, {
          ...entity,
          ...(uri ? { uri: client.code2ProtocolConverter.asUri(uri) } : {}),
        }),
      ));
    if (card) item.tooltip = new MarkdownString(card);
    return item;
  }

  dispose(): void {
    this.#registered.dispose();
  }

  get #mentionedOnly(): boolean {
    return this.#context.workspaceState.get(MENTIONED_ONLY, false);
  }

  async #showMentionedOnly(isOn: boolean): Promise<void> {
    await this.#context.workspaceState.update(MENTIONED_ONLY, isOn);
    await commands.executeCommand('setContext', MENTIONED_ONLY, isOn);
    this.refresh();
  }

  /** Says in the view what cannot be seen from its lines. */
  #tell(answer: NamesBelow | undefined): void {
    const { uri } = this.#report;
    void commands.executeCommand('setContext', STATE, answer?.state ?? 'noServer');
    this.#view.description = uri ? fileName(workspace.asRelativePath(uri, false)) : '';
    this.#view.message = '';
    if (answer?.state !== 'ready' || !this.#mentionedOnly) return;
    if (!uri) this.#view.message = NO_REPORT;
    else if (answer.lines.length === 0) this.#view.message = NOBODY;
  }
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
