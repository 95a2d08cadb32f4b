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
  const reports = [...new Set(labels.map(({ report }) => report))];
  return reports.flatMap((report) =>
    madeReport(
      labels.filter((label) => label.report === report),
      style,
      itemOf,
      locatorOf,
    ),
  );
}

function madeReport(labels, style, itemOf, locatorOf) {
  const keys = new Map();
  const items = new Map();
  for (const [k, label] of labels.entries()) {
    const before = labels[k - 1];
    const same = label.same_source_as ?? (label.is_ibid ? before?.number : undefined);
    const key = keys.get(same) ?? `n${label.number}${label.part ?? ''}`;
    keys.set(label, key);
    if (!keys.has(label.number)) keys.set(label.number, key);
    if (!items.has(key)) items.set(key, { ...itemOf(label), id: key });
  }
  const sources = new Map(
    [...items].map(([key, item]) => [
      key,
      { key, item, path: '/library.json', locate: () => ({ start: 0, end: 0 }) },
    ]),
  );
  const formatter = makeFormatter({ style: styleOrDefault(style ?? '') });
  const cited = (k) => {
    const label = labels[k];
    // *Ibid.* alone means the same page.
    const locator = locatorOf(label) ?? (label.is_ibid && k > 0 ? locatorOf(labels[k - 1]) : undefined);
    return { source: sources.get(keys.get(label)), locator };
  };
  // The numbers as printed: a note without a source stands between where one is missing.
  const numbers = labels.map(({ number }) => number);
  const areNumbers = numbers.every(
    (number, k) => Number.isInteger(number) && (k === 0 || number >= numbers[k - 1]),
  );
  const noteOf = (number) => (areNumbers ? number : [...new Set(numbers)].indexOf(number) + 1);
  const sequence = labels.map(({ number }, k) => ({ cited: [cited(k)], note: noteOf(number) }));
  const made = formatter.format(sequence);
  return labels.map((label, k) => {
    const printed = printedOf(label);
    const first = formatter.note(cited(k));
    const ours = formatter.plain(made[k].text);
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
