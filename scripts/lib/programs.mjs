/** Finds programs of the system, and installs missing ones with apt where that may be done. */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run.mjs';
import { withProgress } from './steps.mjs';

/** The path of the first of these programs that is on the PATH, or undefined. */
export function find(...names) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a program, installed from the Debian package of the given name when it is missing; or `{reason}`, which
 * says why it is not to be had.
 */
export async function findOrInstall(names, debianPackage) {
  const present = find(...names);
  if (present) return { path: present };
  if (!find('apt-get'))
    return { reason: `${names[0]} is not installed, and there is no apt-get to install it with` };
  if (process.getuid?.() !== 0) {
    return {
      reason: `${names[0]} is not installed; as root, “apt-get install ${debianPackage}” installs it`,
    };
  }
  const output = await withProgress(`Installing ${debianPackage} with apt-get`, () =>
    aptInstall(debianPackage),
  );
  const installed = find(...names);
  return installed ? { path: installed } : { reason: `${debianPackage} could not be installed:\n${output}` };
}

/** Runs apt-get without questions and gives what it printed; whether it worked shows in the program being there. */
async function aptInstall(debianPackage) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const update = await runQuietly('apt-get', ['update'], options);
  const install = await runQuietly(
    'apt-get',
    ['install', '-y', '--no-install-recommends', debianPackage],
    options,
  );
  return install.code === 0 ? '' : `${update.output}${install.output}`.split('\n').slice(-15).join('\n');
}

/** Debian's Chromium, or another browser of its kind. */
export const findChromium = () =>
  findOrInstall(['chromium', 'chromium-browser', 'google-chrome'], 'chromium');

export const findNeovim = () => findOrInstall(['nvim'], 'neovim');

/** The Pandoc with which notes were compared; later ones place *Ibid.* by other rules. */
const PANDOC = '2.17';

/** Debian's Pandoc. */
export async function findPandoc() {
  const found = await findOrInstall(['pandoc'], 'pandoc');
  if (!found.path) return found;
  const { output } = await runQuietly(found.path, ['--version']);
  const version = /^pandoc\S* (\S+)/.exec(output)?.[1];
  if (version?.startsWith(`${PANDOC}.`)) return found;
  return { reason: `notes are compared with Pandoc ${PANDOC}, and this is ${version ?? 'another program'}` };
}
