/** Tests `nomenclator romanise` as a process: what it prints, what it says about its guess, and what it refuses. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');

const GLOSSARY = `version: 1
people:
  navqotiy: { name: Akhliddin Navqotiy, short: Navqotiy, scripts: [Ахлиддин Новкатий] }
  saloh: { name: Abu Saloh, spellings: [Abu Salokh] }
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
`;

describe('nomenclator romanise', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  before(() => {
    desk = scratchDesk({ 'glossary/people.yaml': GLOSSARY, 'broken/nomenclator.yaml': 'a: [' });
  });
  after(() => desk.remove());

  function run(args: readonly string[], input = '', folder = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'romanise', ...args], {
      cwd: join(desk.root, folder),
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  function cannotRun(args: readonly string[], says: RegExp) {
    const { status, stdout, stderr } = run(args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.match(stderr, says);
  }

  it('prints the text alone, and tells its guess on standard error', () => {
    assert.deepEqual(run(['Ўзбекистон ислом ҳаракати']), {
      status: 0,
      stdout: 'O‘zbekiston islom harakati\n',
      stderr: 'Uzbek, guessed from the letters ў, ҳ. --language chooses another.\n',
    });
    assert.match(run(['Лавров']).stderr, /^Perhaps Russian, guessed from letters that Russian has too\./);
  });

  it('takes the language and the system that it is given, and then says nothing', () => {
    const args = ['--language', 'ru', '--system', 'iso-9', 'Объявили', 'Чечня'];
    assert.deepEqual(run(args), { status: 0, stdout: 'Obʺâvili\nČečnâ\n', stderr: '' });
  });

  it('romanises standard input as it is', () => {
    const { stdout } = run(['--stdin', '--language', 'ru'], '    Хабаровск `Уфа`\r\nhttps://example.org/Уфа');
    assert.equal(stdout, '    Khabarovsk `Ufa`\r\nhttps://example.org/Ufa');
  });

  it('tells all in JSON', () => {
    const { stdout, stderr } = run(['--format', 'json', 'Навқотӣ', 'Osh']);
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      results: [
        {
          text: 'Navqotí',
          language: 'tg',
          confident: true,
          why: 'the letters қ, ӣ',
          system: 'bgn-pcgn',
          standard: 'Romanization of Tajik, BGN/PCGN 1994 System',
        },
        {
          text: 'Osh',
          language: 'ru',
          confident: false,
          why: 'no Cyrillic letter at all',
          system: 'bgn-pcgn',
          standard: 'Romanization of Russian, BGN/PCGN 1947 System',
        },
      ],
    });
  });

  it('writes names of the glossary in the house form, if asked', () => {
    const text = 'Сказал Ахлиддин Новкатий, а Навқотий\nи Абу\nСалох молчали; НАВҚОТИЙ, Рахимов.';
    assert.equal(
      run(['--house', '--language', 'ru', text]).stdout,
      'Skazal Akhliddin Navqotiy, a Navqotiy\ni Abu\nSaloh molchali; NAVQOTIY, Rakhimov.\n',
    );
    assert.match(run(['--language', 'ru', text]).stdout, /^Skazal Akhliddin Novkatiy, .*\ni Abu\nSalokh /);
  });

  it('needs no desk but for the house form', () => {
    assert.equal(run(['--language', 'ru', 'Уфа'], '', 'broken').stdout, 'Ufa\n');
    assert.equal(run(['--house', 'Уфа'], '', 'broken').status, 2);
  });

  it('refuses what there is not, and lists what there is', () => {
    cannotRun(['--language', 'de', 'Уфа'], /ru, uz, tg, ky, kk, tk, uk; not “de”/);
    cannotRun(['--system', 'gost', 'Уфа'], /bgn-pcgn, ala-lc, iso-9, national, .*not “gost”/);
    cannotRun(
      ['--language', 'uz', '--system', 'icao', 'Уфа'],
      /Uzbek: choose bgn-pcgn, national, ala-lc, iso-9/,
    );
    cannotRun([], /romanise "Навқотий", or --stdin/);
    cannotRun(['--fix', 'Уфа'], /romanise has no option --fix/);
  });
});
