/** Reports that nobody would write: each is read in time that grows with its length, which a square would overrun. */

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { fixAll } from '../../server/src/analysis/fixAll';
import { LanguageClient } from '../support/languageClient';
import { worksOf } from '../support/works';

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid, acronym: KTJ, spellings: [Katibat Tauhid] }
people:
  abu-saloh: { name: Abu Saloh, spellings: [Abu Salah], aliases: [Sirojiddin Mukhtarov] }
`;
const works = worksOf(GLOSSARY);

const SENTENCE = `Then Abu Salah of KTJ[^1] wrote to “Abu Salah” and *Katibat Tauhid*. ${'Nobody is named here. '.repeat(15)}`;
const MILLION = 1_000_000;

/** The text again and again, up to a length. */
const filled = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

function backticksOfManyLengths(length: number): string {
  let text = '';
  for (let size = 1; text.length < length; size++) text += `${'`'.repeat(size)}a`;
  return text;
}

const deeper = (sign: string, levels: number): string =>
  Array.from({ length: levels }, (_, k) => `${sign.repeat(k)}- a\n`).join('');

const TEXTS: Readonly<Record<string, string>> = {
  'a million [': filled('[', MILLION),
  'half a million [ and as many ]': '['.repeat(MILLION / 2) + ']'.repeat(MILLION / 2),
  'a million []': filled('[]', MILLION),
  'a million ](': filled('[a](', MILLION),
  'a million *': `a${filled('*', MILLION)}b${filled('*', MILLION)}`,
  'emphasis that never ends': filled('*a **b _c ', MILLION),
  'backticks of many lengths': backticksOfManyLengths(MILLION),
  'a million backticks, each alone': filled('`a ', MILLION),
  'a million <': filled('<', MILLION),
  'tags that never end': filled('<a b="', MILLION),
  'comments that never end': filled('a <!-- ', MILLION),
  'processing instructions that never end': filled('a <? ', MILLION),
  'block quotations in block quotations': filled('> ', MILLION),
  'lists in lists': filled('- ', MILLION),
  'numbered lists in numbered lists': filled('1. ', MILLION),
  'notes in notes': filled('[^1]: ', MILLION),
  'ever deeper lists': deeper('  ', 1000),
  'ever deeper block quotations': deeper('>', 1000),
  'a table of many columns': `|${filled('a|', 300_000)}\n|${filled('-|', 300_000)}\n|${filled('KTJ|', 300_000)}`,
  'a table of many rows': `|a|b|\n|-|-|\n${filled('|KTJ|Abu Salah|\n', MILLION)}`,
  'a million "': filled('"', MILLION),
  'quotations that are never closed': filled(' “a "b „c ‘d «e', MILLION),
  'a million spaces': `Abu${' '.repeat(MILLION)}Salah`,
  'a million spaces in a note': `[^1]: Abu.${' '.repeat(MILLION)}Salah`,
  'a million line ends': filled('\n', MILLION),
  'front matter that never ends': `---\n${filled('---x\n', MILLION)}`,
  'a million keys': filled('@a [@b] ', MILLION),
  'citations that never end': filled('[@a; @{b [c ', MILLION),
  'a note of many Ibid.': `a[^1]\n\n[^1]: ${filled('Ibid., 5; Doe, op. cit. ', MILLION)}`,
  'many notes that point back': filled('a[^1] b[^2]\n\n[^1]: Doe, supra note 2.\n[^2]: Ibid.\n\n', MILLION),
  'a note of a million signs': `[^1]: ${filled('Author, Title of a Report (June 1, 2021', MILLION)}`,
  'a million notes': filled('[^1]: a\n', MILLION),
  'acronyms that are introduced again and again': filled(
    'A Katibat al-Tawhid (KTJ). A Turkestan Union Front (TUF). ',
    MILLION,
  ),
  'acronyms without end': filled('KTJ TUF, (XAB; AB-', MILLION),
  'a comment for every line': filled(
    'Abu Salah <!-- nomenclator-disable-next-line name/spelling -->\n',
    MILLION,
  ),
  'rules that are never turned on again': filled(
    'Abu Salah <!-- nomenclator-disable name/alias -->\n\n',
    MILLION,
  ),
  'a long comment': `<!-- @a, ${filled('a ', MILLION)}--> <!-- nomenclator-disable ${filled('-', MILLION)} -->`,
  'one word of a million letters': filled('a', MILLION),
  'a million marks on one letter': `a${filled('\u0301', MILLION)}`,
  'names without a gap': filled('KTJ-Abu-Salah-', MILLION),
  'introductions without end': filled('Abu Salah, also known as, alias (Abu Saloh or ', MILLION),
};

