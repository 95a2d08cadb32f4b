/** Generates reports in Markdown: every construction that the zones know, nested, broken off and half typed. */

import fc from 'fast-check';
import { WORDS } from './glossaries';

/** What stands between two words of a name, and around a name where it is introduced. */
const GLUE = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '\n',
  '. ',
  ', ',
  ' (',
  ') ',
  '’s ',
  ' alias ',
  ' (also known as ',
  ' or ',
  ' and ',
  '**',
  '*',
  '_',
  '/',
  '\t',
  ' “',
  '” ',
  ' "',
  '" ',
  ' ‘',
  '’ ',
  '«',
  '»',
  '„',
  '\u00a0',
  '\u00ad',
  "'s ",
];
const INLINE = [
  '`Saloh`',
  '``',
  '`',
  '[Abu Saloh](https://x.org/Saloh "Saloh")',
  '[Saloh',
  '](',
  '![Sa](a.png)',
  '[^1]',
  '[^2]',
  '[^a',
  '[@key, p. 2]',
  '<b>',
  '</b>',
  '<!-- nomenclator-disable-next-line name/spelling -->',
  '<!-- Saloh -->',
  '<!--',
  'https://x.org/Abu-Saloh',
  '<https://x.org/KTJ>',
  '&amp;',
  '\\*',
  '~~',
  '  \n',
  '“KTJ” ',
  '"Abu Saloh," he said ',
  'Author, Title of a Saloh Report (June 1, 2021), 18. ',
];

const inline = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GLUE)) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...INLINE), fc.constantFrom('', ' ')) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));

const leaf = fc.oneof(
  { weight: 6, arbitrary: inline },
  { weight: 1, arbitrary: inline.map((text) => `# ${text}`) },
  { weight: 1, arbitrary: inline.map((text) => `${text}\n---`) },
  { weight: 1, arbitrary: inline.map((text) => `\`\`\`\n${text}\n\`\`\``) },
  { weight: 1, arbitrary: inline.map((text) => `~~~ ${text}`) },
  { weight: 1, arbitrary: inline.map((text) => `    ${text}`) },
  { weight: 1, arbitrary: inline.map((text) => `<div>\n${text}\n</div>`) },
  {
    weight: 1,
    arbitrary: inline.map((text) => `<!-- nomenclator-disable -->\n\n${text}\n\n<!-- nomenclator-enable -->`),
  },
  { weight: 1, arbitrary: inline.map((text) => `| ${text} | Saloh |\n|---|:-:|\n| KTJ | ${text} |`) },
  { weight: 1, arbitrary: inline.map((text) => `12 ${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('---', '***', '[ref]: https://x.org "Saloh"', '-', '1.', '>', '|a|\n|-|', ''),
  },
);

const blocks: fc.Arbitrary<string> = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('blocks').map((text) => text.replace(/^/gm, '> ')),
    tie('blocks').map((text) => `- ${text.replace(/\n/g, '\n  ')}`),
    tie('blocks').map((text) => `7) ${text.replace(/\n/g, '\n   ')}`),
    fc
      .tuple(fc.constantFrom('1', '2', '3', 'a'), tie('blocks'))
      .map(([label, text]) => `[^${label}]: ${text.replace(/\n/g, '\n    ')}`),
    tie('blocks').map((text) => `[^2]: ${text.replace(/\n+/g, ' ')} <!-- @key, 2 -->`),
  ),
  blocks: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 3,
      depthIdentifier: 'blocks',
    })
    .map((parts) =>
      parts
        .map(([block, gap]) => block + gap)
        .join('')
        .trimEnd(),
    ),
})).blocks;

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '---\ndate: 2022-01-02\ntitle: Saloh\n---\n',
  '---\n',
  '---\na: b\n...\n',
);

/** The text of a report. */
export const reportText: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.array(fc.tuple(blocks, fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n')), { maxLength: 5 }),
    lineEnd,
    fc.option(fc.nat({ max: 400 }), { nil: undefined, freq: 4 }),
  )
  .map(([front, parts, eol, cut]) => {
    const text = front + parts.flat().join('');
    return text.slice(0, cut).replace(/\n/g, eol);
  });

export interface TextChange {
  /** Where, and how much is taken out: parts of a thousand of the text. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** A keystroke, a word, a paste, a deletion. */
export const textChange: fc.Arbitrary<TextChange> = fc.record({
  at: fc.nat({ max: 1000 }),
  removed: fc.oneof(fc.constant(0), fc.nat({ max: 8 }), fc.nat({ max: 400 })),
  inserted: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'\n*_[]^:`>-#|"“” 1<&\r\t~') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('', '\n\n', '    ', '```\n', '[^1]: ', '---\n', '> ', '<!--', '-->', '\r\n'),
    },
    { weight: 2, arbitrary: inline },
    { weight: 1, arbitrary: blocks },
  ),
});

export function applyChange(text: string, { at, removed, inserted }: TextChange): string {
  const start = Math.round((at / 1000) * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}
