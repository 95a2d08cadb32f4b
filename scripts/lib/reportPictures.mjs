/** Takes pictures of the Name Consistency Report in VS Code, works with it, and has axe look at it in the theme that is on. */

import axe from 'axe-core';
import { command } from './pictureKeys.mjs';
import { Unavailable } from './steps.mjs';

const TABS = ['names', 'candidates', 'unmentioned', 'reports'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `shoot` takes a picture under a name; the page shows VS Code with a report. Its text is left as it is. */
export async function tourReport(page, shoot) {
  await command(page, 'Nomenclator: Name Consistency Report');
  const view = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await view.locator('tr.row').first().waitFor();
  for (const tab of TABS) {
    await view.locator(`#tab-${tab}`).click();
    const doors = view.locator('.disclosure');
    if ((await doors.count()) > 0) await doors.first().click();
    await page.waitForTimeout(300);
    await shoot(`report-${tab}`);
    await mustBeAccessible(view, tab);
  }

  await view.locator('#tab-names').click();
  await view.locator('.count.off').first().click();
  await page.locator('.peekview-widget').waitFor();
  await page.waitForTimeout(1000);
  await shoot('report-places');
  await page.keyboard.press('Escape');
  await view.getByRole('button', { name: 'Open in the glossary' }).click();
  for (const tab of ['.yaml', 'Name Consistency'])
    await page.locator('.tab', { hasText: tab }).click({ button: 'middle' });
  await page.locator('.tab', { hasText: 'Name Consistency' }).waitFor({ state: 'detached' });
}

/** Throws where axe finds anything wrong. */
async function mustBeAccessible(view, tab) {
  const element = await view.locator('html').elementHandle();
  const frame = await element.ownerFrame();
  // It comes by the debugger: the page itself lets no foreign script in.
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async (runOnly) => {
    const found = await globalThis.axe.run(document, { runOnly });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }, RULES);
  if (violations.length > 0)
    throw new Unavailable(`In the tab “${tab}” of the report axe found:\n${violations.join('\n')}`);
}
