/** The entry that VS Code calls to run the suite inside its extension host. */

import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { MochaOptions } from 'mocha';

/**
 * A folder that is to hold Mocha's report and its counts, named by whoever started VS Code: on the console, the report
 * would drown in VS Code's own log.
 */
const RESULTS = process.env.NOMENCLATOR_TEST_RESULTS;

/** VS Code answers when it can: these bounds only keep a hanging test from hanging the run. */
const OPTIONS: MochaOptions = { ui: 'bdd', timeout: 60_000, slow: 5_000, color: false };

const MOST_FAILURES = 8;

/** Runs every file of the suite; rejects when a test fails, which is how VS Code learns of it. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  if (RESULTS) {
    const report = join(RESULTS, 'report.txt');
    Mocha.reporters.Base.consoleLog = (...args) => appendFileSync(report, `${format(...args)}\n`);
  }
  const mocha = new Mocha(OPTIONS);
  const suite = join(__dirname, 'suite');
  for (const name of readdirSync(suite).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(suite, name));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (RESULTS) writeFileSync(join(RESULTS, 'counts.json'), JSON.stringify(runner.stats));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    // When next to nothing works, each test would wait in vain, one after the other.
    runner.on('fail', () => {
      if (runner.failures >= MOST_FAILURES) runner.abort();
    });
  });
}
