/** Properties of notes: whatever happens to a report, making its notes anew gives what they are from scratch, and touches nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { madeNotes } from '../../server/src/analysis/notes/madeNotes';
import { notesInOrder } from '../../server/src/analysis/notes/noteOrder';
import { renumberNotes } from '../../server/src/analysis/notes/renumberNotes';
import type { WorksOfReference } from '../../server/src/analysis/works';
import { insertCitation } from '../../server/src/features/citing/noteInsertion';
import { updateNotes } from '../../server/src/features/citing/updateNotes';
import { labelKey, type Report } from '../../server/src/markdown/report';
import { makeFormatter } from '../../server/src/sources/formatting/format';
import { DEFAULT_STYLE, styleOrDefault } from '../../server/src/sources/formatting/styles';
import { applyEdits, type Edit } from '../../server/src/text/edit';
import { sliceOf } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { applyChange, reportText, type TextChange, textChange } from './reports';
import { runs, TIMEOUT } from './runs';

const works = worksOf(
  'version: 1\npeople:\n  saloh: { name: Abu Saloh, spellings: [Abu Salah] }\n',
  `references:
  - { id: key, type: book, title: First Book, author: [{ family: Doe, given: Jane }], issued: 2020 }
  - { id: roe, type: book, title: "*Second* Book: 1. Part [^1]", author: [{ family: Roe, given: R }], issued: 2019 }
  - { id: web, type: webpage, title: A Page, URL: "https://example.org/a_b", issued: 2018-05-01 }
  - { id: __proto__, type: book, title: Odd, author: [{ literal: Abu Salah }], issued: 2000 }`,
);
const KEYS = ['key', 'roe', 'web', '__proto__'] as const;

/** With nothing remembered. */
const fresh = (): WorksOfReference => ({
  ...works,
  formatter: makeFormatter({ style: styleOrDefault(DEFAULT_STYLE) }),
});

const cite = fc
  .tuple(
    fc.constantFrom('', '', '', 'see ', 'cf. '),
    fc.constantFrom(...KEYS, ...KEYS, 'unknown'),
    fc.constantFrom('', '', ', 20', ', p. 20', ', § 4, and passim', ', xii'),
  )
  .map(([prefix, key, locator]) => `${prefix}@${key}${locator}`);
const citation = fc
  .array(cite, { minLength: 1, maxLength: 2 })
  .map((cites) => `<!-- ${cites.join('; ')} -->`);

const LABELS = ['1', '2', '3', '4', '7', '10', 'a', 'Named'] as const;
const label = fc.constantFrom(...LABELS);
const made = fc.oneof(
  fc.constantFrom(
    'Ibid., 20.',
    'Ibid.',
    'Jane Doe, *First Book*, 2020.',
    'Doe, *First Book*.',
    '',
    'Own words <!-- mine -->',
  ),
  fc.constantFrom('“Open, *half', 'wrapped\n    here', 'See [^2]', '- item', '| a |', '> quoted'),
);
const generated = fc
  .tuple(made, citation, fc.constantFrom('', '', '', ' Abu Salah, again.', '\n\n    More.'))
  .map(([text, comment, own]) => `${text}${text === '' ? '' : ' '}${comment}${own}`);
const written = fc.constantFrom(
  'Ibid.',
  '*Ibid.*, 20.',
  'She never said so.',
  'Jane Doe, *First Book* (London: Post, 2020), 5.',
  'Doe, *op. cit.*, 3; Roe, supra note 2, 4.',
  'A.[^3]\n\n    B.',
);
const definition = fc
  .tuple(
    label,
    fc.oneof({ weight: 3, arbitrary: generated }, written),
    fc.constantFrom('', '', '', '> ', '- '),
  )
  .map(([name, text, inside]) => {
    const note = `[^${name}]: ${text}`;
    if (inside === '> ') return note.replace(/^/gm, '> ');
    return inside === '- ' ? `- ${note.replace(/\n/g, '\n  ')}` : note;
  });
const paragraph = fc
  .array(fc.tuple(fc.constantFrom('Abu Saloh wrote', 'She said', '> He', '- They'), fc.option(label)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) =>
    parts.map(([words, name]) => (name === null ? `${words}.` : `${words}.[^${name}]`)).join(' '),
  );

/** A report in which notes are what there is most of. */
const notedText = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    fc.array(definition, { minLength: 1, maxLength: 7 }),
    fc.constantFrom('\n\n', '\n\n', '\n'),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([paragraphs, definitions, gap, eol]) =>
    [...paragraphs, definitions.join(gap)].join('\n\n').concat('\n').replace(/\n/g, eol),
  );

type Step =
  | { readonly do: 'type'; readonly change: TextChange }
  | { readonly do: 'move'; readonly from: number; readonly to: number }
  | { readonly do: 'delete'; readonly which: number }
  | {
      readonly do: 'cite';
      readonly at: number;
      readonly key: (typeof KEYS)[number];
      readonly locator: string;
    }
  | { readonly do: 'merge' }
  | { readonly do: 'renumber' }
  | { readonly do: 'update' };

const step: fc.Arbitrary<Step> = fc.oneof(
  textChange.map((change): Step => ({ do: 'type', change })),
  fc.record({ do: fc.constant('move' as const), from: fc.nat(20), to: fc.nat(20) }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat(20) }),
  fc.record({
    do: fc.constant('cite' as const),
    at: fc.nat(1000),
    key: fc.constantFrom(...KEYS),
    locator: fc.constantFrom('', '20', 'ch. 3'),
  }),
  fc.constantFrom<Step>({ do: 'merge' }, { do: 'renumber' }, { do: 'update' }),
);

