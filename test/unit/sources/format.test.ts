/** Notes, character for character, as the bundled style prints them. */

import assert from 'node:assert/strict';
import locales from '../../../server/src/sources/formatting/csl/locales.json';
import styles from '../../../server/src/sources/formatting/csl/styles.json';
import { cslStyleOf } from '../../../server/src/sources/formatting/cslStyle';
import { type CitedSources, makeFormatter } from '../../../server/src/sources/formatting/format';
import {
  DEFAULT_STYLE,
  languageNames,
  localeNamed,
  styleNamed,
  styleNames,
  styleOrDefault,
} from '../../../server/src/sources/formatting/styles';
import { makeLibrary } from '../../../server/src/sources/library';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import type { Source } from '../../../server/src/sources/source';

const { sources } = makeLibrary([
  readSourceFile(
    'sources.yaml',
    `
- id: un
  type: report
  title: Twelfth Report of the Analytical Support and Sanctions Monitoring Team
  author: United Nations Security Council
  issued: 2021-06-01
  URL: https://undocs.org/S/2021/486
- id: un-book
  type: book
  title: Charter of the United Nations
  author: United Nations
  publisher: United Nations
  publisher-place: San Francisco
  issued: 1945
- id: news
  type: article-newspaper
  title: Central Asia Struggles to Reintegrate Islamic State Returnees
  author: [{family: Elkeeva, given: Kanymgul}, {family: Najibullah, given: Farangis}]
  container-title: RFE/RL
  issued: 2021-11-06
  URL: https://www.rferl.org/a/31548973.html
- id: web
  type: webpage
  title: Zaderzhan kazakhstanets iz spiska razyskivayemykh
  translated-title: Kazakhstani on wanted list detained
  container-title: Tengrinews
  issued: 2021-02-20
  URL: https://tengrinews.kz/_a_b*c
- id: journal
  type: article-journal
  title: Twenty Years After 9/11
  author: Lister, Charles
  container-title: CTC Sentinel
  volume: 14
  issue: 7
  page: 1-105
  issued: 2021-09
- id: english
  type: webpage
  language: en-GB
  title: a plain title in small letters
  issued: 2020
- id: __proto__
  type: book
  title: Who Are They?
  author: Doe, Jane
  issued: 2019
- id: hostile
  type: article-newspaper
  title: "[Click](command:evil) <script>x</script> \`code\` [^1] &lt; ~~gone~~ 5 * 3 a_b ![i](x) <https://e.org> <img src=x>"
  container-title: "\\\\*Bold\\\\*_"
  author: "1. Item"
  issued: 2020
  URL: "https://e.org/](command:evil) <b>"
- id: bare
  type: webpage
  URL: https://example.org/x
- id: nothing
  type: book
`,
  ),
]);

const formatter = makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) });

const cite = (key: string, locator?: string, prefix?: string) => {
  const source = sources.get(key);
  assert.ok(source, key);
  return { source, locator, prefix };
};
const note = (...cited: CitedSources) => formatter.note(...cited);

describe('note', () => {
  const expected: [key: string, locator: string | undefined, note: string][] = [
    [
      'un',
      '20',
      'United Nations Security Council, “Twelfth Report of the Analytical Support and Sanctions Monitoring Team,” June 1, 2021, 20, https://undocs.org/S/2021/486.',
    ],
    [
      'un-book',
      'ch. 7',
      'United Nations, *Charter of the United Nations* (San Francisco: United Nations, 1945), chap. 7.',
    ],
    [
      'news',
      undefined,
      'Kanymgul Elkeeva and Farangis Najibullah, “Central Asia Struggles to Reintegrate Islamic State Returnees,” *RFE/RL*, November 6, 2021, https://www.rferl.org/a/31548973.html.',
    ],
    [
      'web',
      undefined,
      '“Zaderzhan kazakhstanets iz spiska razyskivayemykh [Kazakhstani on wanted list detained],” Tengrinews, February 20, 2021, https://tengrinews.kz/_a_b%2Ac.',
    ],
    [
      'journal',
      undefined,
      'Charles Lister, “Twenty Years After 9/11,” *CTC Sentinel* 14, no. 7 (September 2021): 1–105.',
    ],
    [
      'journal',
      'pp. 12–14',
      'Charles Lister, “Twenty Years After 9/11,” *CTC Sentinel* 14, no. 7 (September 2021): 12–14.',
    ],
    ['__proto__', '3', 'Jane Doe, *Who Are They?*, 2019, 3.'],
    ['english', undefined, '“A Plain Title in Small Letters,” 2020.'],
  ];
  for (const [key, locator, text] of expected)
    it(`of ${key}${locator ? `, ${locator}` : ''}`, () => assert.equal(note(cite(key, locator)), text));

  it('cites several sources, with words before them', () => {
    assert.equal(
      note(cite('un-book', undefined, 'See'), cite('journal', '5', 'and')),
      'See United Nations, *Charter of the United Nations* (San Francisco: United Nations, 1945); and Charles Lister, “Twenty Years After 9/11,” *CTC Sentinel* 14, no. 7 (September 2021): 5.',
    );
  });

  it('is the same however often and wherever it was asked for', () => {
    const once = note(cite('un', '20'));
    note(cite('news'));
    assert.equal(note(cite('un', '20')), once);
    assert.equal(
      makeFormatter({ style: styleOrDefault(DEFAULT_STYLE), language: 'en' }).note(cite('un', '20')),
      once,
    );
  });

  it('holds nothing but text, whatever a source says', () => {
    const text = note(cite('hostile'));
    assert.equal(
      text,
      '1\\. Item, “[Click]\\(command:evil) \\<script>x\\</script> \\`code\\` \\[^1] \\&lt; \\~\\~gone\\~\\~ 5 \\* 3 a_b ![i]\\(x) \\<<https://e.org>\\> \\<img src=x>,” *\\*Bold\\*\\_*, 2020, https://e.org/]%28command:evil)%20%3Cb%3E.',
    );
  });

  it('can be read without Markdown', () => {
    assert.equal(formatter.plain(note(cite('__proto__', '3'))), 'Jane Doe, Who Are They?, 2019, 3.');
    assert.match(formatter.plain(note(cite('hostile'))), /5 \* 3 a_b !\[i\]\(x\) <https:\/\/e\.org>/);
  });
});

