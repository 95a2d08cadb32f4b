/** Tests the page about a rule, which VS Code opens from the code of a finding. */

import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { closeAll, eventually, findingsWhen, open } from './editor';

describe('The code of a finding', () => {
  before(closeAll);
  after(closeAll);

  it('leads to a page about its rule', async () => {
    const { document } = await open('reports/names.md');
    const [first] = await findingsWhen(document, (all) => all.length > 0);
    const code = first!.diagnostic.code;
    assert.ok(typeof code === 'object', 'The code has no address.');
    assert.equal(code.target.scheme, 'nomenclator-rule');
    await commands.executeCommand('vscode.open', code.target);
    const page = await eventually(
      () => {
        const shown = window.activeTextEditor?.document;
        return shown?.uri.scheme === 'nomenclator-rule' && shown.getText() !== '' ? shown : undefined;
      },
      () => 'No page about the rule is shown',
    );
    assert.ok(page.getText().startsWith(`# ${code.value}\n`), page.getText());
    assert.equal(page.languageId, 'markdown');
    assert.match(page.getText(), /rules:\n {2}\S+: off/);
  });
});
