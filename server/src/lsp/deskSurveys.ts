/** Keeps the surveys of the desks' reports, and makes again only those of reports that have changed, in slices. */

import type { WorksOfReference } from '../analysis/works';
import type { Desk } from '../desk/desk';
import { relativeTo } from '../desk/path';
import type { ConsistencyReport, EntityCounts } from '../features/consistency/consistencyReport';
import { DeskSurvey } from '../features/consistency/deskSurvey';
import { EntityTally } from '../features/consistency/entityTally';
import { addExcerpts } from '../features/consistency/excerpts';
import { type ReportSurvey, surveyReport, surveySteps } from '../features/consistency/surveyReport';
import { fingerprint } from '../text/fingerprint';
import { uriOf } from './paths';
import type { Session } from './session';

/** A report that was surveyed, or could not be read. */
interface KeptSurvey {
  /** Of the text that was surveyed. */
  readonly fingerprint: string;
  readonly works: WorksOfReference;
  /** As text: the strings in a survey would else keep the whole report that they were cut from, and ten thousand of them. */
  readonly survey: string;
}

interface KeptDesk {
  readonly surveys: Map<string, KeptSurvey>;
  readonly failures: Map<string, string>;
  readonly tally: EntityTally;
  /** Sorted. */
  paths: readonly string[];
  /** Files that were looked at and are no reports of this desk. */
  readonly others: Set<string>;
  /** The reports that have changed since the last look; undefined where all are to be looked at. */
  changed: Set<string> | undefined;
  /** What all present surveys were made by, when all were last made. */
  works: WorksOfReference | undefined;
  /** What is under way, and whether anybody still waits for it. */
  running: { readonly done: Promise<boolean>; readonly wanted: Set<() => boolean> } | undefined;
}

/** Told how many of how many reports have been surveyed. */
export type TellProgress = (done: number, of: number) => void;

export interface SurveyOptions {
  /** Asked now and then; what was surveyed by then is kept. */
  readonly isWanted?: () => boolean;
  readonly tell?: TellProgress;
}

/** Where nobody tells of changes, all reports are looked at again after so many milliseconds, when somebody asks. */
const LOOKED_AT_AGAIN = 1000;

/** Whether two works of reference say the same of names: a desk has new ones whenever one of its files has changed. */
function saySame(a: WorksOfReference, b: WorksOfReference): boolean {
  if (a === b) return true;
  if (a.lexicon !== b.lexicon || a.library !== b.library || a.severities.size !== b.severities.size)
    return false;
  for (const [code, severity] of a.severities) if (b.severities.get(code) !== severity) return false;
  return true;
}

const always = (): boolean => true;

/** What it asks of the server's state. */
export type SurveyedSession = Pick<
  Session,
  'reportPaths' | 'readReport' | 'completeReport' | 'pace' | 'paceBehind'
>;

export class DeskSurveys {
  readonly #session: SurveyedSession;
  readonly #kept = new Map<string, KeptDesk>();
  readonly #isTold: () => boolean;

  /** `isTold`: whether `changed` is called for files on the disk as well, which not every editor can. */
  constructor(session: SurveyedSession, isTold: () => boolean) {
    this.#session = session;
    this.#isTold = isTold;
  }

