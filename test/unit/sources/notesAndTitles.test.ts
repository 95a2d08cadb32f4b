/** Variables that a note carries, and the two titles of a source in another language. */

import assert from 'node:assert/strict';
import { readSourceFile } from '../../../server/src/sources/reading/read';

/** The item of a CSL-JSON file with these variables, without its id. */
function read(variables: Record<string, unknown>): Record<string, unknown> {
  const { sources, problems } = readSourceFile(
    'x.json',
    JSON.stringify([{ id: 'k', type: 'book', ...variables }]),
  );
  assert.deepEqual(problems, []);
  const { id: _, ...item } = sources[0]!.item;
  return item;
}

describe('A note of a source', () => {
  const notes: [note: string, expected: Record<string, unknown>][] = [
    ['translated-title: News', { 'translated-title': 'News' }],
    ['Translated Title: News\nA remark', { 'translated-title': 'News', note: 'A remark' }],
    [
      'A remark\nOriginal Date: 1999-05',
      { note: 'A remark', 'original-date': { 'date-parts': [[1999, 5]] } },
    ],
    ['{:event-place: Osh}', { 'event-place': 'Osh' }],
    ['doi: 10.1000/x', { DOI: '10.1000/x' }],
    [
      'editor: Doe || Jane\neditor: An Office',
      { editor: [{ family: 'Doe', given: 'Jane' }, { literal: 'An Office' }] },
    ],
    ['Type: report', { type: 'report' }],
    ['Type: nonsense', { note: 'Type: nonsense' }],
    ['Title: Another', { note: 'Title: Another' }],
    ['Citation Key: other', { note: 'Citation Key: other' }],
    ['Seen by: nobody', { note: 'Seen by: nobody' }],
    ['https://example.org', { note: 'https://example.org' }],
    ['__proto__: x\nconstructor: y', { note: '__proto__: x constructor: y' }],
    ['title-short:', { note: 'title-short:' }],
  ];
  for (const [note, expected] of notes)
    it(JSON.stringify(note), () =>
      assert.deepEqual(read({ title: 'T', note }), { type: 'book', title: 'T', ...expected }),
    );

  it('may have several lines in YAML too', () => {
    const text =
      '- id: k\n  type: book\n  title: T\n  note: |\n    translated-title: News\n    publisher: P\n';
    assert.deepEqual(readSourceFile('x.yaml', text).sources[0]?.item, {
      id: 'k',
      type: 'book',
      title: 'T',
      'translated-title': 'News',
      publisher: 'P',
    });
  });
});

describe('The title of a source in a language of another script', () => {
  const titles = (variables: Record<string, unknown>) => {
    const item = read(variables);
    return [item.title, item['translated-title'], item['original-title']];
  };

  it('is the romanised one, if that is given as the original beside a translation', () => {
    assert.deepEqual(titles({ title: 'News', 'original-title': 'Novosti', language: 'ru' }), [
      'Novosti',
      'News',
      'Novosti',
    ]);
  });

  it('stays where nothing says that it is a translation', () => {
    for (const variables of [
      // A book in English that is a translation of a Russian one.
      { title: 'News', 'original-title': 'Novosti', language: 'en' },
      { title: 'News', 'original-title': 'Novosti' },
      // Here the title is what the original is in Latin letters.
      { title: 'Novosti', 'original-title': 'Новости', language: 'ru' },
      { title: 'Новости', 'original-title': 'Novosti', language: 'ru' },
      { title: 'Novosti', 'original-title': 'Novosti', language: 'ru' },
    ])
      assert.deepEqual(titles(variables), [variables.title, undefined, variables['original-title']]);
    assert.deepEqual(
      titles({
        title: 'Novosti',
        'translated-title': 'News',
        'original-title': 'Novosti dnya',
        language: 'ru',
      }),
      ['Novosti', 'News', 'Novosti dnya'],
    );
  });
});
