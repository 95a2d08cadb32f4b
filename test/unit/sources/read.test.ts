/** Source files, sound and broken, read into items and problems at their places. */

import assert from 'node:assert/strict';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import type { CslItem, SourceFile } from '../../../server/src/sources/source';

/** Each problem as `rule «what is underlined»`. */
const problemsOf = (text: string, file: SourceFile): string[] =>
  file.problems.map(({ rule, span }) => `${rule} «${text.slice(span.start, span.end)}»`);

const items = (file: SourceFile): CslItem[] => file.sources.map(({ item }) => item);

function check(path: string, text: string, expected: { keys?: string[]; problems?: string[] }): SourceFile {
  const file = readSourceFile(path, text);
  assert.deepEqual(problemsOf(text, file), expected.problems ?? []);
  assert.deepEqual(
    file.sources.map(({ key }) => key),
    expected.keys ?? [],
  );
  return file;
}

describe('readSourceFile: CSL-JSON', () => {
  it('reads a list, and a list under “items” or “references”', () => {
    const list = '[{"id": "a", "type": "book", "title": "A"}]';
    check('x.json', list, { keys: ['a'] });
    check('x.json', `{"items": ${list}}`, { keys: ['a'] });
    check('x.JSON', `{"x": 1, "references": ${list}}`, { keys: ['a'] });
    check('x.json', `\ufeff${list}`, { keys: ['a'] });
  });

  it('keeps variables that it does not know, and brings numbers to texts', () => {
    const file = readSourceFile(
      'x.json',
      '[{"id": 7, "type": "book", "title": "T", "volume": 3, "x-y": "z"}]',
    );
    assert.deepEqual(items(file), [{ id: '7', type: 'book', title: 'T', volume: '3', 'x-y': 'z' }]);
  });

  it('tells where an entry and its key stand', () => {
    const text =
      '[ {"type": "book", "id": "a", "title": "A"},\n  {"id": "b", "type": "book", "title": "]{"} ]';
    const [a, b] = readSourceFile('x.json', text).sources;
    const slice = (at: { start: number; end: number }) => text.slice(at.start, at.end);
    assert.equal(slice(a!.locate()), '{"type": "book", "id": "a", "title": "A"}');
    assert.equal(slice(b!.locate()), '{"id": "b", "type": "book", "title": "]{"}');
    assert.equal(slice(a!.locate('key')), '"a"');
  });

  it('reports what is wrong with an entry at that entry', () => {
    check('x.json', '[1, {"type": "book", "title": "no id"}]', {
      problems: ['source/entry «1»', 'source/missing-id «{"type": "book", "title": "no id"}»'],
    });
    check('x.json', '[{"id": "a", "type": "reprot"}, {"id": "a", "type": "book", "title": "B"}]', {
      keys: ['a'],
      problems: ['source/type «"reprot"»', 'source/missing-title «"a"»', 'source/duplicate-key «"a"»'],
    });
    const listed = check('x.json', '[{"id": "a", "type": "book", "title": ["A", "B"], "genre": {"x": 1}}]', {
      keys: ['a'],
      problems: ['source/value «["A", "B"]»', 'source/value «{"x": 1}»'],
    });
    assert.equal(items(listed)[0]?.title, 'A B');
    check('x.yaml', '- {id: a, type: book, title: [Untitled photograph]}', {
      keys: ['a'],
      problems: ['source/value «[Untitled photograph]»'],
    });
    check('x.json', '[{"id": "a b", "type": "book", "title": "T"}]', {
      keys: ['a b'],
      problems: ['source/key «"a b"»'],
    });
  });

  it('names the type that was meant', () => {
    const messageFor = (type: string) =>
      readSourceFile('x.json', `[{"id": "a", "title": "T", "type": "${type}"}]`).problems[0]?.message;
    assert.match(messageFor('newspaperArticle') ?? '', /Write “article-newspaper”/);
    assert.match(messageFor('web-page') ?? '', /Write “webpage”/);
    assert.match(messageFor('legal case') ?? '', /Write “legal_case”/);
    assert.match(messageFor('qqqqqqqq') ?? '', /for example report/);
  });

  const broken: [name: string, text: string, problem: string, keys: string[]][] = [
    ['cut off', '[{"id": "a", "type": "book", "title": "A"}, {"id": "b", "ti', 'i', ['a']],
    [
      'a missing comma',
      '[{"id":"a","type":"book","title":"A"} {"id":"b","type":"book","title":"B"}]',
      '{',
      ['a', 'b'],
    ],
    ['a comma too many', '[{"id":"a","type":"book","title":"A"},]', ']', ['a']],
    ['a brace left open', '[{"id":"a","x":{"y":1,\n {"id":"b","type":"book","title":"B"}]', '{', []],
    ['an unclosed text', '[{"id":"a","title":"A\n},\n{"id":"b","type":"book","title":"B"}]', '\n', ['b']],
    ['single quotes', "[{'id': 'a'}]", "'", []],
    ['text behind the end', '[] x', 'x', []],
    ['a NUL', '[{"id":"a\u0000"}]', '\u0000', []],
  ];
  for (const [name, text, place, keys] of broken)
    it(`shows ${name} at its place and keeps what is whole`, () => {
      check('x.json', text, { keys, problems: [`source/syntax «${place}»`] });
    });

  it('bears any nesting', () => {
    const deep = 100_000;
    check('x.json', '['.repeat(deep), { problems: ['source/syntax «[»'] });
    const nested = `[{"id":"a","type":"book","title":"T","x":${'['.repeat(deep)}${']'.repeat(deep)}}]`;
    const file = check('x.json', nested, { keys: ['a'] });
    assert.equal(items(file)[0]?.x, undefined);
  });

  it('tells of a file wrong from end to end only so often', () => {
    const file = readSourceFile('x.json', `[${'null,'.repeat(50_000)}1]`);
    assert.equal(file.problems.length, 101);
    assert.match(file.problems.at(-1)?.message ?? '', /49901 more/);
  });

  it('takes __proto__ and its like for ordinary keys', () => {
    const text = '[{"id": "__proto__", "type": "book", "title": "P", "__proto__": {"title": "Q"}}]';
    const file = check('x.json', text, { keys: ['__proto__'] });
    assert.equal(Object.getPrototypeOf(items(file)[0]), Object.prototype);
    assert.equal(items(file)[0]?.title, 'P');
  });
});

