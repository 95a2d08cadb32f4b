/** Whatever the layout of a glossary, each of its keys and texts is found where it stands, also while it is being typed. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONFIG_FILE } from '../../server/src/desk/configShape';
import { filePlaceAt } from '../../server/src/features/deskFiles/filePlace';
import { fileSymbols } from '../../server/src/features/deskFiles/fileSymbols';
import { makeGlossary } from '../../server/src/glossary/glossary';
import { GLOSSARY_FILE } from '../../server/src/glossary/shape';
import { finish } from '../../server/src/text/steps';
import { yamlPlaceAt } from '../../server/src/text/yamlPlace';
import { runs, TIMEOUT } from './runs';

type Value = string | readonly Value[] | { readonly [key: string]: Value };

interface Layout {
  readonly unit: number;
  /** How far in the dashes of a list stand, from its key. */
  readonly dash: number;
  readonly lineEnd: string;
  readonly between: string;
  /** Chooses, one after the other, how the next value is written. */
  readonly choices: readonly number[];
}

/** Where a key or a text begins and ends, without its quotes. */
interface Written {
  readonly path: readonly (string | number)[];
  readonly part: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

class Writer {
  text = '';
  readonly written: Written[] = [];
  readonly #layout: Layout;
  #chosen = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  map(
    map: { readonly [key: string]: Value },
    path: Written['path'],
    indent: number,
    isFirstInline = false,
  ): void {
    for (const [index, [key, value]] of Object.entries(map).entries()) {
      if (!isFirstInline || index > 0) this.text += ' '.repeat(indent);
      const inner = [...path, key];
      this.#scalar(key, inner, 'key', this.#choose(4) === 0 ? '"' : '');
      this.text += ':';
      this.#value(value, inner, indent);
      if (this.#choose(6) === 0) this.text += this.#layout.between;
    }
  }

  #value(value: Value, path: Written['path'], indent: number): void {
    const { unit, dash, lineEnd } = this.#layout;
    if (typeof value === 'string') {
      this.text += ' ';
      this.#scalar(value, path, 'value', this.#quote());
      this.text += this.#choose(5) === 0 ? ` # note${lineEnd}` : lineEnd;
      return;
    }
    const isEmpty = Object.keys(value).length === 0;
    if (path.length > 1 && (isEmpty || this.#choose(3) === 0)) {
      this.text += ' ';
      this.#flow(value, path, indent);
      this.text += lineEnd;
      return;
    }
    this.text += lineEnd;
    if (!Array.isArray(value)) {
      this.map(value as { [key: string]: Value }, path, indent + unit);
      return;
    }
    for (const [index, item] of value.entries()) {
      this.text += `${' '.repeat(indent + dash)}- `;
      const inner = [...path, index];
      if (typeof item === 'string') {
        this.#scalar(item, inner, 'value', this.#quote());
        this.text += lineEnd;
      } else if (this.#choose(2) === 0) {
        this.#flow(item, inner, indent);
        this.text += lineEnd;
      } else this.map(item as { [key: string]: Value }, inner, indent + dash + 2, true);
    }
  }

  #flow(value: Value, path: Written['path'], indent: number): void {
    const gap = this.#choose(6) === 0 ? this.#layout.lineEnd + ' '.repeat(indent + 8) : ' ';
    if (typeof value === 'string') this.#scalar(value, path, 'value', this.#quote());
    else if (Array.isArray(value)) {
      this.text += '[';
      for (const [index, item] of value.entries()) {
        if (index > 0) this.text += `,${gap}`;
        this.#flow(item, [...path, index], indent);
      }
      this.text += ']';
    } else {
      this.text += '{ ';
      for (const [index, [key, item]] of Object.entries(value).entries()) {
        if (index > 0) this.text += `,${gap}`;
        this.#scalar(key, [...path, key], 'key', this.#choose(4) === 0 ? '"' : '');
        this.text += ': ';
        this.#flow(item, [...path, key], indent);
      }
      this.text += ' }';
    }
  }

  #scalar(text: string, path: Written['path'], part: Written['part'], quote: string): void {
    this.text += quote;
    this.written.push({ path, part, start: this.text.length, end: this.text.length + text.length, text });
    this.text += text + quote;
  }

  #quote(): string {
    return ['', '', '"', "'"][this.#choose(4)]!;
  }

  #choose(of: number): number {
    const { choices } = this.#layout;
    return (choices[this.#chosen++ % choices.length] ?? 0) % of;
  }
}

