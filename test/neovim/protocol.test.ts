/** Tests the server over standard input and output with a client that is not ours: the one built into Neovim. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..', '..');
const NEOVIM = process.env.NOMENCLATOR_NEOVIM ?? 'nvim';

/** What `drive.lua` saw. */
interface Seen {
  readonly missed?: string;
  readonly messages: readonly string[];
  readonly findings?: readonly { rule?: string; line: number; character: number; message: string }[];
  readonly hover?: { readonly contents: { readonly kind: string; readonly value: string } };
  readonly actions?: readonly string[];
  readonly mended?: string;
  readonly note?: { readonly contents: { readonly value: string } };
  readonly label?: { readonly placeholder: string };
  readonly renamed?: readonly string[];
  readonly asked?: string;
  readonly offered?: { readonly placeholder?: string };
  readonly entity?: readonly string[];
  readonly refused?: string;
  readonly updated?: string;
  readonly undone?: string;
  readonly savesWait?: boolean;
  readonly saved?: string;
  readonly cited?: string;
  readonly citation?: string;
  readonly folds?: readonly { readonly startLine: number; readonly endLine: number }[];
}

describe('Neovim', function () {
  this.timeout(120_000);
  let scratch: string;
  let seen: Seen;

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'nom-'));
    const desk = join(scratch, 'desk');
    cpSync(join(PROJECT, 'test', 'vscode', 'desk'), desk, { recursive: true });
    const result = join(scratch, 'result.json');
    const run = spawnSync(
      NEOVIM,
      ['--headless', '--clean', '-n', '-S', join(PROJECT, 'test', 'neovim', 'drive.lua')],
      {
        encoding: 'utf8',
        timeout: 100_000,
        env: {
          ...process.env,
          NODE: process.execPath,
          COMMAND_LINE: join(PROJECT, 'dist', 'nomenclator.js'),
          DESK: desk,
          REPORT: join(desk, 'reports', 'names.md'),
          RESULT: result,
          XDG_STATE_HOME: scratch,
          XDG_CACHE_HOME: scratch,
        },
      },
    );
    assert.ok(existsSync(result), `Neovim wrote no result.\n${run.error ?? ''}${run.stdout}${run.stderr}`);
    seen = JSON.parse(readFileSync(result, 'utf8'));
    assert.equal(seen.missed, undefined, `Neovim waited in vain for ${seen.missed}.\n${run.stderr}`);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('shows findings', () => {
    const rules = (seen.findings ?? []).map(({ rule }) => rule);
    assert.ok(rules.includes('name/spelling'), JSON.stringify(seen.findings));
    assert.ok(rules.includes('note/undefined'), JSON.stringify(seen.findings));
  });

  it('shows the card of a name', () => {
    assert.match(seen.hover?.contents.value ?? '', /Abu Saloh/);
    assert.match(seen.hover?.contents.value ?? '', /Sirojiddin Mukhtarov/);
  });

  it('mends a name by the preferred fix', () => {
    assert.match(seen.mended ?? `no preferred fix among: ${seen.actions?.join('; ')}`, /^Abu Saloh led /);
  });

  it('shows a note where it is referred to', () => {
    assert.match(seen.note?.contents.value ?? '', /A note of our own/);
  });

  it('renames a note, and is told why it cannot be called otherwise', () => {
    assert.equal(seen.label?.placeholder, '1');
    assert.deepEqual(seen.renamed, [
      'Rahmon denied it.[^first] The rest is disputed.[^lost]',
      '[^first]: A note of our own.',
    ]);
    assert.match(seen.refused ?? '', /no spaces\. Write a hyphen/);
  });

  it('renames an entity in every file, and asks what becomes of the old name', () => {
    assert.equal(seen.offered?.placeholder, 'Abu Saloh');
    assert.match(seen.asked ?? '', /“Abu Saloh” becomes “Abu Salakh”/);
    const edits = seen.entity ?? [];
    assert.ok(
      edits.includes('clean.md: Abu Salakh') && edits.includes('names.md: Abu Salakh'),
      edits.join('\n'),
    );
    assert.ok(edits.includes('people.yaml: Abu Salakh'), edits.join('\n'));
    assert.ok(
      edits.some((edit) => edit.startsWith('people.yaml: ') && edit.includes('former name')),
      edits.join('\n'),
    );
  });

  it('cites what is taken from the list, with its page', () => {
    assert.match(seen.cited ?? '', /^It was said\.\[\^1\]$/);
    assert.match(
      seen.citation ?? '',
      /^\[\^1\]: United Nations Security Council, .* 5, https:\S+ <!-- @un-s-2020-53, p\. 5 -->$/,
    );
  });

  it('makes notes anew, and takes that back', () => {
    assert.equal(seen.undone, '[^old]: Old. <!-- @rferl-2021-bomb -->');
    assert.match(seen.updated ?? '', /^\[\^old\]: Aida Botobekova, .* 2021\. <!-- @rferl-2021-bomb -->$/);
  });

  it('makes notes anew at a save, for which it is asked to wait', () => {
    assert.equal(seen.savesWait, true);
    assert.equal(seen.saved, seen.updated);
  });

  it('folds notes', () => {
    assert.ok(
      (seen.folds ?? []).some(({ startLine, endLine }) => endLine > startLine),
      JSON.stringify(seen.folds),
    );
  });

  it('gets no errors', () => {
    assert.deepEqual(seen.messages, []);
  });
});
