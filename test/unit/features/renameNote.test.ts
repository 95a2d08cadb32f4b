/** Renaming a note: every reference and definition, and nothing that Markdown would not read as a label. */

import assert from 'node:assert/strict';
import { analyze } from '../../../server/src/analysis/analyze';
import { renamableAt, renameNote } from '../../../server/src/features/citing/renameNote';
import { applyEdits } from '../../../server/src/text/edit';
import { sliceOf } from '../../../server/src/text/span';
import { worksOf } from '../../support/works';

const works = worksOf('version: 1\npeople:\n  a: { name: Abu Saloh }\n');
const TEXT = [
  'Abu Saloh left.[^1] He came back.[^1][^other]',
  '',
  '- A list.[^Ab] `[^1]` is code.',
  '',
  '> [^1]: In a quotation.[^other]',
  '',
  '[^aB]: Of the list. <!-- @doe-2020, 3 -->',
  '[^other]: Other.',
  '',
].join('\n');

/** The text after the note at `place` (the caret is the `|`) was renamed, or why it was not. */
function renamed(place: string, now: string): string {
  const analysis = analyze(TEXT, works);
  const renaming = renameNote(analysis, caretIn(place), now);
  return 'refusal' in renaming ? renaming.refusal : applyEdits(TEXT, renaming.edits);
}

function caretIn(place: string): number {
  const at = TEXT.indexOf(place.replace('|', ''));
  assert.ok(at >= 0, place);
  return at + place.indexOf('|');
}

describe('renameNote', () => {
  const everywhere = TEXT.replaceAll('[^1]', '[^new]').replace('`[^new]`', '`[^1]`');

  it('renames references and the definition, from any of them, wherever they stand', () => {
    for (const place of ['left.|[^1]', 'left.[^|1]', 'left.[^1|]', '> [|^1]:', '> [^1]|:'])
      assert.equal(renamed(place, 'new'), everywhere, place);
  });

  it('takes labels that differ in capitals for one, and brings them to one', () => {
    assert.equal(renamed('[^A|b]', '7'), TEXT.replace('[^Ab]', '[^7]').replace('[^aB]', '[^7]'));
    assert.equal(renamed('[^A|b]', 'ab'), TEXT.replace('[^Ab]', '[^ab]').replace('[^aB]', '[^ab]'));
  });

  it('takes the label with its brackets, and with spaces around it', () => {
    assert.equal(renamed('left.[^|1]', ' [^new] '), everywhere);
    assert.equal(renamed('left.[^|1]', '[^new]:'), everywhere);
  });

  it('changes nothing where the label stays', () => assert.equal(renamed('left.[^|1]', '1'), TEXT));

  const refused: [name: string, now: string, message: RegExp][] = [
    ['nothing', ' ', /needs a label/],
    ['a space', 'two words', /no spaces. Write a hyphen/],
    ['a line break', 'two\nlines', /no spaces/],
    ['a bracket', 'a]b', /no brackets/],
    ['an opening bracket', 'a[b', /no brackets/],
    ['what Markdown takes for the sign', 'a^b', /no “\^”/],
    ['a label without end', 'x'.repeat(201), /at most 200 characters/],
    ['a label that another note has', 'OTHER', /has a note \[\^OTHER\] already\. Choose another/],
  ];
  for (const [name, now, message] of refused)
    it(`refuses ${name}`, () => assert.match(renamed('left.[^|1]', now), message));

  it('refuses a label that another reference is waiting for', () => {
    const analysis = analyze('A.[^1] B.[^later]\n\n[^1]: One.\n', works);
    assert.ok('refusal' in renameNote(analysis, 4, 'later'));
  });

  it('refuses where there is no note', () => {
    assert.match(renamed('came| back', 'new'), /no note here/);
    assert.match(renamed('`[|^1]`', 'new'), /no note here/);
    assert.match(renamed('@doe|-2020', 'new'), /own file/);
  });
});

describe('renamableAt', () => {
  const labelAt = (place: string) => {
    const found = renamableAt(analyze(TEXT, works), caretIn(place));
    return found && sliceOf(TEXT, found);
  };

  it('is the label alone', () => {
    assert.equal(labelAt('left.[|^1]'), '1');
    assert.equal(labelAt('[^other]|:'), 'other');
  });

  it('is the key of a source, lest others take it for a link', () => {
    assert.equal(labelAt('@doe|-2020'), 'doe-2020');
  });

  it('is nothing elsewhere', () => assert.equal(labelAt('Abu| Saloh left'), undefined));
});
