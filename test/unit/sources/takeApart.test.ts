/** Notes written by hand, in many house styles, are taken apart into what they tell of their sources. */

import assert from 'node:assert/strict';
import type { CslName } from '../../../server/src/sources/source';
import { type NotePart, takeNoteApart } from '../../../server/src/sources/written/takeApart';

/** One line a part: its kind, then what it tells, in few words. */
function told(written: string): string[] {
  return takeNoteApart(written).parts.map(lineOf);
}

function lineOf(part: NotePart): string {
  if (part.kind === 'remark') return `remark: ${part.text}`;
  const { item, locator, prefix } = part;
  const { author, editor, issued, accessed, ...texts } = item;
  const values: [string, unknown][] = [
    ...Object.entries(texts),
    ['author', names(author)],
    ['editor', names(editor as readonly CslName[] | undefined)],
    ['issued', date(issued)],
    ['accessed', date(accessed as typeof issued)],
    ['locator', locator],
    ['prefix', prefix],
    ['suffix', part.kind === 'source' ? part.suffix : undefined],
    ['of', part.kind === 'source' ? undefined : part.of],
  ];
  const told = values
    .filter(([name, value]) => value !== undefined && name !== 'type')
    .map(([name, value]) => `${name}=${String(value)}`);
  return [part.kind === 'source' ? item.type : part.kind, ...told.sort()].join(' | ');
}

const names = (list?: readonly CslName[]) =>
  list?.map(({ family, given, literal }) => literal ?? `${family}, ${given}`).join('; ');
const date = (value?: { 'date-parts'?: readonly (readonly (number | string)[])[] }) =>
  value?.['date-parts']?.map((parts) => parts.join('-')).join('/');

