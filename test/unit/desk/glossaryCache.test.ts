/** Compiled glossaries in a cache: the same as what is read, thrown away when in doubt, and kept again when little has changed. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { whoIs } from '../../../server/src/analysis/who';
import type { Desk } from '../../../server/src/desk/desk';
import { DeskKeeper } from '../../../server/src/desk/deskKeeper';
import { searchEntities } from '../../../server/src/glossary/entitySearch';
import { EntityTable, type StoredEntities } from '../../../server/src/glossary/storedEntities';
import { StoredFile } from '../../../server/src/glossary/storedFile';
import { MemoryCache } from '../../support/memoryCache';
import { MemoryFiles } from '../../support/memoryFiles';

const PEOPLE = '/desk/glossary/people.yaml';
const GROUPS = '/desk/glossary/groups.yaml';
const LIBRARY = '/desk/sources/library.json';
const FILES = {
  [GROUPS]: `version: 1
groups:
  ktj:
    name: Katibat al-Tawhid wal-Jihad
    acronym: [KTJ, KTaJ]
    scripts: [Катибат ат-Таухид валь-Джихад]
    parents: [{ group: hts, from: 2017, sources: [{ id: doe-2020, locator: "15" }] }]
    links: [{ url: "https://example.org/ktj", title: About }]
    examples: [{ text: The KTaJ fought., expect: The KTJ fought. }, { text: KTJ, expect: wrong }]
`,
  [PEOPLE]: `version: 1
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah, Abu Saloh]
    not: [Abu Solih]
    aliases:
      - { name: Sirojiddin Mukhtarov, kind: real name, short: Mukhtarov, spellings: [Sirajuddin Mukhtarov] }
      - Haji Yusuf
    roles: [{ group: ktj, title: leader, until: 2019-04 }]
    status: { is: reported killed, on: 2022-09-11, sources: [nobody-2020] }
    note: "Twice \\"reported\\" killed \\U0001F480."
    tags: [leader]
  navqotiy: { name: Akhliddin Navqotiy, short: Navqotiy, spellings: [Novkatiy] }
  __proto__: { name: Con Structor, acronym: KTJ }
  nameless: { spellings: [X] }
`,
  [LIBRARY]: '[{"id": "doe-2020", "type": "book", "title": "Letters"}]',
};
const REPORT = `Abu Salah (Sirajuddin Mukhtarov) and Novkatiy left the KTaJ. Катибат ат-Таухид валь-Джихад,
led by haji yusuf, met Akhliddin Novqotiy. KTJ!`;

/** All that a desk says and finds; of an entity everything. */
function everything({ works, problems, glossaryFiles }: Desk) {
  const { lexicon } = works;
  const { entities } = lexicon.glossary;
  const { mentions, findings } = analyze(REPORT, works);
  return {
    entities: [...entities],
    byId: [...entities.keys()].map((id) => entities.get(id)),
    unknown: [entities.get('nobody'), entities.has('constructor'), entities.has('ktj'), entities.size],
    problems: [...problems],
    files: [...glossaryFiles].map(([path, file]) => [
      path,
      file.entities,
      file.nameless,
      file.problems,
      file.entities.map(({ origin }) => file.locate(origin.yamlPath, 'key')),
      file.entities.map((entity) => file.leaves(entity).map(({ text }) => text)),
    ]),
    claims: [...lexicon.claims()],
    mentions,
    findings: findings.map(({ code, span, message }) => [code, span, message]),
    who: ['Abu Solih', 'Mukhtarof', 'KTJ', 'navqotiy'].map((name) => whoIs(name, lexicon)),
    search: ['a', 'mu', 'k', 'tawh'].map((typed) => searchEntities(lexicon, typed, 10)),
  };
}

