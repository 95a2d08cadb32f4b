/** The tabs of the names that are in no glossary, and of those that several entities claim. */

import type {
  AmbiguousName,
  Candidate,
  WrittenName,
} from '../../server/src/features/consistency/consistencyReport';
import { button, type Child, element } from './elements';
import { ambiguousRows, candidateRows, remembering, type WrittenRow } from './rows';
import type { Column } from './table';
import { makeView, type View } from './view';
import type { ViewContext } from './viewContext';
import { counted, numbered } from './wording';

const HEEDS = { type: false, report: true, off: false };

/** Forms that two entities claim, where no report says who is meant. */
export function ambiguousView(context: ViewContext): View {
  const { contents } = context;
  const rowsIn = remembering((number: number | undefined) => ambiguousRows(contents.report, number));
  return makeView<WrittenRow<AmbiguousName>>({
    tab: 'ambiguous',
    title: 'Ambiguous',
    caption: 'Names that several entries of the glossary claim',
    intro:
      'Names that several entries claim, in reports that do not say who is meant. Write the full name at the first mention to settle them.',
    nothing: 'No name is ambiguous.',
    heeds: HEEDS,
    count: contents.report.ambiguous.length,
    columns: [
      ...written<AmbiguousName>(context),
      {
        key: 'entities',
        title: 'May be',
        begins: 'ascending',
        of: ({ name }) => name.entities.map((one) => one.name).join(' '),
        cell: ({ name }) => name.entities.map((one) => one.name).join(', '),
      },
    ],
    sorting: context.sorting('ambiguous') ?? { key: 'count', direction: 'descending' },
    onSorted: (sorting) => context.onSorted('ambiguous', sorting),
    rows: ({ report }) => rowsIn(context.numberOf(report)),
    details: (row) => details(row, context),
  });
}

/** Capitalised names that occur often; without another order, the best candidates stand first. */
export function candidatesView(context: ViewContext): View {
  const { contents } = context;
  const rowsIn = remembering((number: number | undefined) => candidateRows(contents.report, number));
  return makeView<WrittenRow<Candidate>>({
    tab: 'candidates',
    title: 'In no glossary',
    caption: 'Capitalised names that occur often and are in no glossary',
    intro:
      'Capitalised names that occur often and are in no glossary, what is most worth an entry first. Some are perhaps other spellings of names that you have.',
    nothing: 'Every name that occurs often is in the glossary.',
    heeds: HEEDS,
    count: contents.report.candidates.length,
    columns: [
      ...written<Candidate>(context),
      {
        key: 'remark',
        title: 'Remark',
        begins: 'descending',
        room: 'small',
        of: ({ name }) => name.nearest?.score ?? 0,
        cell: ({ name }) => remark(name),
      },
    ],
    sorting: context.sorting('candidates') ?? { key: 'rank', direction: 'ascending' },
    onSorted: (sorting) => context.onSorted('candidates', sorting),
    rows: ({ report }) => rowsIn(context.numberOf(report)),
    details: (row) => details(row, context, remarks(row.name)),
  });
}

/** The columns of every name that no single entity has. */
function written<W extends WrittenName>({ places, host }: ViewContext): Column<WrittenRow<W>>[] {
  return [
    {
      key: 'name',
      title: 'Name',
      begins: 'ascending',
      of: ({ name }) => name.text,
      cell: ({ name }, door) =>
        element('div', { class: 'name' }, door('all', { class: 'disclosure' }, name.text)),
    },
    {
      key: 'count',
      title: 'Occurrences',
      begins: 'descending',
      isNumber: true,
      of: ({ count }) => count,
      cell: (row, door) => {
        const label = `${counted(row.count, 'occurrence')} of ${row.name.text}: show the places`;
        const attributes = { class: 'count', 'aria-label': label };
        const { editor } = host;
        if (!editor) return door('all', attributes, numbered(row.count));
        return button(attributes, () => editor.open(row.name.text, places.of(row)), numbered(row.count));
      },
    },
    {
      key: 'reports',
      title: 'Reports',
      begins: 'descending',
      isNumber: true,
      room: 'medium',
      of: ({ reportCount }) => reportCount,
      cell: ({ reportCount, name }, door) =>
        door(
          'all',
          {
            class: 'count',
            'aria-label': `${counted(reportCount, 'report')} with ${name.text}: list them`,
          },
          numbered(reportCount),
        ),
    },
    {
      key: 'first',
      title: 'First',
      begins: 'ascending',
      room: 'wide',
      of: ({ first }) => (first ? `${places.pathOf(first.report)} ${first.line}` : '\uFFFF'),
      cell: ({ first, name }) => first && places.first(first, name.text),
    },
  ];
}

function remark({ nearest, introduced }: Candidate): Child {
  if (!nearest) return introduced && element('span', {}, `introduced as ${introduced}`);
  return element(
    'span',
    {},
    `perhaps ${nearest.form === nearest.name ? nearest.name : `${nearest.form} (${nearest.name})`}`,
    element('span', { class: 'muted' }, ` ${nearest.reason}`),
  );
}

/** What the row had no room for. */
function remarks({ others, introduced, nearest }: Candidate): string[] {
  const also = others.map(({ text, count }) => `${text} (${numbered(count)})`).join(', ');
  return [
    ...(introduced === undefined ? [] : [`A report introduces it as ${introduced}.`]),
    ...(also === '' ? [] : [`Also written: ${also}.`]),
    ...(nearest ? [`Perhaps another spelling of ${nearest.form}: ${nearest.reason}.`] : []),
  ];
}

function details(
  row: WrittenRow<WrittenName>,
  { places, host }: ViewContext,
  remarked: readonly string[] = [],
): Node {
  const { name } = row;
  const { editor } = host;
  const [first] = places.of(row);
  const isCandidate = !('entities' in name);
  return element(
    'section',
    { 'aria-label': `${name.text}: where it is written` },
    element(
      'div',
      { class: 'details-head' },
      element('h2', {}, 'Where it is written'),
      editor && first && isCandidate
        ? button({ class: 'quiet' }, () => editor.addToGlossary(first), 'Add to the glossary…')
        : undefined,
    ),
    ...remarked.map((text) => element('p', { class: 'muted' }, text)),
    name.excerpt && places.excerpt(name.excerpt),
    places.list(row, 'all'),
  );
}
