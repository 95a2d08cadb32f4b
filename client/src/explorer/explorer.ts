/** Everything that VS Code's side bar and status bar show of a desk, kept up to date with what the server says. */

import { commands, Disposable, type ExtensionContext } from 'vscode';
import { type LanguageClient, NotificationType, State } from 'vscode-languageclient/node';
import { EXPLORED, type ExploredParams, OPEN_ENTRY } from '../../../server/src/lsp/requests';
import type { Session } from '../session';
import { ActiveReport } from './activeReport';
import { FindingsView } from './findingsView';
import { copyName, insertName, insertOtherForm } from './insertName';
import { findMentions, namedIn } from './mentions';
import { NamesView } from './namesView';
import { ReportStatus } from './reportStatus';

const explored = new NotificationType<ExploredParams>(EXPLORED);

/** So long, in milliseconds, the views wait for another key. */
const PAUSE = 300;

export class Explorer implements Disposable {
  readonly #report = new ActiveReport();
  readonly #status = new ReportStatus(this.#report);
  readonly #names: NamesView;
  readonly #findings: FindingsView;
  readonly #registered: Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session, context: ExtensionContext) {
    this.#names = new NamesView(session, this.#report, context);
    this.#findings = new FindingsView(session, this.#report);
    let shown: string | undefined;
    this.#registered = Disposable.from(
      this.#report,
      this.#status,
      this.#names,
      this.#findings,
      this.#report.onDidChange(() => {
        const now = this.#report.uri?.toString();
        if (now === shown) return;
        shown = now;
        this.#refreshSoon(0);
      }),
      commands.registerCommand('nomenclator.findMentions', (line: unknown) =>
        session.run((client) => findMentions(client, line, this.#report.uri?.toString())),
      ),
      commands.registerCommand('nomenclator.showEntry', (line: unknown) => {
        const named = namedIn(line);
        return named && commands.executeCommand(OPEN_ENTRY, named.entity);
      }),
      commands.registerCommand('nomenclator.insertName', insertName),
      commands.registerCommand('nomenclator.insertOtherForm', insertOtherForm),
      commands.registerCommand('nomenclator.copyName', copyName),
    );
  }

  /** Listens to a client that is about to be started. */
  follow(client: LanguageClient): void {
    client.onNotification(explored, ({ report }) => {
      if (report) this.#status.take(client.protocol2CodeConverter.asUri(report.uri).toString(), report);
      const isOther =
        report && client.protocol2CodeConverter.asUri(report.uri).toString() !== this.#report.uri?.toString();
      if (!isOther) this.#refreshSoon(PAUSE);
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) this.#status.forget();
      else if (newState === State.Running) this.#refreshSoon(0);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#registered.dispose();
  }

  #refreshSoon(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#names.refresh();
      this.#findings.refresh();
    }, pause);
  }
}
