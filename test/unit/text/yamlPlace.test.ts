/** What stands at a caret in YAML of any layout, whole, half-typed and broken; `|` is the caret. */

import assert from 'node:assert/strict';
import { yamlPlaceAt } from '../../../server/src/text/yamlPlace';

/** The path (with `/`), what the place is, and what is written there; `-` where there is no place. */
function placeOf(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = yamlPlaceAt(text, offset);
  if (!place) return '-';
  const { path, part, span, text: read, hasColon } = place;
  return `${path.join('/')} ${part}${part === 'key' && !hasColon ? '?' : ''} ${text.slice(span.start, span.end)}<${read}>`;
}

const ENTRY = 'people:\n  abu:\n    name: Abu\n';

function check(cases: Readonly<Record<string, string>>): void {
  for (const [marked, expected] of Object.entries(cases)) {
    it(JSON.stringify(marked), () => {
      assert.equal(placeOf(marked), expected);
      // The same in Windows line ends.
      const windows = marked.replaceAll('\n', '\r\n');
      assert.equal(placeOf(windows).replaceAll('\r', ''), expected);
    });
  }
}

describe('A place in YAML: what stands there', () => {
  check({
    'peo|ple:\n  abu:\n    name: Abu\n': 'people key people<people>',
    'people:\n  abu|:\n    name: Abu\n': 'people/abu key abu<abu>',
    'people:\n  abu:\n    |name: Abu\n': 'people/abu/name key name<name>',
    'people:\n  abu:\n    name: Abu|\n': 'people/abu/name value Abu<Abu>',
    'people:\n  abu:\n    name: "A|bu"\n': 'people/abu/name value "Abu"<Abu>',
    'people:\n  abu:\n    name: Abu # a co|mment\n': '-',
    'people:\n  abu:\n   | name: Abu\n': '-',
    '# a comm|ent\npeople:\n': '-',
    [`${ENTRY}    sources: [a, b|c, d]\n`]: 'people/abu/sources/1 value bc<bc>',
    [`${ENTRY}    sources:\n    - a\n    - b|c\n`]: 'people/abu/sources/1 value bc<bc>',
    [`${ENTRY}    sources:\n      - id: b|c\n        locator: 15\n`]: 'people/abu/sources/0/id value bc<bc>',
    [`${ENTRY}    sources:\n      - id: bc\n        loc|ator: 15\n`]:
      'people/abu/sources/0/locator key locator<locator>',
    [`${ENTRY}    sources: [{ id: b|c }]\n`]: 'people/abu/sources/0/id value bc<bc>',
    '{"people": {"abu": {"na|me": "Abu"}}}': 'people/abu/name key "name"<name>',
    '{"people": {"abu": {"name": "A|bu"}}}': 'people/abu/name value "Abu"<Abu>',
    'people:\n  abu: &a\n    name: A|bu\n  b: *a\n': 'people/abu/name value Abu<Abu>',
    'people:\n  abu: &a\n    name: Abu\n  b: *|a\n': '-',
    'people:\n  abu:\n    name: Abu\n    name: Ab|u\n': 'people/abu/name value Abu<Abu>',
    [`${ENTRY}    note: >\n      first\n      sec|ond: third\n`]:
      'people/abu/note value >\n      first\n      second: third\n<first second: third\n>',
  });
});

