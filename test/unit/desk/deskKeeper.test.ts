/** A desk over time: files that change, break, vanish and come, and the last good state that stays. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { Desk } from '../../../server/src/desk/desk';
import { DeskKeeper } from '../../../server/src/desk/deskKeeper';
import { findDesk } from '../../../server/src/desk/findDesk';
import { MemoryFiles } from '../../support/memoryFiles';

const PEOPLE = '/desk/glossary/people.yaml';
const PLACES = '/desk/glossary/places.yaml';
const LIBRARY = '/desk/sources/library.json';
const CONFIG = '/desk/nomenclator.yaml';

const FILES = {
  [PEOPLE]: 'version: 1\npeople:\n  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n',
  [PLACES]: 'version: 1\nplaces:\n  osh: { name: Osh, spellings: [Oosh] }\n',
  [LIBRARY]: '[{"id": "doe-2020", "type": "book", "title": "Letters"}]',
};

const findingsOf = (desk: Desk) =>
  analyze('Abu Salah in Oosh [@doe-2020].\n', desk.works).findings.map(({ code, form }) => form ?? code);
const problemsOf = (desk: Desk) =>
  [...desk.problems].flatMap(([path, problems]) => problems.map(({ rule }) => `${path} ${rule}`));

describe('DeskKeeper', () => {
  let files: MemoryFiles;
  let keeper: DeskKeeper;
  beforeEach(() => {
    files = new MemoryFiles(FILES);
    keeper = new DeskKeeper(files, '/desk');
  });

  it('reads a desk without a configuration', async () => {
    const desk = await keeper.load();
    assert.deepEqual(problemsOf(desk), []);
    assert.deepEqual(findingsOf(desk), ['Abu Salah', 'Oosh']);
  });

  it('is empty where there is nothing', async () => {
    const desk = await new DeskKeeper(new MemoryFiles(), '/none').load();
    assert.deepEqual(problemsOf(desk), []);
    assert.deepEqual(findingsOf(desk), [], 'Without a source file, keys are taken on trust.');
  });

  it('keeps the last good glossary while a file is broken, and its problems', async () => {
    await keeper.load();
    files.write(PEOPLE, 'people: [\n');
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Abu Salah', 'Oosh']);
    assert.equal(problemsOf(desk)[0], `${PEOPLE} glossary/syntax`);
    assert.deepEqual([...desk.problems.keys()], [PEOPLE]);
    files.write(PEOPLE, 'people: {}\n');
    assert.deepEqual(findingsOf(await keeper.load()), ['Oosh']);
  });

  it('has what could be read of a file that was never good', async () => {
    files.write(PEOPLE, 'people: [\n');
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Oosh']);
    assert.notDeepEqual(problemsOf(desk), []);
  });

  it('keeps the last good sources while a file breaks off', async () => {
    await keeper.load();
    files.write(LIBRARY, '[{"id": "roe-2019", "type": "book", "title": "Rivers"}, {"id": "doe-');
    const desk = await keeper.load();
    assert.deepEqual([...desk.works.library.sources.keys()], ['doe-2020']);
    assert.deepEqual(problemsOf(desk), [`${LIBRARY} source/syntax`]);
  });

  it('keeps the last good configuration while it is broken', async () => {
    files.write(CONFIG, 'rules: { name/spelling: off }\n');
    assert.deepEqual(findingsOf(await keeper.load()), []);
    files.write(CONFIG, 'rules: {\n');
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), []);
    assert.deepEqual(problemsOf(desk).slice(0, 1), [`${CONFIG} desk/syntax`]);
    files.remove(CONFIG);
    assert.deepEqual(findingsOf(await keeper.load()), ['Abu Salah', 'Oosh']);
  });

  it('forgets a file that has been deleted', async () => {
    await keeper.load();
    files.remove(PEOPLE);
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Oosh']);
    assert.deepEqual(problemsOf(desk), []);
  });

  it('tells of a file that vanishes while it loads, and keeps what it held', async () => {
    await keeper.load();
    files.beforeRead = (path) => {
      if (path === PLACES) files.remove(PEOPLE);
      if (path === PEOPLE) files.remove(PLACES);
    };
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Abu Salah', 'Oosh']);
    assert.deepEqual(problemsOf(desk), [`${PLACES} desk/unreadable`]);
    files.beforeRead = () => {};
    assert.deepEqual(
      findingsOf(await keeper.load()),
      ['Abu Salah'].slice(files.text(PEOPLE) === undefined ? 1 : 0),
    );
  });

  it('tells of a file that cannot be read, and keeps its last good state', async () => {
    await keeper.load();
    files.makeUnreadable(PEOPLE);
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Abu Salah', 'Oosh']);
    assert.deepEqual(problemsOf(desk), [`${PEOPLE} desk/unreadable`]);
    files.write(PEOPLE, FILES[PEOPLE]);
    assert.deepEqual(problemsOf(await keeper.load()), []);
  });

  it('tells of a file that could never be read', async () => {
    files.makeUnreadable(PEOPLE);
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Oosh']);
    assert.deepEqual(problemsOf(desk), [`${PEOPLE} desk/unreadable`]);
    assert.match(desk.problems.get(PEOPLE)?.[0]?.message ?? '', /permissions/);
  });

  it('looks into a folder that is called like a file', async () => {
    files.write(
      '/desk/glossary/x.yaml/inner.yaml',
      'version: 1\nplaces:\n  y: { name: Yaypan, spellings: [Oosh] }\n',
    );
    files.remove(PLACES);
    assert.deepEqual(findingsOf(await keeper.load()), ['Abu Salah', 'Oosh']);
  });

  it('does not parse again what has not changed', async () => {
    const before = await keeper.load();
    files.write(PLACES, 'version: 1\n');
    const after = await keeper.load();
    assert.equal(after.glossaryFiles.get(PEOPLE), before.glossaryFiles.get(PEOPLE));
    assert.notEqual(after.glossaryFiles.get(PLACES), before.glossaryFiles.get(PLACES));
  });

  it('gives the same whether it is loaded once or step by step', async () => {
    await keeper.load();
    files.write(PEOPLE, 'people: [\n');
    await keeper.load();
    files.write(PEOPLE, FILES[PEOPLE].replace('Abu Salah', 'Abu Solih'));
    files.remove(PLACES);
    const stepwise = await keeper.load();
    const fresh = await new DeskKeeper(files, '/desk').load();
    assert.deepEqual(findingsOf(stepwise), findingsOf(fresh));
    assert.deepEqual(problemsOf(stepwise), problemsOf(fresh));
    assert.deepEqual(
      [...stepwise.works.lexicon.glossary.entities.keys()],
      [...fresh.works.lexicon.glossary.entities.keys()],
    );
  });

  it('loads again for a change during a load, and once for several', async () => {
    let rests = 0;
    const patient = new DeskKeeper(files, '/desk', {
      rest: () => (rests++ % 3 === 0 ? Promise.resolve() : undefined),
    });
    const first = await patient.load();
    const loading = patient.load();
    files.write(PLACES, 'version: 1\n');
    const reads = files.reads.length;
    const [second, third, fourth] = await Promise.all([loading, patient.load(), patient.load()]);
    assert.deepEqual(findingsOf(first), ['Abu Salah', 'Oosh']);
    assert.deepEqual(findingsOf(third), ['Abu Salah']);
    assert.equal(third, fourth);
    assert.notEqual(second, third);
    assert.equal(files.reads.slice(reads).filter((path) => path === PEOPLE).length, 2);
    assert.ok(rests > 0);
  });

  it('has its last desk while it loads', async () => {
    const patient = new DeskKeeper(files, '/desk', { rest: () => Promise.resolve() });
    const first = await patient.load();
    files.write(PLACES, 'version: 1\n');
    const seen = new Set<unknown>();
    let isOver = false;
    const loading = patient.load().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      seen.add(patient.desk);
      assert.ok(patient.holds(PLACES, FILES[PLACES]) || patient.desk !== first);
      await Promise.resolve();
    }
    assert.ok(
      [...seen].every((one, k) => one === (k === 0 ? first : patient.desk)),
      'first the old, then the new',
    );
    assert.equal(patient.desk, await loading);
  });

  it('takes over what has not changed', async () => {
    const before = await keeper.load();
    files.write(CONFIG, 'rules: { name/spelling: off }\n');
    const after = await keeper.load();
    assert.equal(after.works.lexicon, before.works.lexicon);
    assert.equal(after.works.library, before.works.library);
    assert.deepEqual(findingsOf(after), []);
    files.write(LIBRARY, '[]');
    assert.notEqual((await keeper.load()).works.library, before.works.library);
  });

  it('says what a path is to it', async () => {
    await keeper.load();
    assert.equal(keeper.kindOf(CONFIG), 'config');
    assert.equal(keeper.kindOf('/desk/glossary/new.yml'), 'glossary');
    assert.equal(keeper.kindOf('/desk/sources/deep/new.json'), 'source');
    assert.equal(keeper.kindOf('/desk/reports/one.md'), undefined);
    assert.equal(keeper.kindOf('/elsewhere/glossary/a.yaml'), undefined);
  });

  it('tells the problems that a file would have, beside the others as they are', async () => {
    await keeper.load();
    const doubled = 'version: 1\nplaces:\n  abu-saloh: { name: Elsewhere }\n';
    assert.notEqual((await keeper.problemsIn(PLACES, doubled)).length, 0, 'The id is that of a person.');
    assert.deepEqual(await keeper.problemsIn(PEOPLE, FILES[PEOPLE]), []);
    assert.equal((await keeper.problemsIn(LIBRARY, '{')).length, 1);
    assert.equal((await keeper.problemsIn(CONFIG, 'x: 1\n')).length, 1);
    assert.equal((await keeper.problemsIn(CONFIG, 'style: { csl: none }\n')).length, 1);
    assert.deepEqual(await keeper.problemsIn('/desk/reports/one.md', 'x'), []);
  });

  it('follows its configuration out of its folder', async () => {
    files.write('/team/more.yaml', 'version: 1\nplaces:\n  x: { name: Xon, spellings: [Oosh] }\n');
    files.write(CONFIG, 'glossary: [../team/*.yaml]\n');
    const desk = await keeper.load();
    assert.deepEqual([...desk.works.lexicon.glossary.entities.keys()], ['x']);
    assert.equal(keeper.kindOf('/team/more.yaml'), 'glossary');
  });

  it('is one of several', async () => {
    files.write(
      '/other/glossary/g.yaml',
      'version: 1\npeople:\n  x: { name: Abu Salah, spellings: [Abu Saloh] }\n',
    );
    const other = await new DeskKeeper(files, '/other').load();
    assert.deepEqual(findingsOf(other), []);
    assert.deepEqual(findingsOf(await keeper.load()), ['Abu Salah', 'Oosh']);
  });

  it('has no special ids', async () => {
    files.write(
      PEOPLE,
      'version: 1\npeople:\n  __proto__: { name: Abu Saloh, spellings: [Abu Salah] }\n  constructor: { name: Con }\n',
    );
    const desk = await keeper.load();
    assert.deepEqual(findingsOf(desk), ['Abu Salah', 'Oosh']);
    assert.equal(desk.works.lexicon.glossary.entities.get('__proto__')?.name, 'Abu Saloh');
  });
});

describe('findDesk', () => {
  it('is the nearest folder above with a configuration', async () => {
    const files = new MemoryFiles({
      '/a/nomenclator.yaml': '',
      '/a/b/nomenclator.yaml': '',
      '/a/b/c/d/report.md': '',
      '/x/nomenclator.yaml/odd.md': '',
    });
    assert.equal(await findDesk(files, '/a/b/c/d'), '/a/b');
    assert.equal(await findDesk(files, '/a/z'), '/a');
    assert.equal(await findDesk(files, '/x'), undefined, 'A folder of that name is no configuration.');
    assert.equal(await findDesk(files, '/'), undefined);
  });

  it('without one, takes the nearest folder with a glossary in it', async () => {
    const files = new MemoryFiles({
      '/a/glossary/people.yaml': '',
      '/a/b/glossary/index.html': '',
      '/a/b/c/report.md': '',
      '/z/nomenclator.yaml': '',
      '/z/y/glossary/people.yaml': '',
    });
    assert.equal(await findDesk(files, '/a/b/c'), '/a', 'A glossary of something else makes no desk.');
    assert.equal(await findDesk(files, '/a/glossary'), '/a');
    assert.equal(await findDesk(files, '/z/y'), '/z', 'A configuration decides, however far up.');
  });
});
