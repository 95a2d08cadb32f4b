/** Source files that nobody would write: each is told of at its place, and nothing else is lost. */

import assert from 'node:assert/strict';
import { DeskKeeper } from '../../server/src/desk/deskKeeper';
import { nodeFiles } from '../../server/src/desk/nodeFiles';
import { makeLibrary } from '../../server/src/sources/library';
import { readSourceFile, readSourceSteps } from '../../server/src/sources/reading/read';
import type { SourceFile } from '../../server/src/sources/source';
import { LanguageClient } from '../support/languageClient';
import { MemoryFiles } from '../support/memoryFiles';
import { type ScratchDesk, scratchDesk } from '../support/scratchDesk';

const MEGABYTE = 1_000_000;

/** The first problems as `rule «what is underlined»`, cut short. */
const problemsOf = (text: string, { problems }: SourceFile): string[] =>
  problems.slice(0, 3).map(({ rule, span }) => `${rule} «${text.slice(span.start, span.end).slice(0, 40)}»`);
const keysOf = ({ sources }: SourceFile): string[] => sources.map(({ key }) => key);

/** Reads it and sees that every place lies in the text. */
function read(path: string, text: string): SourceFile {
  const file = readSourceFile(path, text);
  for (const { span, message } of file.problems) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, message);
    assert.match(message, /^[“A-Z@\d].*\.$|…$/, 'A message is a sentence.');
  }
  for (const { locate } of file.sources.slice(0, 100))
    for (const { start, end } of [locate('entry'), locate('key')])
      assert.ok(start >= 0 && start < end && end <= text.length);
  return file;
}

