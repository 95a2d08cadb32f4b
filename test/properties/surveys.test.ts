/** Property: what a desk's surveys come to after any changes is what they come to when all is surveyed anew. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeListed } from '../../server/src/analysis/analyze';
import type { WorksOfReference } from '../../server/src/analysis/works';
import { DEFAULT_CONFIG } from '../../server/src/desk/config';
import { Desk } from '../../server/src/desk/desk';
import { findReferences } from '../../server/src/features/references';
import { DeskSurveys, type SurveyedSession } from '../../server/src/lsp/deskSurveys';
import { finish } from '../../server/src/text/steps';
import { worksOf } from '../support/works';

const GLOSSARIES = [
  'version: 1\npeople:\n  a: { name: Abu Saloh, spellings: [Abu Salah] }\n  b: { name: Anvar Rahimov }\n',
  'version: 1\npeople:\n  a: { name: Abu Salah }\n  c: { name: Samuel Paty, short: Paty }\n',
].map((text) => worksOf(text));

const SENTENCES = [
  'Abu Saloh came.',
  'They saw Abu Salah.',
  'It was Anvar Rakhimov.',
  'There Samuel Paty spoke, and Paty left.',
  'Nothing.',
  'In Isfara and Isfara.',
];

const deskOf = (works: WorksOfReference): Desk =>
  new Desk({ root: '/desk', config: DEFAULT_CONFIG, works, glossaryFiles: new Map(), problems: new Map() });

const sessionOf = (texts: ReadonlyMap<string, string>): SurveyedSession => ({
  reportPaths: async () => [...texts.keys()].sort(),
  readReport: async (path) => {
    const text = texts.get(path);
    return text === undefined ? { failure: `${path} does not exist.` } : { text };
  },
  completeReport: async () => undefined,
  pace: async (steps) => finish(steps),
  paceBehind: async (steps) => finish(steps),
});

const path = fc.integer({ min: 0, max: 4 }).map((k) => `/desk/${k}.md`);
const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 5 }).map((all) => `${all.join('\n\n')}\n`);
const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, text }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('glossary' as const), works: fc.constantFrom(...GLOSSARIES) }),
  fc.record({ kind: fc.constant('cancel' as const) }),
);

/** How many reports are to be looked at for an entity that they do not mention; none that mentions it is left out. */
function passesNoMention(surveys: DeskSurveys, desk: Desk, texts: ReadonlyMap<string, string>): number {
  let inVain = 0;
  for (const id of ['a', 'b', 'c']) {
    const ids = new Set([id]);
    const mayMention = surveys.mayMention(desk, ids);
    for (const [at, written] of texts) {
      const found = findReferences(analyzeListed(written, desk.works), { kind: 'entities', ids });
      const isLooked = mayMention(written, at);
      assert.ok(isLooked || found.length === 0, `${at} mentions ${id}: ${written}`);
      if (isLooked && found.length === 0) inVain++;
    }
  }
  return inVain;
}

describe('Surveys of a desk', () => {
  it('come to the same after changes as from scratch', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const texts = new Map<string, string>();
        let desk = deskOf(GLOSSARIES[0]!);
        const surveys = new DeskSurveys(sessionOf(texts), () => true);
        for (const one of changes) {
          if (one.kind === 'write') {
            const isNew = !texts.has(one.path);
            texts.set(one.path, one.text);
            surveys.changed(isNew ? undefined : [one.path]);
          } else if (one.kind === 'remove') {
            texts.delete(one.path);
            surveys.changed();
          } else if (one.kind === 'glossary') desk = deskOf(one.works);
          else {
            let asked = 0;
            await surveys.surveyOf(desk, { isWanted: () => asked++ < 3 });
            continue;
          }
          passesNoMention(surveys, desk, texts);
          const fresh = new DeskSurveys(sessionOf(texts), () => true);
          assert.deepEqual(await surveys.surveyOf(desk), await fresh.surveyOf(desk));
          for (const id of ['a', 'b', 'c'])
            assert.deepEqual(await surveys.countsOf(desk, id), await fresh.countsOf(desk, id));
          assert.equal(passesNoMention(surveys, desk, texts), 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
