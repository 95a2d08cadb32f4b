/** Tests that the extension starts with the first report, and what its manifest promises. */

import assert from 'node:assert/strict';
import net from 'node:net';
import { join } from 'node:path';
import { commands, workspace } from 'vscode';
import { closeAll, deskFile, eventually, extension, findingsWhen, open } from './editor';

describe('The extension', () => {
  after(closeAll);

  it('starts when a report is opened', async () => {
    await open('reports/names.md');
    await eventually(
      () => (extension().isActive ? true : undefined),
      () => 'The extension is not active',
    );
  });

  it('is the one that is to be tested: installed from its package, or run from its sources', () => {
    const fromSources = __dirname.startsWith(join(extension().extensionPath, 'out'));
    assert.equal(fromSources, process.env.NOMENCLATOR_TEST_FROM !== 'package', extension().extensionPath);
  });

  it('works in Restricted Mode and on virtual file systems, and says so', () => {
    const { capabilities } = extension().packageJSON;
    assert.equal(capabilities.untrustedWorkspaces.supported, true);
    assert.equal(capabilities.virtualWorkspaces.supported, true);
  });

  it('is not started by anything but Markdown, desks and a view that was left open', () => {
    assert.deepEqual(extension().packageJSON.activationEvents, [
      'onLanguage:markdown',
      'workspaceContains:nomenclator.yaml',
      'onWebviewPanel:nomenclator.consistency',
    ]);
  });

  it('offers names while a report is written, and no words of the document in their place', () => {
    const editor = workspace.getConfiguration('editor', {
      uri: deskFile('reports/names.md'),
      languageId: 'markdown',
    });
    assert.equal(editor.get<{ other: string }>('quickSuggestions')?.other, 'on');
    assert.equal(editor.get('wordBasedSuggestions'), 'off');
  });

  it('leaves notes and citations to Nomenclator where VS Code validates links', () => {
    const markdown = workspace.getConfiguration('markdown', deskFile('reports/names.md'));
    assert.equal(markdown.get('validate.referenceLinks.enabled'), 'ignore');
  });

  it('reports the same after its language server was restarted', async () => {
    const { document } = await open('reports/names.md');
    const before = await findingsWhen(document, (findings) => findings.length > 0);
    await commands.executeCommand('nomenclator.restart');
    const after = await findingsWhen(document, (findings) => findings.length === before.length);
    assert.deepEqual(
      after.map(({ rule, text }) => [rule, text]),
      before.map(({ rule, text }) => [rule, text]),
    );
  });

  it('opens no port and no connection for its language server', async () => {
    const { listen } = net.Server.prototype;
    const { connect } = net.Socket.prototype;
    const opened: string[] = [];
    const recordOurs = (what: string) => {
      const stack = new Error(what).stack ?? '';
      // VS Code's own sockets are its own affair.
      if (stack.includes(extension().extensionPath)) opened.push(stack);
    };
    net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
      recordOurs('listen');
      return Reflect.apply(listen, this, args);
    };
    net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
      recordOurs('connect');
      return Reflect.apply(connect, this, args);
    };
    try {
      await commands.executeCommand('nomenclator.restart');
      const { document } = await open('reports/names.md');
      await findingsWhen(document, (findings) => findings.length > 0);
    } finally {
      net.Server.prototype.listen = listen;
      net.Socket.prototype.connect = connect;
    }
    assert.deepEqual(opened, []);
  });
});
