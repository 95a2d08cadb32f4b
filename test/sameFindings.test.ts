/** Tests that the editor and the command line report the same findings for the same bytes. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageClient } from './support/languageClient';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(__dirname, '..', 'server', 'src', 'cli', 'main.js');
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

/** The desk of the project itself, as it lies on the disk, with its sample reports. */
function filesOfDesk(): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (path: string) => {
    files[`/desk/${path.replaceAll('\\', '/')}`] = readFileSync(join(ROOT, path), 'utf8').replace(
      /^\uFEFF/,
      '',
    );
  };
  add('nomenclator.yaml');
  for (const folder of ['glossary', 'examples']) {
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:md|ya?ml|json|bib|ris)$/.test(path)) add(join(folder, path));
  }
  return files;
}

describe('The editor and the command line', function () {
  this.timeout(60_000);
  const files = filesOfDesk();
  const reports = Object.keys(files).filter((path) => path.endsWith('.md'));
  let client: LanguageClient;

  before(async () => {
    client = await LanguageClient.start({ files });
  });
  after(() => client.stop());

  it('have reports to differ over', () => assert.ok(reports.length > 1, reports.join()));

  for (const path of reports) {
    it(`agree on ${path.replace('/desk/', '')}`, async () => {
      const { stdout } = spawnSync(
        process.execPath,
        [MAIN, 'check', '--format', 'json', path.replace('/desk/', '')],
        { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
      );
      const [file] = JSON.parse(stdout).files as { findings: Finding[] }[];
      const printed = (file?.findings ?? []).map(
        ({ rule, severity, message, range: { start, end } }) =>
          `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule}: ${message}`,
      );
      await client.open(path);
      // Guesses may come behind the rest.
      const { diagnostics } = await client.diagnosticsWhen(path, (found) => found.length >= printed.length);
      const shown = diagnostics.map(
        ({ code, severity, message, range: { start, end } }) =>
          `${start.line}:${start.character}-${end.line}:${end.character} ${SEVERITIES[severity ?? 0]} ${code}: ${message}`,
      );
      assert.deepEqual(shown, printed);
    });
  }
});
