/** Edits of glossary YAML: what is meant changes, every other byte stays, whatever the style of the file. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addEntry,
  addToList,
  aliasPath,
  type EntryEdit,
  removeFromList,
} from '../../../server/src/glossary/editEntry';
import { applyEdits } from '../../../server/src/text/edit';
import { readYaml, type YamlPath, type YamlValue } from '../../../server/src/text/yaml';
import { runs, TIMEOUT } from '../../properties/runs';
import { glossaryFile, nameText, type WrittenFile } from './yamlEntries';

const edited = (text: string, edit: EntryEdit): string => {
  assert.ok('edits' in edit, `Refused: ${'refusal' in edit ? edit.refusal : ''}\n${text}`);
  return applyEdits(text, edit.edits);
};
const read = (text: string): YamlValue => {
  const { value, problems } = readYaml(text, 'strings');
  assert.deepEqual(problems, [], text);
  return value;
};

const KEYS = ['spellings', 'scripts', 'not', 'aliases', 'short', 'acronym'] as const;

/** Where something can be added: entries and aliases. */
function targetsIn({ value }: WrittenFile): YamlPath[] {
  const targets: YamlPath[] = [];
  for (const [section, entries] of value) {
    for (const [id, entry] of entries) {
      targets.push([section, id]);
      const aliases = (entry as ReadonlyMap<string, YamlValue>).get('aliases');
      if (Array.isArray(aliases)) targets.push(...aliases.map((_, k) => [section, id, 'aliases', k]));
    }
  }
  return targets;
}

const asItems = (value: YamlValue | undefined): YamlValue[] =>
  value === undefined || value === '' || value === 'null' ? [] : Array.isArray(value) ? value : [value];

/** The values as they are to be, made without our own code. */
function withItem(value: YamlValue | undefined, path: YamlPath, key: string, item: string): YamlValue {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (typeof value === 'string')
      return new Map<string, YamlValue>([
        ['name', value],
        [key, [item]],
      ]);
    const map = value as ReadonlyMap<string, YamlValue>;
    return new Map(map).set(key, [...asItems(map.get(key)), item]);
  }
  if (Array.isArray(value)) return value.map((one, k) => (k === step ? withItem(one, rest, key, item) : one));
  const map = value as ReadonlyMap<string, YamlValue>;
  return new Map(map).set(String(step), withItem(map.get(String(step)), rest, key, item));
}

const at = (value: YamlValue | undefined, path: YamlPath): YamlValue | undefined =>
  path.reduce<YamlValue | undefined>(
    (part, step) => (part instanceof Map ? part.get(String(step)) : (part as YamlValue[])?.[Number(step)]),
    value,
  );

const names = (items: readonly YamlValue[]) =>
  items.map((one) => (one instanceof Map ? one.get('name') : one));

