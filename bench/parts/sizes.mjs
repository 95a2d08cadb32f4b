/** How large what users install is, and how soon it answers. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from '../../scripts/lib/paths.mjs';
import { makePackage, PACKAGE_FILE } from '../../scripts/lib/vsix.mjs';
import { median, timedAsync } from '../lib/measure.mjs';
import { startServer } from '../lib/server.mjs';
import { ms, printTable } from '../lib/table.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;

export async function benchSizes({ quick }) {
  const bundles = ['client.js', 'server.js', 'nomenclator.js', 'citeproc.js', 'bibtex.js'];
  printTable(
    'Size of what is installed',
    ['', 'size'],
    [
      ...bundles.map((file) => [`dist/${file}`, kilobytes(statSync(join(DIST, file)).size)]),
      ['the package (.vsix)', kilobytes(await makePackage(PACKAGE_FILE))],
    ],
  );
  await printActivation(quick ? 2 : 5);
}

/** From the start of the server's process, on the project's own sample desk. */
async function printActivation(runs) {
  const report = join(ROOT, 'examples', 'reports', '2022-annual.md');
  const times = { initialized: [], shown: [] };
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const { result: server, took } = await timedAsync(() =>
      startServer([join(DIST, 'server.js'), '--stdio'], ROOT),
    );
    times.initialized.push(took);
    const uri = server.uriOf(report);
    server.open(uri, readFileSync(report, 'utf8'));
    await server.published(uri, 1);
    times.shown.push(performance.now() - began);
    await server.stop();
  }
  printTable(
    'Activation, from the start of the server on our sample desk',
    ['', 'median'],
    [
      ['it has answered “initialize”', ms(median(times.initialized))],
      ['it has shown the findings of a report', ms(median(times.shown))],
    ],
  );
}
