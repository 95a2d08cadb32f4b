/** Surveys a report: every way in which it writes a name, with counts and places, small enough to keep for very many reports. */

import type { Analysis } from '../../analysis/analyze';
import { settled } from '../../analysis/mention';
import type { FormKind } from '../../glossary/forms';
import { isNameOff } from './namesOff';

/** Of one name in one report, so many places are kept; all are counted. */
export const MOST_PLACES = 200;

/** A name as a report writes it. */
export interface SurveyedName {
  readonly text: string;
  count: number;
  off: number;
  /** Line, character, and whether it is off, of one place after another: flat, as there are very many. */
  readonly places: number[];
}

/** A form as a report writes it, by mentions or by guesses. */
export interface SurveyedForm extends SurveyedName {
  /** Several where it is not settled who is meant. */
  readonly entities: readonly string[];
  readonly kind: FormKind | 'variant';
  readonly house: string;
  readonly score?: number;
  readonly reason?: string;
}

/** What is known of the names of a report; plain JSON. */
export interface ReportSurvey {
  /** In the order of their first places; those of one entity and kind that look alike are one. */
  readonly forms: readonly SurveyedForm[];
}

/** Surveys a report; without guesses where `analysis` has none. */
export function surveyReport({ report, mentions, variants, findings }: Analysis): ReportSurvey {
  const forms = new Map<string, SurveyedForm>();
  const off = new Set<number>();
  for (const { code, span } of findings) if (isNameOff(code)) off.add(span.start);
  const add = (key: string, start: number, make: () => SurveyedForm) => {
    let form = forms.get(key);
    if (!form) {
      form = make();
      forms.set(key, form);
    }
    addPlace(form, report.lines.positionAt(start), off.has(start));
  };
  for (const mention of mentions) {
    const { visible, start, claims } = mention;
    const claim = settled(mention);
    const entities = claims.map(({ entity }) => entity.id);
    const kind = (claim ?? claims[0]!).form.kind;
    const house = claim?.form.house ?? visible;
    add(`${entities.join()} ${kind} ${house} ${visible}`, start, () => ({
      ...{ text: visible, count: 0, off: 0, places: [] },
      ...{ entities, kind, house },
    }));
  }
  for (const { visible, start, claim, house, score, reason } of variants.found) {
    const { id } = claim.entity;
    add(`${id} variant ${house} ${visible}`, start, () => ({
      ...{ text: visible, count: 0, off: 0, places: [] },
      ...{ entities: [id], kind: 'variant', house, score, reason },
    }));
  }
  return { forms: [...forms.values()] };
}

/** Counts a name once more, at a place. */
export function addPlace(
  name: SurveyedName,
  { line, character }: { readonly line: number; readonly character: number },
  isOff: boolean,
): void {
  name.count++;
  if (isOff) name.off++;
  if (name.places.length < MOST_PLACES * UNITS_A_PLACE) name.places.push(line, character, isOff ? 1 : 0);
}

/** Of the numbers in `SurveyedName.places`. */
export const UNITS_A_PLACE = 3;
