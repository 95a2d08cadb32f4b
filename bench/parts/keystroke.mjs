/** A keystroke in a 100 KB report against 100,000 names: all findings anew, in the process and through the protocol. */

import { join } from 'node:path';
import { COMMAND_LINE } from '../../scripts/lib/paths.mjs';
import { analyze, compileLexicon, worksOf } from '../lib/core.mjs';
import { median, p95, timed, timedAsync } from '../lib/measure.mjs';
import { makeEntities, makeNames, toYaml } from '../lib/names.mjs';
import { makeReport } from '../lib/prose.mjs';
import { pick, seeded } from '../lib/random.mjs';
import { scratchDesk } from '../lib/scratchDesk.mjs';
import { startServer } from '../lib/server.mjs';
import { ms, printTable } from '../lib/table.mjs';

const REPORT_LENGTH = 100_000;
const WARM_UP = 40;

/** Somebody writes a sentence here and a sentence there: places, and a letter for each. */
function keystrokes(text, count) {
  const random = seeded(7);
  const strokes = [];
  for (let at = 0; strokes.length < count; at++) {
    if (strokes.length % 20 === 0) at = text.indexOf(' ', Math.floor(random() * text.length * 0.9) + 30);
    strokes.push({ at, letter: pick(random, [...'etaoin shrdlu,.']) });
  }
  return strokes;
}

export async function benchKeystroke({ quick }) {
  const count = quick ? 100 : 400;
  const size = quick ? 10_000 : 100_000;
  const names = makeNames(size);
  const entities = makeEntities(names);
  const written = entities.slice(0, 300).flatMap(({ name, spellings }) => [name, name, name, ...spellings]);
  const report = makeReport(REPORT_LENGTH, written);
  const glossary = toYaml(entities);
  const strokes = keystrokes(report, count + WARM_UP);
  const inProcess = typeInProcess(report, glossary, strokes);
  const overStdio = await typeOverStdio(report, glossary, strokes);
  printTable(
    `A keystroke in ${report.length.toLocaleString('en')} characters against ${size.toLocaleString('en')} entities: all findings anew`,
    ['', 'median', '95th percentile', 'findings'],
    [
      ['in the process', ms(median(inProcess.times)), ms(p95(inProcess.times)), inProcess.findings],
      [
        'in the process, without what is known',
        ms(median(inProcess.fresh)),
        ms(p95(inProcess.fresh)),
        inProcess.findings,
      ],
      [
        'through the protocol (stdio)',
        ms(median(overStdio.times)),
        ms(p95(overStdio.times)),
        overStdio.findings,
      ],
    ],
  );
}

function typeInProcess(report, glossary, strokes) {
  const works = worksOf(glossary);
  let text = report;
  let analysis = analyze(text, works);
  const times = [];
  const fresh = [];
  for (const [k, { at, letter }] of strokes.entries()) {
    text = text.slice(0, at) + letter + text.slice(at);
    const { took, result } = timed(() => analyze(text, works, analysis));
    analysis = result;
    if (k >= WARM_UP) times.push(took);
    if (k < WARM_UP || k % 100 !== 0) continue;
    const again = worksAgain(works);
    fresh.push(timed(() => analyze(text, again)).took);
  }
  return { times, fresh, findings: analysis.findings.length };
}

/** The same works, with all that is compiled, for which nothing is known yet of any text. */
function worksAgain(works) {
  const lexicon = compileLexicon(works.lexicon.glossary);
  lexicon.guesser;
  return { ...works, lexicon };
}

async function typeOverStdio(report, glossary, strokes) {
  const desk = scratchDesk({ 'glossary/names.yaml': glossary, 'report.md': report });
  const server = await startServer([COMMAND_LINE, 'lsp', '--stdio'], desk.root);
  try {
    const uri = server.uriOf(join(desk.root, 'report.md'));
    server.open(uri, report);
    let published = await server.published(uri, 1);
    let text = report;
    const times = [];
    for (const [k, { at, letter }] of strokes.entries()) {
      const position = positionAt(text, at);
      text = text.slice(0, at) + letter + text.slice(at);
      const version = k + 2;
      const { took, result } = await timedAsync(() => {
        server.change(uri, version, position, letter);
        return server.published(uri, version);
      });
      published = result;
      if (k >= WARM_UP) times.push(took);
    }
    return { times, findings: published.diagnostics.length };
  } finally {
    await server.stop();
    desk.remove();
  }
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - lineStart };
}
