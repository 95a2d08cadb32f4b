/** The only mutable state of the server: open documents, desks, and the last analysis of each open report. */

import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, listedSteps } from '../analysis/analyze';
import { CONFIG_NAME } from '../desk/config';
import type { Desk } from '../desk/desk';
import { type DeskFileKind, DeskKeeper } from '../desk/deskKeeper';
import type { FileSystem, ReadResult } from '../desk/files';
import { configPathOf, findDesk, mayMoveDesk } from '../desk/findDesk';
import { basesOf } from '../desk/findFiles';
import type { IndexCache } from '../desk/indexCache';
import { join, parentOf } from '../desk/path';
import { findReports } from '../desk/reportFiles';
import { LineIndex } from '../text/lineIndex';
import type { Problem } from '../text/problem';
import { pace, type Rest, type Steps } from '../text/steps';
import { OpenAnalysis } from './openAnalysis';
import { pathOf, uriOf } from './paths';
import type { ShowProgress } from './progress';

/** The analysis of an open report in one of its versions, by one state of its desk. */
interface Current {
  readonly version: number;
  readonly desk: Desk;
  readonly analysis: OpenAnalysis;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An open report, with the desk it belongs to and what was found in it. */
export interface OpenReport {
  readonly uri: string;
  /** Of the document; null for a report that is not open. */
  readonly version: number | null;
  readonly desk: Desk;
  readonly analysis: Analysis;
}

/** A file as it now stands. */
export interface FileNow {
  readonly text: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  /** Whether the editor has changes that the disk does not have. */
  readonly isUnsaved: boolean;
}

/** The problems of one file of a desk. */
export interface FileProblems {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

/** So many forms are indexed for guesses in less time than a pointer rests on a name. */
const SOON_INDEXED = 20_000;

/** So long, in milliseconds, whoever asks waits for a desk that is being read again. */
const SOON_READ = 300;
/** What the reader sees in the editor’s progress. */
const READING = 'Reading the glossary and the sources';
const INDEXING = 'Indexing the glossary for unlisted spellings';

const MOST_LINES_KNOWN = 8;

export class Session {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files: FileSystem;
  readonly #keepers = new Map<string, DeskKeeper>();
  /** Of each desk that is being read again, what is waited for: that it has been, but not long. */
  readonly #refreshing = new Map<string, Promise<unknown>>();
  /** The first state of each desk. */
  readonly #loading = new Map<string, Promise<Desk>>();
  readonly #roots = new Map<string, Promise<string>>();
  readonly #rest: Rest;
  readonly #later: Rest;
  readonly #showProgress: ShowProgress;
  /** For the desks that are loaded from now on. */
  cache: IndexCache | undefined;
  readonly #current = new Map<string, Current>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  #folders: string[] = [];

  /**
   * `rest` is for what a reader waits for, `later` for what comes behind and must not hold that up; `showProgress` tells
   * the reader of what takes long.
   */
  constructor(
    documents: TextDocuments<TextDocument>,
    files: FileSystem,
    rest: Rest,
    later: Rest,
    showProgress: ShowProgress,
  ) {
    this.#showProgress = showProgress;
    this.#documents = documents;
    this.#files = files;
    this.#rest = rest;
    this.#later = later;
  }

  /** The open workspace folders, as paths. */
  set folders(folders: readonly string[]) {
    this.#folders = [...folders];
    this.#roots.clear();
  }

