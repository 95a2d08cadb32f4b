/** Citations as Pandoc writes them, piece by piece. */

import assert from 'node:assert/strict';
import { citedKey } from '../../../server/src/markdown/citations';
import { type CitationCluster, readReport } from '../../../server/src/markdown/report';

/** A citation in short: prefix, key with its signs, locator, suffix, each where there is one. */
const short = ({ cites }: CitationCluster): string =>
  cites
    .map(({ key, prefix, locator, suffix, suppressesAuthor, authorInText }) =>
      [
        prefix && `${prefix} `,
        suppressesAuthor && '-',
        authorInText ? `=${key}` : `@${key}`,
        locator && ` [${locator}]`,
        suffix && ` (${suffix})`,
      ]
        .filter(Boolean)
        .join(''),
    )
    .join(' | ');

const KNOWN = new Set(['doe', 'roe']);
const read = (text: string) => readReport(text, undefined, (key) => KNOWN.has(key));
const groups = (text: string) =>
  read(text)
    .clusters.filter(({ kind }) => kind === 'group')
    .map(short);
const textual = (text: string) => read(text).textual.map(short);
/** The citation of a note with this comment behind its text; undefined for an ordinary note. */
function inComment(comment: string): string | undefined {
  const { generated } = read(`A.[^1]\n\n[^1]: Text. <!-- ${comment} -->\n`);
  return generated[0] && short(generated[0].cluster);
}

describe('A group of citations', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[@doe]', '@doe'],
    ['[@doe, p. 20]', '@doe [p. 20]'],
    ['[@doe p. 20]', '@doe [p. 20]'],
    ['[@doe, 20]', '@doe [20]'],
    ['[@doe, pp. 33-35, 38-39 and passim]', '@doe [pp. 33-35, 38-39] (and passim)'],
    ['[@doe, 20–25; see also @roe, ch. 2]', '@doe [20–25] | see also @roe [ch. 2]'],
    ['[see @doe, § 4(a), for a summary]', 'see @doe [§ 4(a)] (, for a summary)'],
    ['[-@doe]', '-@doe'],
    ['[see -@doe, xii]', 'see -@doe [xii]'],
    ['[@doe, I think]', '@doe (, I think)'],
    ['[@doe, in 2019]', '@doe (, in 2019)'],
    ['[@doe, passim]', '@doe (, passim)'],
    ['[@doe, p. xii]', '@doe [p. xii]'],
    ['[@doe, annex II, with a table]', '@doe [annex II] (, with a table)'],
    ['[@doe{ii, A, D-Z}, with a suffix]', '@doe [ii, A, D-Z] (, with a suffix)'],
    ['[@doe, {pp. iv, (xv)}; @roe{}]', '@doe [pp. iv, (xv)] | @roe'],
    ['[@{https://a.org/b;c}, 2]', '@https://a.org/b;c [2]'],
    ['[@{a key with spaces}]', '@a key with spaces'],
    ['[@__proto__, 3]', '@__proto__ [3]'],
    ['[@doe:2020.a/b#c]', '@doe:2020.a/b#c'],
    ['[@doe.]', '@doe (.)'],
    ['[see @doe [sic], 3; @roe [3]]', 'see @doe ([sic], 3) | @roe [[3]]'],
    ['[@doe and @roe, 4]', '@doe | and @roe [4]'],
    ['[see @doe,\n20; @roe]', 'see @doe [20] | @roe'],
    ['> [see\n> @doe, 20;\n> @roe]', 'see @doe [20] | @roe'],
    ['[@doe;]', '@doe'],
    ['[\\\\@doe]', '\\\\ @doe'],
    ['[see \\@doe, @roe]', 'see \\@doe, @roe'],
    ['[@doe](and so on)', '@doe'],
    ['[@doe] (https://a.org)', '@doe'],
    ['[;@doe, ]', '@doe'],
    ['[@Мухтаров-2019, с. 20]', '@Мухтаров-2019 [с. 20]'],
  ];
  for (const [text, expected] of cases)
    it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(groups(text), [expected]));

  it('is nothing of the kind', () => {
    for (const text of [
      '[jane@example.org]',
      '[@]',
      '[@ doe]',
      '[^@doe]',
      '[@doe',
      '\\[@doe]',
      '`[@doe]`',
      '[@{doe]',
      '[\\@doe]',
      '[see \\@doe, p. 5]',
      '[see @doe](https://a.org)',
      '[@doe](<https://a.org/a b> "A title")',
      '[@doe](https://a.org/a_(b))',
    ])
      assert.deepEqual(groups(text), [], text);
  });
});

