/** Properties of notes within blocks: in lists and quotations of every depth, writing, mending or removing one leaves all other blocks as they were. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { insertBareNote } from '../../server/src/features/citing/bareNote';
import { insertCitation } from '../../server/src/features/citing/noteInsertion';
import { updateBibliography } from '../../server/src/features/keptLists';
import { outlineOf } from '../../server/src/markdown/outline';
import { type NoteDefinition, readReport } from '../../server/src/markdown/report';
import { applyEdits, type Edit } from '../../server/src/text/edit';
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

const OPEN = '<!-- nomenclator-bibliography -->';
const CLOSE = '<!-- /nomenclator-bibliography -->';

describe('A list of sources that is made anew', function () {
  this.timeout(TIMEOUT);

  it('stays in the lists and block quotations where it is, and leaves the blocks around it as they were', () => {
    let made = 0;
    const listed = fc.tuple(report, fc.nat(5), fc.constantFrom('', 'Old.\n\n', 'Old.\nolder.\n'));
    fc.assert(
      fc.property(listed, ([text, which, old]) => {
        // A word of the report becomes the list, with what stands before the word.
        const words = [...text.matchAll(/^([ >]*(?:- |1\. )*)Words$/gm)];
        const word = words[which % words.length];
        if (!word) return;
        const before = word[1]!.replace(/[^> ]/g, ' ');
        const block = `${OPEN}\n${old}${CLOSE}`.split('\n').join(`\n${before}`);
        const at = word.index + word[1]!.length;
        const now = `${text.slice(0, at)}${block}${text.slice(at + 'Words'.length)}\n\n[@doe-2020]\n`;
        const analysis = analyze(now, works);
        // Within HTML, a comment is nothing of ours.
        if (analysis.report.kept.length === 0) return;
        const edits = updateBibliography(analysis);
        const after = applyEdits(now, edits);
        made += edits.length;
        const around = (all: string) => {
          const outline = outlineOf(all);
          const [start, end] = [outline.indexOf(`${OPEN}\n`), outline.indexOf(CLOSE)];
          return outline.slice(0, start) + outline.slice(end);
        };
        assert.equal(around(after), around(now), JSON.stringify([now, after]));
        assert.deepEqual(updateBibliography(analyze(after, works)), []);
      }),
      runs(400),
    );
    assert.ok(made > 60, `${made} lists were made`);
  });
});

describe('A note that is mended', function () {
  this.timeout(TIMEOUT);

  it('changes nothing but itself', () => {
    let mended = 0;
    fc.assert(
      fc.property(report, (text) => {
        const { findings, report: read } = analyze(text, works);
        for (const { code, span, fixes } of findings) {
          if (code !== 'note/stale' && code !== 'note/ibid') continue;
          const note = read.layout.definitions.findLast(({ start }) => start <= span.start);
          for (const { edits } of fixes) {
            mended++;
            const after = applyEdits(text, edits);
            assert.equal(
              outlineOf(after, note?.start),
              outlineOf(text, note?.start),
              JSON.stringify([text, after]),
            );
          }
        }
      }),
      runs(400),
    );
    assert.ok(mended > 200, `${mended} notes were mended`);
  });
});

describe('A note that is inserted', function () {
  this.timeout(TIMEOUT);
  const [doe] = works.library.all;
  const ways: Record<string, (text: string, at: number) => readonly Edit[] | undefined> = {
    empty: (text, at) => {
      const made = insertBareNote(readReport(text), at);
      return 'edits' in made ? made.edits : undefined;
    },
    citing: (text, at) => {
      const cited = [{ source: doe!, locator: '77' }];
      const made = insertCitation(analyze(text, works), { start: at, end: at }, cited, { labels: 'number' });
      return 'edits' in made ? made.edits : undefined;
    },
  };
  for (const [way, editsOf] of Object.entries(ways))
    it(`leaves the blocks around it as they were: ${way}`, () => {
      let inserted = 0;
      fc.assert(
        fc.property(report, fc.nat(20), (text, which) => {
          const places = [...text.matchAll(/Words|Head|hand/g)].map((word) => word.index + word[0].length);
          const at = places[which % places.length];
          if (at === undefined) return;
          const edits = editsOf(text, at);
          if (!edits || edits.length === 0) return;
          const after = applyEdits(text, edits);
          const known = new Set(readReport(text).layout.definitions.map(({ label: name }) => name));
          const added = readReport(after).layout.definitions.filter(({ label: name }) => !known.has(name));
          // Within a note, a citation joins that note.
          if (added.length === 0) return;
          inserted++;
          const [{ label: name, start }] = added as [NoteDefinition];
          assert.equal(
            outlineOf(after, start).replaceAll(`[^${name}]`, ''),
            outlineOf(text).replaceAll(`[^${name}]`, ''),
            JSON.stringify([text, after]),
          );
        }),
        runs(400),
      );
      assert.ok(inserted > 100, `${inserted} notes were inserted`);
    });
});

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
