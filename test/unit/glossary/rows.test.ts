/** Glossaries with an entry a row: tables and JSON lines, their entities, the places of what is wrong, and their edits. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  editsOfChange,
  type GlossaryChange,
  isChangeable,
} from '../../../server/src/glossary/glossaryChange';
import { MOST_PROBLEMS, parseGlossaryFile } from '../../../server/src/glossary/parse';
import { applyEdits } from '../../../server/src/text/edit';
import { sliceOf } from '../../../server/src/text/span';

const CSV = '/desk/glossary/names.csv';
const LINES = '/desk/glossary/names.jsonl';

const idsOf = (path: string, text: string): string[] =>
  parseGlossaryFile(path, text).entities.map(({ type, id }) => `${type} ${id}`);
/** Each problem as `rule “what is underlined”`. */
const problemsOf = (path: string, text: string): string[] =>
  parseGlossaryFile(path, text).problems.map(
    ({ rule, span }) => `${rule.replace('glossary/', '')} “${sliceOf(text, span)}”`,
  );

describe('A table', () => {
  it('has whatever an entry says in one text or in several', () => {
    const text =
      'id,type,name,acronym,short,spellings,scripts,aliases,status,not,note,links,tags,sources\n' +
      'ktj,group,Katibat,KTJ,K,"Katiba; Katibe",Катибат,"Jannat|Jannat\nOshiklari",defunct,Kati\\;bat,"A; note",https://example.org/a,x; y,doe-2020\n';
    const [entity] = parseGlossaryFile(CSV, text).entities;
    assert.deepEqual(problemsOf(CSV, text), []);
    const { acronyms, shorts, spellings, scripts, aliases, status, not, note, links, tags, sources } =
      entity!;
    assert.deepEqual(
      { acronyms, shorts, spellings, scripts, status, not, note, links, tags, sources },
      {
        acronyms: ['KTJ'],
        shorts: ['K'],
        spellings: ['Katiba', 'Katibe'],
        scripts: ['Катибат'],
        status: { is: 'defunct', sources: [] },
        not: ['Kati;bat'],
        note: 'A; note',
        links: [{ url: 'https://example.org/a' }],
        tags: ['x', 'y'],
        sources: [{ id: 'doe-2020' }],
      },
    );
    assert.deepEqual(
      aliases.map(({ name }) => name),
      ['Jannat', 'Jannat', 'Oshiklari'],
    );
    assert.deepEqual([entity!.origin.path, entity!.origin.yamlPath], [CSV, ['groups', 'ktj']]);
  });

  it('gives a row without a type that of its file’s name, else it is a person', () => {
    assert.deepEqual(idsOf('/desk/glossary/our-places.csv', 'name,type\nOsh,\nAnn,person\n'), [
      'place osh',
      'person ann',
    ]);
    assert.deepEqual(idsOf(CSV, 'name\nOsh\n'), ['person osh']);
    assert.deepEqual(idsOf(CSV, 'name,type\nA1,Organizations\nB1,GROUP\n'), ['organisation a1', 'group b1']);
  });

  it('makes ids of names, which are never those of other rows', () => {
    const text = 'name,id\nAbu Saloh,\nÉmile ’Zola,\nAbu-Saloh,\nOther,abu-saloh-2\n…1,\nНавқотий,\n';
    assert.deepEqual(
      parseGlossaryFile(CSV, text).entities.map(({ id }) => id),
      ['abu-saloh', 'emile-zola', 'abu-saloh-3', 'abu-saloh-2', '1', 'навқотии'],
    );
  });

  it('is read with a byte-order mark, Windows line ends, and the line by which Excel names the separator', () => {
    assert.deepEqual(idsOf(CSV, '\ufeffName;Type\r\nOsh;place\r\n'), ['place osh']);
    assert.deepEqual(idsOf(CSV, '\ufeffsep=|\r\nname|type\r\nOsh|place\r\n'), ['place osh']);
    assert.deepEqual(idsOf('/desk/glossary/a.tsv', 'name\ttype\nOsh\tplace'), ['place osh']);
  });

  it('is nothing where nothing is written', () => {
    for (const text of ['', '\ufeff', '\n', 'name\n', 'name,type\n,\n\n;\n'.replace(';', ',')])
      assert.deepEqual([idsOf(CSV, text), problemsOf(CSV, text)], [[], []], JSON.stringify(text));
  });

  it('tells of what is wrong, in its cell', () => {
    const cases: [text: string, problems: string[]][] = [
      ['nam,type\nAnn,\n', ['syntax “nam,type”', 'unknown-key “nam”']],
      ['name,name\nAnn,\n', ['unknown-key “name”']],
      ['name,colour\nAnn,red\n', ['unknown-key “colour”']],
      ['name,type\nAnn,persn\n', ['bad-value “persn”']],
      ['name,id\nAnn,a b\n', ['bad-id “a b”']],
      ['name,id\nAnn,a\nBob,a\n', ['duplicate-id “a”']],
      ['id,name\na,\n', ['missing-name “a”']],
      ['name,links\nAnn,https://example.org; nowhere\n', ['bad-value “nowhere”']],
      ['name,spellings\nAnn,"Anne; ?!"\n', ['bad-value “?!”']],
      ['name\n"Ann\nBob\n', ['bad-row “"Ann”']],
      ['name\nDoe, Jane\n', ['bad-row “ Jane”']],
    ];
    for (const [text, problems] of cases) assert.deepEqual(problemsOf(CSV, text), problems, text);
  });

  it('counts an entry whose name is missing as one that there is', () => {
    assert.deepEqual([...parseGlossaryFile(CSV, 'id,name\na,\n').nameless], ['a']);
  });

  it('knows where everything stands', () => {
    const text = 'name,aliases\nOsh,\n"Doe, Jane","Jane; ""J"""\n';
    const file = parseGlossaryFile(CSV, text);
    const at = (...rest: (string | number)[]) =>
      sliceOf(text, file.locate(['people', 'doe-jane', ...rest], 'value'));
    assert.equal(at(), '"Doe, Jane"');
    assert.equal(at('aliases', 1), '""J""');
    assert.equal(at('aliases'), '"Jane; ""J"""');
    assert.equal(at('note'), '"Doe, Jane","Jane; ""J"""');
    assert.deepEqual(
      file.leaves(file.entities[1]!).map((leaf) => `${leaf.path.join('/')}: ${leaf.text}`),
      [
        'people/doe-jane/name: Doe, Jane',
        'people/doe-jane/aliases/0: Jane',
        'people/doe-jane/aliases/1: "J"',
      ],
    );
  });

  it('keeps the objects of what has not changed', () => {
    const before = parseGlossaryFile(CSV, 'name,short\nAnn Lee,Ann\nBob Roe,Bob\n');
    const after = parseGlossaryFile(CSV, 'name,short\nNew,\nBob Roe,Bob\nAnn Lee,Annie\n', before);
    assert.equal(after.entities[1], before.entities[1]);
    assert.notEqual(after.entities[2], before.entities[0]);
  });

  it('tells of a thousand problems, not more', () => {
    const text = `name,type\n${'x,y\n'.repeat(5000)}`;
    assert.equal(parseGlossaryFile(CSV, text).problems.length, MOST_PROBLEMS);
  });
});

