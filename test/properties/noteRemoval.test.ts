/** Properties of taking notes out: in lists and block quotations of every depth, all other blocks stay what they are. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { outlineOf } from '../../server/src/markdown/outline';
import { applyEdits } from '../../server/src/text/edit';
import { worksOf } from '../support/works';
import { runs, TIMEOUT } from './runs';

const works = worksOf(
  'version: 1\n',
  'references: [{ id: doe-2020, type: book, title: Letters, author: [{ family: Doe }], issued: 2020 }]',
);

const label = fc.constantFrom('1', '2', '3', '4');
const noteText = fc.constantFrom(
  'hand',
  'hand\nmore of it',
  'hand\n\n    again',
  'Doe. <!-- @doe-2020, 5 -->',
  'Doe. <!-- @doe-2020, 5 -->',
  '- in a list',
  '```\n    code\n    ```',
  '',
);
const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(label, noteText).map(([name, text]) => `[^${name}]: ${text}`) },
  { weight: 2, arbitrary: label.map((name) => `Words.[^${name}]`) },
  fc.constantFrom(
    'Words',
    '# Head',
    '---',
    '```\ncode\n```',
    '    code',
    '| a |\n|---|\n| b |',
    '<div>\n</div>',
  ),
);
const joined = (parts: readonly (readonly [string, string])[]): string =>
  parts.map(([text, gap], k) => (k === 0 ? text : gap + text)).join('');
const gap = fc.constantFrom('\n\n', '\n\n', '\n');
const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(fc.tuple(tie('block'), gap), { minLength: 1, maxLength: 4 }).map(joined),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'nesting' },
    { weight: 3, arbitrary: leaf },
    tie('blocks').map((text) => text.replace(/^(.*)$/gm, (line) => (line === '' ? '>' : `> ${line}`))),
    fc
      .tuple(fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }), fc.constantFrom('- ', '1. '), gap)
      .map(([points, sign, between]) =>
        points
          .map((text, k) => {
            const mark = sign === '1. ' ? `${k + 1}. ` : sign;
            return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
          })
          .join(between),
      ),
  ),
}));
const report = fc
  .tuple(blocks, fc.constantFrom('', '\n', '\n\nThe end.\n'), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([text, end, lineEnd]) => (text + end).replace(/\n/g, lineEnd));

describe('A note that is taken out', function () {
  this.timeout(TIMEOUT);

  it('takes nothing with it, and leaves the blocks around it as they were', () => {
    let removed = 0;
    let kept = 0;
    fc.assert(
      fc.property(report, (text) => {
        const analysis = analyze(text, works);
        const { definitions } = analysis.report.layout;
        for (const { code, span, fixes } of analysis.findings) {
          if (code !== 'note/unused' && code !== 'note/same-source') continue;
          const [fix] = fixes;
          if (!fix) {
            kept++;
            continue;
          }
          removed++;
          const after = applyEdits(text, fix.edits);
          const wanted = outlineOf(text, span.start);
          // References to the same source go over to the first note.
          const settled = (outline: string) => outline.replace(/\[\^\d\](?!:)/g, '[^]');
          assert.equal(settled(outlineOf(after)), settled(wanted), JSON.stringify([text, after]));
          const left = analyze(after, works).report.layout.definitions;
          const gone = definitions.find(({ mark }) => mark.start === span.start);
          const within = definitions.filter(
            (one) => gone && gone.start <= one.start && one.end <= gone.end,
          ).length;
          assert.equal(left.length, definitions.length - within);
        }
      }),
      runs(400),
    );
    assert.ok(removed > 200, `${removed} notes were removed`);
    assert.ok(kept < removed / 20, `${kept} notes could not be removed`);
  });
});