describe('A place in YAML: a key that could be written', () => {
  check({
    '|': ' key? <>',
    'version: 1\n|': ' key? <>',
    'peo|': 'peo key? peo<peo>',
    'version: 1\npeo|\ngroups:\n  a:\n    name: B\n': 'peo key? peo<peo>',
    [`${ENTRY}    |`]: 'people/abu/ key? <>',
    [`${ENTRY}    |\n  other:\n    name: B\n`]: 'people/abu/ key? <>',
    [`${ENTRY}    |\n    short: A\n`]: 'people/abu/ key? <>',
    [`${ENTRY}    sh|\n    note: A\n`]: 'people/abu/sh key? sh<sh>',
    [`${ENTRY}    sh|\n`]: 'people/abu/sh key? sh<sh>',
    [`${ENTRY}  |`]: 'people/ key? <>',
    [`${ENTRY}|`]: ' key? <>',
    [`${ENTRY}   |`]: '-',
    [`${ENTRY}      |`]: '-',
    [`${ENTRY}    status:\n      |\n`]: 'people/abu/status value <>',
    [`${ENTRY}    status:\n      i|\n    note: x\n`]: 'people/abu/status/i key? i<i>',
    [`${ENTRY}    status:\n      is: dead\n      |\n`]: 'people/abu/status/ key? <>',
    [`${ENTRY}    status: { | }\n`]: 'people/abu/status/ key? <>',
    [`${ENTRY}    status: { is: x, | }\n`]: 'people/abu/status/ key? <>',
    [`${ENTRY}    status: { is: x, o| }\n`]: 'people/abu/status/o key? o<o>',
    [`${ENTRY}    status: {|\n    note: x\n`]: 'people/abu/status/ key? <>',
    [`${ENTRY}    status: { is: x, |\n    note: x\n`]: 'people/abu/status/ key? <>',
    [`${ENTRY}    status: { is: x, o|\n    note: x\n`]: 'people/abu/status/o key? o<o>',
    [`${ENTRY}    status: { is: x }|\n`]: '-',
    [`${ENTRY}    aliases:\n      - name: A\n        |\n`]: 'people/abu/aliases/0/ key? <>',
    [`${ENTRY}    aliases:\n      - name: A\n        k|\n      - name: B\n`]:
      'people/abu/aliases/0/k key? k<k>',
    [`${ENTRY}    aliases: [{ name: A, k|\n    note: x\n`]: 'people/abu/aliases/0/k key? k<k>',
    [`${ENTRY}    aliases: [\n      { name: A,\n        k|\n      }\n    ]\n`]:
      'people/abu/aliases/0/k key? k<k>',
    [`${ENTRY}    roles:\n      - gr|\n        title: x\n`]: 'people/abu/roles/0/gr key? gr<gr>',
    '{"people": {"abu": {"name": "Abu", "no|"}}}': 'people/abu/no key? "no"<no>',
    'people:\n\tabu:\n\t\tname: Abu\n\t\tsh|\n\t\tnote: x\n': 'people/abu/sh key? sh<sh>',
    'people:\n\tabu:\n\t\tname: Abu\n\t\t|\n': 'people/abu/ key? <>',
    'people:\n  a: &x\n    name: A\n  b:\n    <<: *x\n    |\n': 'people/b/ key? <>',
  });

  it('comes with the other keys of its map', () => {
    const text = `${ENTRY}    n\n    note: x\n`;
    const place = yamlPlaceAt(text, text.indexOf('    n\n') + 5);
    assert.deepEqual(place?.siblings, ['name', 'note']);
  });
});