describe('Source files that nobody would write', function () {
  this.timeout(60_000);

  const SOUND: Readonly<Record<string, (key: string) => string>> = {
    bib: (key) => `@book{${key}, title = {A Title}}\n`,
    ris: (key) => `TY  - BOOK\nID  - ${key}\nTI  - A Title\nER  - \n`,
    json: (key) => `{"id": "${key}", "type": "book", "title": "A Title"}`,
    yaml: (key) => `- id: ${key}\n  type: book\n  title: A Title\n`,
  };

  describe('unbalanced braces in the middle of a .bib', () => {
    const many = Array.from({ length: 1000 }, (_, k) => SOUND.bib!(`k${k}`));
    for (const [what, entry] of Object.entries({
      'an opening one': '@book{broken,\n  title = {A {Title},\n  year = 2020\n}\n',
      'a closing one': '@book{broken,\n  title = {A} Title},\n  year = 2020\n}\n',
      'none at its end': '@book{broken,\n  title = {A Title},\n  year = 2020\n',
      'a hundred thousand': `@book{broken,\n  title = {${'{'.repeat(100_000)}A Title},\n  year = 2020\n}\n`,
    }))
      it(`${what}: one entry is told of, and 1,000 others are read, its year too`, () => {
        const text = [...many.slice(0, 500), entry, ...many.slice(500)].join('');
        const file = read('x.bib', text);
        assert.equal(file.problems.length, 1);
        const [{ rule, span }] = file.problems as [SourceFile['problems'][0]];
        assert.equal(rule, 'source/entry');
        const start = text.indexOf('@book{broken');
        assert.ok(span.start >= start && span.end <= start + entry.length);
        assert.equal(file.sources.length, 1001);
        const broken = file.sources.find(({ key }) => key === 'broken');
        assert.deepEqual(broken?.item.issued, { 'date-parts': [[2020]] });
        assert.equal(broken?.item.title, 'A Title');
      });
  });

  it('JSON that is cut off half way has all whole entries, and is told of at its end', () => {
    const text = `[${Array.from({ length: 100 }, (_, k) => SOUND.json!(`k${k}`)).join(',\n')}`;
    const cut = text.slice(0, -20);
    const file = read('x.json', cut);
    assert.equal(file.sources.length, 99);
    assert.deepEqual(problemsOf(cut, file), [`source/syntax «${cut.at(-1)}»`]);
    assert.match(file.problems[0]?.message ?? '', /seems cut off/);
  });

  it('YAML of which one of 1,000 entries is broken has the others', () => {
    const entries = Array.from({ length: 1000 }, (_, k) => SOUND.yaml!(`key-number-${k}`));
    entries[500] = '- id: broken\n  title: "A Title\n';
    const text = `references:\n${entries.join('')}`;
    const file = read('x.yaml', text);
    assert.equal(keysOf(file).filter((key) => key !== 'broken').length, 999);
    const at = text.indexOf('- id: broken');
    const [problem] = file.problems;
    assert.equal(problem?.rule, 'source/syntax');
    assert.ok(problem.span.start >= at && problem.span.end <= at + entries[500].length);
  });

  describe('100,000 entries', () => {
    for (const ending of ['bib', 'ris', 'json', 'yaml'])
      it(`are read from .${ending}, in steps`, () => {
        const all = Array.from({ length: 100_000 }, (_, k) => SOUND[ending]!(`k${k}`));
        const text = ending === 'json' ? `[${all.join(',')}]` : all.join('');
        let steps = 0;
        const reading = readSourceSteps(`x.${ending}`, text);
        for (let step = reading.next(); ; step = reading.next()) {
          steps++;
          if (!step.done) continue;
          assert.equal(step.value.sources.length, 100_000);
          assert.deepEqual(step.value.problems, []);
          assert.equal(makeLibrary([step.value]).sources.size, 100_000);
          break;
        }
        assert.ok(steps > 200, `${steps} steps`);
      });

    it('given twice are told of a hundred times, not a hundred thousand', () => {
      const text = Array.from({ length: 100_000 }, (_, k) => SOUND.bib!(`k${k}`)).join('');
      const { problems } = makeLibrary([readSourceFile('a.bib', text), readSourceFile('b.bib', text)]);
      for (const path of ['a.bib', 'b.bib']) {
        assert.equal(problems.get(path)?.length, 101);
        assert.match(problems.get(path)?.at(-1)?.message ?? '', /^99900 more keys/);
      }
    });
  });

  it('a key given in files of two formats is told of in both', () => {
    const texts = { 'a.bib': SOUND.bib!('k'), 'b.ris': SOUND.ris!('k'), 'c.json': `[${SOUND.json!('k')}]` };
    const files = Object.entries(texts).map(([path, text]) => readSourceFile(path, text));
    const { sources, problems } = makeLibrary(files);
    assert.equal(sources.get('k')?.path, 'a.bib');
    for (const [path, text] of Object.entries(texts)) {
      const [problem] = problems.get(path) ?? [];
      assert.equal(problem?.rule, 'source/duplicate-key');
      assert.match(text.slice(problem.span.start, problem.span.end), /k/);
    }
  });

  describe('keys', () => {
    for (const [key, rule] of [
      ['__proto__', undefined],
      ['constructor', undefined],
      ['a b', 'source/key'],
    ] as const)
      for (const ending of ['bib', 'ris', 'json', 'yaml'])
        it(`${key} in .${ending}`, () => {
          const text = SOUND[ending]!(key);
          const file = read(`x.${ending}`, ending === 'json' ? `[${text}]` : text);
          assert.deepEqual(keysOf(file), [key]);
          assert.deepEqual(
            file.problems.map((problem) => problem.rule),
            rule ? [rule] : [],
          );
          assert.equal(makeLibrary([file]).sources.get(key)?.item.title, 'A Title');
        });
  });

  it('HTML and control characters in a title stay on one line of text', () => {
    const title = 'A <script>alert(1)</script>\u0000\u0007\u0085\u2028 B';
    const texts = {
      'x.bib': `@misc{k, title = {${title}}}`,
      'x.ris': `TY  - GEN\nID  - k\nTI  - ${title}\nER  - `,
      'x.json': JSON.stringify([{ id: 'k', type: 'document', title }]),
    };
    for (const [path, text] of Object.entries(texts)) {
      const [source] = read(path, text).sources;
      assert.equal(source?.item.title, 'A <script>alert(1)</script> B', path);
    }
  });

  it('no title is told of at the key, with what to write', () => {
    const texts: [path: string, text: string, problem: string][] = [
      ['x.bib', '@book{k, year = 2020}', 'source/missing-title «k»'],
      ['x.ris', 'TY  - BOOK\nID  - k\nER  - ', 'source/missing-title «ID  - k»'],
      ['x.json', '[{"id": "k", "type": "book"}]', 'source/missing-title «"k"»'],
    ];
    for (const [path, text, problem] of texts) {
      const file = read(path, text);
      assert.deepEqual(problemsOf(text, file), [problem]);
      assert.match(file.problems[0]?.message ?? '', path === 'x.ris' ? /Add “TI”/ : /Add “title”/);
    }
  });

  it('files without anything are told of', () => {
    for (const path of ['x.bib', 'x.ris', 'x.json', 'x.yaml'])
      for (const text of ['', '\ufeff', ' \r\n\t\n']) {
        const file = read(path, text);
        assert.deepEqual(problemsOf(text, file), ['source/not-a-list «»'], path);
        assert.match(file.problems[0]?.message ?? '', /empty/);
      }
  });

  it('files of something else are told of', () => {
    for (const path of ['x.bib', 'x.ris', 'x.json', 'x.yaml'])
      for (const text of ['Dear all,\nnothing here.\n', '<html></html>', '%PDF-1.4\n\u0001\u0002']) {
        const file = read(path, text);
        assert.deepEqual(file.sources, []);
        assert.ok(file.problems.length > 0, `${path} ${text}`);
      }
  });

  it('UTF-16 that was read as UTF-8 is told of', () => {
    for (const ending of ['bib', 'ris', 'json', 'yaml']) {
      const text = [...SOUND[ending]!('k')].join('\0');
      assert.match(read(`x.${ending}`, text).problems[0]?.message ?? '', /may be UTF-16\. Save it as UTF-8/);
    }
  });

  describe('a line of 50 MB', () => {
    const long = 'x y'.repeat((50 * MEGABYTE) / 3);
    const texts: Readonly<Record<string, string>> = {
      'x.bib': `@misc{k, title = {A}, abstract = {${long}}} @misc{l, title = {B}}`,
      'x.ris': `TY  - GEN\nID  - k\nTI  - A\nAB  - ${long}\nER  - \nTY  - GEN\nID  - l\nTI  - B\nER  - `,
      'x.json': `[{"id": "k", "type": "book", "title": "A", "abstract": "${long}"}, ${SOUND.json!('l')}]`,
    };
    for (const [path, text] of Object.entries(texts))
      it(path, () => assert.deepEqual(keysOf(read(path, text)), ['k', 'l']));
  });

  describe('a megabyte of', () => {
    const pieces = [
      '{',
      '}',
      '@',
      '@a{',
      '@a{b,\n',
      '@comment{\n',
      '@string{a={b\n',
      '"',
      '%\n',
      '\n',
      ' ',
      ',',
      '=',
    ];
    const within = [
      '{',
      '}',
      '$',
      '\\',
      '`',
      '~',
      "\\'e",
      '\\v c',
      ' and',
      ',',
      '<a ',
      'jan ',
      '- ',
      'http://',
      '#',
    ];
    const ris = ['TY  - ', 'TY  - X\n', 'ER  - \n', 'TI  - a\n', 'x\n', '\r', 'KW  - ;;\n', 'DA  - 2020/'];
    const repeated = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length));
    for (const piece of pieces)
      it(`${JSON.stringify(piece)} in a .bib costs the last entry nothing`, () => {
        const file = read('x.bib', `${repeated(piece)}\n@misc{last, title = {A Title}}`);
        assert.equal(file.sources.at(-1)?.key, 'last');
      });
    for (const piece of within)
      it(`${JSON.stringify(piece)} in a value`, () => {
        const field = (name: string) => `${name} = {${repeated(piece).slice(0, MEGABYTE / 5)}}`;
        const entry = `@misc{k, ${['title', 'author', 'month', 'pages', 'note'].map(field).join(',\n')}, year = 2020}`;
        const file = read('x.bib', `${entry}\n@misc{last, title = {A Title}}`);
        assert.deepEqual(keysOf(file), ['k', 'last']);
      });
    for (const piece of ris)
      it(`${JSON.stringify(piece)} in a .ris costs the last entry nothing`, () => {
        const file = read('x.ris', `${repeated(piece)}\n${SOUND.ris!('last')}`);
        assert.equal(file.sources.at(-1)?.key, 'last');
      });
    for (const piece of ['[', '{"a":', '[{"id":"a"},', '- ', '-\n', '- a: &a *a\n', '- {'])
      it(`${JSON.stringify(piece)} in a .json and a .yaml`, () => {
        for (const path of ['x.json', 'x.yaml']) assert.ok(read(path, repeated(piece)).problems.length > 0);
      });
  });

  it('macros of macros do not fill the memory', () => {
    const doubling = '@string{a = a # a}\n'.repeat(60);
    const file = read('x.bib', `@string{a = "x"}\n${doubling}@misc{k, title = a}`);
    assert.deepEqual(keysOf(file), ['k']);
  });
});

