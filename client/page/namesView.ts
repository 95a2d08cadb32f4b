/** The tab of the names: each entity that a report names, how it is written, and how often. */

import type { WrittenForm } from '../../server/src/features/consistency/consistencyReport';
import { countedForm } from './countedForm';
import { button, type Child, element } from './elements';
import type { Host } from './host';
import { type NamePart, nameDetails } from './nameDetails';
import type { Places } from './places';
import { type NameRow, nameRows, remembering, type Written } from './rows';
import type { Column, Door } from './table';
import { makeView, type View } from './view';
import type { ViewContext } from './viewContext';
import { counted, numbered } from './wording';

/** So many ways of writing a name are told in its row; all of them in the open row. */
const FIRST_FORMS = 4;

export function namesView(context: ViewContext): View {
  const { contents, host, places } = context;
  const rowsIn = remembering((number: number | undefined) => nameRows(contents.report, number));
  return makeView<NameRow>({
    tab: 'names',
    title: 'Names',
    caption: 'Names of the glossary, with how they are written and how often',
    intro:
      'Every name of the glossary that a report mentions. Open a name to see how it is written where; press a number for its places.',
    nothing: 'No report mentions a name of the glossary.',
    heeds: { type: true, report: true, off: true },
    count: contents.report.entities.length,
    columns: columns(places, host),
    sorting: context.sorting('names') ?? { key: 'off', direction: 'descending' },
    onSorted: (sorting) => context.onSorted('names', sorting),
    rows: ({ type, report, onlyOff }) =>
      rowsIn(context.numberOf(report)).filter(
        ({ entity, off, variants }) =>
          (type === '' || entity.type === type) && (!onlyOff || off > 0 || variants > 0),
      ),
    details: (row, part) => nameDetails(row, part as NamePart, places, host),
  });
}

function columns(places: Places, host: Host): Column<NameRow>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      begins: 'ascending',
      of: ({ entity }) => entity.name,
      cell: ({ entity }, door) =>
        element(
          'div',
          { class: 'name' },
          door('all', { class: 'disclosure' }, entity.name),
          element(
            'span',
            { class: 'type' },
            entity.acronym ? `${entity.acronym} · ${entity.type}` : entity.type,
          ),
        ),
    },
    {
      key: 'written',
      title: 'Written as',
      begins: 'descending',
      room: 'small',
      of: ({ forms }) => forms.length,
      cell: ({ forms }) => writtenAs(forms),
    },
    {
      key: 'count',
      title: 'Mentions',
      begins: 'descending',
      isNumber: true,
      of: ({ count }) => count,
      cell: (row, door) => number(row, 'all', row.count, 'mention', { door, host, places }),
    },
    {
      key: 'off',
      title: 'Not house form',
      explanation: 'Mentions that the house writes otherwise, and probable unlisted spellings',
      begins: 'descending',
      isNumber: true,
      // Of those with as many, the most frequent name comes first.
      of: ({ off, count }) => off * 1e7 + Math.min(count, 1e7 - 1),
      cell: (row, door) => number(row, 'off', row.off, 'place', { door, host, places }),
    },
    {
      key: 'variants',
      title: 'Unlisted',
      explanation: 'Probable spellings that the glossary does not list',
      begins: 'descending',
      isNumber: true,
      room: 'medium',
      of: ({ variants }) => variants,
      cell: (row, door) => number(row, 'variants', row.variants, 'probable spelling', { door, host, places }),
    },
    {
      key: 'reports',
      title: 'Reports',
      begins: 'descending',
      isNumber: true,
      room: 'medium',
      of: ({ reportCount }) => reportCount,
      cell: (row, door) =>
        row.reportCount === 0
          ? none()
          : door(
              'reports',
              {
                class: 'count',
                'aria-label': `${counted(row.reportCount, 'report')} with ${row.entity.name}: list them`,
              },
              numbered(row.reportCount),
            ),
    },
    {
      key: 'first',
      title: 'First mention',
      begins: 'ascending',
      room: 'wide',
      of: ({ first }) =>
        first ? `${places.pathOf(first.report)} ${first.line} ${first.character}` : '\uFFFF',
      cell: ({ first, entity }) => first && places.first(first, entity.name),
    },
  ];
}

/** The ways of writing a name, with how often each stands there; the house form first, then what is to be mended. */
function writtenAs(forms: readonly Written<WrittenForm>[]): HTMLElement {
  const rank = ({ name, off }: Written<WrittenForm>) => (off > 0 ? 1 : name.kind === 'house' ? 0 : 2);
  const inOrder = [...forms].sort((a, b) => rank(a) - rank(b));
  const left = inOrder.length - FIRST_FORMS;
  const told = inOrder
    .slice(0, FIRST_FORMS)
    .map((form) => element('li', {}, ...countedForm(form.name.text, form)));
  const more = left > 0 ? [element('li', { class: 'muted' }, `+${left}`)] : [];
  return element('ul', { class: 'written' }, ...told, ...more);
}

export const none = (): HTMLElement => element('span', { class: 'none' }, '0');

interface Around {
  readonly door: Door;
  readonly host: Host;
  readonly places: Places;
}

/** A number that opens its places: in the editor, or in the row. */
function number(row: NameRow, part: NamePart, count: number, noun: string, around: Around): Child {
  if (count === 0) return none();
  const { door, host, places } = around;
  const { editor } = host;
  const { name } = row.entity;
  const what = { all: name, off: `${name}, not in the house form`, variants: name, reports: name }[part];
  const attributes = {
    class: part === 'all' ? 'count' : 'count off',
    'aria-label': `${counted(count, noun)} of ${what}: show the places`,
  };
  if (!editor) return door(part, attributes, numbered(count));
  const forms = row.forms.filter(
    ({ name: form }) => part === 'off' || (form.kind === 'variant') === (part === 'variants'),
  );
  return button(
    attributes,
    () =>
      editor.open(
        name,
        forms.flatMap((form) => places.of(form, part === 'off' ? 'off' : 'all')),
      ),
    numbered(count),
  );
}
