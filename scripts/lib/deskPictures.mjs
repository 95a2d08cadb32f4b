/** Takes pictures of what VS Code shows of a whole desk: side bar, status bar, previews, counts over entries, and how one begins. */

import { command, moveDownTo, waitForRow } from './pictureKeys.mjs';

const GROUP = 'Katibat al-Tawhid wal-Jihad';

/** `shoot` takes a picture under a name; the page shows VS Code with a report. Its text is left as it is. */
export async function tourDesk(page, shoot) {
  await command(page, 'Focus on Names View');
  await waitForRow(page, 'Groups');
  await page.locator('.monaco-list:focus').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await waitForRow(page, GROUP);
  await moveDownTo(page, GROUP);
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown');
  await waitForRow(page, 'leader');
  await page.locator('.statusbar-item', { hasText: /\d+ names off/ }).waitFor();
  await page.waitForTimeout(500);
  await shoot('explorer');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.workbench-hover:visible', { hasText: 'mentions here' }).first().waitFor();
  await page.waitForTimeout(300);
  await shoot('explorer-card');
  await page.keyboard.press('Escape');

  await page
    .locator('.statusbar-item', { hasText: /\d+ names off/ })
    .locator('a')
    .click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.locator('.monaco-menu:visible', { hasText: 'Mend' }).waitFor();
  await page.waitForTimeout(300);
  await shoot('findings');
  await page.keyboard.press('Escape');

  await command(page, 'Welcome: Open Walkthrough');
  await page.waitForTimeout(500);
  await page.keyboard.type('Nomenclator');
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await page.getByText('Nothing that is there is written over').first().waitFor();
  await page.waitForTimeout(1500);
  await shoot('walkthrough');
  await closeEditor(page);

  await page.locator('.monaco-editor .view-lines').first().click();
  await command(page, 'Nomenclator: Normalise the Desk');
  await page.locator('.bulk-edit-panel .monaco-list-row').nth(3).waitFor();
  await page.waitForTimeout(1000);
  await shoot('normalise');
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Discard' }).click();

  // The first entry of the side bar's list is opened in the glossary, where its counts stand over it.
  await command(page, 'Focus on Names View');
  await page.keyboard.press('Home');
  await moveDownTo(page, GROUP);
  await page.keyboard.press('Enter');
  await page
    .locator('.codelens-decoration', { hasText: /\d+ mentions? in/ })
    .first()
    .waitFor();
  await page.waitForTimeout(1000);
  await shoot('code-lens');
  await closeEditor(page);
  await command(page, 'View: Show Explorer');
}

/** Closes the editor that is shown. */
const closeEditor = (page) => page.locator('.tab.active .tab-actions .action-label').first().click();
