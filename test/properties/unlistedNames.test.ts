/** Properties of names that no glossary has: each is a stretch of visible words, seen alike from all of its places. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { hoverAt } from '../../server/src/features/hover';
import { selectedName, unlistedNameAt } from '../../server/src/features/unlistedName';
import { editsOfNewEntity } from '../../server/src/glossary/newEntity';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { applyEdits } from '../../server/src/text/edit';
import { overlaps } from '../../server/src/text/span';
import { worksOf } from '../support/works';
import { glossaryText } from './glossaries';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

const works = glossaryText.map((text) => worksOf(text));
/** Names beside which the report has the glossary's own, and signs. */
const withNames = fc
  .array(
    fc.oneof(
      reportText,
      fc.constantFrom('Anvar Turdizoda ', '*Anvar*\nTurdizoda’s ', 'A. Nurov (NR) ', 'BRL '),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

describe('A name that no glossary has', function () {
  this.timeout(TIMEOUT);

  it('lies around the place, between letters, and on no name of the glossary but a surname', () => {
    fc.assert(
      fc.property(works, withNames, fc.nat(), (known, text, at) => {
        const analysis = analyze(text, known);
        const offset = text.length === 0 ? 0 : at % (text.length + 1);
        const name = unlistedNameAt(analysis, offset);
        if (!name) return;
        assert.ok(name.start <= offset && offset <= name.end);
        assert.match(text.slice(name.start, name.end), /^[\p{L}\p{M}].*[\p{L}\p{M}\p{N}]$/su);
        assert.match(name.visible, /\p{Lu}/u);
        for (const mention of analysis.mentions.filter((one) => overlaps(one, name)))
          assert.ok(
            mention.words.length === 1 && mention.claims.every(({ entity }) => entity.type === 'person'),
          );
        const again = selectedName(analysis, name);
        assert.equal(again?.visible, name.visible);
        const hover = hoverAt(analysis, offset, { today: '2023-01-01', sourceNote: () => undefined });
        assert.ok(hover && hover.span.start <= offset);
      }),
      runs(300),
    );
  });

  it('can be added, and is then the house form of an entity', () => {
    const names = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('Anvar Turdizoda', 'No', '1: [x]', '“Nur”', 'Хабар'),
    );
    fc.assert(
      fc.property(glossaryText, names, (text, name) => {
        const edit = editsOfNewEntity(text, { type: 'place', name }, () => false);
        if (!('edits' in edit)) return assert.match(edit.refusal, /\. [A-Z].*\.$/);
        const before = parseGlossaryFile('a.yaml', text).entities;
        const after = parseGlossaryFile('a.yaml', applyEdits(text, edit.edits)).entities;
        assert.equal(after.length, before.length + 1);
        assert.ok(after.some(({ id, type }) => id === edit.id && type === 'place'));
      }),
      runs(300),
    );
  });
});
