/** Publishes findings and problems: soon after a keystroke, and only what has changed. */

import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/finding';
import { ruleAddress } from './requests';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

/** A glossary is checked as a whole, so its problems wait until its author pauses. */
const DESK_FILE_PAUSE = 250;
/** A report that takes longer to analyse waits for a pause in proportion. */
const QUICK = 100;
const LONGEST_PAUSE = 500;
/** Reading tens of megabytes of a glossary takes seconds. */
const LONGEST_DESK_FILE_PAUSE = 10_000;
/** No one reads more; the editor would only grow slow. The last one says that there are more. */
export const MOST_FINDINGS = 2000;

export class Diagnostics {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #session: Session;
  readonly #tell: (report?: OpenReport) => void;
  readonly #explains: () => boolean;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #pauses = new Map<string, number>();
  /** What is shown of each open report. */
  readonly #reports = new Map<string, Analysis>();
  /** The files for which problems are shown now. */
  #shown = new Set<string>();

  /**
   * `tell` is called with each report that was read anew, and without one when anything may have changed; `explains` is
   * asked whether the editor shows what a rule is about, from the address behind a code.
   */
  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    session: Session,
    tell: (report?: OpenReport) => void = () => {},
    explains: () => boolean = () => false,
  ) {
    this.#explains = explains;
    this.#tell = tell;
    this.#connection = connection;
    this.#documents = documents;
    this.#session = session;
  }

  /** Shows the findings of an open report, or the problems of the desks, as soon as it is worth it. */
  schedule(document: TextDocument): void {
    const isReport = this.#session.isReport(document);
    const key = isReport ? document.uri : DESK_FILES;
    const pause = this.#pauses.get(key) ?? (isReport ? 0 : DESK_FILE_PAUSE);
    clearTimeout(this.#timers.get(key));
    const run = () => {
      this.#timers.delete(key);
      this.#watch(isReport ? this.#publishReport(document.uri) : this.publishProblems());
    };
    if (pause === 0) run();
    else this.#timers.set(key, setTimeout(run, pause));
  }

  /** Everything anew: the desks, or which desk a report belongs to, have changed. */
  async publishAll(): Promise<void> {
    for (const document of this.#documents.all()) {
      if (this.#session.isReport(document)) await this.#publishReport(document.uri);
    }
    await this.publishProblems();
    this.#tell();
  }

  /** The problems of the desks' own files, open or not. */
  async publishProblems(): Promise<void> {
    const started = performance.now();
    const now = new Set<string>();
    for (const { uri, lines, problems } of await this.#session.fileProblems()) {
      now.add(uri);
      this.#send(
        uri,
        problems.map((one) => toProto.problem(lines, one)),
      );
    }
    for (const uri of this.#shown) if (!now.has(uri)) this.#send(uri, []);
    this.#shown = now;
    const pause = Math.min(LONGEST_DESK_FILE_PAUSE, (performance.now() - started) * 2);
    this.#pauses.set(DESK_FILES, Math.max(DESK_FILE_PAUSE, pause));
  }

  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#pauses.delete(uri);
    this.#reports.delete(uri);
    this.#send(uri, []);
  }

  /** Shows what is listed and which guesses are known, and behind it all of them. */
  async #publishReport(uri: string): Promise<void> {
    const started = performance.now();
    const report = await this.#session.report(uri);
    if (!report) return;
    const took = performance.now() - started;
    this.#pauses.set(uri, took < QUICK ? 0 : Math.min(LONGEST_PAUSE, took));
    this.#publish(report);
    if (!report.analysis.isComplete) this.#watch(this.#publishComplete(uri));
  }

  async #publishComplete(uri: string): Promise<void> {
    this.#publish(await this.#session.completeReport(uri));
  }

  #publish(report: OpenReport | undefined): void {
    if (!report) return;
    this.#tell(report);
    const { uri, analysis } = report;
    const before = this.#reports.get(uri);
    // Guesses seldom change anything at a keystroke.
    if (before?.report === analysis.report && isSame(before.findings, analysis.findings)) return;
    const {
      findings,
      report: { lines },
    } = analysis;
    this.#reports.set(uri, analysis);
    const shown = findings.slice(0, MOST_FINDINGS).map((one) => toProto.finding(lines, one));
    if (findings.length > MOST_FINDINGS) {
      const message = `This report has ${findings.length - MOST_FINDINGS} more findings. Mend these first, or run “nomenclator check”.`;
      shown.push({
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: 3,
        source: toProto.SOURCE_NAME,
        message,
      });
    }
    this.#send(uri, shown, report.version ?? undefined);
  }

  /** Work that nobody waits for: its failure is logged. */
  #watch(work: Promise<void>): void {
    work.catch((error: unknown) =>
      this.#connection.console.error(`Diagnostics failed: ${error instanceof Error ? error.stack : error}`),
    );
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: this.#explains() ? diagnostics.map(explained) : diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }
}

const explained = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === undefined
    ? diagnostic
    : { ...diagnostic, codeDescription: { href: ruleAddress(String(diagnostic.code)) } };

const DESK_FILES = '';

const isSame = (some: readonly Finding[], others: readonly Finding[]): boolean =>
  some.length === others.length &&
  some.every((one, k) => {
    const { code, severity, span, message } = others[k]!;
    const isThere = one.span.start === span.start && one.span.end === span.end;
    return isThere && one.code === code && one.severity === severity && one.message === message;
  });
