/** Long YAML in parts: where it is cut, and what becomes of parts that are broken. */

import assert from 'node:assert/strict';
import { sliceOf } from '../../../server/src/text/span';
import { finish } from '../../../server/src/text/steps';
import { cutYaml, readYamlPart } from '../../../server/src/text/yamlParts';

const SECTIONS = new Set(['people', 'groups']);
const cut = (text: string, size = { entries: 1, units: 0 }) => finish(cutYaml(text, SECTIONS, size));
const partsOf = (text: string): string[] | undefined => cut(text)?.parts.map((part) => sliceOf(text, part));

const entries = (count: number, from = 0) =>
  Array.from({ length: count }, (_, k) => `  p${k + from}:\n    name: Person ${k}\n`);

describe('cutYaml', () => {
  it('cuts where entries begin, and leaves the rest', () => {
    const text =
      'version: 1\npeople:\n  # first\n  a: { name: A1 }\n  b:\n    name: B1\n\ngroups:\n    c: {}\nx: y\n';
    assert.deepEqual(partsOf(text), [
      '  # first\n  a: { name: A1 }\n',
      '  b:\n    name: B1\n\n',
      '    c: {}\n',
    ]);
    const { rest } = cut(text)!;
    assert.deepEqual(
      [...(rest.value as ReadonlyMap<string, unknown>)],
      [
        ['version', '1'],
        ['people', ''],
        ['groups', ''],
        ['x', 'y'],
      ],
    );
    assert.equal(sliceOf(text, rest.locate(['x'], 'value')), 'y');
    assert.equal(sliceOf(text, rest.locate(['groups'], 'key')), 'groups');
  });

  const whole: [why: string, text: string][] = [
    ['a flow map', '{ people: { a: { name: A1 } } }\n'],
    ['a flow map that is spread', '{\npeople:\n  a: b\n}\n'],
    ['a list', 'people:\n- a: b\n'],
    ['a section given twice', 'people:\n  a: {}\npeople:\n  b: {}\n'],
    ['an entry with a strange key', 'people:\n  ? a\n  : b\n'],
    ['a directive', '%YAML 1.2\n---\npeople:\n  a: {}\n'],
    ['no entries', 'version: 1\npeople: {}\n'],
    ['nothing', ''],
  ];
  for (const [why, text] of whole)
    it(`leaves a text whole with ${why}`, () => assert.equal(cut(text), undefined));

  it('moves no cut that is not near an edit', () => {
    const before = entries(2000);
    const after = before.with(1000, '  new:\n    name: New\n');
    const size = { entries: 20, units: 100_000 };
    const firsts = (lines: readonly string[]) =>
      cut(`people:\n${lines.join('')}`, size)!.parts.map(({ first }) => first);
    const kept = firsts(after).filter((first) => firsts(before).includes(first));
    assert.ok(firsts(before).length > 50);
    assert.ok(kept.length >= firsts(before).length - 2);
  });

  it('tells of a word that has strayed between entries, and goes on behind it', () => {
    const text = `people:\n${entries(2).join('')}oops\n${entries(2, 2).join('')}`;
    const { parts, rest } = cut(text)!;
    assert.deepEqual(
      parts.map(({ first }) => first),
      ['p0', 'p1', 'p2', 'p3'],
    );
    assert.equal(rest.problems.length, 1);
    assert.equal(sliceOf(text, rest.problems[0]!.span), 'oops');
  });
});

describe('readYamlPart', () => {
  const size = { entries: Number.POSITIVE_INFINITY, units: 1_000_000 };
  const read = (text: string) => {
    const [part] = cut(text, size)!.parts;
    const yaml = readYamlPart(text, part!);
    const value = yaml?.value as ReadonlyMap<string, ReadonlyMap<string, unknown>> | undefined;
    return { part: part!, yaml, ids: [...(value?.get('people')?.keys() ?? [])] };
  };

  it('leaves out no more than the entry that is broken', () => {
    const text = `people:\n  a:\n    name: "Ann\n  b:\n    name: Bob\n    x: [\n${entries(2).join('')}`;
    const { part, yaml, ids } = read(text);
    assert.deepEqual(ids.slice(-2), ['p0', 'p1']);
    assert.ok(yaml!.problems.length >= 2);
    for (const { span } of yaml!.problems) {
      const at = part.start + span.start;
      assert.ok(at >= text.indexOf('  a:') && at <= text.indexOf('  p0:'));
    }
  });

  it('tells of an id given twice, at the second', () => {
    const text = 'people:\n  a: { name: A1 }\n  b: { name: B1 }\n  a: { name: A2 }\n';
    const { part, yaml, ids } = read(text);
    assert.deepEqual(ids, ['a', 'b']);
    assert.deepEqual(
      yaml!.problems.map(({ span, message }) => [part.start + span.start, message]),
      [[text.lastIndexOf('a:'), 'This key is given twice in the same place. Keep one of the two.']],
    );
  });

  it('does not read what means something only together with the rest', () => {
    assert.equal(read('people:\n  a: &x { name: A1 }\n  b: *x\n').yaml, undefined);
    assert.notEqual(read('people:\n  a: { name: R&D * B }\n').yaml, undefined);
  });
});
