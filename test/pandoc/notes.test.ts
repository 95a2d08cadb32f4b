/** Compares what we say that Pandoc prints with what `pandoc --citeproc` prints: every note, citation and entry. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleNames, styleOrDefault } from '../../server/src/sources/formatting/styles';
import { KNOWN_DIFFERENCES } from './knownDifferences';
import { type Comparison, compare, ourPage } from './ourPage';
import { LIBRARY, pandocPage, REPORT } from './pandoc';
import { randomReport } from './randomReport';

const LANGUAGE = 'en-US';

describe('What Pandoc prints', function () {
  this.timeout(120_000);
  let scratch: string;
  const reasons = new Set<string>();

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'nom-'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  function compared(report: string, style: string, language = LANGUAGE): Comparison {
    const stylePath = join(scratch, `${style}.csl`);
    const reportPath = join(scratch, 'report.md');
    writeFileSync(stylePath, styleOrDefault(style).xml());
    writeFileSync(reportPath, report);
    return compare(ourPage(report, style, language), pandocPage(stylePath, language, reportPath));
  }

  for (const style of styleNames()) {
    it(`of every form of citation in ${style}`, () => {
      const {
        compared: count,
        same,
        unexplained,
        reasons: why,
      } = compared(readFileSync(REPORT, 'utf8'), style);
      console.log(`      ${same} of ${count} are the same to the letter`);
      assert.equal(unexplained.join(''), '');
      for (const reason of why) reasons.add(reason);
    });
  }

  it('differs for no reason that is listed and never met', () => {
    const idle = KNOWN_DIFFERENCES.filter(({ why }) => !reasons.has(why)).map(({ why }) => why);
    assert.deepEqual(idle, []);
  });

  for (const style of ['chicago-fullnote-bibliography-with-ibid', 'chicago-note-bibliography-with-ibid']) {
    for (const seed of [1, 2, 3]) {
      it(`of a hundred citations at random in ${style} (${seed})`, () => {
        const { unexplained } = compared(randomReport(readFileSync(LIBRARY, 'utf8'), seed), style);
        assert.equal(unexplained.join(''), '');
      });
    }
  }

  for (const language of ['en-GB', 'fr-FR']) {
    it(`in ${language}`, () => {
      const report = randomReport(readFileSync(LIBRARY, 'utf8'), 4);
      const { unexplained } = compared(report, 'chicago-fullnote-bibliography-with-ibid', language);
      assert.equal(unexplained.join(''), '');
    });
  }
});
