/** The rests between the slices of long work. */

import assert from 'node:assert/strict';
import { makeRest } from '../../../server/src/lsp/rest';
import { pace, type Steps } from '../../../server/src/text/steps';

describe('makeRest', () => {
  let time = 0;

  /** Work whose every step takes a millisecond, and leaves its name. */
  function* work(name: string, count: number, log: string[]): Steps<string> {
    for (let k = 0; k < count; k++) {
      time++;
      log.push(name);
      yield;
    }
    return name;
  }

  it('lets others in when a slice is over', async () => {
    const log: string[] = [];
    const rest = makeRest(() => time, { slice: 5, turns: 1 });
    const done = pace(work('a', 30, log), rest);
    assert.equal(log.length, 6, 'the first slice at once');
    setImmediate(() => log.push('request'));
    assert.equal(await done, 'a');
    assert.ok(log.indexOf('request') < 15, `${log}`);
  });

  it('gives every work a slice in its turn', async () => {
    const log: string[] = [];
    const rest = makeRest(() => time, { slice: 5, turns: 1 });
    await Promise.all(['a', 'b', 'c'].map((name) => pace(work(name, 20, log), rest)));
    const lastOfFirst = log.lastIndexOf('a');
    assert.ok(log.indexOf('b') < lastOfFirst && log.indexOf('c') < lastOfFirst);
    const slices = log.join('').match(/a+|b+|c+/g) ?? [];
    assert.ok(
      slices.every(({ length }) => length <= 6),
      slices.join(' '),
    );
  });

  it('waits as many turns as are wanted', async () => {
    const log: string[] = [];
    const done = pace(
      work('a', 12, log),
      makeRest(() => time, { slice: 5, turns: 3 }),
    );
    const turn = (left: number): void => {
      log.push('turn');
      if (left > 1) setImmediate(turn, left - 1);
    };
    setImmediate(turn, 3);
    await done;
    assert.deepEqual(log.slice(6, 9), ['turn', 'turn', 'a']);
  });

  it('lets work begin at once in a quiet moment', async () => {
    const rest = makeRest(() => time, { slice: 5, turns: 1 });
    await pace(work('a', 3, []), rest);
    await new Promise((resolve) => setImmediate(resolve));
    time += 1000;
    assert.equal(rest(), undefined);
  });
});
