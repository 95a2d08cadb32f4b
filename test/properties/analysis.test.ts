/** Properties of analysing: what is underlined is what the reader sees, fixes settle, and edits change nothing else. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { fixAll } from '../../server/src/analysis/fixAll';
import { type Mention, WRITTEN_SPACE } from '../../server/src/analysis/mention';
import type { WorksOfReference } from '../../server/src/analysis/works';
import type { Zone } from '../../server/src/markdown/report';
import { foldText } from '../../server/src/names/fold';
import { contains, overlaps, type Span, sliceOf } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { formsIn, glossaryText } from './glossaries';
import { applyChange, reportText, textChange } from './reports';
import { runs, TIMEOUT } from './runs';

/** What the reports cite; names in its title are not ours to mend. */
const SOURCES = `references:
  - { id: key, type: book, title: Abu Salah and KTJ, author: [{ family: Saloh, given: Abu }], issued: 2020 }`;
const works = glossaryText.map((text) => worksOf(text, SOURCES));

/** What the reader sees of a span: nothing of the signs, and one space for a line break. */
function seen({ text, layout }: Analysis['report'], at: Span): string {
  const visible = layout.zones
    .filter(({ start, end }) => start < at.end && end > at.start)
    .map(({ kind, start, end }) => {
      const slice = text.slice(Math.max(start, at.start), Math.min(end, at.end));
      if (kind !== 'markup') return slice;
      return WRITTEN_SPACE.test(slice) ? '\n' : '';
    });
  return visible.join('').replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The folded letters alone: a tag between two words shows no space. */
const letters = (text: string): string => foldText(text).replaceAll(' ', '');

function assertMention({ report, works: { lexicon } }: Analysis, mention: Mention): void {
  const { start, end, words, visible, claims } = mention;
  assert.equal(visible, seen(report, mention));
  assert.deepEqual([words[0]!.start, words.at(-1)!.end], [start, end], 'from its first word to its last');
  assert.ok(claims.length > 0);
  for (const { entity, form } of claims) {
    assert.equal(lexicon.glossary.entities.get(entity.id), entity);
    if (letters(visible) !== letters(form.text))
      assert.ok(
        CYRILLIC.test(visible) && !mention.mendable,
        'it is written like the form, or in another script',
      );
  }
  const ids = claims.map(({ entity }) => entity.id);
  assert.equal(new Set(ids).size, ids.length, 'one claim an entity');
  assert.ok(!report.layout.walls.some((wall) => start < wall && wall < end), 'no name crosses a wall');
}

/** Whose words these are not ours to mend. */
const PROTECTED: readonly Zone['kind'][] = ['quotation', 'code', 'url', 'html', 'front-matter'];

/** What no fix may touch. A quotation that is nothing but a name is the author's own word. */
function protectedSpans({ report, mentions }: Analysis): Span[] {
  const own = mentions.filter(({ mendable }) => mendable);
  return [
    ...report.layout.zones.filter(
      (zone) => PROTECTED.includes(zone.kind) && !own.some((mention) => overlaps(mention, zone)),
    ),
    ...report.generated.map(({ made }) => made),
  ];
}

/**
 * What is still there after any number of fixes, in order. An unquoted title is not among it: it is known by its
 * capitals, and once a name before it is mended it may no longer look like one.
 */
function lastingSpans(analysis: Analysis): Span[] {
  const { zones, quotations } = analysis.report.layout;
  const spans = protectedSpans(analysis).filter((at) => {
    const isMarked = quotations.some((quotation) => contains(quotation, at));
    return isMarked || !zones.some((zone) => zone.kind === 'quotation' && contains(zone, at));
  });
  let last = 0;
  return spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isApart = start >= last;
      last = Math.max(last, end);
      return isApart;
    });
}

/** What can be compared: everything that was found, without the works of reference. */
const outcome = ({ mentions, findings }: Analysis) => ({
  findings,
  mentions: mentions.map(({ claims, ...rest }) => ({
    ...rest,
    claims: claims.map(({ entity, form }) => `${entity.id} ${form.kind} ${form.text}`),
  })),
});

/** Some of the forms as they stand, between texts that say nothing: what every glossary finds again. */
function listOfForms(lexicon: WorksOfReference['lexicon']): string {
  return formsIn(lexicon)
    .map((form) => `Then ${form}; next.`)
    .join('\n\n');
}

describe('Analysing a report', function () {
  this.timeout(TIMEOUT);

  it('underlines what the reader sees, in order, once', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const analysis = analyze(text, reference);
        let last = 0;
        for (const mention of analysis.mentions) {
          assert.ok(last <= mention.start && mention.start < mention.end && mention.end <= text.length);
          last = mention.end;
          assertMention(analysis, mention);
        }
        for (const { span, message, form, fixes } of analysis.findings) {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
          assert.match(message, /[.?]$/);
          if (form !== undefined) assert.equal(form, seen(analysis.report, span));
          for (const { edits } of fixes)
            for (const { span: at } of edits)
              assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length);
        }
      }),
      runs(400),
    );
  });

  it('finds every form that is written just as the glossary has it', () => {
    fc.assert(
      fc.property(works, (reference) => {
        const { lexicon } = reference;
        const found = new Set(
          analyze(listOfForms(lexicon), reference).mentions.map(({ visible }) => visible),
        );
        for (const form of formsIn(lexicon)) {
          // Behind “Then” and before “;”, a form stands alone; one letter is no form.
          if (lexicon.formsFoldedAs(form).length > 0) assert.ok(found.has(form), form);
        }
      }),
      runs(200),
    );
  });

  it('settles: fixing twice is fixing once', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const once = fixAll(analyze(text, reference));
        assert.equal(fixAll(analyze(once, reference)), once);
      }),
      runs(400),
    );
  });

  it('mends no quotation, code, address, HTML or generated note', () => {
    fc.assert(
      fc.property(works, reportText, (reference, text) => {
        const analysis = analyze(text, reference);
        const untouchable = protectedSpans(analysis);
        for (const { code, fixes } of analysis.findings) {
          // These make a generated note anew, and touch nothing else.
          if (code === 'note/stale' || code === 'note/ibid') continue;
          for (const { span } of fixes.find(({ preferred }) => preferred)?.edits ?? [])
            assert.ok(!untouchable.some((one) => overlaps(one, span)));
        }
        const mended = fixAll(analysis, (code) => code.startsWith('name/'));
        let last = 0;
        for (const at of lastingSpans(analysis)) {
          const kept = sliceOf(text, at);
          const found = mended.indexOf(kept, last);
          assert.ok(found >= 0, `“${kept}” is still there`);
          last = found + kept.length;
        }
      }),
      runs(400),
    );
  });

  it('finds after any edits what it finds from scratch', () => {
    fc.assert(
      fc.property(
        works,
        works,
        reportText,
        fc.array(textChange, { minLength: 1, maxLength: 5 }),
        (reference, other, text, changes) => {
          let now = text;
          let analysis = analyze(now, reference);
          for (const [k, change] of changes.entries()) {
            now = applyChange(now, change);
            // In the midst of typing, the glossary may be saved.
            const current = k === 3 ? other : reference;
            analysis = analyze(now, current, analysis);
            assert.deepEqual(outcome(analysis), outcome(analyze(now, current)));
          }
        },
      ),
      runs(300),
    );
  });
});
