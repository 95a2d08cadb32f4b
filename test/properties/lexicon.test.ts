/** Properties of a compiled glossary: what was compiled before changes nothing, and no entity takes from another. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { whoIs } from '../../server/src/analysis/who';
import type { Entity } from '../../server/src/glossary/entity';
import { searchEntities } from '../../server/src/glossary/entitySearch';
import type { Glossary } from '../../server/src/glossary/glossary';
import { compileLexicon, compileLexiconSteps, type Lexicon } from '../../server/src/glossary/lexicon';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { finish } from '../../server/src/text/steps';
import { NO_SOURCES } from '../support/works';
import { formsIn, glossaryText, WORDS } from './glossaries';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

/** Entities with an id each, of several made-up glossaries. */
const entities: fc.Arbitrary<readonly Entity[]> = fc
  .array(glossaryText, { minLength: 1, maxLength: 3 })
  .map((texts) =>
    texts.flatMap((text, k) =>
      parseGlossaryFile('/glossary.yaml', text).entities.map((entity) => ({
        ...entity,
        id: `${entity.id}${k}`,
      })),
    ),
  );

/** States of a glossary, one after the other: some of the entities, in some order. */
const states: fc.Arbitrary<readonly Glossary[]> = entities.chain((all) =>
  fc
    .array(fc.shuffledSubarray([...all]), { minLength: 2, maxLength: 5 })
    .map((lists) => lists.map((list) => glossaryOf(list))),
);

const glossaryOf = (list: readonly Entity[]): Glossary => ({
  entities: new Map(list.map((entity) => [entity.id, entity])),
  problems: new Map(),
});

const found = ({ claim, score }: { claim: { entity: Entity; form: { text: string } }; score: number }) => [
  claim.entity.id,
  claim.form.text,
  score,
];

/** All that is found with a lexicon. */
function answers(lexicon: Lexicon, report: string) {
  const works = { ...NO_SOURCES, lexicon };
  const { mentions, findings } = analyze(`${report}\n\n${formsIn(lexicon).join('.\n\n')}.`, works);
  return {
    count: lexicon.claimCount,
    forms: formsIn(lexicon),
    mentions: mentions.map(({ visible, claims }) => [
      visible,
      ...claims.map(({ entity, form }) => [entity.id, form.text]),
    ]),
    findings: findings.map(({ code, span, message }) => [code, span, message]),
    who: WORDS.map((word) => whoIs(word, lexicon).map(found)),
    completed: WORDS.map((word) => searchEntities(lexicon, word.slice(0, 2), 30).map(found)),
  };
}

describe('A lexicon', function () {
  this.timeout(TIMEOUT);

  it('is the same whether it is compiled anew or from an earlier one', () => {
    fc.assert(
      fc.property(states, reportText, fc.integer({ min: 0, max: 20 }), (glossaries, report, most) => {
        let lexicon: Lexicon | undefined;
        for (const glossary of glossaries) {
          const before: Lexicon | undefined = lexicon;
          lexicon = finish(compileLexiconSteps(glossary, before, most));
          assert.deepEqual(answers(lexicon, report), answers(compileLexicon(glossary), report));
          if (most === 20) assert.equal(lexicon.base, before?.base ?? lexicon.base, 'the base is kept');
        }
      }),
      runs(40),
    );
  });

  it('gives the same claims as before for entities that have stayed', () => {
    fc.assert(
      fc.property(entities, fc.nat(), (all, at) => {
        const before = compileLexicon(glossaryOf(all));
        const left = all.filter((_, k) => k !== at % all.length);
        const after = finish(compileLexiconSteps(glossaryOf(left), before, 20));
        for (let claim = 0; claim < before.base.claims.length; claim++)
          assert.equal(after.claim(claim), before.claim(claim));
      }),
      runs(20),
    );
  });

  it('still has every mention that is exactly a form when an entity is added', () => {
    fc.assert(
      fc.property(entities, reportText, (all, report) => {
        const [added, ...others] = all;
        if (!added) return;
        const mentionsWith = (list: readonly Entity[]) => {
          const lexicon = compileLexicon(glossaryOf(list));
          return analyze(report, { ...NO_SOURCES, lexicon }).mentions;
        };
        const before = mentionsWith(others);
        const after = mentionsWith(all);
        for (const mention of before) {
          const exact = mention.claims.filter(({ form }) => form.text === mention.visible);
          if (exact.length === 0) continue;
          // A longer form of the new entity may hold the mention; nothing else takes its place.
          const now = after.find(({ start, end }) => start < mention.end && mention.start < end);
          assert.ok(now, mention.visible);
          if (now.start === mention.start && now.end === mention.end) {
            const ids = new Set(now.claims.map(({ entity }) => entity.id));
            const settled = mention.claims.some(({ entity }) => ids.has(entity.id));
            assert.ok(settled || mention.claims.length < exact.length || ids.has(added.id), mention.visible);
            continue;
          }
          const owners = now.claims.map(({ entity }) => entity.id);
          assert.ok(
            owners.includes(added.id) || now.end - now.start > mention.end - mention.start,
            mention.visible,
          );
        }
      }),
      runs(200),
    );
  });
});
