/** Glossaries that nobody would write: each is told of, and the last good one goes on working in the editor. */

import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { LanguageClient } from '../support/languageClient';

const GLOSSARY = '/desk/glossary/people.yaml';
const OTHER = '/desk/glossary/places.yaml';
const REPORT = '/desk/report.md';
const FILES = {
  [GLOSSARY]: 'version: 1\npeople:\n  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n',
  [OTHER]: 'version: 1\nplaces:\n  osh: { name: Osh, spellings: [Oosh] }\n',
  [REPORT]: 'Then Abu Salah went to Oosh.\n',
};
const LAST_GOOD = ['name/spelling Abu Salah', 'name/spelling Oosh'];

const ALIAS_BOMB = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, k) => `a${k + 1}: &a${k + 1} [${Array(10).fill(`*a${k}`).join(', ')}]`),
  'people: *a9',
].join('\n');

/** The text of the file, and what the first problem says. */
const BROKEN: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  'a list': ['- Abu Saloh\n', /A glossary file is a map, not a list/],
  'a scalar': ['Abu Saloh', /A glossary file is a map, not a text/],
  'half a line': ['version: 1\npeople:\n  a: { name: "Abu', /Not valid YAML/],
  'a tab': ['people:\n\ta: { name: Ann }\n', /A tab is used for indentation\. Use spaces\./],
  'two documents': ['people: {}\n---\npeople: {}\n', /A file holds one document/],
  'an alias bomb': [ALIAS_BOMB, /Write aliases \(\*name\) out in full/],
  'a million [': ['['.repeat(1_000_000), /nested too deeply/],
  'a million {': [`people: ${'{a: '.repeat(1_000_000)}`, /nested too deeply/],
  'a million -': ['- '.repeat(1_000_000), /nested too deeply/],
  'a hundred thousand "': ['"'.repeat(100_000), /Not valid YAML/],
  'NUL bytes': ['\0\0\0', /A glossary file is a map|Not valid YAML/],
  'entries without names': [`people:\n${'  - x\n'.repeat(10_000)}`, /Write each entry under its id|map/],
};

describe('A glossary that nobody would write', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  beforeEach(async () => {
    client = await LanguageClient.start({ files: FILES });
    await client.open(REPORT);
    await client.shows(REPORT, ...LAST_GOOD);
  });
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const says = (message: RegExp) => (found: readonly Diagnostic[]) => message.test(String(found[0]?.message));

  /** The report is analysed anew, by the glossary as it now is. */
  async function showsAfterTyping(...wanted: readonly string[]): Promise<void> {
    await client.type(REPORT, { line: 0, character: 0 }, 'x ');
    await client.shows(REPORT, ...wanted);
  }

  for (const [name, [text, message]] of Object.entries(BROKEN)) {
    it(`${name}: is told of, and the last good one stays`, async () => {
      client.files.write(GLOSSARY, text);
      await client.watched(GLOSSARY);
      await client.diagnosticsWhen(GLOSSARY, says(message));
      await showsAfterTyping(...LAST_GOOD);
      client.files.write(GLOSSARY, FILES[GLOSSARY]);
      await client.watched(GLOSSARY);
      await client.diagnosticsWhen(GLOSSARY, (found) => found.length === 0);
    });
  }

  it('an id of five megabytes is told of', async () => {
    client.files.write(GLOSSARY, `people:\n  ${'a'.repeat(5_000_000)}: { name: Ann Lee }\n`);
    await client.watched(GLOSSARY);
    await client.diagnosticsWhen(GLOSSARY, says(/“a{40}…” is no good id\. Use up to 100 letters/));
  });

  it('an empty one is no mistake: its names are gone', async () => {
    client.files.write(GLOSSARY, '');
    await client.watched(GLOSSARY);
    await client.shows(REPORT, 'name/spelling Oosh');
  });

  it('50 MB of notes are read', async () => {
    const note = `    note: ${'A long note. '.repeat(4000)}\n`;
    const entries = Array.from({ length: 1000 }, (_, k) => `  p${k}:\n    name: Person ${k}x\n${note}`);
    const text = FILES[GLOSSARY] + entries.join('');
    assert.ok(text.length > 50_000_000);
    client.files.write(GLOSSARY, text);
    await client.watched(GLOSSARY);
    // Until it is read, the glossary as it was serves.
    for (let tries = 0; (await client.symbols('Person 999x')).length === 0; tries++) {
      assert.ok(tries < 500, 'the notes are not read');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await showsAfterTyping(...LAST_GOOD);
  });

  it('20,000 entities with the same spelling are told of once', async () => {
    const entries = Array.from(
      { length: 20_000 },
      (_, k) => `  p${k}: { name: Ann N${k}x, spellings: [Abu Salah] }\n`,
    );
    client.files.write(GLOSSARY, `version: 1\npeople:\n${entries.join('')}`);
    await client.watched(GLOSSARY);
    const { diagnostics } = await client.diagnosticsWhen(GLOSSARY, (found) => found.length > 0);
    assert.match(String(diagnostics[0]?.message), /“Abu Salah” names 20000 entries: .* and 19995 more/);
    assert.equal(diagnostics.length, 1);
  });

  it('one that cannot be read is told of, and its last good state stays', async () => {
    client.files.makeUnreadable(GLOSSARY);
    await client.watched(GLOSSARY);
    await client.diagnosticsWhen(GLOSSARY, says(/may not be read\. Check its permissions\./));
    await showsAfterTyping(...LAST_GOOD);
  });

  it('one that is deleted while it loads is told of, and its last good state stays until it is seen to be gone', async () => {
    client.files.beforeRead = (path) => {
      if (path === GLOSSARY) client.files.remove(GLOSSARY);
    };
    await client.watched(OTHER);
    await client.diagnosticsWhen(GLOSSARY, says(/does not exist/));
    await showsAfterTyping(...LAST_GOOD);
    await client.watched(GLOSSARY);
    await client.shows(REPORT, 'name/spelling Oosh');
  });

  it('a folder that is called like one is looked into', async () => {
    client.files.remove(GLOSSARY);
    client.files.write(`${GLOSSARY}/deeper.yaml`, FILES[GLOSSARY]);
    await client.watched(GLOSSARY);
    await showsAfterTyping(...LAST_GOOD);
  });
});
