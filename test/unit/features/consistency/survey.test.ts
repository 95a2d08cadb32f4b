/** Tests what a survey counts of a report, and what the surveys of a desk come to together. */

import assert from 'node:assert/strict';
import type {
  Candidate,
  ConsistencyReport,
} from '../../../../server/src/features/consistency/consistencyReport';
import { DeskSurvey } from '../../../../server/src/features/consistency/deskSurvey';
import { EntityTally } from '../../../../server/src/features/consistency/entityTally';
import { surveySteps } from '../../../../server/src/features/consistency/surveyReport';
import { finish } from '../../../../server/src/text/steps';
import { worksOf } from '../../../support/works';

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ, spellings: [Katiba Taukhid val-Dzhikhad] }
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
    aliases: [{ name: Sirojiddin Mukhtarov, kind: real name }]
    not: [Abu Salokhiddin]
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
  nobody: { name: Davlat Nobodiev }
`;

const works = worksOf(GLOSSARY);
const surveyOf = (text: string) => finish(surveySteps(text, works));

function reportOf(...texts: readonly string[]): ConsistencyReport {
  const whole = new DeskSurvey();
  for (const [k, text] of texts.entries()) whole.add(`${k}.md`, surveyOf(text));
  return finish(whole.steps(works.lexicon));
}

const entityOf = (found: ConsistencyReport, id: string) => found.entities.find((one) => one.id === id);
const shown = ({ text, count, reportCount, others }: Candidate) =>
  [text, count, reportCount, others.map((one) => `${one.text} ${one.count}`).join(', ')] as const;

describe('The survey of a report', () => {
  it('counts each way of writing a name, and tells which the house writes otherwise', () => {
    const { forms } = surveyOf('Abu Saloh led it. Abu Salah left.\n\n> Abu Salah was here.\n');
    assert.deepEqual(
      forms.map(({ text, kind, house, count, off }) => [text, kind, house, count, off]),
      [
        ['Abu Saloh', 'house', 'Abu Saloh', 1, 0],
        ['Abu Salah', 'spelling', 'Abu Saloh', 2, 1],
      ],
    );
  });

  it('keeps line and character of each place, and whether it is off', () => {
    const { forms } = surveyOf('They say\nAbu Salah left. Abu Salah came.\n');
    assert.deepEqual(forms[0]?.places, [1, 0, 1, 1, 16, 1]);
  });

  it('tells of an alias out of its place what the finding tells', () => {
    const [alias] = surveyOf('Sirojiddin Mukhtarov spoke.\n').forms;
    assert.deepEqual([alias?.kind, alias?.house, alias?.off], ['alias', 'Abu Saloh', 1]);
  });

  it('counts a guess with its score and reason', () => {
    const [guess] = surveyOf('They met Abu Salokh there.\n').forms;
    assert.equal(guess?.kind, 'variant');
    assert.ok((guess?.score ?? 0) > 0.5 && guess?.reason);
  });

  it('does not count what the report accepts', () => {
    const text = '<!-- nomenclator-disable-next-line name/spelling -->\nAbu Salah left.\n';
    assert.equal(surveyOf(text).forms[0]?.off, 0);
  });
});

describe('The Name Consistency Report', () => {
  it('counts by entity and by report, and knows the first mention', () => {
    const found = reportOf('KTJ grew.\n', 'Nothing.\n', '# KTJ\n\nKTJ and KTJ.\n');
    const ktj = entityOf(found, 'ktj');
    assert.deepEqual(
      [ktj?.count, ktj?.reportCount, ktj?.in],
      [
        4,
        2,
        [
          { report: 0, count: 1, off: 0 },
          { report: 2, count: 3, off: 0 },
        ],
      ],
    );
    assert.deepEqual([ktj?.first?.report, ktj?.first?.place], [0, [0, 0, 0]]);
    assert.deepEqual(
      found.reports.map(({ path, mentions, entities }) => [path, mentions, entities]),
      [
        ['0.md', 1, 1],
        ['1.md', 0, 0],
        ['2.md', 3, 1],
      ],
    );
  });

  it('keeps variants apart from mentions', () => {
    const saloh = entityOf(reportOf('They met Abu Salokh there.\n'), 'abu-saloh');
    assert.deepEqual([saloh?.count, saloh?.variants, saloh?.reportCount, saloh?.first], [0, 1, 0, undefined]);
  });

  it('names what is never mentioned, and what is ambiguous', () => {
    const found = reportOf('KTJ met Rahimov.\n');
    assert.deepEqual(
      found.neverMentioned.map(({ id }) => id),
      ['abu-saloh', 'anvar', 'bobur', 'nobody'],
    );
    assert.deepEqual(
      found.ambiguous.map(({ text, entities }) => [text, entities.map(({ id }) => id)]),
      [['Rahimov', ['anvar', 'bobur']]],
    );
  });

  it('tells which report could not be read', () => {
    const whole = new DeskSurvey();
    whole.addUnread('a.md', 'a.md may not be read.');
    assert.deepEqual(finish(whole.steps(works.lexicon)).unread, [
      { path: 'a.md', failure: 'a.md may not be read.' },
    ]);
  });
});

describe('Candidates for the glossary', () => {
  const candidatesOf = (...texts: readonly string[]) => reportOf(...texts).candidates;

  it('are names that occur more than once and that no glossary knows', () => {
    const found = candidatesOf('In Isfara, people of Isfara met KTJ.\n', 'They went to Vorukh.\n');
    assert.deepEqual(found.map(shown), [['Isfara', 2, 1, '']]);
  });

  it('are neither ordinary words, months, nations nor countries', () => {
    const text =
      'In June the Russian president met Ministry officials in Kazakhstan, with Tajik police of the United States.\n';
    assert.deepEqual(candidatesOf(text, text), []);
  });

  it('are no words that only the beginning of a sentence writes large', () => {
    assert.deepEqual(candidatesOf('Similar words came.\n\nSimilar ones went. Similar.\n'), []);
  });

  it('are no terms that the report writes small too', () => {
    assert.deepEqual(candidatesOf('The Shura met. A shura it was, and the Shura ended.\n'), []);
  });

  it('begin behind titles and nations, and behind what a sentence writes large', () => {
    const text = 'Analysts, many analysts, met Tajik President Kamol Tursun. Analysts Kamol Tursun knew.\n';
    assert.deepEqual(candidatesOf(text).map(shown), [['Kamol Tursun', 2, 1, '']]);
  });

  it('end at a possessive', () => {
    const found = candidatesOf('Zarafshon’s Panjakent. In Panjakent and Zarafshon it rained.\n');
    assert.deepEqual(found.map(({ text }) => text).sort(), ['Panjakent', 'Zarafshon']);
  });

  it('take in the surname that stands alone, if it is only one person’s', () => {
    assert.deepEqual(
      candidatesOf('There Samuel Paty lived. They saw Paty, and Paty saw them.\n').map(shown),
      [['Samuel Paty', 3, 1, 'Paty 2']],
    );
    const two = candidatesOf('So Samuel Paty and Simon Paty lived. They saw Paty, and Paty saw them.\n');
    assert.deepEqual(two.map(shown), [['Paty', 2, 1, '']]);
  });

  it('take in the acronym that a report introduces, and other spellings', () => {
    const [group] = candidatesOf(
      'So the Jamaat Ansarullah (JA) grew. In JA and JA.\n',
      'Then the Jamaat Ansarulloh came.\n',
    );
    assert.deepEqual(group && [...shown(group), group.introduced], [
      'Jamaat Ansarullah',
      5,
      2,
      'JA 3, Jamaat Ansarulloh 1',
      'JA',
    ]);
  });

  it('tell the entity that they are like, unless it was judged', () => {
    const [like] = candidatesOf('They met Davlat there, and Davlat here.\n');
    assert.equal(like?.text, 'Davlat');
    const text = 'So Abu Salokhiddin came. There Abu Salokhiddin went.\n';
    const [judged] = candidatesOf(text);
    assert.deepEqual([judged?.text, judged?.nearest?.id], ['Abu Salokhiddin', undefined]);
  });
});

describe('The tally of a desk', () => {
  it('takes away what was added', () => {
    const [one, two] = [surveyOf('KTJ and Abu Salah.\n'), surveyOf('KTJ, Abu Salah, Abu Saloh.\n')];
    const tally = new EntityTally();
    tally.add(one);
    tally.add(two);
    assert.deepEqual(tally.of('abu-saloh'), { count: 3, off: 2, reportCount: 2, otherSpellings: 1 });
    tally.remove(two);
    assert.deepEqual(tally.of('abu-saloh'), { count: 1, off: 1, reportCount: 1, otherSpellings: 1 });
    tally.remove(one);
    assert.deepEqual(tally.of('abu-saloh'), { count: 0, off: 0, reportCount: 0, otherSpellings: 0 });
  });
});
