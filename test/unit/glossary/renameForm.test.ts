/** Another name in an entry of a glossary file: what is meant changes, every other byte stays, whatever the format. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entity } from '../../../server/src/glossary/entity';
import { formsOf } from '../../../server/src/glossary/forms';
import { cleanForm } from '../../../server/src/glossary/formText';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';
import {
  editsOfFormRenaming,
  type FormRenaming,
  isFoundAs,
  OLD_NAMES,
} from '../../../server/src/glossary/renameForm';
import { foldText } from '../../../server/src/names/fold';
import { applyEdits, type Edit } from '../../../server/src/text/edit';
import { readYaml, type YamlValue } from '../../../server/src/text/yaml';
import { entryLines } from '../../../server/src/text/yamlEntries';
import { runs, TIMEOUT } from '../../properties/runs';
import { glossaryFile, nameText } from './yamlEntries';

const YAML = '/people.yaml';

const entityOf = (path: string, text: string, id: string): Entity => {
  const entity = parseGlossaryFile(path, text).entities.find((one) => one.id === id);
  assert.ok(entity, `There is no ${id} in:\n${text}`);
  return entity;
};

function renamed(path: string, text: string, id: string, renaming: FormRenaming): string {
  const result = editsOfFormRenaming(text, entityOf(path, text, id), renaming);
  return 'refusal' in result ? result.refusal : applyEdits(text, result.edits);
}

const name = (before: string, after: string, old: FormRenaming['old'] = 'spelling'): FormRenaming => ({
  changes: [{ of: 'name', before, after }],
  old,
});

describe('A new name in a glossary file', function () {
  this.timeout(TIMEOUT);

  const written = fc.tuple(
    glossaryFile,
    fc.nat(),
    nameText,
    fc.constantFrom(...OLD_NAMES),
    fc.option(nameText, { nil: undefined }),
  );

  it('changes its entry as was meant, and nothing else, in any style', () => {
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(written, ([{ text }, which, newName, old, newShort]) => {
        const { entities } = parseGlossaryFile(YAML, text);
        const entity = entities[which % Math.max(1, entities.length)];
        const after = cleanForm(newName).text;
        if (!entity || after === '' || after === entity.name) return;
        const [short] = entity.shorts;
        const changesShort = short !== undefined && newShort !== undefined && cleanForm(newShort).text !== '';
        const renaming: FormRenaming = {
          changes: [
            { of: 'name', before: entity.name, after },
            ...(changesShort && cleanForm(newShort).text !== short
              ? [{ of: 'short' as const, before: short, after: cleanForm(newShort).text }]
              : []),
          ],
          old,
        };
        const result = editsOfFormRenaming(text, entity, renaming);
        if ('refusal' in result) {
          refused++;
          return assert.match(result.refusal, /^[A-Z].*\. [A-Z].*\.$/);
        }
        made++;
        const now = applyEdits(text, result.edits);
        const { yamlPath } = entity.origin;
        assertInside(text, result.edits, yamlPath);
        assert.deepEqual(without(now, yamlPath), without(text, yamlPath));
        const file = parseGlossaryFile(YAML, now);
        assert.deepEqual(
          file.entities.map(({ id }) => id),
          entities.map(({ id }) => id),
        );
        const changed = file.entities.find(({ id, type }) => id === entity.id && type === entity.type)!;
        assertRenamed(entity, changed, renaming, now);
      }),
      runs(300),
    );
    // A few styles leave no place; were it many, nothing would be tested.
    assert.ok(made > 10 * refused, `${made} made, ${refused} refused`);
  });

  it('to any name that the entry has already loses none, and gives none twice', () => {
    let made = 0;
    fc.assert(
      fc.property(written, fc.nat(), ([{ text }, which], other) => {
        const { entities } = parseGlossaryFile(YAML, text);
        const entity = entities[which % Math.max(1, entities.length)];
        if (!entity) return;
        const own = [...entity.spellings, ...entity.aliases.map((one) => one.name)];
        const after = own[other % Math.max(1, own.length)];
        if (after === undefined || isFoundAs(after, entity.name, 'house')) return;
        const result = editsOfFormRenaming(text, entity, name(entity.name, after));
        if ('refusal' in result) return;
        made++;
        const now = applyEdits(text, result.edits);
        const changed = parseGlossaryFile(YAML, now).entities.find(
          ({ id, type }) => id === entity.id && type === entity.type,
        )!;
        assert.equal(changed.name, after);
        const keysOf = (one: Entity) => new Set(formsOf(one).map(({ text: form }) => foldText(form)));
        assert.deepEqual(keysOf(changed), keysOf(entity), `${text}\n→\n${now}`);
        assert.ok(!changed.spellings.some((one) => isFoundAs(one, after, 'spelling')), now);
        const twice = (one: Entity) => one.spellings.length - new Set(one.spellings).size;
        assert.ok(twice(changed) <= twice(entity), now);
      }),
      runs(300),
    );
    assert.ok(made > 0);
  });

  it('and the old name again gives the old entry', () => {
    fc.assert(
      fc.property(written, ([{ text }, which, newName]) => {
        const { entities } = parseGlossaryFile(YAML, text);
        const entity = entities[which % Math.max(1, entities.length)];
        const after = cleanForm(newName).text;
        if (!entity || after === '' || isFoundAs(after, entity.name, 'house')) return;
        const knows = [...entity.spellings, ...entity.not, ...entity.aliases.map((one) => one.name)];
        if (knows.some((one) => isFoundAs(one, after, 'house') || isFoundAs(one, entity.name, 'house')))
          return;
        const there = renamed(YAML, text, entity.id, name(entity.name, after, 'nothing'));
        if (/\. [A-Z].*\.$/.test(there) && !there.includes('\n')) return;
        const back = renamed(YAML, there, entity.id, name(after, entity.name, 'nothing'));
        assert.deepEqual(valuesIn(back), valuesIn(text));
      }),
      runs(300),
    );
  });

  /** The entry as it reads must be just what was asked for, by a reckoning of the test’s own. */
  function assertRenamed(before: Entity, now: Entity, { changes, old }: FormRenaming, text: string): void {
    const [{ after }, short] = [changes[0]!, changes[1]];
    const isSame =
      isFoundAs(before.name, after, 'house') ||
      before.aliases.some((one) => isFoundAs(one.name, before.name, 'house')) ||
      (old === 'spelling' && before.spellings.some((one) => isFoundAs(one, before.name, 'spelling')));
    assert.equal(now.name, after, text);
    const joined = [before, ...before.aliases.filter((one) => isFoundAs(one.name, after, 'house'))];
    const spellings = joined
      .flatMap((one) => one.spellings)
      .filter(
        (one) => !isFoundAs(one, after, 'spelling') && !(short && isFoundAs(one, short.after, 'short')),
      );
    const kept = !isSame && old === 'spelling' && !spellings.includes(before.name) ? [before.name] : [];
    assert.deepEqual(new Set(now.spellings), new Set([...spellings, ...kept]), text);
    const former = now.aliases.filter(({ kind, name: one }) => kind === 'former name' && one === before.name);
    assert.equal(
      former.length >= 1,
      (!isSame && old === 'former name') ||
        before.aliases.some((one) => one.name === before.name && one.kind === 'former name'),
      text,
    );
    for (const alias of before.aliases)
      if (!isFoundAs(alias.name, after, 'house'))
        assert.ok(
          now.aliases.some(
            (one) => one.name === alias.name && one.spellings.join() === alias.spellings.join(),
          ),
          text,
        );
    if (short) assert.equal(now.shorts[0], short.after, text);
    else assert.deepEqual(now.shorts.slice(0, before.shorts.length), before.shorts, text);
    assert.deepEqual(now.acronyms, before.acronyms);
    assert.deepEqual(new Set(now.scripts), new Set(joined.flatMap((one) => one.scripts)));
    assert.equal(now.note, before.note);
  }
});

