/** Properties of introducing names: fixes settle, with every rule on; edits change nothing else; other places stay as they are. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze, analyzeListed } from '../../server/src/analysis/analyze';
import { fixAll } from '../../server/src/analysis/fixAll';
import { RULES } from '../../server/src/analysis/rules';
import { RESTARTS, type Restart, type WorksOfReference } from '../../server/src/analysis/works';
import { overlaps } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { glossaryText } from './glossaries';
import { applyChange, reportText, textChange } from './reports';
import { runs, TIMEOUT } from './runs';

const GLOSSARY = `version: 1
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: [KTJ, KTD], spellings: [Katiba Tavhid va Jihod] }
  imu: { name: Islamic Movement of Uzbekistan, acronym: IMU, aliases: [Uzbek Movement] }
  is: { name: Islamic State, acronym: IS }
  iskp: { name: Islamic State Khorasan Province, acronym: [ISKP, ISK], short: [Islamic State-Khorasan] }
  hts: { name: Hayat Tahrir al-Sham, acronym: HTS, introduce: first }
  jad: { name: Jabhat Ansar al-Din, acronym: JAD }
  jad-other: { name: Jamaat al-Dawa, acronym: JAD }
organisations:
  un: { name: United Nations, acronym: UN }
  fsb: { name: Federal Security Service, acronym: FSB, short: the Service }
  nss: { name: UN IMU Service, acronym: IMUS }
  gknb: { name: GKNB Committee, acronym: GKNB, introduce: never }
people:
  navqotiy: { name: Akhliddin Navqotiy, short: [Navqotiy, Novqotiy] }
  rahmon: { name: Emomali Rahmon, short: Rahmon }
  rahmon-other: { name: Rustam Rahmon, short: Rahmon }
  sharaa: { name: Abu Muhammad al-Julani, short: al-Julani, aliases: [{ name: Ahmed al-Sharaa, use: any, short: al-Sharaa }] }
`;

const NAMES = [
  'KTJ',
  'KTJ',
  'KTD',
  'Katibat al-Tawhid wal-Jihad',
  'Katiba Tavhid va Jihod',
  'IMU',
  'Islamic Movement of Uzbekistan',
  'Uzbek Movement',
  'IS',
  'Islamic State',
  'ISK',
  'ISKP',
  'Islamic State Khorasan Province',
  'Islamic State-Khorasan',
  'HTS',
  'JAD',
  'Jabhat Ansar al-Din',
  'UN',
  'United Nations',
  'FSB',
  'the Service',
  'Federal Security Service',
  'IMUS',
  'GKNB',
  'Navqotiy',
  'Novqotiy',
  'Akhliddin Navqotiy',
  'Rahmon',
  'Emomali Rahmon',
  'al-Julani',
  'Ahmed al-Sharaa',
  'al-Sharaa',
  'Ahliddin Nowkatiy',
  'Katibat at-Tavhid val Jihod',
  'GBAO',
  'Gorno-Badakhshan Autonomous Oblast',
  'UAVs',
  'unmanned aerial vehicles',
];
const BEFORE = [
  '',
  '',
  '',
  'the ',
  'The ',
  'a ',
  'an ',
  'An ',
  '(',
  '“',
  '**',
  '*',
  '[',
  'anti-',
  'pro-',
  'A. ',
  'Russian ',
  'Then ',
  'Radio ',
  '#',
  'x/',
  'UN–',
  'Akhliddin “Abu Saloh” ',
  'in Idlib (Syria) ',
];
const BEHIND = [
  '',
  '',
  '',
  '’s',
  "'s",
  '’',
  '-led',
  ')',
  '”',
  '**',
  '*',
  ']',
  '](https://x.org/KTJ)',
  '[^1]',
  's',
  ' fighters',
  '/',
  '–IMU talks',
  '.com',
  '_x',
  ' (New York)',
  ', A.',
  ' Support Group',
  '**’s',
  'S',
];
const BETWEEN = [
  ' ',
  ' ',
  ' (',
  ') ',
  ', ',
  '. ',
  '. ',
  ' or ',
  ', or ',
  ' and ',
  ' [',
  '] ',
  ' said ',
  '\n',
  ' | ',
  '; ',
  ', also known as ',
  ' (hereafter ',
  ' (hereafter “the ',
  ' (founded 1998, ',
  ' - ',
  ' – ',
  ' = ',
  ': ',
];

const name = fc
  .tuple(fc.constantFrom(...BEFORE), fc.constantFrom(...NAMES), fc.constantFrom(...BEHIND))
  .map((parts) => parts.join(''));
const introduced = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom('', '’s', '**'),
    fc.constantFrom(...NAMES),
    fc.constantFrom(')', ', or X)', ')-led'),
  )
  .map(([full, behind, acronym, closing]) => `${full}${behind} (${acronym}${closing}`);
const sentence = fc
  .array(fc.tuple(fc.oneof(name, name, introduced), fc.constantFrom(...BETWEEN)), {
    minLength: 1,
    maxLength: 7,
  })
  .map((parts) => `${parts.flat().join('').trimEnd()}.`);
const paragraph = fc.oneof(
  { weight: 8, arbitrary: sentence },
  { weight: 1, arbitrary: sentence.map((text) => text.slice(0, -1).replaceAll('\n', ' ')) },
  { weight: 2, arbitrary: sentence.map((text) => `## ${text.replaceAll('\n', ' ')}`) },
  { weight: 1, arbitrary: fc.constant('## Summary') },
  { weight: 1, arbitrary: sentence.map((text) => `> ${text.replaceAll('\n', '\n> ')}`) },
  { weight: 1, arbitrary: sentence.map((text) => `[^1]: ${text.replaceAll('\n', ' ')}`) },
  {
    weight: 1,
    arbitrary: sentence.map((text) => `| a | b |\n| - | - |\n| ${text.replaceAll('\n', ' ')} | c |`),
  },
  { weight: 1, arbitrary: sentence.map((text) => `![${text.replaceAll('\n', ' ')}](a.png)`) },
  { weight: 1, arbitrary: sentence.map((text) => `Figure 1. ${text}`) },
  { weight: 1, arbitrary: sentence.map((text) => `- ${text.replaceAll('\n', '\n  ')}`) },
);
const report = fc.array(paragraph, { maxLength: 8 }).map((parts) => parts.join('\n\n'));

const EVERY_RULE = new Map(RULES.map(({ code }) => [code, 'hint'] as const));
const withRestart = (works: WorksOfReference, restart: readonly Restart[]): WorksOfReference => ({
  ...works,
  introductions: { known: new Set(['GKNB']), restart },
  severities: EVERY_RULE,
});
const base = worksOf(GLOSSARY);
/** Of each way to begin anew, the same works: their names tell which, where a property fails. */
const works = fc
  .subarray([...RESTARTS])
  .map((restart) => Object.assign(withRestart(base, restart), { toString: () => `restart: ${restart}` }));
