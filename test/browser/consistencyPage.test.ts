/** Tests the page of the Name Consistency Report in Chromium: that everybody can read it, by eye, by ear and by keyboard. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { consistencyPage } from '../../server/src/features/consistency/consistencyPage';
import type { ConsistencyReport } from '../../server/src/features/consistency/consistencyReport';
import { HOSTILE, longReport, sampleReport } from './madeReport';

const EMPTY_PAGE = join(__dirname, '..', '..', '..', 'dist', 'consistency.html');
const CHROMIUM = process.env.NOMENCLATOR_CHROMIUM ?? '/usr/bin/chromium';
const ABOUT = { desk: 'Border desk', made: '2023-03-01' };
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 380, height: 800 };
const TABS = ['names', 'ambiguous', 'candidates', 'unmentioned', 'reports'];

/** What VS Code gives to its pages, as far as this page uses it; what the page says is kept. */
const VSCODE = `
  globalThis.said = [];
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => globalThis.said.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
`;

describe('The page of the Name Consistency Report', function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;
  let page: Page;
  let complaints: string[];

  before(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    folder = mkdtempSync(join(tmpdir(), 'nom-'));
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints, [], 'The browser complained.');
  });

  interface Opening {
    readonly report?: ConsistencyReport;
    readonly scheme?: 'light' | 'dark';
    readonly viewport?: { readonly width: number; readonly height: number };
    readonly inVsCode?: boolean;
  }

  async function open(opening: Opening = {}): Promise<void> {
    const { report = sampleReport(), scheme = 'light', viewport = WIDE, inVsCode = false } = opening;
    const file = join(folder, 'report.html');
    writeFileSync(file, inVsCode ? emptyPage() : consistencyPage(emptyPage(), report, ABOUT));
    page = await browser.newPage({ colorScheme: scheme, viewport });
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(`It asked for ${request.url()}.`);
    });
    if (inVsCode) await page.addInitScript(VSCODE);
    await page.goto(pathToFileURL(file).href);
    if (inVsCode) await show(report);
    await page.locator('[role=tab]').first().waitFor();
  }

  /** Hands a report to the page as VS Code does. */
  const show = (report: ConsistencyReport) =>
    page.evaluate((contents) => window.postMessage(contents, '*'), { report, ...ABOUT });

  const said = () => page.evaluate(() => (globalThis as unknown as { said: unknown[] }).said);

  /** What axe finds wrong on the page as it now is. */
  async function violations(): Promise<string[]> {
    // It is put there by the debugger: the page itself lets no foreign script in.
    await page.evaluate(axe.source);
    const { violations: found, passes } = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    )) as axe.AxeResults;
    assert.ok(passes.length > 20, 'axe has looked at next to nothing');
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
  }

  const names = () => page.locator('tbody .disclosure').allTextContents();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  for (const scheme of ['light', 'dark'] as const) {
    for (const viewport of [WIDE, NARROW]) {
      it(`has nothing that axe complains of, ${scheme}, ${viewport.width} pixels wide`, async () => {
        await open({ scheme, viewport });
        for (const tab of TABS) {
          await page.locator(`#tab-${tab}`).click();
          assert.deepEqual(await violations(), [], tab);
          const doors = page.locator('tbody .disclosure');
          for (let i = 0; i < Math.min(await doors.count(), 2); i++) await doors.nth(i).click();
          assert.deepEqual(await violations(), [], `${tab}, with open rows`);
        }
      });
    }

    it(`is not wider than a narrow screen, ${scheme}`, async () => {
      await open({ scheme, viewport: NARROW });
      for (const tab of TABS) {
        await page.locator(`#tab-${tab}`).click();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= NARROW.width, `${tab} is ${width} pixels wide`);
      }
    });
  }

  it('takes a name for text, whatever it holds', async () => {
    await open();
    assert.equal(await page.title(), 'Name consistency · Border desk');
    const told = await names();
    for (const name of HOSTILE) assert.ok(told.includes(name), name);
    assert.equal(await page.locator('img').count(), 0);
  });

  it('tells in words what stands where', async () => {
    await open();
    assert.match(
      (await page.locator('header').textContent()) ?? '',
      /182 mentions of 7 names in 4 reports, 13 places are not in the house form\./,
    );
    const [first] = await page.locator('tbody tr.row').allInnerTexts();
    assert.match(first ?? '', /^Jabha Shimaliya\s*JSH · group[\s\S]*93\s+7\s+2\s+4\s+annual\/2021\.md:12$/);
  });

  it('underlines a form only where all of its places are off, and else how many are', async () => {
    await open();
    const row = page.locator('tbody tr.row').first();
    const underlined = async () =>
      (await row.locator('.written .off').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
    assert.deepEqual(await underlined(), ['5 off', 'Jabha Schimalija']);
    assert.match((await row.locator('.written').innerText()) ?? '', /Jabhat al-Shimaliyya\s6\s\(5\soff\)/);
    await row.locator('.disclosure').click();
    const details = page.locator('tr.details, .details').first();
    assert.match((await details.textContent()) ?? '', /spelling · 6 places, 5 of them not in the house form/);
    assert.deepEqual(await details.locator('strong.off').allTextContents(), ['Jabha Schimalija']);
  });

  it('is read and searched without a mouse', async () => {
    await open();
    await page.keyboard.press('Tab');
    assert.match(await focused(), /^Names/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('[role=tab][aria-selected=true]').getAttribute('id'), 'tab-candidates');
    await page.keyboard.press('Home');
    assert.equal(await page.locator('[role=tab][aria-selected=true]').getAttribute('id'), 'tab-names');

    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'query');
    await page.keyboard.type('toktaliev');
    assert.deepEqual(await names(), ['Nazar Toktaliev']);
    assert.equal(await page.getByRole('status').textContent(), '1 of 7 shown');
    await page.keyboard.press('Escape');
    assert.equal((await names()).length, 7);

    // Past the choices, and the headings, into the table.
    for (let i = 0; i < 20 && !(await isInBody()); i++) await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Jabha Shimaliya');
    await page.keyboard.press('Enter');
    const door = page.locator('tbody .disclosure').first();
    assert.equal(await door.getAttribute('aria-expanded'), 'true');
    const details = page.locator(`#${await door.getAttribute('aria-controls')}`);
    assert.match(
      (await details.textContent()) ?? '',
      /probably an unlisted spelling \(sch for sh, j for y\)/,
    );
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 'Nazar Toktaliev');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    assert.equal(await details.count(), 0);
  });

  const isInBody = () => page.evaluate(() => document.activeElement?.closest('tbody') !== null);

  it('shows where the focus is', async () => {
    await open();
    const seen = new Set<string>();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      assert.notEqual(outline, 'none', await focused());
      seen.add(await page.evaluate(() => document.activeElement!.tagName));
    }
    assert.deepEqual([...seen].sort(), ['BUTTON', 'INPUT', 'SELECT']);
  });

  it('is sorted by its headings, and says how', async () => {
    await open();
    const sortOf = (title: string) =>
      page.getByRole('columnheader', { name: title }).getAttribute('aria-sort');
    assert.equal(await sortOf('Not house form'), 'descending');
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    assert.equal(await sortOf('Not house form'), null);
    assert.equal(await sortOf('Name'), 'ascending');
    const ascending = await names();
    await page.keyboard.press('Enter');
    assert.equal(await sortOf('Name'), 'descending');
    assert.deepEqual(await names(), ascending.reverse());
  });

  it('leaves out what is not asked for', async () => {
    await open();
    await page.getByLabel('Only what is not in the house form').check();
    assert.deepEqual(await names(), ['Jabha Shimaliya', 'Nazar Toktaliev', 'Zamira Orozova']);
    await page.getByLabel('Type', { exact: true }).selectOption('person');
    assert.deepEqual(await names(), ['Nazar Toktaliev', 'Zamira Orozova']);
    await page.getByLabel('Report', { exact: true }).selectOption('annual/2021.md');
    assert.deepEqual(await names(), ['Nazar Toktaliev']);
    assert.match(await page.locator('tbody tr.row').innerText(), /2\s+2\s+0\s+1\s+annual\/2021\.md:12$/);
    await page.getByLabel('Find').fill('border');
    assert.match(await page.locator('.nothing').innerText(), /^Nothing is left/);
  });

  it('leads from a report to its names', async () => {
    await open();
    await page.locator('#tab-reports').click();
    assert.match(
      await page.locator('main').innerText(),
      /1 report could not be read\s+annual\/2019\.md It is not/,
    );
    await page.getByRole('button', { name: 'briefs/2023-02-valley.md: show its names' }).click();
    assert.equal(await page.getByLabel('Report', { exact: true }).inputValue(), 'briefs/2023-02-valley.md');
    assert.equal(await page.getByRole('status').textContent(), '4 of 7 shown');
    assert.match(await focused(), /^Names/);
  });

  it('shows the places of each number in a file', async () => {
    await open();
    const number = page.getByRole('button', { name: /^7 places of Jabha Shimaliya/ });
    await number.click();
    assert.equal(await number.getAttribute('aria-expanded'), 'true');
    assert.match(
      await page.locator('tr.details').innerText(),
      /^Where it is not in the house form[\s\S]*annual\/2022\.md\s+×3\s+lines 13, 20, 27\s/,
    );
    await number.click();
    assert.equal(await page.locator('tr.details').count(), 0);
  });

  it('stays quick with ten thousand names', async () => {
    await open({ report: longReport(10_000) });
    assert.equal(await page.getByRole('status').textContent(), '10,000 shown');
    assert.ok((await page.locator('tbody tr').count()) <= 300);
    await page.getByLabel('Find').fill('009999');
    assert.deepEqual(await names(), ['Name 009999']);
    await page.getByLabel('Find').fill('');
    await page.getByRole('button', { name: /^Show more of 9,\d+ further rows$/ }).scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length >= 200);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('tbody tr').count(), 10_000);
  });

  describe('in VS Code', () => {
    it('opens places and entries in the editor', async () => {
      await open({ inVsCode: true });
      await page.getByRole('button', { name: /^7 places of Jabha Shimaliya/ }).click();
      await page.getByRole('button', { name: 'Nazar Toktaliev', exact: true }).click();
      await page.getByRole('button', { name: 'Line 14 of briefs/2023-01-border.md' }).first().click();
      await page.getByRole('button', { name: 'Open in the glossary' }).click();
      await page.locator('#tab-candidates').click();
      await page.getByRole('button', { name: 'Adham Sherov', exact: true }).click();
      await page.getByRole('button', { name: 'Add to the glossary…' }).click();
      await page.getByRole('button', { name: 'Refresh' }).click();
      await page.getByRole('button', { name: 'Save as a File…' }).click();
      const messages = (await said()) as { kind: string; places?: unknown[] }[];
      assert.deepEqual(
        messages.map(({ kind }) => kind),
        ['ready', 'open', 'open', 'openEntry', 'addToGlossary', 'refresh', 'save'],
      );
      assert.equal(messages[1]?.places?.length, 7);
      assert.deepEqual(messages[1]?.places?.[0], {
        path: 'annual/2022.md',
        line: 12,
        character: 0,
        text: 'Jabhat al-Shimaliyya',
      });
    });

    it('keeps what was chosen when the page is made anew', async () => {
      await open({ inVsCode: true });
      await page.getByLabel('Find').fill('orozova');
      await page.reload();
      await show(sampleReport());
      assert.equal(await page.getByLabel('Find').inputValue(), 'orozova');
      assert.deepEqual(await names(), ['Zamira Orozova']);
    });

    it('shows a newer report in the place of the one before', async () => {
      await open({ inVsCode: true });
      await page.getByLabel('Report', { exact: true }).selectOption('annual/2021.md');
      await page.getByRole('button', { name: 'Refresh' }).focus();
      await show(longReport(3, 1));
      await page.waitForFunction(() => document.querySelectorAll('tbody tr.row').length === 3);
      assert.equal(await page.getByRole('status').textContent(), '3 shown');
      assert.equal(await focused(), 'Refresh');
    });
  });
});

const emptyPage = (): string => readFileSync(EMPTY_PAGE, 'utf8');
