/** Notes of published reports, labelled by hand: one line of JSON for each source of a note. */

import { readFileSync } from 'node:fs';
import { itemOf, readDetails, readName } from './core.mjs';

/**
 * The labels of a file: `number`, `part`, `raw` (the text as printed), `authors`, `title`, `title_translation`,
 * `publisher`, `date`, `url`, `pages`, `issue`, `is_ibid`, `is_short_form`, `same_source_as`, `report`.
 */
export function readLabels(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** As the printed title is marked: what stands before it tells. */
export function markOf({ raw, title }) {
  if (!title) return 'none';
  const at = folded(raw).indexOf(folded(title).slice(0, 20));
  const before = at < 0 ? '' : folded(raw).slice(0, at);
  return /['"]\s*$/.test(before) || /^['"]/.test(folded(title)) ? 'quoted' : 'none';
}

/** The source that the labels tell of, as an item of CSL; what no label tells (a place, a symbol) it does not have. */
export function itemOfLabels(label) {
  const mark = markOf(label);
  const { publisher, issue, date, pages } = label;
  const numbers = issue ? readDetails(`, X ${issue} (2000)`, []) : {};
  const isPart = numbers.volume !== undefined || numbers.issue !== undefined;
  const isRange = /^\d+\s*[-–]\s*\d+$/.test(String(pages ?? ''));
  return itemOf({
    names: (label.authors ?? []).map(readName),
    title: label.title ?? undefined,
    translation: label.title_translation ?? undefined,
    mark,
    outlet: publisher ?? undefined,
    volume: numbers.volume,
    issue: numbers.issue ?? (issue && !isPart ? String(issue) : undefined),
    pages: isPart && isRange ? String(pages) : undefined,
    date: dateOf(date),
    url: label.url ?? undefined,
  });
}

/** `2021`, `2021-09`, `2021-09-01`; anything else as it is. */
function dateOf(written) {
  if (written === undefined || written === null || written === '') return undefined;
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(String(written));
  if (!parts) return { literal: String(written) };
  return { 'date-parts': [parts.slice(1).filter(Boolean).map(Number)] };
}

/** What of the source the note cites. */
export function locatorOfLabels(label) {
  const pages = label.pages === undefined || label.pages === null ? undefined : String(label.pages);
  return itemOfLabels(label).page === pages ? undefined : pages;
}

/** One of all quotes, dashes and spaces. */
export const folded = (text) =>
  text
    .normalize('NFC')
    .replace(/[‘’‚‛ʼʻ'`´“”„‟«»"]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
