/** What a reader of the page has chosen: kept while the contents change. */

import type { EntityType } from '../../server/src/glossary/entity';
import type { Sorting } from './listing';

export const TABS = ['names', 'ambiguous', 'candidates', 'unmentioned', 'reports'] as const;
export type Tab = (typeof TABS)[number];

export interface Choices {
  readonly tab: Tab;
  readonly query: string;
  /** Empty for all. */
  readonly type: EntityType | '';
  /** The path of a report, empty for all. */
  readonly report: string;
  /** Only what is not written as the house writes it. */
  readonly onlyOff: boolean;
  readonly sorting: Readonly<Partial<Record<Tab, Sorting>>>;
}

export const FIRST_CHOICES: Choices = {
  tab: 'names',
  query: '',
  type: '',
  report: '',
  onlyOff: false,
  sorting: {},
};
