/** Normalises a report, or all of a desk: collects the changes, hands them over as one edit, and tells what became of it. */

import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { listedSteps } from '../analysis/analyze';
import type { Desk } from '../desk/desk';
import { type LeftCount, LeftTally } from '../features/leftAlone';
import { type Normalisation, normaliseSteps } from '../features/normalise';
import { changeGroups, groupKey } from './changeGroups';
import type { ActionAbilities } from './codeActions';
import { deskEdit, type FileEdits, fileEdits, readyFiles, textsOf } from './deskEdits';
import { MOST_PLACES, outcomeOf, type Plan, type ReadReport } from './normaliseOutcome';
import { NOT_OPEN } from './noteEdits';
import { pathOf, uriOf } from './paths';
import type { TellProgress } from './requestProgress';
import type { NormaliseOutcome, NormaliseParams, NormalisePlan } from './requests';
import type { OpenReport, Session } from './session';

/** An editor opens every file that an edit changes, and holds every change in its preview. */
const MOST_CHANGES = 20_000;
const MOST_FILES = 2000;
const DESK_CHANGED = 'The glossary has changed meanwhile, and nothing was done. Try again.';
const PREVIEW_GONE = 'The changes were made; what was left is not known any more. Run the command again.';
const NOT_LOOKED = 'The changes were made; what was left has not been looked for.';

/** What a request is handed beside its parameters. */
export interface NormaliseContext {
  readonly abilities: Pick<ActionAbilities, 'takesVersions' | 'showsEdits'>;
  /** Whether the editor is to be told to ask about each change; VS Code’s client sees to that itself. */
  readonly confirmed: boolean;
  isWanted(): boolean;
  readonly tell: TellProgress;
}

