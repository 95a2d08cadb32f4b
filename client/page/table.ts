/** A table whose headings sort it, whose rows open, and which draws long lists in pieces. */

import { type Attributes, button, type Child, element, setAttributes } from './elements';
import { type Order, pressed, type Sorting, sorted } from './listing';
import { counted } from './wording';

/** So many rows are drawn at once: more than a screen shows, and done before anybody notices. */
const PIECE = 100;

export interface Column<T> extends Order<T> {
  readonly title: string;
  /** What the title means, where that is not plain. */
  readonly explanation?: string;
  readonly isNumber?: boolean;
  /** Where the page must be at least so wide to have room for it; what it tells is in the open row as well. */
  readonly room?: 'small' | 'medium' | 'wide';
  cell(row: T, door: Door): Child;
}

/** Makes the buttons that open the row that they stand in; `part` is what of it they show. */
export type Door = (part: string, attributes: Attributes, ...children: readonly Child[]) => HTMLButtonElement;

export interface TableParts<T extends { readonly key: string }> {
  /** Unlike that of any other table of the page. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly sorting: Sorting;
  /** What an open row shows below itself. */
  details?(row: T, part: string): Node;
  onSorted(sorting: Sorting): void;
}

export class Table<T extends { readonly key: string }> {
  readonly node: HTMLElement;
  readonly #parts: TableParts<T>;
  readonly #body = element('tbody');
  readonly #more: HTMLButtonElement;
  readonly #headings = new Map<string, HTMLElement>();
  readonly #opened = new Map<string, string>();
  #sorting: Sorting;
  #given: readonly T[] = [];
  #rows: readonly T[] = [];
  #drawn = 0;

  constructor(parts: TableParts<T>) {
    this.#parts = parts;
    this.#sorting = parts.sorting;
    this.#more = button({ class: 'more', hidden: true }, () => this.#drawMore());
    const headings = parts.columns.map((column) => this.#heading(column));
    const table = element(
      'table',
      {},
      element('caption', { class: 'unseen' }, parts.caption),
      element('thead', {}, element('tr', {}, ...headings)),
      this.#body,
    );
    table.addEventListener('keydown', (event) => this.#move(event));
    this.node = element('div', { class: 'table' }, table, this.#more);
    new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#drawMore(), {
      rootMargin: '800px',
    }).observe(this.#more);
    this.#markSorting();
  }

  /** Shows these rows, in the order that is chosen; rows that were open stay open. */
  show(rows: readonly T[]): void {
    this.#given = rows;
    this.#rows = sorted(rows, this.#parts.columns, this.#sorting);
    this.#body.replaceChildren();
    this.#drawn = 0;
    this.#drawMore();
  }

  /** Draws what is not drawn yet, as paper cannot be scrolled. */
  drawAll(): void {
    this.#draw(this.#rows.length);
  }

  #drawMore(): void {
    this.#draw(this.#drawn + PIECE);
  }

  #draw(until: number): void {
    const next = this.#rows.slice(this.#drawn, until);
    this.#body.append(...next.flatMap((row, i) => this.#rowAndDetails(row, this.#drawn + i)));
    this.#drawn += next.length;
    const left = this.#rows.length - this.#drawn;
    this.#more.hidden = left === 0;
    this.#more.textContent = `Show more of ${counted(left, 'further row')}`;
  }

  #rowAndDetails(row: T, index: number): HTMLElement[] {
    const { columns, id } = this.#parts;
    const detailsId = `${id}-details-${index}`;
    const made = element('tr', { class: 'row' });
    const doors: { readonly part: string; readonly node: HTMLButtonElement }[] = [];
    const mark = () => {
      const part = this.#opened.get(row.key);
      for (const one of doors)
        setAttributes(one.node, {
          'aria-expanded': one.part === part ? 'true' : 'false',
          'aria-controls': one.part === part ? detailsId : undefined,
        });
      made.classList.toggle('open', part !== undefined);
    };
    const door: Door = (part, attributes, ...children) => {
      const node = button(
        attributes,
        () => {
          this.#toggle(row, part, made, detailsId);
          mark();
        },
        ...children,
      );
      doors.push({ part, node });
      return node;
    };
    const cells = columns.map((column, i) =>
      element(
        i === 0 ? 'th' : 'td',
        { ...(i === 0 && { scope: 'row' }), class: classOf(column) },
        column.cell(row, door),
      ),
    );
    made.append(...cells);
    mark();
    const part = this.#opened.get(row.key);
    return part === undefined ? [made] : [made, this.#detailsOf(row, part, detailsId)];
  }

  #toggle(row: T, part: string, made: HTMLElement, detailsId: string): void {
    const shown = this.#opened.get(row.key);
    if (shown !== undefined) made.nextElementSibling?.remove();
    if (shown === part) this.#opened.delete(row.key);
    else {
      this.#opened.set(row.key, part);
      made.after(this.#detailsOf(row, part, detailsId));
    }
  }

  #detailsOf(row: T, part: string, id: string): HTMLElement {
    const { columns, details } = this.#parts;
    return element(
      'tr',
      { class: 'details', id },
      element('td', { colspan: columns.length }, details?.(row, part)),
    );
  }

  #heading(column: Column<T>): HTMLElement {
    const heading = element(
      'th',
      { scope: 'col', class: classOf(column), title: column.explanation },
      button(
        { class: 'sort' },
        () => {
          this.#sorting = pressed(column, this.#sorting);
          this.#markSorting();
          this.show(this.#given);
          this.#parts.onSorted(this.#sorting);
        },
        column.title,
      ),
    );
    this.#headings.set(column.key, heading);
    return heading;
  }

  #markSorting(): void {
    for (const [key, heading] of this.#headings)
      setAttributes(heading, {
        'aria-sort': key === this.#sorting.key ? this.#sorting.direction : undefined,
      });
  }

  /** The arrows go from row to row in a column, for whoever does not want to pass every button in between. */
  #move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null;
    const from = cell?.parentElement;
    if (!(cell instanceof HTMLTableCellElement) || !from?.classList.contains('row') || step === 0) return;
    event.preventDefault();
    let to = rowBeside(from, step);
    if (!to && step > 0) {
      this.#drawMore();
      to = rowBeside(from, step);
    }
    const there = to?.children[cell.cellIndex]?.querySelector('button') ?? to?.querySelector('button');
    there?.focus();
  }
}

/** The next row or the one before, past what is shown of open ones. */
function rowBeside(row: Element, step: number): Element | null {
  let beside: Element | null = row;
  do beside = step > 0 ? beside.nextElementSibling : beside.previousElementSibling;
  while (beside && !beside.classList.contains('row'));
  return beside;
}

const classOf = ({ isNumber, room }: { isNumber?: boolean; room?: string }): string | undefined =>
  [isNumber ? 'number' : '', room ? `room-${room}` : ''].filter((one) => one !== '').join(' ') || undefined;
