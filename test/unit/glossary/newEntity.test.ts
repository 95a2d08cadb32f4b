/** Tests how a name becomes an entry: its id, its fields, and the files that can take it. */

import assert from 'node:assert/strict';
import type { EntityType } from '../../../server/src/glossary/entity';
import { editsOfNewEntity, filesFor } from '../../../server/src/glossary/newEntity';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';
import { applyEdits } from '../../../server/src/text/edit';

const PEOPLE = `# Who is who
people:
  abu-saloh: # the first
    name: Abu Saloh
`;

const added = (name: string, type: EntityType = 'person', taken: readonly string[] = [], text = PEOPLE) => {
  const edit = editsOfNewEntity(text, { type, name }, (id) => taken.includes(id));
  assert.ok('edits' in edit, JSON.stringify(edit));
  return { id: edit.id, text: applyEdits(text, edit.edits) };
};

describe('editsOfNewEntity', () => {
  it('adds an entry behind the others, and leaves the rest as it is', () => {
    assert.deepEqual(added('Anvar Turdizoda'), {
      id: 'anvar-turdizoda',
      text: `${PEOPLE}  anvar-turdizoda:\n    name: Anvar Turdizoda\n`,
    });
  });

  it('makes the section that the file does not have', () => {
    const { text } = added('Katibat al-Furqon', 'group');
    const file = parseGlossaryFile('a.yaml', text);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(file.entities.map(({ type, id }) => `${type} ${id}`).sort(), [
      'group katibat-al-furqon',
      'person abu-saloh',
    ]);
  });

  it('proposes an id that nobody has', () => {
    assert.equal(added('Abu Sálóh', 'person', ['abu-saloh', 'abu-saloh-2']).id, 'abu-saloh-3');
    assert.equal(added('Hay’at “Nur”').id, 'hayat-nur');
    assert.equal(added('النور').id, 'النور');
    assert.ok(added('A very long name '.repeat(9)).id.length <= 60);
  });

  it('romanises a Cyrillic name, and keeps it as the name in its own script', () => {
    const { id, text } = added('Хабаровск', 'place');
    assert.equal(id, 'khabarovsk');
    const [place] = parseGlossaryFile('a.yaml', text).entities.filter(({ type }) => type === 'place');
    assert.equal(place?.name, 'Khabarovsk');
    assert.deepEqual(place.scripts, ['Хабаровск']);
  });

  it('writes what is seen of a name', () => {
    assert.match(added('Anvar\u202e \n Turdizoda\u200f').text, /name: Anvar Turdizoda\n/);
    const edit = editsOfNewEntity(PEOPLE, { type: 'person', name: '\u202e—' }, () => false);
    assert.match('refusal' in edit ? edit.refusal : '', /Select the name/);
  });

  it('adds the acronym', () => {
    const edit = editsOfNewEntity(
      PEOPLE,
      { type: 'group', name: 'Katibat al-Furqon', acronym: 'KF' },
      () => false,
    );
    assert.ok('edits' in edit);
    assert.match(applyEdits(PEOPLE, edit.edits), /name: Katibat al-Furqon\n +acronym: KF\n/);
  });

  it('says why a file cannot be edited', () => {
    const edit = editsOfNewEntity('people: [', { type: 'person', name: 'Nur' }, () => false);
    assert.match('refusal' in edit ? edit.refusal : '', /not sound YAML.* Mend /);
  });
});

describe('filesFor', () => {
  const file = (path: string, text: string) => parseGlossaryFile(path, text);
  const people = file('people.yaml', PEOPLE);
  const mixed = file(
    'mixed.yml',
    'people: { a: { name: Aa }, b: { name: Bb } }\nplaces: { c: { name: Cc } }',
  );
  const csv = file('more.csv', '');
  const pathsFor = (type: EntityType, files = [people, csv, mixed]) =>
    filesFor(type, files).map(({ path }) => path);

  it('names those that have entities of the type, most of them first', () => {
    assert.deepEqual(pathsFor('person'), ['mixed.yml', 'people.yaml']);
    assert.deepEqual(pathsFor('place'), ['mixed.yml']);
  });

  it('names all that can be edited where none has', () => {
    assert.deepEqual(pathsFor('group'), ['people.yaml', 'mixed.yml']);
    assert.deepEqual(pathsFor('group', [csv]), []);
  });
});
