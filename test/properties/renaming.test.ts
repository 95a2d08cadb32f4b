/** Properties of renaming: in any report, what its author wrote follows, and nobody else’s words. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeListed } from '../../server/src/analysis/analyze';
import { mentionAt } from '../../server/src/analysis/mention';
import {
  renamableFormOf,
  renameInReport,
  renamingOf,
  reportsToRename,
} from '../../server/src/features/renameEntity';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { editsOfFormRenaming } from '../../server/src/glossary/renameForm';
import { zoneAt } from '../../server/src/markdown/report';
import { applyEdits, compatible } from '../../server/src/text/edit';
import { overlaps } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { glossaryText } from './glossaries';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

/** Names of which nothing generated has a part. */
const NEW = ['Zubaydulloh', 'Zubaydulloh al-Narimon', 'Zubayd bin Narimon Qurbonzoda'];
const PROTECTED: ReadonlySet<string> = new Set(['code', 'url', 'html', 'front-matter']);

const cases = fc.record({
  glossary: glossaryText,
  parts: fc.array(reportText, { maxLength: 4 }),
  which: fc.nat(),
  form: fc.nat(),
  name: fc.constantFrom(...NEW),
});

describe('Renaming in any report', function () {
  this.timeout(TIMEOUT);

  it('writes the new name where the author wrote the old one, and it is found there', () => {
    let followed = 0;
    fc.assert(
      fc.property(cases, ({ glossary, parts, which, form, name }) => {
        const works = worksOf(glossary);
        const entities = [...works.lexicon.glossary.entities.values()];
        const entity = entities[which % Math.max(1, entities.length)];
        if (!entity) return;
        const own = [entity.name, ...entity.shorts, ...entity.aliases.map((one) => one.name)];
        const renamable = renamableFormOf(entity, own[form % own.length]!);
        assert.ok(renamable);
        const renaming = renamingOf(renamable, name, { old: 'spelling' }, works.lexicon);
        assert.ok('changes' in renaming);
        const text = [...parts, `\n\nThen ${renamable.text} wrote.\n`].join('');
        const before = analyzeListed(text, works);
        const { edits, mentions, left } = renameInReport(before, entity, renaming);
        assert.ok(edits.length === 0 || reportsToRename(renaming)(text), `Passed over: ${text}`);
        assert.deepEqual(compatible(edits).length, edits.length, 'Edits overlap.');
        for (const { span } of edits) {
          assert.ok(!PROTECTED.has(zoneAt(before.report, span.start)?.kind ?? ''), text);
          assert.ok(!before.report.generated.some(({ made }) => overlaps(made, span)), text);
          const mention = mentionAt(before.mentions, span.start);
          assert.ok(mention?.mendable && mention.claims.length === 1, text);
          assert.equal(mention.claims[0]!.entity.id, entity.id);
        }
        for (const mention of left) if (mention.mendable) assert.ok(mention.words.length > 1, text);
        const now = applyEdits(text, edits);
        const entry = editsOfFormRenaming(glossary, entity, renaming);
        assert.ok('edits' in entry);
        const renamed = applyEdits(glossary, entry.edits);
        assert.deepEqual(
          parseGlossaryFile('/glossary.yaml', renamed).problems.length > 0,
          parseGlossaryFile('/glossary.yaml', glossary).problems.length > 0,
        );
        const after = analyzeListed(now, worksOf(renamed));
        // Of a person, a name beside a new one of a single word may make it somebody else’s.
        for (const { span } of entity.type === 'person' ? [] : edits) {
          const moved = edits
            .filter((one) => one.span.end <= span.start && one.span.start < span.start)
            .reduce((sum, one) => sum + one.newText.length - (one.span.end - one.span.start), span.start);
          const found = mentionAt(after.mentions, moved) ?? mentionAt(after.mentions, moved + 1);
          assert.ok(
            found?.claims.some(({ entity: { id } }) => id === entity.id),
            `${text}\n→\n${now}`,
          );
        }
        followed += mentions;
      }),
      runs(150),
    );
    assert.ok(followed > 0);
  });
});