const valuesIn = (text: string): YamlValue => {
  const { value, problems } = readYaml(text, 'strings');
  assert.deepEqual(problems, [], text);
  return value;
};

/** The values of a file but for one entry. */
function without(text: string, [section, id]: readonly (string | number)[]): unknown {
  const file = valuesIn(text) as ReadonlyMap<string, YamlValue>;
  const entries = new Map(file.get(String(section)) as ReadonlyMap<string, YamlValue>);
  entries.delete(String(id));
  return new Map(file).set(String(section), entries);
}

/** Every edit lies in the lines of the entry, or just behind them. */
function assertInside(text: string, edits: readonly Edit[], path: readonly (string | number)[]): void {
  const lines = entryLines(text, path);
  if (!lines) return;
  for (const { span } of edits) assert.ok(lines.start <= span.start && span.end <= lines.end + 2, text);
}

describe('editsOfFormRenaming', () => {
  const GLOSSARY = `# Who is who
people:
  navqotiy:
    name: Akhliddin Navqotiy   # the house form
    short: Navqotiy
    spellings: [Akhliddin Novkatiy, Novkatiy] # in Russian reports
    not: [Novqat]
  abu-saloh:
    name: "Abu Saloh"
    aliases:
      - Abu Salokh
      - { name: Sirojiddin Mukhtarov, kind: real name, short: Mukhtarov, spellings: [Mukhtaroff] }
`;
  const replaced = (...changes: [string, string][]) =>
    changes.reduce((text, [before, after]) => {
      assert.ok(text.includes(before));
      return text.replace(before, after);
    }, GLOSSARY);
  const inYaml = (id: string, renaming: FormRenaming) => renamed(YAML, GLOSSARY, id, renaming);
  const short = { of: 'short', before: 'Navqotiy', after: 'Nawqatiy' } as const;

  it('makes the old name a spelling', () => {
    assert.equal(
      inYaml('navqotiy', name('Akhliddin Navqotiy', 'Akhliddin Nawqatiy')),
      replaced(
        ['name: Akhliddin Navqotiy ', 'name: Akhliddin Nawqatiy '],
        ['Novkatiy]', 'Novkatiy, Akhliddin Navqotiy]'],
      ),
    );
  });

  it('makes it a former name, with its short form', () => {
    const renaming = name('Akhliddin Navqotiy', 'Akhliddin Nawqatiy', 'former name');
    assert.equal(
      inYaml('navqotiy', { ...renaming, changes: [...renaming.changes, short] }),
      replaced(
        ['name: Akhliddin Navqotiy ', 'name: Akhliddin Nawqatiy '],
        ['short: Navqotiy\n', 'short: Nawqatiy\n'],
        [
          '# in Russian reports\n',
          '# in Russian reports\n    aliases:\n      - { name: Akhliddin Navqotiy, kind: former name, short: Navqotiy }\n',
        ],
      ),
    );
  });

  it('understands the old short form behind the new one', () => {
    const renaming = name('Akhliddin Navqotiy', 'Akhliddin Nawqatiy');
    assert.equal(
      inYaml('navqotiy', { ...renaming, changes: [...renaming.changes, short] }),
      replaced(
        ['name: Akhliddin Navqotiy ', 'name: Akhliddin Nawqatiy '],
        ['short: Navqotiy', 'short: [Nawqatiy, Navqotiy]'],
        ['Novkatiy]', 'Novkatiy, Akhliddin Navqotiy]'],
      ),
    );
  });

  it('forgets what was wrong', () => {
    assert.equal(
      inYaml('abu-saloh', name('Abu Saloh', 'Abu Salah', 'nothing')),
      replaced(['Saloh"', 'Salah"']),
    );
  });

  it('exchanges the name with a spelling of it', () => {
    assert.equal(
      inYaml('navqotiy', name('Akhliddin Navqotiy', 'Akhliddin Novkatiy')),
      replaced(
        ['name: Akhliddin Navqotiy', 'name: X'],
        ['Akhliddin Novkatiy', 'Akhliddin Navqotiy'],
        ['X', 'Akhliddin Novkatiy'],
      ),
    );
  });

  it('exchanges the short form with a spelling of it', () => {
    const renaming = name('Akhliddin Navqotiy', 'Akhliddin Novkatiy');
    const now = inYaml('navqotiy', {
      ...renaming,
      changes: [...renaming.changes, { of: 'short', before: 'Navqotiy', after: 'Novkatiy' }],
    });
    assert.equal(
      now,
      replaced(
        ['name: Akhliddin Navqotiy', 'name: X'],
        ['[Akhliddin Novkatiy, Novkatiy]', '[Akhliddin Navqotiy]'],
        ['short: Navqotiy', 'short: [Novkatiy, Navqotiy]'],
        ['X', 'Akhliddin Novkatiy'],
      ),
    );
    const alone: FormRenaming = {
      changes: [{ of: 'short', before: 'Navqotiy', after: 'Novkatiy' }],
      old: 'spelling',
    };
    assert.equal(
      inYaml('navqotiy', alone),
      replaced(['short: Navqotiy', 'short: [Novkatiy, Navqotiy]'], [', Novkatiy]', ']']),
    );
  });

  it('leaves a short form alone in its line where it was', () => {
    const there: FormRenaming = {
      changes: [{ of: 'short', before: 'Navqotiy', after: 'Nov' }],
      old: 'spelling',
    };
    const back: FormRenaming = {
      changes: [{ of: 'short', before: 'Nov', after: 'Navqotiy' }],
      old: 'nothing',
    };
    const now = inYaml('navqotiy', there);
    assert.match(now, /short: \[Nov, Navqotiy\]\n/);
    assert.equal(renamed(YAML, now, 'navqotiy', back), GLOSSARY);
    const listed = GLOSSARY.replace('short: Navqotiy', 'short: [Navqotiy]').replace(
      'short: Mukhtarov',
      'short: [Mukhtarov]',
    );
    assert.equal(renamed(YAML, renamed(YAML, listed, 'navqotiy', there), 'navqotiy', back), listed);
    const json = '{"id":"a","name":"Ann Lee","short":"Lee"}\n';
    const [lee, li] = ['Lee', 'Li'];
    const to = (before: string, after: string, old: FormRenaming['old']): FormRenaming => ({
      changes: [{ of: 'short', before, after }],
      old,
    });
    const inJson = renamed('/a.jsonl', json, 'a', to(lee, li, 'spelling'));
    assert.equal(renamed('/a.jsonl', inJson, 'a', to(li, lee, 'nothing')), json);
  });

  it('needs no spelling where only capitals and hyphens change', () => {
    assert.equal(
      inYaml('abu-saloh', name('Abu Saloh', 'Abu-Saloh')),
      replaced(['"Abu Saloh"', '"Abu-Saloh"']),
    );
  });

  it('takes back that the name was judged different', () => {
    assert.equal(
      inYaml('navqotiy', name('Akhliddin Navqotiy', 'Novqat', 'nothing')),
      replaced(['name: Akhliddin Navqotiy', 'name: Novqat'], ['    not: [Novqat]\n', '']),
    );
  });

  it('makes a mere alias the name', () => {
    assert.equal(
      inYaml('abu-saloh', name('Abu Saloh', 'Abu Salokh', 'nothing')),
      replaced(['"Abu Saloh"', '"Abu Salokh"'], ['      - Abu Salokh\n', '']),
    );
  });

  it('takes over the forms of an alias that becomes the name', () => {
    assert.equal(
      inYaml('abu-saloh', name('Abu Saloh', 'Sirojiddin Mukhtarov', 'former name')),
      GLOSSARY.replace(
        '"Abu Saloh"',
        '"Sirojiddin Mukhtarov"\n    short:\n      - Mukhtarov\n    spellings:\n      - Mukhtaroff',
      ).replace(
        '{ name: Sirojiddin Mukhtarov, kind: real name, short: Mukhtarov, spellings: [Mukhtaroff] }',
        '{ name: Abu Saloh, kind: former name }',
      ),
    );
  });

  it('keeps such an alias where its sources and dates stand', () => {
    const text = GLOSSARY.replace('kind: real name,', 'kind: real name, from: 2010, sources: [a],');
    const there = renamed(YAML, text, 'abu-saloh', name('Abu Saloh', 'Sirojiddin Mukhtarov', 'nothing'));
    assert.equal(there, text.replace('"Abu Saloh"', '"Sirojiddin Mukhtarov"'));
    // The alias keeps the name, which is then no spelling.
    for (const old of OLD_NAMES)
      assert.equal(renamed(YAML, there, 'abu-saloh', name('Sirojiddin Mukhtarov', 'Abu Saloh', old)), text);
  });

  it('renames an alias, be it a text or a map', () => {
    const change = (alias: string, after: string): FormRenaming => ({
      changes: [{ of: 'name', alias, before: alias, after }],
      old: 'spelling',
    });
    assert.equal(
      inYaml('abu-saloh', change('Sirojiddin Mukhtarov', 'Sirojiddin Muxtorov')),
      replaced(
        ['name: Sirojiddin Mukhtarov', 'name: Sirojiddin Muxtorov'],
        ['[Mukhtaroff]', '[Mukhtaroff, Sirojiddin Mukhtarov]'],
      ),
    );
    assert.equal(
      inYaml('abu-saloh', change('Abu Salokh', 'Abu Salukh')),
      replaced(['- Abu Salokh', '- { name: Abu Salukh, spellings: [Abu Salokh] }']),
    );
  });

  it('keeps quotes, and asks for them where they are needed', () => {
    assert.match(
      inYaml('abu-saloh', name('Abu Saloh', 'Abu "S"', 'nothing')),
      /name: 'Abu "S"'|name: "Abu \\"S\\""/,
    );
    assert.match(
      inYaml('navqotiy', name('Akhliddin Navqotiy', 'A: B', 'nothing')),
      /name: ["']A: B["'] {3}# the/,
    );
  });

  it('keeps Windows line ends', () => {
    const text = GLOSSARY.replaceAll('\n', '\r\n');
    const now = renamed(
      YAML,
      text,
      'navqotiy',
      name('Akhliddin Navqotiy', 'Akhliddin Nawqatiy', 'former name'),
    );
    assert.equal(now.replaceAll('\r\n', '').includes('\n'), false);
  });

  const refusals: [what: string, text: string, reason: RegExp][] = [
    [
      'a name that an anchor repeats elsewhere',
      'people:\n  a: { name: &n Abu }\n  b: { name: *n }\n',
      /by hand/,
    ],
    ['an alias of a name', 'people:\n  b: { name: &n Bob }\n  a: { name: *n }\n', /by hand/],
    ['a name in a block', 'people:\n  a:\n    name: >-\n      Abu\n', /by hand/],
  ];
  for (const [what, text, reason] of refusals)
    it(`refuses ${what}`, () => {
      const entity = entityOf(YAML, text, 'a');
      assert.match(renamed(YAML, text, 'a', name(entity.name, 'Adam', 'nothing')), reason);
    });

  it('refuses a file that is not sound', () => {
    const sound = 'people:\n  a:\n    name: Abu\n';
    for (const broken of [`${sound}    name: Adam\n`, `${sound}\tb: 1\n`, `${sound}  b: [\n`]) {
      const result = editsOfFormRenaming(broken, entityOf(YAML, sound, 'a'), name('Abu', 'Adam'));
      assert.match('refusal' in result ? result.refusal : '', /not sound YAML/);
    }
    const gone = editsOfFormRenaming('people: {}\n', entityOf(YAML, sound, 'a'), name('Abu', 'Adam'));
    assert.match('refusal' in gone ? gone.refusal : '', /no such entry/);
  });

  it('writes into the cells of a table, and keeps an id that was made of the name', () => {
    const table = 'id,name,short,spellings,aliases\r\n,Ann Lee,Lee,"Anne Lee; Lee, Ann",\r\nb,Bob,,,\r\n';
    assert.equal(
      renamed('/a.csv', table, 'ann-lee', {
        changes: [
          { of: 'name', before: 'Ann Lee', after: 'Ann Li' },
          { of: 'short', before: 'Lee', after: 'Li' },
        ],
        old: 'spelling',
      }),
      'id,name,short,spellings,aliases\r\nann-lee,Ann Li,Li; Lee,"Anne Lee; Lee, Ann; Ann Lee",\r\nb,Bob,,,\r\n',
    );
    assert.equal(
      renamed('/a.csv', table, 'b', name('Bob', 'Rob', 'former name')),
      table.replace('b,Bob,,,', 'b,Rob,,,Bob'),
    );
    assert.match(renamed('/a.csv', 'name\nBob\n', 'bob', name('Bob', 'Rob')), /no column “spellings”/);
  });

  it('writes into a line of JSON, which stays one line', () => {
    const lines = '{"id":"a","name":"Ann Lee","short":"Lee"}\n{"id":"b","name":"Bob"}\n';
    assert.equal(
      renamed('/a.jsonl', lines, 'a', name('Ann Lee', 'Ann "Li"')),
      '{"id":"a","name":"Ann \\"Li\\"","short":"Lee", "spellings": ["Ann Lee"]}\n{"id":"b","name":"Bob"}\n',
    );
  });
});
