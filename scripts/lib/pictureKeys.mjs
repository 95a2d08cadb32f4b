/** What the pictures of VS Code have in common: commands by their titles, and lines of lists that are waited for. */

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