/** Each case: a note, and what it tells. */
const CASES: Readonly<Record<string, readonly (readonly [note: string, ...told: string[]])[]>> = {
  'Chicago, a newspaper’s article': [
    [
      'Jane Doe, “Fires in the Valley,” Example Post, March 14, 2022, https://example.org/news/1.',
      'article-newspaper | URL=https://example.org/news/1 | author=Doe, Jane | container-title=Example Post | issued=2022-3-14 | title=Fires in the Valley',
    ],
    [
      '“Who Set the Fires?” Example Post, March 14, 2022 https://example.org/news/1/.',
      'article-newspaper | URL=https://example.org/news/1/ | container-title=Example Post | issued=2022-3-14 | title=Who Set the Fires?',
    ],
    [
      'Jane Doe and Richard Roe, “Fires,” May 9,2022, Example Agency, https://example.org/a#.',
      'article-newspaper | URL=https://example.org/a# | author=Doe, Jane; Roe, Richard | container-title=Example Agency | issued=2022-5-9 | title=Fires',
    ],
  ],
  'a translation in brackets': [
    [
      '“Pozhary v Doline [Fires in the Valley],” Primer, March 14, 2022, https://example.org/1.',
      'article-newspaper | URL=https://example.org/1 | container-title=Primer | issued=2022-3-14 | title=Pozhary v Doline | translated-title=Fires in the Valley',
    ],
    [
      '“Ministr: ‘Pozharov Net’ [Minister: ‘There Are No Fires’],” Primer, March 14, 2022.',
      'article-newspaper | container-title=Primer | issued=2022-3-14 | title=Ministr: ‘Pozharov Net’ | translated-title=Minister: ‘There Are No Fires’',
    ],
    [
      'See “Pozhary v Doline [Fires in the Valley], Primer News, March 14, 2022, https://example.org/1.',
      'article-newspaper | URL=https://example.org/1 | container-title=Primer News | issued=2022-3-14 | prefix=See | title=Pozhary v Doline | translated-title=Fires in the Valley',
    ],
    [
      'Council of the Valley, O Pozharakh [On the Fires], July 2, 2022, https://example.org/1.',
      'report | URL=https://example.org/1 | author=Council of the Valley | issued=2022-7-2 | title=O Pozharakh | translated-title=On the Fires',
    ],
  ],
  'reports, books and their parts': [
    [
      'Example Council, Report of the Monitoring Team (June 1, 2021), 18, https://example.org/pdf?symbol=en/S/2021/1.',
      'report | URL=https://example.org/pdf?symbol=en/S/2021/1 | author=Example Council | issued=2021-6-1 | locator=18 | title=Report of the Monitoring Team',
    ],
    [
      'Example Council, Letter Dated 3 May 2022 Pursuant to Resolutions 12 (1999), 19 (2011) and 22 (2015) Concerning Fires, X/2022/83, February 3, 2022, p. 16.',
      'report | author=Example Council | issued=2022-2-3 | locator=16 | number=X/2022/83 | title=Letter Dated 3 May 2022 Pursuant to Resolutions 12 (1999), 19 (2011) and 22 (2015) Concerning Fires',
    ],
    [
      'Jane Doe, *Fires: A History* (London: Example Press, 2018), 45–47.',
      'book | author=Doe, Jane | issued=2018 | locator=45–47 | publisher-place=London | publisher=Example Press | title=Fires: A History',
    ],
    [
      'Jane Doe, *Fires* (2nd edn, Press 2019) 45.',
      'book | author=Doe, Jane | edition=2 | issued=2019 | locator=45 | publisher=Press | title=Fires',
    ],
    [
      'Jane Doe, “Smoke,” in Richard Roe and John Poe, eds., Fires of the World (London: Press, 2019), 34-56.',
      'chapter | author=Doe, Jane | container-title=Fires of the World | editor=Roe, Richard; Poe, John | issued=2019 | page=34-56 | publisher-place=London | publisher=Press | title=Smoke',
    ],
    [
      'Jane Doe, “Smoke,” in *Fires of the World*, ed. Richard Roe (Leiden: Press, 2018), 34–56.',
      'chapter | author=Doe, Jane | container-title=Fires of the World | editor=Roe, Richard | issued=2018 | page=34–56 | publisher-place=Leiden | publisher=Press | title=Smoke',
    ],
  ],
  journals: [
    [
      'Jane Doe, “Fires,” in Example Analyses, Vol. 12, No. 1, January 2020, pp. 65-70.',
      'article-journal | author=Doe, Jane | container-title=Example Analyses | issue=1 | issued=2020-1 | page=65-70 | title=Fires | volume=12',
    ],
    [
      'Jane Doe, “Twenty Years After: Fires,” Example Review 14, no. 7 (September 2021): 1-105, https://example.org/.',
      'article-journal | URL=https://example.org/ | author=Doe, Jane | container-title=Example Review | issue=7 | issued=2021-9 | page=1-105 | title=Twenty Years After: Fires | volume=14',
    ],
    [
      'Jane Doe, “Fires,” Example Monitor Vol. 20, No. 19, https://example.org/fires/.',
      'article-journal | URL=https://example.org/fires/ | author=Doe, Jane | container-title=Example Monitor | issue=19 | title=Fires | volume=20',
    ],
    [
      'Jane Doe, ‘The Valley’s Fires’, *Example Review*, 31.2 (2010), 167–86 (p. 170).',
      'article-journal | author=Doe, Jane | container-title=Example Review | issue=2 | issued=2010 | locator=170 | page=167–86 | title=The Valley’s Fires | volume=31',
    ],
    [
      'Jane Doe, ‘Fires’ (2015) 160(5) Example Journal 68, 70.',
      'article-journal | author=Doe, Jane | container-title=Example Journal | issue=5 | issued=2015 | locator=70 | page=68 | title=Fires | volume=160',
    ],
    [
      'Doe, J., & Roe, R. (2015). Fires and smoke. *The Example Journal*, 160(5), 68–76. https://doi.org/10.1000/182',
      'article-journal | DOI=10.1000/182 | author=Doe, J.; Roe, R. | container-title=The Example Journal | issue=5 | issued=2015 | page=68–76 | title=Fires and smoke | volume=160',
    ],
  ],
  'other marks, languages and habits': [
    [
      '«Пожары в долине», Пример, 4 августа 2021 г., https://example.org/x.html (дата обращения: 05.08.2021).',
      'article-newspaper | URL=https://example.org/x.html | accessed=2021-8-5 | container-title=Пример | issued=2021-8-4 | title=Пожары в долине',
    ],
    [
      '„Feuer im Tal“, *Das Beispiel*, 4. Oktober 2020, S. 12.',
      'article-newspaper | container-title=Das Beispiel | issued=2020-10-4 | locator=12 | title=Feuer im Tal',
    ],
    [
      '"Fires," Example News, 28 May 2015, accessed June 2, 2015, http://www.example.com/1.',
      'article-newspaper | URL=http://www.example.com/1 | accessed=2015-6-2 | container-title=Example News | issued=2015-5-28 | title=Fires',
    ],
    [
      '[“Fires,”](https://example.org/1) *Example News*, March 3, 2020.',
      'article-newspaper | URL=https://example.org/1 | container-title=Example News | issued=2020-3-3 | title=Fires',
    ],
    [
      '“Fires at the “Old Mill,”” Example Post, July 20, 2021.',
      'article-newspaper | container-title=Example Post | issued=2021-7-20 | title=Fires at the “Old Mill”',
    ],
    ['https://example.org/news:1', 'webpage | URL=https://example.org/news:1'],
  ],
  'habits of authors, printers and programs': [
    [
      'Human Rights Bureau. 2019. “Barriers.” *Example Watch*, July 29, 2019. https://example.org/b.',
      'article-newspaper | URL=https://example.org/b | author=Human Rights Bureau | container-title=Example Watch | issued=2019-7-29 | title=Barriers',
    ],
    [
      'Doe, Jane. “Fires.” Example Post. May 3, 2019. https://example.org/b.',
      'article-newspaper | URL=https://example.org/b | author=Doe, Jane | container-title=Example Post | issued=2019-5-3 | title=Fires',
    ],
    [
      '“Fires,” Example Radio, May 3, 2019, https://example.org/a/fires-in- the-valley/1.html.',
      'article-newspaper | URL=https://example.org/a/fires-in-the-valley/1.html | container-title=Example Radio | issued=2019-5-3 | title=Fires',
    ],
    [
      '“Pozhary” (The Fires of the Valley), Primer, updated May 3, 2019, in Russian, https://example.org/1.',
      'article-newspaper | URL=https://example.org/1 | container-title=Primer | issued=2019-5-3 | language=ru | title=Pozhary | translated-title=The Fires of the Valley',
    ],
    [
      'Example Bureau, Country Reports on Fires 2018, October 2019, pp. 150-155.',
      'report | author=Example Bureau | issued=2019-10 | locator=150-155 | title=Country Reports on Fires 2018',
    ],
    [
      '@doe, “A short text,” Twitter, May 3, 2019, 4:15 p.m., https://example.org/status/1.',
      'post | URL=https://example.org/status/1 | author=@doe | container-title=Twitter | issued=2019-5-3 | title=A short text',
    ],
    [
      'Jane Doe, “Fires” (PhD diss., University of the Valley, 2017), 88.',
      'thesis | author=Doe, Jane | genre=PhD diss. | issued=2017 | locator=88 | publisher=University of the Valley | title=Fires',
    ],
    [
      '“Fires,” Post, Jan. 5, 2021, archived at https://example.net/web/https://example.org/x, https://example.org/x.',
      'article-newspaper | URL=https://example.org/x | container-title=Post | issued=2021-1-5 | note=Archived at https://example.net/web/https://example.org/x | title=Fires',
    ],
  ],
  'bibliographies, imprints without parentheses, and what is said of a source behind it': [
    [
      'Doe, Jane. *Fires in the Valley*. Washington, DC: Example Program, 2014.',
      'book | author=Doe, Jane | issued=2014 | publisher-place=Washington, DC | publisher=Example Program | title=Fires in the Valley',
    ],
    [
      'Doe, Jane. 2020. *A Short History*. London: Example Press.',
      'book | author=Doe, Jane | issued=2020 | publisher-place=London | publisher=Example Press | title=A Short History',
    ],
    [
      'J. Doe, *Pozhary* [The Fires], Primer: Press, 1999, pp. 5-6.',
      'book | author=Doe, J. | issued=1999 | locator=5-6 | publisher-place=Primer | publisher=Press | title=Pozhary | translated-title=The Fires',
    ],
    [
      'Jane Doe, “Fires,” Post, Sept. 17, 2022, https://example.org/1; archived at https://example.net/abc.',
      'article-newspaper | URL=https://example.org/1 | author=Doe, Jane | container-title=Post | issued=2022-9-17 | note=Archived at https://example.net/abc | title=Fires',
    ],
    [
      'Example Council, Report on Fires, X/2022/83, February 3, 2022; hereafter the Report.',
      'report | author=Example Council | issued=2022-2-3 | number=X/2022/83 | title=Report on Fires',
      'remark: hereafter the Report',
    ],
    [
      'BBC Monitoring, “Fires Out,” 3 June 2019 (original in Tajik, Radio Example, 2 June 2019).',
      'webpage | author=BBC Monitoring | issued=2019-6-3 | suffix=(original in Tajik, Radio Example, 2 June 2019) | title=Fires Out',
    ],
    [
      'Jane Doe, “Fires,” video, YouTube, 2:34, June 5, 2015, https://example.org/x.',
      'webpage | URL=https://example.org/x | author=Doe, Jane | container-title=YouTube | issued=2015-6-5 | suffix=video | title=Fires',
    ],
  ],
  'several sources, and remarks around them': [
    [
      '“One,” Post, June 11, 2021, https://example.org/1/; “Two,” Post, June 15, 2021.',
      'article-newspaper | URL=https://example.org/1/ | container-title=Post | issued=2021-6-11 | title=One',
      'article-newspaper | container-title=Post | issued=2021-6-15 | title=Two',
    ],
    [
      'Before the fires, the valley had 100 houses in it. See also “One,” Post, June 11, 2021.',
      'remark: Before the fires, the valley had 100 houses in it',
      'article-newspaper | container-title=Post | issued=2021-6-11 | prefix=See also | title=One',
    ],
    [
      '“One,” Post, June 11, 2021, https://example.org/1. This came after a fire in St. Example in 2020.',
      'article-newspaper | URL=https://example.org/1 | container-title=Post | issued=2021-6-11 | title=One',
      'remark: This came after a fire in St. Example in 2020',
    ],
    [
      'For instance, where he has 10,000 readers, Doe said that it is “for information only” and “does no harm”.',
      'remark: For instance, where he has 10,000 readers, Doe said that it is “for information only” and “does no harm”',
    ],
    [
      'The number has women in it (“One,” Post, June 11, 2021, https://example.org/1).',
      'remark: The number has women in it',
      'article-newspaper | URL=https://example.org/1 | container-title=Post | issued=2021-6-11 | title=One',
    ],
    [
      'Jane Doe, “One,” Post, June 11, 2021, and “Two,” Example Monitor 16, no. 3, May 4, 2019.',
      'article-newspaper | author=Doe, Jane | container-title=Post | issued=2021-6-11 | title=One',
      'article-journal | container-title=Example Monitor | issue=3 | issued=2019-5-4 | title=Two | volume=16',
    ],
    [
      '"If they came, we would know of it," says Jane Doe of the Example Office.',
      'remark: "If they came, we would know of it," says Jane Doe of the Example Office',
    ],
    [
      'The Union is an alliance of the Valley, the Hills and the Plain.',
      'remark: The Union is an alliance of the Valley, the Hills and the Plain',
    ],
  ],
  'what reminds of earlier notes': [
    ['See supra note 5, at 12.', 'short | locator=12 | of=5'],
    ['“Fires,” op. cit.', 'short | title=Fires'],
    ['Ibid.', 'ibid'],
    ['See ibid., pp. 20-21.', 'ibid | locator=20-21 | prefix=See'],
    ['Id. at 45.', 'ibid | locator=45'],
    ['Doe, “Fires,” 12.', 'short | author=Doe | locator=12 | title=Fires'],
    ['Doe, *History of Fires*, 99–101.', 'short | author=Doe | locator=99–101 | title=History of Fires'],
    ['Doe and Roe, 45.', 'short | author=Doe; Roe | locator=45'],
    ['Doe, op. cit., p. 44.', 'short | author=Doe | locator=44'],
    ['Doe (n 12) 45.', 'short | author=Doe | locator=45 | of=12'],
    [
      'Example Office of State, Designation of the Valley Fires.',
      'short | author=Example Office of State | title=Designation of the Valley Fires',
    ],
    ['Ibid.; Doe, “Fires,” 3.', 'ibid', 'short | author=Doe | locator=3 | title=Fires'],
  ],
};

describe('A note is taken apart', () => {
  for (const [kind, cases] of Object.entries(CASES))
    for (const [note, ...expected] of cases)
      it(`${kind}: ${note.slice(0, 60)}`, () => assert.deepEqual(told(note), expected));

  it('with the places of its parts', () => {
    const note = 'See *Doe*, “One,” Post, June 11, 2021,\n    https://example.org/a_b_c; Ibid.';
    const parts = takeNoteApart(note).parts;
    assert.deepEqual(
      parts.map(({ start, end }) => note.slice(start, end)),
      [note.slice(0, note.indexOf(';')), 'Ibid'],
    );
  });

  it('in little time, whatever it is', () => {
    const odd = ['', ' ', ';', '“', '“”', '((((', '))))', '**', '[x](', '. . .', '”“”“', '@'.repeat(50)];
    for (const text of [
      ...odd,
      ...odd.map((one) => one.repeat(400)),
      '“a [b '.repeat(900),
      'A, '.repeat(1900),
    ])
      assert.ok(takeNoteApart(text).parts.length >= 0);
  });
});