/** The text after a step, taken as an editor takes it: with the analysis of the text before. */
function after(analysis: Analysis, one: Step): string {
  const { text } = analysis.report;
  const with_ = (edits: readonly Edit[] | undefined) => applyEdits(text, edits ?? []);
  const paragraphs = text.split(/(?<=\n\r?\n)/);
  switch (one.do) {
    case 'type':
      return applyChange(text, one.change);
    case 'move': {
      const [moved] = paragraphs.splice(one.from % paragraphs.length, 1);
      paragraphs.splice(one.to % (paragraphs.length + 1), 0, moved!);
      return paragraphs.join('');
    }
    case 'delete':
      paragraphs.splice(one.which % paragraphs.length, 1);
      return paragraphs.join('');
    case 'cite': {
      const at = Math.round((one.at / 1000) * text.length);
      const source = works.library.sources.get(one.key)!;
      const locator = one.locator === '' ? undefined : one.locator;
      const inserted = insertCitation(analysis, { start: at, end: at }, [{ source, locator }], {
        labels: 'number',
      });
      return 'edits' in inserted ? with_(inserted.edits) : text;
    }
    case 'merge':
      return with_(analysis.findings.find(({ code }) => code === 'note/same-source')?.fixes[0]?.edits);
    case 'renumber':
      return with_(renumberNotes(analysis.report));
    case 'update':
      return with_(updateNotes(analysis));
  }
}

/** The text with a sign in the place of everything that is made, and of the space around it. */
function withoutMade({ text, generated }: Report): string {
  let rest = '';
  let at = 0;
  for (const {
    made: { start, end },
    beside,
  } of generated) {
    if (beside) continue;
    rest += `${text.slice(at, start).replace(/[\s>]+$/, '')}◆`;
    at = end;
  }
  return rest + text.slice(at).replace(/◆\s+/g, '◆');
}
const settled = (text: string): string => text.replace(/◆\s+/g, '◆');

/** Comments of their writer that stood among what is made are kept with it. */
const comments = ({ text, layout }: Report): string[] =>
  layout.comments.map((one) => sliceOf(text, one)).sort();

const outcome = ({ findings }: Analysis) => findings;

describe('Notes that stay right', function () {
  this.timeout(TIMEOUT);

  it('are, once updated, what they are from scratch, and nothing else has changed', () => {
    let remade = 0;
    fc.assert(
      fc.property(
        fc.oneof(notedText, notedText, reportText),
        fc.array(step, { maxLength: 6 }),
        (text, steps) => {
          let analysis = analyze(text, works);
          for (const one of steps) {
            analysis = analyze(after(analysis, one), works, analysis);
            assert.deepEqual(outcome(analysis), outcome(analyze(analysis.report.text, works)), one.do);
          }
          const edits = updateNotes(analysis);
          remade += edits.length;
          const updated = analyze(applyEdits(analysis.report.text, edits), works, analysis);
          const scratch = analyze(updated.report.text, fresh());
          for (const { isCurrent, written: now, made: as, generated: by } of madeNotes(
            scratch.report,
            scratch.works,
          ))
            assert.ok(isCurrent || by.beside, `“${now}” is not “${as}”`);
          assert.deepEqual(outcome(updated), outcome(scratch));
          assert.deepEqual(updateNotes(updated), []);
          assert.equal(settled(withoutMade(updated.report)), settled(withoutMade(analysis.report)));
          assert.deepEqual(comments(updated.report), comments(analysis.report));
        },
      ),
      runs(120),
    );
    assert.ok(remade > 40, `${remade} notes were made anew`);
  });

  it('are numbered in the order of the text, and say what they said', () => {
    const said = ({ text, layout }: Report) => {
      const definitions = new Map(
        layout.definitions.map((one) => [labelKey(one.label), one]).reverse() as [
          string,
          Report['layout']['definitions'][number],
        ][],
      );
      return layout.references
        .filter(({ start }) => !layout.definitions.some((one) => one.start <= start && start < one.end))
        .map(({ label: name }) => {
          const note = definitions.get(labelKey(name));
          return note && sliceOf(text, note.text).replace(/\[\^\d+\]/g, '[^]');
        });
    };
    fc.assert(
      fc.property(fc.oneof(notedText, reportText), (text) => {
        const { report } = analyze(text, works);
        const edits = renumberNotes(report);
        const renumbered = analyze(applyEdits(text, edits), works).report;
        const order = notesInOrder(renumbered)
          .filter(
            ({ references, definition: { label: name } }) => references.length > 0 && /^\d+$/.test(name),
          )
          .map(({ definition: { label: name } }) => Number(name));
        assert.deepEqual(
          order,
          order.map((_, k) => k + 1),
        );
        assert.deepEqual(renumberNotes(renumbered), []);
        assert.deepEqual(said(renumbered), said(report));
        assert.equal(renumbered.layout.definitions.length, report.layout.definitions.length);
        const letters = (written: string) => [...written.replace(/\[\^\d+\]/g, '')].sort().join('');
        assert.equal(letters(renumbered.text), letters(text));
      }),
      runs(250),
    );
  });
});
