/** Writes glossary/schema.json from the table of what a glossary file may hold. Run it after a compile. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { glossaryJsonSchema } = require('../out/server/src/glossary/jsonSchema.js');

const schemaPath = fileURLToPath(new URL('../glossary/schema.json', import.meta.url));
writeFileSync(schemaPath, `${JSON.stringify(glossaryJsonSchema(), null, 2)}\n`);

const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));
const formatted = spawnSync(process.execPath, [biome, 'format', '--write', schemaPath], { stdio: 'ignore' });
if (formatted.status !== 0) {
  console.error('glossary/schema.json is written but not formatted: run “npm run format”.');
  process.exitCode = 1;
} else {
  console.log('glossary/schema.json is up to date.');
}
