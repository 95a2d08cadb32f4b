/** Takes pictures of what VS Code shows of a whole desk: side bar, status bar, previews, reports, and how one begins. */

import { command, waitForRow } from './pictureKeys.mjs';

const GROUP = 'Katibat al-Tawhid wal-Jihad';

/** `shoot` takes a picture under a name; the page shows VS Code with a report. Its text is left as it is. */
export async function tourDesk(page, shoot) {
  await command(page, 'Focus on Names View');
  await waitForRow(page, 'Groups');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await waitForRow(page, GROUP);
  await page.keyboard.type(GROUP);
  await page.waitForTimeout(500);
  await page.keyboard.press('ArrowRight');
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
  await page.keyboard.press('Control+F4');
  await command(page, 'View: Show Explorer');
}
