/** The notes of a published report, made again from a library of their sources: which come back, and why the others don’t. */

import { makeFormatter, styleOrDefault, takeNoteApart } from '../lib/core.mjs';
import { folded, itemOfLabels, locatorOfLabels } from '../lib/publishedNotes.mjs';
import { printTable } from '../lib/table.mjs';

/** How a printed note differs from ours, and whose doing that is: in this order, the first that explains it all. */
const CLASSES = [
  [
    'no comma, or no space, between date and address',
    'typing of the source',
    (text) => text.replace(/,?\s*(?=https?:)/g, ' ').replace(/(\d),(?=\d{4})/g, '$1, '),
  ],
  [
    'marks of a title that are not closed, or not opened',
    'typing of the source',
    (text) => text.replace(/',?\](?='|,)|\],?'?,?/g, ']'),
  ],
  [
    'no comma behind a question mark that ends a title',
    'house',
    (text) => text.replace(/([?!]'*),(?='|\s)/g, '$1'),
  ],
  [
    'a comma within the marks of a quotation in a title',
    'house',
    (text) => text.replace(/,?('+),?('*)/g, "'"),
  ],
  [
    'volume and number written out, no date',
    'house',
    (text) => text.replace(/\bvol\. (?=\d)|\s*\(n\.d\.\)/gi, '').replace(/\bno\./gi, 'no.'),
  ],
  [
    'a place or a symbol, which no label tells',
    'labels',
    (text) =>
      text
        .replace(/ [A-Z]+\/\d[\w/]*,/g, '')
        .replace(/\((?!\d)[^():]{2,40}: /g, '(')
        .replace(/\bpp?\. (?=\d)/g, ''),
  ],
  [
    'a report’s title without marks, its date in parentheses',
    'house',
    (text) =>
      text
        .replace(/,?\s*'/g, ' ')
        .replace(/,?\s*\(([^()]*\d{4})\)/g, ' $1')
        .replace(/,(?=\s)/g, '')
        .replace(/\s+/g, ' '),
  ],
  ['the date before the outlet', 'typing of the source', (text) => text.split(/\s/).sort().join(' ')],
];

/**
 * @param style name of a style; else that of a new desk.
 * @param isTold whether notes that came back are shown as well.
 */
export function benchReturning(labels, { style, isTold }) {
  const made = madeNotes(labels, style, itemOfLabels, locatorOfLabels);
  tell('Published notes made again, from a library of the labels', made, isTold);
  const taken = new Map(labels.map((label) => [label, sourceIn(label)]));
  const again = madeNotes(
    labels,
    style,
    (label) => taken.get(label)?.item ?? itemOfLabels(label),
    (label) => taken.get(label)?.locator,
  );
  tell('The same, from a library of what was taken apart of the notes themselves', again, isTold);
}

const sourceIn = (label) => takeNoteApart(label.raw).parts.find(({ kind }) => kind !== 'remark');

/** For each source of a note: what was printed, what we print, and what kind of difference there is. */
function madeNotes(labels, style, itemOf, locatorOf) {
  const keys = new Map();
  const items = [];
  for (const label of labels) {
    const first = label.same_source_as ?? undefined;
    const key =
      first !== undefined && keys.has(`${label.report} ${first}`)
        ? keys.get(`${label.report} ${first}`)
        : `n${label.number}${label.part ?? ''}`;
    keys.set(label, key);
    if (!keys.has(`${label.report} ${label.number}`)) keys.set(`${label.report} ${label.number}`, key);
    if (!items.some(({ id }) => id === key)) items.push({ ...itemOf(label), id: key });
  }
  const sources = new Map(items.map((item) => [item.id, { key: item.id, item, path: '/library.json' }]));
  const formatter = makeFormatter({ style: styleOrDefault(style ?? '') });
  // *Ibid.* alone means the same page.
  const cited = (label) => ({
    source: sources.get(keys.get(label)),
    locator:
      locatorOf(label) ?? (label.is_ibid ? locatorOf(labels[labels.indexOf(label) - 1] ?? label) : undefined),
  });
  // A note is an essay of its own here: notes by hand stand between, and Ibid. is what the report prints, or not.
  const numbers = [...new Set(labels.map(({ report, number }) => `${report} ${number}`))];
  const sequence = labels.map((label) => ({
    cited: [cited(label)],
    note: numbers.indexOf(`${label.report} ${label.number}`) + 1,
  }));
  const inSequence = formatter.format(sequence);
  return labels.map((label, k) => {
    const printed = printedOf(label);
    const first = formatter.note(cited(label));
    const ours = formatter.plain(inSequence[k].text);
    return { label, printed, ...judged(label, printed, ours, formatter.plain(first)) };
  });
}

/** What was printed of this source: without the remarks around it and the words that lead to it. */
function printedOf(label) {
  const part = sourceIn(label);
  const text = part?.text ?? label.raw;
  return (part?.prefix && text.startsWith(part.prefix) ? text.slice(part.prefix.length) : text).trim();
}

const bare = (text) => folded(text).replace(/[.;,\s]+$/, '');

function judged(label, printed, ours, first) {
  if (bare(printed) === bare(ours)) return { verdict: 'same', ours };
  if (bare(printed) === bare(first))
    return { verdict: 'in full where the style has Ibid. or a short form', by: 'house', ours };
  if (!label.title) return { verdict: 'no title is known', by: 'labels', ours };
  let [left, right] = [bare(printed), bare(ours)];
  for (const [verdict, by, change] of CLASSES) {
    [left, right] = [change(left), change(right)];
    if (bare(left) === bare(right)) return { verdict, by, ours };
  }
  if (label.is_ibid || label.is_short_form)
    return { verdict: 'a short form of the house’s own', by: 'house', ours };
  return { verdict: 'not explained', by: 'ours?', ours };
}

function tell(title, notes, isTold) {
  const verdicts = new Map();
  for (const { verdict, by = '' } of notes) {
    const key = JSON.stringify([verdict, by]);
    verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
  }
  const rows = [...verdicts].sort((a, b) => b[1] - a[1]).map(([key, count]) => [...JSON.parse(key), count]);
  printTable(`${title}: ${notes.length}`, ['notes', 'whose doing', 'count'], rows);
  for (const { label, printed, ours, verdict } of notes) {
    if (verdict === 'same' && !isTold) continue;
    const number = `${label.number}${label.part ?? ''}`;
    console.log(`\n- ${number} ${verdict}\n  printed: ${printed}\n  made:    ${ours}`);
  }
}
