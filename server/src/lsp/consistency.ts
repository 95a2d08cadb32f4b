/** Answers VS Code's client, which asks how each name of a desk is written where. */

import { nameOf } from '../desk/path';
import { uriOf } from './paths';
import { requestProgress } from './requestProgress';
import { CONSISTENCY_REPORT, type ConsistencyReportParams, type DeskConsistency } from './requests';
import type { Serving } from './serving';

const FAILED = 'The reports could not be read. The output says why.';

/** Registers the handler. `today` is asked for the day on which a report was made. */
export function serveConsistency(
  { connection, session, surveys, guard }: Serving,
  today: () => string,
): void {
  connection.onRequest<DeskConsistency, void>(
    CONSISTENCY_REPORT,
    guard(
      'Name Consistency Report',
      { refusal: FAILED } as DeskConsistency,
      async ({ uri, workDoneToken }: ConsistencyReportParams, isWanted) => {
        const tell = requestProgress(connection, workDoneToken);
        const desk = await session.deskOf(uri);
        const report = await surveys.surveyOf(desk, {
          isWanted,
          tell: (done, of) => tell(`${done} of ${of} reports`, done, of),
        });
        if (!report) return null;
        const { root } = desk;
        return { report, root, uri: uriOf(root), desk: nameOf(root), made: today() };
      },
    ),
  );
}
