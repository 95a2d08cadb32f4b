/** Named arrays in one run of bytes. */

import assert from 'node:assert/strict';
import { from, pack, under, unpack } from '../../../server/src/names/packed';

const arrays = {
  bytes: Uint8Array.of(1, 2, 3),
  units: Uint16Array.of(65535),
  signed: Int32Array.of(-1, 7),
  none: new Uint32Array(0),
  floats: Float32Array.of(0.5),
};

describe('packed arrays', () => {
  it('come out as they went in', () => assert.deepEqual(unpack(pack(arrays)), arrays));

  it('come out of bytes that begin anywhere', () => {
    const bytes = pack(arrays);
    const within = new Uint8Array(bytes.length + 3);
    within.set(bytes, 3);
    assert.deepEqual(unpack(within.subarray(3)), arrays);
  });

  it('do not come out when a bit has changed, or the end is missing', () => {
    const bytes = pack(arrays);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 4;
      assert.equal(unpack(changed), undefined, `byte ${at}`);
      assert.equal(unpack(bytes.slice(0, at)), undefined, `up to ${at}`);
    }
  });

  it('lie side by side under prefixes', () => {
    const both = { ...under('a', { x: arrays.bytes }), ...under('ab', { x: arrays.signed }) };
    assert.deepEqual(from('a', unpack(pack(both))!), { x: arrays.bytes });
    assert.deepEqual(from('ab', both), { x: arrays.signed });
  });
});
