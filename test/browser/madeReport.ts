/** Makes Name Consistency Reports of made-up names: a small one to look at, and long ones. */

import type {
  ConsistencyReport,
  Place,
  PlacesInReport,
  SurveyedEntity,
  WrittenForm,
} from '../../server/src/features/consistency/consistencyReport';

/** A name that would end the script in which it stands, and one that would be markup. */
export const HOSTILE = [
  '</script><script>document.title="taken"</script>',
  '<img src=x onerror="document.title=1">',
];

const TYPES = ['group', 'person', 'place', 'organisation'] as const;

const placesOf = (count: number, off: number, from: number): Place[] =>
  Array.from({ length: count }, (_, i) => [from + i * 7, (i * 13) % 60, i < off ? 1 : 0] as const);

interface MadeForm extends Pick<WrittenForm, 'text' | 'kind' | 'house' | 'score' | 'reason'> {
  /** Number of the report, how often it stands there, and how many of them are off. */
  readonly counts: readonly (readonly [report: number, count: number, off: number])[];
}

function form({ counts, ...about }: MadeForm): WrittenForm {
  const places: PlacesInReport[] = counts.map(([report, count, off]) => ({
    report,
    count,
    off,
    places: placesOf(count, off, 11 + report),
  }));
  return {
    ...about,
    count: counts.reduce((sum, [, count]) => sum + count, 0),
    off: counts.reduce((sum, [, , off]) => sum + off, 0),
    in: places,
    reportCount: places.length,
    excerpt: [
      'Officials said on Tuesday that ',
      about.text,
      ' had been seen on the other bank of the river.',
    ],
  };
}

function entity(
  about: Pick<SurveyedEntity, 'id' | 'type' | 'name' | 'acronym'>,
  made: readonly MadeForm[],
): SurveyedEntity {
  const forms = made.map(form);
  const mentions = forms.filter(({ kind }) => kind !== 'variant');
  const variants = forms.filter(({ kind }) => kind === 'variant');
  const reports = [...new Set(forms.flatMap((one) => one.in.map(({ report }) => report)))].sort(
    (a, b) => a - b,
  );
  const inReports = reports.map((report) => {
    const there = forms.flatMap((one) => one.in.filter((place) => place.report === report));
    return {
      report,
      count: there.reduce((sum, { count }) => sum + count, 0),
      off: there.reduce((sum, { off }) => sum + off, 0),
    };
  });
  const first = mentions[0]?.in[0];
  return {
    ...about,
    count: mentions.reduce((sum, { count }) => sum + count, 0),
    off: forms.reduce((sum, { off }) => sum + off, 0),
    variants: variants.reduce((sum, { count }) => sum + count, 0),
    reportCount: new Set(mentions.flatMap((one) => one.in.map(({ report }) => report))).size,
    in: inReports,
    ...(first && {
      first: { report: first.report, place: first.places[0]!, excerpt: mentions[0]!.excerpt! },
    }),
    forms,
  };
}

const REPORTS = ['annual/2021.md', 'annual/2022.md', 'briefs/2023-01-border.md', 'briefs/2023-02-valley.md'];

