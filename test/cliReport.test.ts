/** Tests `nomenclator report` as a process: its formats, its threads, and what it refuses. */

import assert from 'node:assert/strict';
import type { ConsistencyReport } from '../server/src/features/consistency/consistencyReport';
import { nomenclator } from './support/commandLine';
import { type ScratchDesk, scratchDesk } from './support/scratchDesk';

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
people:
  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah] }
  anvar: { name: Anvar Rahimov, short: Rahimov }
  bobur: { name: Bobur Rahimov, short: Rahimov }
  nobody: { name: Davlat Nobodiev }
`;

const TEXT = `Not as the house writes it
  Abu Saloh: 2 of 3 places
    Abu Salah → Abu Saloh ×2  reports/one.md:1:6, reports/two.md:3:1

Ambiguous
  Rahimov ×1: Anvar Rahimov (anvar) or Bobur Rahimov (bobur)  reports/two.md:1:21

In no glossary, and frequent
  Isfara ×2 in 2 reports  reports/one.md:1:30, reports/two.md:1:32

Mentioned
  Abu Saloh: 3 in 2 reports (Abu Salah ×2, Abu Saloh ×1), first reports/one.md:1:6
  Katibat al-Tawhid wal-Jihad (KTJ): 1 in 1 report (KTJ ×1), first reports/one.md:1:23

Never mentioned
  Anvar Rahimov [anvar]
  Bobur Rahimov [bobur]
  Davlat Nobodiev [nobody]

2 reports, 2 entities mentioned, 2 names not as the house writes them, 1 form ambiguous, 1 candidate for the glossary, 3 entities never mentioned.
`;

const CSV = `﻿what,entity,type,name,written,form,house,report,count,off,line,column
mention,abu-saloh,person,Abu Saloh,Abu Salah,spelling,Abu Saloh,reports/one.md,1,1,1,6
mention,abu-saloh,person,Abu Saloh,Abu Salah,spelling,Abu Saloh,reports/two.md,1,1,3,1
mention,abu-saloh,person,Abu Saloh,Abu Saloh,house,,reports/two.md,1,0,3,15
mention,ktj,group,Katibat al-Tawhid wal-Jihad,KTJ,acronym,,reports/one.md,1,0,1,23
ambiguous,anvar or bobur,,Anvar Rahimov or Bobur Rahimov,Rahimov,,,reports/two.md,1,0,1,21
candidate,,,,Isfara,,,reports/one.md,1,0,1,30
candidate,,,,Isfara,,,reports/two.md,1,0,1,32
never mentioned,anvar,person,Anvar Rahimov,,,,,0,0,,
never mentioned,bobur,person,Bobur Rahimov,,,,,0,0,,
never mentioned,nobody,person,Davlat Nobodiev,,,,,0,0,,
`;

describe('nomenclator report', function () {
  this.timeout(60_000);
  let desk: ScratchDesk;
  beforeEach(() => {
    desk = scratchDesk({
      'nomenclator.yaml': 'version: 1\n',
      'glossary/people.yaml': GLOSSARY,
      'reports/one.md': 'Then Abu Salah joined KTJ in Isfara.\n',
      'reports/two.md': 'There they say that Rahimov of Isfara left.\n\nAbu Salah met Abu Saloh.\n',
    });
  });
  afterEach(() => desk.remove());

  const run = (...args: readonly string[]) => nomenclator(desk.root, ['report', '--no-cache', ...args]);
  const json = (...args: readonly string[]) =>
    JSON.parse(run('--format', 'json', ...args).stdout) as ConsistencyReport;

  it('prints what is to be mended first, and is no failure', () => {
    assert.deepEqual(run(), { status: 0, stdout: TEXT, stderr: '' });
  });

  it('prints a table for spreadsheets', () => {
    assert.equal(run('--format', 'csv').stdout, CSV.replaceAll('\n', '\r\n'));
  });

  it('sets what a spreadsheet would take for a formula in quotation', () => {
    desk.write('reports/=1.md', 'Abu Saloh.\n');
    assert.match(run('--format', 'csv', 'reports/=1.md').stdout, /,reports\/=1\.md,/);
    const inFolder = nomenclator(`${desk.root}/reports`, [
      'report',
      '--no-cache',
      '--format',
      'csv',
      '=1.md',
    ]);
    assert.match(inFolder.stdout, /,’=1\.md,/);
  });

  it('gives all of it as JSON, with excerpts where a reader has to judge', () => {
    const { version, reports, entities, candidates } = json();
    assert.deepEqual([version, reports.map(({ path }) => path)], [1, ['reports/one.md', 'reports/two.md']]);
    assert.deepEqual(entities[0]?.forms[0]?.excerpt, ['Then ', 'Abu Salah', ' joined KTJ in Isfara.']);
    assert.deepEqual(candidates[0]?.excerpt, ['Then Abu Salah joined KTJ in ', 'Isfara', '.']);
  });

  it('covers the reports that are named, and none twice', () => {
    assert.deepEqual(
      json('reports/one.md', 'reports/o*.md').reports.map(({ path }) => path),
      ['reports/one.md'],
    );
  });

  it('finds the same with the help of threads', () => {
    for (let k = 0; k < 60; k++)
      desk.write(`many/${String(k).padStart(2, '0')}.md`, `Abu Salah ${k} left.\n`);
    const { reports, entities } = json('many');
    assert.equal(reports.length, 60);
    assert.deepEqual(
      reports.map(({ path }) => path),
      reports.map((_, k) => `many/${String(k).padStart(2, '0')}.md`),
    );
    const [saloh] = entities;
    assert.deepEqual([saloh?.count, saloh?.off, saloh?.reportCount], [60, 60, 60]);
    assert.deepEqual(
      saloh?.in.map(({ report }) => report),
      reports.map((_, k) => k),
    );
  });

  it('says which report could not be read, and goes on', () => {
    desk.write('reports/bad.md', Uint8Array.from([0xc3, 0x28]));
    const { unread, reports } = json();
    assert.equal(reports.length, 2);
    assert.match(unread[0]?.failure ?? '', /is not UTF-8 text/);
  });

  it('refuses reports of several desks, and formats that there are none of', () => {
    desk.write('other/nomenclator.yaml', 'version: 1\n');
    desk.write('other/x.md', 'Nothing.\n');
    assert.match(run('reports/one.md', 'other/x.md').stderr, /belong to several desks/);
    const { status, stderr } = run('--format', 'pdf');
    assert.deepEqual([status, /--format is text, json, csv, html/.test(stderr)], [2, true]);
  });
});
