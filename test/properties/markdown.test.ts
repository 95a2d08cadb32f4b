/** Properties of reading Markdown: zones tile the text, and an incremental reading is a reading from scratch. */

import assert from 'node:assert/strict';
import type { Tree } from '@lezer/common';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/markdown/parser';
import { type Report, readReport } from '../../server/src/markdown/report';
import { applyChange, reportText, textChange } from './reports';
import { runs, TIMEOUT } from './runs';

/** Every node of a block with its place. */
function nodesOf(_text: string, tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${from}-${to} ${name}`) });
  return nodes;
}

/** All that a layout says. */
function layoutOf({ layout, citations, generated }: Report): object {
  const { zones, quotations, walls, references, definitions, citationGroups, comments, blocks } = layout;
  return {
    zones,
    quotations,
    walls,
    references,
    definitions,
    citationGroups,
    comments,
    blocks,
    citations,
    generated,
  };
}

function assertTiled(report: Report): void {
  const { text, layout } = report;
  let at = 0;
  let before: string | undefined;
  for (const { start, end, kind } of layout.zones) {
    assert.equal(start, at, 'a zone begins where the one before ended');
    assert.ok(end > start, 'a zone is not empty');
    assert.notEqual(kind, before, 'neighbours differ in kind');
    at = end;
    before = kind;
  }
  assert.equal(at, text.length, 'the zones are the whole text');
}

function assertSorted(offsets: readonly number[], length: number): void {
  for (const [k, offset] of offsets.entries()) {
    assert.ok(offset >= (offsets[k - 1] ?? 0) && offset <= length, `${offset} is in order and inside`);
  }
}

describe('Reading a report', function () {
  this.timeout(TIMEOUT);

  it('tiles the text with zones, in any Markdown', () => {
    fc.assert(
      fc.property(fc.oneof(reportText, fc.string({ unit: 'binary' })), (text) => {
        const report = readReport(text);
        const { layout, citations } = report;
        assertTiled(report);
        assertSorted(layout.walls, text.length);
        for (const { start, label } of layout.references)
          assert.ok(text.startsWith(`[^${label}]`, start), 'a reference is its label in brackets');
        for (const { start, end, label, mark, text: body } of layout.definitions) {
          assert.equal(text.slice(mark.start, mark.end), `[^${label}]:`);
          assert.ok(start === mark.start && mark.end <= body.start && body.end <= Math.max(end, mark.end));
          assert.equal(text.slice(body.start, body.end), text.slice(body.start, body.end).trim());
        }
        for (const { start, end, key } of citations) assert.equal(text.slice(start, end), key);
        for (const { start, end } of layout.comments)
          assert.equal(text.slice(start, start + 4), '<!--', `${end}`);
        for (const [k, { start, end }] of layout.quotations.entries())
          assert.ok(start < end && start >= (layout.quotations[k - 1]?.end ?? 0), 'quotations are disjoint');
      }),
      runs(300),
    );
  });

  it('gives after any edits what it gives from scratch', () => {
    fc.assert(
      fc.property(reportText, fc.array(textChange, { minLength: 1, maxLength: 6 }), (text, changes) => {
        let now = text;
        let parsed = parseMarkdown(now, nodesOf);
        let report = readReport(now);
        for (const change of changes) {
          now = applyChange(now, change);
          parsed = parseMarkdown(now, nodesOf, parsed);
          assert.deepEqual(parsed, parseMarkdown(now, nodesOf));
          report = readReport(now, report);
          assert.deepEqual(layoutOf(report), layoutOf(readReport(now)));
        }
      }),
      runs(400),
    );
  });

  it('reuses what an edit leaves alone', () => {
    const paragraphs = Array.from({ length: 400 }, (_, k) => `Paragraph ${k} says *this*.\n\n`);
    let read = 0;
    const count = () => read++;
    const before = parseMarkdown(paragraphs.join(''), count);
    assert.equal(read, 400);
    paragraphs[200] = 'Something else.\n\n';
    parseMarkdown(paragraphs.join(''), count, before);
    assert.ok(read < 410, `${read - 400} of 400 paragraphs were read again`);
  });
});
