/** The keys of YAML down to the second level, by its lines and by a parse. */

import assert from 'node:assert/strict';
import { finish } from '../../../server/src/text/steps';
import { entryPlaces } from '../../../server/src/text/yamlOutline';

const outline = (text: string, most = 100): string[] | undefined =>
  finish(entryPlaces(text, most))?.flatMap(({ key, at, span, entries }) => {
    const shown = (place: typeof at) => text.slice(place.start, place.end).replace(/\s+/g, ' ');
    return [
      `${key}: ${shown(at)} (${shown(span).length})`,
      ...entries.map((entry) => `  ${entry.key}: ${shown(entry.at)} | ${shown(entry.span)}`),
    ];
  });

const TEXT = `# Comment
version: 1
people: # all
  abu:
    name: Abu
  # nobody
  "b c":
    name: B
    note: >
      people:
        x:

  half
groups:
  ktj: { name: K }
`;

/** So long that it is read by its lines. */
const LONG = `# ${'-'.repeat(40_000)}\n`;

describe('The outline of YAML', () => {
  const WHOLE = TEXT.replace('  half\n', '');

  it('is the same by lines as by a parse', () => {
    const parsed = outline(WHOLE);
    assert.deepEqual(parsed, [
      'version: version (10)',
      'people: people (71)',
      '  abu: abu | abu: name: Abu',
      '  b c: "b c" | "b c": name: B note: > people: x:',
      'groups: groups (24)',
      '  ktj: ktj | ktj: { name: K }',
    ]);
    assert.deepEqual(outline(LONG + WHOLE), parsed);
    assert.deepEqual(outline((LONG + WHOLE).replaceAll('\n', '\r\n')), parsed);
  });

  it('knows every entry beside a line that is half-typed', () => {
    const keys = outline(LONG + TEXT)?.map((line) => line.trim().split(':')[0]);
    assert.deepEqual(keys, ['version', 'people', 'abu', 'b c', 'groups', 'ktj']);
  });

  it('stops where nobody reads on', () => {
    assert.deepEqual(outline(LONG + TEXT, 1)?.length, 4);
    assert.deepEqual(outline(WHOLE, 1)?.length, 4);
  });

  it('is nothing of what is no map, and of a long text in one line', () => {
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('- a\n- b\n'), []);
    assert.deepEqual(outline('people: {abu: {name: Abu}}'), [
      'people: people (26)',
      '  abu: abu | abu: {name: Abu}',
    ]);
    assert.equal(outline(`people: {${'a: {name: b}, '.repeat(30_000)}}`), undefined);
  });
});
