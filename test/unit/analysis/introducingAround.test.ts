/** Tests which places a name is introduced in unasked, in which it is only told of, and in which it is no name. */

import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/src/analysis/analyze';
import { fixAll } from '../../../server/src/analysis/fixAll';
import type { WorksOfReference } from '../../../server/src/analysis/works';
import { worksOf } from '../../support/works';

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
  imu: { name: Islamic Movement of Uzbekistan, acronym: IMU }
  isk: { name: Islamic State Khorasan, acronym: ISK }
organisations:
  un: { name: United Nations, acronym: UN, introduce: first }
  afp: { name: Armed Forces of the Philippines, acronym: AFP }
  afp2: { name: Agence France-Presse, acronym: AFP }
people:
  navqotiy: { name: Akhliddin Navqotiy, short: Navqotiy }
  julani: { name: Abu Muhammad al-Julani, short: al-Julani }
  karimov: { name: Islam Karimov, short: Karimov }
places:
  idlib: { name: Idlib }
`;
const works = worksOf(GLOSSARY);
const told = (text: string, code: string, from: WorksOfReference = works): string[] =>
  codes(analyze(text, from), code);
const codes = ({ findings, report }: Analysis, wanted: string): string[] =>
  findings.filter(({ code }) => code === wanted).map(({ span }) => report.text.slice(span.start, span.end));
const fixed = (text: string, from: WorksOfReference = works): string => fixAll(analyze(text, from));

describe('Where a name is joined to something', () => {
  const JOINED_BEHIND = ['-led', '‑led', '–EU', '/EU', '+EU', '&EU', '- and EU-led', ':x', '+'];
  const JOINED_BEFORE = ['pro-', 'pro–', 'EU/', 'EU–', 'EU+', 'EU,', '~/~ EU&'];

  for (const joined of JOINED_BEHIND) {
    it(`“KTJ${joined}” is told of and not mended, whether it stands once or more often`, () => {
      for (const rest of ['.', '. Then KTJ left.', '. Then a man of KTJ, and KTJ, left.']) {
        const text = `There were KTJ${joined} men${rest}`;
        assert.equal(fixed(text), text);
        assert.deepEqual(told(text, 'name/first-mention'), ['KTJ']);
      }
    });
  }

  for (const joined of JOINED_BEFORE) {
    it(`“${joined}KTJ” is not mended`, () => {
      for (const rest of ['.', '. Then KTJ left.']) {
        const text = `There were ${joined}KTJ men${rest}`;
        assert.equal(fixed(text), text);
      }
    });
  }

  it('neither half of two people’s talks is anybody’s first mention, and what stands behind is', () => {
    for (const dash of ['-', '–', '‑'])
      assert.equal(
        fixed(`The talks, Navqotiy${dash}Karimov talks, were long. Then Navqotiy and Karimov left.`),
        `The talks, Navqotiy${dash}Karimov talks, were long. Then Akhliddin Navqotiy and Islam Karimov left.`,
      );
    assert.equal(fixed('Talks of Navqotiy/Karimov failed.'), 'Talks of Navqotiy/Karimov failed.');
  });

  it('brackets alone may be a link that is explained elsewhere', () => {
    assert.equal(fixed('Then [KTJ] left. KTJ came.'), 'Then [KTJ] left. KTJ came.');
  });

  it('emphasis, quotation marks, notes and punctuation join nothing', () => {
    for (const [before, behind] of [
      ['**', '**'],
      ['_', '_'],
      ['(see ', ')'],
      ['', '[^1]'],
      ['', '…'],
      ['', '; then'],
      ['— ', ' —'],
      ['', '—then'],
    ] as const) {
      const text = `They say so: ${before}Navqotiy${behind} left.`;
      assert.equal(fixed(text), text.replace('Navqotiy', 'Akhliddin Navqotiy'), text);
    }
  });
});

describe('An address, a hashtag, mathematics, a file', () => {
  const PLACES = [
    '#KTJ',
    '@KTJ',
    '$KTJ$',
    'KTJ.com',
    'www.KTJ.org',
    't.me/KTJ',
    'KTJ_1',
    '/home/KTJ',
    '{{KTJ}}',
    '[[KTJ]]',
    'KTJ.pdf',
    'C:\\KTJ\\x',
  ];
  for (const place of PLACES) {
    it(`introduces nobody: ${place}`, () => {
      assert.equal(
        fixed(`See ${place} there. Then KTJ left, and KTJ came.`),
        `See ${place} there. Then Katibat al-Tawhid wal-Jihad (KTJ) left, and KTJ came.`,
      );
    });
  }
});

describe('A part of a longer name', () => {
  it('is not where the acronym is put', () => {
    for (const [longer, acronym] of [
      ['Islamic State Khorasan Province', 'ISKP'],
      ['Islamic State Khorasan Support Group', 'ISKSG'],
    ] as const) {
      const text = `The ${longer} (${acronym}) left. The ISK came. The ISK and ${acronym}.`;
      assert.equal(
        fixed(text),
        `The ${longer} (${acronym}) left. The Islamic State Khorasan (ISK) came. The ISK and ${acronym}.`,
      );
    }
    assert.equal(
      fixed('The New Islamic State Khorasan (NISK) left. The ISK came. The ISK and NISK.'),
      'The New Islamic State Khorasan (NISK) left. The Islamic State Khorasan (ISK) came. The ISK and NISK.',
    );
  });

  it('is told of, and not mended, where an acronym begins or ends it', () => {
    for (const name of ['KTJ Media Centre', 'Radio KTJ', 'Studio KTJ']) {
      const text = `Then ${name} wrote. KTJ left.`;
      assert.equal(fixed(text), text);
    }
    assert.equal(
      fixed('Then KTJ Chairman Navqotiy wrote. KTJ left.'),
      'Then Katibat al-Tawhid wal-Jihad (KTJ) Chairman Akhliddin Navqotiy wrote. KTJ left.',
    );
  });

  it('says of a street or an airport nothing of whom it is named after', () => {
    for (const thing of ['Karimov Street', 'Karimov International Airport'])
      assert.equal(
        fixed(`They left by ${thing}. Then Karimov came.`),
        `They left by ${thing}. Then Islam Karimov came.`,
      );
  });

  it('has something between it and the given name, or stands before that', () => {
    for (const name of [
      'Akhliddin “Abu Saloh” Navqotiy',
      'Akhliddin "Abu Saloh" Navqotiy',
      'Akhliddin ‘Abu Saloh’ Navqotiy',
      'Akhliddin (Abu Saloh) Navqotiy',
      'Akhliddin [Abu Saloh] Navqotiy',
      'Ahliddin “the Teacher” Navqotiy',
      'Navqotiy, Akhliddin,',
      'Navqotiy, Ahliddin,',
      'Navqotiy, A.,',
      'Navqotiy, A. N.,',
      'NAVQOTIY, Akhliddin,',
      'A. Navqotiy',
      'Navqotiy A. N.,',
      'Navqotiy A.N.',
      'Navqotiy Akhliddin',
    ]) {
      const text = `Then ${name} left. Navqotiy came.`;
      assert.deepEqual(told(text, 'name/first-mention'), [], name);
      assert.equal(fixed(text), text);
    }
  });

  it('is one also where the given name is an English word', () => {
    for (const name of [
      'Karimov Islam',
      'Karimov, Islam,',
      'Islam “the Old” Karimov',
      'Islam (the Old) Karimov',
    ]) {
      const text = `Then ${name} left. Karimov came.`;
      assert.equal(fixed(text), text);
    }
  });

  it('is a name of its own behind a quotation, a place, a title, or before another name', () => {
    for (const [before, behind] of [
      ['“We left.” ', ' said so'],
      ['“We left,” ', ' said'],
      ['In Idlib (Syria) ', ' said so'],
      ['Mr. ', ' said so'],
      ['Then ', ', Karimov and others left'],
      ['Then ', ', U.S. officials said, left'],
    ])
      assert.match(fixed(`${before}Navqotiy${behind}.`), /Akhliddin Navqotiy/);
  });
});

describe('A name that the report has in an unlisted spelling', () => {
  it('is introduced by it, before the guesses are known and after', () => {
    for (const name of ['Ahliddin Nowkatiy', 'Ahliddin Navkatii']) {
      const text = `Then ${name} left. Later Navqotiy came.`;
      assert.deepEqual(told(text, 'name/first-mention'), [], name);
      const noGuesses = { ...works, severities: new Map([['name/variant', 'off' as const]]) };
      assert.deepEqual(told(text, 'name/first-mention', noGuesses), [], name);
      assert.equal(fixed(text), text);
    }
  });

  it('is not introduced by somebody else’s name, a heading, or what stands behind', () => {
    for (const text of [
      'Then Gulnara Nowkatiy left. Later Navqotiy came.',
      '## Ahliddin Nowkatiy\n\nLater Navqotiy came.',
      'Later Navqotiy came. Then Ahliddin Nowkatiy left.',
    ])
      assert.deepEqual(told(text, 'name/first-mention'), ['Navqotiy'], text);
  });

  it('has its acronym introduced behind it', () => {
    for (const between of [' (', ', ', ' – ', ' — ', ' - '])
      assert.deepEqual(
        told(
          `Then Katibat at-Tavhid val Jihod${between}KTJ${between === ' (' ? ')' : between.trimEnd()} left. KTJ came.`,
          'name/first-mention',
        ),
        [],
        between,
      );
  });
});

describe('What a parenthesis says', () => {
  const FULL = 'Islamic Movement of Uzbekistan';
  it('introduces the acronym, among other things and in quotation marks', () => {
    for (const inside of [
      'IMU',
      'the IMU',
      'hereafter IMU',
      'hereafter “the IMU”',
      'the “IMU”',
      '“the IMU”',
      'founded 1998, IMU',
      'Arabic: حركة; IMU',
      'Uzbek: Oʻzbekiston islomiy harakati, IMU',
      'Adolat, also known as the IMU',
      'IMU, founded in 1998',
    ])
      assert.deepEqual(
        told(`Then the ${FULL} (${inside}) left. The IMU came.`, 'name/first-mention'),
        [],
        inside,
      );
  });

  it('introduces nothing behind a person, a place or the like', () => {
    for (const before of [
      'Navqotiy and Islam Karimov',
      'Rustam Azizov',
      'in Idlib',
      'the movement',
      'fighters of the group',
      'the United Nations',
    ])
      assert.deepEqual(
        told(`Then ${before} (IMU) left. The IMU came.`, 'name/first-mention').at(-1),
        'IMU',
        before,
      );
  });

  it('introduces behind a name that nobody else has, and behind words that describe it', () => {
    for (const before of ['the Battalion of Unity', 'Daesh', 'the national movement of rebels'])
      assert.deepEqual(told(`Then ${before} (IMU) left. The IMU came.`, 'name/first-mention'), [], before);
  });

  it('makes no person of an acronym that the glossary lacks', () => {
    assert.deepEqual(told('Then Islam Karimov (NDP) left. The NDP came.', 'acronym/unknown'), ['NDP']);
    assert.deepEqual(told('Then Rustam Azizov (NDP) left. The NDP came.', 'acronym/unknown'), ['NDP']);
  });

  it('settles whom the acronym beside it means', () => {
    for (const text of [
      'Armed Forces of the Philippines (AFP) and Agence France-Presse (AFP) met. AFP said.',
      'AFP (Armed Forces of the Philippines) and AFP (Agence France-Presse) met. AFP said.',
    ]) {
      const analysis = analyze(text, works);
      assert.deepEqual(codes(analysis, 'acronym/unused'), [], text);
      const ambiguous = analysis.findings.filter(({ code }) => code === 'name/ambiguous');
      assert.deepEqual(
        ambiguous.map(({ span }) => span.start),
        [text.lastIndexOf('AFP')],
        text,
      );
    }
  });
});