const anyWorks = fc
  .tuple(glossaryText, fc.subarray([...RESTARTS]))
  .map(([text, restart]) => withRestart(worksOf(text), restart));

const OURS = new Set([
  'name/first-mention',
  'name/reintroduced',
  'name/short-form',
  'acronym/unused',
  'acronym/unknown',
]);
const ofOurs = ({ findings }: Analysis) => findings.filter(({ code }) => OURS.has(code));

describe('Introducing names', function () {
  this.timeout(TIMEOUT);

  for (const [title, from, texts] of [
    ['reports full of introductions', works, report],
    ['any report and glossary', anyWorks, reportText],
  ] as const) {
    it(`settles in ${title}: fixing twice is fixing once, with every rule on`, () => {
      fc.assert(
        fc.property(from, texts, (reference, text) => {
          const once = fixAll(analyze(text, reference));
          assert.equal(fixAll(analyze(once, reference)), once);
        }),
        runs(300),
      );
    });
  }

  it('leaves nothing behind that could be mended, of what it mends', () => {
    fc.assert(
      fc.property(works, report, (reference, text) => {
        const fixed = analyze(fixAll(analyze(text, reference)), reference);
        const left = ofOurs(fixed).filter(({ fixes }) => fixes.some(({ preferred }) => preferred));
        assert.deepEqual(
          left.map(({ code, message }) => `${code} ${message}`),
          [],
          fixed.report.text,
        );
      }),
      runs(300),
    );
  });

  it('mends the running text alone', () => {
    fc.assert(
      fc.property(works, report, (reference, text) => {
        const analysis = analyze(text, reference);
        const { zones, apart } = analysis.report.layout;
        const others = [...zones.filter(({ kind }) => kind !== 'prose' && kind !== 'markup'), ...apart];
        for (const { fixes, span } of ofOurs(analysis)) {
          assert.ok(span.start < span.end && span.end <= text.length);
          for (const { edits } of fixes)
            for (const edit of edits)
              assert.ok(
                !others.some((one) => overlaps(one, edit.span)),
                `${JSON.stringify(edit)} in:
${text}`,
              );
        }
      }),
      runs(300),
    );
  });

  it('mends a name unasked only where nothing is joined to it', () => {
    const JOINED = /[\p{L}\p{N}\-–/+#$@_&]/u;
    fc.assert(
      fc.property(works, report, (reference, text) => {
        const analysis = analyze(text, reference);
        for (const { code, fixes } of analysis.findings) {
          if (code !== 'name/first-mention') continue;
          const edits = fixes.find(({ preferred }) => preferred)?.edits ?? [];
          for (const { span, newText } of edits) {
            if (!/\p{L}/u.test(newText) || span.start === span.end) continue;
            const isJoined = [text.charAt(span.start - 1), text.charAt(span.end)].some((sign) =>
              sign === '_' ? false : JOINED.test(sign),
            );
            assert.ok(!isJoined, `${JSON.stringify({ span, newText })} in:\n${text}`);
          }
        }
      }),
      runs(300),
    );
  });

  it('says the same of introductions whatever is known of guesses', () => {
    fc.assert(
      fc.property(works, report, (reference, text) => {
        const all = ofOurs(analyze(text, reference));
        assert.deepEqual(ofOurs(analyzeListed(text, reference)), all);
        const unguessed = {
          ...reference,
          severities: new Map([...EVERY_RULE, ['name/variant', 'off' as const]]),
        };
        assert.deepEqual(ofOurs(analyze(text, unguessed)), all);
      }),
      runs(150),
    );
  });

  it('finds after any edits what it finds from scratch', () => {
    fc.assert(
      fc.property(
        works,
        report,
        fc.array(textChange, { minLength: 1, maxLength: 5 }),
        (reference, text, changes) => {
          let now = text;
          let analysis = analyze(now, reference);
          for (const change of changes) {
            now = applyChange(now, change);
            analysis = analyze(now, reference, analysis);
            assert.deepEqual(analysis.findings, analyze(now, reference).findings);
          }
        },
      ),
      runs(200),
    );
  });
});
