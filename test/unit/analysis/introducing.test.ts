/** Tests what introductions are read and written by: full forms, articles, known acronyms, sentences. */

import assert from 'node:assert/strict';
import { indefiniteOf, takesArticle } from '../../../server/src/analysis/introducing/articles';
import { blockAcronyms } from '../../../server/src/analysis/introducing/blockAcronyms';
import { fullFormBefore, isSpelledBy } from '../../../server/src/analysis/introducing/fullForm';
import { isKnownToAll } from '../../../server/src/analysis/introducing/knownAcronyms';
import { RunningText } from '../../../server/src/analysis/introducing/runningText';
import { scopesOf } from '../../../server/src/analysis/introducing/scopes';
import { readReport } from '../../../server/src/markdown/report';

describe('The full form of an acronym', () => {
  const found: readonly [before: string, acronym: string, full: string | undefined][] = [
    ['in the Gorno-Badakhshan Autonomous Oblast', 'GBAO', 'Gorno-Badakhshan Autonomous Oblast'],
    ['and an unmanned aerial vehicle', 'UAV', 'unmanned aerial vehicle'],
    ['Katibat al-Tawhid wal Jihad', 'KTJ', 'Katibat al-Tawhid wal Jihad'],
    ['Hizb ut-Tahrir', 'HT', 'Hizb ut-Tahrir'],
    ['the Ministry of the Interior', 'MOI', 'Ministry of the Interior'],
    ['the Ministry of the Interior', 'MI', 'Ministry of the Interior'],
    ['the Hay’at Tahrir al-Sham', 'HTS', 'Hay’at Tahrir al-Sham'],
    ['the Bharatiya Janata Party’s', 'BJP', 'Bharatiya Janata Party'],
    ['the Radio Free Europe/Radio Liberty', 'RFE/RL', 'Radio Free Europe/Radio Liberty'],
    ['He left. Turkestan Union Front', 'TUF', 'Turkestan Union Front'],
    ['Réseau Érable National', 'REN', 'Réseau Érable National'],
    ['the extensible markup language', 'XML', undefined],
    ['the State Committee for National Security', 'GKNB', 'State Committee for National Security'],
    ['he left the town', 'KTJ', undefined],
    ['Anvar', 'KTJ', undefined],
    ['Front. ', 'F', undefined],
    ['', 'KTJ', undefined],
  ];
  for (const [before, acronym, full] of found) {
    it(`${acronym} behind “${before}” is ${full ?? 'unknown'}`, () => {
      const form = fullFormBefore(before, acronym);
      assert.equal(form && before.slice(form.start, form.end), full);
    });
  }

  it('is matched, or a translation', () => {
    assert.equal(fullFormBefore('the Turkestan Union Front', 'TUF')?.isMatched, true);
    assert.equal(fullFormBefore('the State Committee for Safety', 'GKB')?.isMatched, false);
  });

  it('spells its acronym to the last word', () => {
    assert.ok(isSpelledBy('the Turkestan Union Front', 'TUF'));
    assert.ok(!isSpelledBy('Turkestan Union Front fighters', 'TUF'));
    assert.ok(!isSpelledBy('Idlib', 'HTS'));
  });
});