describe('JSON lines', () => {
  it('hold all that an entry of YAML may hold', () => {
    const entry = {
      name: 'Abu Saloh',
      aliases: [{ name: 'S. M.', kind: 'real name', use: 'any' }],
      roles: [{ group: 'ktj', title: 'leader', until: '2019-04' }],
      status: { is: 'reported killed', on: 2022 },
      tags: [1, true, null],
    };
    const yaml = JSON.stringify({ people: { a: entry } });
    const line = `${JSON.stringify({ type: 'person', id: 'a', ...entry })}\r\n`;
    const [one] = parseGlossaryFile(LINES, line).entities;
    const [other] = parseGlossaryFile(LINES.replace('jsonl', 'json'), yaml).entities;
    assert.deepEqual({ ...one, origin: 0, tags: 0 }, { ...other, origin: 0, tags: 0 });
    assert.deepEqual(problemsOf(LINES, line), []);
  });

  it('have no special keys', () => {
    assert.deepEqual(problemsOf(LINES, '{"name":"Ann","__proto__":{"note":"x"}}'), [
      'unknown-key “"__proto__"”',
    ]);
  });

  it('tells of what is wrong, in its place', () => {
    const cases: [text: string, problems: string[]][] = [
      ['{"name":"Ann"\n', ['bad-row “{"name":"Ann"”']],
      ['[]\n 1 \n', ['bad-row “[]”', 'bad-row “1”']],
      ['{"name":"Ann","aliases":[{"name":"A1","kind":"x"}]}', ['bad-value “"x"”']],
      ['{"nmae":"Ann"}', ['unknown-key “"nmae"”', 'missing-name “{"nmae":"Ann"}”']],
      ['{"name":"Ann","type":"x"}', ['bad-value “"x"”']],
      ['{"id":"a","name":"Ann"}\n{"name":"Bob","id":"a"}', ['duplicate-id “"a"”']],
      ['{"name":["Ann"]}', ['missing-name “["Ann"]”']],
    ];
    for (const [text, problems] of cases) assert.deepEqual(problemsOf(LINES, text), problems, text);
  });

  it('are not put off by what is nested deeply', () => {
    const deep = `{"name":"Ann","note":${'['.repeat(5000)}${']'.repeat(5000)}}\n{"name":"Bob"}\n`;
    assert.equal(parseGlossaryFile(LINES, deep).entities.at(-1)?.name, 'Bob');
  });
});

