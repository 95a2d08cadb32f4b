/** RIS files of several programs, sound and broken, read into items and problems at their places. */

import assert from 'node:assert/strict';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import type { CslItem } from '../../../server/src/sources/source';

const read = (text: string) => readSourceFile('x.ris', text);

function itemOf(text: string): CslItem {
  const { sources, problems } = read(text);
  assert.deepEqual(problems, []);
  assert.equal(sources.length, 1);
  return sources[0]!.item;
}

const entry = (type: string, ...lines: string[]) =>
  [`TY  - ${type}`, 'ID  - k', ...lines, 'ER  - ', ''].join('\r\n');

/** The item without its id. */
function fields(type: string, ...lines: string[]): Record<string, unknown> {
  const { id: _, ...rest } = itemOf(entry(type, ...lines));
  return rest;
}

function told(text: string): { keys: string[]; problems: string[] } {
  const { sources, problems } = read(text);
  return {
    keys: sources.map(({ key }) => key),
    problems: problems.map(({ rule, span }) => `${rule} «${text.slice(span.start, span.end)}»`),
  };
}

describe('readSourceFile: RIS', () => {
  it('reads a report as Zotero exports it', () => {
    assert.deepEqual(
      fields(
        'RPRT',
        'TI  - Twelfth Report',
        'T2  - A Series',
        'AU  - United Nations Security Council',
        'AU  - Novák, Jiří',
        'CY  - New York',
        'PB  - United Nations',
        'M3  - Report',
        'SN  - S/2021/486',
        'DA  - 2021/06/01/',
        'PY  - 2021',
        'Y2  - 2021/07/05/12:00:00',
        'SP  - 20',
        'EP  - 25',
        'UR  - https://undocs.org/S/2021/486  - x',
        'KW  - un',
        'KW  - sanctions; team',
        'ST  - Twelfth',
        'TT  - A Translation',
        'LA  - Russian',
        'L1  - files/1.pdf',
      ),
      {
        type: 'report',
        title: 'Twelfth Report',
        'translated-title': 'A Translation',
        'title-short': 'Twelfth',
        'collection-title': 'A Series',
        author: [{ literal: 'United Nations Security Council' }, { family: 'Novák', given: 'Jiří' }],
        publisher: 'United Nations',
        'publisher-place': 'New York',
        genre: 'Report',
        number: 'S/2021/486',
        issued: { 'date-parts': [[2021, 6, 1]] },
        accessed: { 'date-parts': [[2021, 7, 5]] },
        page: '20-25',
        URL: 'https://undocs.org/S/2021/486',
        keyword: 'un, sanctions, team',
        language: 'ru',
      },
    );
  });

  it('reads an article as EndNote and Mendeley export it', () => {
    const expected = {
      type: 'article-journal',
      title: 'A Title',
      'container-title': 'The Journal',
      'container-title-short': 'J.',
      author: [{ family: 'Doe', given: 'Jane', suffix: 'Jr.' }],
      volume: '3',
      issue: '4',
      page: '1-20',
      issued: { 'date-parts': [[2020, 5, 12]] },
    };
    assert.deepEqual(
      fields(
        'JOUR',
        'A1  - Doe, Jane, Jr.',
        'T1  - A Title',
        'JF  - The Journal',
        'JO  - J.',
        'VL  - 3',
        'IS  - 4',
        'SP  - 1-20',
        'Y1  - 2020/05/12/',
      ),
      expected,
    );
    assert.deepEqual(
      fields(
        'JOUR',
        'AU  - Doe, Jane, Jr.',
        'TI  - A Title',
        'T2  - The Journal',
        'J2  - J.',
        'VL  - 3',
        'IS  - 4',
        'SP  - 1',
        'EP  - 20',
        'DA  - May 12',
        'PY  - 2020',
      ),
      expected,
    );
  });

  const cases: [what: string, type: string, lines: string[], expected: Record<string, unknown>][] = [
    [
      'a chapter',
      'CHAP',
      ['TI  - C', 'T2  - The Book', 'A2  - Roe, R.', 'T3  - S'],
      { 'container-title': 'The Book', 'collection-title': 'S', editor: [{ family: 'Roe', given: 'R.' }] },
    ],
    [
      'a paper',
      'CPAPER',
      ['TI  - C', 'T2  - A Meeting', 'C3  - Proceedings'],
      { 'container-title': 'Proceedings', 'event-title': 'A Meeting' },
    ],
    [
      'a newspaper',
      'NEWS',
      ['TI  - N', 'T2  - The Paper', 'DA  - 2020/01'],
      { type: 'article-newspaper', 'container-title': 'The Paper', issued: { 'date-parts': [[2020, 1]] } },
    ],
    [
      'a book',
      'BOOK',
      ['T1  - B', 'SP  - 245', 'SN  - 978-0-00-000000-2', 'ET  - 2'],
      { 'number-of-pages': '245', ISBN: '978-0-00-000000-2', edition: '2' },
    ],
    [
      'a page of the web',
      'ELEC',
      ['TI  - W', 'T2  - The Site', 'PY  - 2019'],
      { type: 'webpage', 'container-title': 'The Site', issued: { 'date-parts': [[2019]] } },
    ],
    [
      'variables in a note',
      'GEN',
      ['TI  - Novosti', 'N1  - translated-title: News', '  Original Date: 1999', 'a remark'],
      { 'translated-title': 'News', 'original-date': { 'date-parts': [[1999]] }, note: 'a remark' },
    ],
    ['a value on two lines', 'GEN', ['TI  - One', 'Two'], { title: 'One Two' }],
    [
      'entities and paragraphs of HTML',
      'GEN',
      ['TI  - A &amp; B', 'N1  - <p>Hello</p>'],
      { title: 'A & B', note: 'Hello' },
    ],
    [
      'an address beside one that leads nowhere',
      'JOUR',
      ['TI  - A', 'UR  - <Go to ISI>://WOS:000', 'UR  - https://example.org/a'],
      { URL: 'https://example.org/a' },
    ],
    ['no address that leads nowhere', 'JOUR', ['TI  - A', 'UR  - <Go to ISI>://WOS:000'], { URL: undefined }],
    ['a DOI in M3', 'JOUR', ['TI  - A', 'M3  - 10.1000/xyz'], { DOI: '10.1000/xyz' }],
  ];
  for (const [what, type, lines, expected] of cases)
    it(`reads ${what}`, () => {
      const item = fields(type, ...lines);
      for (const [variable, value] of Object.entries(expected))
        assert.deepEqual(item[variable], value, variable);
    });

  describe('keys', () => {
    it('are made of author, title and year where there is no ID, or a bare number', () => {
      const text = ['1', '2', '3']
        .map((id) => `TY  - RPRT\nID  - ${id}\nAU  - Novák, Jiří\nTI  - On “Reports”\nPY  - 2021\nER  - \n`)
        .join('\n');
      assert.deepEqual(told(text), {
        keys: ['novak_reports_2021', 'novak_reports_2021-1', 'novak_reports_2021-2'],
        problems: [],
      });
    });

    it('never are those of another entry', () => {
      const text = 'TY  - GEN\nTI  - Thing\nER  - \nTY  - GEN\nID  - thing\nTI  - Other\nER  - \n';
      assert.deepEqual(told(text).keys, ['thing-1', 'thing']);
    });

    it('keep letters of other scripts', () => {
      assert.deepEqual(told('TY  - GEN\nAU  - Новый, Ж.\nTI  - Заголовок\nPY  - 2020\nER  - ').keys, [
        'новый_заголовок_2020',
      ]);
    });

    it('stand on their line, or else where the entry begins', () => {
      const text = 'TY  - GEN\nTI  - Thing\nER  - \nTY  - GEN\nID  - thing\nTI  - Other\nER  - \n';
      const places = read(text).sources.map(({ locate }) => {
        const { start, end } = locate('key');
        return text.slice(start, end);
      });
      assert.deepEqual(places, ['TY  - GEN', 'ID  - thing']);
    });
  });

  describe('broken files', () => {
    const broken: [what: string, text: string, keys: string[], problems: string[]][] = [
      [
        'no end',
        'TY  - GEN\nID  - a\nTI  - A\nTY  - GEN\nID  - b\nTI  - B\nER  - ',
        ['a', 'b'],
        ['source/entry «TY  - GEN»'],
      ],
      ['the end cut off', 'TY  - GEN\nID  - a\nTI  - A', ['a'], ['source/entry «TY  - GEN»']],
      [
        'no beginning',
        'ID  - a\nTI  - A\nER  - \nTY  - GEN\nID  - b\nTI  - B\nER  -',
        ['b'],
        ['source/entry «ID  - a»'],
      ],
      ['an unknown type', 'TY  - RPTR\nID  - a\nTI  - A\nER  - ', ['a'], ['source/type «TY  - RPTR»']],
      ['no title', 'TY  - GEN\nID  - a\nER  - ', ['a'], ['source/missing-title «ID  - a»']],
      ['a key with a space', 'TY  - GEN\nID  - a b\nTI  - A\nER  - ', ['a b'], ['source/key «ID  - a b»']],
      [
        'a date that is none',
        'TY  - GEN\nID  - a\nTI  - A\nDA  - 2020/13/01\nER  - ',
        ['a'],
        ['source/date «DA  - 2020/13/01»'],
      ],
      [
        'a key twice',
        'TY  - GEN\nID  - a\nTI  - A\nER  - \nTY  - GEN\nID  - a\nTI  - B\nER  - ',
        ['a'],
        ['source/duplicate-key «ID  - a»'],
      ],
      ['nothing of the kind', 'Hello.\n', [], ['source/not-a-list «»']],
    ];
    for (const [what, text, keys, problems] of broken)
      it(what, () => assert.deepEqual(told(text), { keys, problems }));
  });
});
