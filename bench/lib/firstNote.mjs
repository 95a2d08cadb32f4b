/** Run as a process of its own: what the first note costs, and the second, in milliseconds. */

import { makeFormatter, styleOrDefault } from './core.mjs';
import { timed } from './measure.mjs';
import { makeSources } from './sources.mjs';

const [one, other] = makeSources(2).map((item) => ({ key: item.id, item }));
const formatter = makeFormatter({ style: styleOrDefault(process.argv[2]) });
const first = timed(() => formatter.note({ source: one })).took;
const second = timed(() => formatter.note({ source: other })).took;
console.log(JSON.stringify({ first, second }));