describe('A desk whose source files', () => {
  const [BIB, RIS, REPORT] = ['/desk/sources/a.bib', '/desk/sources/b.ris', '/desk/r.md'];
  const FILES = {
    [BIB]: '@book{one, title = {One}}\n@book{two, title = {Two}}\n',
    [RIS]: 'TY  - BOOK\nID  - three\nTI  - Three\nER  - \n',
    [REPORT]: 'See [@one].\n',
  };
  let files: MemoryFiles;
  let keeper: DeskKeeper;
  beforeEach(() => {
    files = new MemoryFiles(FILES);
    keeper = new DeskKeeper(files, '/desk');
  });
  const state = async () => {
    const desk = await keeper.load();
    const problems = [...desk.problems].flatMap(([path, found]) =>
      found.map(({ rule }) => `${path} ${rule}`),
    );
    return { keys: [...desk.works.library.sources.keys()], problems };
  };

  it('change has a new library, and the same one where they do not', async () => {
    assert.deepEqual(await state(), { keys: ['one', 'two', 'three'], problems: [] });
    const { library } = keeper.desk!.works;
    await keeper.load();
    assert.equal(keeper.desk?.works.library, library);
    files.write(BIB, '@book{one, title = {Uno}}\n');
    assert.deepEqual(await state(), { keys: ['one', 'three'], problems: [] });
    assert.notEqual(keeper.desk?.works.library, library);
    assert.equal(keeper.desk?.works.library.sources.get('one')?.item.title, 'Uno');
    files.remove(RIS);
    assert.deepEqual((await state()).keys, ['one']);
  });

  it('break in one entry has all the others as they now are', async () => {
    await keeper.load();
    files.write(BIB, '@book{one, title = {Un{o}\n@book{two, title = {Dos}}\n@book{four, title = {Four}}\n');
    assert.deepEqual(await state(), {
      keys: ['one', 'two', 'four', 'three'],
      problems: [`${BIB} source/entry`],
    });
    assert.equal(keeper.desk?.works.library.sources.get('two')?.item.title, 'Dos');
  });

  it('break altogether keeps what they last were', async () => {
    await keeper.load();
    for (const [path, text] of [
      [BIB, ''],
      [RIS, 'TI  - Three\n'],
      [BIB, '{'],
    ] as const) {
      files.write(path, text);
      const { keys, problems } = await state();
      assert.deepEqual(keys, ['one', 'two', 'three']);
      assert.ok(problems.some((problem) => problem.startsWith(path)));
    }
  });

  it('are edited shows what is wrong with each as it stands in the editor', async () => {
    const client = await LanguageClient.start({ files: FILES });
    await client.open(BIB);
    await client.type(BIB, { line: 0, character: 0 }, '@book{half, title = {Ha\n');
    const { diagnostics } = await client.diagnosticsWhen(BIB, (found) => found.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start]),
      [['source/entry', { line: 0, character: 20 }]],
    );
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  describe('are not UTF-8', () => {
    let desk: ScratchDesk;
    afterEach(() => desk.remove());
    const latin = (text: string) => Buffer.from(text, 'latin1');

    it('has them as Windows-1252, and a warning at the first line that need not be right', async () => {
      const bib =
        '% all ASCII\n@book{one,\n  author = {Nov\u00e1k, Ji\x9a\u00ed},\n  title = {\x93Etudes\x94}}\n';
      const ris = 'TY  - BOOK\r\nID  - two\r\nTI  - \u00c9tudes\r\nER  - \r\n';
      desk = scratchDesk({ 'sources/a.bib': latin(bib), 'sources/b.ris': latin(ris) });
      const kept = new DeskKeeper(nodeFiles, desk.root);
      const { works, problems } = await kept.load();
      const one = works.library.sources.get('one')?.item;
      assert.deepEqual(one?.author, [{ family: 'Novák', given: 'Jiší' }]);
      assert.equal(one?.title, '“Etudes”');
      assert.equal(works.library.sources.get('two')?.item.title, 'Études');
      const path = `${desk.root}/sources/a.bib`;
      const [problem, ...more] = problems.get(path) ?? [];
      assert.deepEqual(more, []);
      assert.equal(problem?.rule, 'source/encoding');
      assert.equal(problem.severity, 'warning');
      assert.equal(
        kept.textOf(path)?.slice(problem.span.start, problem.span.end),
        '  author = {Novák, Jiší},',
      );
      assert.equal(problems.get(`${desk.root}/sources/b.ris`)?.length, 1);
    });

    it('lose the warning when they are saved as UTF-8', async () => {
      const text = '@book{one, title = {\u00c9tudes}}\n';
      desk = scratchDesk({ 'sources/a.bib': latin(text) });
      const kept = new DeskKeeper(nodeFiles, desk.root);
      assert.equal((await kept.load()).problems.size, 1);
      desk.write('sources/a.bib', text);
      const { problems, works } = await kept.load();
      assert.equal(problems.size, 0);
      assert.equal(works.library.sources.get('one')?.item.title, 'Études');
    });

    it('but UTF-16 with its mark are read without a word', async () => {
      const text = '\ufeff@book{one, title = {\u00c9tudes}}\n';
      desk = scratchDesk({ 'sources/a.bib': Buffer.from(text, 'utf16le') });
      const { problems, works } = await new DeskKeeper(nodeFiles, desk.root).load();
      assert.equal(problems.size, 0);
      assert.equal(works.library.sources.get('one')?.item.title, 'Études');
    });

    it('nor any text is told of, and nothing of it read', async () => {
      desk = scratchDesk({ 'sources/a.bib': Uint8Array.from([0x40, 0, 0xff, 0xfe, 0x80]) });
      const { problems, works } = await new DeskKeeper(nodeFiles, desk.root).load();
      assert.deepEqual(
        [...problems.values()]
          .flat()
          .map(({ message }) => /is not UTF-8 text\. Save it as UTF-8/.test(message)),
        [true],
      );
      assert.equal(works.library.sources.size, 0);
    });
  });
});
