/** Has reports surveyed by this thread and others, and hands the surveys on in the order of the reports. */

import type { WorksOfReference } from '../analysis/works';
import type { FileSystem } from '../desk/files';
import { type ReportSurvey, surveySteps } from '../features/consistency/surveyReport';
import { finish } from '../text/steps';

/** What came of a report. */
export type Surveyed = { readonly survey: ReportSurvey } | { readonly failure: string };

/** Another thread that surveys. */
export interface SurveyThread {
  /** Of the reports at these absolute paths, in their order; rejects where the thread fails. */
  survey(paths: readonly string[]): Promise<readonly Surveyed[]>;
}

/** So many reports are given to a thread at once. */
const AT_ONCE = 16;
/** While a thread works on some, the next lie ready. */
const AHEAD = 2;

/** Surveys a report of the disk. */
export async function surveyFile(
  { files, works }: { readonly files: FileSystem; readonly works: WorksOfReference },
  path: string,
): Promise<Surveyed> {
  const read = await files.read(path);
  return 'failure' in read ? read : { survey: finish(surveySteps(read.text, works)) };
}

/**
 * Surveys all of `paths`, and calls `take` with each in their order. A thread that fails leaves its reports to this one.
 *
 * @param here surveys one report in this thread.
 */
export async function surveyAll(
  paths: readonly string[],
  here: (path: string) => Promise<Surveyed>,
  threads: readonly SurveyThread[],
  take: (path: string, surveyed: Surveyed) => void,
): Promise<void> {
  const done = new Map<number, readonly Surveyed[]>();
  let begun = 0;
  let taken = 0;
  const keep = (from: number, surveyed: readonly Surveyed[]) => {
    done.set(from, surveyed);
    for (let ready = done.get(taken); ready; ready = done.get(taken)) {
      done.delete(taken);
      for (const one of ready) take(paths[taken++]!, one);
    }
  };
  const each = async (survey: SurveyThread['survey']) => {
    while (begun < paths.length) {
      const from = begun;
      begun += AT_ONCE;
      keep(from, await survey(paths.slice(from, from + AT_ONCE)));
    }
  };
  const allHere = async (some: readonly string[]) => {
    const surveyed: Surveyed[] = [];
    for (const path of some) surveyed.push(await here(path));
    return surveyed;
  };
  const elsewhere = threads.flatMap((thread) =>
    Array.from({ length: AHEAD }, () => each((some) => thread.survey(some).catch(() => allHere(some)))),
  );
  await Promise.all([...elsewhere, each(allHere)]);
}
