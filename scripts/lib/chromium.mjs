/** Opens pages in Debian's Chromium, driven by Playwright, without a display and without Chromium's own traffic. */

import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a browser, hands a fresh page to `work`, and closes the browser whatever happens. */
export async function withPage(executablePath, options, work) {
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    return await work(await browser.newPage(options));
  } finally {
    await browser.close();
  }
}
