/** Tests which forms an entity has, and what the house writes in the place of each. */

import assert from 'node:assert/strict';
import { capitalsOf, formsOf, matchKey } from '../../../server/src/glossary/forms';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';

/** Each form as `kind text → house`, with the alias it belongs to. */
function forms(entry: string): string[] {
  const [entity] = parseGlossaryFile('a.yaml', `people: { x: { ${entry} } }`).entities;
  assert.ok(entity);
  return formsOf(entity).map(
    ({ kind, text, house, alias }) => `${kind} ${text} → ${house}${alias ? ` (${alias.name})` : ''}`,
  );
}

describe('formsOf', () => {
  it('brings later acronyms and short forms to the first', () => {
    assert.deepEqual(forms('name: Islamic State, acronym: [IS, ISIS], short: [State, The State]'), [
      'house Islamic State → Islamic State',
      'acronym IS → IS',
      'acronym ISIS → IS',
      'short State → State',
      'short The State → State',
    ]);
  });

  it('brings a spelling to the name, or to the short form with as many words', () => {
    assert.deepEqual(
      forms('name: Akhliddin Navqotiy, short: Navqotiy, spellings: [Akhliddin Novkatiy, Novkatiy]').slice(2),
      ['spelling Akhliddin Novkatiy → Akhliddin Navqotiy', 'spelling Novkatiy → Navqotiy'],
    );
  });

  it('brings a spelling that fits both to the more similar one', () => {
    assert.deepEqual(
      forms('name: Abu Saloh, short: Sheikh Salohiddin, spellings: [Abu-Salokha, Shaykh Salahuddin]').slice(
        2,
      ),
      ['spelling Abu-Salokha → Abu Saloh', 'spelling Shaykh Salahuddin → Sheikh Salohiddin'],
    );
  });

  it('brings a spelling that fits neither to the name', () => {
    assert.deepEqual(forms('name: Abu Saloh, short: Saloh, spellings: [Abu Salokh al-Uzbeki]').slice(2), [
      'spelling Abu Salokh al-Uzbeki → Abu Saloh',
    ]);
  });

  it('lets aliases and scripts stand, and brings an alias’s spellings to it', () => {
    assert.deepEqual(
      forms(
        'name: Abu Saloh, scripts: [أبو صلاح], aliases: [{ name: Sirojiddin Mukhtarov, short: [Mukhtarov, Sirojiddin], spellings: [Sirajuddin Mukhtarov, Mukhtorov], scripts: [Мухтаров] }]',
      ),
      [
        'house Abu Saloh → Abu Saloh',
        'alias Sirojiddin Mukhtarov → Sirojiddin Mukhtarov (Sirojiddin Mukhtarov)',
        'short Mukhtarov → Mukhtarov (Sirojiddin Mukhtarov)',
        'short Sirojiddin → Mukhtarov (Sirojiddin Mukhtarov)',
        'spelling Sirajuddin Mukhtarov → Sirojiddin Mukhtarov (Sirojiddin Mukhtarov)',
        'spelling Mukhtorov → Mukhtarov (Sirojiddin Mukhtarov)',
        'script أبو صلاح → أبو صلاح',
        'script Мухтаров → Мухтаров (Sirojiddin Mukhtarov)',
      ],
    );
  });

  it('gives each text once, as what it is first', () => {
    assert.deepEqual(forms('name: GKNB, acronym: [GKNB, UKMK], spellings: [GKNB]'), [
      'house GKNB → GKNB',
      'acronym UKMK → GKNB',
    ]);
  });

  it('asks for capitals as written where a form has no small letter, or is an acronym', () => {
    assert.equal(capitalsOf({ kind: 'house', text: 'GKNB' }), 'as-written');
    assert.equal(capitalsOf({ kind: 'acronym', text: 'MoD' }), 'as-written');
    assert.equal(capitalsOf({ kind: 'house', text: 'Abu Saloh' }), 'name');
    assert.equal(capitalsOf({ kind: 'script', text: 'أبو صلاح' }), 'name');
  });

  it('knows which forms one text would match', () => {
    const key = (text: string) => matchKey({ kind: 'house', text });
    assert.equal(key('al-Tawhid'), key('Al Tawhid'));
    assert.equal(key('Hay’at'), key("Hay'at"));
    assert.notEqual(key('HAD'), key('Had'));
    assert.notEqual(matchKey({ kind: 'acronym', text: 'MoD' }), matchKey({ kind: 'acronym', text: 'MOD' }));
  });
});
