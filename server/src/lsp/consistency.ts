/** Answers VS Code's client, which asks how each name of a desk is written where. */

import { nameOf } from '../desk/path';
import { consistencyPage } from '../features/consistency/consistencyPage';
import { uriOf } from './paths';
import { requestProgress } from './requestProgress';
import {
  CONSISTENCY_PAGE,
  CONSISTENCY_REPORT,
  type ConsistencyPage,
  type ConsistencyPageParams,
  type ConsistencyReportParams,
  type DeskConsistency,
} from './requests';
import type { Serving } from './serving';

const FAILED = 'The reports could not be read. The output says why.';

/** Registers the handlers. `today` is asked for the day on which a report was made. */
export function serveConsistency(
  { connection, session, surveys, guard }: Serving,
  today: () => string,
): void {
  async function made({ uri, workDoneToken }: ConsistencyReportParams, isWanted: () => boolean) {
    const tell = requestProgress(connection, workDoneToken);
    const desk = await session.deskOf(uri);
    const report = await surveys.surveyOf(desk, {
      isWanted,
      tell: (done, of) => tell(`${done} of ${of} reports`, done, of),
    });
    const { root } = desk;
    return report && { report, root, uri: uriOf(root), desk: nameOf(root), made: today() };
  }

  connection.onRequest<DeskConsistency, void>(
    CONSISTENCY_REPORT,
    guard(
      'Name Consistency Report',
      { refusal: FAILED } as DeskConsistency,
      async (params: ConsistencyReportParams, isWanted) => (await made(params, isWanted)) ?? null,
    ),
  );

  connection.onRequest<ConsistencyPage, void>(
    CONSISTENCY_PAGE,
    guard(
      'page of the Name Consistency Report',
      { refusal: FAILED } as ConsistencyPage,
      async (params: ConsistencyPageParams, isWanted) => {
        const answer = await made(params, isWanted);
        if (!answer) return null;
        const { report, desk, made: day } = answer;
        return { page: consistencyPage(params.emptyPage, report, { desk, made: day }) };
      },
    ),
  );
}
