/** Tests that nothing of ours opens a socket or listens on a port: the server at work, and the code that is shipped. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const PROJECT = join(__dirname, '..', '..');
const DIST = join(PROJECT, 'dist');
const WATCH = join(PROJECT, 'test', 'support', 'watchNetwork.cjs');
const DESK = join(PROJECT, 'test', 'vscode', 'desk');

describe('Without a network', () => {
  describe('the language server', function () {
    this.timeout(60_000);
    let scratch: string;
    let record: string;
    let server: ChildProcess;
    let connection: MessageConnection;

    before(() => {
      scratch = mkdtempSync(join(tmpdir(), 'nom-'));
      record = join(scratch, 'network.txt');
      server = spawn(process.execPath, ['--require', WATCH, join(DIST, 'nomenclator.js'), 'lsp', '--stdio'], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, NOMENCLATOR_NETWORK_RECORD: record },
      });
      connection = createMessageConnection(
        new StreamMessageReader(server.stdout!),
        new StreamMessageWriter(server.stdin!),
      );
      connection.onRequest('client/registerCapability', () => null);
      connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => null),
      );
      connection.listen();
    });
    after(() => {
      connection.dispose();
      server.kill();
      rmSync(scratch, { recursive: true, force: true });
    });

    it('shows cards and completes names without opening a socket', async () => {
      const uri = pathToFileURL(join(DESK, 'reports', 'names.md')).href;
      const text = readFileSync(join(DESK, 'reports', 'names.md'), 'utf8');
      const line = text.split('\n').findIndex((one) => one.startsWith('Abu Salah'));
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: { workspace: { workspaceFolders: true, configuration: true } },
        workspaceFolders: [{ uri: pathToFileURL(DESK).href, name: 'desk' }],
      });
      await connection.sendNotification('initialized', {});
      const findings = new Promise((resolve) =>
        connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
          if (diagnostics.length > 0) resolve(diagnostics);
        }),
      );
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      await findings;
      const at = { textDocument: { uri }, position: { line, character: 1 } };
      assert.match(JSON.stringify(await connection.sendRequest('textDocument/hover', at)), /Abu Saloh/);
      const afterAbu = { textDocument: { uri }, position: { line, character: 'Abu'.length } };
      const offered = await connection.sendRequest('textDocument/completion', afterAbu);
      assert.match(JSON.stringify(offered), /Abu Saloh/);
      await connection.sendRequest('shutdown');
      assert.equal(existsSync(record) ? readFileSync(record, 'utf8') : '', 'watching\n');
    });
  });

  it('the watcher of the test above notices a socket', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'nom-'));
    const record = join(scratch, 'network.txt');
    const attempts = [
      `require('net').createServer().listen(0)`,
      `require('net').connect(9, '127.0.0.1')`,
      `require('http').get('http://127.0.0.1:9')`,
      `require('dgram').createSocket('udp4').bind(0)`,
      `fetch('http://127.0.0.1:9').catch((error) => { throw error })`,
      `require('dns').lookup('localhost', () => {})`,
    ];
    for (const attempt of attempts) {
      const child = spawn(process.execPath, ['--require', WATCH, '-e', attempt], {
        stdio: 'ignore',
        env: { ...process.env, NOMENCLATOR_NETWORK_RECORD: record },
      });
      await new Promise((resolve) => child.on('close', resolve));
      const lines = readFileSync(record, 'utf8').trim().split('\n');
      assert.ok(lines.length > 1, `${attempt} went unnoticed`);
      rmSync(record);
    }
    rmSync(scratch, { recursive: true });
  });

  /**
   * Node's modules that reach a network, by bundle. The protocol library carries `net` for transports by pipe and socket
   * that are never asked for: the client is told to use IPC, the server follows the client or `--stdio`.
   */
  const NETWORK_MODULES: Readonly<Record<string, readonly string[]>> = {
    'client.js': ['net'],
    'server.js': ['net'],
    'nomenclator.js': ['net'],
    'citeproc.js': [],
    'bibtex.js': [],
  };
  for (const [file, allowed] of Object.entries(NETWORK_MODULES)) {
    it(`dist/${file} holds no other module that reaches a network than ${allowed.join(', ') || 'none'}`, () => {
      const code = readFileSync(join(DIST, file), 'utf8');
      const required = [...code.matchAll(/require\(["'`](?:node:)?([a-z0-9_/]+)["'`]\)/g)].map(
        ([, name]) => name!,
      );
      const network = [
        'net',
        'http',
        'https',
        'http2',
        'tls',
        'dgram',
        'dns',
        'dns/promises',
        'inspector',
        'cluster',
      ];
      const found = [...new Set(required)].filter((name) => network.includes(name));
      assert.deepEqual(
        found,
        found.filter((name) => allowed.includes(name)),
      );
      // Methods may bear these names: calls of them have a dot before, definitions (minified) a brace.
      const globals = code.match(/(?<![.\w$}])(?:fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(/g);
      assert.equal(globals, null);
    });
  }
});
