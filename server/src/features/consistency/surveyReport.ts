/** Surveys a report: every way in which it writes a name, with counts and places, small enough to keep for very many reports. */

import { type Analysis, namesSteps } from '../../analysis/analyze';
import { settled } from '../../analysis/mention';
import type { WorksOfReference } from '../../analysis/works';
import type { FormKind } from '../../glossary/forms';
import type { Steps } from '../../text/steps';
import { isNameOff } from './namesOff';
import { unknownNames } from './unknownNames';

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
  /** What the house writes in its place; where it is off, what the finding says. */
  house: string;
  readonly score?: number;
  readonly reason?: string;
}

/** A capitalised name that the glossary does not know. */
export interface SurveyedUnknown extends SurveyedName {
  /** How often it opens a sentence. */
  opens: number;
  /** Whether the report writes each of its words small as well. */
  readonly isTerm: boolean;
  /** What the report says that the acronym stands for. */
  full?: string;
}

/** What is known of the names of a report; plain JSON. */
export interface ReportSurvey {
  /** In the order of their first places; those of one entity and kind that look alike are one. */
  readonly forms: readonly SurveyedForm[];
  readonly unknown: readonly SurveyedUnknown[];
}

/** Surveys a report that nobody has analysed. */
export function* surveySteps(text: string, works: WorksOfReference): Steps<ReportSurvey> {
  return surveyReport(yield* namesSteps(text, works, isNameOff));
}

/** Surveys a report; without guesses where `analysis` has none. */
export function surveyReport(analysis: Analysis): ReportSurvey {
  const { report, mentions, variants, findings } = analysis;
  const forms = new Map<string, SurveyedForm>();
  const off = new Map<number, string | undefined>();
  for (const { code, span, house } of findings) if (isNameOff(code)) off.set(span.start, house);
  const add = (key: string, start: number, make: () => SurveyedForm) => {
    let form = forms.get(key);
    if (!form) {
      form = make();
      forms.set(key, form);
    }
    const isOff = off.has(start);
    // An alias out of its place is fine elsewhere: what the house writes is told by the finding.
    if (isOff && form.off === 0) form.house = off.get(start) ?? form.house;
    addPlace(form, report.lines.positionAt(start), isOff);
  };
  for (const mention of mentions) {
    const { visible, start, claims } = mention;
    const claim = settled(mention);
    const entities = claims.map(({ entity }) => entity.id);
    const kind = (claim ?? claims[0]!).form.kind;
    const house = claim?.form.house ?? visible;
    add(`${entities.join()} ${kind} ${visible}`, start, () => ({
      ...{ text: visible, count: 0, off: 0, places: [] },
      ...{ entities, kind, house },
    }));
  }
  for (const { visible, start, claim, house, score, reason } of variants.found) {
    const { id } = claim.entity;
    add(`${id} variant ${visible}`, start, () => ({
      ...{ text: visible, count: 0, off: 0, places: [] },
      ...{ entities: [id], kind: 'variant', house, score, reason },
    }));
  }
  return { forms: [...forms.values()], unknown: surveyUnknown(analysis) };
}

function surveyUnknown(analysis: Analysis): SurveyedUnknown[] {
  const { lines } = analysis.report;
  const names = new Map<string, SurveyedUnknown>();
  for (const { start, text, opens, isTerm, full } of unknownNames(analysis)) {
    let name = names.get(text);
    if (!name) {
      name = { text, count: 0, off: 0, places: [], opens: 0, isTerm };
      names.set(text, name);
    }
    if (opens) name.opens++;
    if (full !== undefined) name.full ??= full;
    addPlace(name, lines.positionAt(start), false);
  }
  return [...names.values()];
}

/** Counts a name once more, at a place. */
function addPlace(
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
