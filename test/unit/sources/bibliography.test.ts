/** Tests lists of sources that are asked for one after another of the same formatter. */

import assert from 'node:assert/strict';
import { makeFormatter } from '../../../server/src/sources/formatting/format';
import { DEFAULT_STYLE, styleOrDefault } from '../../../server/src/sources/formatting/styles';
import { worksOf } from '../../support/works';

const { library } = worksOf(
  '',
  `
references:
  - { id: one, type: book, title: Letters, author: [{ family: Doe, given: Jane }], issued: 2019 }
  - { id: two, type: book, title: Rivers, author: [{ family: Doe, given: Jane }], issued: 2020 }
`,
);

const named = (...keys: string[]) => keys.flatMap((key) => library.sources.get(key) ?? []);

describe('bibliography', () => {
  it('names the author of its first source, whatever was printed before', () => {
    const formatter = makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) });
    const list = (...keys: string[]) =>
      formatter.bibliography(named(...keys)).entries.map(({ text }) => text);
    assert.deepEqual(list('one', 'two'), ['Doe, Jane. *Letters*, 2019.', '———. *Rivers*, 2020.']);
    assert.deepEqual(list('two'), ['Doe, Jane. *Rivers*, 2020.']);
    for (const source of named('one')) formatter.note({ source });
    assert.deepEqual(list('two'), ['Doe, Jane. *Rivers*, 2020.']);
  });
});
