/** How costs grow: against the size of the glossary, and against the length of the text. */

import { single, sum } from '../../scripts/lib/tally.mjs';
import { analyze, findMentions, readReport, worksOf } from '../lib/core.mjs';
import { timed } from '../lib/measure.mjs';
import { makeEntities, makeNames, respelt, toYaml } from '../lib/names.mjs';
import { makeProse, makeReport } from '../lib/prose.mjs';
import { pick, seeded } from '../lib/random.mjs';
import { printTable, times } from '../lib/table.mjs';

const RUNS = 5;
/** What a machine that does other things too may add to what is allowed. */
const PATIENCE = 2;
/** Work is repeated until it has taken this long. */
const LONG_ENOUGH = 300;

const FEW = 1000;
const MANY = 50_000;
const SHORT = 50_000;
const LONG = 400_000;
const NEAR_MISSES = 1000;

/** How many texts of near misses have been made. */
let rounds = 0;

/**
 * Prints how many times as long the larger of two pieces of work takes, and the most that it may; the shortest of several
 * runs is what the work itself takes.
 */
export function checkShape() {
  const names = makeNames(MANY);
  const known = names.slice(0, FEW);
  const few = worksOf(toYaml(makeEntities(known)));
  const many = worksOf(toYaml(makeEntities(names)));
  const glossaryOf = (count) => toYaml(makeEntities(names.slice(0, count)));
  const small = glossaryOf(MANY / 8);
  const large = glossaryOf(MANY);
  const prose = makeProse(LONG, known);
  const report = (length) => makeReport(length, known);
  const mentionsIn = (text, works) => () => () => findMentions(readReport(text), works.lexicon);
  const findingsIn = (text, works) => () => () => analyze(text, works);
  const growth = LONG / SHORT;

  const checks = [
    {
      what: `mentions, ${MANY / FEW} times the names`,
      least: mentionsIn(prose, few),
      most: mentionsIn(prose, many),
      allowed: 1.5,
    },
    {
      what: `mentions, ${growth} times the text`,
      least: mentionsIn(prose.slice(0, SHORT), many),
      most: mentionsIn(prose, many),
      allowed: growth,
    },
    {
      what: `all findings, ${MANY / FEW} times the names`,
      least: findingsIn(report(SHORT), few),
      most: findingsIn(report(SHORT), many),
      allowed: 4,
    },
    {
      what: `all findings, ${growth} times the text`,
      least: findingsIn(report(SHORT), many),
      most: findingsIn(report(LONG), many),
      allowed: growth,
    },
    {
      what: `all findings, ${growth} times the near misses`,
      least: nearMissesIn(SHORT / 4, names, many),
      most: nearMissesIn(LONG / 4, names, many),
      allowed: growth,
    },
    {
      what: `a keystroke, ${growth} times the text`,
      least: keystrokeIn(report(SHORT), many),
      most: keystrokeIn(report(LONG), many),
      allowed: growth,
    },
    {
      what: 'from YAML to an index, 8 times the names',
      least: () => () => worksOf(small),
      most: () => () => worksOf(large),
      allowed: 8,
    },
  ];

  const tallies = [];
  const rows = checks.map(({ what, least, most, allowed }) => {
    const ratio = shortest(most) / shortest(least);
    const holds = ratio <= allowed * PATIENCE;
    tallies.push(single(holds));
    return [what, times(ratio), times(allowed * PATIENCE), holds ? 'yes' : 'NO'];
  });
  printTable('How costs grow', ['', 'times as long', 'at most', 'holds'], rows);
  return sum(tallies);
}

/** Names that are nearly those of the glossary, others in every run: what is remembered of one run is of no use in the next. */
function nearMissesIn(length, names, works) {
  return () => {
    const seed = 1000 + rounds++;
    const random = seeded(seed);
    const some = Array.from({ length: NEAR_MISSES }, () =>
      respelt(respelt(pick(random, names), random), random),
    );
    const text = makeProse(length, some, seed);
    return () => analyze(text, works);
  };
}

function keystrokeIn(text, works) {
  let analysis = analyze(text, works);
  let at = Math.floor(text.length / 2);
  let present = text;
  return () => () => {
    present = `${present.slice(0, at)}e${present.slice(at)}`;
    at++;
    analysis = analyze(present, works, analysis);
  };
}

/** In milliseconds; `prepare` gives the work of a run. */
function shortest(prepare) {
  let least = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let run = 0; run < RUNS || total < LONG_ENOUGH; run++) {
    const { took } = timed(prepare(run));
    least = Math.min(least, took);
    total += took;
  }
  return least;
}
