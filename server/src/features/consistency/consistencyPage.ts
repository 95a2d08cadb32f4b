/** Puts a Name Consistency Report into the page that shows it: one file, to be sent to a colleague. */

import type { ConsistencyReport } from './consistencyReport';

/** Where a page without a report has room for one. */
const EMPTY = '<script type="application/json" id="report">null</script>';

export interface PageAbout {
  /** The desk, as a reader knows it; may be empty. */
  readonly desk: string;
  /** The day on which the report was made, such as 2023-01-31; may be empty. */
  readonly made: string;
}

/**
 * The whole page as text.
 *
 * @param emptyPage the page without a report, as the build makes it; it is not changed but where the report goes. Throws
 *   where it has no room for one.
 */
export function consistencyPage(emptyPage: string, report: ConsistencyReport, about: PageAbout): string {
  const [before, behind] = emptyPage.split(EMPTY);
  if (before === undefined || behind === undefined) throw new Error('The page has no room for a report.');
  // A name may hold what ends a script or begins a comment; in JSON a letter may be written by its number.
  const contents = JSON.stringify({ report, ...about }).replaceAll('<', '\\u003c');
  return `${before}${EMPTY.replace('null', () => contents)}${behind}`;
}
