/** Normalises a report, or all of a desk: collects the changes, hands them over as one edit, and tells what became of it. */

import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { listedSteps } from '../analysis/analyze';
import type { Desk } from '../desk/desk';
import { relativeTo } from '../desk/path';
import { type LeftCount, LeftTally, leftSentence } from '../features/leftAlone';
import { type ChangeGroup, type Normalisation, normaliseSteps } from '../features/normalise';
import type { ActionAbilities } from './codeActions';
import {
  deskEdit,
  type EditGroup,
  type FileEdits,
  fileEdits,
  type HinderedFile,
  readyFiles,
} from './deskEdits';
import { NOT_OPEN } from './noteEdits';
import { pathOf, uriOf } from './paths';
import type { TellProgress } from './requestProgress';
import type { LeftPlace, NormaliseOutcome, NormaliseParams, NormalisePlan } from './requests';
import type { OpenReport, Session } from './session';

/** Nobody goes through more one by one; all are counted. */
const MOST_PLACES = 2000;
const MOST_NAMED = 3;
/** An editor opens every file that an edit changes, and holds every change in its preview. */
const MOST_CHANGES = 20_000;
const MOST_FILES = 2000;
const DESK_CHANGED = 'The glossary has changed meanwhile, and nothing was done. Try again.';
const NO_REPORTS = 'This desk has no reports: nomenclator.yaml says under “reports” which files are.';
const NO_GUESSES =
  'Unlisted spellings are not looked for in all of a desk at once; the Name Consistency Report shows them.';
const PREVIEW_GONE = 'The changes were made; what was left is not known any more. Run the command again.';
const GUESSES_LATER = 'Unlisted spellings are not told of yet: the glossary is still being indexed for them.';
const GUESSING = 'name/variant';
const NOT_LOOKED = 'The changes were made; what was left has not been looked for.';

/** What is known of a report when it has been read. */
interface ReadReport {
  readonly changes: number;
  /** Whether unlisted spellings are among what is left. */
  readonly guesses: boolean;
  readonly left: readonly LeftCount[];
  readonly places: readonly LeftPlace[];
}

/** An edit that was handed over, until its outcome is asked for. */
interface Plan {
  readonly id: number;
  readonly scope: NormaliseParams['scope'];
  readonly desk: Desk;
  readonly reports: ReadonlyMap<string, ReadReport>;
  /** The URIs of those that the edit changes. */
  readonly edited: readonly string[];
  readonly hindered: readonly HinderedFile[];
  readonly unreadable: readonly string[];
  /** How many are to be changed that are more than one edit can hold. */
  readonly later: number;
}

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
    const edit = deskEdit(ready, groupsOf(ready, desk), context.abilities, context.confirmed);
    return { edit, plan: plan.id };
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
    const edits = changes.map(({ edit, group }) => ({ ...edit, group: keyOf(group) }));
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

/** Entities and headings are told apart by what no id begins with. */
const HEADING = '#';
const keyOf = (group: ChangeGroup): string => ('entity' in group ? group.entity : HEADING + group.heading);

/** What a preview calls each group, with how much there is in it. */
function groupsOf(files: readonly FileEdits[], { works }: Desk): ReadonlyMap<string, EditGroup> {
  const sizes = new Map<string, { changes: number; files: number }>();
  for (const { edits } of files) {
    const here = new Set<string>();
    for (const { group } of edits) {
      const size = sizes.get(group) ?? { changes: 0, files: 0 };
      size.changes++;
      if (!here.has(group)) size.files++;
      here.add(group);
      sizes.set(group, size);
    }
  }
  const nameOfGroup = (key: string): string =>
    key.startsWith(HEADING)
      ? key.slice(HEADING.length)
      : (works.lexicon.glossary.entities.get(key)?.name ?? key);
  const bearers = new Map<string, number>();
  for (const key of sizes.keys()) bearers.set(nameOfGroup(key), (bearers.get(nameOfGroup(key)) ?? 0) + 1);
  const groups = new Map<string, EditGroup>();
  for (const [key, size] of sizes) {
    const name = nameOfGroup(key);
    const label = (bearers.get(name) ?? 0) > 1 ? `${name} (${key.replace(HEADING, '')})` : name;
    const description = `${counted(size.changes, 'change')} in ${counted(size.files, 'report')}`;
    groups.set(key, { label, description });
  }
  return groups;
}

function outcomeOf(
  { scope, desk, edited, hindered, unreadable, later, reports: before }: Plan,
  reports: ReadonlyMap<string, ReadReport>,
  made: number,
): NormaliseOutcome {
  const told: string[] = [];
  const planned = edited.reduce((sum, uri) => sum + (before.get(uri)?.changes ?? 0), 0);
  if (scope === 'desk' && reports.size === 0 && unreadable.length === 0) told.push(NO_REPORTS);
  else if (planned > 0) {
    const where = scope === 'desk' ? ` in ${counted(edited.length, 'report')}` : '';
    told.push(
      made === planned
        ? `${counted(made, 'change')} made${where}.`
        : `${made.toLocaleString('en')} of ${counted(planned, 'change')} made${where}.`,
    );
  } else if (hindered.length === 0)
    told.push(
      scope === 'desk'
        ? `Nothing to normalise in ${counted(reports.size, 'report')}.`
        : 'Nothing to normalise in this report.',
    );
  if (later > 0)
    told.push(
      `That is as much as one preview holds: run the command again for ${counted(later, 'more report')}.`,
    );
  const named = (uris: readonly string[]): string => {
    const paths = uris.slice(0, MOST_NAMED).map((uri) => relativeTo(desk.root, pathOf(uri)));
    const more = uris.length - paths.length;
    return [...paths, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  };
  const why = (one: HinderedFile['why']) => hindered.filter((file) => file.why === one).map(({ uri }) => uri);
  const [readOnly, changed] = [why('read-only'), why('changed')];
  if (readOnly.length > 0) told.push(`May not be written, and left alone: ${named(readOnly)}.`);
  if (changed.length > 0)
    told.push(`Changed meanwhile, and left alone: ${named(changed)}. Run the command again.`);
  if (unreadable.length > 0) told.push(`Could not be read: ${named(unreadable)}.`);
  const tally = new LeftTally();
  for (const { left } of reports.values()) tally.addCounts(left);
  const sentence = leftSentence(tally.counts);
  if (sentence !== '') told.push(sentence);
  const isGuessed = [...reports.values()].every(({ guesses }) => guesses);
  if (!isGuessed && desk.works.severities.get(GUESSING) !== 'off')
    told.push(scope === 'desk' ? NO_GUESSES : GUESSES_LATER);
  return {
    message: told.join(' '),
    left: [...reports.values()].flatMap(({ places }) => places).slice(0, MOST_PLACES),
  };
}

const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
