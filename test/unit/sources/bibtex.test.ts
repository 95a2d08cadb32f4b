/** BibTeX and biblatex files, sound and broken, read into items and problems at their places. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import type { CslItem } from '../../../server/src/sources/source';

const read = (text: string) => readSourceFile('x.bib', text);

/** The only item of a file without problems. */
function itemOf(text: string): CslItem {
  const { sources, problems } = read(text);
  assert.deepEqual(problems, []);
  assert.equal(sources.length, 1);
  return sources[0]!.item;
}

/** One variable of an entry with these fields. */
const variable = (name: string, fields: string, type = 'misc'): unknown =>
  itemOf(`@${type}{k, title = {T}, ${fields}}`)[name];

const titleOf = (latex: string): unknown => itemOf(`@misc{k, title = {${latex}}}`).title;

/** Each problem as `rule «what is underlined»`, and the keys that could be read. */
function told(text: string): { keys: string[]; problems: string[] } {
  const { sources, problems } = read(text);
  return {
    keys: sources.map(({ key }) => key),
    problems: problems.map(({ rule, span }) => `${rule} «${text.slice(span.start, span.end)}»`),
  };
}

describe('readSourceFile: BibTeX', () => {
  it('reads an entry of biblatex whole', () => {
    const text = `
@report{un-s-2021-486,
  author = {{United Nations Security Council}},
  title = {Twelfth Report of the {Analytical Support} and {{Sanctions Monitoring Team}}},
  shorttitle = {Twelfth Report},
  type = {Report},
  number = {S/2021/486},
  institution = {United Nations},
  location = {New York},
  date = {2021-06-01},
  url = {https://undocs.org/S/2021/486?x=1&y=a_b%20c},
  urldate = {2021-07-05},
  pages = {20--25},
  langid = {russian},
  keywords = {un, sanctions;team},
}`;
    assert.deepEqual(itemOf(text), {
      id: 'un-s-2021-486',
      type: 'report',
      author: [{ literal: 'United Nations Security Council' }],
      title: 'Twelfth Report of the Analytical Support and Sanctions Monitoring Team',
      'title-short': 'Twelfth Report',
      genre: 'Report',
      number: 'S/2021/486',
      publisher: 'United Nations',
      'publisher-place': 'New York',
      issued: { 'date-parts': [[2021, 6, 1]] },
      URL: 'https://undocs.org/S/2021/486?x=1&y=a_b%20c',
      accessed: { 'date-parts': [[2021, 7, 5]] },
      page: '20-25',
      language: 'ru',
      keyword: 'un, sanctions, team',
    });
  });

  it('tells where an entry and its key stand', () => {
    const text = 'A comment.\n@book{ a,\n title = {A}}\n@book(b, title = "B")';
    const { sources } = read(text);
    const places = sources.flatMap(({ locate }) =>
      (['entry', 'key'] as const).map((part) => text.slice(locate(part).start, locate(part).end)),
    );
    assert.deepEqual(places, ['@book{ a,\n title = {A}}', 'a', '@book(b, title = "B")', 'b']);
  });

  describe('types', () => {
    const types: [entry: string, type: string][] = [
      ['@article{k, title = {T}}', 'article-journal'],
      ['@article{k, title = {T}, entrysubtype = {newspaper}}', 'article-newspaper'],
      ['@article{k, title = {T}, entrysubtype = {magazine}}', 'article-magazine'],
      ['@online{k, title = {T}}', 'webpage'],
      ['@InProceedings{k, title = {T}}', 'paper-conference'],
      ['@PHDTHESIS{k, title = {T}}', 'thesis'],
      ['@unpublished{k, title = {T}, eventtitle = {E}}', 'speech'],
    ];
    for (const [entry, type] of types)
      it(`${entry} is ${type}`, () => assert.equal(itemOf(entry).type, type));

    it('says what to write instead of one that does not exist', () => {
      assert.deepEqual(told('@reprot{k, title = {T}}'), { keys: ['k'], problems: ['source/type «k»'] });
      assert.match(read('@reprot{k, title = {T}}').problems[0]?.message ?? '', /Write “@report”/);
    });
  });

  describe('LaTeX', () => {
    const titles: [latex: string, text: string][] = [
      ["Nov{\\'a}k, \\v{c}erven{\\'y}, {\\O}stg{\\aa}rd", 'Novák, červený, Østgård'],
      ["D{\\'\\i}az, D\\'{\\i}az, na{\\\"\\i}ve", 'Díaz, Díaz, naïve'],
      [
        "Stra{\\ss}e \\& {\\L}\\'od\\'z, \\c{c}a, \\k{a}, \\H{o}, \\.{z}, \\={a}",
        'Straße & Łódź, ça, ą, ő, ż, ā',
      ],
      ['\\textcyrillic{Привет} {\\cyr мир}', 'Привет мир'],
      ['\\foreignlanguage{russian}{Боевики} \\textcolor{red}{ИГ}', 'Боевики ИГ'],
      ['{{HTS}}’s {kat\\=iba}', 'HTS’s katība'],
      ["``Quoted'' --- and 10--20", '“Quoted” — and 10–20'],
      ['An \\emph{Emphasis} and H$_2$O', 'An <i>Emphasis</i> and H₂O'],
      ['100% sure, $5 and a < b', '100% sure, $5 and a < b'],
      ['A~B\\,C\\ D\\-E', 'A\u00a0B\u2009C DE'],
      ['Новости: الأخبار 新闻', 'Новости: الأخبار 新闻'],
      ['Lines\n   of one   title', 'Lines of one title'],
      ['See \\url{http://a.b/c_d}', 'See http://a.b/c_d'],
    ];
    for (const [latex, text] of titles) it(latex, () => assert.equal(titleOf(latex), text));

    it('keeps the text of commands that nobody knows, and says so', () => {
      const text = '@misc{k, title = {A \\strange{word} here}}';
      assert.deepEqual(told(text).problems, ['source/latex «title = {A \\strange{word} here}»']);
      assert.equal(read(text).sources[0]?.item.title, 'A word here');
    });
  });

  describe('macros', () => {
    it('are written out, joined by “#”, and months are known', () => {
      const text =
        '@string{un = "United Nations"}\n@STRING(full = un # { Security Council})\n' +
        '@report{k, title = {T}, institution = FULL # ", New York", year = 2021, month = jun}';
      const item = itemOf(text);
      assert.equal(item.publisher, 'United Nations Security Council, New York');
      assert.deepEqual(item.issued, { 'date-parts': [[2021, 6]] });
    });

    it('are told of where their definition breaks off, and the entry behind it is read', () => {
      const text = '@string{un = "United Nations\n@book{k, title = {T}}\n@string{}\n@string{oup}';
      assert.deepEqual(told(text), {
        keys: ['k'],
        problems: ['source/entry «"»', 'source/entry «oup»'],
      });
    });

    it('are told of where nobody defines them', () => {
      const text = '@book{k, title = {T}, publisher = oup}';
      assert.deepEqual(told(text), { keys: ['k'], problems: ['source/macro «oup»'] });
    });
  });

  describe('dates', () => {
    const dates: [fields: string, issued: unknown][] = [
      [
        'date = {2020-01/2020-03}',
        {
          'date-parts': [
            [2020, 1],
            [2020, 3],
          ],
        },
      ],
      ['date = {2020/}', { 'date-parts': [[2020], [0]] }],
      ['date = {2019~}', { 'date-parts': [[2019]], circa: true }],
      ['date = {2001-21}', { 'date-parts': [[2001]], season: 1 }],
      ['year = {2010}', { 'date-parts': [[2010]] }],
      ['year = {2010--2012}', { 'date-parts': [[2010], [2012]] }],
      ['year = 2010, month = {September}', { 'date-parts': [[2010, 9]] }],
      ['year = 2010, month = "11~" # sep', { 'date-parts': [[2010, 9, 11]] }],
      ['year = 2010, month = sep, day = 11', { 'date-parts': [[2010, 9, 11]] }],
      ['year = 2010, month = {May--June}', { 'date-parts': [[2010, 5]] }],
      ['year = {in press}', { literal: 'in press' }],
    ];
    for (const [fields, issued] of dates)
      it(fields, () => assert.deepEqual(variable('issued', fields), issued));

    it('are told of where they are none, at the field', () => {
      assert.deepEqual(told('@misc{k, title = {T}, date = {2021-02-30}}').problems, [
        'source/date «date = {2021-02-30}»',
      ]);
    });
  });

  describe('names', () => {
    const names: [latex: string, read: unknown][] = [
      ['Doe, Jane', [{ family: 'Doe', given: 'Jane' }]],
      ['Jane Doe', [{ family: 'Doe', given: 'Jane' }]],
      [
        'Doe, Jane and Roe, Richard',
        [
          { family: 'Doe', given: 'Jane' },
          { family: 'Roe', given: 'Richard' },
        ],
      ],
      ['{Radio Free Europe and Radio Liberty}', [{ literal: 'Radio Free Europe and Radio Liberty' }]],
      ['{World {Bank}}', [{ literal: 'World Bank' }]],
      ['van der Berg, Jan', [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }]],
      ['Ludwig von Beethoven', [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'von' }]],
      ['King, Jr., Martin Luther', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
      ["{\\'A}lvarez, Mar{\\'\\i}a", [{ family: 'Álvarez', given: 'María' }]],
      ['Иванов, Иван', [{ family: 'Иванов', given: 'Иван' }]],
      ['Doe, Jane and others', [{ family: 'Doe', given: 'Jane' }, { literal: 'others' }]],
      ['Jumaboi', [{ literal: 'Jumaboi' }]],
    ];
    for (const [latex, expected] of names)
      it(latex, () => assert.deepEqual(variable('author', `author = {${latex}}`), expected));

    it('of editors are what “editortype” says', () => {
      assert.deepEqual(variable('compiler', 'editor = {Doe, Jane}, editortype = {compiler}'), [
        { family: 'Doe', given: 'Jane' },
      ]);
    });
  });

  describe('inheritance', () => {
    it('takes over the title of the proceedings as that of the book', () => {
      const text =
        '@inproceedings{child, crossref = {PARENT}, author = {Doe, Jane}, title = {Child}, pages = {1--2}}\n' +
        '@proceedings{parent, title = {The {W}hole}, year = 2019, publisher = {Press}, editor = {Roe, R.}}';
      const { sources, problems } = read(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(sources[0]?.item, {
        id: 'child',
        type: 'paper-conference',
        title: 'Child',
        'container-title': 'The Whole',
        author: [{ family: 'Doe', given: 'Jane' }],
        editor: [{ family: 'Roe', given: 'R.' }],
        issued: { 'date-parts': [[2019]] },
        publisher: 'Press',
        page: '1-2',
      });
    });

    it('takes over a date of biblatex, where there is none of its own', () => {
      const parent = '@book{p, title = {P}, date = {2001-02}, publisher = {P}}';
      const issued = (own: string) =>
        read(`@incollection{c, title = {C}, crossref = {p}${own}}\n${parent}`).sources[0]?.item.issued;
      assert.deepEqual(issued(''), { 'date-parts': [[2001, 2]] });
      assert.deepEqual(issued(', year = 1999'), { 'date-parts': [[1999]] });
    });

    it('takes fields from @xdata, which is no source', () => {
      const text = '@xdata{x, publisher = {House}, location = {Bishkek}}\n@book{k, title = {T}, xdata = {x}}';
      assert.deepEqual(itemOf(text), {
        id: 'k',
        type: 'book',
        title: 'T',
        publisher: 'House',
        'publisher-place': 'Bishkek',
      });
    });

    it('survives circles, and tells of an entry that is not there', () => {
      assert.deepEqual(
        told('@book{a, title = {A}, crossref = {b}}@book{b, title = {B}, crossref = {a}}').problems,
        [],
      );
      assert.deepEqual(told('@book{a, title = {A}, crossref = {nobody}}').problems, [
        'source/crossref «crossref = {nobody}»',
      ]);
    });
  });

  describe('titles', () => {
    it('take subtitles, and translations in brackets, from “usere” or from the note', () => {
      const translated = { title: 'Novosti', 'translated-title': 'News' };
      for (const fields of [
        'titleaddon = {[News]}',
        'titleaddon = {\\mkbibbrackets{News}}',
        'usere = {News}',
        'note = {translated-title: News}',
        'note = {Translated Title: News}',
      ])
        assert.deepEqual(itemOf(`@article{k, title = {Novosti}, ${fields}}`), {
          id: 'k',
          type: 'article-journal',
          ...translated,
        });
      assert.equal(itemOf('@book{k, title = {A}, subtitle = {B}}').title, 'A: B');
    });

    it('keep the original title, and the name of a website', () => {
      assert.equal(variable('original-title', 'origtitle = {Оригинал}'), 'Оригинал');
      assert.equal(itemOf('@online{k, title = {T}, titleaddon = {A Blog}}')['container-title'], 'A Blog');
    });
  });

  it('passes over comments, preambles and what is commented out', () => {
    const text =
      '@comment{jabref-meta: databaseType:biblatex;}\n@preamble{"\\newcommand{\\noop}[1]{}"}\n' +
      '% @book{no, title = {No}}\n@comment{@book{neither, title = {No}}}\nme@example.org\n' +
      '@book{k, % here too\n title = {T}, % and here\n year = 2001}\n@comment an unclosed { one\n@book{l, title = {U}}';
    assert.deepEqual(told(text), { keys: ['k', 'l'], problems: [] });
  });

  describe('broken entries', () => {
    const [before, behind] = ['@book{a, title = {A}}\n', '\n@book{z, title = {Z}}'];
    const broken: [what: string, entry: string, keys: string[], problem: string[]][] = [
      ['an unclosed value', '@book{b,\n  title = {B,\n  year = {2001}\n}\n', ['b'], ['source/entry «{»']],
      ['an unclosed entry', '@book{b,\n  title = {B},\n  year = {2001}\n', ['b'], ['source/entry «@book{»']],
      ['a brace too many', '@book{b,\n  title = {B}},\n  year = {2001}\n}\n', ['b'], ['source/entry «}»']],
      ['an unclosed quote', '@book{b,\n  title = "B,\n  year = {2001}\n}\n', ['b'], ['source/entry «title»']],
      ['no comma', '@book{b, title = {B} year = {2001}}', ['b'], ['source/entry «}»']],
      ['no value', '@book{b, title = {B}, year = , number = 3}', ['b'], ['source/entry «year»']],
      ['no equals sign', '@book{b, title = {B}, year {2001}}', ['b'], ['source/entry «year»']],
      ['no key', '@book{title = {B}}', [], ['source/missing-id «@book{»']],
      ['an empty key', '@book{, title = {B}}', [], ['source/missing-id «@book{»']],
      ['a key with a space', '@book{b c, title = {B}}', ['b c'], ['source/key «b c»']],
      ['a key given twice', '@book{a, title = {B}}', [], ['source/duplicate-key «a»']],
      ['no title', '@book{b, year = 2001}', ['b'], ['source/missing-title «b»']],
    ];
    for (const [what, entry, keys, problems] of broken)
      it(`with ${what} cost no other`, () => {
        const text = before + entry + behind;
        assert.deepEqual(told(text), { keys: ['a', ...keys, 'z'], problems });
        assert.equal(read(text).sources.at(-1)?.item.title, 'Z');
      });

    it('keep what can be read of them', () => {
      const text =
        '@book{b,\n  title = {B {and} C,\n  year = {2001},\n  publisher = {P}\n}\n@book{z, title = {Z}}';
      const [item] = read(text).sources.map((source) => source.item);
      assert.deepEqual(item, {
        id: 'b',
        type: 'book',
        title: 'B and C',
        publisher: 'P',
        issued: { 'date-parts': [[2001]] },
      });
    });

    it('do not mistake an escaped brace', () => {
      assert.equal(titleOf('A \\{ and \\} B'), 'A { and } B');
      assert.equal(itemOf('@misc{k, title = {A \\{ B}, year = 2001}\n@string{x = "y"}').title, 'A { B');
    });
  });
});