describe('notes', () => {
  it('writes Ibid. and short forms by position', () => {
    assert.deepEqual(
      formatter.notes([
        [cite('un', '20')],
        [cite('un', '20')],
        [cite('un', 'pp. 21–23')],
        [cite('news')],
        [cite('un', '5')],
        [],
        [cite('web')],
        [cite('news')],
        [cite('web')],
      ]),
      [
        'United Nations Security Council, “Twelfth Report of the Analytical Support and Sanctions Monitoring Team,” June 1, 2021, 20, https://undocs.org/S/2021/486.',
        'Ibid.',
        'Ibid., 21–23.',
        'Kanymgul Elkeeva and Farangis Najibullah, “Central Asia Struggles to Reintegrate Islamic State Returnees,” *RFE/RL*, November 6, 2021, https://www.rferl.org/a/31548973.html.',
        'United Nations Security Council, “Twelfth Report of the Analytical Support and Sanctions Monitoring Team,” 5.',
        '',
        '“Zaderzhan kazakhstanets iz spiska razyskivayemykh [Kazakhstani on wanted list detained],” Tengrinews, February 20, 2021, https://tengrinews.kz/_a_b%2Ac.',
        'Elkeeva and Najibullah, “Central Asia Struggles to Reintegrate Islamic State Returnees.”',
        '“Zaderzhan kazakhstanets iz spiska razyskivayemykh.”',
      ],
    );
  });

  it('of nothing is nothing', () => assert.deepEqual(formatter.notes([]), []));

  const textsBy = (style: string, ...citations: [note: number, ...cited: CitedSources][]) =>
    makeFormatter({ style: styleOrDefault(style) })
      .format(citations.map(([note, ...cited]) => ({ note, cited })))
      .map(({ text }) => text);

  it('writes no Ibid. behind a note that is not among them, nor behind several sources', () =>
    assert.deepEqual(
      textsBy(
        DEFAULT_STYLE,
        [1, cite('__proto__', '3')],
        [3, cite('__proto__', '3')],
        [4, cite('un-book'), cite('__proto__')],
        [5, cite('__proto__')],
        [6, cite('__proto__')],
      ).slice(1),
      [
        'Doe, *Who Are They?*, 3.',
        'United Nations, *Charter of the United Nations* (San Francisco: United Nations, 1945); Doe, *Who Are They?*',
        'Doe, *Who Are They?*',
        'Ibid.',
      ],
    ));

  it('writes no Ibid. at all in a style without one', () =>
    assert.deepEqual(
      textsBy('chicago-fullnote-bibliography', [1, cite('__proto__')], [2, cite('__proto__', '4')]),
      ['Jane Doe, *Who Are They?*, 2019.', 'Doe, 4.'],
    ));

  it('takes several citations of one note for parts of it', () =>
    assert.deepEqual(
      textsBy(DEFAULT_STYLE, [1, cite('__proto__')], [1, cite('__proto__', '5')], [2, cite('__proto__')]),
      ['Jane Doe, *Who Are They?*, 2019.', 'Ibid., 5.', 'Doe, *Who Are They?*'],
    ));

  it('cites in the text, where the style does', () =>
    assert.deepEqual(
      textsBy(
        'apa',
        [0, cite('__proto__', '5'), cite('journal')],
        [0, { ...cite('__proto__'), suppressesAuthor: true }],
        [0, cite('un', 'para. 4')],
      ),
      ['(Doe, 2019, p. 5; Lister, 2021)', '(2019)', '(United Nations Security Council, 2021, para. 4)'],
    ));

  it('names the note of the first citation, and the title where an author has several', () => {
    const other = { ...cite('__proto__').source, key: 'other' };
    const second = { source: { ...other, item: { ...other.item, id: 'other', title: 'Who Were They?' } } };
    assert.deepEqual(
      textsBy(
        'oscola',
        [1, cite('__proto__')],
        [2, cite('un-book')],
        [3, cite('un-book')],
        [4, second],
        [6, cite('__proto__')],
      ).slice(2),
      ['ibid.', 'Jane Doe, *Who Were They?* (2019).', 'Doe, *Who Are They?* (n 1).'],
    );
    assert.deepEqual(
      textsBy('oscola', [1, cite('__proto__')], [2, cite('un-book')], [3, cite('__proto__', '7')]).at(-1),
      'Doe (n 1) 7.',
    );
  });
});

