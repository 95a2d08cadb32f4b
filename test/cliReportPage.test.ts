/** Tests `nomenclator report --format html` as a process: a page that is complete in itself. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ConsistencyReport } from '../server/src/features/consistency/consistencyReport';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const PROJECT = join(__dirname, '..', '..');
/** From the sources, and as users run it: each finds the page in its own way. */
const PROGRAMS = {
  'from its sources': join(PROJECT, 'out', 'server', 'src', 'cli', 'main.js'),
  bundled: join(PROJECT, 'dist', 'nomenclator.js'),
};

interface Contents {
  readonly report: ConsistencyReport;
  readonly desk: string;
  readonly made: string;
}

describe('nomenclator report --format html', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;

  before(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\nreports: [reports/*.md]\n',
      'glossary/people.yaml':
        'version: 1\npeople:\n  x: { name: "Abu </script> Saloh", spellings: [Abu Salah] }\n',
      'reports/one.md': 'Abu Salah was seen. Abu Salah left.\n',
    });
  });
  after(() => desk.remove());

  for (const [how, program] of Object.entries(PROGRAMS)) {
    it(`prints the page with the report in it, ${how}`, () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [program, 'report', '--no-cache', '--format', 'html'],
        { cwd: desk.root, encoding: 'utf8' },
      );
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.match(stdout, /^<!doctype html>/);
      const held = /<script type="application\/json" id="report">(.*?)<\/script>/s.exec(stdout)?.[1];
      const { report, desk: name, made } = JSON.parse(held ?? '') as Contents;
      assert.deepEqual(
        report.entities.map((entity) => [entity.name, entity.count, entity.off]),
        [['Abu </script> Saloh', 2, 2]],
      );
      assert.ok(desk.root.endsWith(`/${name}`), name);
      assert.match(made, /^\d{4}-\d\d-\d\d$/);
    });
  }

  it('loads nothing, and runs nothing but its own script', () => {
    const { stdout } = spawnSync(process.execPath, [PROGRAMS.bundled, 'report', '--format', 'html'], {
      cwd: desk.root,
      encoding: 'utf8',
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(stdout)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; base-uri 'none'; form-action 'none'; /);
    assert.doesNotMatch(policy, /unsafe|http|\*/);
    assert.doesNotMatch(stdout, /\b(?:src|href)=|@import|url\(|https?:/);
  });
});