  /** The Name Consistency Report of a desk; paths are relative to the desk. Undefined if nobody wanted it any longer. */
  async surveyOf(
    desk: Desk,
    { isWanted = always, tell }: SurveyOptions = {},
  ): Promise<ConsistencyReport | undefined> {
    const kept = this.#keptOf(desk);
    if (!(await this.#update(desk, kept, isWanted, tell))) return undefined;
    // As it stands now: another update may begin during a rest.
    const reports = kept.paths.map((path) => ({
      path,
      survey: kept.surveys.get(path)?.survey,
      failure: kept.failures.get(path) ?? '',
    }));
    function* steps() {
      const whole = new DeskSurvey();
      for (const { path, survey, failure } of reports) {
        const shown = relativeTo(desk.root, path);
        if (survey !== undefined) whole.add(shown, JSON.parse(survey) as ReportSurvey);
        else whole.addUnread(shown, failure);
        yield;
      }
      return yield* whole.steps(desk.works.lexicon);
    }
    const found = await this.#session.pace(steps());
    if (!isWanted()) return undefined;
    const readable = reports.filter(({ survey }) => survey !== undefined);
    return addExcerpts(found, async (report) => {
      const read = await this.#session.readReport(readable[report]!.path);
      return 'text' in read ? read.text : undefined;
    });
  }

  /** How often the reports of a desk name an entity; quick as long as no report has changed. */
  async countsOf(desk: Desk, id: string): Promise<EntityCounts> {
    const kept = this.#keptOf(desk);
    await this.#update(desk, kept, always);
    return kept.tally.of(id);
  }

  /**
   * Tells of a report, by its text and its path, whether it may mention one of the entities: not where a survey of that very
   * text has found none. Makes no survey.
   */
  mayMention(desk: Desk, ids: ReadonlySet<string>): (text: string, path: string) => boolean {
    const { surveys } = this.#keptOf(desk);
    const written = [...ids].map((id) => JSON.stringify(id));
    return (text, path) => {
      const known = surveys.get(path);
      if (!known || known.fingerprint !== fingerprint(text) || !saySame(known.works, desk.works)) return true;
      // A guess names nobody.
      return (
        written.some((id) => known.survey.includes(id)) &&
        (JSON.parse(known.survey) as ReportSurvey).forms.some(
          ({ kind, entities }) => kind !== 'variant' && entities.some((id) => ids.has(id)),
        )
      );
    };
  }

  /** To be told when reports change, come or go; without paths, anything may have. Nothing is looked at before somebody asks. */
  changed(paths?: readonly string[]): void {
    for (const kept of this.#kept.values()) {
      if (!paths) kept.changed = undefined;
      for (const path of paths ?? []) if (!kept.others.has(path)) kept.changed?.add(path);
    }
  }

  #keptOf({ root }: Desk): KeptDesk {
    let kept = this.#kept.get(root);
    if (!kept) {
      kept = {
        ...{ surveys: new Map(), failures: new Map(), tally: new EntityTally(), others: new Set() },
        ...{ paths: [], changed: undefined, works: undefined, running: undefined },
      };
      this.#kept.set(root, kept);
    }
    return kept;
  }

  /** Brings the surveys up to date; whoever asks meanwhile waits for the same. Whether all was done. */
  async #update(desk: Desk, kept: KeptDesk, isWanted: () => boolean, tell?: TellProgress): Promise<boolean> {
    // What is under way may have passed by a report that has changed since: it is awaited, and then looked again.
    while (kept.running && isWanted()) {
      kept.running.wanted.add(isWanted);
      await kept.running.done;
    }
    if (!isWanted()) return false;
    const wanted = new Set([isWanted]);
    const done = this.#survey(desk, kept, () => [...wanted].some((one) => one()), tell).finally(() => {
      kept.running = undefined;
    });
    kept.running = { done, wanted };
    return (await done) && isWanted();
  }

  async #survey(desk: Desk, kept: KeptDesk, isWanted: () => boolean, tell?: TellProgress): Promise<boolean> {
    const { surveys, failures } = kept;
    const { changed } = kept;
    kept.changed = new Set();
    const isSame = kept.works !== undefined && saySame(kept.works, desk.works);
    let paths: readonly string[] = [...(changed ?? [])];
    if (!isSame || !changed || paths.some((path) => !surveys.has(path))) {
      const asked = paths;
      paths = await this.#session.reportPaths(desk);
      const present = new Set(paths);
      for (const path of surveys.keys()) if (!present.has(path)) this.#forget(kept, path);
      for (const path of failures.keys()) if (!present.has(path)) failures.delete(path);
      kept.paths = paths;
      kept.others.clear();
      for (const path of asked) if (!present.has(path)) kept.others.add(path);
    }
    for (const [at, path] of paths.entries()) {
      if (!isWanted()) {
        kept.changed = undefined;
        return false;
      }
      await this.#surveyOne(desk, kept, path);
      tell?.(at + 1, paths.length);
    }
    kept.works = desk.works;
    if (!this.#isTold())
      setTimeout(() => {
        kept.changed = undefined;
      }, LOOKED_AT_AGAIN);
    return isWanted();
  }

  async #surveyOne({ works }: Desk, kept: KeptDesk, path: string): Promise<void> {
    const { surveys, failures } = kept;
    const read = await this.#session.readReport(path);
    if ('failure' in read) {
      this.#forget(kept, path);
      failures.set(path, read.failure);
      return;
    }
    const mark = fingerprint(read.text);
    const before = surveys.get(path);
    if (before?.fingerprint === mark && saySame(before.works, works)) return;
    const open = await this.#session.completeReport(uriOf(path));
    const isSame = open?.analysis.report.text === read.text && open.desk.works === works;
    const survey = isSame
      ? surveyReport(open.analysis)
      : await this.#session.paceBehind(surveySteps(read.text, works));
    this.#forget(kept, path);
    failures.delete(path);
    kept.tally.add(survey);
    surveys.set(path, { fingerprint: mark, works, survey: JSON.stringify(survey) });
  }

  #forget({ surveys, tally }: KeptDesk, path: string): void {
    const before = surveys.get(path);
    if (before) tally.remove(JSON.parse(before.survey) as ReportSurvey);
    surveys.delete(path);
  }
}
