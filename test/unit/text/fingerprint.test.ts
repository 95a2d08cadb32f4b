/** Tests of the fingerprint of a text: the same for the same text, another for any other. */

import assert from 'node:assert/strict';
import { fingerprint } from '../../../server/src/text/fingerprint';

describe('The fingerprint of a text', () => {
  it('is that of the text, whoever made it', () => {
    assert.equal(fingerprint('Abu Saloh'), fingerprint(['Abu', 'Saloh'].join(' ')));
  });

  it('is another after the least change, wherever that is', () => {
    const text = 'Abu Saloh led it.\n'.repeat(50);
    const seen = new Set([fingerprint(text)]);
    for (let at = 0; at < text.length; at++)
      seen.add(fingerprint(`${text.slice(0, at)}~${text.slice(at + 1)}`));
    assert.equal(seen.size, text.length + 1);
  });

  it('is another where lines have changed places or letters', () => {
    assert.notEqual(fingerprint('one\ntwo\n'), fingerprint('two\none\n'));
    assert.notEqual(fingerprint(''), fingerprint('\0'));
    assert.notEqual(fingerprint('a\r\n'), fingerprint('a\n'));
  });
});