/** A report as an editor may have it: every kind of name is in it. */
export function sampleReport(): ConsistencyReport {
  const entities = [
    entity({ id: 'northern-front', type: 'group', name: 'Jabha Shimaliya', acronym: 'JSH' }, [
      {
        text: 'Jabha Shimaliya',
        kind: 'house',
        counts: [
          [0, 9, 0],
          [1, 14, 0],
          [2, 3, 0],
        ],
      },
      {
        text: 'JSH',
        kind: 'acronym',
        counts: [
          [0, 21, 0],
          [1, 40, 0],
        ],
      },
      {
        text: 'Jabhat al-Shimaliyya',
        kind: 'spelling',
        house: 'Jabha Shimaliya',
        counts: [
          [1, 4, 3],
          [3, 2, 2],
        ],
      },
      {
        text: 'Jabha Schimalija',
        kind: 'variant',
        house: 'Jabha Shimaliya',
        score: 0.84,
        reason: 'sch for sh, j for y',
        counts: [[3, 2, 2]],
      },
    ]),
    entity({ id: 'nazar-toktaliev', type: 'person', name: 'Nazar Toktaliev' }, [
      {
        text: 'Nazar Toktaliev',
        kind: 'house',
        counts: [
          [1, 6, 0],
          [2, 2, 0],
        ],
      },
      { text: 'Toktaliev', kind: 'short', counts: [[1, 31, 0]] },
      {
        text: 'Nazar Tokhtaliev',
        kind: 'spelling',
        house: 'Nazar Toktaliev',
        counts: [
          [0, 2, 2],
          [2, 1, 1],
        ],
      },
    ]),
    entity({ id: 'qizilqum-bridge', type: 'place', name: 'Qizilqum Bridge' }, [
      {
        text: 'Qizilqum Bridge',
        kind: 'house',
        counts: [
          [0, 3, 0],
          [2, 11, 0],
        ],
      },
      { text: 'Kyzylkum Bridge', kind: 'spelling', house: 'Qizilqum Bridge', counts: [[0, 1, 0]] },
    ]),
    entity(
      { id: 'border-office', type: 'organisation', name: 'Office for the Border Districts', acronym: 'OBD' },
      [
        {
          text: 'Office for the Border Districts',
          kind: 'house',
          counts: [
            [0, 1, 0],
            [1, 1, 0],
            [2, 1, 0],
            [3, 1, 0],
          ],
        },
        {
          text: 'OBD',
          kind: 'acronym',
          counts: [
            [0, 5, 0],
            [1, 8, 0],
            [2, 2, 0],
            [3, 6, 0],
          ],
        },
      ],
    ),
    entity({ id: 'zamira-orozova', type: 'person', name: 'Zamira Orozova' }, [
      {
        text: 'Zamira Urozova',
        kind: 'variant',
        house: 'Zamira Orozova',
        score: 0.71,
        reason: 'u for o',
        counts: [[2, 3, 3]],
      },
    ]),
    ...HOSTILE.map((name, i) =>
      entity({ id: `hostile-${i}`, type: 'group', name }, [
        { text: name, kind: 'house', counts: [[3, 1, 0]] },
      ]),
    ),
  ];
  return {
    version: 1,
    reports: REPORTS.map((path, report) => ({
      path,
      mentions: sumIn(entities, report, 'count'),
      off: sumIn(entities, report, 'off'),
      entities: entities.filter((one) => one.in.some((there) => there.report === report)).length,
    })),
    entities,
    ambiguous: [
      {
        ...form({ text: 'Toktaliev brothers', kind: 'alias', counts: [[0, 1, 0]] }),
        entities: [
          { id: 'nazar-toktaliev', type: 'person', name: 'Nazar Toktaliev' },
          { id: 'emil-toktaliev', type: 'person', name: 'Emil Toktaliev' },
        ],
      },
    ],
    candidates: [
      {
        ...form({
          text: 'Adham Sherov',
          kind: 'house',
          counts: [
            [1, 17, 0],
            [2, 4, 0],
          ],
        }),
        others: [{ text: 'Sherov', count: 12 }],
      },
      {
        ...form({ text: 'Commission for Bridges', kind: 'house', counts: [[0, 6, 0]] }),
        others: [],
        introduced: 'CFB',
      },
      {
        ...form({ text: 'Nazzar Toqtoaliev', kind: 'house', counts: [[3, 3, 0]] }),
        others: [],
        nearest: {
          id: 'nazar-toktaliev',
          type: 'person',
          name: 'Nazar Toktaliev',
          form: 'Nazar Toktaliev',
          score: 0.66,
          reason: 'zz for z, q for k',
        },
      },
    ],
    neverMentioned: [
      { id: 'emil-toktaliev', type: 'person', name: 'Emil Toktaliev' },
      { id: 'southern-front', type: 'group', name: 'Jabha Janubiya', acronym: 'JJ' },
    ],
    neverMentionedCount: 2,
    unread: [{ path: 'annual/2019.md', failure: 'It is not in UTF-8. Save it as UTF-8.' }],
  };
}

const sumIn = (entities: readonly SurveyedEntity[], report: number, what: 'count' | 'off'): number =>
  entities.reduce((sum, one) => sum + (one.in.find((there) => there.report === report)?.[what] ?? 0), 0);

/** A report with so many entities, each with a few forms in a few reports. */
export function longReport(count: number, reportCount = 200): ConsistencyReport {
  const entities = Array.from({ length: count }, (_, i) => {
    const name = `Name ${String(i).padStart(6, '0')}`;
    const at = (step: number) => (i * step) % reportCount;
    return entity({ id: `entity-${i}`, type: TYPES[i % TYPES.length]!, name }, [
      { text: name, kind: 'house', counts: [[at(7), 1 + (i % 5), 0]] },
      ...(i % 10 === 0
        ? [{ text: `${name}-iy`, kind: 'spelling' as const, house: name, counts: [[at(3), 2, 2]] as const }]
        : []),
    ]);
  });
  return {
    version: 1,
    reports: Array.from({ length: reportCount }, (_, i) => ({
      path: `reports/${String(i).padStart(4, '0')}.md`,
      mentions: 0,
      off: 0,
      entities: 0,
    })),
    entities,
    ambiguous: [],
    candidates: [],
    neverMentioned: [],
    neverMentionedCount: 0,
    unread: [],
  };
}
