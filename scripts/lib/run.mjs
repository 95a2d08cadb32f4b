/** Runs another program: with its output shown, or kept and shown only when it fails. */

import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/** What a program did: its exit code (127 when it could not be started) and what it printed, where that was kept. */
function start(command, args, { stdio, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio, ...options });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program in the terminal's sight and gives its exit code. */
export async function run(command, args, options = {}) {
  const { code } = await start(command, args, { stdio: 'inherit', ...options });
  return code;
}

/** Runs a program silently and gives `{code, output}`; standard output and error are kept together. */
export function runQuietly(command, args, options = {}) {
  return start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** The npm that belongs to this Node; `npm.cmd` on Windows can only be started through a shell. */
export const NPM = { command: 'npm', options: { shell: process.platform === 'win32' } };
