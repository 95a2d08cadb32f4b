/** Inserting an empty note: where the reference and the definition go, and where the writer goes on. */

import assert from 'node:assert/strict';
import { insertBareNote } from '../../../server/src/features/citing/bareNote';
import { readReport } from '../../../server/src/markdown/report';
import { applyEdits } from '../../../server/src/text/edit';

/** The text after a note was inserted at the `|` of `before`, with a `|` where the caret goes; or why there is none. */
function inserted(before: string): string {
  const at = before.indexOf('|');
  const text = before.replace('|', '');
  const made = insertBareNote(readReport(text), at);
  if ('refusal' in made) return made.refusal;
  const after = applyEdits(text, made.edits);
  assert.equal(
    new Set(made.edits.map(({ span }) => span.start)).size,
    made.edits.length,
    'Two edits at one place.',
  );
  return `${after.slice(0, made.caret)}|${after.slice(made.caret)}`;
}

describe('insertBareNote', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['in an empty report', '|', '[^1]\n\n[^1]: |\n'],
    ['at the end of a text', 'One.|', 'One.[^1]\n\n[^1]: |\n'],
    ['at the end of a line', 'One.|\n', 'One.[^1]\n\n[^1]: |\n'],
    ['within a text', 'One.| Two.\n\nThree.\n', 'One.[^1] Two.\n\nThree.\n\n[^1]: |\n'],
    ['beside others', 'A.[^1] B.|\n\n[^1]: One.\n', 'A.[^1] B.[^2]\n\n[^1]: One.\n\n[^2]: |\n'],
    ['below the notes', '[^1]: One.\n\nThe end.|\n', '[^1]: One.\n\n[^2]: |\n\nThe end.[^2]\n'],
    [
      'behind a reference that the caret is in',
      'A.[^|1]\n\n[^1]: One.',
      'A.[^1][^2]\n\n[^1]: One.\n\n[^2]: |',
    ],
    ['with Windows line ends', 'A.|\r\n', 'A.[^1]\r\n\r\n[^1]: |\r\n'],
    ['in a list', '- A.|\n- B.\n', '- A.[^1]\n- B.\n\n[^1]: |\n'],
    ['in a heading', '# A|\n\nB.\n', '# A[^1]\n\nB.\n\n[^1]: |\n'],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(inserted(before), after));

  it('gives a note that the report then has', () => {
    for (const [, before, after] of cases) {
      const { references, definitions } = readReport(after.replace('|', '')).layout;
      const label = /\[\^(\d)\]: \|/.exec(after)?.[1];
      assert.ok(
        references.some((one) => one.label === label),
        before,
      );
      assert.ok(
        definitions.some((one) => one.label === label),
        before,
      );
    }
  });

  it('refuses a note within a note', () => {
    for (const text of ['A.[^1]\n\n[^1]: On|e.\n', '[^1]: One.|\n', '|[^1]: One.\n', '[^1]: A.\n\n    B.|\n'])
      assert.match(inserted(text), /note already/, text);
  });

  it('goes where a note is read', () => {
    assert.equal(inserted('A.|\n\n```\ncode\n'), 'A.[^1]\n\n[^1]: |\n\n```\ncode\n');
    assert.equal(inserted('A.|\n\n<!-- b\n'), 'A.[^1]\n\n[^1]: |\n\n<!-- b\n');
  });

  it('refuses where Markdown reads no reference', () => {
    const closed = [
      '`a|b`',
      '```\na|\n```\n',
      '```|\na\n```\n',
      '    a|b\n',
      '<https://a.b/|c>',
      '<!-- a| -->',
      '---\na|: b\n---\n',
    ];
    for (const text of closed) assert.match(inserted(text), /cannot stand in code/, text);
  });
});
