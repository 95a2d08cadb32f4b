/** The lines of the tree of names: what they say, and what stands below them. */

import assert from 'node:assert/strict';
import { analyze } from '../../../../server/src/analysis/analyze';
import {
  countMentions,
  houseForms,
  type Line,
  type LineContext,
  linesBelow,
} from '../../../../server/src/features/explorer/nameLines';
import { nameTreeSteps } from '../../../../server/src/features/explorer/nameTree';
import { finish } from '../../../../server/src/text/steps';
import { worksOf } from '../../../support/works';

const works = worksOf(`
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
  hts: { name: Hay’at Tahrir al-Sham, acronym: HTS }
people:
  abu-saloh:
    name: Abu Saloh
    roles: [{ group: ktj, title: leader, from: 2014, until: 2019-04 }, { group: ktj, title: founder }]
  hikmatov:
    name: Ilmurad Hikmatov
    short: Hikmatov
    roles: [{ group: ktj, title: leader, from: 2019-04 }]
  rahmon-1: { name: Davlat Rahmon, short: Rahmon }
  rahmon-2: { name: Jamshed Rahmon, short: Rahmon }
  navqotiy: { name: Akhliddin Navqotiy, roles: [{ group: hts }] }
places:
  idlib: { name: Idlib }
`);
const { glossary } = works.lexicon;
const tree = finish(nameTreeSteps(glossary));
const report = 'Abu Saloh led the KTJ in Idlib. KTJ left. Rahmon stayed.\n';

function context(text?: string, mentionedOnly = false): LineContext {
  const mentions = text === undefined ? undefined : countMentions(analyze(text, works).mentions);
  return { glossary, tree, mentions, mentionedOnly, asOf: '2023-01-01' };
}
const shown = (lines: readonly Line[]): string[] =>
  lines.map(({ label, description, count }) => `${label} | ${description} | ${count}`);
const below = (label: string, lines: readonly Line[], of: LineContext): Line[] => {
  const parent = lines.find((line) => line.label === label);
  assert.ok(parent?.hasLinesBelow, `${label} has nothing below it`);
  return linesBelow(parent.place, of);
};

describe('linesBelow', () => {
  it('begins with the types that there are, and how many each has', () => {
    assert.deepEqual(shown(linesBelow(undefined, context())), [
      'Groups | 2 | 0',
      'People | 5 | 0',
      'Places | 1 | 0',
    ]);
  });

  it('says how many of them the report mentions; who may be meant counts', () => {
    const lines = linesBelow(undefined, context(report));
    assert.deepEqual(shown(lines), ['Groups | 1 of 2 | 1', 'People | 3 of 5 | 3', 'Places | 1 of 1 | 1']);
    assert.equal(lines[0]?.spoken, 'Groups, 1 of 2 in this report');
  });

  it('counts each name, and says its acronym', () => {
    const here = context(report);
    const groups = below('Groups', linesBelow(undefined, here), here);
    assert.deepEqual(shown(groups), [
      'Hay’at Tahrir al-Sham | HTS | 0',
      'Katibat al-Tawhid wal-Jihad | KTJ | 2',
    ]);
    assert.equal(groups[1]?.spoken, 'Katibat al-Tawhid wal-Jihad, KTJ, 2 mentions in this report');
  });

  it('has who leads a group below it, who does so now first', () => {
    const here = context(report);
    const groups = below('Groups', linesBelow(undefined, here), here);
    assert.deepEqual(shown(below('Katibat al-Tawhid wal-Jihad', groups, here)), [
      'Abu Saloh | leader, 2014 – Apr 2019 · founder | 1',
      'Ilmurad Hikmatov | leader since Apr 2019 | 0',
    ]);
    assert.deepEqual(shown(below('Hay’at Tahrir al-Sham', groups, here)), [
      'Akhliddin Navqotiy | affiliated | 0',
    ]);
    const over = worksOf(`
groups: { a: { name: Alpha } }
people:
  one: { name: One, roles: [{ group: a, title: emir, until: 2019 }] }
  two: { name: Two, roles: [{ group: a, title: emir, from: 2019 }] }
`).lexicon.glossary;
    const of = { ...context(), glossary: over, tree: finish(nameTreeSteps(over)) };
    const [alpha] = below('Groups', linesBelow(undefined, of), of);
    assert.deepEqual(shown(linesBelow(alpha?.place, of)), [
      'Two | emir since 2019 | 0',
      'One | emir until 2019 | 0',
    ]);
  });

  it('shows only what is mentioned, where that is asked for', () => {
    const here = context(report, true);
    const top = linesBelow(undefined, here);
    assert.deepEqual(shown(top), ['Groups | 1 | 1', 'People | 3 | 3', 'Places | 1 | 1']);
    const groups = below('Groups', top, here);
    assert.deepEqual(shown(groups), ['Katibat al-Tawhid wal-Jihad | KTJ | 2']);
    assert.deepEqual(
      below('Katibat al-Tawhid wal-Jihad', groups, here).map(({ label }) => label),
      ['Abu Saloh'],
    );
    assert.deepEqual(linesBelow(undefined, context('Nobody.\n', true)), []);
  });

  it('gives every line a key of its own', () => {
    const here = context(report);
    const keys: string[] = [];
    const walk = (lines: readonly Line[]) => {
      for (const line of lines) {
        keys.push(line.key);
        if (line.hasLinesBelow) walk(linesBelow(line.place, here));
      }
    };
    walk(linesBelow(undefined, here));
    assert.equal(keys.length, 14);
    assert.equal(new Set(keys).size, keys.length);
  });
});

describe('houseForms', () => {
  it('are the name, the short form and the acronym, each once', () => {
    const forms = (id: string) => houseForms(glossary.entities.get(id)!);
    assert.deepEqual(forms('ktj'), ['Katibat al-Tawhid wal-Jihad', 'KTJ']);
    assert.deepEqual(forms('hikmatov'), ['Ilmurad Hikmatov', 'Hikmatov']);
    assert.deepEqual(forms('idlib'), ['Idlib']);
  });
});