describe('A glossary from the cache', () => {
  let files: MemoryFiles;
  let cache: MemoryCache;

  const keeperOf = () => new DeskKeeper(files, '/desk', { cache, shortestKept: 0 });
  async function loadAndKeep(): Promise<Desk> {
    const keeper = keeperOf();
    const desk = await keeper.load();
    await keeper.remember();
    return desk;
  }
  const move = (from: string, to: string) => {
    files.write(to, files.text(from)!);
    files.remove(from);
  };
  const isFromCache = ({ works }: Desk) => works.lexicon.glossary.entities instanceof EntityTable;

  beforeEach(() => {
    files = new MemoryFiles(FILES);
    cache = new MemoryCache();
  });

  it('is the same as one that was read', async () => {
    const read = await loadAndKeep();
    const kept = await keeperOf().load();
    assert.ok(isFromCache(kept));
    assert.ok(!isFromCache(read));
    assert.equal(cache.hits.length, 2, 'what is large lies by itself');
    assert.deepEqual(everything(kept), everything(read));
    const rules = [...read.problems.values()].flat().map(({ rule }) => rule);
    assert.deepEqual(
      [...new Set(rules)].sort(),
      [
        'glossary/example',
        'glossary/missing-name',
        'glossary/redundant-spelling',
        'glossary/shared-form',
        'glossary/unknown-entity',
        'glossary/unknown-source',
      ].sort(),
    );
  });

  it('makes an entity only when it is asked for, and always the same object', async () => {
    await loadAndKeep();
    const { glossary } = (await keeperOf().load()).works.lexicon;
    const entities = glossary.entities as StoredEntities;
    const ktj = entities.get('ktj')!;
    assert.ok([0, 1, 2, 3].filter((number) => entities.is(number, ktj)).length === 1);
    assert.equal(
      [...entities.values()].find(({ id }) => id === 'ktj'),
      ktj,
    );
    assert.equal(entities.is(1, entities.at(0)), false);
  });

  it('is read on from when a file changes, and keeps what has not changed', async () => {
    await loadAndKeep();
    const keeper = keeperOf();
    const before = await keeper.load();
    const [ktj, navqotiy] = ['ktj', 'navqotiy'].map((id) => before.works.lexicon.glossary.entities.get(id));
    files.write(PEOPLE, FILES[PEOPLE].replace('Abu Salah,', 'Abu Salih,'));
    const after = await keeper.load();
    assert.deepEqual(everything(after), everything(await new DeskKeeper(files, '/desk').load()));
    assert.equal(after.works.lexicon.glossary.entities.get('ktj'), ktj);
    assert.equal(after.works.lexicon.glossary.entities.get('navqotiy'), navqotiy);
    assert.ok(after.glossaryFiles.get(GROUPS) instanceof StoredFile);
  });

  for (const [what, change] of [
    ['the text of a file', () => files.write(PEOPLE, `${FILES[PEOPLE]} `)],
    ['the path of a file', () => move(GROUPS, '/desk/glossary/z.yaml')],
    ['the number of files', () => files.write('/desk/glossary/z.yaml', '')],
    ['a key of the library', () => files.write(LIBRARY, FILES[LIBRARY].replace('doe-2020', 'roe-2020'))],
    ['the program', () => (cache.program = 'another')],
  ] as const) {
    it(`is not that of another state: ${what}`, async () => {
      await loadAndKeep();
      change();
      const desk = await keeperOf().load();
      assert.ok(!isFromCache(desk));
      assert.deepEqual(everything(desk), everything(await new DeskKeeper(files, '/desk').load()));
    });
  }

  it('is thrown away when a bit has changed, or an end or all of it is missing', async () => {
    const read = everything(await loadAndKeep());
    const kept = [...cache.kept];
    assert.equal(kept.length, 2);
    for (const [key, bytes] of kept) {
      const flipped = Array.from({ length: Math.floor(bytes.length / 97) }, (_, k) => {
        const broken = bytes.slice();
        broken[k * 97]! ^= 1 << (k % 8);
        return broken;
      });
      const cut = [bytes.slice(0, -8), bytes.slice(0, 40), new Uint8Array(0), bytes.slice(1)];
      for (const broken of [...flipped, ...cut]) {
        cache.kept.set(key, broken);
        assert.ok(!isFromCache(await keeperOf().load()));
      }
      cache.kept.delete(key);
      const desk = await loadAndKeep();
      assert.ok(!isFromCache(desk));
      assert.deepEqual(everything(desk), read);
      assert.ok(isFromCache(await keeperOf().load()), 'it is kept anew');
    }
  });

  it('is thrown away when it was kept under another key', async () => {
    await loadAndKeep();
    const kept = [...cache.kept];
    for (const [key, bytes] of kept) {
      for (const [other] of kept) {
        if (other === key) continue;
        cache.kept.set(other, bytes);
        assert.ok(!isFromCache(await keeperOf().load()));
      }
    }
  });

  it('is not kept of a file that is broken, unreadable, or gives an id twice', async () => {
    const keeper = keeperOf();
    await keeper.load();
    for (const change of [
      () => files.write(PEOPLE, 'people: ['),
      () => files.makeUnreadable(PEOPLE),
      () => files.write(PEOPLE, 'version: 1\npeople:\n  ktj: { name: Twice }\n'),
    ]) {
      change();
      await keeper.load();
      await keeper.remember();
      assert.equal(cache.kept.size, 0);
    }
  });

  it('is not kept of a glossary that is read as fast, or of half a character', async () => {
    const small = new DeskKeeper(files, '/desk', { cache });
    await small.load();
    await small.remember();
    files.write(PEOPLE, 'version: 1\npeople:\n  x: { name: "Ab\ud800" }\n');
    await loadAndKeep();
    assert.equal(cache.kept.size, 0);
  });

  it('is kept again when little has changed, without what is large', async () => {
    // Entities enough for a base of which changes are kept.
    const more = Array.from(
      { length: 1200 },
      (_, k) => `  p${k}: { name: Pers Number${k}, spellings: [Nomer${k}] }`,
    );
    files.write('/desk/glossary/more.yaml', `version: 1\npeople:\n${more.join('\n')}\n`);
    const keeper = keeperOf();
    everything(await keeper.load());
    await keeper.remember();
    const large = [...cache.kept].filter(([key]) => key.startsWith('base-'));
    for (const [from, to] of [
      ['Novkatiy', 'Novkatiyy'],
      ['p600: { name: Pers', 'q600: { name: Abu'],
      ['[KTJ, KTaJ]', '[KTJ]'],
      ['  p3: { name: Pers Number3,', '  p3: { examples: [{ text: Nomer3, expect: x }], name: Pers Number3,'],
    ] as const) {
      for (const path of [PEOPLE, GROUPS, '/desk/glossary/more.yaml'])
        files.write(path, files.text(path)!.replace(from, to));
      const read = everything(await keeper.load());
      await keeper.remember();
      assert.deepEqual(
        [...cache.kept].filter(([key]) => key.startsWith('base-')),
        large,
      );
      const again = keeperOf();
      const desk = await again.load();
      assert.ok(isFromCache(desk));
      assert.deepEqual(everything(desk), read);
      files.write(PEOPLE, `${files.text(PEOPLE)}  new-${from.length}: { name: New One }\n`);
      assert.deepEqual(
        everything(await again.load()),
        everything(await new DeskKeeper(files, '/desk').load()),
      );
    }
  });

  for (const part of ['search', 'guesses'] as const) {
    it(`brings with it what was built beside it, or builds it: ${part}`, async () => {
      const keeper = keeperOf();
      const built = await keeper.load();
      await keeper.settle();
      const read = everything(built);
      const [key, bytes] = [...cache.kept].find(([one]) => one.endsWith(`-${part}`))!;
      const kept = keeperOf();
      const desk = await kept.load();
      await kept.recall();
      assert.ok(desk.works.lexicon.base[part].built);
      assert.deepEqual(everything(desk), read);
      for (const broken of [bytes.slice(0, -8), bytes.map((byte, k) => (k === 99 ? byte ^ 4 : byte))]) {
        cache.kept.set(key, broken);
        const again = keeperOf();
        const other = await again.load();
        await again.recall();
        assert.ok(isFromCache(other));
        assert.equal(other.works.lexicon.base[part].built, undefined);
        assert.deepEqual(everything(other), read);
      }
    });
  }

  it('is written once', async () => {
    await loadAndKeep();
    let writes = 0;
    cache.write = async () => void writes++;
    const keeper = keeperOf();
    await keeper.load();
    await keeper.remember();
    await keeper.remember();
    assert.equal(writes, 0);
  });
});
