/** A baseline: what it hides, what it says is gone, what a run makes of it, and every way to be none. */

import assert from 'node:assert/strict';
import {
  type KnownFinding,
  readBaseline,
  type Scope,
  updatedBaseline,
  withoutKnown,
  writeBaseline,
} from '../../../server/src/cli/checking/baseline';
import type { CheckedFile } from '../../../server/src/cli/checking/checkedFile';
import { LineIndex } from '../../../server/src/text/lineIndex';

const pathOf = ({ path }: CheckedFile) => path;

/** A file with findings of these words, a line each. */
const file = (path: string, ...words: string[]): CheckedFile => ({
  path,
  absolutePath: `/desk/${path}`,
  isReport: true,
  lines: new LineIndex(''),
  findings: words.map((written, k) => ({
    code: 'name/spelling',
    severity: 'warning',
    message: '',
    span: { start: k, end: k },
    fixes: [],
    written,
  })),
});
const known = (path: string, text: string, count = 1, more: Partial<KnownFinding> = {}): KnownFinding => ({
  path,
  rule: 'name/spelling',
  severity: 'warning',
  text,
  count,
  ...more,
});
const all: Scope = { covers: () => true, least: 'hint' };
const left = (files: readonly CheckedFile[], baseline: readonly KnownFinding[], scope = all) => {
  const remaining = withoutKnown(files, baseline, pathOf, scope);
  const words = remaining.files.map(({ path, findings }) => [
    path,
    ...findings.map(({ span }) => span.start),
  ]);
  return { words, hidden: remaining.hidden, gone: remaining.gone };
};

describe('withoutKnown', () => {
  it('hides what is known of that file, rule and words, as often as it is known', () => {
    assert.deepEqual(left([file('a.md', 'x', 'y', 'x', 'x'), file('b.md', 'x')], [known('a.md', 'x', 2)]), {
      words: [
        ['a.md', 1, 3],
        ['b.md', 0],
      ],
      hidden: 2,
      gone: 0,
    });
    assert.equal(left([file('a.md', 'x')], [known('a.md', 'x', 1, { rule: 'name/alias' })]).hidden, 0);
  });

  it('says how many of those it looked for are no longer there', () => {
    const baseline = [
      known('a.md', 'x', 3),
      known('b.md', 'y', 2),
      known('a.md', 'z', 1, { severity: 'hint' }),
    ];
    assert.equal(left([file('a.md', 'x')], baseline).gone, 5);
    const ofA: Scope = { covers: (path) => path === 'a.md', least: 'warning' };
    assert.equal(left([file('a.md', 'x')], baseline, ofA).gone, 2);
  });

  it('counts a finding that two branches have added once for each', () => {
    const { hidden, gone } = left([file('a.md', 'x', 'x', 'x')], [known('a.md', 'x'), known('a.md', 'x', 3)]);
    assert.deepEqual([hidden, gone], [3, 1]);
  });
});

describe('updatedBaseline', () => {
  it('holds what was found, and what was not looked at', () => {
    const scope: Scope = { covers: (path) => path === 'a.md', least: 'warning' };
    const before = [
      known('a.md', 'gone'),
      known('b.md', 'x', 2),
      known('a.md', 'faint', 1, { severity: 'hint' }),
    ];
    const baseline = updatedBaseline(before, [file('a.md', 'x', 'x')], pathOf, scope);
    assert.deepEqual(baseline, [before[1], before[2], known('a.md', 'x', 2)]);
  });

  it('hides all that it was made of, and is the same when made again', () => {
    const files = [file('a.md', 'x', 'y', 'x'), file('b.md', '“z”\u0000\t')];
    const baseline = updatedBaseline([], files, pathOf, all);
    assert.deepEqual(left(files, baseline), { words: [['a.md'], ['b.md']], hidden: 4, gone: 0 });
    assert.deepEqual(updatedBaseline(baseline, files, pathOf, all), baseline);
  });
});

describe('writeBaseline and readBaseline', () => {
  it('give back what they were given, sorted, a finding a line', () => {
    const one = known('b.md', 'é “x”\n', 7);
    const text = writeBaseline([one, known('a.md', 'z'), known('a.md', 'a')]);
    assert.deepEqual(readBaseline(text), { baseline: [known('a.md', 'a'), known('a.md', 'z'), one] });
    assert.equal(text.split('\n').filter((line) => line.includes('"path"')).length, 3);
    assert.equal(writeBaseline([known('a.md', 'a'), one, known('a.md', 'z')]), text);
  });

  it('know an empty one', () => {
    assert.deepEqual(readBaseline(writeBaseline([])), { baseline: [] });
  });

  const broken: [name: string, text: string, says: RegExp][] = [
    ['nothing', '', /^is no baseline: it is not JSON/],
    ['half a file', '{"version":1,"findings":[', /^is no baseline: it is not JSON/],
    [
      'another kind of JSON',
      '{"name":"x","version":"1.0.0"}',
      /^is no baseline: it has no “version” and “findings”/,
    ],
    ['a list', '[]', /^is no baseline/],
    ['null', 'null', /^is no baseline/],
    [
      'another version',
      '{"version":2,"findings":[]}',
      /^is a baseline of version 2, and this program reads version 1/,
    ],
    [
      'a finding without words',
      '{"version":1,"findings":[{"path":"a","rule":"b","severity":"hint","count":1}]}',
      /finding 1 lacks/,
    ],
    ['a count below one', writeBaseline([known('a', 'b'), known('b', 'c', 0)]), /finding 2 lacks/],
    ['a count that is none', writeBaseline([known('a', 'b', 1e300)]), /finding 1 lacks/],
    [
      'an unknown severity',
      writeBaseline([known('a', 'b', 1)]).replace('warning', 'loud'),
      /finding 1 lacks/,
    ],
  ];
  for (const [name, text, says] of broken) {
    it(`refuse ${name}, and say what to do`, () => {
      const read = readBaseline(text);
      assert.ok('problem' in read);
      assert.match(read.problem, says);
      assert.match(read.problem, /Remove it and write it anew/);
    });
  }
});
