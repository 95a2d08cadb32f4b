/** Accepting what a finding is about: where the comment goes, and that nothing else changes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../server/src/analysis/analyze';
import { acceptancesAt, acceptHere } from '../../../server/src/features/acceptHere';
import { applyEdits } from '../../../server/src/text/edit';
import { glossaryText } from '../../properties/glossaries';
import { reportText } from '../../properties/reports';
import { runs, TIMEOUT } from '../../properties/runs';
import { worksOf } from '../../support/works';

const works = worksOf(`version: 1
people:
  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah], aliases: [Sirojiddin Mukhtarov] }
`);

/** The text after the wrong name that `|` stands before has been accepted. */
function accepted(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const [action] = acceptancesAt(analyze(text, works), { start: at, end: at });
  assert.ok(action, 'it can be accepted');
  const after = applyEdits(text, action.edits);
  const codes = analyze(after, works).findings.map(({ code }) => code);
  assert.equal(codes.length, analyze(text, works).findings.length - 1, codes.join());
  return after;
}

const OPEN = '<!-- nomenclator-disable name/spelling -->';
const CLOSE = '<!-- nomenclator-enable name/spelling -->';
const NEXT = '<!-- nomenclator-disable-next-line name/spelling -->';

describe('Accepting a form here', () => {
  it('puts the comment on a line of its own before a paragraph or a heading', () => {
    assert.equal(
      accepted('Text.\r\n\r\nThen |Abu Salah wrote.\r\n'),
      `Text.\r\n\r\n${NEXT}\r\nThen Abu Salah wrote.\r\n`,
    );
    assert.equal(accepted('# |Abu Salah\n\nText.\n'), `${NEXT}\n# Abu Salah\n\nText.\n`);
    assert.equal(accepted('|Abu Salah wrote.\n'), `${NEXT}\nAbu Salah wrote.\n`);
  });

  it('within the paragraph where another line is meant, or another such name stands on it', () => {
    assert.equal(
      accepted('Then somebody\nsaw |Abu Salah.\n'),
      `Then somebody\nsaw ${OPEN}Abu Salah${CLOSE}.\n`,
    );
    assert.equal(
      accepted('Then |Abu Salah saw Abu Salah.\n'),
      `Then ${OPEN}Abu Salah${CLOSE} saw Abu Salah.\n`,
    );
  });

  it('never where it would make HTML of a line', () => {
    assert.equal(
      accepted('Then somebody saw\n|Abu Salah.\n'),
      `Then somebody saw ${OPEN}\nAbu Salah${CLOSE}.\n`,
    );
    assert.equal(accepted('- |Abu Salah wrote.\n'), `- ${OPEN}\n  Abu Salah${CLOSE} wrote.\n`);
  });

  it('before a paragraph of which it begins the first line, and within a list', () => {
    assert.equal(accepted('|Abu Salah saw Abu Salah.\n'), `${OPEN}\nAbu Salah${CLOSE} saw Abu Salah.\n`);
    assert.equal(accepted('- Text.\n\n  |Abu Salah\n'), `- Text.\n\n  ${NEXT}\n  Abu Salah\n`);
  });

  it('offers nothing for an error', () => {
    const text = 'A note.[^1]\n';
    const { findings } = analyze(text, works);
    assert.equal(acceptHere(analyze(text, works), findings[0]!), undefined);
  });

  it('takes one finding away and nothing else', () => {
    const all = glossaryText.map((glossary) => worksOf(glossary));
    fc.assert(
      fc.property(all, reportText, fc.nat(), (some, text, pick) => {
        const before = analyze(text, some);
        const finding = before.findings[pick % Math.max(1, before.findings.length)];
        const action = finding && acceptHere(before, finding);
        if (!action) return;
        const after = analyze(applyEdits(text, action.edits), some);
        const told = (findings: typeof before.findings) =>
          findings
            .map(({ code, message, severity }) =>
              [code, message.replace(/line \d+/, 'line'), severity].join(' '),
            )
            .sort();
        const wanted = told(before.findings.filter((one) => one !== finding));
        assert.deepEqual(told(after.findings), wanted);
      }),
      runs(150),
    );
  }).timeout(TIMEOUT);
});
