/** The files of a disk: what is read of them, and what is said where they cannot be read. */

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../../server/src/desk/nodeFiles';

describe('The files of a disk', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nomenclator-files-'));
    path = join(folder, 'a.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function assertReads(bytes: Uint8Array, text: string) {
    writeFileSync(path, bytes);
    const read = await nodeFiles.read(path);
    assert.ok('text' in read && read.text === text);
  }

  // Signs of one to four bytes, so that one of them lies across the end of any piece.
  const long = 'aéя𝄞'.repeat(1_000_000);

  it('may be written over unless they are protected or not there, whoever asks', async () => {
    assert.equal(await nodeFiles.isWritable(path), false);
    writeFileSync(path, 'x');
    assert.equal(await nodeFiles.isWritable(path), true);
    chmodSync(path, 0o444);
    assert.equal(await nodeFiles.isWritable(path), false);
    chmodSync(path, 0o644);
  });

  it('are UTF-8, however long', async () => {
    await assertReads(Buffer.from(''), '');
    await assertReads(Buffer.from(`\ufeffx${long}`), `x${long}`);
  });

  it('or UTF-16 with a byte-order mark', async () => {
    await assertReads(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(long, 'utf16le')]), long);
  });

  it('and nothing else, however late that shows', async () => {
    for (const bytes of [Buffer.of(0xe9), Buffer.concat([Buffer.from(long), Buffer.of(0xe2, 0x82)])]) {
      writeFileSync(path, bytes);
      const read = await nodeFiles.read(path);
      assert.match('failure' in read ? read.failure : '', /a\.yaml is not UTF-8 text\. Save it as UTF-8\.$/);
    }
  });

  it('say what to do when they cannot be read', async () => {
    const missing = await nodeFiles.read(path);
    assert.match('failure' in missing ? missing.failure : '', /does not exist\. Check the name\.$/);
    const isFolder = await nodeFiles.read(folder);
    assert.match('failure' in isFolder ? isFolder.failure : '', /is a folder, not a file\.$/);
    assert.deepEqual(await nodeFiles.list(path), []);
  });
});
