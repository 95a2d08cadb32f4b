/** A citation written by hand is matched with the source it means, and with no other. */

import assert from 'node:assert/strict';
import { makeLibrary } from '../../../server/src/sources/library';
import { readSourceFile } from '../../../server/src/sources/reading/read';
import { matchShortForm, matchSource, type SourceMatch } from '../../../server/src/sources/written/matchNote';
import { takeNoteApart } from '../../../server/src/sources/written/takeApart';

const LIBRARY = makeLibrary([
  readSourceFile(
    '/library.yaml',
    `references:
  - { id: council-1, type: report, title: Report of the Monitoring Team, author: [{ literal: Example Security Council }], issued: 2020-01-20, URL: 'https://example.org/docs?symbol=en/2020/1' }
  - { id: council-2, type: report, title: Report of the Monitoring Team, author: [{ literal: Example Security Council }], issued: 2020-07-23, URL: 'https://example.org/docs?symbol=en/2020/2' }
  - { id: doe, type: article-newspaper, title: Fires in the Valley, author: [{ family: Doe, given: Jane }], issued: 2021-03-14, URL: 'https://www.example.com/news/fires-in-the-valley/', DOI: 10.1000/182 }
  - { id: roe, type: book, title: Annual Report, author: [{ family: Roe, given: Richard }], issued: 2021 }
  - { id: site, type: webpage, title: Example Site, URL: 'https://example.net/' }
  - { id: twin-1, type: webpage, title: The First Twin Page, URL: 'https://example.net/live' }
  - { id: twin-2, type: webpage, title: The Second Twin Page, URL: 'https://example.net/live' }
`,
  ),
]);

const keyOf = (match: SourceMatch): string =>
  'source' in match ? `${match.source.key} by ${match.by}` : `none: ${match.why}`;

function matched(note: string): string {
  const [part] = takeNoteApart(note).parts;
  assert.ok(part && part.kind !== 'remark', 'It was taken for a remark.');
  return keyOf(
    part.kind === 'source' ? matchSource(LIBRARY, part.item) : matchShortForm(LIBRARY.all, part.item),
  );
}

const CASES: readonly (readonly [note: string, match: string])[] = [
  ['http://example.com/news/fires-in-the-valley', 'doe by address'],
  ['https://m.example.com/news/fires-in-thevalley/?utm_source=x#top', 'doe by address'],
  ['https://example.com/news/fires-in-the-hills/', 'none: none has this address'],
  ['Jane Doe, “Fires,” https://doi.org/10.1000/182.', 'doe by DOI'],
  ['Jane Doe, “Fires in the Valley,” Post, March 14, 2021.', 'doe by title and date'],
  ['“Fires in the Vally,” Post, 14 March 2021.', 'doe by title and date'],
  ['“Fires in the Valley,” Post, 2021.', 'doe by title and date'],
  [
    '“Fires in the Valley,” Post, March 15, 2021.',
    'none: “Fires in the Valley” is there, but with another date or author',
  ],
  [
    'John Poe, “Fires in the Valley,” Post, March 14, 2021.',
    'none: “Fires in the Valley” is there, but with another date or author',
  ],
  [
    '“Rain over the Hills,” Post, March 14, 2021, https://example.com/news/fires-in-the-valley/.',
    'none: none has this title',
  ],
  [
    'Example Security Council, Report of the Monitoring Team (July 23, 2020), 3.',
    'council-2 by title and date',
  ],
  ['ESC, Report of the Monitoring Team (July 23, 2020), 3.', 'council-2 by title and date'],
  [
    'Example Security Council, Report of the Monitoring Team (2020), 3.',
    'none: several may be meant: council-1, council-2',
  ],
  [
    'Example Security Council, Report of the Monitoring Team (2018), 3.',
    'none: “Report of the Monitoring Team” is there, but with another date or author',
  ],
  [
    '“Annual Report,” https://example.org/other.',
    'none: “Annual Report” has the same title, and neither date nor author tell whether it is meant',
  ],
  ['“Something Else Entirely,” May 1, 2020, https://example.net/.', 'none: none has this title'],
  ['“The Second Twin Page,” https://example.net/live.', 'twin-2 by address'],
  ['https://example.net/live', 'none: several may be meant: twin-1, twin-2'],
  ['Doe, “Fires,” 3.', 'doe by title'],
  ['Doe, 3.', 'doe by title and author'],
  ['Doe, “Rain,” 3.', 'none: no note before it cites a source that its short form fits'],
  ['Poe, 3.', 'none: no note before it cites a source that its short form fits'],
];

describe('A source is matched', () => {
  for (const [note, expected] of CASES) it(note, () => assert.equal(matched(note), expected));
});
