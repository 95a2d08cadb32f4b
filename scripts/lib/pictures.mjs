/** Takes pictures of the sample desk in VS Code, in a light and a dark theme; what they show must be there. */

import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withPage } from './chromium.mjs';
import { tourDesk } from './deskPictures.mjs';
import { addDraft, tourNotes } from './notePictures.mjs';
import { ensureNpmVscode, remoteUri, startNpmVscode, workbenchAddress } from './npmVscode.mjs';
import { COMMAND_LINE, ROOT } from './paths.mjs';
import { tourReport } from './reportPictures.mjs';
import { runQuietly } from './run.mjs';
import { withScratch } from './scratch.mjs';
import { Unavailable, withProgress } from './steps.mjs';

/** Not committed: who runs the tests can look at what they saw. */
export const PICTURES = join(ROOT, 'screenshots');
const REPORT = 'examples/reports/2022-annual.md';
/** A name in the sample that its glossary does not have. */
const UNLISTED = 'Amu Darya';
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const VIEWPORT = { width: 1360, height: 850 };

const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

/** Takes them all with the bundles as they are; fails where something does not appear. */
export async function takePictures(chromium) {
  await ensureNpmVscode();
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, theme] of Object.entries(THEMES)) {
    await withProgress(`Pictures in the ${name} theme`, () => takeAll(chromium, name, theme));
  }
  console.log(`They are in ${PICTURES}`);
}

/** The desk and its glossary are copied, so that nothing that is typed here can end up in the sample. */
function takeAll(chromium, name, theme) {
  return withScratch(async (scratch) => {
    for (const part of ['examples', 'glossary', 'nomenclator.yaml']) {
      cpSync(join(ROOT, part), join(scratch, part), { recursive: true });
    }
    addDraft(join(scratch, 'examples', 'reports'));
    const misspelling = await firstMisspelling(scratch);
    const server = await startNpmVscode({
      dataFolder: join(scratch, 'data'),
      settings: { ...SETTINGS, 'workbench.colorTheme': theme },
    });
    try {
      const address = workbenchAddress(server, join(scratch, 'examples'), [
        ['extensionDevelopmentPath', remoteUri(server, ROOT)],
        ['openFile', remoteUri(server, join(scratch, REPORT))],
        ['skipWelcome', 'true'],
      ]);
      await withPage(chromium, { viewport: VIEWPORT, deviceScaleFactor: 2 }, async (page) => {
        const shoot = (what) => page.screenshot({ path: join(PICTURES, `${what}-${name}.png`) });
        await page.goto(address);
        await page.locator('.squiggly-warning').first().waitFor();
        await tourDesk(page, shoot);
        await tourReport(page, shoot);
        await tour(page, shoot, { misspelling, unlisted: placeOf(UNLISTED, scratch) });
        await tourNotes(page, shoot, basename(REPORT));
      });
    } finally {
      await server.stop();
    }
  });
}

/** Where the sample's first wrong spelling stands, as its own command line says it. */
async function firstMisspelling(folder) {
  const { output } = await runQuietly(process.execPath, [COMMAND_LINE, 'check', REPORT, '--format', 'json'], {
    cwd: folder,
  });
  const [finding] = JSON.parse(output).files[0].findings.filter(({ rule }) => rule === 'name/spelling');
  return finding.range.start;
}

/** Where a name stands in the sample’s running text. */
function placeOf(name, folder) {
  const lines = readFileSync(join(folder, REPORT), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(name));
  if (line < 0)
    throw new Unavailable(`${name} does not stand in ${REPORT}: name another one for its picture.`);
  return { line, character: lines[line].indexOf(name) };
}

async function tour(page, shoot, { misspelling, unlisted }) {
  await page.locator('.squiggly-warning').first().waitFor();
  await shoot('underlines');

  await goTo(page, misspelling);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible .hover-contents').first().waitFor();
  await page.waitForTimeout(500);
  await shoot('hover');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').first().waitFor();
  await page.waitForTimeout(500);
  await shoot('fixes');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+.');
  await page.waitForTimeout(1000);
  await shoot('fix-made');

  await complete(page, misspelling, ' Novk');
  await shoot('completion-name');
  await leaveCompletion(page);

  await complete(page, misspelling, '[^nations monitoring');
  await shoot('completion-citation');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await shoot('citation-made');
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(1000);
  await shoot('citation-note');

  await goTo(page, unlisted);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page
    .locator('.monaco-hover:visible .hover-contents', { hasText: 'in no glossary' })
    .first()
    .waitFor();
  await page.waitForTimeout(500);
  await shoot('unlisted');
  await page.locator('.monaco-hover:visible a', { hasText: 'Add to the glossary' }).first().click();
  await page.locator('.quick-input-list:visible .monaco-list-row').first().waitFor();
  await page.waitForTimeout(500);
  await shoot('adding');
  await page.keyboard.press('Enter');
}

/** Puts the cursor into the word that starts at a place. */
async function goTo(page, { line, character }) {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.keyboard.type(`${line + 1}:${character + 2}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

/** Types at the end of a line, and waits for the suggestions with their documentation. */
async function complete(page, place, text) {
  await goTo(page, place);
  // Once to the end of what is shown in one line, and once to the end of the line.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.type(text, { delay: 60 });
  await page.locator('.suggest-widget.visible').waitFor();
  if (!(await page.locator('.suggest-details').isVisible())) await page.keyboard.press('Control+Space');
  await page.waitForTimeout(700);
}

async function leaveCompletion(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
}
