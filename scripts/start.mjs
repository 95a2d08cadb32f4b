/** `npm start`: builds, prints what the check finds in the sample report, and opens the sample desk in VS Code. */

import { join } from 'node:path';
import { bundle, compile } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import {
  ensureNpmVscode,
  remoteUri,
  startNpmVscode,
  stopWhenInterrupted,
  workbenchAddress,
} from './lib/npmVscode.mjs';
import { CACHE, COMMAND_LINE, ROOT } from './lib/paths.mjs';
import { find } from './lib/programs.mjs';
import { run } from './lib/run.mjs';
import { announce, main, Unavailable, withProgress } from './lib/steps.mjs';

const DESK = 'examples';
const REPORT = 'examples/reports/2022-annual.md';

await main(async () => {
  await ensureDependencies();
  await withProgress('Building', build);
  await checkSampleReport();
  const code = usableDesktopVscode();
  return code ? openOnDesktop(code) : serveToBrowser();
});

async function build() {
  if (!(await compile())) throw new Unavailable('The sources do not compile: see the errors above.');
  await bundle();
}

/** Findings are what the sample is there to show, so that the command's exit code 1 is no failure here. */
async function checkSampleReport() {
  announce(`nomenclator check ${REPORT}\n`);
  const code = await run(process.execPath, [COMMAND_LINE, 'check', REPORT]);
  if (code > 1) throw new Unavailable('The check could not run: see the message above.');
}

/** Desktop VS Code; it refuses to start for root, so that the browser's is used there. */
function usableDesktopVscode() {
  const code = find('code');
  if (code && process.getuid?.() === 0) {
    announce('Desktop VS Code does not start for root; the VS Code that npm carries is used in its place.');
    return undefined;
  }
  return code;
}

async function openOnDesktop(code) {
  announce(`Opening the sample desk in VS Code (${code})`);
  const exitCode = await run(code, [`--extensionDevelopmentPath=${ROOT}`, DESK, '-g', REPORT], {
    shell: process.platform === 'win32',
  });
  if (exitCode !== 0)
    throw new Unavailable(`VS Code ended with exit code ${exitCode}: see its message above.`);
  return 0;
}

/** Serves VS Code to a browser of this machine until Ctrl+C. */
async function serveToBrowser() {
  if (process.platform === 'win32') {
    throw new Unavailable(
      'To see the editor, install VS Code, so that “code” is on the PATH, and run “npm start” again.',
    );
  }
  await ensureNpmVscode();
  const server = await withProgress('Starting VS Code', () =>
    startNpmVscode({ dataFolder: join(CACHE, 'vscode-start') }),
  );
  stopWhenInterrupted(server, 0);
  const address = workbenchAddress(server, join(ROOT, DESK), [
    ['extensionDevelopmentPath', remoteUri(server, ROOT)],
    ['openFile', remoteUri(server, join(ROOT, REPORT))],
    ['skipWelcome', 'true'],
  ]);
  console.log(
    `\nThe sample desk is open in VS Code at this address, for this machine only:\n\n  ${address}\n`,
  );
  console.log('Press Ctrl+C to stop it.');
  await server.ended;
  console.log('VS Code has stopped.');
  return 0;
}