describe('addToList, on files in every style', function () {
  this.timeout(TIMEOUT);

  it('the generated files read as they were meant', () => {
    fc.assert(
      fc.property(glossaryFile, ({ text, value }) => {
        const all = read(text) as ReadonlyMap<string, YamlValue>;
        for (const [section, entries] of value) assert.deepEqual(all.get(section), entries, text);
      }),
      runs(300),
    );
  });

  it('adds one value, changes no other, and takes nothing away', () => {
    fc.assert(
      fc.property(glossaryFile, fc.nat(), fc.constantFrom(...KEYS), nameText, (file, which, key, item) => {
        const { text } = file;
        const targets = targetsIn(file);
        const path = targets[which % targets.length]!;
        const before = read(text);
        const target = at(before, path);
        const items = target instanceof Map ? asItems(target.get(key)) : [];
        const edit = addToList(text, path, key, item);
        if (names(items).includes(item)) return assert.deepEqual(edit, { edits: [] });
        const after = edited(text, edit);
        assert.deepEqual(read(after), withItem(before, path, key, item), after);
        assert.ok('edits' in edit);
        for (const { span } of edit.edits) {
          // Only a text that cannot stand among others as it is, or is nothing, may be written anew.
          const replaced = text.slice(span.start, span.end);
          if (!/^["']?(?:null)?["']?$/.test(replaced)) assert.match(replaced, /[,[\]{}]/, after);
        }
        assert.equal(after.includes('\r\n'), text.includes('\r\n'));
        assert.doesNotMatch(after.replaceAll('\r\n', ''), text.includes('\r\n') ? /\n/ : /\r/);
        assert.deepEqual(addToList(after, path, key, item), { edits: [] });
      }),
      runs(2000),
    );
  });

  it('and removeFromList takes it out again', () => {
    fc.assert(
      fc.property(glossaryFile, fc.nat(), fc.constantFrom(...KEYS), nameText, (file, which, key, item) => {
        const targets = targetsIn(file);
        const path = targets[which % targets.length]!;
        const before = read(file.text);
        const target = at(before, path);
        const items = target instanceof Map ? asItems(target.get(key)) : [];
        if (names(items).includes(item)) return;
        const added = edited(file.text, addToList(file.text, path, key, item));
        const removal = removeFromList(added, path, key, item);
        const removed = edited(added, removal);
        const now = at(read(removed), path) as ReadonlyMap<string, YamlValue>;
        assert.deepEqual(asItems(now.get(key)), items, removed);
        if (Array.isArray(target instanceof Map && target.get(key)) && items.length > 0)
          assert.deepEqual(read(removed), before);
      }),
      runs(600),
    );
  });
});

/** The lines that differ, as a reader of a comparison sees them; every line stands where it stood. */
function comparison(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail++;
  return [
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
  ];
}

const ENTRY: YamlPath = ['people', 'a'];
const inFile = (...lines: string[]) =>
  `people:\n  a:\n    name: A\n${lines.map((line) => `    ${line}\n`).join('')}  b:\n    name: B\n`;

describe('addToList', () => {
  const cases: [what: string, text: string, key: (typeof KEYS)[number], item: string, changes: string[]][] = [
    [
      'a list on a line',
      inFile('not: [X, Q]  # seen'),
      'not',
      'Z',
      ['-    not: [X, Q]  # seen', '+    not: [X, Q, Z]  # seen'],
    ],
    ['a list of lines', inFile('not:', '- X  # x', '# y'), 'not', 'Z', ['+    - Z']],
    [
      'a text alone',
      inFile('short: X   # the usual'),
      'short',
      'Q',
      ['-    short: X   # the usual', '+    short: [X, Q]   # the usual'],
    ],
    [
      'a text that cannot stand among others as it is',
      inFile('short: X, Q'),
      'short',
      'Z',
      ['-    short: X, Q', '+    short: ["X, Q", Z]'],
    ],
    [
      'nothing yet',
      inFile('spellings:   # to do'),
      'spellings',
      'X',
      ['-    spellings:   # to do', '+    spellings: [X]   # to do'],
    ],
    [
      'no key yet: behind those that usually precede it',
      inFile('short: X', 'note: N'),
      'spellings',
      'Q',
      ['+    spellings: [Q]'],
    ],
    [
      'no key yet, where lists are of lines',
      inFile('short:', '  - X', 'note: N'),
      'spellings',
      'Q',
      ['+    spellings:', '+      - Q'],
    ],
    [
      'a map on a line',
      'people:\n  a: { name: A, tags: [t] }   # a\n',
      'spellings',
      'X',
      ['-  a: { name: A, tags: [t] }   # a', '+  a: { name: A, spellings: [X], tags: [t] }   # a'],
    ],
    [
      'a line that gets too long',
      inFile(`not: [${'Long Name, '.repeat(10)}End]`),
      'not',
      'Another',
      [
        `-    not: [${'Long Name, '.repeat(10)}End]`,
        `+    not: [${'Long Name, '.repeat(10)}End,`,
        '+      Another]',
      ],
    ],
    [
      'single quotes, where these are used',
      inFile("not: ['X', 'Q']"),
      'not',
      "Z's",
      ["-    not: ['X', 'Q']", "+    not: ['X', 'Q', 'Z''s']"],
    ],
    ['quotes of the file, where some are needed', inFile("note: 'N'"), 'not', 'No', ["+    not: ['No']"]],
    ['what looks like a number', inFile('not: [X]'), 'not', '007', ['-    not: [X]', '+    not: [X, "007"]']],
    ['a name over a line end', inFile('not: [X]'), 'not', 'Q\n  Z', ['-    not: [X]', '+    not: [X, Q Z]']],
    [
      'what is nothing',
      inFile('spellings: ~   # none'),
      'spellings',
      'Foo',
      ['-    spellings: ~   # none', '+    spellings: [Foo]   # none'],
    ],
    [
      'nothing in words',
      inFile('spellings: null'),
      'spellings',
      'Foo',
      ['-    spellings: null', '+    spellings: [Foo]'],
    ],
    [
      'a name that is like nothing',
      inFile('spellings: Null'),
      'spellings',
      'Foo',
      ['-    spellings: Null', '+    spellings: [Null, Foo]'],
    ],
    [
      'an anchor that nobody uses',
      inFile('not: &n [X]'),
      'not',
      'Q',
      ['-    not: &n [X]', '+    not: &n [X, Q]'],
    ],
    [
      'a comment that belongs to the item before',
      inFile('not:', '  - X', '    # of X', '  # of all'),
      'not',
      'Q',
      ['+      - Q'],
    ],
  ];
  for (const [what, text, key, item, changes] of cases)
    it(what, () => {
      assert.deepEqual(comparison(text, edited(text, addToList(text, ENTRY, key, item))), changes);
      const windows = text.replaceAll('\n', '\r\n');
      const after = edited(windows, addToList(windows, ENTRY, key, item)).replaceAll('\r\n', '\n');
      assert.deepEqual(comparison(text, after), changes);
    });

  it('puts a comment that stands further in with what precedes it', () => {
    const text = inFile('not:', '  - X', '    # of X', '  # of all');
    assert.match(edited(text, addToList(text, ENTRY, 'not', 'Q')), /# of X\n {6}- Q\n {6}# of all/);
  });

  it('writes an alias with its kind, one below the other', () => {
    const item = { name: 'X, Q', kind: 'nickname' };
    const text = inFile();
    assert.deepEqual(comparison(text, edited(text, addToList(text, ENTRY, 'aliases', item))), [
      '+    aliases:',
      '+      - { name: "X, Q", kind: nickname }',
    ]);
    const maps = inFile('aliases:', '  - name: Z', '    kind: kunya');
    assert.deepEqual(comparison(maps, edited(maps, addToList(maps, ENTRY, 'aliases', item))), [
      '+      - name: X, Q',
      '+        kind: nickname',
    ]);
    assert.deepEqual(addToList(maps, ENTRY, 'aliases', { name: 'Z' }), { edits: [] });
  });

  it('knows an alias by its name, be it a text, a map or alone', () => {
    const add = (text: string, alias: string) =>
      comparison(text, edited(text, addToList(text, aliasPath(text, ENTRY, alias)!, 'spellings', 'X')));
    const list = inFile('aliases:', '  - P Q', '  - { name: R }', '  - S');
    assert.deepEqual(add(list, 'P Q'), ['-      - P Q', '+      - { name: P Q, spellings: [X] }']);
    assert.deepEqual(add(list, 'R'), ['-      - { name: R }', '+      - { name: R, spellings: [X] }']);
    assert.deepEqual(add(inFile('aliases: P'), 'P'), [
      '-    aliases: P',
      '+    aliases: { name: P, spellings: [X] }',
    ]);
    assert.deepEqual(add(inFile('aliases: { name: P }'), 'P'), [
      '-    aliases: { name: P }',
      '+    aliases: { name: P, spellings: [X] }',
    ]);
    const maps = inFile('aliases:', '  - P', '  - name: R', '    spellings:', '      - T');
    assert.deepEqual(add(maps, 'P'), [
      '-      - P',
      '+      - name: P',
      '+        spellings:',
      '+          - X',
    ]);
    assert.equal(aliasPath(list, ENTRY, 'T'), undefined);
    assert.equal(aliasPath(inFile(), ENTRY, 'T'), undefined);
  });

  it('keeps JSON', () => {
    const value = { people: { a: { name: 'A', spellings: ['X'], tags: [] }, b: { name: 'B' } } };
    for (const indent of [undefined, 1, 2, '\t']) {
      const text = JSON.stringify(value, undefined, indent);
      for (const [path, key] of [
        [['people', 'a'], 'spellings'],
        [['people', 'a'], 'tags'],
        [['people', 'b'], 'not'],
      ] as const) {
        const after = edited(text, addToList(text, path, key, 'Q "Z"'));
        const expected = structuredClone<Record<string, Record<string, Record<string, unknown>>>>(value);
        const entry = expected.people![path[1]]!;
        entry[key] = [...((entry[key] as string[] | undefined) ?? []), 'Q "Z"'];
        assert.deepEqual(JSON.parse(after), expected);
        assert.deepEqual(
          JSON.parse(edited(after, removeFromList(after, path, key, 'Q "Z"'))).people[path[1]].name,
          value.people[path[1]].name,
        );
      }
      assert.equal(JSON.parse(edited(text, addEntry(text, 'people', 'c', { name: 'C' }))).people.c.name, 'C');
      assert.equal(JSON.parse(edited(text, addEntry(text, 'groups', 'c', { name: 'C' }))).groups.c.name, 'C');
    }
  });

  it('keeps JSON that has no text yet, or nothing where a list may be', () => {
    const nothing = '{"people":{"a":{"name":"A","spellings":null}}}';
    assert.equal(
      edited(nothing, addToList(nothing, ENTRY, 'spellings', 'Foo')),
      '{"people":{"a":{"name":"A","spellings":["Foo"]}}}',
    );
    for (const text of [
      '{}',
      '{"version":1}',
      '{"people":{}}',
      '{"people":[]}',
      '{"people":null}',
      '{\n  "version": 1\n}\n',
    ]) {
      const now: unknown = JSON.parse(edited(text, addEntry(text, 'people', 'new-one', { name: 'New One' })));
      const { people } = now as { people: unknown };
      assert.deepEqual(people, { 'new-one': { name: 'New One' } }, text);
    }
  });

  const refused: [what: string, text: string, says: RegExp][] = [
    ['no such entry', 'people:\n  b:\n    name: B\n', /no such entry/],
    ['no sound YAML', 'people:\n  a: [\n', /not sound YAML/],
    ['a key given twice', 'people:\n  a:\n    name: A\n    name: B\n', /not sound YAML/],
    ['tabs', 'people:\n\ta:\n\t\tname: A\n', /not sound YAML/],
    ['an alias of a list elsewhere', inFile('short: &s [X]', 'spellings: *s'), /by hand/],
    ['a list that stands elsewhere as well', inFile('spellings: &s [X]', 'tags: *s'), /by hand/],
    ['an entry that stands elsewhere as well', 'people:\n  b: &b { name: B }\n  a: *b\n', /by hand/],
    ['a block of text for a list', inFile('spellings: |', '  X'), /by hand/],
    ['an entry that is no map', 'people:\n  a: [X]\n', /no such entry/],
  ];
  for (const [what, text, says] of refused)
    it(`refuses ${what}`, () => {
      const result = addToList(text, ENTRY, 'spellings', 'Q');
      assert.ok('refusal' in result, JSON.stringify(result));
      assert.match(result.refusal, says);
    });

  it('refuses to write nothing', () => {
    assert.ok('refusal' in addToList(inFile(), ENTRY, 'not', ' \n '));
  });

  it('reads of a long file only the lines of the entry', () => {
    const others = Array.from(
      { length: 20_000 },
      (_, k) => `  p${k}:\n    name: Person ${k}\n    not: [X${k}]  # ${k}\n`,
    );
    const text = `version: 1\npeople:\n${others.join('')}groups:\n  p7: { name: Group }\n`;
    const after = edited(text, addToList(text, ['people', 'p7'], 'not', 'Q'));
    assert.deepEqual(comparison(text, after), ['-    not: [X7]  # 7', '+    not: [X7, Q]  # 7']);
    assert.deepEqual(comparison(after, edited(after, removeFromList(after, ['people', 'p7'], 'not', 'Q'))), [
      '-    not: [X7, Q]  # 7',
      '+    not: [X7]  # 7',
    ]);
    assert.deepEqual(comparison(text, edited(text, addEntry(text, 'people', 'new', { name: 'New' }))), [
      '+  new:',
      '+    name: New',
    ]);
    assert.ok('refusal' in addEntry(text, 'people', 'p7', { name: 'New' }));
  });
});

describe('removeFromList', () => {
  const cases: [what: string, text: string, item: string, changes: string[]][] = [
    ['the first of a line', inFile('not: [X, Q]'), 'X', ['-    not: [X, Q]', '+    not: [Q]']],
    ['the last of a line', inFile('not: [X, Q]'), 'Q', ['-    not: [X, Q]', '+    not: [X]']],
    ['a line, with its comment', inFile('not:', '  - X  # x', '  - Q'), 'X', ['-      - X  # x']],
    ['the only one, with its key', inFile('not: [X]  # x', 'tags: [t]'), 'X', ['-    not: [X]  # x']],
    ['the only one of lines', inFile('not:', '  - X', 'tags: [t]'), 'X', ['-    not:', '-      - X']],
    ['a text alone', inFile('not: X'), 'X', ['-    not: X']],
    [
      'of a map on a line',
      'people:\n  a: { name: A, not: [X] }\n',
      'X',
      ['-  a: { name: A, not: [X] }', '+  a: { name: A }'],
    ],
    ['what is not there', inFile('not: [X]'), 'Q', []],
  ];
  for (const [what, text, item, changes] of cases)
    it(`takes out ${what}`, () => {
      assert.deepEqual(comparison(text, edited(text, removeFromList(text, ENTRY, 'not', item))), changes);
    });
});

describe('addEntry', () => {
  const fields = { name: 'New: One', spellings: ['Nu Uan'] };
  const added = (text: string, section = 'people') => edited(text, addEntry(text, section, 'new', fields));
  const lines = ['+  new:', '+    name: "New: One"', '+    spellings: [Nu Uan]'];

  it('comes last in its section, and looks like the others', () => {
    const text = `${inFile()}places: {}   # none\n`;
    assert.deepEqual(comparison(text, added(text)), lines);
    assert.deepEqual(comparison(text, added(text, 'places')), [
      '-places: {}   # none',
      '+places:   # none',
      ...lines,
    ]);
    const wide =
      'people:\n    a:\n       name: A\n       not:\n         - X\n\n    b:\n       name: B\n       # of b\n# end\n';
    assert.deepEqual(comparison(wide, added(wide)), [
      '+',
      '+    new:',
      '+       name: "New: One"',
      '+       spellings:',
      '+         - Nu Uan',
    ]);
    assert.match(added(wide), /# of b\n\n {4}new:/);
    const flow = 'people:\n  a: { name: A }\n';
    assert.deepEqual(comparison(flow, added(flow)), ['+  new: { name: "New: One", spellings: [Nu Uan] }']);
  });

  it('makes the section, and begins the file', () => {
    const text = inFile();
    const section = ['', 'groups:', '  new:', '    name: "New: One"', '    spellings: [Nu Uan]', ''];
    assert.equal(added(text, 'groups'), text + section.join('\n'));
    assert.equal(added(''), 'people:\n  new:\n    name: "New: One"\n    spellings: [Nu Uan]\n');
    assert.match(added('# Mine'), /^# Mine\npeople:\n {2}new:\n/);
    assert.match(added('version: 1\npeople:\n  # none yet\n'), /people:\n {2}# none yet\n {2}new:\n {4}name/);
  });

  it('takes the place of what stands for no entries', () => {
    for (const nothing of ['~', 'null', '[]', '{}', '[ ]', '']) {
      const text = `version: 1\npeople: ${nothing}   # none\ngroups: {}\n`;
      const now = edited(text, addEntry(text, 'people', 'new-one', { name: 'New One' }));
      assert.match(now, /^version: 1\npeople: *# none\n {2}new-one:\n {4}name: New One\ngroups: \{\}\n$/);
    }
  });

  it('says what else stands where entries should', () => {
    for (const other of ['[a]', 'x']) {
      const result = addEntry(`people: ${other}\n`, 'people', 'new-one', { name: 'New One' });
      assert.match('refusal' in result ? result.refusal : '', /^Below “people:” there are no entries, but/);
    }
  });

  it('refuses an id that is taken', () => {
    for (const text of [inFile(), '{"people": {"a": {"name": "A"}}}']) {
      const result = addEntry(text, 'people', 'a', fields);
      assert.ok('refusal' in result && /Choose another id/.test(result.refusal));
    }
  });

  it('changes nothing else, in any style', () => {
    fc.assert(
      fc.property(glossaryFile, fc.constantFrom('people', 'groups', 'places'), (file, section) => {
        const before = read(file.text) as ReadonlyMap<string, YamlValue>;
        const after = read(added(file.text, section)) as ReadonlyMap<string, YamlValue>;
        const entry = new Map<string, YamlValue>([
          ['name', 'New: One'],
          ['spellings', ['Nu Uan']],
        ]);
        const entries = new Map((before.get(section) as ReadonlyMap<string, YamlValue>) ?? []).set(
          'new',
          entry,
        );
        assert.deepEqual(after, new Map(before).set(section, entries));
      }),
      runs(400),
    );
  });
});
