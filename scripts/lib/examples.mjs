/** Checks our own examples with our own command line, and compares what it finds with what it found before. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMAND_LINE, ROOT } from './paths.mjs';
import { runQuietly } from './run.mjs';

const GOLDEN = join(ROOT, 'test', 'golden', 'examples.golden.json');

/** Whether the findings are those of the golden file; differences are printed. `UPDATE=1` writes the file anew. */
export async function checkExamples() {
  const { code, output } = await runQuietly(process.execPath, [
    COMMAND_LINE,
    'check',
    'examples',
    '--format',
    'json',
  ]);
  if (code > 1) {
    console.error(`nomenclator check examples could not run:\n${output}`);
    return false;
  }
  const found = readable(JSON.parse(output));
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(GOLDEN), { recursive: true });
    writeFileSync(GOLDEN, `${JSON.stringify(found, undefined, 2)}\n`);
    console.log(`Written: ${GOLDEN}`);
    return true;
  }
  return isSame(existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, 'utf8')) : {}, found);
}

/** A line for each finding, so that a change is read in a comparison as easily as in a terminal. */
function readable({ files, problems }) {
  const lines = Object.fromEntries(files.map(({ path, findings }) => [unixPath(path), findings.map(lineOf)]));
  return { ...lines, problems: problems.map((problem) => `${unixPath(problem.path)}:${lineOf(problem)}`) };
}

const unixPath = (path) => path.replaceAll('\\', '/');

/** Lines and characters count from 1 here, as in editors. */
function lineOf({ rule, severity, message, range, fixes = [] }) {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  return `${place} ${severity} ${rule}: ${message}${fixes.map(({ title }) => ` [${title}]`).join('')}`;
}

function isSame(golden, found) {
  const paths = [...new Set([...Object.keys(golden), ...Object.keys(found)])];
  const differences = paths.flatMap((path) => {
    const [before, now] = [golden[path] ?? [], found[path] ?? []];
    return [
      ...before.filter((line) => !now.includes(line)).map((line) => `  gone: ${path}:${line}`),
      ...now.filter((line) => !before.includes(line)).map((line) => `  new:  ${path}:${line}`),
    ];
  });
  if (differences.length === 0) return JSON.stringify(golden) === JSON.stringify(found) || wrongOrder();
  console.error(`The findings in the examples have changed:\n${differences.join('\n')}`);
  console.error('If that is meant, “UPDATE=1 npm run check” accepts it.');
  return false;
}

function wrongOrder() {
  console.error(
    'The findings in the examples are the same, but in another order. “UPDATE=1 npm run check” accepts it.',
  );
  return false;
}
