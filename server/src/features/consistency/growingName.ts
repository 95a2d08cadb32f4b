/** A name as it grows from report to report, and what is told of it in the end. */

import type { Entity } from '../../glossary/entity';
import type { EntityLabel, Place, PlacesInReport } from './consistencyReport';
import { type SurveyedName, UNITS_A_PLACE } from './surveyReport';

/** Of one name in a whole desk, so many places are kept, and so many reports; all are counted. */
const MOST_PLACES = 1000;
const MOST_REPORTS = 10_000;

export interface GrowingName {
  readonly text: string;
  count: number;
  off: number;
  reportCount: number;
  /** The report that was added last. */
  last: number;
  keptReports: number;
  keptPlaces: number;
  /** Flat, as there are very many: a report, its counts, how many places of it are kept, and those, one after another. */
  readonly kept: number[];
}

/** Of the numbers in `GrowingName.kept` before the places of a report. */
const HEAD = 4;

/** Before the first report. The text is copied: a piece of a report would keep all of it in memory. */
export const growingName = (text: string): GrowingName => ({
  text: ` ${text}`.slice(1),
  ...{ count: 0, off: 0, reportCount: 0, last: -1, keptReports: 0, keptPlaces: 0, kept: [] },
});

/** Adds what a report has of it, the same report as before or the next. */
export function growName(name: GrowingName, report: number, { count, off, places }: SurveyedName): void {
  name.count += count;
  name.off += off;
  if (name.last !== report) name.reportCount++;
  name.last = report;
  if (name.keptReports >= MOST_REPORTS) return;
  name.keptReports++;
  const room = Math.max(0, MOST_PLACES - name.keptPlaces);
  const length = Math.min(room, places.length / UNITS_A_PLACE);
  name.keptPlaces += length;
  name.kept.push(report, count, off, length);
  for (let at = 0; at < length * UNITS_A_PLACE; at++) name.kept.push(places[at]!);
}

/** Makes another name a part of one. */
export function absorbName(name: GrowingName, other: GrowingName): void {
  name.count += other.count;
  name.off += other.off;
  name.reportCount = Math.max(name.reportCount, other.reportCount);
  for (const number of other.kept) name.kept.push(number);
}

/** What is told of it. */
export function finishedName({ text, count, off, reportCount, kept }: GrowingName) {
  const found = new Map<number, PlacesInReport>();
  for (let at = 0; at < kept.length; ) {
    const report = kept[at]!;
    const before = found.get(report);
    const places: Place[] = before ? [...before.places] : [];
    const end = at + HEAD + kept[at + 3]! * UNITS_A_PLACE;
    for (let place = at + HEAD; place < end; place += UNITS_A_PLACE) places.push(placeAt(kept, place));
    if (before) places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    found.set(report, {
      report,
      count: (before?.count ?? 0) + kept[at + 1]!,
      off: (before?.off ?? 0) + kept[at + 2]!,
      places,
    });
    at = end;
  }
  const all = [...found.values()].sort((a, b) => a.report - b.report);
  return { text, count, off, reportCount: Math.max(reportCount, all.length), in: all };
}

export const placeAt = (places: readonly number[], at: number): Place => [
  places[at]!,
  places[at + 1]!,
  places[at + 2] === 1 ? 1 : 0,
];

export function labelOf({ id, type, name, acronyms: [acronym] }: Entity): EntityLabel {
  return { id, type, name, ...(acronym === undefined ? {} : { acronym }) };
}

/** The most frequent first. */
export const byCount = (
  a: { readonly count: number; readonly text: string },
  b: { readonly count: number; readonly text: string },
): number => b.count - a.count || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
