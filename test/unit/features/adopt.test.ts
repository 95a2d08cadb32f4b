/** What adopting a note loses depends on what the style of the desk prints. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { adoptable, plannedAt } from '../../../server/src/features/citing/adopt';
import { makeFormatter } from '../../../server/src/sources/formatting/format';
import { styleOrDefault } from '../../../server/src/sources/formatting/styles';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const SOURCES = `
- { id: doe-2020, type: webpage, title: A Short History of Letters, author: [{ family: Doe, given: Jane }], issued: 2020, URL: 'https://example.org/letters', accessed: 2022-05-05 }
`;
const NOTE =
  'Jane Doe, “A Short History of Letters,” 2020, https://example.org/letters (accessed 5 May 2022).';
const TEXT = `He.[^1]\n\n[^1]: ${NOTE}\n`;

const deskWith = (style: string) => {
  const works = worksOf('version: 1\n', SOURCES);
  return { ...works, formatter: makeFormatter({ style: styleOrDefault(style) }) };
};
const leavesOut = (analysis: ReturnType<typeof analyze>) => {
  const found = plannedAt(analysis, TEXT.indexOf('History'));
  return found && 'plan' in found ? found.leavesOut : undefined;
};

describe('adoptable', () => {
  it('loses the day of a visit where the style leaves it out', () => {
    const analysis = analyze(TEXT, deskWith('chicago-fullnote-bibliography-with-ibid'));
    const { adoptions, refusals } = adoptable(analysis);
    assert.deepEqual(adoptions, []);
    assert.deepEqual(
      refusals.map(({ why }) => why),
      ['it would leave out “accessed 5 May 2022”'],
    );
    assert.deepEqual(leavesOut(analysis), ['accessed 5 May 2022']);
  });

  it('and loses nothing where the style prints it', () => {
    const works = deskWith('modern-humanities-research-association');
    const { adoptions, refusals } = adoptable(analyze(TEXT, works));
    assert.deepEqual(refusals, []);
    assert.match(
      applyEdits(
        TEXT,
        adoptions.flatMap(({ edits }) => edits),
      ),
      /accessed 5 May 2022.* <!-- @doe-2020 -->/i,
    );
    // Its processor has been started by now.
    assert.deepEqual(leavesOut(analyze(TEXT, works)), []);
  });
});