describe('Whatever a file with an entry a row holds', () => {
  it('it is read without throwing, with places inside the text', () => {
    const piece = fc.constantFrom(
      'name',
      'type',
      'id',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '"',
      '""',
      '{',
      '}',
      '{"name":"A"}',
      ':',
      '[',
      '\ufeff',
      '\\;',
      '|',
      'Ann',
      'group',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.constantFrom(CSV, LINES), fc.array(piece), fc.boolean(), (path, pieces, hasHead) => {
        const text = (hasHead ? 'name,type,id,aliases\n' : '') + pieces.join('');
        const file = parseGlossaryFile(path, text);
        for (const { span } of file.problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        assert.equal(new Set(file.entities.map(({ id }) => id)).size, file.entities.length);
        for (const { origin } of file.entities) {
          const { start, end } = file.locate(origin.yamlPath, 'key');
          assert.ok(0 <= start && start <= end && end <= text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('A file with an entry a row that is read again', () => {
  const heads = fc.constantFrom('name', 'name,id', 'name,type,id,aliases', 'aliases;name');
  const rows: Readonly<Record<string, fc.Arbitrary<string>>> = {
    [CSV]: fc.constantFrom(
      'Ann',
      'Ann',
      'Bob,',
      'Bob,,a',
      'Ann Lee,person,b',
      'Tom,a',
      'Osh,place',
      '"Q',
      '"A\nB",x',
      '',
      ',,c',
      ';Ann',
      'x;Bob',
      'Ann-2',
    ),
    [LINES]: fc.constantFrom(
      '{"name":"Ann"}',
      '{"name":"Ann","id":"a"}',
      '{"name":"Bob","id":"ann"}',
      '{"name":"Ann","type":"group"}',
      '{"id":"c"}',
      '{',
      '',
      '{"name":"Bob","x":1}',
      '{"name":"Ann 2"}',
    ),
  };

  it('gives what it gives of it anew, and the same objects for rows that have not changed', () => {
    let kept = 0;
    for (const [path, row] of Object.entries(rows)) {
      const lines = fc.array(row, { maxLength: 8 });
      fc.assert(
        fc.property(
          heads,
          fc.boolean(),
          lines,
          lines,
          lines,
          lines,
          fc.constantFrom('\n', '\r\n'),
          (head, isSame, a, b, c, d, eol) => {
            const top = (one: string) => (path === CSV ? [one] : []);
            const before = parseGlossaryFile(path, [...top(head), ...a, ...b, ...c].join(eol));
            const text = [...top(isSame ? head : 'name,id'), ...a, ...d, ...c, ''].join(eol);
            const again = parseGlossaryFile(path, text, before);
            const anew = parseGlossaryFile(path, text);
            assert.deepEqual(again.entities, anew.entities);
            assert.deepEqual(again.problems, anew.problems);
            assert.deepEqual(again.nameless, anew.nameless);
            for (const { origin } of anew.entities)
              assert.deepEqual(again.locate(origin.yamlPath, 'key'), anew.locate(origin.yamlPath, 'key'));
            kept += again.entities.filter((entity) => before.entities.includes(entity)).length;
          },
        ),
        { numRuns: 500 },
      );
    }
    assert.ok(kept > 1000, `Only ${kept} were kept.`);
  });
});

describe('editsOfChange of rows', () => {
  function edited(path: string, text: string, id: string, change: Omit<GlossaryChange, 'entity'>): string {
    assert.ok(isChangeable(path));
    const entity = parseGlossaryFile(path, text).entities.find((one) => one.id === id)!;
    const result = editsOfChange(text, entity.origin, { entity: id, ...change });
    return 'refusal' in result ? result.refusal : applyEdits(text, result.edits);
  }
  const spelling = (text: string) => ({ list: 'spellings', text }) as const;

  it('adds to a cell, whatever is in it', () => {
    const head = 'name,spellings,not\r\n';
    const cases: [row: string, added: string, expected: string][] = [
      ['Ann,,\r\n', 'Anne', 'Ann,Anne,\r\n'],
      ['Ann\r\n', 'Anne', 'Ann,Anne\r\n'],
      ['Ann,Anna,\r\n', 'Anne', 'Ann,Anna; Anne,\r\n'],
      ['Ann,Anna|Ane,\r\n', 'Anne', 'Ann,Anna|Ane|Anne,\r\n'],
      ['Ann,"Anna; Ane",\r\n', 'An, E', 'Ann,"Anna; Ane; An, E",\r\n'],
      ['Ann,Anna\r\n', 'A;B', 'Ann,Anna; A\\;B\r\n'],
      ['Ann,Anna; Anne\r\n', 'Anne', 'Ann,Anna; Anne\r\n'],
    ];
    for (const [row, added, expected] of cases) {
      assert.equal(edited(CSV, head + row, 'ann', spelling(added)), head + expected);
      const [entity] = parseGlossaryFile(CSV, head + expected).entities;
      assert.ok(entity!.spellings.includes(added));
    }
    assert.equal(edited(CSV, `${head}Ann\r\n`, 'ann', { list: 'not', text: 'Ahn' }), `${head}Ann,,Ahn\r\n`);
  });

  it('says why it cannot', () => {
    assert.match(edited(CSV, 'name\nAnn\n', 'ann', spelling('Anne')), /has no column “spellings”\. Add it/);
    const ofAlias = { ...spelling('x'), alias: 'Annie' };
    assert.match(edited(CSV, 'name,aliases\nAnn,Annie\n', 'ann', ofAlias), /by hand/);
  });

  it('adds to a line of JSON, which stays one line', () => {
    const cases: [line: string, change: Omit<GlossaryChange, 'entity'>, expected: string][] = [
      ['{"name":"Ann"}', spelling('Anne'), '{"name":"Ann", "spellings": ["Anne"]}'],
      [
        '{"name": "Ann", "spellings": ["Anna"]}',
        spelling('"A"'),
        '{"name": "Ann", "spellings": ["Anna", "\\"A\\""]}',
      ],
      [
        '{"name": "Ann", "spellings": "Anna"}',
        spelling('Anne'),
        '{"name": "Ann", "spellings": ["Anna", "Anne"]}',
      ],
      [
        '{"name": "Ann", "aliases": [{"name": "Annie"}]}',
        { ...spelling('Anni'), alias: 'Annie' },
        '{"name": "Ann", "aliases": [{"name": "Annie", "spellings": ["Anni"]}]}',
      ],
    ];
    for (const [line, change, expected] of cases)
      assert.equal(
        edited(LINES, `{"name":"Bob"}\n${line}\r\n`, 'ann', change),
        `{"name":"Bob"}\n${expected}\r\n`,
      );
    const long = `{"name": "Ann", "spellings": ["${'a'.repeat(200)}"]}\n`;
    const after = edited(LINES, long, 'ann', spelling('Anne'));
    assert.deepEqual(JSON.parse(after).spellings, ['a'.repeat(200), 'Anne']);
    assert.equal(after.split('\n').length, 2);
  });
});
