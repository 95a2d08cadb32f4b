/** The list of sources of a report, between its two comments: inserted, found stale, made anew, and left alone. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { fixAll } from '../../../server/src/analysis/fixAll';
import { updateBibliography } from '../../../server/src/features/keptLists';
import { cslStyleOf } from '../../../server/src/sources/formatting/cslStyle';
import { makeFormatter } from '../../../server/src/sources/formatting/format';
import { applyEdits } from '../../../server/src/text/edit';
import { worksOf } from '../../support/works';

const works = worksOf(
  'version: 1\npeople: { doe: { name: Jane Doe, spellings: [Jane Dough] } }\n',
  `
- { id: roe, type: book, title: Second Letters, author: [{ family: Roe, given: Ann }], publisher: Press, issued: 2019 }
- { id: doe, type: book, title: Letters to Jane Dough, author: [{ family: Doe, given: Jane }], publisher: Press, issued: 2020 }
`,
);
const OPEN = '<!-- nomenclator-bibliography -->';
const CLOSE = '<!-- /nomenclator-bibliography -->';
const DOE = 'Doe, Jane. *Letters to Jane Dough*. Press, 2020.';
const ROE = 'Roe, Ann. *Second Letters*. Press, 2019.';

const analysed = (text: string) => analyze(text, works);
const updated = (text: string, offset?: number) =>
  applyEdits(text, updateBibliography(analysed(text), offset));
const findingsIn = (text: string) => analysed(text).findings.map(({ code }) => code);

describe('The list of sources', () => {
  it('is inserted at the end', () => {
    assert.equal(
      updated('See [@roe; @doe].\n'),
      `See [@roe; @doe].\n\n${OPEN}\n\n${DOE}\n\n${ROE}\n\n${CLOSE}\n`,
    );
    assert.equal(updated('See [@roe]'), `See [@roe]\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n`);
    assert.equal(updated('See [@roe]\n\n\n'), `See [@roe]\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n`);
  });

  it('is inserted behind the paragraph where the caret is', () => {
    const text = 'One\nparagraph.\n\nSee [@roe].\n';
    assert.equal(updated(text, 5), `One\nparagraph.\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n\nSee [@roe].\n`);
  });

  it('ends its lines as the report does', () =>
    assert.equal(updated('See [@roe].\r\n'), `See [@roe].\r\n\r\n${OPEN}\r\n\r\n${ROE}\r\n\r\n${CLOSE}\r\n`));

  it('is not inserted where nothing is cited', () =>
    assert.deepEqual(updateBibliography(analysed('Nothing.\n')), []));

  it('is made anew in its place, and then is as it should be', () => {
    const stale = `See [@roe].\n\n${OPEN}\nold\n${CLOSE}\n\nMore.\n`;
    assert.deepEqual(findingsIn(stale), ['citation/bibliography']);
    const made = updated(stale);
    assert.equal(made, `See [@roe].\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n\nMore.\n`);
    assert.deepEqual(updateBibliography(analysed(made)), []);
    assert.deepEqual(findingsIn(made), []);
    assert.equal(fixAll(analysed(stale)), made);
  });

  it('is emptied when nothing is cited any more', () =>
    assert.equal(updated(`Text.\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n`), `Text.\n\n${OPEN}\n${CLOSE}\n`));

  it('may be filled by an editor', () => {
    const filled = `See [@roe; @doe].\n\n${OPEN}\n${DOE.replace(' ', '\n')}\n\n${ROE}\n${CLOSE}\n`;
    assert.deepEqual(findingsIn(filled), []);
    assert.deepEqual(findingsIn(filled.replace(`\n\n${ROE}`, `\n${ROE}`)), ['citation/bibliography']);
  });

  it('stays as it is where the rule is off', () => {
    const off = `See [@roe].\n\n<!-- nomenclator-disable citation/bibliography -->\n\n${OPEN}\n${CLOSE}\n`;
    assert.deepEqual(findingsIn(off), []);
    assert.equal(updated(off), off);
  });

  it('holds names that are nobody’s to mend', () => {
    const made = updated('See [@doe].\n');
    assert.deepEqual(findingsIn(made), []);
    assert.deepEqual(findingsIn(made.replaceAll('<!--', '<!-- a')), ['name/spelling']);
  });

  it('stays as it is where the processor refuses the style', () => {
    const formatter = makeFormatter({ style: cslStyleOf('<style class="note"></style>') });
    const kept = analyze(`See [@roe].\n\n${OPEN}\n\nBy hand.\n\n${CLOSE}\n`, { ...works, formatter });
    assert.deepEqual(kept.findings, []);
    assert.deepEqual(updateBibliography(kept), []);
  });

  it('needs both of its comments, and says which is missing', () => {
    for (const [text, message] of [
      [
        `See [@roe].\n\n${OPEN}\n\nText.\n`,
        /^This list of sources is never closed.*“<!-- \/nomencl.*below it\.$/,
      ],
      [`See [@roe].\n\n${CLOSE}\n`, /^Nothing opens this list of sources.*“<!-- nomencl.*above it/],
    ] as const) {
      const { findings } = analysed(text);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['citation/bibliography'],
      );
      assert.match(findings[0]?.message ?? '', message);
      assert.equal(fixAll(analysed(text)), text);
    }
    assert.deepEqual(findingsIn(`See [@roe].\n\n${CLOSE}\n\n${OPEN}\n`), [
      'citation/bibliography',
      'citation/bibliography',
    ]);
    const twice = `See [@roe].\n\n${OPEN}\n\nText.\n\n${OPEN}\n\n${ROE}\n\n${CLOSE}\n`;
    assert.deepEqual(findingsIn(twice), ['citation/bibliography']);
  });

  describe('stays where it was opened:', () => {
    const cases: [name: string, before: string, after: string][] = [
      ['in a block quotation', `> ${OPEN}\n> ${CLOSE}\n`, `> ${OPEN}\n>\n> ${ROE}\n>\n> ${CLOSE}\n`],
      [
        'in a list',
        `- x\n\n  ${OPEN}\n  ${CLOSE}\n- y\n`,
        `- x\n\n  ${OPEN}\n\n  ${ROE}\n\n  ${CLOSE}\n- y\n`,
      ],
      ['as a numbered point', `10. ${OPEN}\n    ${CLOSE}\n`, `10. ${OPEN}\n\n    ${ROE}\n\n    ${CLOSE}\n`],
      [
        'in a list in a block quotation',
        `> - x\n>\n>   ${OPEN}\n>   old\n>\n>   ${CLOSE}\n>\n> y\n`,
        `> - x\n>\n>   ${OPEN}\n>\n>   ${ROE}\n>\n>   ${CLOSE}\n>\n> y\n`,
      ],
      [
        'and goes back where it had fallen out',
        `> ${OPEN}\n\n${ROE}\n\n${CLOSE}\n\nMore.\n`,
        `> ${OPEN}\n>\n> ${ROE}\n>\n> ${CLOSE}\n\nMore.\n`,
      ],
    ];
    for (const [name, before, after] of cases)
      for (const lineEnd of ['\n', '\r\n'])
        it(`${name}, with ${JSON.stringify(lineEnd)}`, () => {
          const with_ = (text: string) => `See [@roe].\n\n${text}`.replaceAll('\n', lineEnd);
          assert.deepEqual(findingsIn(with_(before)), ['citation/bibliography']);
          assert.equal(updated(with_(before)), with_(after));
          assert.equal(fixAll(analysed(with_(before))), with_(after));
          assert.deepEqual(updateBibliography(analysed(with_(after))), []);
          assert.deepEqual(findingsIn(with_(after)), []);
        });
  });

  it('is inserted behind the whole list or block of code, not within', () => {
    const list = `${OPEN}\n\n${ROE}\n\n${CLOSE}`;
    for (const block of [
      '- See [@roe].\n\n  more\n\n- y',
      '> [@roe]\n>\n> more',
      '```\na\n\nb\n```\n\n[@roe]',
    ]) {
      const [first] = block.split(/(?<=```)\n\n/);
      const rest = block.slice(first!.length);
      assert.equal(updated(`${block}\n\nMore.\n`, 4), `${first}\n\n${list}${rest}\n\nMore.\n`);
    }
    assert.equal(updated('See [@roe].\n# Head\n', 4), `See [@roe].\n\n${list}\n\n# Head\n`);
  });

  it('is told of without the processor once it is known', () => {
    const stale = `See [@roe].\n\n${OPEN}\n${CLOSE}\n`;
    const before = analysed(stale);
    const after = analyze(stale.replace('See', 'Seen'), works, before);
    assert.deepEqual(
      after.findings.map(({ code }) => code),
      ['citation/bibliography'],
    );
  });
});
