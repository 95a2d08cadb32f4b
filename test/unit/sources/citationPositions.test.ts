/** Positions of cites, by the rules of CSL: what *ibid.* may follow, and what comes between. */

import assert from 'node:assert/strict';
import { citationPositions } from '../../../server/src/sources/formatting/citationPositions';

/** “1: a@5 b” is note 1 with the sources a, at 5, and b; gives the positions as “first”, “ibid”, ….  */
function positions(...citations: string[]): string[] {
  const placed = citations.map((written) => {
    const [note, cites = ''] = written.split(': ');
    return {
      note: Number(note),
      cites: cites.split(' ').map((cite) => {
        const [id = '', locator] = cite.split('@');
        return { id, locator };
      }),
    };
  });
  return citationPositions(placed, 5).map((all) =>
    all
      .map(
        ({ position, isNear, firstNote }) =>
          `${position}${isNear ? ' near' : ''}${firstNote ? ` n${firstNote}` : ''}`,
      )
      .join('; '),
  );
}

describe('citationPositions', () => {
  it('knows the first, the same again, and the same elsewhere', () =>
    assert.deepEqual(positions('1: a', '2: a', '3: a@5', '4: a@5', '5: a@6', '6: a'), [
      'first',
      'ibid near n1',
      'ibid-with-locator near n1',
      'ibid near n1',
      'ibid-with-locator near n1',
      'subsequent near n1',
    ]));

  it('has no ibid. behind another source, behind several, and behind a note that is not generated', () =>
    assert.deepEqual(positions('1: a', '2: b', '3: a', '4: a b', '5: b', '7: b'), [
      'first',
      'first',
      'subsequent near n1',
      'ibid near n1; subsequent near n2',
      'subsequent near n2',
      'subsequent near n2',
    ]));

  it('has ibid. within a citation, and within a note', () =>
    assert.deepEqual(positions('1: a a@3', '2: b', '2: b@4', '3: b'), [
      'first; ibid-with-locator near',
      'first',
      'ibid-with-locator near',
      'subsequent near n2',
    ]));

  it('forgets how near a source is after so many notes', () =>
    assert.deepEqual(positions('1: a', '2: b', '6: a', '12: a'), [
      'first',
      'first',
      'subsequent near n1',
      'subsequent n1',
    ]));

  it('takes the text and the notes for two sequences', () =>
    assert.deepEqual(positions('0: a', '1: a', '0: a', '2: a'), [
      'first',
      'first',
      'ibid near',
      'ibid near n1',
    ]));

  it('begins anew where the numbers do', () =>
    assert.deepEqual(positions('1: a', '2: a', '1: a'), ['first', 'ibid near n1', 'first']));
});
