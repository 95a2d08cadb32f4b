/** Tests reading one glossary file: the entities, and the exact place and words of every problem. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Entity, EntryOrigin } from '../../../server/src/glossary/entity';
import { MOST_PROBLEMS, parseGlossaryFile } from '../../../server/src/glossary/parse';
import { sliceOf } from '../../../server/src/text/span';

const parse = (text: string) => parseGlossaryFile('/desk/glossary/a.yaml', text);

/** Each problem as `rule “what is underlined”: message`. */
const problemsOf = (text: string): string[] =>
  parse(text).problems.map(
    ({ rule, span, message }) => `${rule.replace('glossary/', '')} “${sliceOf(text, span)}”: ${message}`,
  );

const only = (text: string): Entity => {
  const { entities } = parse(text);
  assert.equal(entities.length, 1);
  return entities[0]!;
};

const inEntry = (lines: string): string =>
  `people:\n  x:\n    name: Xavier\n${lines.replace(/^/gm, '    ')}\n`;

function assertProblem(text: string, expected: RegExp): void {
  const problems = problemsOf(text);
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0]!, expected);
}

describe('parseGlossaryFile', function () {
  this.timeout(60_000);

  it('reads a whole entry', () => {
    const entity = only(`version: 1
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah, Abu-Salokha]
    scripts: [أبو صلاح]
    aliases:
      - { name: Sirojiddin Mukhtarov, kind: real name, short: Mukhtarov, use: any,
          spellings: [Sirajuddin Mukhtarov], sources: [{ id: un-s-2020-53, locator: "15" }] }
      - Abu Saloh the Younger
    roles:
      - { group: ktj, title: leader, until: 2019-04, sources: [a] }
    status: { is: reported killed, on: 2022-09-11, sources: [b] }
    not: [Abu Sahl]
    note: A note.
    links: [https://example.org/a]
    tags: one
    examples: [{ text: Abu Salah said, expect: Abu Saloh said }]
`);
    assert.deepEqual(entity, {
      id: 'abu-saloh',
      type: 'person',
      name: 'Abu Saloh',
      acronyms: [],
      shorts: [],
      spellings: ['Abu Salah', 'Abu-Salokha'],
      scripts: ['أبو صلاح'],
      aliases: [
        {
          name: 'Sirojiddin Mukhtarov',
          kind: 'real name',
          shorts: ['Mukhtarov'],
          spellings: ['Sirajuddin Mukhtarov'],
          scripts: [],
          use: 'any',
          sources: [{ id: 'un-s-2020-53', locator: '15' }],
        },
        {
          name: 'Abu Saloh the Younger',
          kind: 'other',
          shorts: [],
          spellings: [],
          scripts: [],
          use: 'introduce',
          sources: [],
        },
      ],
      roles: [
        { entity: 'ktj', entityType: 'group', title: 'leader', until: '2019-04', sources: [{ id: 'a' }] },
      ],
      parents: [],
      status: { is: 'reported killed', on: '2022-09-11', sources: [{ id: 'b' }] },
      not: ['Abu Sahl'],
      note: 'A note.',
      links: [{ url: 'https://example.org/a' }],
      tags: ['one'],
      sources: [],
      examples: [{ text: 'Abu Salah said', expect: 'Abu Saloh said' }],
      origin: new EntryOrigin('/desk/glossary/a.yaml', 'people', 'abu-saloh'),
    });
    assert.deepEqual(entity.origin.yamlPath, ['people', 'abu-saloh']);
  });

  it('reads every section', () => {
    const text =
      'groups: {a: {name: A1}}\npeople: {b: {name: B1}}\nplaces: {c: {name: C1}}\norganisations: {d: {name: D1}}';
    assert.deepEqual(
      parse(text).entities.map(({ id, type }) => [id, type]),
      [
        ['a', 'group'],
        ['b', 'person'],
        ['c', 'place'],
        ['d', 'organisation'],
      ],
    );
    assert.deepEqual(problemsOf(text), []);
  });

  it('takes names for text, whatever they look like', () => {
    const text = 'people:\n  a: { name: 007 }\n  b: { name: Null }\n  c: { name: No }\n  1: { name: 1e3 }';
    assert.deepEqual(
      parse(text).entities.map(({ id, name }) => `${id} ${name}`),
      ['a 007', 'b Null', 'c No', '1 1e3'],
    );
    assert.deepEqual(problemsOf(text), []);
  });

  it('has no special ids', () => {
    const text =
      'people:\n  __proto__: { name: Proto }\n  constructor: { name: Con }\n  toString: { name: Str }';
    assert.deepEqual(
      parse(text).entities.map(({ id, name }) => `${id} ${name}`),
      ['__proto__ Proto', 'constructor Con', 'toString Str'],
    );
    assert.deepEqual(problemsOf(text), []);
    assert.equal(({} as Record<string, unknown>).name, undefined);
  });

  it('has no special keys', () => {
    assertProblem(
      inEntry('__proto__: { a: b }'),
      /^unknown-key “__proto__”: An entry has no key “__proto__”/,
    );
    assertProblem(inEntry('constructor: a'), /^unknown-key “constructor”: /);
  });

  it('counts empty values as about to be typed', () => {
    assert.deepEqual(problemsOf('version:\ngroups:\npeople: {}\nplaces:\n'), []);
    assert.deepEqual(problemsOf(inEntry('acronym:\nspellings:\n  -\nroles:\nstatus:\nnote: ""')), []);
  });

  describe('reports', () => {
    it('broken YAML, and keeps what can be read', () => {
      const text = 'people:\n  a: { name: Ann }\n  b: { name: "Bob }\n';
      assert.ok(problemsOf(text).some((problem) => problem.startsWith('syntax')));
      assert.equal(parse(text).entities[0]?.name, 'Ann');
    });

    it('a key given twice', () => {
      assertProblem(
        'people:\n  a: { name: Ann }\n  a: { name: Bob }\n',
        /^syntax “a”: This key is given twice/,
      );
    });

    it('an unknown key, with the nearest known one', () => {
      assertProblem(
        inEntry('speling: Xaver'),
        /^unknown-key “speling”: An entry has no key “speling”\. Write “spellings”\.$/,
      );
      assertProblem(
        'persons: {}',
        /^unknown-key “persons”: A glossary file has no key “persons”\. Use one of version, groups, people, places, organisations\.$/,
      );
      assertProblem(inEntry('roles: [{ group: a, tittle: b }]'), /^unknown-key “tittle”: A role .* “title”/);
    });

    it('a missing name', () => {
      const missing = 'people:\n  x:\n    note: Nobody.\n';
      assertProblem(missing, /^missing-name “x”: An entry needs “name”/);
      assert.deepEqual([...parse(missing).nameless], ['x']);
      assertProblem('people:\n  x:\n', /^missing-name “x”/);
      assertProblem('people:\n  x: { name: "  " }\n', /^missing-name “x”/);
      assertProblem(
        inEntry('aliases: [{ kind: kunya }]'),
        /^missing-name “.*kunya.*”: An alias needs “name”/,
      );
    });

    it('takes nothing for a list or for entries, in whatever way it is written', () => {
      for (const nothing of ['~', 'null', '[]', '']) {
        const { entities, problems } = parseGlossaryFile(
          '/a.yaml',
          `people:\n  a: { name: Null, spellings: ${nothing}, aliases: ${nothing} }\ngroups: ${nothing === '[]' ? '{}' : nothing}\n`,
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(
          entities.map((one) => [one.name, one.spellings, one.aliases]),
          [['Null', [], []]],
        );
      }
    });

    it('a bad value', () => {
      assertProblem(
        'people: [a, b]',
        /^bad-value “\[a, b\]”: “people” is a map from ids to entries, not a list/,
      );
      assertProblem(
        'people: { x: Xavier }',
        /^bad-value “Xavier”: An entry is a map, not a text\. Write a key/,
      );
      assertProblem(inEntry('note: [a]'), /^bad-value “\[a\]”: “note” takes a text, not a list/);
      assertProblem(
        inEntry('aliases: [{ name: A1, kind: nomme de guerre }]'),
        /^bad-value “nomme de guerre”: “kind” cannot be “nomme de guerre”\. Write “nom de guerre”\.$/,
      );
      assertProblem(inEntry('links: ["javascript:alert(1)"]'), /^bad-value .*no address that can be opened/);
      assertProblem(inEntry('links: ["command:workbench.action.quit"]'), /^bad-value /);
    });

    it('a role without an entity, or with two', () => {
      assertProblem(
        inEntry('roles: [{ title: leader }]'),
        /^bad-value .*needs the id of an entity under “group”, “organisation” or “place”/,
      );
      assertProblem(
        inEntry('roles: [{ group: a, place: b }]'),
        /^bad-value “place”: .*names “group” already/,
      );
      assert.equal(only(inEntry('roles: [{ group: a, place: b }]')).roles[0]?.entity, 'a');
    });

    it('a bad date, or dates out of order', () => {
      assertProblem(inEntry('status: { is: dead, on: 2019-4 }'), /^bad-date “2019-4”: .*Write the year/);
      assertProblem(
        inEntry('roles: [{ group: a, from: 2020, until: 2019-04 }]'),
        /^bad-date “2019-04”: “until” \(2019-04\) lies before “from”/,
      );
      assert.equal(only(inEntry('status: { is: dead, on: 2019-4 }')).status?.is, 'dead');
    });

    it('a bad id, and keeps the entry', () => {
      assertProblem('people: { "abu saloh": { name: Abu } }', /^bad-id “"abu saloh"”: /);
      assertProblem('people: { ? [a, b] : { name: Abu } }', /^bad-id /);
      assert.equal(only('people: { "abu saloh": { name: Abu } }').id, 'abu saloh');
    });

    it('another version', () => {
      assertProblem('version: 2', /^version “2”: “version” cannot be “2”\. Write “1”\.$/);
    });

    it('no more than anybody reads', () => {
      const text = `people:\n${Array.from({ length: MOST_PROBLEMS + 50 }, (_, i) => `  p${i}: {}\n`).join('')}`;
      assert.equal(parse(text).problems.length, MOST_PROBLEMS);
    });
  });

  describe('takes any form', () => {
    const forms = (yaml: string) => only(inEntry(`spellings: [${yaml}]`)).spellings;

    it('of one letter, like a regular expression, or right-to-left', () => {
      assert.deepEqual(forms('X, "(a+)+$", أبو صلاح'), ['X', '(a+)+$', 'أبو صلاح']);
      assert.deepEqual(problemsOf(inEntry('spellings: [X, "(a+)+$", أبو صلاح]')), []);
    });

    it('but not one of 10,000 characters', () => {
      const text = inEntry(`spellings: [${'ab '.repeat(3333)}c, Xaver]`);
      assertProblem(text, /^bad-value “ab ab .*”: This form is 10000 characters long, and is left out/);
      assert.deepEqual(only(text).spellings, ['Xaver']);
      assert.equal(parse(text).problems[0]?.severity, 'warning');
    });

    it('without control characters and direction marks', () => {
      const text = inEntry('spellings: ["Xa\\u0007ver", "\\u202EXavier of Y"]');
      assert.deepEqual(only(text).spellings, ['Xaver', 'Xavier of Y']);
      assert.match(problemsOf(text)[0]!, /invisible character \(U\+0007\)/);
      assert.match(problemsOf(text)[1]!, /invisible character \(U\+202E\)/);
    });

    it('but not one of punctuation', () => {
      assertProblem(inEntry('spellings: ["—!?"]'), /^bad-value “"—!\?"”: A form needs a letter or a digit/);
      assert.deepEqual(forms('"—!?"'), []);
    });

    it('on one line', () => {
      assert.equal(only('people:\n  x:\n    name: >\n      Xavier\n      of  Y\n').name, 'Xavier of Y');
    });
  });

  describe('survives', () => {
    const cases: Record<string, string> = {
      'an empty file': '',
      'a list': '- a\n- b\n',
      'a scalar': 'Abu Saloh',
      'a NUL': 'people:\n  a: { name: "A\u0000b" }\n',
      'lists without end': '['.repeat(20_000),
      'maps without end': '{a: '.repeat(20_000),
      'a deep value under a known key': `people: {a: {name: ${'['.repeat(5000)}${']'.repeat(5000)}}}`,
      'a circle': 'people: &a\n  x: *a\n  name: *a\n',
      'two documents': 'people: {}\n---\npeople: {}\n',
      'a tag': 'people: !!js/function "x"\n',
      binary: 'people: { a: { name: !!binary aGVsbG8= } }\n',
      'a lone surrogate': 'people: { a: { name: "A\ud800" } }',
      CRLF: 'people:\r\n  a:\r\n    name: Ann\r\n',
    };
    for (const [name, text] of Object.entries(cases)) {
      it(name, () => {
        for (const { span } of parse(text).problems) assertWithin(text, span);
      });
    }

    it('an empty file without a problem, and a list with one', () => {
      assert.deepEqual(problemsOf(''), []);
      assertProblem('- a\n', /^bad-value .*A glossary file is a map, not a list/s);
      assertProblem('Abu Saloh', /^bad-value “Abu Saloh”: A glossary file is a map, not a text/);
    });

    it('an alias bomb', () => {
      const levels = 'bcdefghijk'.split('');
      const bomb = `a: &a [${'x,'.repeat(9)}]\n${levels
        .map(
          (level, i) =>
            `${level}: &${level} [${Array(9)
              .fill(`*${levels[i - 1] ?? 'a'}`)
              .join(',')}]`,
        )
        .join('\n')}\npeople: { z: { name: Zed, spellings: *k } }\n`;
      assert.ok(parse(bomb).problems.length > 0);
      assert.ok(parse(bomb).problems.length <= MOST_PROBLEMS);
    });

    it('five megabytes', () => {
      const entries = Array.from(
        { length: 60_000 },
        (_, i) => `  p${i}:\n    name: Person Number${i}\n    note: A note on this person here.\n`,
      );
      const text = `people:\n${entries.join('')}`;
      assert.ok(text.length > 4_500_000);
      const { entities, problems } = parse(text);
      assert.equal(entities.length, 60_000);
      assert.deepEqual(problems, []);
    });
  });

  it('never throws, and every problem lies within the text', () => {
    const key = fc.constantFrom(
      'version',
      'people',
      'groups',
      'name',
      'acronym',
      'short',
      'aliases',
      'roles',
      'status',
      'sources',
      'kind',
      'from',
      'until',
      'group',
      'id',
      'links',
      'x',
      '__proto__',
      '',
    );
    const scalar = fc.oneof(
      fc.constantFrom('1', '2019-13', 'ktj', '"\\u0000"', '*a', '&a b', '!x', '~', '|', '- a', '? b'),
      fc.string(),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        scalar,
        fc.array(tie('tree'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(key, tie('tree')), { maxLength: 4 })
          .map((pairs) => `{${pairs.map(([name, value]) => `${name}: ${value}`).join(', ')}}`),
      ),
    }));
    const file = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      tree,
      tree.map((value) => `people: {x: ${value}}`),
      tree.map((value) => inEntry(`aliases: ${value}\nroles: ${value}`)),
    );
    fc.assert(
      fc.property(file, (text) => {
        const { entities, problems } = parse(text);
        for (const { span } of problems) assertWithin(text, span);
        for (const entity of entities) assert.notEqual(entity.name, '');
      }),
      { numRuns: 500 },
    );
  });
});

function assertWithin(text: string, { start, end }: { start: number; end: number }): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end} of ${text.length}`);
}
