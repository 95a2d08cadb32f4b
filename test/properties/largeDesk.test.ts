/** Properties of a desk whose glossary is large: edits, and starts from the cache, give what reading everything gives. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyzeListed } from '../../server/src/analysis/analyze';
import type { Desk } from '../../server/src/desk/desk';
import { DeskKeeper } from '../../server/src/desk/deskKeeper';
import { MemoryCache } from '../support/memoryCache';
import { MemoryFiles } from '../support/memoryFiles';
import { runs, TIMEOUT } from './runs';

const GLOSSARY = '/desk/glossary/people.yaml';
const OTHER = '/desk/glossary/others.yaml';
/** Enough for a base of which changes are kept. */
const SIZE = 1100;

const entry = (id: string, name: string, more = '') =>
  `  ${id}: { name: ${name}, spellings: [${name}ov]${more} }`;
const ENTRIES = Array.from({ length: SIZE }, (_, k) => entry(`p${k}`, `Pers Num${k}`));

/** What is done to the lines of the glossary, each an entry; no id comes twice, as that would be broken YAML. */
const edit: fc.Arbitrary<(lines: string[]) => void> = fc.nat({ max: SIZE - 200 }).chain((at) =>
  fc.constantFrom<(lines: string[]) => void>(
    (lines) => void lines.splice(at, 1, lines[at]!.replace(/Pers|Changed/, 'Changed')),
    (lines) => void lines.splice(at, 1, lines[at]!.replace(/ examples: .*| }$/, ` ${EXAMPLE} }`)),
    (lines) => void lines.splice(at, 1),
    (lines) => void lines.splice(at, 30),
    (lines) => void lines.splice(at, 0, entry(unused(lines), `Added Num${at}`)),
    (lines) => void lines.push(entry(unused(lines), 'Pers Num3')),
    (lines) => void lines.splice((at * 7) % SIZE, 0, ...lines.splice(at, 1)),
  ),
);
const EXAMPLE = ', examples: [{ text: Pers Num3ov, expect: no }]';
const unused = (lines: readonly string[]): string => {
  for (let k = 0; ; k++) if (!lines.some((line) => line.startsWith(`  new${k}:`))) return `new${k}`;
};
const step = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  isBroken: fc.boolean(),
  restarts: fc.boolean(),
});

const REPORT = `${Array.from({ length: 40 }, (_, k) => `Pers Num${k * 29}ov met Changed Num${k * 31} and Added Num${k}.`).join('\n\n')}\n`;

function seen({ works, problems }: Desk) {
  const { mentions, findings } = analyzeListed(REPORT, works);
  return {
    count: works.lexicon.claimCount,
    ids: [...works.lexicon.glossary.entities.keys()],
    problems: [...problems],
    mentions: mentions.map(({ visible, claims }) => [visible, ...claims.map(({ entity }) => entity.id)]),
    findings: findings.map(({ code, message, span }) => [code, message, span]),
  };
}

describe('A desk with a large glossary', function () {
  this.timeout(TIMEOUT);

  it('is the same after any edits and starts as if all were read anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const files = new MemoryFiles({
          [OTHER]: 'version: 1\ngroups:\n  ktj: { name: Pers Num7, acronym: KTJ }\n',
        });
        const cache = new MemoryCache();
        const keeperOf = () => new DeskKeeper(files, '/desk', { cache, shortestKept: 0 });
        const write = (lines: readonly string[]) =>
          files.write(GLOSSARY, `version: 1\npeople:\n${lines.join('\n')}\n`);
        const lines = [...ENTRIES];
        write(lines);
        let keeper = keeperOf();
        await keeper.load();
        await keeper.remember();
        for (const { edits, isBroken, restarts } of steps) {
          if (isBroken) {
            files.write(GLOSSARY, 'people: [');
            await keeper.load();
            await keeper.remember();
          }
          for (const change of edits) change(lines);
          write(lines);
          const desk = await keeper.load();
          await keeper.remember();
          assert.deepEqual(seen(desk), seen(await new DeskKeeper(files, '/desk').load()));
          if (!restarts) continue;
          keeper = keeperOf();
          const hits = cache.hits.length;
          assert.deepEqual(seen(await keeper.load()), seen(desk));
          assert.equal(cache.hits.length, hits + 2, 'it comes from the cache');
        }
      }),
      runs(10),
    );
  });
});
