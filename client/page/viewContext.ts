/** What every tab of the page is handed. */

import type { ToPage } from '../src/consistencyMessages';
import type { Tab } from './choices';
import type { Host } from './host';
import type { Sorting } from './listing';
import type { Places } from './places';

export interface ViewContext {
  readonly contents: ToPage;
  readonly host: Host;
  readonly places: Places;
  /** The number of a report by its path; undefined for all. */
  numberOf(path: string): number | undefined;
  /** What the reader has chosen before. */
  sorting(tab: Tab): Sorting | undefined;
  onSorted(tab: Tab, sorting: Sorting): void;
  /** Shows the names of one report. */
  showReport(path: string): void;
}
