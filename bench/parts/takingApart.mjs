/** Taking notes apart: which fields come out as a careful reader labelled them. */

import { takeNoteApart } from '../lib/core.mjs';
import { folded } from '../lib/publishedNotes.mjs';
import { printTable } from '../lib/table.mjs';

/** What is compared, and how it is read from a label and from what was taken apart. */
const FIELDS = {
  authors: [({ authors }) => (authors ?? []).join('; '), ({ item }) => namesOf(item.author ?? item.editor)],
  title: [({ title }) => title, ({ item }) => item.title],
  title_translation: [({ title_translation }) => title_translation, ({ item }) => item['translated-title']],
  publisher: [({ publisher }) => publisher, ({ item }) => item['container-title'] ?? item.publisher],
  date: [({ date }) => date, ({ item }) => dateOf(item.issued)],
  url: [({ url }) => url, ({ item }) => item.URL],
  pages: [({ pages }) => pages, ({ item, locator }) => locator ?? item.page],
  is_ibid: [({ is_ibid }) => is_ibid, ({ kind }) => kind === 'ibid'],
  is_short_form: [({ is_short_form }) => is_short_form, ({ isShort }) => isShort],
};

const NOTHING = { kind: 'remark', item: {} };

/** Prints, for each field, how many were right of all that are labelled, and each that was not. */
export function benchTakingApart(labels) {
  const wrong = [];
  const counts = Object.fromEntries(
    Object.keys(FIELDS).map((field) => [field, { right: 0, given: 0, made: 0 }]),
  );
  let whole = 0;
  const earlier = [];
  for (const label of labels) {
    const parts = takeNoteApart(label.raw).parts.filter(({ kind }) => kind !== 'remark');
    const part = partOf(parts, label) ?? NOTHING;
    const taken = { ...part, isShort: part.kind === 'short' || repeats(part, earlier, label) };
    earlier.push({ part, label });
    let isWhole = true;
    for (const [field, [ofLabel, ofTaken]] of Object.entries(FIELDS)) {
      const expected = comparable(ofLabel(label));
      const actual = comparable(ofTaken(taken));
      if (expected !== '') counts[field].given++;
      if (actual !== '') counts[field].made++;
      if (expected === actual) counts[field].right++;
      else {
        isWhole = false;
        wrong.push(`${numberOf(label)} ${field}: “${actual}” in place of “${expected}”`);
      }
    }
    if (isWhole) whole++;
  }
  const rows = Object.entries(counts).map(([field, { right, given, made }]) => [
    field,
    `${right} of ${labels.length}`,
    given,
    made,
  ]);
  printTable(
    `Notes taken apart: ${labels.length} sources, ${whole} right in every field`,
    ['field', 'right', 'labelled', 'found'],
    rows,
  );
  if (wrong.length > 0) console.log(`\n${wrong.map((line) => `- ${line}`).join('\n')}`);
}

/** The part of a note that the label is of: a note of several sources has a label for each. */
function partOf(parts, label) {
  if (parts.length < 2) return parts[0];
  const title = comparable(label.title);
  return (
    parts.find(({ item }) => title !== '' && comparable(item.title) === title) ??
    parts.find(({ kind }) => kind === 'source') ??
    parts[0]
  );
}

/** Whether an earlier note of the report has this source with more than this one tells of it. */
function repeats({ kind, item }, earlier, { report }) {
  if (kind !== 'source' || item.URL !== undefined || item.title === undefined) return false;
  const same = (one) =>
    comparable(one.title) === comparable(item.title) &&
    namesOf(one.author) === namesOf(item.author) &&
    dateOf(one.issued) === dateOf(item.issued);
  return earlier.some(({ part, label }) => label.report === report && same(part.item));
}

const namesOf = (names) =>
  (names ?? [])
    .map(({ given, family, literal, suffix }) => literal ?? [given, family, suffix].filter(Boolean).join(' '))
    .join('; ');

const dateOf = (date) =>
  (date?.['date-parts']?.[0] ?? []).map((part, k) => String(part).padStart(k === 0 ? 4 : 2, '0')).join('-') ||
  (date?.literal ?? '');

/** A comma that American printers put within the marks belongs to nobody’s title. */
const comparable = (value) =>
  value === undefined || value === null
    ? ''
    : folded(String(value))
        .replace(/,(?='+$)/, '')
        .replace(/[.,;]$/, '');

const numberOf = ({ number, part }) => `${number ?? ''}${part ?? ''}`;
