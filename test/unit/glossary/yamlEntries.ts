/** Generates glossary YAML in every manner in which people write it, together with what it reads as. */

import fc from 'fast-check';
import type { YamlValue } from '../../../server/src/text/yaml';

/** Writes one text at a place; `margin` is how far in its line's key stands. */
type Writer = (margin: number) => string;

export interface WrittenFile {
  readonly text: string;
  /** By section, then by id. */
  readonly value: ReadonlyMap<string, ReadonlyMap<string, YamlValue>>;
}

interface Written<T extends YamlValue = YamlValue> {
  readonly value: T;
  readonly write: Writer;
}

const WORDS = [
  'Abu',
  'Saloh',
  'al-Tawhid',
  'Hay’at',
  'Катибат',
  'أبو',
  'Groß',
  'O',
  '𐐀d',
  '7',
  'No',
  'null',
  'true',
];
const JOINTS = [
  ' ',
  ' ',
  ' ',
  '-',
  ', ',
  ': ',
  "'",
  '"',
  ' #',
  '#',
  ' [',
  '] ',
  '{',
  '}',
  '&',
  ' * ',
  '!',
  '?',
  ' - ',
  '\\',
];

/** Names, and what no name is, but somebody may write. */
export const nameText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.array(fc.tuple(fc.constantFrom(...JOINTS), fc.constantFrom(...WORDS)), { maxLength: 3 }),
  )
  .map(([first, rest]) => first + rest.map(([joint, word]) => joint + word).join(''));

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .’\-\p{M}]*[\p{L}\p{N}])?$/u;
const PLAIN_IN_BLOCK = /^[\p{L}\p{N}](?:(?:[\p{L}\p{N} .’\-\p{M},[\]{}'"!\\]|[#&](?<! .))*[\p{L}\p{N}])?$/u;

function writeText(text: string, style: 'plain' | 'single' | 'double', isFlow: boolean): string {
  if (style === 'plain' && (isFlow ? PLAIN : PLAIN_IN_BLOCK).test(text)) return text;
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

const textStyle = fc.constantFrom('plain' as const, 'plain' as const, 'single' as const, 'double' as const);
const comment = fc.constantFrom('', '', '', '   ', ' # c', '  # x, y: [z', " # it's & *that");
const pad = (width: number) => ' '.repeat(width);

const flowList = (items: fc.Arbitrary<readonly Written[]>): fc.Arbitrary<Written> =>
  fc
    .record({
      items,
      layout: fc.constantFrom('line', 'tight', 'spaced', 'wrapped', 'rows', 'rows, closed'),
      ends: fc.boolean(),
      notes: fc.array(comment, { minLength: 5, maxLength: 5 }),
    })
    .map(({ items, layout, ends, notes }) => ({
      value: items.map(({ value }) => value),
      write: (margin) => {
        const parts = items.map(({ write }) => write(margin));
        const end = ends && parts.length > 0 ? ',' : '';
        const inner = pad(margin + 3);
        switch (layout) {
          case 'tight':
            return `[${parts.join(',')}${end}]`;
          case 'spaced':
            return `[ ${parts.join(' , ')}${end} ]`;
          case 'wrapped':
            return `[${parts.join(`,${notes[0]}\n${inner}`)}${end}]`;
          case 'rows':
          case 'rows, closed': {
            const rows = parts.map((part, k) => {
              const separator = k < parts.length - 1 ? ',' : end;
              const isClosing = k === parts.length - 1 && layout === 'rows, closed';
              return `\n${inner}${part}${separator}${isClosing ? ' ' : notes[k]!}`;
            });
            return `[${notes[4]}${rows.join('')}${layout === 'rows' || parts.length === 0 ? `\n${pad(margin + 1)}` : ''}]`;
          }
          default:
            return `[${parts.join(', ')}${end}]`;
        }
      },
    }));

const blockList = (items: fc.Arbitrary<readonly Written[]>): fc.Arbitrary<Written> =>
  fc
    .record({
      items: items.filter(({ length }) => length > 0),
      further: fc.constantFrom(0, 2, 2, 3),
      notes: fc.array(comment, { minLength: 5, maxLength: 5 }),
      between: fc.constantFrom('', '', '# between', '  # deeper'),
    })
    .map(({ items, further, notes, between }) => ({
      value: items.map(({ value }) => value),
      write: (margin) => {
        const dash = pad(margin + further);
        const rows = items.map(
          ({ write }, k) =>
            `\n${dash}- ${withNote(write(margin + further + 2), notes[k]!)}${between && k % 2 === 0 ? `\n${dash}${between}` : ''}`,
        );
        return notes[4] + rows.join('');
      },
    }));

/** A comment stands behind the first line of what it is about. */
const withNote = (written: string, note: string): string =>
  written.includes('\n') ? written : written + note;

const text = (isFlow: boolean): fc.Arbitrary<Written<string>> =>
  fc.record({ value: nameText, style: textStyle }).map(({ value, style }) => ({
    value,
    write: () => writeText(value, style, isFlow),
  }));

const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

/** A key’s value: a list in any style, one text alone, or nothing yet. */
const textsInFlow: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: flowList(some(text(true))) },
  { weight: 1, arbitrary: text(true) },
);
const nothing: fc.Arbitrary<Written> = fc.constant({ value: '', write: () => '' });
const texts: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: flowList(some(text(true))) },
  { weight: 3, arbitrary: blockList(some(text(false))) },
  { weight: 2, arbitrary: text(false) },
  { weight: 1, arbitrary: nothing },
);

