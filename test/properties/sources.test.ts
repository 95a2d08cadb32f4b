/** Source files of any text: nothing throws, every place lies in the text, and reading in parts gives what the whole does. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNames, parseText } from '../../server/src/sources/reading/bibtexParser';
import { parseJsonList } from '../../server/src/sources/reading/jsonParts';
import { prepareLatex, readLatex, tidyLatex } from '../../server/src/sources/reading/latex';
import { readLatexNames } from '../../server/src/sources/reading/latexNames';
import { readSourceFile } from '../../server/src/sources/reading/read';
import { finish } from '../../server/src/text/steps';
import { readSoundYaml, type YamlMap, type YamlValue } from '../../server/src/text/yaml';
import { cutYamlList, locateInList, readListEntries } from '../../server/src/text/yamlList';
import { runs, TIMEOUT } from './runs';

const textOf = (pieces: readonly string[], maxLength = 30) =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));

const BIBTEX = textOf([
  ...[
    '@',
    '@book{',
    '@article(',
    '@string{',
    '@comment{',
    '@preamble{',
    '@xdata{',
    '{',
    '}',
    '"',
    '(',
    ')',
    '#',
    ',',
    '=',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '%',
    '\\',
    '$',
    'key',
    'a b',
    'title = {',
    'author = "',
    'year = ',
    '2020',
    'jan',
    'crossref = {',
  ],
  ...[
    'xdata = {key},',
    'date = {2020-01/..}',
    "\\'e",
    '\\v{c}',
    '{\\o}',
    ' and ',
    'Doe, Jane',
    '__proto__',
    'новости',
  ],
  ...['\r\n', '\ufeff', '\0', '\ud800', 'note = {type: ', 'pages = {1--2},', '@book{key, title = {T}}'],
]);
const RIS = textOf([
  ...[
    'TY  - ',
    'ER  - ',
    'RPRT',
    'JOUR',
    'BOOK',
    'TI  - ',
    'AU  - ',
    'PY  - ',
    'DA  - ',
    'ID  - ',
    'N1  - ',
    'SP  - ',
    'EP  - ',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    'key',
    'Doe, Jane',
    '2020',
    '2020/01/02/',
    'May 5',
    '<p>',
    '&amp;',
    'UR  - http://a',
    ';',
    ',',
    '-',
  ],
  ...[
    'M3  - ',
    'KW  - ',
    'SN  - ',
    'TT  - ',
    '__proto__',
    'новости',
    '\0',
    '\ud800',
    'type: book',
    'TY - GEN\n',
  ],
]);
const TEXTS = fc.oneof(BIBTEX, RIS, fc.string({ unit: 'binary', maxLength: 200 }), fc.json());

describe('Source files of any text', function () {
  this.timeout(TIMEOUT);

  for (const ending of ['bib', 'ris', 'json', 'yaml'])
    it(`.${ending}: nothing throws, and every place lies in the text`, () => {
      fc.assert(
        fc.property(TEXTS, (text) => {
          const { sources, problems } = readSourceFile(`x.${ending}`, text);
          const spans = [
            ...problems.map(({ span }) => span),
            ...sources.flatMap(({ locate }) => [locate(), locate('key')]),
          ];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
          for (const { key, item } of sources) {
            assert.equal(item.id, key);
            assert.notEqual(key, '');
            assert.equal(typeof item.type, 'string');
          }
          assert.equal(new Set(sources.map(({ key }) => key)).size, sources.length);
        }),
        runs(500),
      );
    });

  it('whatever stands in front of it, an entry on a line of its own is read', () => {
    fc.assert(
      fc.property(BIBTEX, RIS, (bibtex, ris) => {
        const inBibtex = readSourceFile('x.bib', `${bibtex}\n@book{the-last, title = {The Last}}`);
        assert.equal(inBibtex.sources.find(({ key }) => key === 'the-last')?.item.title, 'The Last');
        const inRis = readSourceFile('x.ris', `${ris}\nTY  - BOOK\nID  - the-last\nTI  - The Last\nER  - `);
        assert.equal(inRis.sources.find(({ key }) => key === 'the-last')?.item.title, 'The Last');
      }),
      runs(500),
    );
  });

  it('the keys of sound entries stand where they are said to stand', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]([:._-]?[a-z0-9]){0,5}$/), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(keys, fc.constantFrom('', '\n', '% a comment\n', 'Some words.\n'), (all, between) => {
        const text = all.map((key) => `${between}@book{ ${key} , title = {A {T}itle}}`).join('\n');
        const { sources, problems } = readSourceFile('x.bib', text);
        assert.deepEqual(problems, []);
        const read = sources.map(({ locate }) => text.slice(locate('key').start, locate('key').end));
        assert.deepEqual(read, all);
      }),
      runs(100),
    );
  });
});

describe('LaTeX', function () {
  this.timeout(TIMEOUT);

  const LATEX = textOf(
    [
      ...[
        'a',
        'Word',
        ' ',
        ' ',
        '  ',
        "\\'e",
        "{\\'e}",
        '\\v{c}',
        '\\v c',
        '\\o',
        '{\\o}',
        '\\"{\\i}',
        '\\&',
        '\\%',
        '%',
        '--',
        '---',
      ],
      ...[
        "''",
        '``',
        '~',
        '{HTS}',
        '{{DNA}}',
        '\\emph{An Emphasis}',
        '{\\em slanted words}',
        '$x^2$',
        'Привет',
        '<',
        '>',
        '\\_',
        ',',
      ],
      ...[
        '\\textcyrillic{Привет мир}',
        '\\textbf{b}',
        '\\,',
        '\\-',
        '-',
        "'",
        '\\url{http://a.b/c_d}',
        '\\ss{}',
        '\\ ',
      ],
    ],
    12,
  );

  it('read word by word says what it says as a whole', () => {
    fc.assert(
      fc.property(LATEX, (latex) => {
        const whole = parseText(prepareLatex(latex), []) ?? '';
        const spaced = (text: string) =>
          text
            .replace(/[ \u00a0\u2009]+/g, ' ')
            .replace(/<\/(i|b)>( ?)<\1>/g, '$2')
            .trim();
        assert.equal(spaced(readLatex(latex).text), spaced(tidyLatex(whole)));
      }),
      runs(1000),
    );
  });

  it('names are what the parser says, with fewer questions', () => {
    const part = textOf(
      ['A', 'b', 'Doe', "\\'E", '{\\o}', 'van ', 'de ', '-', ' ', "O'", 'Ünal', 'Иванов', 'Jr.', '{World}'],
      4,
    );
    const name = fc
      .tuple(part, fc.constantFrom('', ', ', ','), part)
      .map((parts) => parts.join(''))
      .filter((text) => /[^\s,{}]/.test(text));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), (written) => {
        const latex = written.join(' and ');
        const whole = parseNames(prepareLatex(latex), []) ?? [];
        const read = readLatexNames(latex).names;
        const said = (parts: readonly (string | undefined)[]) =>
          parts
            .filter(Boolean)
            .map((text) => tidyLatex(text!).replace(/\s+/g, ' '))
            .join('|');
        assert.deepEqual(
          read.map((one) =>
            said([one.literal, one.family, one.given, one['non-dropping-particle'], one.suffix]),
          ),
          whole.map(({ name: literal, lastName, firstName, prefix, suffix }) =>
            said([literal, lastName, firstName, prefix, suffix]),
          ),
        );
      }),
      runs(500),
    );
  });
});

describe('A long YAML list', function () {
  this.timeout(TIMEOUT);

  const entries = fc.array(
    textOf(
      [
        ...[
          'id: a',
          'title: B',
          '\n',
          '\n  ',
          '\n    ',
          '- ',
          '"',
          "'",
          '|',
          '>',
          ': ',
          '#',
          '# x\n',
          '{',
          '}',
          '[',
          ']',
          'a: *b* c',
          '&',
        ],
        ...['\n  note: |\n    - x\n', '---', 'references:', '\t', '\r\n', 'новости', '""', "''", '- id: z\n'],
      ],
      8,
    ),
    { minLength: 1, maxLength: 5 },
  );

  it('says in parts what it says as a whole', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), fc.constantFrom('', '  '), (all, isKeyed, indent) => {
        const text = (isKeyed ? 'references:\n' : '') + all.map((entry) => `${indent}- ${entry}\n`).join('');
        const list = finish(cutYamlList(text, new Set(['references'])));
        if (!list) return;
        const whole = readSoundYaml(text);
        const read = readListEntries(text, list, 0, list.entries.length);
        for (const [index, { start, end }] of list.entries.entries()) {
          assert.ok(0 <= start && start < end && end <= text.length);
          const place = locateInList(text, list, index, []);
          assert.ok(start <= place.start && place.start <= place.end && place.end <= end);
        }
        // Where the whole is broken, the parts are no worse.
        if (whole === undefined) return;
        const expected = isKeyed ? (whole as YamlMap).get('references') : whole;
        assert.deepEqual(
          read.map(({ value }) => value),
          expected as readonly YamlValue[],
        );
      }),
      runs(1000),
    );
  });
});

describe('A long JSON list', function () {
  this.timeout(TIMEOUT);

  const PIECES = [
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    '\\',
    '\\"',
    ' ',
    '\n',
    '1',
    'null',
    '"a"',
    '{"id": "x"}',
    '"]"',
    ':',
  ];

  it('says in parts what it says as a whole, and nothing where that is broken', () => {
    const sound = fc
      .array(fc.jsonValue(), { maxLength: 8 })
      .map((list) => JSON.stringify(list, undefined, 1));
    fc.assert(
      fc.property(
        fc.oneof(
          sound,
          textOf(PIECES, 12),
          textOf(PIECES, 8).map((text) => `[${text}]`),
        ),
        (text) => {
          let whole: unknown;
          try {
            whole = JSON.parse(text);
          } catch {
            whole = undefined;
          }
          for (const size of [0, 3, 1000])
            assert.deepEqual(finish(parseJsonList(text, size)), Array.isArray(whole) ? whole : undefined);
        },
      ),
      runs(1000),
    );
  });
});
