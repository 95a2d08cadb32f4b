/** Runs the VS Code suite in a real VS Code: a desktop one, or the one that npm carries in Chromium. */

import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureNpmVscode,
  installExtension,
  remoteUri,
  startNpmVscode,
  stopWhenInterrupted,
  workbenchAddress,
} from './npmVscode.mjs';
import { OUT, ROOT } from './paths.mjs';
import { findChromium } from './programs.mjs';
import { withScratch } from './scratch.mjs';
import { fromMocha } from './tally.mjs';

const DESK = join(ROOT, 'test', 'vscode', 'desk');
const SUITE = join(OUT, 'test', 'vscode', 'index.js');

/** An extension that does nothing, for runs in which ours is installed and not under development. */
const HOST = join(ROOT, 'test', 'vscode', 'host');

/** The whole suite takes well under a minute; after this a VS Code that hangs is given up. */
const PATIENCE_MS = 5 * 60 * 1000;

/**
 * Which VS Code the suite can run in here: `{kind: 'npm', chromium}`, `{kind: 'desktop'}` or `{reason}` why none.
 * `NOMENCLATOR_VSCODE=desktop` asks for the desktop one, which is downloaded when it is not there.
 */
export async function findVscode() {
  if (process.env.NOMENCLATOR_VSCODE === 'desktop' || process.platform !== 'linux')
    return { kind: 'desktop' };
  const { path, reason } = await findChromium();
  return path ? { kind: 'npm', chromium: path } : { reason };
}

/** Runs the suite on a copy of the test desk, with our extension from its sources or from `vsix`, and gives the tally. */
export function runVscodeSuite(vscode, { vsix } = {}) {
  return withScratch(async (scratch) => {
    const desk = join(scratch, 'desk');
    cpSync(DESK, desk, { recursive: true });
    const results = join(scratch, 'results');
    mkdirSync(results);
    const log = [];
    const runs = { npm: runInChromium, desktop: runOnDesktop };
    await runs[vscode.kind]({
      vscode,
      vsix,
      scratch,
      desk,
      extension: vsix ? HOST : ROOT,
      log,
      env: { NOMENCLATOR_TEST_RESULTS: results, NOMENCLATOR_TEST_FROM: vsix ? 'package' : 'sources' },
    });
    return resultsIn(results, log);
  });
}

/** Prints what the suite reported, and gives its tally; what VS Code logged is shown only when there was no end to it. */
function resultsIn(folder, log) {
  const [report, counts] = ['report.txt', 'counts.json'].map((name) => join(folder, name));
  if (existsSync(report)) console.log(readFileSync(report, 'utf8'));
  if (existsSync(counts)) return fromMocha(JSON.parse(readFileSync(counts, 'utf8')));
  console.error(`The suite did not come to its end. VS Code’s last words:\n${log.slice(-30).join('\n')}`);
  return fromMocha(undefined);
}

async function runInChromium({ vscode, vsix, scratch, desk, extension, env, log }) {
  await ensureNpmVscode();
  const dataFolder = join(scratch, 'data');
  if (vsix) await installExtension(vsix, dataFolder);
  const server = await startNpmVscode({ dataFolder, env });
  stopWhenInterrupted(server, 130);
  try {
    const address = workbenchAddress(server, desk, [
      ['extensionDevelopmentPath', remoteUri(server, extension)],
      ['extensionTestsPath', remoteUri(server, SUITE)],
      ['skipWelcome', 'true'],
    ]);
    const { withPage } = await import('./chromium.mjs');
    await withPage(vscode.chromium, { viewport: { width: 1280, height: 900 } }, (page) =>
      untilExit(page, address, log),
    );
  } finally {
    await server.stop();
  }
}

/** Opens the address and waits until VS Code says that the tests have ended. */
async function untilExit(page, address, log) {
  let patience;
  try {
    await new Promise((resolve, reject) => {
      patience = setTimeout(() => reject(new Error('VS Code did not end its tests.')), PATIENCE_MS);
      page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
      // The two functions that VS Code calls when it tests an extension in a browser.
      const functions = [
        page.exposeFunction('codeAutomationLog', (_type, args) => log.push(args.join(' '))),
        page.exposeFunction('codeAutomationExit', resolve),
      ];
      Promise.all(functions)
        .then(() => page.goto(address))
        .catch(reject);
    });
  } catch (error) {
    log.push(error.message);
  } finally {
    clearTimeout(patience);
  }
}

async function runOnDesktop({ vsix, scratch, desk, extension, env, log }) {
  const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } = await import(
    '@vscode/test-electron'
  );
  const vscodeExecutablePath = await downloadAndUnzipVSCode({
    cachePath: join(ROOT, '.cache', 'vscode-desktop'),
  });
  const folders = ['--user-data-dir', join(scratch, 'user'), '--extensions-dir', join(scratch, 'extensions')];
  if (vsix) {
    const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
    const { runQuietly } = await import('./run.mjs');
    const { code, output } = await runQuietly(command, [...args, ...folders, '--install-extension', vsix], {
      shell: process.platform === 'win32',
    });
    if (code !== 0) throw new Error(output);
  }
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: SUITE,
      extensionTestsEnv: env,
      launchArgs: [desk, ...folders, '--disable-workspace-trust', '--disable-telemetry', '--skip-welcome'],
    });
  } catch (error) {
    // The counts tell failed tests from a run that never began.
    log.push(String(error));
  }
}
