/** Starts a language server as an editor would, and speaks its protocol over standard input and output. */

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver/node');

/** A server that has answered `initialize`; `args` are those of Node. */
export async function startServer(args, folder) {
  const process_ = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(process_.stdout),
    new StreamMessageWriter(process_.stdin),
  );
  const last = new Map();
  let wake = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    last.set(params.uri, params);
    wake();
  });
  connection.listen();
  const uriOf = (path) => pathToFileURL(path).toString();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    capabilities: {},
    workspaceFolders: [{ uri: uriOf(folder), name: 'desk' }],
  });
  connection.sendNotification('initialized', {});
  return {
    uriOf,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    change: (uri, version, position, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      }),
    /** What was published for that version. */
    async published(uri, version) {
      while (last.get(uri)?.version !== version)
        await new Promise((resolve) => {
          wake = resolve;
        });
      return last.get(uri);
    },
    async stop() {
      await connection.sendRequest('shutdown');
      connection.sendNotification('exit');
      await new Promise((resolve) => process_.once('exit', resolve));
      connection.dispose();
    },
  };
}
