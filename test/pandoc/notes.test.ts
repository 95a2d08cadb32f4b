/** Compares what we say that Pandoc prints with what `pandoc --citeproc` prints: every note, every citation in the text. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printedPage } from '../../server/src/analysis/printedCitations';
import { readReport } from '../../server/src/markdown/report';
import { makeFormatter } from '../../server/src/sources/format';
import { styleNames, styleOrDefault } from '../../server/src/sources/styles';
import { worksOf } from '../support/works';
import { KNOWN_DIFFERENCES } from './knownDifferences';
import { LIBRARY, type PandocPage, pandocPage, REPORT } from './pandoc';

const LANGUAGE = 'en-US';

describe('Notes beside Pandoc’s', function () {
  this.timeout(120_000);
  let scratch: string;

  before(() => {
    scratch = mkdtempSync(join(tmpdir(), 'nom-'));
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  for (const style of styleNames()) {
    it(`are the same in ${style}`, () => {
      const path = join(scratch, `${style}.csl`);
      writeFileSync(path, styleOrDefault(style).xml());
      const theirs = pandocPage(path, LANGUAGE);
      const ours = ourPage(style);
      const differences = [
        ...differencesOf('note', ours.notes, theirs.notes),
        ...differencesOf('in text', ours.inText, theirs.inText),
      ];
      const compared = theirs.notes.length + theirs.inText.length;
      const unknown = differences.filter(({ ours, theirs }) => folded(ours) !== folded(theirs));
      console.log(`      ${compared - differences.length} of ${compared} are the same`);
      const told = unknown.map(({ at, ours, theirs }) => `\n${at}\n  ours:   ${ours}\n  theirs: ${theirs}`);
      assert.equal(told.join(''), '');
    });
  }
});

const folded = (text: string): string => KNOWN_DIFFERENCES.reduce((changed, { fold }) => fold(changed), text);

type OurPage = Omit<PandocPage, 'bibliography'>;

function ourPage(style: string): OurPage {
  const formatter = makeFormatter({
    style: styleOrDefault(style),
    language: LANGUAGE,
    forPandoc: true,
  });
  const works = { ...worksOf('', readFileSync(LIBRARY, 'utf8')), formatter, citations: 'pandoc' as const };
  const report = readReport(readFileSync(REPORT, 'utf8'));
  const { notes, citations } = printedPage(report, works);
  return {
    notes: notes.map(({ text }) => text),
    inText: citations.filter(({ isInNote }) => !isInNote).map(({ inText }) => inText),
  };
}

interface Difference {
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
}

function differencesOf(kind: string, ours: readonly string[], theirs: readonly string[]): Difference[] {
  const found: Difference[] = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [our = '(nothing)', their = '(nothing)'] = [ours[at], theirs[at]].map(
      (text) => text && normal(text),
    );
    if (our !== their) found.push({ at: `${kind} ${at + 1}`, ours: our, theirs: their });
  }
  return found;
}

/** Without escapes and the signs of list items, and with one kind of space. */
const normal = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\u00a0\u202f]+(?:- )?/g, ' ')
    .replace(/^- /, '')
    .trim();