describe('Acronyms', () => {
  const read = (text: string) => {
    const report = readReport(text);
    return report.layout.blocks.flatMap((block) =>
      blockAcronyms(text, block).map((one) => ({ ...one, start: block.start + one.start })),
    );
  };

  it('are found with their letters, without a plural, a possessive or another half', () => {
    assert.deepEqual(
      read('UAVs, the KTJ’s, HTS-led, AQ-HTS, ISIS-K, RFE/RL, JaK, (TUF), **B**JP.').map(
        ({ letters }) => letters,
      ),
      ['UAV', 'KTJ', 'HTS', 'AQ', 'HTS', 'ISIS-K', 'RFE/RL', 'JaK', 'TUF', 'BJP'],
    );
  });

  it('are no words, addresses, handles or parts of longer words', () => {
    assert.deepEqual(
      read('Anvar McDonald, TOLOnews, x.KTJ, @KTJ, #KTJ, `KTJ`, https://x.org/KTJ, KTJ_1, K.T.J.'),
      [],
    );
  });

  it('stand alone, or in a longer name', () => {
    const alone = (text: string) => read(text).map(({ isAlone }) => isAlone);
    assert.deepEqual(alone('The TUF left, and TUF’s men.'), [true, true]);
    assert.deepEqual(alone('In TUF Sentinel and Radio TUF.'), [false, false]);
    assert.deepEqual(alone('WE TUF.'), [false, false]);
    assert.deepEqual(alone('S/2021 and TUF/2021 and TUF-14.'), [false, false]);
  });

  it('are introduced by parentheses, by “or”, and by what is said of them', () => {
    const introduced = (text: string) => read(text).map(({ letters, full }) => full?.text ?? letters);
    assert.deepEqual(
      introduced(
        'The Turkestan Union Front (hereafter “TUF”) left. The Border Force, or BF, stayed. ABC (Army Bridge Corps) came.',
      ),
      ['Turkestan Union Front', 'Border Force', 'Army Bridge Corps'],
    );
    const said = read(
      'It is known by the acronym TUF. Some (TUF and others) left (e.g. TUF), or (TUF, ABC).',
    );
    assert.deepEqual(
      said.map(({ isIntroduced }) => isIntroduced),
      [true, false, false, false, false],
    );
  });

  it('that everybody knows, numerals, units and currencies need no introduction', () => {
    for (const one of [
      'UN',
      'NATO',
      'WHO',
      'UAE',
      'Q&A',
      'ASAP',
      'CET',
      'XIV',
      'MCMXCI',
      'KM',
      'USD',
      'KAMAZ',
    ])
      assert.ok(isKnownToAll(one), one);
    for (const one of ['KTJ', 'IS', 'DM', 'XC', 'CIV', 'TUF']) assert.ok(!isKnownToAll(one), one);
  });
});

describe('Articles', () => {
  it('sound as their names do', () => {
    for (const name of ['United Nations', 'European Union', 'Uyghur', 'Hayat', 'UN', 'KTJ', 'NATO', 'USAID'])
      assert.equal(indefiniteOf(name), 'a', name);
    for (const name of ['Islamic Jihad Union', 'Uzbek', 'unmanned', 'HTS', 'FSB', 'IMU', 'MVD', 'Al-Qaeda'])
      assert.equal(indefiniteOf(name), 'an', name);
  });

  it('stand before the names of bodies that English words make', () => {
    for (const name of ['Islamic Movement of Uzbekistan', 'Federal Security Service', 'United Nations'])
      assert.ok(takesArticle(name), name);
    for (const name of ['Katibat al-Tawhid wal-Jihad', 'Islamic State', 'Radio Free Europe/Radio Liberty'])
      assert.ok(!takesArticle(name), name);
  });
});

describe('Running text', () => {
  const placeOf = (text: string) => new RunningText(readReport(text)).at(text.indexOf('KTJ'));

  it('is what is no table, picture, caption, title or byline', () => {
    for (const text of ['So KTJ left.', '- KTJ', 'So KTJ left.[^1]\n\n[^1]: a', 'KTJ left\nthe town'])
      assert.equal(placeOf(text), 'running', text);
    for (const text of [
      '| KTJ |\n| - |',
      '![KTJ](a.png) it is.',
      'Table 2: KTJ.',
      'KTJ in 2022',
      '*Source*: KTJ.',
    ])
      assert.equal(placeOf(text), 'beside', text);
    for (const text of ['So [KTJ](https://x.org) left.', 'So “KTJ” left.'])
      assert.equal(placeOf(text), 'marked', text);
  });
});

describe('Where names are introduced anew', () => {
  const TEXT = '# Title\n\na\n\n## Summary\n\nb\n\n### More\n\nc\n\n## Syria\n\nd\n\n## Idlib\n\ne\n';
  const at = (...headings: string[]) => headings.map((heading) => TEXT.indexOf(heading));

  it('is nowhere, if the desk does not say', () => {
    assert.deepEqual(scopesOf(readReport(TEXT), []), []);
  });

  it('is behind the summary, and in each section', () => {
    assert.deepEqual(scopesOf(readReport(TEXT), ['summary']), at('## Summary', '## Syria'));
    assert.deepEqual(scopesOf(readReport(TEXT), ['sections']), at('## Summary', '## Syria', '## Idlib'));
    assert.deepEqual(scopesOf(readReport('# A\n\na\n\n# B\n'), ['sections']), [0, 8]);
    assert.deepEqual(scopesOf(readReport('a\n'), ['summary', 'sections']), []);
  });
});