const note: fc.Arbitrary<Written> = fc
  .constantFrom(
    { value: 'One.\nTwo: # not a comment\n', lines: ['|', 'One.', 'Two: # not a comment'] },
    { value: 'One. Two - [three].', lines: ['>-  # folded', 'One.', 'Two - [three].'] },
    // Empty lines below would be kept as well, were it not for the comment.
    { value: 'Kept.\n\n', lines: ['|+', 'Kept.', '', '# kept'] },
    { value: 'Over two lines.', lines: ['Over', 'two lines.'] },
    { value: 'Quoted: over two.', lines: ['"Quoted:', 'over two."'] },
  )
  .map(({ value, lines: [first, ...rest] }) => ({
    value,
    write: (margin) =>
      first! +
      rest.map((line) => `\n${line === '' || line.startsWith('#') ? line : pad(margin + 2) + line}`).join(''),
  }));

type Pairs = readonly (readonly [key: string, value: Written])[];
const keyed = (key: string, value: fc.Arbitrary<Written>) =>
  fc.option(
    value.map((written) => [key, written] as const),
    { freq: 2, nil: undefined },
  );
const pairsOf = (
  name: fc.Arbitrary<Written>,
  ...others: fc.Arbitrary<readonly [string, Written] | undefined>[]
) =>
  fc
    .tuple(name, fc.tuple(...others), fc.boolean(), fc.integer())
    .map(([first, rest, isSorted, seed]): Pairs => {
      const given = rest.filter((pair) => pair !== undefined);
      const named = ['name', first] as const;
      if (isSorted) return [named, ...given];
      const at = Math.abs(seed) % (given.length + 1);
      return [...given.slice(0, at), named, ...given.slice(at)];
    });

const keyStyle = fc.constantFrom(
  'plain' as const,
  'plain' as const,
  'plain' as const,
  'double' as const,
  'single' as const,
);

const flowMap = (pairs: fc.Arbitrary<Pairs>): fc.Arbitrary<Written> =>
  fc
    .record({
      pairs,
      layout: fc.constantFrom('line', 'tight', 'wrapped', 'rows'),
      ends: fc.boolean(),
      keys: keyStyle,
      notes: fc.array(comment, { minLength: 8, maxLength: 8 }),
    })
    .map(({ pairs, layout, ends, keys, notes }) => ({
      value: new Map(pairs.map(([key, { value }]) => [key, value])),
      write: (margin) => {
        const parts = pairs.map(([key, { write }]) => `${writeText(key, keys, true)}: ${write(margin + 2)}`);
        const end = ends ? ',' : '';
        if (layout === 'line') return `{ ${parts.join(', ')}${end} }`;
        if (layout === 'tight') return `{${parts.join(', ')}${end}}`;
        const inner = pad(margin + 2);
        if (layout === 'wrapped') return `{ ${parts.join(`,\n${inner}`)}${end} }`;
        const rows = parts.map(
          (part, k) => `\n${inner}${part}${k < parts.length - 1 ? ',' : end}${notes[k]}`,
        );
        return `{${rows.join('')}\n${pad(margin + 1)}}`;
      },
    }));