describe('A report that nobody would write', function () {
  this.timeout(60_000);

  for (const [name, text] of Object.entries(TEXTS)) {
    it(name, () => {
      const analysis = analyze(text, works);
      const middle = text.length >> 1;
      const typed = analyze(`${text.slice(0, middle)}x${text.slice(middle)}`, works, analysis);
      for (const { report } of [analysis, typed])
        assert.equal(report.layout.zones.at(-1)?.end, report.text.length);
    });
  }

  it('NUL bytes and unpaired surrogates are signs between names, and stay', () => {
    const text = '\0Abu Salah\0 \ud800Abu Salah\udc00 and Abu\ud800Salah';
    const mended = fixAll(analyze(text, works));
    assert.equal(mended, '\0Abu Saloh\0 \ud800Abu Saloh\udc00 and Abu\ud800Salah');
  });

  it('a byte-order mark hides no name, and stays', () => {
    assert.equal(fixAll(analyze('\ufeffAbu Salah.\n', works)), '\ufeffAbu Saloh.\n');
    const [finding] = analyze('\ufeff# Abu Salah\n', works).findings;
    assert.deepEqual(finding?.span, { start: 3, end: 12 });
  });

  for (const [name, eol] of Object.entries({ 'CR LF': '\r\n', 'a lone CR': '\r' })) {
    it(`${name} ends a line, and stays`, () => {
      const text = ['# Abu', '', 'Then Abu', 'Salah.', '', '> Abu Salah', '', '[^1]: KTJ'].join(eol);
      const { findings, report } = analyze(text, works);
      assert.deepEqual(
        findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
        [
          ['name/spelling', `Abu${eol}Salah`],
          ['note/unused', '[^1]:'],
        ],
      );
      assert.deepEqual(report.lines.positionAt(text.indexOf('Salah.')), { line: 3, character: 0 });
      assert.equal(fixAll(analyze(text, works)), text.replace(`Abu${eol}Salah`, `Abu${eol}Saloh`));
    });
  }
});

describe('A report of many megabytes', function () {
  this.timeout(120_000);
  const REPORT = '/desk/report.md';
  const OTHER = '/desk/other.md';

  const TEXTS: Readonly<Record<string, string>> = {
    'in 20 MB of paragraphs': filled(`${SENTENCE}\n\n`, 20 * MILLION),
    'in one line of 5 MB': filled(SENTENCE, 5 * MILLION),
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`${name} is checked as it is typed, and the reports beside it too`, async () => {
      const files = { '/desk/glossary/a.yaml': GLOSSARY, [REPORT]: text, [OTHER]: 'Abu Salah.\n' };
      const client = await LanguageClient.start({ files });
      await client.open(REPORT);
      const shown = await client.diagnosticsNow(REPORT);
      assert.match(String(shown.at(-1)?.message), /This report has \d+ more findings\. Mend these first/);
      // Typing on, faster than anybody could be told of.
      for (let k = 0; k < 20; k++) await client.type(REPORT, { line: 0, character: k }, 'x');
      await client.open(OTHER);
      await client.shows(OTHER, 'name/spelling Abu Salah');
      const typed = await client.diagnosticsNow(REPORT);
      const first = (all: typeof shown) =>
        all.find(({ code }) => code === 'name/spelling')?.range.start.character;
      assert.equal(first(typed), (first(shown) ?? 0) + 20);
      await client.stop();
      assert.deepEqual(client.errors, []);
    });
  }
});
