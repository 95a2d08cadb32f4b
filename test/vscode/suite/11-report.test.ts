/** Tests that the Name Consistency Report opens in a panel of VS Code, and what becomes of that panel. */

import assert from 'node:assert/strict';
import { commands, type Tab, TabInputText, TabInputWebview, window } from 'vscode';
import { closeAll, eventually, open } from './editor';

const COMMAND = 'nomenclator.consistencyReport';

const tabs = (): Tab[] => window.tabGroups.all.flatMap((group) => group.tabs);

const isReport = ({ input }: Tab): boolean =>
  // VS Code puts a name of its own before that of the panel.
  input instanceof TabInputWebview && input.viewType.endsWith('nomenclator.consistency');

/** The panels of the report, when there are so many. */
const reports = (count: number): Promise<Tab[]> =>
  eventually(
    () => {
      const found = tabs().filter(isReport);
      return found.length === count ? found : undefined;
    },
    () => `There are not ${count} panels but ${tabs().filter(isReport).length}.`,
  );

describe('The Name Consistency Report', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('opens beside the report that is being read, which stays open', async () => {
    await open('reports/names.md');
    await commands.executeCommand(COMMAND);
    const [panel] = await reports(1);
    assert.equal(panel?.label, 'Name Consistency');
    assert.ok(panel.isActive);
    assert.ok(tabs().some(({ input }) => input instanceof TabInputText));
  });

  it('opens where no report is open, for the desk of the folder', async () => {
    await commands.executeCommand(COMMAND);
    await reports(1);
  });

  it('is made anew in the panel that is there', async () => {
    await commands.executeCommand(COMMAND);
    await reports(1);
    const editor = await open('reports/names.md');
    await eventually(
      () => tabs().some((tab) => isReport(tab) && !tab.isActive) || undefined,
      () => 'The editor does not lie over the panel.',
    );
    await commands.executeCommand(COMMAND);
    await eventually(
      () => tabs().some((tab) => isReport(tab) && tab.isActive) || undefined,
      () => 'The panel is not in sight again.',
    );
    await reports(1);
    assert.equal(editor.document.isDirty, false);
  });

  it('opens again after it was closed', async () => {
    await commands.executeCommand(COMMAND);
    await reports(1);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await reports(0);
    await commands.executeCommand(COMMAND);
    await reports(1);
  });
});
