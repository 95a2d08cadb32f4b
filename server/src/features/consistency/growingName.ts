/** A name as it grows from report to report, and what is told of it in the end. */

import type { Entity } from '../../glossary/entity';
import type { EntityLabel, Place, PlacesInReport } from './consistencyReport';
import { type SurveyedName, UNITS_A_PLACE } from './surveyReport';

/** Of one name in a whole desk, so many places are kept, and so many reports; all are counted. */
export const MOST_PLACES = 2000;
export const MOST_REPORTS = 2000;

export interface GrowingName {
  readonly text: string;
  count: number;
  off: number;
  reportCount: number;
  placeCount: number;
  readonly in: PlacesInReport[];
}

/** Before the first report. The text is copied: a piece of a report would keep all of it in memory. */
export const growingName = (text: string): GrowingName => ({
  text: ` ${text}`.slice(1),
  ...{ count: 0, off: 0, reportCount: 0, placeCount: 0, in: [] },
});

/** Adds what the next report has of it. */
export function growName(name: GrowingName, report: number, { count, off, places }: SurveyedName): void {
  name.count += count;
  name.off += off;
  const last = name.in.at(-1);
  const isAgain = last?.report === report;
  if (!isAgain) name.reportCount++;
  if (!isAgain && name.in.length >= MOST_REPORTS) return;
  const kept: Place[] = isAgain ? [...last.places] : [];
  for (let at = 0; at < places.length && name.placeCount < MOST_PLACES; at += UNITS_A_PLACE) {
    kept.push(placeAt(places, at));
    name.placeCount++;
  }
  if (!isAgain) name.in.push({ report, count, off, places: kept });
  else {
    kept.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    name.in[name.in.length - 1] = { report, count: last.count + count, off: last.off + off, places: kept };
  }
}

export const placeAt = (places: readonly number[], at: number): Place => [
  places[at]!,
  places[at + 1]!,
  places[at + 2] === 1 ? 1 : 0,
];

export const finishedName = ({ text, count, off, reportCount, in: places }: GrowingName) => ({
  ...{ text, count, off, reportCount },
  in: places,
});

export function labelOf({ id, type, name, acronyms: [acronym] }: Entity): EntityLabel {
  return { id, type, name, ...(acronym === undefined ? {} : { acronym }) };
}

/** The most frequent first. */
export const byCount = (
  a: { readonly count: number; readonly text: string },
  b: { readonly count: number; readonly text: string },
): number => b.count - a.count || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
