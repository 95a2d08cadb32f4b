/** The rows of the page's tables, for all reports or for one: pure, so that they are tested without a page. */

import type {
  AmbiguousName,
  Candidate,
  ConsistencyReport,
  PlacesInReport,
  SurveyedEntity,
  WrittenForm,
  WrittenName,
} from '../../server/src/features/consistency/consistencyReport';
import { folded } from './listing';

/** A name with what stands in the reports that are looked at. */
export interface Written<W extends WrittenName = WrittenName> {
  readonly name: W;
  readonly count: number;
  readonly off: number;
  readonly reportCount: number;
  readonly in: readonly PlacesInReport[];
}

/** Where a name first stands: number of the report and line, both from 0. */
export interface First {
  readonly report: number;
  readonly line: number;
  readonly character: number;
}

export interface NameRow {
  readonly key: string;
  readonly entity: SurveyedEntity;
  readonly count: number;
  readonly off: number;
  readonly variants: number;
  readonly reportCount: number;
  readonly first?: First;
  readonly forms: readonly Written<WrittenForm>[];
  readonly search: string;
}

export interface WrittenRow<W extends WrittenName> extends Written<W> {
  readonly key: string;
  /** Undefined where no place is known. */
  readonly first?: First;
  readonly search: string;
}

/** What is written in one report, or in all if `report` is undefined. */
function written<W extends WrittenName>(name: W, report: number | undefined): Written<W> {
  if (report === undefined)
    return { name, count: name.count, off: name.off, reportCount: name.reportCount, in: name.in };
  const there = name.in.filter((one) => one.report === report);
  const [only] = there;
  return { name, count: only?.count ?? 0, off: only?.off ?? 0, reportCount: there.length, in: there };
}

/** The entities that are named, by number of mentions, in all reports or in one. */
export function nameRows({ entities }: ConsistencyReport, report?: number): NameRow[] {
  return entities.flatMap((entity) => {
    const here = entity.in.find((one) => one.report === report);
    if (report !== undefined && !here) return [];
    const forms = entity.forms
      .map((form) => written(form, report))
      .filter(({ count }) => report === undefined || count > 0);
    const isWhole = report === undefined;
    const variants = forms.filter(({ name }) => name.kind === 'variant');
    const first = isWhole ? firstOf(entity) : earliest(forms.filter(({ name }) => name.kind !== 'variant'));
    const variantCount = variants.reduce((sum, { count }) => sum + count, 0);
    return {
      key: entity.id,
      entity,
      // What is counted in a report is mentions and variants together.
      count: here ? here.count - variantCount : entity.count,
      off: here?.off ?? entity.off,
      variants: isWhole ? entity.variants : variantCount,
      reportCount: isWhole ? entity.reportCount : 1,
      ...(first && { first }),
      forms,
      search: folded(
        [entity.name, entity.acronym ?? '', entity.id, ...entity.forms.map(({ text }) => text)].join(' '),
      ),
    };
  });
}

function firstOf({ first }: SurveyedEntity): First | undefined {
  return first && { report: first.report, line: first.place[0], character: first.place[1] };
}

/** The first place in one report, or in the first of several. */
function earliest(names: readonly Pick<Written, 'in'>[]): First | undefined {
  let best: First | undefined;
  for (const one of names.flatMap(({ in: reports }) => reports)) {
    const [place] = one.places;
    if (!place) continue;
    const [line, character] = place;
    const before =
      !best ||
      one.report < best.report ||
      (one.report === best.report &&
        (line < best.line || (line === best.line && character < best.character)));
    if (before) best = { report: one.report, line, character };
  }
  return best;
}

const writtenRow = <W extends WrittenName>(name: W, search: string, report?: number): WrittenRow<W>[] => {
  const row = written(name, report);
  if (row.count === 0) return [];
  const first = earliest([row]);
  return [{ ...row, key: name.text, search: folded(search), ...(first && { first }) }];
};

/** The names that several entities claim. */
export const ambiguousRows = (
  { ambiguous }: ConsistencyReport,
  report?: number,
): WrittenRow<AmbiguousName>[] =>
  ambiguous.flatMap((one) =>
    writtenRow(one, [one.text, ...one.entities.map(({ name }) => name)].join(' '), report),
  );

/** The names that are in no glossary. */
export const candidateRows = ({ candidates }: ConsistencyReport, report?: number): WrittenRow<Candidate>[] =>
  candidates.flatMap((one) =>
    writtenRow(
      one,
      [one.text, one.introduced ?? '', one.nearest?.name ?? '', ...one.others.map(({ text }) => text)].join(
        ' ',
      ),
      report,
    ),
  );

/** The same function, which remembers its last answer: a query is typed letter by letter. */
export function remembering<A, R>(make: (about: A) => R): (about: A) => R {
  let last: { readonly about: A; readonly made: R } | undefined;
  return (about) => {
    if (!last || last.about !== about) last = { about, made: make(about) };
    return last.made;
  };
}