const word = fc.constantFrom(
  'Abu',
  'Abu Saloh',
  'ktj',
  'Hay’at',
  'Абу Салоҳ',
  'al-Tawhid',
  '2019-04',
  '15',
  'no',
);
const source = fc.oneof(word, fc.record({ id: word, locator: word }));
const relation = fc.record({ group: word, title: word, sources: fc.array(source, { maxLength: 2 }) });
const alias = fc.oneof(
  word,
  fc.record({ name: word, kind: word, spellings: fc.array(word, { maxLength: 2 }) }),
);
const entry: fc.Arbitrary<Value> = fc.record({
  name: word,
  acronym: word,
  spellings: fc.array(word, { maxLength: 3 }),
  aliases: fc.array(alias, { maxLength: 2 }),
  roles: fc.array(relation, { maxLength: 2 }),
  status: fc.record({ is: word, on: word }),
  note: word,
}) as fc.Arbitrary<Value>;
const file: fc.Arbitrary<{ [key: string]: Value }> = fc.record({
  version: fc.constant('1'),
  groups: fc.record({ ktj: entry, 'h.t-s': entry }),
  people: fc.record({ abu: entry }),
});
const layout: fc.Arbitrary<Layout> = fc.record({
  unit: fc.constantFrom(1, 2, 4),
  dash: fc.constantFrom(0, 2),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  between: fc.constantFrom('\n', '# people:\n', '\r\n', '   # x\n'),
  choices: fc.array(fc.nat(100), { minLength: 1, maxLength: 60 }),
});

const written = fc.tuple(file, layout).map(([value, how]) => {
  const writer = new Writer(how);
  writer.map(value, [], 0);
  return writer;
});

describe('Places in YAML', function () {
  this.timeout(TIMEOUT);

  it('are found where they stand', () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ text, written }, at) => {
        const one = written[at % written.length]!;
        const offset = one.start + (at % (one.text.length + 1));
        const place = yamlPlaceAt(text, offset);
        assert.ok(place, text);
        assert.deepEqual(
          { path: place.path, part: place.part, text: place.text },
          { path: one.path, part: one.part, text: one.text },
        );
        assert.match(text.slice(place.span.start, place.span.end), /^(["']?)[\s\S]*\1$/);
        assert.ok(place.span.start <= one.start && one.end <= place.span.end);
      }),
      runs(150),
    );
  });

  it('are the same while the text is typed, from its beginning to its end', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.boolean(), ({ text, written }, at, keepsRest) => {
        const one = written[at % written.length]!;
        const offset = one.start + 1 + (at % one.text.length);
        const lineEnd = text.indexOf('\n', offset);
        // What is typed in the middle has other lines behind it: entries that are whole.
        const isInEntry = one.path.length > 2;
        const rest =
          keepsRest && isInEntry
            ? `${text.slice(lineEnd).match(/^\r?\n/)?.[0] ?? '\n'}places:\n  osh:\n    name: Osh\n`
            : '';
        const typed = text.slice(0, offset) + rest;
        const place = yamlPlaceAt(typed, offset);
        assert.ok(place, typed);
        const { path } = place;
        // A text alone in a list may still become a key, and a key alone a text.
        const isSame =
          JSON.stringify(path.slice(0, -1)) === JSON.stringify(one.path.slice(0, -1)) ||
          JSON.stringify(path) === JSON.stringify(one.path.slice(0, -1)) ||
          JSON.stringify(path.slice(0, -1)) === JSON.stringify(one.path);
        assert.ok(isSame, `${path.join('/')} for ${one.path.join('/')} in:\n${typed}`);
      }),
      runs(150),
    );
  });

  it('break nothing, whatever is deleted or typed', () => {
    const nothing = makeGlossary([]);
    const damage = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      typed: fc.constantFrom(
        '',
        ' ',
        '\n',
        '\t',
        '"',
        "'",
        '{',
        '[',
        ']',
        '}',
        ':',
        ': ',
        '- ',
        '&a ',
        '*a',
        '|\n',
        '#',
        '? ',
        '---\n',
        '%',
      ),
    });
    fc.assert(
      fc.property(
        written,
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        ({ text }, damages, at) => {
          let broken = text;
          for (const { at: from, length, typed } of damages) {
            const start = from % (broken.length + 1);
            broken = broken.slice(0, start) + typed + broken.slice(start + length);
          }
          const offset = at % (broken.length + 1);
          for (const path of ['/d/a.yaml', '/d/a.jsonl', '/d/a.csv'])
            for (const shape of [GLOSSARY_FILE, CONFIG_FILE]) {
              const place = filePlaceAt({ path, text: broken, shape }, offset);
              if (!place) continue;
              const { start, end } = place.span;
              assert.ok(0 <= start && start <= offset && offset <= end && end <= broken.length, broken);
            }
          const symbols = finish(
            fileSymbols({ path: '/d/a.yaml', text: broken, shape: GLOSSARY_FILE }, undefined, nothing),
          );
          for (const { span, at, children } of symbols)
            for (const symbol of [{ span, at }, ...children])
              assert.ok(symbol.span.start <= symbol.at.start && symbol.at.end <= symbol.span.end, broken);
        },
      ),
      runs(120),
    );
  });
});
