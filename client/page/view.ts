/** One tab of the page: its table, and which of the reader's choices it heeds. */

import type { Choices, Tab } from './choices';
import { type Child, element } from './elements';
import { asked, type Sorting } from './listing';
import { type Column, Table, type TableParts } from './table';
import { numbered } from './wording';

export interface View {
  readonly tab: Tab;
  readonly title: string;
  /** How many rows there are when nothing is left out. */
  readonly count: number;
  readonly heeds: { readonly type: boolean; readonly report: boolean; readonly off: boolean };
  readonly node: HTMLElement;
  /** Shows what the choices ask for, and says how much that is. */
  show(choices: Choices): void;
  drawAll(): void;
}

export interface ViewParts<T extends { readonly key: string; readonly search: string }> {
  readonly tab: Tab;
  readonly title: string;
  readonly caption: string;
  /** A sentence on what the table is about. */
  readonly intro: Child;
  /** What is said in place of an empty table. */
  readonly nothing: string;
  readonly heeds: View['heeds'];
  readonly count: number;
  readonly columns: readonly Column<T>[];
  readonly sorting: Sorting;
  /** The rows that the choices leave, but for the query. */
  rows(choices: Choices): readonly T[];
  readonly details?: TableParts<T>['details'];
  /** Stands behind the table. */
  readonly after?: Child;
  onSorted(sorting: Sorting): void;
}

export function makeView<T extends { readonly key: string; readonly search: string }>(
  parts: ViewParts<T>,
): View {
  const { tab, title, count, heeds } = parts;
  const table = new Table<T>({
    id: tab,
    caption: parts.caption,
    columns: parts.columns,
    sorting: parts.sorting,
    ...(parts.details && { details: parts.details }),
    onSorted: parts.onSorted,
  });
  const nothing = element('p', { class: 'nothing', hidden: true });
  const status = element('p', { role: 'status', class: 'status' });
  return {
    tab,
    title,
    count,
    heeds,
    node: element(
      'div',
      {},
      element('div', { class: 'above' }, element('p', { class: 'intro' }, parts.intro), status),
      table.node,
      nothing,
      parts.after,
    ),
    show: (choices) => {
      const isAsked = asked(choices.query);
      const rows = parts.rows(choices).filter(({ search }) => isAsked(search));
      table.node.hidden = rows.length === 0;
      nothing.hidden = rows.length > 0;
      nothing.textContent =
        count === 0 ? parts.nothing : 'Nothing is left: the choices above leave everything out.';
      table.show(rows);
      status.textContent =
        rows.length === count
          ? `${numbered(count)} shown`
          : `${numbered(rows.length)} of ${numbered(count)} shown`;
    },
    drawAll: () => table.drawAll(),
  };
}
