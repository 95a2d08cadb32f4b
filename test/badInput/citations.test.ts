/** Notes of sources that are not as they should be: hostile, broken, endless; always something that can be read. */

import assert from 'node:assert/strict';
import { makeFormatter } from '../../server/src/sources/formatting/format';
import { styleNames, styleOrDefault } from '../../server/src/sources/formatting/styles';
import type { CslItem, Source } from '../../server/src/sources/source';

const sourceOf = (item: Readonly<Record<string, unknown>>): Source => ({
  key: String(item.id ?? 'k'),
  item: { id: 'k', type: 'article-newspaper', ...item } as CslItem,
  path: 'sources.json',
  locate: () => ({ start: 0, end: 0 }),
});

const formatter = makeFormatter({ style: styleOrDefault('') });
const noteOf = (item: Readonly<Record<string, unknown>>, locator?: string) => {
  const [made] = formatter.format([{ cited: [{ source: sourceOf(item), locator }], note: 1 }]);
  return made?.problem === undefined ? made?.text : `${made.text} (${made.problem})`;
};
const DOE = [{ family: 'Doe', given: 'Jane' }];

describe('A note of a source', () => {
  const notes: [what: string, item: Readonly<Record<string, unknown>>, note: string][] = [
    [
      'with control characters, ends of lines and signs that turn text around',
      { title: 'A\u0007 pa\r\nge\u202e turned\u0001', author: [{ literal: 'X\u0000Y' }] },
      'X Y, “A pa ge turned,” n.d.',
    ],
    [
      'with HTML',
      { title: 'A <b>bold</b> <script>x</script> <img src=x onerror=y>', author: DOE },
      'Jane Doe, “A bold \\<script>x\\</script> \\<img src=x onerror=y>,” n.d.',
    ],
    ['called __proto__', { id: '__proto__', type: '__proto__', title: 'Valid' }, '“Valid,” n.d.'],
    [
      'whose names are empty',
      { title: 'T', author: [{}, { literal: '' }, { family: 'Doe' }, 7, null] },
      'Doe, “T,” n.d.',
    ],
    ['whose names are no list', { title: 'T', author: 'Doe' }, 'Doe, “T,” n.d.'],
    ['whose title is no text', { title: ['T'], author: DOE }, 'Jane Doe, n.d.'],
    [
      'of a month that there is not',
      { title: 'T', issued: { 'date-parts': [[2019, 13, 45]] } },
      '“T,” Spring 2019.',
    ],
    ['of the month 77', { title: 'T', issued: { 'date-parts': [[2019, 77, 1]] } }, '“T,” 2019.'],
    ['of the day 45', { title: 'T', issued: { 'date-parts': [[2019, 4, 45]] } }, '“T,” April 2019.'],
    ['of a year in words', { title: 'T', issued: { 'date-parts': [['soon']] } }, '“T,” n.d.'],
    ['of no date in a list', { title: 'T', issued: { 'date-parts': [[], null] } }, '“T,” n.d.'],
    ['of a date that is none', { title: 'T', issued: { 'date-parts': null } }, '“T,” n.d.'],
    ['of a date in words', { title: 'T', issued: { literal: 'Spring, perhaps' } }, '“T,” Spring, perhaps.'],
    ['of a type that there is not', { type: 'telepathy', title: 'T', author: DOE }, 'Jane Doe, “T,” n.d.'],
    ['with fields of fields', { title: 'T', publisher: { a: { b: [1] } }, custom: [[1]] }, '“T,” n.d.'],
  ];
  for (const [what, item, note] of notes) it(what, () => assert.equal(noteOf(item), note));

  it('with an endless title is cut short', () => {
    const note = noteOf({ title: '“a” '.repeat(30_000), author: DOE }) ?? '';
    assert.ok(note.length < 6000, `${note.length}`);
    assert.match(note, /…/);
  });

  it('with a locator of any kind', () => {
    for (const locator of [
      '',
      ' ',
      '\u0000',
      'x'.repeat(3000),
      '5|2020-01-01',
      '<b>5</b>',
      '__proto__',
      '“',
      '-',
      '1-',
    ])
      assert.match(noteOf({ title: 'T', author: DOE }, locator) ?? '', /^Jane Doe, “T,” n\.d\./);
  });

  it('is there in every style', () => {
    const cited = notes.map(([, item]) => ({ cited: [{ source: sourceOf(item), locator: '5' }], note: 1 }));
    for (const name of styleNames()) {
      const made = makeFormatter({ style: styleOrDefault(name) });
      for (const { text } of made.format(cited)) assert.notEqual(text, '', name);
      assert.equal(
        made.bibliography(cited.map(({ cited: [one] }) => one!.source)).entries.length,
        notes.length,
        name,
      );
    }
  });
});
