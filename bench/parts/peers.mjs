/** The command lines of other programs, on the same text and the same terms. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND_LINE } from '../../scripts/lib/paths.mjs';
import { runQuietly } from '../../scripts/lib/run.mjs';
import { whyNotInstalled } from '../lib/installed.mjs';
import { median, timedAsync } from '../lib/measure.mjs';
import { makeEntities, makeNames, toYaml } from '../lib/names.mjs';
import { makeProse } from '../lib/prose.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { ms, printTable, times } from '../lib/table.mjs';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(HOME, 'node_modules');
const TWENTY_THOUSAND_WORDS = 190_000;
const FORMS_EACH = 6;

/** A program that prints fewer lines has not looked for the names. */
const FEWEST_FINDINGS = 100;

/** Each: its name, the files it needs beside the report, and how it is called. Made-up names are plain expressions. */
const PEERS = [
  {
    // What the others do: they know listed spellings alone.
    name: 'nomenclator check, without name/variant',
    files: (entities) => ({
      'glossary/names.yaml': toYaml(entities),
      'nomenclator.yaml': 'version: 1\nrules:\n  name/variant: off\n',
    }),
    args: nomenclator,
  },
  {
    name: 'nomenclator check, unlisted spellings too',
    files: (entities) => ({ 'glossary/names.yaml': toYaml(entities) }),
    args: nomenclator,
  },
  {
    name: 'textlint + prh',
    files: (entities) => ({
      '.textlintrc.json': JSON.stringify({ rules: { prh: { rulePaths: ['./prh.yml'] } } }),
      'prh.yml': `version: 1\nrules:\n${entities
        .map(
          ({ name, spellings }) =>
            `  - expected: ${name}\n    patterns: ${JSON.stringify(spellings.map((one) => `/${one}/`))}\n`,
        )
        .join('')}`,
    }),
    args: textlint,
  },
  {
    name: 'textlint + terminology',
    files: (entities) => ({
      '.textlintrc.json': JSON.stringify({
        rules: {
          terminology: {
            defaultTerms: false,
            terms: entities.flatMap(({ name, spellings }) => spellings.map((one) => [one, name])),
          },
        },
      }),
    }),
    args: textlint,
  },
  {
    // A spelling checker knows words, not names of several words: each wrong spelling is forbidden by its first word.
    name: 'cspell',
    files: (entities, report) => ({
      'cspell.json': JSON.stringify({
        version: '0.2',
        dictionaryDefinitions: [{ name: 'report', path: './words.txt' }],
        dictionaries: ['report'],
        flagWords: [
          ...new Set(entities.flatMap(({ spellings }) => spellings.map((one) => one.split(' ')[0]))),
        ],
      }),
      'words.txt': [...new Set(report.match(/\p{L}+/gu))].join('\n'),
    }),
    args: (root) => [
      join(MODULES, 'cspell', 'bin.mjs'),
      ...[
        'lint',
        '--no-progress',
        '--no-cache',
        '--config',
        join(root, 'cspell.json'),
        join(root, 'report.md'),
      ],
    ],
  },
];

function nomenclator(root) {
  return [COMMAND_LINE, 'check', join(root, 'report.md'), '--desk', root];
}

function textlint(root) {
  const program = join(MODULES, 'textlint', 'bin', 'textlint.js');
  return [program, '--config', join(root, '.textlintrc.json'), join(root, 'report.md')];
}

export async function benchPeers({ quick }) {
  const reason = await whyNotInstalled([
    'cspell',
    'textlint',
    'textlint-rule-prh',
    'textlint-rule-terminology',
  ]);
  if (reason) {
    console.log(`\nThe other programs could not be installed, and are left out: ${reason}`);
    return;
  }
  const sizes = quick ? [100] : [100, 300, 1000];
  const runs = quick ? 1 : 3;
  const rows = PEERS.map(({ name }) => [name]);
  for (const size of sizes) {
    const taken = await measure(size, runs);
    for (const [k, time] of taken.entries()) rows[k].push(ms(time), k === 0 ? '' : times(time / taken[0]));
  }
  printTable(
    `Command lines on a report of 20,000 words: entities with ${FORMS_EACH} other spellings each, whole time`,
    ['', ...sizes.flatMap((size) => [`${size} entities`, 'against the first'])],
    rows,
  );
}

async function measure(size, runs) {
  const entities = makeEntities(makeNames(size), { spellings: FORMS_EACH, aliases: 0 });
  const report = makeProse(
    TWENTY_THOUSAND_WORDS,
    entities.flatMap(({ name, spellings }) => [name, name, ...spellings]),
  );
  const taken = [];
  for (const peer of PEERS) {
    const desk = scratchDesk({ 'report.md': report, ...peer.files(entities, report) });
    const series = [];
    for (let run = 0; run < runs; run++) {
      const { took, result } = await timedAsync(() =>
        runQuietly(process.execPath, peer.args(desk.root), { cwd: desk.root }),
      );
      assertFound(peer.name, result);
      series.push(took);
    }
    desk.remove();
    taken.push(median(series));
  }
  return taken;
}

/** All of them end with 1 where they have found something, and print a line for each. */
function assertFound(name, { code, output }) {
  const lines = output.split('\n').length;
  if (code === 1 && lines > FEWEST_FINDINGS) return;
  throw new Error(`${name} did not do its work (exit code ${code}):\n${output.slice(0, 2000)}`);
}
