/** Whose entry a place in a glossary file is in, and whom it names; `|` is the caret. */

import assert from 'node:assert/strict';
import { entityPlaceAt } from '../../../server/src/glossary/entityPlace';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';

function at(path: string, marked: string, earlier?: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const place = entityPlaceAt(parseGlossaryFile(path, earlier ?? text), text, offset);
  return place && `${place.on} ${place.id} ${text.slice(place.span.start, place.span.end)}`;
}

describe('The entity of a place in a glossary file', () => {
  const yaml = (marked: string) => at('/desk/glossary/people.yaml', marked);

  it('is that of the entry: by its id, its house form, and all else', () => {
    assert.equal(yaml('people:\n  a|bu:\n    name: Abu\n'), 'id abu abu');
    assert.equal(yaml('people:\n  "a|bu":\n    name: Abu\n'), 'id abu "abu"');
    assert.equal(yaml('people:\n  abu:\n    name: A|bu\n'), 'name abu Abu');
    assert.equal(yaml('people:\n  abu:\n    n|ame: Abu\n'), 'other abu name');
    assert.equal(yaml('people:\n  abu:\n    aliases: [{ name: |X }]\n'), 'other abu X');
    assert.equal(yaml('people: { abu: { name: A|bu, short: A } }\n'), 'name abu Abu');
  });

  it('is the one that is named', () => {
    assert.equal(yaml('people:\n  abu:\n    name: A\n    roles: [{ group: k|tj }]\n'), 'reference ktj ktj');
    assert.equal(
      yaml('groups:\n  ktj:\n    name: K\n    parents:\n      - group: hts|\n'),
      'reference hts hts',
    );
  });

  it('is none elsewhere', () => {
    assert.equal(yaml('peop|le:\n  abu:\n    name: A\n'), undefined);
    assert.equal(yaml('people:\n  |\n'), undefined);
    assert.equal(yaml('version: |1\n'), undefined);
    assert.equal(yaml('people:\n  abu:\n    name: A # com|ment\n'), undefined);
  });

  it('is that of the row of a table, with an id or without', () => {
    const csv = (marked: string, earlier?: string) => at('/desk/glossary/people.csv', marked, earlier);
    assert.equal(csv('id,name\nabu,A|bu Saloh\n'), 'name abu Abu Saloh');
    assert.equal(csv('id,name\nab|u,Abu Saloh\n'), 'id abu abu');
    assert.equal(csv('name,note\nAbu Saloh,so|me\n'), 'other abu-saloh ');
    assert.equal(csv('id,na|me\nabu,Abu Saloh\n'), undefined);
    assert.equal(csv('name\nAbu "a"\nX Y\nLas|t'), 'name last Last');
    assert.equal(csv('name\nAbu\n|'), undefined);
    assert.equal(csv('name\nFirst\nSec|ond\n', 'name\nSecond\n'), 'name second Second');
  });

  it('is that of a line of JSON', () => {
    const lines = (marked: string) => at('/desk/glossary/people.jsonl', marked);
    const first = '{"id":"x","name":"X"}\n';
    assert.equal(lines(`${first}{"id":"abu","name":"A|bu"}\n`), 'name abu "Abu"');
    assert.equal(lines(`${first}{"id":"abu","name":"Abu","note":"n|o"}\n`), 'other abu ');
    assert.equal(lines(`${first}{"broken|\n`), undefined);
  });
});