describe('readSourceFile: CSL-YAML', () => {
  it('reads what Pandoc writes, with its closing line', () => {
    const text = `---
references:
- id: a
  type: report
  title: "On *Naming* and [iPhone]{.nocase} 2\\\\*3"
  author:
  - family: Aliev
    given: Anvar
  - United Nations Security Council
  - Boeva, Botir
  issued: 2021-06-01
  URL: https://example.org/*a*_b_
...
`;
    const expected = {
      id: 'a',
      type: 'report',
      title: 'On <i>Naming</i> and <span class="nocase">iPhone</span> 2*3',
      author: [
        { family: 'Aliev', given: 'Anvar' },
        { literal: 'United Nations Security Council' },
        { family: 'Boeva', given: 'Botir' },
      ],
      issued: { 'date-parts': [[2021, 6, 1]] },
      URL: 'https://example.org/*a*_b_',
    };
    assert.deepEqual(items(check('x.yaml', text, { keys: ['a'] })), [expected]);
    assert.deepEqual(items(check('x.yml', text.replace('...', '---'), { keys: ['a'] })), [expected]);
  });

  it('reads scalars as written', () => {
    const file = check('x.yaml', '- id: 007\n  type: book\n  title: No\n  volume: 1.10\n  edition: ~\n', {
      keys: ['007'],
    });
    assert.deepEqual(items(file), [{ id: '007', type: 'book', title: 'No', volume: '1.10' }]);
  });

  const dates: [written: string, read: object][] = [
    ['2021', { 'date-parts': [[2021]] }],
    ['2021-06', { 'date-parts': [[2021, 6]] }],
    [
      '2021-06-01/2021-07-02',
      {
        'date-parts': [
          [2021, 6, 1],
          [2021, 7, 2],
        ],
      },
    ],
    ['2021~', { 'date-parts': [[2021]], circa: true }],
    ['2021-22', { 'date-parts': [[2021]], season: 2 }],
    ['2021-06-01T10:00:00Z', { 'date-parts': [[2021, 6, 1]] }],
    ['{year: 2021, month: 6, day: 1}', { 'date-parts': [[2021, 6, 1]] }],
    ['[{year: 2021, month: 6}]', { 'date-parts': [[2021, 6]] }],
    ['{date-parts: [[2021, "6"]]}', { 'date-parts': [[2021, 6]] }],
    ['{date-parts: [2021, 6]}', { 'date-parts': [[2021, 6]] }],
    ['{raw: 2021-06-01}', { 'date-parts': [[2021, 6, 1]] }],
    ['{raw: "June 1, 2021"}', { raw: 'June 1, 2021' }],
    ['{literal: undated}', { literal: 'undated' }],
    ['1999-XX', { 'date-parts': [[1999]] }],
    ['1999-uu-uu', { 'date-parts': [[1999]] }],
    ['1999-03-XX', { 'date-parts': [[1999, 3]] }],
    ['199X', { literal: '199X' }],
    ['19XX', { literal: '19XX' }],
    ['2015/open', { 'date-parts': [[2015], [0]] }],
  ];
  for (const [written, read] of dates)
    it(`reads the date ${written}`, () => {
      const file = check('x.yaml', `- {id: a, type: book, title: T, issued: ${written}}`, { keys: ['a'] });
      assert.deepEqual(items(file)[0]?.issued, read);
    });

  it('says how a key is cited that has other characters', () => {
    const saidOf = (id: string) =>
      readSourceFile('x.json', JSON.stringify([{ id, type: 'book', title: 'T' }])).problems[0]?.message ?? '';
    assert.match(saidOf('two words'), /is cited in braces only, as @\{two words\}\. Use letters/);
    assert.match(saidOf('a-->b'), /cannot be cited in Markdown\. Use letters/);
  });

  const badDates: [written: string, kept: object | undefined][] = [
    ['2021-02-30', { 'date-parts': [[2021, 2]] }],
    ['2021-13', { 'date-parts': [[2021]] }],
    ['June 2021', { literal: 'June 2021' }],
    ['[]', undefined],
    ['{x: 1}', undefined],
    ['{date-parts: [[2021, 13, 1]]}', { 'date-parts': [[2021]] }],
  ];
  for (const [written, kept] of badDates)
    it(`reports the date ${written}`, () => {
      const text = `- {id: a, type: book, title: T, issued: ${written}}`;
      const isAbsent = written === '[]';
      const file = check('x.yaml', text, {
        keys: ['a'],
        problems: isAbsent ? [] : [`source/date «${written}»`],
      });
      assert.deepEqual(items(file)[0]?.issued, kept);
    });

  it('reports problems at their places', () => {
    check('x.yaml', '- id: a\n  type: book\n  title: A\n- title: B\n- id: a\n  type: book\n  title: C\n', {
      keys: ['a'],
      problems: ['source/missing-id «title: B\n»', 'source/duplicate-key «a»'],
    });
    check('x.yaml', '- {id: a, type: book, title: T', { keys: ['a'], problems: ['source/syntax «»'] });
  });

  const noLists = ['', '\ufeff\n', 'null', '3', 'text', 'a: 1', 'references: 3'];
  for (const text of noLists)
    it(`says that ${JSON.stringify(text)} is no list`, () => {
      assert.deepEqual(
        readSourceFile('x.yaml', text).problems.map(({ rule }) => rule),
        ['source/not-a-list'],
      );
    });

  it('reads an empty list, and survives nesting without end', () => {
    check('x.yaml', 'references:\n', {});
    for (const opening of ['[', '{a: ', '- '])
      assert.match(
        readSourceFile('x.yaml', opening.repeat(20_000)).problems[0]?.message ?? '',
        /nested|Not valid|list/,
      );
  });
});

describe('readSourceFile: other formats', () => {
  for (const path of ['x.txt', 'x.bibtex', 'x'])
    it(`answers ${path} with one warning`, () => {
      const { sources, problems } = readSourceFile(path, '@book{a}');
      assert.equal(sources.length, 0);
      assert.deepEqual(
        problems.map(({ rule, severity }) => [rule, severity]),
        [['source/unsupported', 'warning']],
      );
      assert.match(problems[0]?.message ?? '', /export CSL-JSON/);
    });
});