describe('A citation in the text', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['As @doe says.', '=doe'],
    ['As @doe [p. 20] says.', '=doe [p. 20]'],
    ['As @doe [p. 20, and passim; see @roe].', '=doe [p. 20] (, and passim) | see @roe'],
    ['As @doe [see @roe] says.', '=doe | see @roe'],
    ['As @doe\n[p. 20] says.', '=doe [p. 20]'],
    ['As -@doe says.', '-=doe'],
    ['(@doe; @roe)', '=doe', '=roe'],
    ['As @doe [here](https://a.org).', '=doe'],
    ['A [link @doe](https://a.org/@b "By @c").', '=doe'],
    ['As @doe [^1] says.', '=doe'],
    ['As @{a b} says.', '=a b'],
    ['*@doe* and **see @roe**', '=doe', '=roe'],
    ['> As @doe.\n\n- @roe\n\n[^1]: See @doe.', '=doe', '=roe', '=doe'],
  ];
  for (const [text, ...expected] of cases)
    it(text.replaceAll('\n', '⏎'), () => assert.deepEqual(textual(text), expected));

  it('is none in an address, in code, or behind a backslash', () => {
    const texts = [
      'jane@example.org',
      '<jane@example.org>',
      'https://a.org/@doe',
      '[x](https://a.org/@doe)',
      '`@doe`',
      '\\@doe',
      '@',
    ];
    for (const text of [...texts, '<b id="@doe">', '<!-- @doe -->', '[@doe]', '    @doe'])
      assert.deepEqual(textual(text), [], text);
  });
});

describe('The comment of a generated note', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['@doe', '@doe'],
    ['@unknown, 20', '@unknown [20]'],
    ['@doe, 20; @roe, p. 3', '@doe [20] | @roe [p. 3]'],
    ['see also @doe, 20; cf. @roe', 'see also @doe [20] | cf. @roe'],
    ['@unknown; see @doe', '@unknown | see @doe'],
    ['see @unknown, 20', undefined],
    ['@doe p. 20', '@doe [p. 20]'],
    ['@unknown p. 20', undefined],
    ['@todo check', undefined],
    ['Ask @maria whether this is right.', undefined],
    ['@doe; and so on', undefined],
    ['@doe and @roe', undefined],
    [`${'long words '.repeat(9)}@doe`, undefined],
    ['@doe, 20\n    ; @roe', '@doe [20] | @roe'],
    ['@__proto__', '@__proto__'],
    ['@{odd key}, 2', '@odd key [2]'],
    ['@', undefined],
    ['@doe;', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases)
    it(text.replaceAll('\n', '⏎') || 'nothing', () => assert.equal(inComment(text), expected));

  it('stands wherever the note is, and says what is made of it', () => {
    const made = (text: string) =>
      read(text).generated.map(({ definition, made: at, cluster }) => [
        definition.label,
        text.slice(at.start, at.end),
        short(cluster),
      ]);
    assert.deepEqual(made('> - A.[^1]\n>\n>   [^1]: Made. <!-- @doe, 20 -->\n'), [
      ['1', 'Made.', '@doe [20]'],
    ]);
    assert.deepEqual(made('[^1]: One.\n\n    Two. <!-- @doe -->\n'), [['1', 'Two.', '@doe']]);
    assert.deepEqual(made('[^1]: Made. <!-- @doe --> My own.\n\n    More.\n'), [['1', 'Made.', '@doe']]);
    assert.deepEqual(made('[^1]: One. <!-- mine --> two <!-- @doe --> <!-- @roe -->'), [['1', '', '@roe']]);
    assert.deepEqual(made('[^1]: One. <!-- @doe -->\n\n    [^2]: Two. <!-- @roe -->\n'), [
      ['1', 'One.', '@doe'],
      ['2', 'Two.', '@roe'],
    ]);
    assert.deepEqual(made('[^1]: <!-- @doe -->\n[^1]: Twice. <!-- @roe -->\n'), [
      ['1', '', '@doe'],
      ['1', 'Twice.', '@roe'],
    ]);
    assert.deepEqual(made('[^1]:<!-- @doe -->\r\n'), [['1', '', '@doe']]);
    assert.deepEqual(made('[^1]: <!-- mine --> <!-- @doe --> Own.'), [['1', '<!-- mine -->', '@doe']]);
    assert.deepEqual(made('[^1]: Made. <!-- @doe\n[^2]: `<!-- @doe -->` \\<!-- @roe -->\n'), []);
  });
});

describe('citedKey', () => {
  it('puts into braces what needs them, and refuses what nothing can hold', () => {
    assert.deepEqual(
      [
        'doe-2020',
        'https://a.org/b',
        'a b',
        '__proto__',
        'x.',
        '-x',
        'a{b',
        'a\nb',
        '',
        ' a',
        'a--b',
        'a;b',
      ].map(citedKey),
      [
        '@doe-2020',
        '@{https://a.org/b}',
        '@{a b}',
        '@__proto__',
        '@{x.}',
        '@{-x}',
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        '@{a;b}',
      ],
    );
  });
});
