/** What the open row of a name shows: how it is written, and where. */

import type { WrittenForm } from '../../server/src/features/consistency/consistencyReport';
import { countedForm, isAllOff } from './countedForm';
import { button, type Child, element, path } from './elements';
import type { Host } from './host';
import type { Places, Wanted } from './places';
import type { NameRow, Written } from './rows';
import { counted, kindOf, numbered } from './wording';

/** What of an entity is shown. */
export type NamePart = 'all' | 'off' | 'variants' | 'reports';

const TITLES: Readonly<Record<NamePart, string>> = {
  all: 'How it is written, and where',
  off: 'Where it is not in the house form',
  variants: 'Probably spellings that the glossary does not list',
  reports: 'Report by report',
};

export function nameDetails(row: NameRow, part: NamePart, places: Places, { editor }: Host): HTMLElement {
  const { entity } = row;
  const content = part === 'reports' ? [reportList(row, places)] : formBlocks(row, part, places);
  const first = part === 'all' ? firstBlock(row, places) : undefined;
  return element(
    'section',
    { 'aria-label': `${entity.name}: ${TITLES[part]}` },
    element(
      'div',
      { class: 'details-head' },
      element('h2', {}, TITLES[part]),
      editor && button({ class: 'quiet' }, () => editor.openEntry(entity.id), 'Open in the glossary'),
    ),
    first,
    ...content,
  );
}

/** Where the name first stands: in a narrow page the row has no room for it. */
function firstBlock({ entity, first }: NameRow, places: Places): HTMLElement | undefined {
  if (!first) return undefined;
  const isFirstOfAll = entity.first?.report === first.report && entity.first.place[0] === first.line;
  const excerpt = isFirstOfAll ? entity.first?.excerpt : undefined;
  return element(
    'div',
    { class: 'form' },
    element('p', { class: 'form-head' }, 'First mentioned in ', places.first(first, entity.name)),
    excerpt && places.excerpt(excerpt),
  );
}

function formBlocks(row: NameRow, part: NamePart, places: Places): HTMLElement[] {
  const wanted: Wanted = part === 'off' ? 'off' : 'all';
  return row.forms
    .filter(({ name, off }) => (part === 'variants' ? name.kind === 'variant' : part === 'all' || off > 0))
    .map((form) => formBlock(form, wanted, places));
}

function formBlock(form: Written<WrittenForm>, wanted: Wanted, places: Places): HTMLElement {
  const { name } = form;
  return element(
    'div',
    { class: 'form' },
    element(
      'p',
      { class: 'form-head' },
      element('strong', { class: isAllOff(form) || wanted === 'off' ? 'off' : undefined }, name.text),
      ' ',
      ...verdict(form, wanted),
    ),
    // Where the house form stands needs no explaining.
    form.off > 0 && name.excerpt ? places.excerpt(name.excerpt) : undefined,
    places.list(form, wanted),
  );
}

/** What a form is, how often it stands there, and what the house writes. */
function verdict({ name, count, off }: Written<WrittenForm>, wanted: Wanted): Child[] {
  const times = wanted === 'off' || off === count ? counted(off || count, 'place') : counted(count, 'place');
  const some =
    wanted === 'all' && off > 0 && off < count
      ? [', ', element('span', { class: 'off' }, `${numbered(off)} of them`), ' not in the house form']
      : [];
  const why = name.kind === 'variant' && name.reason ? ` (${name.reason})` : '';
  const isOther = name.house !== undefined && name.house !== name.text;
  return [
    element('span', { class: 'muted' }, `${kindOf(name)}${why} · ${times}`, ...some),
    ...(isOther
      ? [
          element(
            'span',
            { class: 'muted' },
            name.kind === 'variant' ? ' · perhaps meant: ' : ' · the house writes ',
          ),
          element('strong', { class: 'house' }, name.house),
        ]
      : []),
  ];
}

/** Of each report, how often each form stands in it. */
function reportList(row: NameRow, places: Places): HTMLElement {
  const inReport = new Map<
    number,
    { readonly form: Written<WrittenForm>; readonly count: number; readonly off: number }[]
  >();
  for (const form of row.forms) {
    for (const { report, count, off } of form.in) {
      const there = inReport.get(report) ?? [];
      there.push({ form, count, off });
      inReport.set(report, there);
    }
  }
  const items = [...inReport]
    .sort(([a], [b]) => a - b)
    .map(([report, forms]) =>
      element(
        'li',
        {},
        path(places.pathOf(report)),
        element('span', { class: 'times' }, `×${numbered(forms.reduce((sum, { count }) => sum + count, 0))}`),
        element(
          'span',
          { class: 'lines' },
          ...forms.flatMap(({ form, count, off }, i): Child[] => [
            i === 0 ? undefined : ' · ',
            ...countedForm(form.name.text, { count, off }),
          ]),
        ),
      ),
    );
  return element('ul', { class: 'reports' }, ...items);
}
