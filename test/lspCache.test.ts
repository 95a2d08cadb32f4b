/** Tests a server that starts from the cache: what it shows and answers is what it would without. */

import assert from 'node:assert/strict';
import { LanguageClient } from './support/languageClient';
import { MemoryCache } from './support/memoryCache';

const PEOPLE = '/desk/glossary/people.yaml';
const PLACES = '/desk/glossary/places.csv';
const REPORT = '/desk/report.md';
const ENTRIES = Array.from(
  { length: 4000 },
  (_, k) => `  p${k}: { name: Person Numbered${k}, spellings: [Persona Numberd${k}] }\n`,
);
const GLOSSARY = `version: 1\npeople:\n${ENTRIES.join('')}  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n  navqotiy: { name: Akhliddin Navqotiy, roles: [{ place: osh }] }\n`;
const FILES = {
  [PEOPLE]: GLOSSARY,
  [PLACES]: 'id,name\nosh,Osh\n',
  [REPORT]: 'Then Abu Salah met Persona Numberd77 and Akhliddin Novqotiy.\n',
};

/** Asks again and again, for a minute at most. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('It never came.');
}

describe('the language server with a cache', function () {
  this.timeout(120_000);

  async function seen(cache: MemoryCache | undefined, cacheFolder: string | undefined) {
    const client = await LanguageClient.start({
      files: FILES,
      ...(cache && { cache }),
      initializationOptions: { ...(cacheFolder !== undefined && { cacheFolder }) },
    });
    await client.open(REPORT);
    // Guesses come last.
    await until(async () => (await client.diagnosticsNow(REPORT)).length === 3);
    const shown = {
      findings: await client.diagnosticsNow(REPORT),
      hover: await client.hover(REPORT, 'Abu| Salah'),
      definition: await client.definition(REPORT, 'Persona| Numberd77'),
      symbols: await client.symbols('Numbered12'),
      ...(await inGlossary(client)),
    };
    if (cache && cacheFolder !== undefined)
      await until(async () => [...cache.kept.keys()].some((key) => key.endsWith('-guesses')));
    assert.deepEqual(client.errors, []);
    await client.stop();
    return shown;
  }

  async function inGlossary(client: LanguageClient) {
    await client.open(PEOPLE);
    await client.open(PLACES);
    const card = await client.hover(PEOPLE, 'place: os|h');
    const row = await client.hover(PLACES, 'osh,O|sh');
    assert.ok(card && row);
    const uses = await client.references(PLACES, 'osh,O|sh', true);
    assert.equal(uses?.length, 2, 'the row, and the entry that names it');
    return { card, row, uses, place: await client.definition(PEOPLE, 'place: os|h') };
  }

  it('shows and answers the same', async () => {
    const cache = new MemoryCache();
    const first = await seen(cache, '/cache');
    assert.equal(first.findings.length, 3);
    assert.deepEqual(cache.hits, []);
    assert.deepEqual(await seen(cache, '/cache'), first);
    assert.equal(cache.hits.length, 4, 'a state, its base, and two indexes beside it');
    assert.deepEqual(await seen(undefined, undefined), first);
  });

  it('keeps nothing where the client names no folder', async () => {
    const cache = new MemoryCache();
    await seen(cache, undefined);
    assert.equal(cache.kept.size, 0);
  });
});