describe('ranges of dates', () => {
  const ranges: [issued: string, printed: string][] = [
    ['2015/..', '2015–'],
    ['2015-03-01/..', 'March 1, 2015'],
    ['2015-03/', 'March 2015'],
    ['2015-03-01/2015-04', 'March–April 2015'],
    ['2015-03/2015-03-09', 'March 2015'],
    ['2015/2016-03', '2015–2016'],
    ['2015-05-06/2015-05-09', 'May 6–9, 2015'],
  ];
  for (const [issued, printed] of ranges)
    it(`prints ${issued}`, () => {
      const { sources: read } = makeLibrary([
        readSourceFile('x.yaml', `- {id: a, type: article-newspaper, title: T, issued: ${issued}}`),
      ]);
      const formatted = formatter.note({ source: read.get('a')! });
      assert.equal(formatted, `“T,” ${printed}.`);
    });
});

describe('format, where the processor fails', () => {
  /** An item that no reader makes: reading its title throws within the processor. */
  const poison: Source = {
    key: 'poison',
    path: 'x.json',
    locate: () => ({ start: 0, end: 0 }),
    item: {
      id: 'poison',
      type: 'book',
      title: 'Poison',
      author: [{ family: { toString: null } as unknown as string }],
    },
  };

  it('falls back for that source alone, and says so', () => {
    const [bad, good] = formatter.format([
      { cited: [{ source: poison }], note: 1 },
      { cited: [cite('journal')], note: 2 },
    ]);
    assert.match(bad?.text ?? '', /Poison/);
    assert.match(bad?.problem ?? '', /“poison”/);
    assert.equal(good?.text, note(cite('journal')));
    assert.equal(good?.problem, undefined);
  });

  it('says when a source gives nothing to print', () => {
    const [nothing] = formatter.format([{ cited: [cite('nothing')], note: 1 }]);
    assert.equal(nothing?.text, 'nothing.');
    assert.match(nothing?.problem ?? '', /“nothing”/);
    assert.match(note(cite('bare')), /https:\/\/example\.org\/x\.$/);
  });

  for (const styleXml of ['', 'not a style', '<style/>', '<style><citation/></style>', '<style><citation>'])
    it(`falls back when the style is ${JSON.stringify(styleXml)}`, () => {
      const broken = makeFormatter({ style: cslStyleOf(styleXml) });
      const [made] = broken.format([{ cited: [cite('journal', '3')], note: 1 }]);
      assert.match(made?.problem ?? '', /style/);
      assert.equal(made?.text, 'Charles Lister, “Twenty Years After 9/11”, 2021, 3.');
    });
});

describe('styles', () => {
  it('knows the names of all styles and locales that it has, and no others', () => {
    assert.deepEqual([...styleNames()].sort(), Object.keys(styles).sort());
    assert.deepEqual([...languageNames()].sort(), Object.keys(locales).sort());
    for (const name of languageNames()) assert.ok(localeNamed(name).includes(`xml:lang="${name}"`), name);
  });

  it('finds a locale by language, else American English', () => {
    assert.match(localeNamed('de-LI'), /xml:lang="de-DE"/);
    assert.match(localeNamed('xx'), /xml:lang="en-US"/);
    assert.equal(styleNamed('no-such-style'), undefined);
    assert.equal(styleNamed('__proto__'), undefined);
  });
});
