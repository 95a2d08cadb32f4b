/** Reading words: where they stand, how they are joined, and that no way of reading a text differs from another. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  APART,
  FIRST_UPPER,
  FOREIGN,
  HAS_LOWER,
  HAS_UPPER,
  JOINED,
  readWords,
  Words,
} from '../../../server/src/names/words';

type Spans = Parameters<typeof readWords>[1];

/** Each word with all that is known of it; offsets are counted from `by`. */
function all(text: string, hidden: Spans = [], walls: readonly number[] = [], by = 0, into?: Words) {
  const words = readWords(text, hidden, walls, into);
  return Array.from({ length: words.count }, (_, k) => ({
    start: words.start[k]! - by,
    end: words.end[k]! - by,
    shape: words.shape[k]!,
    hash: words.hash[k]!,
    folded: words.wordOf(k),
  })).filter(({ start }) => start >= 0);
}

const slices = (text: string, hidden?: Spans, walls?: readonly number[]) =>
  all(text, hidden, walls).map(({ start, end }) => text.slice(start, end));

const shapeOf = (text: string) => all(text).at(-1)!.shape & ~(JOINED | APART);
const gapOf = (text: string) => all(text).at(-1)!.shape & (JOINED | APART);

describe('readWords', () => {
  it('tells the capitals and the script of a word', () => {
    assert.equal(shapeOf('osh'), HAS_LOWER);
    assert.equal(shapeOf('Osh'), FIRST_UPPER | HAS_UPPER | HAS_LOWER);
    assert.equal(shapeOf('KTJ'), FIRST_UPPER | HAS_UPPER);
    assert.equal(shapeOf('iPhone'), HAS_UPPER | HAS_LOWER);
    assert.equal(shapeOf('42'), FIRST_UPPER);
    assert.equal(shapeOf('王'), FIRST_UPPER);
    assert.equal(shapeOf('Ош'), FIRST_UPPER | HAS_UPPER | HAS_LOWER | FOREIGN);
    assert.equal(readWords('Osh, Ош').hasForeign, true);
    assert.equal(readWords('Osh').hasForeign, false);
  });

  it('joins words across joiners, one line end, and the period of an abbreviation', () => {
    for (const text of ['Abu Saloh', 'al-Tawhid', 'Abu\nSaloh', 'St. Petersburg', 'U.S. Army', 'Gazeta.uz'])
      assert.equal(gapOf(text), JOINED, text);
    for (const text of ['Abu, Saloh', 'Came. Saloh', 'Abu “Saloh', 'Abu.. Saloh', 'Abu. . Saloh'])
      assert.equal(gapOf(text), 0, text);
    for (const text of ['Abu\n\nSaloh', 'Abu\r\n\r\nSaloh', 'Saloh']) assert.equal(gapOf(text), APART, text);
  });

  it('leaves out possessives and elisions, and goes through emphasis', () => {
    assert.deepEqual(slices('KTJ’s d’Anzorov Hay’at'), ['KTJ', 'd', 'Anzorov', 'Hay’at']);
    assert.deepEqual(
      slices('No*vq*at', [
        { start: 2, end: 3 },
        { start: 5, end: 6 },
      ]),
      ['No*vq*at'],
    );
    assert.deepEqual(slices('Osh[^1]city', [{ start: 3, end: 7 }]), ['Osh', 'city']);
    assert.equal(all('Abu Saloh', [], [4]).at(-1)!.shape & (JOINED | APART), APART);
  });

  it('cuts endless words, and takes any marks', () => {
    const [word] = all(`${'x'.repeat(10_000)}`);
    assert.deepEqual([word!.start, word!.end, word!.folded.length], [0, 10_000, 256]);
    assert.deepEqual(
      all(`Z${'\u0301'.repeat(10_000)}algo`).map(({ end, folded }) => [end, folded]),
      [[10_005, 'zalgo']],
    );
    assert.deepEqual(
      all('\u202eOsh\u202c').map(({ folded }) => folded),
      ['osh'],
    );
    assert.equal(all('ﷺ'.repeat(2000))[0]!.folded.length, 256);
  });

  const PARTS = [
    ...[
      'a',
      'S',
      'é',
      'ß',
      'ﷺ',
      'я',
      '1',
      '王',
      '\u0301',
      '\u200b',
      "'",
      '’',
      'ʿ',
      '-',
      '–',
      ' ',
      '\n',
      '\r\n',
    ],
    ...['.', ',', '“', '*', '_', '\u0000', '\ud83d\ude00', '\ud801\udc00', '\ud800', '\udc00', 'd’', 'U.S. '],
    ...['KTJ’s', "x's ", 'Saloh', 'x'.repeat(255), 'x'.repeat(300), 'ـ', 'İ', 'Ǆ'],
  ];
  const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }).map((parts) => parts.join(''));
  const spans = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 3 })), { maxLength: 6 });

  it('reads the same in a short text, a long one, one of plain English and one of any letters', () => {
    fc.assert(
      fc.property(text, spans, fc.array(fc.nat(40), { maxLength: 3 }), (own, gaps, places) => {
        const hidden: { start: number; end: number }[] = [];
        for (const [gap, length] of gaps) {
          const start = (hidden.at(-1)?.end ?? 0) + gap;
          if (start + length <= own.length) hidden.push({ start, end: start + length });
        }
        const walls = [...new Set(places)].filter((wall) => wall < own.length).sort((a, b) => a - b);
        const expected = all(own, hidden, walls);
        const shared = new Words(4);
        for (const before of [
          'Osh, '.repeat(20),
          'Ошь, é “王” 😀 '.repeat(10),
          'Osh, '.repeat(3000),
          '’Ош, '.repeat(3000),
        ]) {
          const prefix = `${before}\n\n`;
          const by = prefix.length;
          const moved = hidden.map(({ start, end }) => ({ start: start + by, end: end + by }));
          const movedWalls = walls.map((wall) => wall + by);
          for (const into of [undefined, shared])
            assert.deepEqual(all(prefix + own, moved, movedWalls, by, into), expected, before.slice(0, 20));
        }
      }),
      { numRuns: 200 },
    );
  });
});
