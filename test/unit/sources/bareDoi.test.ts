/** Tests of DOIs as people write them. */

import { strict as assert } from 'node:assert';
import { bareDoi } from '../../../server/src/sources/bareDoi';
import { worksOf } from '../../support/works';

describe('a DOI', () => {
  it('is bare, whatever stands before it', () => {
    for (const written of [
      '10.1000/182',
      'https://doi.org/10.1000/182',
      'http://dx.doi.org/10.1000/182',
      'doi: 10.1000/182',
    ])
      assert.equal(bareDoi(written), '10.1000/182');
  });

  it('is printed once', () => {
    const { library, formatter } = worksOf(
      'version: 1',
      '- {id: a, type: article-journal, title: T, container-title: J, issued: 2020, DOI: "https://doi.org/10.1000/182"}',
    );
    assert.equal(formatter.note({ source: library.all[0]! }), '“T,” *J*, 2020, https://doi.org/10.1000/182.');
  });
});
