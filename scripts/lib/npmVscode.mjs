/** The VS Code that npm carries (the server and the workbench in `code-server`): installed into the cache, and started. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';
import { NPM, runQuietly } from './run.mjs';
import { Unavailable, withProgress } from './steps.mjs';

const VERSION = '4.139.1';

/** The Node that this VS Code is built for. */
const NODE_VERSION = '24';

const HOME = join(CACHE, `vscode-${VERSION}`);
const VSCODE = join(HOME, 'node_modules', 'code-server', 'lib', 'vscode');
const SERVER = join(VSCODE, 'out', 'server-main.js');

/** Written last, so that an installation that was broken off is noticed. */
const COMPLETE = join(HOME, 'complete');

const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const NODE = join(
  HOME,
  'node_modules',
  nodePackage,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Installs this VS Code and its Node into the cache, unless they are there; throws `Unavailable` when it can't. */
export async function ensureNpmVscode() {
  if (existsSync(COMPLETE)) return;
  await withProgress('Installing the VS Code that npm carries (about 200 MB, once)', async () => {
    rmSync(HOME, { recursive: true, force: true });
    mkdirSync(HOME, { recursive: true });
    writeFileSync(join(HOME, 'package.json'), '{ "private": true }\n');
    await npm(HOME, `${nodePackage}@${NODE_VERSION}`, `code-server@${VERSION}`);
    // The workbench's own packages. Its native ones (logging, terminals) stay unbuilt: nothing here needs them.
    await npm(VSCODE, '--omit=dev');
    writeFileSync(COMPLETE, '');
  });
}

async function npm(folder, ...args) {
  const { code, output } = await runQuietly(
    NPM.command,
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args],
    { ...NPM.options, cwd: folder },
  );
  if (code !== 0) {
    throw new Unavailable(
      `VS Code could not be installed from npm: check that npm can reach its registry.\n${output}`,
    );
  }
}

/** Every question that a first start would ask is answered beforehand, and everything that would use a network is off. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  // In a browser VS Code would save the sample by itself while it is tried out.
  'files.autoSave': 'off',
};

/** This VS Code asks a marketplace on the internet about every extension, unless it is told of none. */
const NO_MARKETPLACE = { EXTENSIONS_GALLERY: '{}' };

/** Arguments that every use of the server shares. */
const serverArguments = (dataFolder) => [
  SERVER,
  '--server-data-dir',
  dataFolder,
  '--accept-server-license-terms',
  '--disable-telemetry',
];

/** Installs a packaged extension for the server that will be started on the same data folder. */
export async function installExtension(vsix, dataFolder) {
  const { code, output } = await runQuietly(NODE, [
    ...serverArguments(dataFolder),
    '--install-extension',
    vsix,
  ]);
  if (code !== 0) throw new Unavailable(`${vsix} could not be installed into VS Code:\n${output}`);
}

/**
 * Starts the server on 127.0.0.1, on a free port, and gives `{address, stop, ended}`: its address with a secret that only
 * the reader of the address knows, a function that ends it with all it started, and a promise of its end.
 * `settings` are added to the user's settings; `env` to the environment that extensions see.
 */
export async function startNpmVscode({ dataFolder, settings = {}, env = {} }) {
  const user = join(dataFolder, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2));
  const token = crypto.randomUUID();
  const child = spawn(
    NODE,
    [
      ...serverArguments(dataFolder),
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--connection-token',
      token,
      '--disable-workspace-trust',
      // Without it a built VS Code refuses to load an extension from its sources.
      '--enable-smoke-test-driver',
    ],
    // A process group of its own, so that the extension hosts end with it.
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, ...NO_MARKETPLACE, ...env },
    },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = () => stopGroup(child, ended);
  // A script that breaks down must not leave VS Code behind.
  process.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
  try {
    const port = await listeningPort(child);
    return { address: `http://127.0.0.1:${port}/`, authority: `127.0.0.1:${port}`, token, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends VS Code, and then this script with the given exit code, when the script is interrupted (Ctrl+C) or terminated. */
export function stopWhenInterrupted({ stop }, exitCode) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await stop();
      process.exit(exitCode);
    });
  }
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text) => {
      output += text;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', (error) => reject(new Unavailable(`VS Code could not be started: ${error.message}`)));
    child.on('close', () => reject(new Unavailable(`VS Code ended before it listened:\n${output}`)));
  });
}

async function stopGroup(child, ended) {
  if (child.exitCode !== null || child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const patience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 3000);
  await ended;
  clearTimeout(patience);
  // Extension hosts that outlived their parent.
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/**
 * The address of the workbench with a folder opened. `payload` holds VS Code's own start-up entries, each a name and a
 * value; paths among them are to be made with `remoteUri`.
 */
export function workbenchAddress({ address, token }, folder, payload) {
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `${address}?${query}`;
}

/** A path of this machine as the workbench in the browser names it. */
export const remoteUri = ({ authority }, path) => `vscode-remote://${authority}${path}`;