/** Written from where its first key stands. */
const blockMap = (pairs: fc.Arbitrary<Pairs>): fc.Arbitrary<Written> =>
  fc
    .record({
      pairs,
      keys: keyStyle,
      notes: fc.array(comment, { minLength: 8, maxLength: 8 }),
      between: fc.constantFrom('', '', '\n', '# between', '  # deeper', 'left'),
      anchors: fc.boolean(),
    })
    .map(({ pairs, keys, notes, between, anchors }) => ({
      value: new Map(pairs.map(([key, { value }]) => [key, value])),
      write: (margin) => {
        const rows = pairs.map(([key, { value, write }], k) => {
          const written = write(margin);
          // A block scalar’s text would end in a comment.
          const isText = typeof value === 'string' && written.includes('\n');
          const anchor = anchors && Array.isArray(value) && k === 1 ? ` &a${k}` : '';
          const gap =
            written === '' || written.startsWith('\n') || /^\s+(#[^\n]*)?\n/.test(written) ? '' : ' ';
          const row = `${writeText(key, keys, true)}:${anchor}${gap}${written}`;
          const noted = isText || row.includes('\n') ? row : row + notes[k]!;
          if (isText || k !== 0 || between === '') return noted;
          return between === '\n'
            ? `${noted}\n`
            : `${noted}\n${between === 'left' ? '# left' : pad(margin) + between}`;
        });
        return rows.join(`\n${pad(margin)}`);
      },
    }));

const aliasPairs = (isFlow: boolean) =>
  pairsOf(
    text(isFlow),
    keyed('kind', fc.constant({ value: 'real name', write: () => 'real name' })),
    keyed('spellings', isFlow ? textsInFlow : texts),
    keyed('scripts', isFlow ? textsInFlow : texts),
  );
const aliasesInFlow = flowList(some(fc.oneof(text(true), flowMap(aliasPairs(true)))));
const aliases = fc.oneof(
  aliasesInFlow,
  blockList(some(fc.oneof(text(false), flowMap(aliasPairs(true)), blockMap(aliasPairs(false))))),
);

const entryPairs = (isFlow: boolean) =>
  pairsOf(
    text(isFlow),
    keyed('acronym', isFlow ? textsInFlow : texts),
    keyed('short', isFlow ? textsInFlow : texts),
    keyed('spellings', isFlow ? textsInFlow : texts),
    keyed('aliases', isFlow ? aliasesInFlow : aliases),
    ...(isFlow ? [] : [keyed('note', note)]),
    keyed('not', isFlow ? textsInFlow : texts),
  );

const entry: fc.Arbitrary<{ readonly isFlow: boolean; readonly written: Written }> = fc.oneof(
  { weight: 3, arbitrary: blockMap(entryPairs(false)).map((written) => ({ isFlow: false, written })) },
  { weight: 1, arbitrary: flowMap(entryPairs(true)).map((written) => ({ isFlow: true, written })) },
);

const IDS = ['a', 'b-1', 'ç'];
const section = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
  indent: fc.constantFrom(1, 2, 2, 4),
  further: fc.constantFrom(1, 2, 2, 4),
  gap: fc.constantFrom('', '', '\n'),
  head: comment,
});

/** A file with the sections `people` and `groups`, in block style at the top. */
export const glossaryFile: fc.Arbitrary<WrittenFile> = fc
  .record({
    sections: fc.array(section, { minLength: 1, maxLength: 2 }),
    eol: fc.constantFrom('\n', '\r\n'),
    ends: fc.boolean(),
    head: fc.constantFrom('', '# A file.\n', 'version: 1\n\n', '---\n'),
  })
  .map(({ sections, eol, ends, head }) => {
    const names = ['people', 'groups'];
    const value = new Map<string, ReadonlyMap<string, YamlValue>>();
    const rows = sections.map(({ entries, indent, further, gap, head: note }, k) => {
      value.set(names[k]!, new Map(entries.map(({ written }, n) => [IDS[n]!, written.value])));
      const written = entries.map(({ isFlow, written: { write } }, n) => {
        const margin = pad(indent);
        return isFlow
          ? `${margin}${IDS[n]}: ${write(indent)}`
          : `${margin}${IDS[n]}:\n${pad(indent + further)}${write(indent + further)}`;
      });
      return `${names[k]}:${note}\n${written.join(`\n${gap}`)}`;
    });
    // Without a line end at the end of the file, a block scalar there would read differently.
    const whole = `${head}${rows.join('\n')}`;
    return {
      text: (ends || /[|>][-+]?[^\n]*\n[^:]*$/.test(whole) ? `${whole}\n` : whole).replaceAll('\n', eol),
      value,
    };
  });
