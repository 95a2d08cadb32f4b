/** The citation style of a desk: by name, or a `.csl` file of its own that may break, depend on another, or change. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import type { Desk } from '../../../server/src/desk/desk';
import { DeskKeeper } from '../../../server/src/desk/deskKeeper';
import { adoptable } from '../../../server/src/features/citing/adopt';
import { updateNotes } from '../../../server/src/features/citing/updateNotes';
import { updateBibliography } from '../../../server/src/features/keptLists';
import type { Source } from '../../../server/src/sources/source';
import { MemoryFiles } from '../../support/memoryFiles';

const CONFIG = '/desk/nomenclator.yaml';
const HOUSE = '/desk/styles/house.csl';
const NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"';

const styleThatPrints = (text: string) =>
  `<?xml version="1.0"?>\n<style ${NAMESPACE} class="note" version="1.0">
  <info><title>House</title><id>house</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout suffix="."><text value="${text}"/><text variable="title" prefix=" "/></layout></citation>
</style>\n`;

const dependentOn = (parent: string) => `<style ${NAMESPACE} version="1.0">
  <info><title>Ours</title><id>ours</id><link href="http://www.zotero.org/styles/${parent}" rel="independent-parent"/></info>
</style>\n`;

const LETTERS: Source = {
  key: 'doe-2020',
  item: { id: 'doe-2020', type: 'book', title: 'Letters', author: [{ family: 'Doe' }] },
  path: '/desk/sources/library.json',
  locate: () => ({ start: 0, end: 0 }),
};
const noteBy = (desk: Desk) => desk.works.formatter.note({ source: LETTERS });
const messagesOf = (desk: Desk) =>
  [...desk.problems].flatMap(([, problems]) => problems.map(({ message }) => message));

const LIBRARY = '[{ "id": "doe-2020", "type": "book", "title": "Letters", "author": [{ "family": "Doe" }] }]';
const REPORT = `One.[^1] Two.[^2]

[^1]: In the words of another style. <!-- @doe-2020 -->

[^2]: Ibid. <!-- @doe-2020, 5 -->

[^3]: Doe, *Letters*.

<!-- nomenclator-bibliography -->
By another style.
<!-- /nomenclator-bibliography -->
`;

describe('The style of a desk', () => {
  let files: MemoryFiles;
  let keeper: DeskKeeper;
  beforeEach(() => {
    files = new MemoryFiles({
      [CONFIG]: 'style: { csl: styles/house.csl }\n',
      [HOUSE]: styleThatPrints('See'),
    });
    keeper = new DeskKeeper(files, '/desk');
  });

  const loaded = async (config: string) => {
    files.write(CONFIG, config);
    return keeper.load();
  };

  it('is one by name', async () => {
    const desk = await loaded('style: { csl: apa }\n');
    assert.deepEqual(messagesOf(desk), []);
    assert.equal(desk.works.formatter.isNoteStyle, false);
    assert.equal(noteBy(desk), '(Doe, n.d.)');
  });

  it('is the default for a name that there is not, with the nearest names', async () => {
    const desk = await loaded('style: { csl: chicago-fullnote-bibliografy }\n');
    assert.deepEqual(messagesOf(desk), [
      'There is no citation style “chicago-fullnote-bibliografy”. Did you mean chicago-fullnote-bibliography or ' +
        'chicago-note-bibliography or turabian-fullnote-bibliography? ' +
        'Until then, notes are left as they are.',
    ]);
    const [problem] = desk.problems.get(CONFIG) ?? [];
    assert.deepEqual(problem?.span, { start: 14, end: 42 });
    assert.equal(noteBy(desk), 'Doe, *Letters*, n.d.');
  });

  it('is found by the names that people call it', async () => {
    for (const [name, meant] of [
      ['mhra', 'modern-humanities-research-association'],
      ['MLA', 'modern-language-association'],
      ['harvard', 'harvard-cite-them-right'],
      ['apa-7th', 'apa'],
      ['Chicago 17th ed.', 'chicago-fullnote-bibliography-with-ibid or chicago-fullnote-bibliography or .*'],
      ['chicago-notes', 'chicago-fullnote-bibliography-with-ibid or .*'],
      ['turabian', 'turabian-fullnote-bibliography or turabian-author-date'],
    ])
      assert.match(
        messagesOf(await loaded(`style: { csl: "${name}" }\n`))[0] ?? '',
        new RegExp(`Did you mean ${meant}\\? Until`),
      );
  });

  it('is named in full where no name is near', async () => {
    assert.match(
      messagesOf(await loaded('style: { csl: "__proto__" }\n'))[0] ?? '',
      /Write one of .*, ieee, vancouver, or the path of a \.csl file\./,
    );
  });

  it('is a file of its own, which is watched', async () => {
    const desk = await keeper.load();
    assert.deepEqual(messagesOf(desk), []);
    assert.equal(noteBy(desk), 'See Letters.');
    assert.equal(keeper.kindOf(HOUSE), 'style');
    assert.equal((await keeper.load()).works.formatter, desk.works.formatter, 'unchanged');
    files.write(HOUSE, styleThatPrints('Read'));
    assert.equal(noteBy(await keeper.load()), 'Read Letters.');
  });

  it('may lie outside the desk', async () => {
    files.write('/team/house.csl', styleThatPrints('Ours:'));
    const desk = await loaded('style: { csl: ../team/house.csl }\n');
    assert.equal(noteBy(desk), 'Ours: Letters.');
    assert.equal(keeper.kindOf('/team/house.csl'), 'style');
  });

  it('stays the last good one while its file is broken', async () => {
    await keeper.load();
    files.write(HOUSE, styleThatPrints('Read').replace('</layout>', ''));
    const broken = await keeper.load();
    assert.equal(noteBy(broken), 'See Letters.');
    assert.deepEqual(messagesOf(broken), [
      '“styles/house.csl” is no citation style that can be used: it is not well-formed XML (line 4: “<layout>” ends ' +
        'with “</citation>”). Write another style here, or mend the file. Until then, notes are left as they are.',
    ]);
    files.write(HOUSE, styleThatPrints('Read'));
    assert.deepEqual(messagesOf(await keeper.load()), []);
    assert.equal(noteBy(await keeper.load()), 'Read Letters.');
  });

  it('is told of no longer where its file is put back to what it was', async () => {
    await keeper.load();
    files.write(HOUSE, 'broken');
    assert.equal(messagesOf(await keeper.load()).length, 1);
    files.write(HOUSE, styleThatPrints('See'));
    const desk = await keeper.load();
    assert.deepEqual(messagesOf(desk), []);
    assert.equal(desk.works.styleProblem, undefined);
  });

  it('is the default where its file is missing', async () => {
    const desk = await loaded('style: { csl: styles/none.csl }\n');
    assert.match(messagesOf(desk)[0] ?? '', /none\.csl.* Until then, notes are left as they are\.$/);
    assert.equal(noteBy(desk), 'Doe, *Letters*, n.d.');
    files.write('/desk/styles/none.csl', styleThatPrints('Now'));
    assert.equal(noteBy(await keeper.load()), 'Now Letters.');
  });

  it('is that of its parent, where it depends on one that comes with Nomenclator', async () => {
    files.write(HOUSE, dependentOn('apa'));
    const desk = await keeper.load();
    assert.deepEqual(messagesOf(desk), []);
    assert.equal(noteBy(desk), '(Doe, n.d.)');
  });

  it('is that of its parent, where that lies beside it', async () => {
    files.write(HOUSE, dependentOn('parent'));
    assert.deepEqual(messagesOf(await keeper.load()), [
      '“styles/house.csl” only says that it depends on the style “parent”, which does not come with Nomenclator. Put ' +
        '“parent.csl” beside it, or write another style here. Until then, notes are left as they are.',
    ]);
    assert.equal(keeper.kindOf('/desk/styles/parent.csl'), 'style');
    files.write('/desk/styles/parent.csl', styleThatPrints('Mother:'));
    const desk = await keeper.load();
    assert.deepEqual(messagesOf(desk), []);
    assert.equal(noteBy(desk), 'Mother: Letters.');
  });

  it('has the language that the desk says, else its own, and says so of one that there is not', async () => {
    const date = { ...LETTERS, item: { ...LETTERS.item, issued: { 'date-parts': [[2020, 5, 1]] } } };
    const note = (desk: Desk) => desk.works.formatter.note({ source: date });
    assert.equal(note(await loaded('style: { csl: oscola }\n')), 'Doe, *Letters* (2020).');
    const russian = await loaded('style: { language: ru-RU, csl: apa }\n');
    assert.equal(noteBy(russian), '(Doe, б. д.)');
    assert.deepEqual(messagesOf(russian), []);
    const unknown = await loaded('style: { language: xx-YY }\n');
    assert.deepEqual(messagesOf(unknown), [
      'There are no terms and dates for the language “xx-YY”. Write a code such as en-US or en-GB or fr-FR or ru-RU. Until then, notes are left as they are.',
    ]);
    assert.equal(noteBy(unknown), 'Doe, *Letters*, n.d.');
  });

  it('is told of in the text that is being written', async () => {
    await keeper.load();
    const problems = await keeper.problemsIn(CONFIG, 'style: { csl: apaa }\n');
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['There is no citation style “apaa”. Did you mean apa? Until then, notes are left as they are.'],
    );
    assert.deepEqual(
      await keeper.problemsIn(CONFIG, 'style: { csl: styles/hou.csl }\n'),
      [],
      'Nobody has looked yet.',
    );
  });

  describe('leaves notes and lists as they are while it is not known', () => {
    const changes = (desk: Desk) => {
      const analysis = analyze(REPORT, desk.works);
      return [
        ...analysis.findings.filter(({ code }) => code !== 'note/unused').map(({ code }) => code),
        ...updateNotes(analysis),
        ...updateBibliography(analysis),
        ...adoptable(analysis).adoptions,
      ];
    };
    const isLeft = (desk: Desk, why: RegExp) => {
      assert.match(desk.works.styleProblem ?? '', why);
      assert.match(desk.works.styleProblem ?? '', /Until then, notes are left as they are\.$/);
      assert.deepEqual(changes(desk), []);
      assert.notEqual(noteBy(desk), '', 'What is newly cited is made none the less.');
    };
    beforeEach(() => files.write('/desk/sources/library.json', LIBRARY));

    it('and makes them anew when it is', async () => {
      const desk = await loaded('style: { csl: chicago-fullnote-bibliography }\n');
      assert.equal(desk.works.styleProblem, undefined);
      assert.ok(changes(desk).includes('note/stale'));
      assert.ok(changes(desk).includes('citation/bibliography'));
      assert.ok(adoptable(analyze(REPORT, desk.works)).adoptions.length > 0);
    });

    const configs: [name: string, config: string, why: RegExp][] = [
      ['a style that there is not', 'style: { csl: apaa }\n', /^There is no citation style “apaa”/],
      ['a file that there is not', 'style: { csl: none.csl }\n', /none\.csl/],
      ['a language that there is not', 'style: { language: xx-YY }\n', /^There are no terms/],
      ['a style that is no text', 'style: { csl: [apa] }\n', /: Write one name here/],
      [
        'a way of citing that there is not',
        'style: { citations: pandok }\n',
        /: Write one of footnote, pandoc/,
      ],
      ['a style without keys', 'style: apa\n', /: Write keys below “style:”/],
      ['a configuration that is no map', '- apa\n', /A desk is configured by keys/],
      ['a configuration that breaks off', 'style: { csl: apa\n', /^nomenclator\.yaml does not say/],
    ];
    for (const [name, config, why] of configs) it(name, async () => isLeft(await loaded(config), why));

    it('a configuration that cannot be read', async () => {
      files.makeUnreadable(CONFIG);
      const desk = await keeper.load();
      isLeft(desk, /may not be read/);
      assert.deepEqual(
        desk.problems.get(CONFIG)?.map(({ rule }) => rule),
        ['desk/unreadable'],
      );
    });

    it('a file that is broken while it is edited', async () => {
      assert.equal((await keeper.load()).works.styleProblem, undefined);
      files.write(HOUSE, styleThatPrints('Read').replace('</layout>', ''));
      isLeft(await keeper.load(), /not well-formed/);
      files.write(HOUSE, styleThatPrints('Read'));
      assert.ok(changes(await keeper.load()).includes('note/stale'));
    });
  });
});