describe('A place in YAML: a value that could be written', () => {
  check({
    [`${ENTRY}    short: |\n`]: 'people/abu/short value <>',
    [`${ENTRY}    short:|\n`]: 'people/abu/short value <>',
    [`${ENTRY}    short: # |\n`]: '-',
    [`${ENTRY}    short: |\n    note: x\n`]: 'people/abu/short value <>',
    [`${ENTRY}    roles:\n      - |\n    note: x\n`]: 'people/abu/roles/0 value <>',
    [`${ENTRY}    roles:\n      - group: |\n        title: x\n`]: 'people/abu/roles/0/group value <>',
    [`${ENTRY}    roles:\n      - group: k|\n        title: x\n`]: 'people/abu/roles/0/group value k<k>',
    [`${ENTRY}    roles: [{ group: | }]\n`]: 'people/abu/roles/0/group value <>',
    [`${ENTRY}    roles: [{ group: |, title: x }]\n`]: 'people/abu/roles/0/group value <>',
    [`${ENTRY}    sources: [|]\n`]: 'people/abu/sources/0 value <>',
    [`${ENTRY}    sources: [a, |]\n`]: 'people/abu/sources/1 value <>',
    [`${ENTRY}    sources: [a, |\n    note: x\n`]: 'people/abu/sources/1 value <>',
    [`${ENTRY}    sources: [a, b|\n    note: x\n`]: 'people/abu/sources/1 value b<b>',
    [`${ENTRY}    sources:\n      - a\n      - b|\n    note: x\n`]: 'people/abu/sources/1 value b<b>',
    [`${ENTRY}    roles:\n      - { group: k|\n    note: x\n`]: 'people/abu/roles/0/group value k<k>',
    [`${ENTRY}    roles:\n      - { group: "k|\n    note: x\n  b:\n    name: "B"\n`]:
      'people/abu/roles/0/group value "k<k>',
    [`${ENTRY}    short: X |\n`]: 'people/abu/short value X <X>',
    [`${ENTRY}    short: X | Y\n`]: 'people/abu/short value X  Y<X  Y>',
    [`${ENTRY}    short: X | # Y\n`]: '-',
    [`${ENTRY}    roles: [{ group: X | }]\n`]: 'people/abu/roles/0/group value X <X>',
  });
});

describe('A place in long YAML', () => {
  const entries = Array.from(
    { length: 3000 },
    (_, k) => `  e${k}:\n    name: Entity ${k}\n    short: E${k}\n`,
  );
  const head = 'version: 1\ngroups:\n  g:\n    name: G\npeople: # all\n';

  it('is that of its entry', () => {
    const text = head + entries.join('');
    assert.ok(text.length > 32_000);
    const at = text.indexOf('short: E1234') + 'short: '.length;
    const place = yamlPlaceAt(text, at);
    assert.deepEqual(place?.path, ['people', 'e1234', 'short']);
    assert.deepEqual(place?.span, { start: at, end: at + 5 });
  });

  it('may be half-typed', () => {
    entries[1234] = '  e1234:\n    name: X\n    st\n    short: Y\n';
    const text = head + entries.join('');
    const at = text.indexOf('    st\n') + 6;
    const place = yamlPlaceAt(text, at);
    assert.deepEqual(place?.path, ['people', 'e1234', 'st']);
    assert.deepEqual(place?.siblings, ['name', 'short']);
    assert.equal(place?.hasColon, false);
  });

  it('may be a section, which knows of the others', () => {
    const text = `${head}${entries.join('')}pla\n`;
    const place = yamlPlaceAt(text, text.length - 1);
    assert.deepEqual(place?.path, ['pla']);
    assert.deepEqual(place?.siblings, ['version', 'groups', 'people']);
    const end = yamlPlaceAt(text, text.length);
    assert.deepEqual(end?.path, ['']);
    assert.deepEqual(end?.siblings, ['version', 'groups', 'people']);
  });

  it('is found between entries, and at the end', () => {
    const text = `${head}${entries.join('')}    \n`;
    assert.deepEqual(yamlPlaceAt(text, text.length - 1)?.path, ['people', 'e2999', '']);
    assert.deepEqual(yamlPlaceAt(text, text.length - 3)?.path, ['people', '']);
  });

  it('is none in comments behind an empty first line', () => {
    assert.equal(yamlPlaceAt(`\n# Names.\n${head}${entries.join('')}`, 3), undefined);
    assert.equal(yamlPlaceAt(`\n${'# Names.\n'.repeat(5000)}`, 20_000), undefined);
  });

  it('is none where a long text is no map of maps in block style', () => {
    const flow = `{people: {${Array.from({ length: 30_000 }, (_, k) => `e${k}: {name: E}`).join(', ')}}}`;
    assert.equal(yamlPlaceAt(flow, flow.length - 10), undefined);
  });
});