  /** All that are in use, when each has been read once. */
  async allDesks(): Promise<Desk[]> {
    await Promise.all(this.#loading.values());
    return this.desks;
  }

  /** Those that have been read. */
  get desks(): Desk[] {
    return [...this.#keepers.values()].flatMap(({ desk }) => desk ?? []);
  }

  /** Long work, with rests in which others are answered. */
  pace<T>(steps: Steps<T>): Promise<T> {
    return pace(steps, this.#rest);
  }

  /** Long work that must not hold up what a reader waits for. */
  paceBehind<T>(steps: Steps<T>): Promise<T> {
    return pace(steps, this.#later);
  }

  isReport(document: TextDocument): boolean {
    return document.languageId === 'markdown';
  }

  /**
   * An open report as it now stands, with at least what is listed; the guesses may still be under way. Undefined for any
   * other document.
   */
  async report(uri: string): Promise<OpenReport | undefined> {
    for (;;) {
      const current = await this.#analysisOf(uri);
      if (!current) return undefined;
      const analysis = await current.analysis.listed();
      if (analysis) return { uri, version: current.version, desk: current.desk, analysis };
    }
  }

  /** The same when all guesses are made; undefined if the report or its desk changes meanwhile. */
  async completeReport(uri: string): Promise<OpenReport | undefined> {
    const current = await this.#analysisOf(uri);
    const analysis = await current?.analysis.complete();
    return current && analysis && { uri, version: current.version, desk: current.desk, analysis };
  }

  /**
   * Whether it can be told whom an unlisted name of a desk means. What that needs is built here, and waited for only where
   * it is soon done.
   */
  async canGuess({ works: { lexicon } }: Desk): Promise<boolean> {
    const { guesses } = lexicon.base;
    if (guesses.built) return true;
    const building = pace(lexicon.guesserSteps(), this.#later);
    building.catch(() => {});
    if (lexicon.claimCount <= SOON_INDEXED) await building;
    return guesses.built !== undefined;
  }

  /** Every report of a desk, without guesses: the open ones as they stand, the others as they are on the disk. */
  async *allReports(
    desk: Desk,
    isOfInterest: (text: string, path: string) => boolean = () => true,
  ): AsyncGenerator<OpenReport> {
    const { root, config } = desk;
    const open = new Set<string>();
    for (const document of this.#documents.all()) {
      if (!this.isReport(document) || (await this.deskOf(document.uri)).root !== root) continue;
      const report = await this.report(document.uri);
      if (!report) continue;
      open.add(pathOf(document.uri));
      yield report;
    }
    for (const path of await findReports(this.#files, root, config)) {
      if (open.has(path)) continue;
      const read = await this.#files.read(path);
      if (!('text' in read) || !isOfInterest(read.text, path)) continue;
      const analysis = await this.pace(listedSteps(read.text, desk.works));
      yield { uri: uriOf(path), version: null, desk, analysis };
    }
  }

  /** Of every report of a desk, sorted: of the open ones too that are not on the disk. */
  async reportPaths({ root, config }: Desk): Promise<string[]> {
    const paths = new Set(await findReports(this.#files, root, config));
    for (const document of this.#documents.all()) {
      if (this.isReport(document) && (await this.deskOf(document.uri)).root === root)
        paths.add(pathOf(document.uri));
    }
    return [...paths].sort();
  }

  /** The text of a report as the editor has it, or as it is on the disk. */
  async readReport(path: string): Promise<ReadResult> {
    const open = this.#documents.get(uriOf(path));
    return open ? { text: open.getText() } : this.#files.read(path);
  }

  /** The text of a file as the editor has it, or as it is on the disk; empty if it cannot be read. */
  async textOf(path: string): Promise<string> {
    const open = this.#documents.get(uriOf(path));
    if (open) return open.getText();
    const read = await this.#files.read(path);
    return 'text' in read ? read.text : '';
  }

  /** The lines of a file as the editor has it, or as a desk last read it: many places are asked for one after another. */
  async linesOf(path: string): Promise<LineIndex> {
    const open = this.#documents.get(uriOf(path))?.getText();
    const read = open ?? [...this.#keepers.values()].flatMap((keeper) => keeper.textOf(path) ?? [])[0];
    const text = read ?? (await this.textOf(path));
    const known = this.#lines.get(path);
    if (known?.text === text) return known.lines;
    const lines = new LineIndex(text);
    if (this.#lines.size >= MOST_LINES_KNOWN) this.#lines.clear();
    this.#lines.set(path, { text, lines });
    return lines;
  }

  /** A file as the editor has it, or as it is on the disk; undefined if it cannot be read. */
  async fileNow(path: string): Promise<FileNow | undefined> {
    const open = this.#documents.get(uriOf(path));
    const read = await this.#files.read(path);
    const saved = 'text' in read ? read.text : undefined;
    if (!open) return saved === undefined ? undefined : { text: saved, version: null, isUnsaved: false };
    return { text: open.getText(), version: open.version, isUnsaved: open.getText() !== saved };
  }

  /** Whether a file may be written over. */
  isWritable(path: string): Promise<boolean> {
    return this.#files.isWritable(path);
  }

  /** Null for what is not open. */
  versionOf(uri: string): number | null {
    return this.#documents.get(uri)?.version ?? null;
  }

  /** The desk of a document: the nearest above it, else that of its workspace folder, else its own folder. */
  async deskOf(uri: string): Promise<Desk> {
    return this.#desk(await this.#rootOf(pathOf(uri)));
  }

  /** Of the workspace’s folders, the first desk that is wanted, else the first; undefined where no folder is open. */
  async deskOfWorkspace(isWanted: (desk: Desk) => boolean): Promise<Desk | undefined> {
    let first: Desk | undefined;
    for (const folder of this.#folders) {
      const desk = await this.#desk(await this.#rootOf(join(folder, CONFIG_NAME)));
      if (isWanted(desk)) return desk;
      first ??= desk;
    }
    return first;
  }

  /** Looked up once a folder: a desk's place changes only when a configuration comes or goes. */
  #rootOf(path: string): Promise<string> {
    const folder = parentOf(path);
    const known = this.#roots.get(folder);
    if (known) return known;
    const root = findDesk(this.#files, folder).then(
      (found) => found ?? this.#workspaceFolderOf(path) ?? folder,
    );
    this.#roots.set(folder, root);
    return root;
  }

  #workspaceFolderOf(path: string): string | undefined {
    const holding = this.#folders.filter((one) => `${path}/`.startsWith(`${one}/`));
    return holding.sort((a, b) => b.length - a.length)[0] ?? this.#folders[0];
  }

  /** While a large desk is read again, its last state serves. */
  async #desk(root: string): Promise<Desk> {
    const known = this.#keepers.get(root);
    if (known) {
      await this.#refreshing.get(root);
      return known.desk ?? this.#loading.get(root)!;
    }
    const { cache } = this;
    const keeper = new DeskKeeper(this.#files, root, { rest: this.#later, ...(cache && { cache }) });
    this.#keepers.set(root, keeper);
    const desk = keeper.load();
    this.#showProgress(READING, desk);
    this.#loading.set(root, desk);
    void desk.then(() => this.#showProgress(INDEXING, keeper.settle()));
    return desk;
  }

  /** Reads again the desks that a changed file belongs to; returns whether there were any. */
  async refresh(changed: readonly string[]): Promise<boolean> {
    let isAny = false;
    for (const [root, keeper] of this.#keepers) {
      const isOwn = changed.some((path) => keeper.kindOf(path) !== undefined || path === configPathOf(root));
      const isFolder = changed.some((path) =>
        [...(keeper.desk?.glossaryFiles.keys() ?? [])].some((file) => file.startsWith(`${path}/`)),
      );
      if (!isOwn && !isFolder) continue;
      isAny = true;
      const desk = keeper.load();
      this.#showProgress(READING, desk);
      const soon = Promise.race([desk, pause(SOON_READ)]);
      this.#refreshing.set(root, soon);
      await desk;
      if (this.#refreshing.get(root) === soon) this.#refreshing.delete(root);
      this.#showProgress(INDEXING, keeper.settle());
    }
    if (!changed.some(mayMoveDesk)) return isAny;
    // A configuration or a glossary that comes or goes changes which desk a report belongs to.
    this.#roots.clear();
    return true;
  }

  /** What kind of file of a desk a document is. */
  async kindOf(uri: string): Promise<DeskFileKind | undefined> {
    return (await this.ownerOf(uri))?.kind;
  }

  /** The first desk that a document is a file of, and what it is to it. */
  async ownerOf(uri: string): Promise<{ readonly desk: Desk; readonly kind: DeskFileKind } | undefined> {
    const path = pathOf(uri);
    await this.deskOf(uri);
    for (const [root, keeper] of this.#keepers) {
      const kind = keeper.kindOf(path);
      if (kind) return { desk: await this.#desk(root), kind };
    }
    return undefined;
  }

  /** The problems of the desks' files: of open ones as they are being edited, of the others as last read. */
  async fileProblems(): Promise<FileProblems[]> {
    const found = new Map<string, FileProblems>();
    for (const keeper of this.#keepers.values()) {
      for (const [path, problems] of keeper.desk?.problems ?? []) {
        found.set(path, { uri: uriOf(path), lines: await this.linesOf(path), problems });
      }
    }
    for (const document of this.#documents.all()) {
      if (this.isReport(document)) continue;
      const path = pathOf(document.uri);
      for (const keeper of this.#keepers.values()) {
        if (keeper.kindOf(path) === undefined) continue;
        const text = document.getText();
        if (keeper.holds(path, text)) continue;
        const problems = await keeper.problemsIn(path, text);
        // The lines of a large file are counted only where somebody needs them.
        const lines = new LineIndex(problems.length > 0 ? text : '');
        found.set(path, { uri: document.uri, lines, problems });
      }
    }
    return [...found.values()];
  }

  /** Folders outside the workspace that desks read from: an editor does not watch them by itself. */
  foldersOutside(): string[] {
    const isInside = (path: string) => this.#folders.some((folder) => `${path}/`.startsWith(`${folder}/`));
    const bases = this.desks.flatMap(({ root, config }) => [
      root,
      ...basesOf(root, [...config.glossary, ...config.sources, config.csl]),
    ]);
    return [...new Set(bases)].filter((path) => !isInside(path)).sort();
  }

  forget(uri: string): void {
    this.#current.delete(uri);
  }

  /** Begins one where the report or its desk has changed; that leaves the one before where it is. */
  async #analysisOf(uri: string): Promise<Current | undefined> {
    const document = this.#documents.get(uri);
    if (!document || !this.isReport(document)) return undefined;
    const desk = await this.deskOf(uri);
    const present = this.#documents.get(uri);
    if (!present) return undefined;
    const { version } = present;
    const before = this.#current.get(uri);
    if (before?.version === version && before.desk === desk) return before;
    const current: Current = {
      version,
      desk,
      analysis: new OpenAnalysis({
        text: present.getText(),
        works: desk.works,
        earlier: before?.analysis.latest,
        rest: this.#rest,
        later: this.#later,
        isWanted: () => this.#documents.get(uri)?.version === version && this.#current.get(uri) === current,
      }),
    };
    this.#current.set(uri, current);
    return current;
  }
}
