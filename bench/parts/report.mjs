/** The Name Consistency Report of a desk with very many reports, as the command line makes it. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_LINE } from '../../scripts/lib/paths.mjs';
import { makeReportDesk } from '../lib/reportDesk.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { megabytes, ms, printTable } from '../lib/table.mjs';

const LENGTH = 50_000;

/** Prints what a process has used when it ends: its time on all processors, and the most memory that it had. */
const WATCH = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(JSON.stringify({ busy: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 }));
});
`;

export function benchReport({ quick }) {
  const rows = (quick ? [100] : [100, 1000, 10_000]).map((count) => {
    const { glossary, reports } = makeReportDesk(count, count > 1000 ? LENGTH / 10 : LENGTH);
    const desk = scratchDesk({ 'glossary/names.yaml': glossary, 'nomenclator.yaml': 'version: 1\n' });
    try {
      const watch = join(desk.root, 'watch.cjs');
      writeFileSync(watch, WATCH);
      desk.write(reports());
      const began = performance.now();
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--require', watch, COMMAND_LINE, 'report', '--no-cache', '--format', 'json'],
        { cwd: desk.root, encoding: 'utf8', maxBuffer: 1 << 30 },
      );
      const took = performance.now() - began;
      if (status !== 0) throw new Error(stderr);
      const { reports: found, candidates } = JSON.parse(stdout);
      if (found.length !== count) throw new Error(`${found.length} of ${count} reports were surveyed.`);
      const { busy, memory } = JSON.parse(stderr.slice(stderr.lastIndexOf('{')));
      return [
        `${count.toLocaleString('en')} reports of ${count > 1000 ? LENGTH / 10_000 : LENGTH / 1000} KB`,
        ...[ms(took), ms(busy), ms(busy / count), megabytes(memory)],
        ...[candidates.length, megabytes(stdout.length)],
      ];
    } finally {
      desk.remove();
    }
  });
  printTable(
    'The Name Consistency Report, by as many threads as there are processors',
    ['', 'time', 'of all processors', 'a report', 'memory', 'candidates', 'JSON'],
    rows,
  );
}
