/** The mention under a caret, and whom a name may mean. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { mentionAt } from '../../../server/src/analysis/mention';
import { whoIs } from '../../../server/src/analysis/who';
import { worksOf } from '../../support/works';

const works = worksOf(
  'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\ngroups:\n  k: { name: Jund, acronym: KTJ }\n  j: { name: Jund al-Karim, short: Jund }\n',
);

describe('mentionAt', () => {
  const text = 'KTJ/Abu Saloh, then KTJ.\n';
  const { mentions } = analyze(text, works);
  const at = (offset: number) => mentionAt(mentions, offset)?.visible;

  it('is the one that a caret touches, at either end', () => {
    assert.deepEqual([at(0), at(3)], ['KTJ', 'KTJ']);
    assert.deepEqual([at(4), at(13)], ['Abu Saloh', 'Abu Saloh']);
    assert.deepEqual([at(14), at(19), at(24)], [undefined, undefined, undefined]);
    assert.deepEqual([at(20), at(23)], ['KTJ', 'KTJ']);
  });

  it('is none in a report without any', () => assert.equal(mentionAt([], 0), undefined));
});

describe('whoIs', () => {
  const who = (name: string) =>
    whoIs(name, works.lexicon).map(({ claim, score }) => [claim.entity.id, score]);

  it('gives an entity once, by its best form', () => {
    assert.deepEqual(who('Abu Saloh'), [['a', 1]]);
    assert.deepEqual(who(' Abu Salah '), [['a', 1]]);
  });

  it('gives every entity that claims the name', () => {
    assert.deepEqual(
      who('Jund')
        .map(([id]) => id)
        .sort(),
      ['j', 'k'],
    );
  });

  it('gives less for what only folds to the same, less still for what sounds alike, and nothing for what does not', () => {
    const [[id, score] = []] = who('ABU-SALOH');
    assert.equal(id, 'a');
    assert.ok(Number(score) < 1);
    const [[likeId, likeScore] = []] = who('Abu Salokh');
    assert.equal(likeId, 'a');
    assert.ok(Number(likeScore) < Number(score));
    assert.deepEqual(who('Gazeta'), []);
    assert.deepEqual(who(''), []);
    assert.deepEqual(who('(a+)+$'), []);
  });
});
