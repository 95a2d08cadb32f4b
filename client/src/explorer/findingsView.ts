/** The view of what was found in the active report, name by name, in the side bar. */

import {
  commands,
  Disposable,
  EventEmitter,
  type Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type LanguageClient, RequestType } from 'vscode-languageclient/node';
import {
  FINDINGS_BY_NAME,
  type FindingGroupParams,
  type FindingLine,
  MEND_FINDING,
  type MendedFinding,
  type MendFindingParams,
  type ResourceParams,
} from '../../../server/src/lsp/requests';
import { isRecord } from '../commandArguments';
import type { Session } from '../session';
import type { ActiveReport } from './activeReport';
import { entityIcon } from './entityIcons';

export const FINDINGS_VIEW = 'nomenclator.findings';
/** Internal: what a line of the view does when it is chosen. */
const GO_TO_FINDING = 'nomenclator.goToFinding';

const askForFindings = new RequestType<ResourceParams, FindingGroupParams[], void>(FINDINGS_BY_NAME);
const askForFix = new RequestType<MendFindingParams, MendedFinding, void>(MEND_FINDING);

interface Branch {
  readonly group: FindingGroupParams;
}

/** One finding of a group. */
interface Leaf extends Branch {
  readonly finding: FindingLine;
  readonly uri: Uri;
  readonly range: Range;
}

type Node = Branch | Leaf;

const ICONS: Readonly<Record<FindingLine['severity'], readonly [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'editorLightBulb.foreground'],
};
/** What the view is to say where it is empty: see `viewsWelcome` in the manifest. */
const STATE = 'nomenclator.findingsState';
export class FindingsView implements TreeDataProvider<Node>, Disposable {
  readonly #session: Session;
  readonly #report: ActiveReport;
  readonly #changed = new EventEmitter<void>();
  readonly #view: TreeView<Node>;
  readonly #registered: Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session, report: ActiveReport) {
    this.#session = session;
    this.#report = report;
    this.#view = window.createTreeView(FINDINGS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#registered = Disposable.from(
      this.#view,
      this.#changed,
      commands.registerCommand(GO_TO_FINDING, goTo),
      commands.registerCommand('nomenclator.mendFinding', (node: unknown) =>
        session.run((client) => mend(client, node)),
      ),
    );
  }

  /** Has what is shown asked for anew; what is unfolded stays so. */
  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    const { uri } = this.#report;
    if (parent) return uri ? this.#findingsOf(parent.group, uri) : [];
    const groups =
      uri &&
      (await this.#session.ask((client) =>
        client.sendRequest(askForFindings, { uri: client.code2ProtocolConverter.asUri(uri) }),
      ));
    void commands.executeCommand('setContext', STATE, groups ? 'ready' : uri ? 'noServer' : 'noReport');
    this.#view.description = uri ? fileName(workspace.asRelativePath(uri, false)) : '';
    return (groups ?? []).map((group) => ({ group }));
  }

  getTreeItem(node: Node): TreeItem {
    return 'finding' in node ? findingItem(node) : groupItem(node.group);
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async #findingsOf(group: FindingGroupParams, uri: Uri): Promise<Node[]> {
    const nodes = await this.#session.ask(async ({ protocol2CodeConverter }) =>
      group.findings.map((finding) => ({
        group,
        finding,
        uri,
        range: protocol2CodeConverter.asRange(finding.range),
      })),
    );
    return nodes ?? [];
  }
}

function groupItem({ key, label, type, entity, findings }: FindingGroupParams): TreeItem {
  const { Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(label, findings.length > 0 ? Expanded : None);
  item.id = key;
  if (findings.length === 0) return item;
  item.description = `${findings.length}`;
  item.iconPath = type === undefined ? new ThemeIcon('note') : entityIcon(type);
  if (entity) item.contextValue = 'findings-of-entity';
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  item.tooltip = `${label}: ${count}`;
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

function findingItem({ group, finding, uri, range }: Leaf): TreeItem {
  const { text, message, severity, isMendable } = finding;
  const line = `line ${range.start.line + 1}`;
  const item = new TreeItem(text || message);
  item.description = saidOf(finding, group, line);
  const [icon, color] = ICONS[severity];
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.tooltip = message;
  item.contextValue = isMendable ? 'finding+mendable' : 'finding';
  item.accessibilityInformation = { label: `${severity}, ${line}, ${text}: ${message}` };
  item.command = { command: GO_TO_FINDING, title: 'Go to the Finding', arguments: [uri, range] };
  return item;
}

/** What to write instead, unless that is the name of the group; where it is not a matter of writing, what is to be said. */
function saidOf(
  { text, instead, message }: FindingLine,
  { label }: FindingGroupParams,
  line: string,
): string {
  if (text === '') return line;
  if (instead === undefined || instead === text) return `${line} · ${message}`;
  return instead === label ? line : `→ ${instead} · ${line}`;
}

async function goTo(uri: Uri, selection: Range): Promise<void> {
  await window.showTextDocument(uri, { selection });
}

/** Makes the one right fix of a finding, as the text now stands. */
async function mend(client: LanguageClient, node: unknown): Promise<void> {
  if (!isLeaf(node)) return;
  const { uri, finding } = node;
  const document = await workspace.openTextDocument(uri);
  const { version } = document;
  const { range, code } = finding;
  const params = { uri: client.code2ProtocolConverter.asUri(uri), range, code };
  const edits = await client.sendRequest(askForFix, params);
  const edit = new WorkspaceEdit();
  if (edits) edit.set(uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  if (!edits || document.version !== version || !(await workspace.applyEdit(edit)))
    void window.showInformationMessage('The text has changed meanwhile, and was left alone. Try again.');
}

const isLeaf = (node: unknown): node is Leaf => isRecord(node) && isRecord(node.finding);
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
