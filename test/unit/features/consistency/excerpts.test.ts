/** Tests what is shown around a name. */

import assert from 'node:assert/strict';
import { excerptAt } from '../../../../server/src/features/consistency/excerpts';

const around = (text: string, name: string, from = name.slice(0, 2)) =>
  excerptAt(text, text.indexOf(from), name);

describe('An excerpt', () => {
  it('is the line around the name, without signs that the reader does not see', () => {
    assert.deepEqual(around('- They say **Abu Saloh** [led](https://example.org) it.[^1]', 'Abu Saloh'), [
      'They say ',
      'Abu Saloh',
      ' led it.',
    ]);
  });

  it('takes a sign behind the name for what it is: no line begins there', () => {
    assert.deepEqual(around('They say *Abu Saloh* (AS) went.', 'Abu Saloh'), [
      'They say ',
      'Abu Saloh',
      ' (AS) went.',
    ]);
    assert.deepEqual(around('# Abu Saloh\n\nHe went.', 'Abu Saloh'), ['', 'Abu Saloh', '']);
  });

  it('ends with the paragraph, and runs over a line end in it', () => {
    assert.deepEqual(around('# Head\n\nThere\nAbu\nSaloh went\nhome.\n\nNext.', 'Abu Saloh'), [
      'There ',
      'Abu Saloh',
      ' went home.',
    ]);
  });

  it('is cut at words', () => {
    const [before, , behind] = around(`${'word '.repeat(50)}Abu ${'more '.repeat(50)}`, 'Abu') ?? [];
    assert.match(before ?? '', /^…(?:word )+$/);
    assert.match(behind ?? '', /^(?: more)+…$/);
  });

  it('shows what stands there if that is another name, and nothing where none does', () => {
    assert.deepEqual(
      around('Then Katibat al-Tawhid came.', 'Katibat At-Tauhid', 'Katibat')?.[1],
      'Katibat al-Tawhid',
    );
    assert.equal(excerptAt('small words', 0, 'Abu'), undefined);
  });
});
