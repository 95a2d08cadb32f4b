/** Counts how often a desk's reports name each entity, as reports come, change and go. */

import type { EntityCounts } from './consistencyReport';
import type { ReportSurvey } from './surveyReport';

interface Tally {
  count: number;
  off: number;
  /** How many reports mention it. */
  reports: number;
  /** In how many reports it is spelt so, of what is not the house's. */
  readonly spellings: Map<string, number>;
}

const NONE: EntityCounts = { count: 0, reportCount: 0, off: 0, otherSpellings: 0 };

export class EntityTally {
  readonly #of = new Map<string, Tally>();

  add(survey: ReportSurvey): void {
    this.#change(survey, 1);
  }

  /** Takes away what was added. */
  remove(survey: ReportSurvey): void {
    this.#change(survey, -1);
  }

  of(id: string): EntityCounts {
    const tally = this.#of.get(id);
    if (!tally) return NONE;
    const { count, off, reports, spellings } = tally;
    return { count, off, reportCount: reports, otherSpellings: spellings.size };
  }

  #change({ forms }: ReportSurvey, by: 1 | -1): void {
    const mentioned = new Set<string>();
    for (const { entities, kind, text, house, count, off } of forms) {
      const [id] = entities;
      if (id === undefined || entities.length > 1) continue;
      const tally = this.#of.get(id) ?? { count: 0, off: 0, reports: 0, spellings: new Map() };
      this.#of.set(id, tally);
      tally.off += by * off;
      if (kind === 'variant') continue;
      tally.count += by * count;
      if (!mentioned.has(id)) tally.reports += by;
      mentioned.add(id);
      // Capitals of a heading or a sentence are none, nor is another name.
      if (text === house || (kind !== 'spelling' && (off === 0 || kind === 'alias'))) continue;
      const reports = (tally.spellings.get(text) ?? 0) + by;
      if (reports > 0) tally.spellings.set(text, reports);
      else tally.spellings.delete(text);
    }
  }
}
