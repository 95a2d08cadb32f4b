/** A new name for an entity: what goes along with it, what forbids it, and what becomes of a report. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import {
  houseForm,
  proposalFor,
  renamableFormAt,
  renamableFormOf,
  renameInReport,
  renamingOf,
} from '../../../server/src/features/renameEntity';
import type { FormChange } from '../../../server/src/glossary/renameForm';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const works = worksOf(`
groups:
  brothers: { name: Band of Brothers, acronym: BB }
  front: { name: The Front }
people:
  navqotiy: { name: Akhliddin Navqotiy, short: Navqotiy, spellings: [Akhliddin Novkatiy, Novkatiy] }
  julani: { name: Abu Muhammad al-Julani, short: Julani, scripts: [أبو محمد الجولاني] }
  saloh:
    name: Abu Saloh
    aliases:
      - { name: Sirojiddin Mukhtarov, short: Mukhtarov, sources: [a] }
      - Abu Salokh
  rahim-a: { name: Rahim A, aliases: [Mullah] }
  rahim-b: { name: Rahim B, aliases: [Mullah] }
`);
const { lexicon } = works;
const entityOf = (id: string) => lexicon.glossary.entities.get(id)!;

describe('What a place lets rename', () => {
  const at = (text: string) => {
    const found = renamableFormAt(analyze(text.replace('|', ''), works), text.indexOf('|'));
    return found && ('refusal' in found ? found.refusal : `${found.form.of} ${found.form.text}`);
  };

  it('is what the house writes there', () => {
    assert.equal(at('Then Akhlid|din Navqotiy wrote.'), 'name Akhliddin Navqotiy');
    assert.equal(at('Then Akhlid|din Novkatiy wrote.'), 'name Akhliddin Navqotiy');
    assert.equal(at('Then |Novkatiy wrote.'), 'short Navqotiy');
    assert.equal(at('Then B|B wrote.'), 'acronym BB');
    assert.equal(at('Then Mukhtarov| wrote.'), 'short Mukhtarov');
    assert.equal(at('Then Sirojiddin Mukhtarov| wrote.'), 'name Sirojiddin Mukhtarov');
    assert.equal(at('Then أبو محمد| الجولاني.'), 'name Abu Muhammad al-Julani');
    assert.equal(at('Then some|body wrote.'), undefined);
  });

  it('is nothing where several may be meant', () => {
    assert.match(at('Then Mullah| wrote.')!, /Rahim A \(rahim-a\), Rahim B \(rahim-b\)\. Rename/);
  });
});

describe('What goes along with a new name', () => {
  const shortFor = (id: string, after: string) =>
    proposalFor(houseForm(entityOf(id)), after, lexicon).short?.after;

  it('is the short form, where it can be told from the name', () => {
    assert.equal(shortFor('navqotiy', 'Akhliddin Nawqatiy'), 'Nawqatiy');
    assert.equal(shortFor('navqotiy', 'Akhlidin Navqotiy'), 'Navqotiy');
    assert.equal(shortFor('navqotiy', 'Mullo Akhliddin Nawqatiy'), 'Nawqatiy');
    assert.equal(shortFor('julani', 'Abu Mohammad al-Jawlani'), 'Jawlani');
    assert.equal(shortFor('julani', 'Ahmad al-Sharaa'), 'Sharaa');
  });

  it('is none that somebody else has', () => {
    assert.equal(shortFor('navqotiy', 'Akhliddin Mukhtarov'), 'Navqotiy');
  });

  it('is the acronym, which stays', () => {
    assert.deepEqual(proposalFor(houseForm(entityOf('brothers')), 'Band of Sisters', lexicon), {
      acronym: 'BB',
    });
  });
});

describe('A new name', () => {
  const refusal = (id: string, after: string, text = entityOf(id).name) => {
    const result = renamingOf(renamableFormOf(entityOf(id), text)!, after, { old: 'spelling' }, lexicon);
    return 'refusal' in result ? result.refusal : '';
  };

  it('may not be another’s, in whatever capitals and marks', () => {
    assert.match(refusal('navqotiy', 'Abu-Salōh'), /names Abu Saloh \(saloh\) already\. Choose/);
    assert.match(refusal('brothers', 'BB', 'BB'), /^$/);
    assert.match(refusal('front', 'BB'), /names Band of Brothers \(brothers\) already/);
    assert.equal(refusal('front', 'Bb'), '');
    assert.equal(refusal('navqotiy', 'Akhliddin Novkatiy'), '');
  });

  it('needs to be a name', () => {
    assert.match(refusal('front', ' — '), /needs a letter/);
    assert.match(refusal('front', ''), /Write the new name/);
    assert.match(refusal('front', 'x'.repeat(300)), /a shorter one/);
    assert.match(refusal('front', 'A\u202eB'), /invisible/);
  });

  it('may be an alias, and for an alias no other name of the entry', () => {
    assert.equal(refusal('saloh', 'Abu Salokh'), '');
    assert.equal(refusal('saloh', 'Sirojiddin Mukhtarov'), '');
    assert.match(
      refusal('saloh', 'Abu Salokh', 'Sirojiddin Mukhtarov'),
      /is another alias of Abu Saloh already/,
    );
    assert.match(
      refusal('saloh', 'Abu-Saloh', 'Sirojiddin Mukhtarov'),
      /^“Abu Saloh” is what the house writes/,
    );
  });
});

describe('A report', () => {
  const followed = (id: string, text: string, ...changes: FormChange[]) => {
    const analysis = analyze(text, works);
    const { edits, left } = renameInReport(analysis, entityOf(id), { changes, old: 'spelling' });
    return [applyEdits(text, edits), left.map(({ visible }) => visible)] as const;
  };
  const of = (before: string, after: string, key: FormChange['of'] = 'name'): FormChange => ({
    of: key,
    before,
    after,
  });
  const julani = [of('Abu Muhammad al-Julani', 'Ahmad al-Sharaa'), of('Julani', 'Sharaa', 'short')];

  it('follows wherever its author wrote the name or the short form', () => {
    const [text, left] = followed(
      'julani',
      '# Abu Muhammad al-Julani\n\nABU MUHAMMAD AL-JULANI met Julani’s men; a Julani-led group. *Abu\nMuhammad al-Julani* left.\n',
      ...julani,
    );
    assert.equal(
      text,
      '# Ahmad al-Sharaa\n\nAHMAD AL-SHARAA met Sharaa’s men; a Sharaa-led group. *Ahmad\nal-Sharaa* left.\n',
    );
    assert.deepEqual(left, []);
  });

  it('leaves quotations, titles, code and addresses', () => {
    const text =
      '“We met Abu Muhammad al-Julani there,” he said.\n\n> Julani wrote.\n\n`Julani` <https://x.example/Julani>\n\n[^1]: Jane Doe, “Who Is Julani?,” *The Julani Papers*, 2020.\n';
    const [now, left] = followed('julani', text, ...julani);
    assert.equal(now, text);
    assert.equal(left.length > 3, true);
  });

  it('keeps the capital of a sentence, and of no other place', () => {
    const lower = [of('The Front', 'al-Nusra')];
    assert.equal(
      followed('front', 'The Front fell. So the Front fell.', ...lower)[0],
      'Al-nusra fell. So al-nusra fell.'.replace(/nusra/g, 'Nusra'),
    );
  });

  it('leaves spellings and aliases, which are findings as before', () => {
    const text = 'Akhliddin Novkatiy (Navqotiy) wrote.';
    assert.equal(followed('navqotiy', text, of('Akhliddin Navqotiy', 'A B'))[0], text);
  });

  it('keeps both where the new name is shown beside the old one', () => {
    const text = 'Akhliddin Navqotiy, also written Akhliddin Novkatiy, wrote. Akhliddin Navqotiy left.';
    const [now, left] = followed('navqotiy', text, of('Akhliddin Navqotiy', 'Akhliddin Novkatiy'));
    assert.equal(now, text.replace('Navqotiy left', 'Novkatiy left'));
    assert.deepEqual(left, ['Akhliddin Navqotiy']);
  });

  it('has right possessives', () => {
    const change = of('Band of Brothers', 'Iron Front');
    const cases: [string, string][] = [
      ['The Band of Brothers’ camp.', 'The Iron Front’s camp.'],
      ["The Band of Brothers' camp.", "The Iron Front's camp."],
      ['They call it ‘the Band of Brothers’ here.', 'They call it ‘the Iron Front’ here.'],
      ['The Band of Brothers’s camp.', 'The Iron Front’s camp.'],
    ];
    for (const [before, after] of cases) assert.equal(followed('brothers', before, change)[0], after);
    const plural = of('The Front', 'The Wolves');
    assert.equal(followed('front', 'The Front’s camp.', plural)[0], 'The Wolves’ camp.');
    const person = of('Akhliddin Navqotiy', 'Akhliddin Idris');
    assert.equal(followed('navqotiy', 'Akhliddin Navqotiy’s men.', person)[0], 'Akhliddin Idris’s men.');
  });

  it('has right articles', () => {
    const change = of('Band of Brothers', 'Iron Front');
    const cases: [string, string][] = [
      ['A Band of Brothers man; a *Band of Brothers* man.', 'An Iron Front man; an *Iron Front* man.'],
      ['So an\nBand of Brothers, and the Band of Brothers.', 'So an\nIron Front, and the Iron Front.'],
      ['A BAND OF BROTHERS MAN', 'AN IRON FRONT MAN'],
      ['By Plan A Band of Brothers left.', 'By Plan A Iron Front left.'],
      ['| a | Band of Brothers |\n| - | - |\n', '| a | Iron Front |\n| - | - |\n'],
      ['a\n\nBand of Brothers', 'a\n\nIron Front'],
    ];
    for (const [before, after] of cases) assert.equal(followed('brothers', before, change)[0], after);
    const back = of('BB', 'IMU', 'acronym');
    assert.equal(followed('brothers', 'A BB man, a BB-led band.', back)[0], 'An IMU man, an IMU-led band.');
    // What is spoken alike keeps what the author wrote.
    assert.equal(followed('brothers', 'An BB man.', of('BB', 'KTJ', 'acronym'))[0], 'An KTJ man.');
  });

  it('is renamed back to what it was', () => {
    const there = worksOf('people:\n  julani: { name: Ahmad al-Sharaa, short: Sharaa }\n');
    const text = 'Abu Muhammad al-Julani, or *Julani*, met Julani’s men.\n\nJulani fell.\n';
    const [now] = followed('julani', text, ...julani);
    const back = julani.map(({ of: key, before, after }) => of(after, before, key));
    const { edits } = renameInReport(
      analyze(now, there),
      { id: 'julani' },
      { changes: back, old: 'spelling' },
    );
    assert.equal(applyEdits(now, edits), text);
  });
});
