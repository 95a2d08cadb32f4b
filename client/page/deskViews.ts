/** The tabs of the names that no report mentions, and of the reports themselves. */

import type { EntityLabel, SurveyedReport } from '../../server/src/features/consistency/consistencyReport';
import { button, type Child, element, path } from './elements';
import { folded } from './listing';
import { none } from './namesView';
import type { Column } from './table';
import { makeView, type View } from './view';
import type { ViewContext } from './viewContext';
import { counted, numbered } from './wording';

interface LabelRow {
  readonly key: string;
  readonly label: EntityLabel;
  readonly search: string;
}

/** Entries of the glossary that are not used. */
export function unmentionedView(context: ViewContext): View {
  const { contents, host } = context;
  const { neverMentioned, neverMentionedCount } = contents.report;
  const rows = neverMentioned.map((label) => ({
    key: label.id,
    label,
    search: folded(`${label.name} ${label.acronym ?? ''} ${label.id}`),
  }));
  const left = neverMentionedCount - rows.length;
  return makeView<LabelRow>({
    tab: 'unmentioned',
    title: 'Never mentioned',
    caption: 'Names of the glossary that no report mentions',
    intro:
      left > 0
        ? `Names of the glossary that no report mentions: the first ${numbered(rows.length)} of ${numbered(neverMentionedCount)}.`
        : 'Names of the glossary that no report mentions.',
    nothing: 'Every name of the glossary is mentioned somewhere.',
    heeds: { type: true, report: false, off: false },
    count: neverMentionedCount,
    columns: [
      {
        key: 'name',
        title: 'Name',
        begins: 'ascending',
        of: ({ label }) => label.name,
        cell: ({ label }) => {
          const { editor } = host;
          if (!editor) return label.name;
          return button(
            { class: 'place', 'aria-label': `${label.name}: open in the glossary` },
            () => editor.openEntry(label.id),
            label.name,
          );
        },
      },
      {
        key: 'acronym',
        title: 'Acronym',
        begins: 'ascending',
        of: ({ label }) => label.acronym ?? '\uFFFF',
        cell: ({ label }) => label.acronym,
      },
      {
        key: 'type',
        title: 'Type',
        begins: 'ascending',
        of: ({ label }) => label.type,
        cell: ({ label }) => label.type,
      },
      {
        key: 'id',
        title: 'Id',
        begins: 'ascending',
        room: 'medium',
        of: ({ label }) => label.id,
        cell: ({ label }) => element('code', {}, label.id),
      },
    ],
    sorting: context.sorting('unmentioned') ?? { key: 'name', direction: 'ascending' },
    onSorted: (sorting) => context.onSorted('unmentioned', sorting),
    rows: ({ type }) => rows.filter(({ label }) => type === '' || label.type === type),
  });
}

interface ReportRow {
  readonly key: string;
  readonly report: SurveyedReport;
  readonly search: string;
}

/** The reports of the desk: each leads to its names. */
export function reportsView(context: ViewContext): View {
  const { reports, unread } = context.contents.report;
  const rows = reports.map((report) => ({ key: report.path, report, search: folded(report.path) }));
  return makeView<ReportRow>({
    tab: 'reports',
    title: 'Reports',
    caption: 'The reports of the desk',
    intro: 'Press a report to see the names in it alone.',
    nothing: 'The desk has no reports: nomenclator.yaml says where they are.',
    heeds: { type: false, report: false, off: false },
    count: rows.length,
    columns: [
      {
        key: 'path',
        title: 'Report',
        begins: 'ascending',
        of: ({ report }) => report.path,
        cell: ({ report }) =>
          button(
            { class: 'place', 'aria-label': `${report.path}: show its names` },
            () => context.showReport(report.path),
            path(report.path),
          ),
      },
      numberColumn('mentions', 'Mentions', ({ mentions }) => mentions),
      numberColumn('entities', 'Names', ({ entities }) => entities),
      numberColumn('off', 'Not house form', ({ off }) => off, 'off'),
    ],
    sorting: context.sorting('reports') ?? { key: 'off', direction: 'descending' },
    onSorted: (sorting) => context.onSorted('reports', sorting),
    rows: () => rows,
    ...(unread.length > 0 && { after: unreadList(unread) }),
  });
}

const numberColumn = (
  key: string,
  title: string,
  of: (report: SurveyedReport) => number,
  kind?: string,
): Column<ReportRow> => ({
  key,
  title,
  begins: 'descending',
  isNumber: true,
  of: ({ report }) => of(report),
  cell: ({ report }) => (of(report) === 0 ? none() : element('span', { class: kind }, numbered(of(report)))),
});

function unreadList(unread: readonly { readonly path: string; readonly failure: string }[]): Child {
  const items = unread.map(({ path: unreadPath, failure }) =>
    element('li', {}, path(unreadPath), ` ${failure}`),
  );
  return element(
    'section',
    { 'aria-label': 'Reports that could not be read' },
    element('h2', {}, `${counted(unread.length, 'report')} could not be read`),
    element('ul', {}, ...items),
  );
}