/** Holds the last plan: who asks for another has dismissed it. */
export class Normaliser {
  readonly #session: Session;
  #plan: Plan | undefined;
  #plans = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Null where the request is no longer wanted: nothing has been done then. */
  async normalise(
    { uri, scope }: Pick<NormaliseParams, 'uri' | 'scope'>,
    context: NormaliseContext,
  ): Promise<NormalisePlan<WorkspaceEdit>> {
    const desk = await this.#session.deskOf(uri);
    const collected = new Collected(this.#session, desk, scope, context);
    const uris = scope === 'report' ? [uri] : (await this.#session.reportPaths(desk)).map(uriOf);
    if (!(await collected.read(uris))) return null;
    if (scope === 'report' && collected.reports.size === 0) return only(NOT_OPEN);
    let checked = await readyFiles(this.#session, collected.files);
    const changed = checked.hindered.filter(({ why }) => why === 'changed');
    if (changed.length > 0) {
      // Somebody goes on writing while a large desk is read.
      if (!(await collected.read(changed.map((one) => one.uri)))) return null;
      checked = await readyFiles(this.#session, collected.files);
    }
    if (!context.isWanted()) return null;
    if ((await this.#session.deskOf(uri)) !== desk) return only(DESK_CHANGED);
    const { hindered } = checked;
    const ready = asManyAsFit(checked.ready);
    const plan: Plan = {
      id: ++this.#plans,
      scope,
      desk,
      reports: collected.reports,
      edited: ready.map((file) => file.uri),
      hindered,
      unreadable: collected.unreadable,
      later: checked.ready.length - ready.length,
    };
    if (ready.length === 0) return { outcome: outcomeOf(plan, collected.reports, 0) };
    this.#plan = plan;
    const edit = deskEdit(ready, changeGroups(ready, desk), context.abilities, context.confirmed);
    return { edit, texts: textsOf(ready), plan: plan.id };
  }

  /** What has become of a plan: the reports that it edits are read again. */
  async outcome(id: number, context: Pick<NormaliseContext, 'isWanted' | 'tell'>): Promise<NormaliseOutcome> {
    const plan = this.#plan;
    if (plan?.id !== id) return { message: PREVIEW_GONE, left: [] };
    this.#plan = undefined;
    const now = new Collected(this.#session, plan.desk, plan.scope, context);
    if (!(await now.read(plan.edited))) return { message: NOT_LOOKED, left: [] };
    let made = 0;
    const reports = new Map(plan.reports);
    for (const uri of plan.edited) {
      const [before, after] = [plan.reports.get(uri), now.reports.get(uri)];
      made += Math.max(0, (before?.changes ?? 0) - (after?.changes ?? 0));
      if (after) reports.set(uri, after);
    }
    return outcomeOf(plan, reports, made);
  }
}

/** The first of the files, whole ones and at least one, as many as an editor can hold in one preview. */
export function asManyAsFit(files: readonly FileEdits[]): readonly FileEdits[] {
  let changes = 0;
  const end = files.findIndex(({ edits }, k) => {
    changes += edits.length;
    return k > 0 && (changes > MOST_CHANGES || k === MOST_FILES);
  });
  return end < 0 ? files : files.slice(0, end);
}

const only = (message: string): { readonly outcome: NormaliseOutcome } => ({
  outcome: { message, left: [] },
});

/** Reads reports one after the other, and keeps of each no more than its changes and what it leaves. */
class Collected {
  readonly #session: Session;
  readonly #desk: Desk;
  readonly #scope: NormaliseParams['scope'];
  readonly #context: Pick<NormaliseContext, 'isWanted' | 'tell'>;
  readonly #files = new Map<string, FileEdits>();
  readonly reports = new Map<string, ReadReport>();
  readonly unreadable: string[] = [];
  #places = 0;

  constructor(
    session: Session,
    desk: Desk,
    scope: NormaliseParams['scope'],
    context: Pick<NormaliseContext, 'isWanted' | 'tell'>,
  ) {
    this.#session = session;
    this.#desk = desk;
    this.#scope = scope;
    this.#context = context;
  }

  get files(): readonly FileEdits[] {
    return [...this.#files.values()];
  }

  /** Whether that was wanted to its end. */
  async read(uris: readonly string[]): Promise<boolean> {
    for (const [k, uri] of uris.entries()) {
      if (!this.#context.isWanted()) return false;
      this.#context.tell(`${k} of ${uris.length} reports`, k, uris.length);
      await this.#readOne(uri);
    }
    return this.#context.isWanted();
  }

  async #readOne(uri: string): Promise<void> {
    this.#files.delete(uri);
    const open = await this.#reportAt(uri);
    if (!open) {
      if (this.#scope === 'desk') this.unreadable.push(uri);
      return;
    }
    const { report } = open.analysis;
    const guesses = this.#scope === 'report' && (await this.#session.canGuess(open.desk));
    const steps = normaliseSteps(open.analysis, { guesses });
    const { changes, left } = await this.#session.pace(steps);
    this.reports.set(uri, {
      changes: changes.length,
      guesses,
      left: tallied(left),
      places: left.slice(0, Math.max(0, MOST_PLACES - this.#places)).map(({ finding, span }) => ({
        uri,
        at: report.lines.positionAt(span.start),
        code: finding.code,
        message: finding.message,
      })),
    });
    this.#places += left.length;
    if (changes.length === 0) return;
    const edits = changes.map(({ edit, group }) => ({ ...edit, group: groupKey(group) }));
    this.#files.set(uri, fileEdits({ uri, version: open.version, text: report.text }, edits, report.lines));
  }

  /** As the editor has it; of a desk, else as it is on the disk. */
  async #reportAt(uri: string): Promise<OpenReport | undefined> {
    const open = await this.#session.report(uri);
    if (open || this.#scope === 'report') return open;
    const read = await this.#session.readReport(pathOf(uri));
    if (!('text' in read)) return undefined;
    const analysis = await this.#session.pace(listedSteps(read.text, this.#desk.works));
    return { uri, version: null, desk: this.#desk, analysis };
  }
}

function tallied(left: Normalisation['left']): readonly LeftCount[] {
  const tally = new LeftTally();
  for (const one of left) tally.add(one);
  return tally.counts;
}
