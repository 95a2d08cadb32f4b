/** The line in the status bar that says how many names are off in the report of the active editor. */

import {
  Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  window,
  workspace,
} from 'vscode';
import type { ReportState } from '../../../server/src/lsp/requests';
import type { ActiveReport } from './activeReport';
import { FINDINGS_VIEW } from './findingsView';

/** Left of the line and column. */
const PRIORITY = 110;

export class ReportStatus implements Disposable {
  readonly #report: ActiveReport;
  readonly #item: StatusBarItem;
  readonly #states = new Map<string, ReportState>();
  readonly #registered: Disposable;

  constructor(report: ActiveReport) {
    this.#report = report;
    this.#item = window.createStatusBarItem('namesOff', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = 'Nomenclator: Names That Are Off';
    this.#item.command = `${FINDINGS_VIEW}.focus`;
    this.#registered = Disposable.from(
      this.#item,
      report.onDidChange(() => this.#show()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#states.delete(uri.toString())),
    );
  }

  /** @param uri of the report, as VS Code writes it. */
  take(uri: string, state: ReportState): void {
    this.#states.set(uri, state);
    this.#show();
  }

  /** Nothing is known: the server has stopped. */
  forget(): void {
    this.#states.clear();
    this.#show();
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #show(): void {
    const { uri, isInEditor } = this.#report;
    const state = isInEditor && uri ? this.#states.get(uri.toString()) : undefined;
    // Where nobody keeps a glossary there is nothing to say of names.
    if (!state || !(state.hasGlossary || state.off > 0)) {
      this.#item.hide();
      return;
    }
    const { off } = state;
    const names = off === 0 ? 'No names off' : counted(off, 'name off', 'names off');
    this.#item.text = `$(${off === 0 ? 'check' : 'whole-word'}) ${names}`;
    const said = detailsOf(state);
    this.#item.tooltip = new MarkdownString(`${[`**${names}**`, ...said].join('  \n')}\n\nShow the list`);
    this.#item.accessibilityInformation = { label: `${[names, ...said].join(', ')}. Show the list.` };
    this.#item.show();
  }
}

function detailsOf({ off, otherwise, hints, others }: ReportState): string[] {
  const unsettled = off - otherwise;
  return [
    ...(otherwise > 0 ? [`${counted(otherwise, 'is', 'are')} not in the house form`] : []),
    ...(unsettled > 0 ? [`${counted(unsettled, 'is', 'are')} not introduced, or not settled`] : []),
    ...(hints > 0 ? [counted(hints, 'hint on a name', 'hints on names')] : []),
    ...(others > 0 ? [counted(others, 'other finding', 'other findings')] : []),
  ];
}

const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;
