/** The entry that VS Code calls to run the suite inside its extension host. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MochaOptions } from 'mocha';

/** A file that is to hold Mocha's counts afterwards, named by whoever started VS Code. */
const COUNTS_FILE = process.env.NOMENCLATOR_TEST_COUNTS;

/** VS Code answers when it can: these bounds only keep a hanging test from hanging the run. */
const OPTIONS: MochaOptions = { ui: 'bdd', timeout: 60_000, slow: 5_000, color: false };

/** Runs every file of the suite; rejects when a test fails, which is how VS Code learns of it. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha(OPTIONS);
  const suite = join(__dirname, 'suite');
  for (const name of readdirSync(suite).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(suite, name));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (COUNTS_FILE) writeFileSync(COUNTS_FILE, JSON.stringify(runner.stats));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
