/** YAML as values and places: what scalars are, where things stand, and what broken text gives. */

import assert from 'node:assert/strict';
import { readYaml, type YamlPath } from '../../../server/src/text/yaml';

const at = (text: string, path: YamlPath, part: 'key' | 'value') => {
  const { start, end } = readYaml(text, 'strings').locate(path, part);
  return text.slice(start, end);
};

/** Nine aliases of nine aliases of … : a few hundred letters that stand for billions of values. */
const bomb = Array.from({ length: 10 }, (_, k) =>
  k === 0
    ? 'a0: &a0 [x]'
    : `a${k}: &a${k} [${Array(9)
        .fill(`*a${k - 1}`)
        .join(', ')}]`,
).join('\n');

describe('readYaml', () => {
  it('reads every scalar as written, if asked to', () => {
    const { value } = readYaml('name: No\nacronym: 007\nshort: null\nnote: 1.10\nx: ~\n', 'strings');
    assert.deepEqual(
      [...(value as ReadonlyMap<string, unknown>).values()],
      ['No', '007', 'null', '1.10', '~'],
    );
  });

  it('reads types, if asked to', () => {
    const { value } = readYaml('a: 1\nb: true\nc: null\nd: No\n', 'typed');
    assert.deepEqual([...(value as ReadonlyMap<string, unknown>).values()], [1, true, null, 'No']);
  });

  it('has no special keys', () => {
    const { value } = readYaml('__proto__: x\nconstructor: y\n', 'strings');
    assert.deepEqual([...(value as ReadonlyMap<string, unknown>).keys()], ['__proto__', 'constructor']);
  });

  const broken: [name: string, text: string, says: RegExp][] = [
    ['a tab', 'a:\n\tb: 1\n', /tab .* Use spaces/],
    ['a bracket left open', 'a: [1, 2\n', /Check quotes, colons and indentation/],
    ['two documents', 'a: 1\n---\nb: 2\n', /one document/],
    ['a key given twice', 'a: 1\na: 2\n', /twice/],
    ['an alias of nothing', 'a: *x\n', /Not valid YAML|cannot be read/],
    ['a bomb of aliases', bomb, /aliases .* Write aliases/],
    ['a thousand brackets', '['.repeat(1000), /nested too deeply/],
    ['a thousand dashes', '- '.repeat(1000), /nested too deeply/],
  ];
  for (const [name, text, says] of broken)
    it(`tells of ${name}, and does not throw`, () => {
      const { problems } = readYaml(text, 'strings');
      assert.match(problems[0]?.message ?? 'nothing', says);
      const { start, end } = problems[0]!.span;
      assert.ok(0 <= start && start <= end && end <= text.length);
    });

  it('still gives what could be read beside a key given twice', () => {
    const { value } = readYaml('a: 1\na: 2\nb: 3\n', 'strings');
    assert.equal((value as ReadonlyMap<string, unknown>).get('b'), '3');
  });
});

describe('LocatedYaml.locate', () => {
  const text = `people:
  # abu-saloh: a comment
  abu-saloh:
    name: Abu Saloh   # the house form
    aliases:
      - { name: "Mukhtarov", short: [M] }
  'quoted id':
    name: X
groups: {ktj: {name: K}}
places:
  abu-saloh: { name: Elsewhere }
`;

  it('finds an entry two levels down', () => {
    assert.equal(at(text, ['people', 'abu-saloh'], 'key'), 'abu-saloh');
    assert.equal(
      readYaml(text, 'strings').locate(['people', 'abu-saloh'], 'key').start,
      text.indexOf('  abu-saloh:') + 2,
    );
    assert.equal(at(text, ['groups', 'ktj'], 'key'), 'ktj');
    assert.match(at(text, ['people', 'quoted id'], 'key'), /quoted id/);
  });

  it('tells the same id of two sections apart', () => {
    const { start } = readYaml(text, 'strings').locate(['places', 'abu-saloh'], 'key');
    assert.equal(start, text.lastIndexOf('abu-saloh'));
  });

  it('is the same with Windows line ends', () => {
    const windows = text.replaceAll('\n', '\r\n');
    assert.equal(at(windows, ['people', 'abu-saloh'], 'key'), 'abu-saloh');
    assert.equal(at(windows, ['people', 'abu-saloh', 'name'], 'value'), 'Abu Saloh');
  });

  it('does not take a key of a value for an entry', () => {
    const nested = 'people:\n  a:\n    b:\n      name: x\n  b:\n    name: y\n';
    assert.equal(readYaml(nested, 'strings').locate(['people', 'b'], 'key').start, nested.lastIndexOf('b:'));
    assert.equal(at(nested, ['people', 'name'], 'key').length > 4, true, 'No entry is called “name”.');
  });

  it('takes the letters of a key for letters', () => {
    const odd = 'people:\n  axb:\n    name: x\n  a.b:\n    name: y\n  "a(b":\n    name: z\n';
    assert.equal(readYaml(odd, 'strings').locate(['people', 'a.b'], 'key').start, odd.indexOf('a.b'));
    assert.match(at(odd, ['people', 'a(b'], 'key'), /a\(b/);
  });

  it('finds values in lists and maps of any style', () => {
    assert.equal(at(text, ['people', 'abu-saloh', 'name'], 'value'), 'Abu Saloh');
    assert.equal(at(text, ['people', 'abu-saloh', 'aliases', 0, 'name'], 'value'), '"Mukhtarov"');
    assert.equal(at(text, ['people', 'abu-saloh', 'aliases', 0, 'short', 0], 'value'), 'M');
    assert.equal(at(text, ['groups', 'ktj', 'name'], 'key'), 'name');
  });

  it('gives the nearest ancestor of what is not there', () => {
    assert.equal(at(text, ['groups', 'ktj', 'name', 7], 'value'), 'K');
    assert.equal(at(text, ['groups', 'none', 'name'], 'value'), '{ktj: {name: K}}');
  });
});
