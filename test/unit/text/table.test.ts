/** Tables: what cells say, where rows end, and what is made of quotes that do not fit. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTableRow, separatorOf, textOfCell, writeCell } from '../../../server/src/text/table';

const COMMA = 0x2c;

/** The rows as texts; a row that means nothing as its problem. */
function rowsOf(text: string, separator = COMMA): (string[] | string)[] {
  const rows: (string[] | string)[] = [];
  for (let at = 0; at < text.length; ) {
    const row = readTableRow(text, at, separator);
    rows.push(row.problem?.message ?? row.cells.map((cell) => textOfCell(text, cell)));
    assert.ok(row.next > at, 'Every row ends behind its beginning.');
    at = row.next;
  }
  return rows;
}

describe('readTableRow', () => {
  it('reads cells with and without quotes, to the end of any kind of line', () => {
    assert.deepEqual(rowsOf('a,b\r\n"c, d","e ""f"""\n,\rg'), [
      ['a', 'b'],
      ['c, d', 'e "f"'],
      ['', ''],
      ['g'],
    ]);
  });

  it('takes a quote inside a cell for a letter', () => {
    assert.deepEqual(rowsOf('a "b" c,5"\n'), [['a "b" c', '5"']]);
  });

  it('goes on over line ends in quotes', () => {
    assert.deepEqual(rowsOf('"a\r\nb",c\nd,e\n'), [
      ['a\r\nb', 'c'],
      ['d', 'e'],
    ]);
  });

  it('lets a quote that is never closed take no other row with it', () => {
    const [first, second, third] = rowsOf('"a,b\nc,d\n"e",f\n');
    assert.match(String(first), /not closed/);
    assert.deepEqual(
      [second, third],
      [
        ['c', 'd'],
        ['e', 'f'],
      ],
    );
    assert.match(
      String(rowsOf(`"${'a\n'.repeat(60_000)}"\n`)[0]),
      /not closed/,
      'Nobody writes such a cell.',
    );
  });

  it('tells of text behind a closing quote', () => {
    assert.match(String(rowsOf('"a" b,c\nd,e\n')[0]), /behind the closing quote/);
  });

  it('reads again what it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r', '\t', 'é') });
    const separator = fc.constantFrom(COMMA, 0x3b, 0x09);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), separator, (rows, sign) => {
        const text = rows
          .map((cells) => cells.map((one) => writeCell(one, sign)).join(String.fromCharCode(sign)))
          .join('\r\n');
        fc.pre(!text.endsWith('\r\n') && text !== '');
        assert.deepEqual(rowsOf(text, sign), rows);
      }),
    );
  });
});

describe('separatorOf', () => {
  const cases: [text: string, separator: string][] = [
    ['name,type\n', ','],
    ['name;type,x;aliases\n', ';'],
    ['name\ttype\n', '\t'],
    ['name\n', ','],
    ['"a;b;c",name\n', ','],
    ['', ','],
  ];
  for (const [text, separator] of cases)
    it(JSON.stringify(text), () => assert.equal(String.fromCharCode(separatorOf(text, 0)), separator));
});
