/** Takes pictures of notes: a source being looked for, a note that is no longer right with its fix, notes in the preview. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './pictureKeys.mjs';

/** A report whose paragraphs have been moved since its notes were made. */
const DRAFT = `---
date: 2023-01-31
---

# Central Asians in Afghanistan

The Monitoring Team spoke of fewer than 700 people, families included.[^2] They had no money of
their own.

Half a year earlier it had known of several hundred fighters in three northern provinces.[^1] The
Taliban kept them apart.

Nobody has counted them since.

[^1]: United Nations Security Council, “Report of the Analytical Support and Sanctions Monitoring Team,” June 1, 2021, 20, https://www.undocs.org/pdf?symbol=en/S/2021/486. <!-- @un-s-2021-486, 20 -->
[^2]: Ibid., 21. <!-- @un-s-2021-486, 21 -->
`;
const NAME = 'draft-of-notes.md';

/** Puts the draft beside the sample's reports; to be called before VS Code is opened on them. */
export const addDraft = (reports) => writeFileSync(join(reports, NAME), DRAFT);

/** `shoot` takes a picture under a name; the page shows VS Code with the report `sample` opened. */
export async function tourNotes(page, shoot, sample) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: NAME }).dblclick();
  await page.locator('.tab.active', { hasText: NAME }).waitFor();
  await page.locator('.squiggly-warning').first().waitFor();

  await goToText(page, 'Ibid.');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await page.waitForTimeout(500);
  await shoot('note-stale');
  await page.keyboard.press('Escape');
  await command(page, 'Nomenclator: Update Notes');
  await page.waitForTimeout(1000);

  await goToText(page, 'them since.');
  await page.keyboard.press('ArrowRight');
  await command(page, 'Nomenclator: Insert Citation');
  await page.locator('.quick-input-list:visible .monaco-list-row').first().waitFor();
  await page.waitForTimeout(700);
  await page.keyboard.type('nations monitoring, p. 24', { delay: 40 });
  await page.waitForTimeout(1500);
  await shoot('citation-found');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(700);

  await command(page, 'Markdown: Open Preview to the Side');
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await preview.locator('.footnote-item').last().waitFor();
  await page.waitForTimeout(1000);
  await shoot('note-preview');
  await page.locator('.tab', { hasText: NAME }).first().click();

  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: sample }).dblclick();
  await page.locator('.tab.active', { hasText: sample }).waitFor();
  await page.locator('.monaco-editor .view-lines').first().click();
  await command(page, 'Nomenclator: Adopt Notes');
  await page.locator('.bulk-edit-panel .monaco-list-row').nth(1).waitFor();
  await page.waitForTimeout(1000);
  await shoot('notes-adopted');
}

/** Selects the first occurrence of a text. */
async function goToText(page, text) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.keyboard.type(text);
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
}
