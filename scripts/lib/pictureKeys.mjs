/** What the pictures of VS Code have in common: commands by their titles, and lines of lists that are waited for. */

/** Lists in pictures are short. */
const MOST_LINES = 60;

/** Runs a command by its title. */
export async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible').waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list:visible .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Waits until a list or tree shows a line with a text. */
export const waitForRow = (page, text) =>
  page.locator('.monaco-list-row', { hasText: text }).first().waitFor();

/** In milliseconds: a list that draws more slowly than keys come is passed through again, more slowly. */
const WAITS = [50, 200, 600];

/** Moves down the list that has the keys until a line with a text has the focus. */
export async function moveDownTo(page, text) {
  // A view may have its lines before it has the keys.
  await page.locator('.monaco-list:focus').waitFor();
  const focused = page.locator('.monaco-list:focus .monaco-list-row.focused', { hasText: text });
  for (const wait of WAITS) {
    for (let line = 0; line < MOST_LINES && (await focused.count()) === 0; line++) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(wait);
    }
    if ((await focused.count()) > 0) break;
    await page.keyboard.press('Home');
  }
  await focused.waitFor();
}
