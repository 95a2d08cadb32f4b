/** Tests that everything that derives from the shape of a glossary file agrees with it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITY_TYPES, SECTION_OF } from '../../../server/src/glossary/entity';
import { glossaryJsonSchema } from '../../../server/src/glossary/jsonSchema';
import { GLOSSARY_FILE } from '../../../server/src/glossary/shape';

describe('shape', () => {
  it('has made the committed schema: else run “node scripts/schema.mjs”', () => {
    const committed = readFileSync(join(process.cwd(), 'glossary', 'schema.json'), 'utf8');
    assert.deepEqual(JSON.parse(committed), glossaryJsonSchema());
  });

  it('has a section for every type of entity', () => {
    const sections = Object.entries(GLOSSARY_FILE.keys).flatMap(([key, { value }]) =>
      value.is === 'entries' ? [[value.type, key]] : [],
    );
    assert.deepEqual(sections.sort(), ENTITY_TYPES.map((type) => [type, SECTION_OF[type]]).sort());
  });
});
