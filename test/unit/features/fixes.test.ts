/** Fixes as edits of a text: the whole report at once, and only the lines that change. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { fixAll } from '../../../server/src/analysis/fixAll';
import { fixesAt, fixWhole } from '../../../server/src/features/fixes';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const works = worksOf(
  'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\ngroups:\n  k: { name: Katibat al-Tawhid, spellings: [Katibat Tauhid] }\n',
);

describe('fixWhole', () => {
  it('edits the lines that change, and no others', () => {
    const text = 'Abu Salah.\n\nAbu Saloh.\n\nAbu Salah, Abu Salah.\n';
    const action = fixWhole(analyze(text, works));
    assert.equal(
      applyEdits(text, action?.edits ?? []),
      'Abu Saloh.\n\nAbu Saloh.\n\nAbu Saloh, Abu Saloh.\n',
    );
    assert.equal(action?.edits.length, 2);
  });

  it('works where mending changes the number of lines', () => {
    const text = 'Of Katibat\nTauhid and Abu Salah.\nOf Katibat al\nTawhid.\n';
    const analysis = analyze(text, works);
    assert.equal(applyEdits(text, fixWhole(analysis)?.edits ?? []), fixAll(analysis));
  });

  it('is nothing where there is nothing to mend', () => {
    assert.equal(fixWhole(analyze('Abu Saloh.\n', works)), undefined);
  });
});

describe('fixesAt', () => {
  const analysis = analyze('Abu Salah and Abu Salah, and Katibat Tauhid.\n', works);
  const titlesAt = (start: number, end = start) =>
    fixesAt(analysis, { start, end }).map(({ title }) => title);

  it('touches what a caret or a selection touches', () => {
    assert.deepEqual(titlesAt(0), titlesAt(9));
    assert.equal(titlesAt(5).length, 2);
    assert.deepEqual(titlesAt(11), []);
    assert.deepEqual(titlesAt(30), ['Write “Katibat al-Tawhid”']);
    // The form that both findings share is mended everywhere by one action.
    assert.equal(titlesAt(0, 44).length, 4);
  });

  it('prefers one fix of a finding', () => {
    const actions = fixesAt(analysis, { start: 30, end: 30 });
    assert.deepEqual(
      actions.map(({ preferred }) => preferred),
      [true],
    );
  });
});
