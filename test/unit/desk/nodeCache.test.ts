/** The cache in a folder of the disk: private, bounded, shared by processes, silent where it cannot be. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeCache, userCacheFolder } from '../../../server/src/desk/nodeCache';

const BYTES = Uint8Array.of(1, 2, 3, 4);

describe('The cache on a disk', () => {
  let folder: string;
  let inside: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nomenclator-cache-'));
    inside = join(folder, 'of', 'ours');
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });

  it('gives what was last written', async () => {
    const cache = nodeCache(inside, __filename);
    assert.equal(await cache.read('a'), undefined);
    await cache.write('a', BYTES);
    await cache.write(
      'a',
      BYTES.map((byte) => byte + 1),
    );
    await cache.write('b-c', BYTES);
    assert.deepEqual([...(await cache.read('a'))!], [2, 3, 4, 5]);
    assert.deepEqual([...(await nodeCache(inside, __filename).read('b-c'))!], [...BYTES]);
    assert.deepEqual(readdirSync(inside).sort(), ['a.index', 'b-c.index'], 'nothing else is left');
  });

  const unlessOnWindows = process.platform === 'win32' ? it.skip : it;
  unlessOnWindows('is for its owner only (Windows has no such bits)', async () => {
    const cache = nodeCache(inside, __filename);
    await cache.write('a', BYTES);
    assert.equal(statSync(inside).mode & 0o777, 0o700);
    assert.equal(statSync(join(inside, 'a.index')).mode & 0o777, 0o600);
    chmodSync(inside, 0o755);
    await cache.write('b', BYTES);
    assert.equal(statSync(inside).mode & 0o777, 0o700);
  });

  it('has nothing, and says nothing, where it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = nodeCache(join(folder, 'file', 'in'), __filename);
    await cache.write('a', BYTES);
    assert.equal(await cache.read('a'), undefined);
    assert.deepEqual(readdirSync(folder), ['file']);
  });

  it('keeps what was asked for last', async () => {
    const cache = nodeCache(inside, __filename);
    for (let k = 0; k < 100; k++) {
      await cache.write(`k${k}`, BYTES);
      utimesSync(join(inside, `k${k}.index`), 1000 + k, 1000 + k);
    }
    await cache.read('k0');
    writeFileSync(join(inside, 'a.index.00000000-dead'), '');
    writeFileSync(join(inside, 'b.index.00000000-beef'), '');
    writeFileSync(join(inside, 'of somebody else'), '');
    utimesSync(join(inside, 'a.index.00000000-dead'), 1000, 1000);
    utimesSync(join(inside, 'of somebody else'), 1, 1);
    await cache.write('k100', BYTES);
    const names = readdirSync(inside);
    assert.equal(names.filter((name) => name.endsWith('.index')).length, 100);
    assert.ok(names.includes('k0.index'));
    assert.ok(names.includes('k100.index'));
    assert.ok(!names.includes('k1.index'), 'nobody asked for it');
    assert.ok(!names.includes('a.index.00000000-dead'), 'somebody stopped while writing it');
    assert.ok(names.includes('b.index.00000000-beef'), 'somebody may be writing it');
    assert.ok(names.includes('of somebody else'));
  });

  it('is that of one program', () => {
    const program = join(folder, 'program.js');
    writeFileSync(program, 'one');
    const before = nodeCache(inside, program).program;
    assert.equal(nodeCache(inside, program).program, before);
    writeFileSync(program, 'other');
    assert.notEqual(nodeCache(inside, program).program, before);
    assert.notEqual(
      nodeCache(inside, join(folder, 'none')).program,
      nodeCache(inside, join(folder, 'none')).program,
    );
  });

  it('holds one whole thing, whoever else writes it', async () => {
    const script = `
      const { nodeCache } = require(${JSON.stringify(require.resolve('../../../server/src/desk/nodeCache'))});
      const cache = nodeCache(${JSON.stringify(inside)}, __filename);
      (async () => {
        for (let k = 0; k < 30; k++) {
          await cache.write('same', new Uint8Array(200_000).fill(Number(process.argv[1]) * 50 + k));
          const bytes = await cache.read('same');
          if (!bytes || bytes.some((byte) => byte !== bytes[0])) process.exit(1);
        }
      })();`;
    const codes = await Promise.all(
      [0, 1].map(
        (which) =>
          new Promise((resolve) => {
            const child = spawn(process.execPath, ['-e', script, String(which)], { stdio: 'ignore' });
            child.on('exit', resolve);
          }),
      ),
    );
    assert.deepEqual(codes, [0, 0]);
    assert.deepEqual(readdirSync(inside), ['same.index']);
    assert.ok(existsSync(inside));
  });

  it('lies where caches of the user lie', () => {
    const home = process.platform === 'win32' ? { LOCALAPPDATA: folder } : { XDG_CACHE_HOME: folder };
    const found = userCacheFolder({ HOME: folder, ...home });
    assert.ok(found?.startsWith(folder), found);
    assert.ok(found?.endsWith('nomenclator'));
  });
});