describe('A field that stands twice', () => {
  it('is told of where the second says something else', () => {
    const text = '@book{k, title = {A}, note = {x}, Title = {B}, note = {y}, year = 2001, year = {2001}}';
    const { problems, sources } = readSourceFile('x.bib', text);
    assert.deepEqual(
      problems.map(({ severity, span }) => [severity, text.slice(span.start, span.end)]),
      [['warning', 'Title']],
    );
    assert.equal(sources[0]?.item.title, 'A');
  });
});

describe('The BibTeX parser', () => {
  /** How often the parser is asked for while a process reads these files. */
  const loadsFor = (...files: [path: string, text: string][]): number => {
    const script = `
      const Module = require('node:module');
      const load = Module._load;
      let count = 0;
      Module._load = (name, ...rest) => {
        if (name === '#bibtex-parser') count++;
        return load(name, ...rest);
      };
      const { readSourceFile } = require(${JSON.stringify(require.resolve('../../../server/src/sources/reading/read'))});
      for (const [path, text] of ${JSON.stringify(files)}) readSourceFile(path, text);
      console.log(count);`;
    return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
  };

  it('is loaded only when LaTeX is met, and once', () => {
    const plain = '@book{k, title = {{A} {T}itle}, author = {Doe, Jane and {An Office}}, date = {2020}}';
    assert.equal(
      loadsFor(['x.json', '[]'], ['x.yaml', '[]'], ['x.ris', 'TY  - GEN\nER  - '], ['x.bib', plain]),
      0,
    );
    assert.equal(
      loadsFor(['x.bib', "@book{k, title = {\\'E} and {\\v c}}"], ['y.bib', '@misc{k, title = {\\o}}']),
      1,
    );
  });
});
