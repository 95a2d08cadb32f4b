/** Puts the surveys of a desk's reports together to its Name Consistency Report, one after another, and forgets them. */

import type { Entity } from '../../glossary/entity';
import type { Lexicon } from '../../glossary/lexicon';
import type { Steps } from '../../text/steps';
import { Candidates } from './candidates';
import type {
  AmbiguousName,
  ConsistencyReport,
  CountInReport,
  EntityLabel,
  FirstPlace,
  SurveyedEntity,
  SurveyedReport,
  WrittenForm,
} from './consistencyReport';
import {
  byCount,
  finishedName,
  type GrowingName,
  growingName,
  growName,
  labelOf,
  placeAt,
} from './growingName';
import type { ReportSurvey, SurveyedForm } from './surveyReport';

/** Of one entity, so many reports are told; all are counted. */
const MOST_REPORTS = 10_000;
/** Nobody reads on: a glossary may hold a million. */
const MOST_NEVER_MENTIONED = 10_000;
const ENTITIES_A_STEP = 2000;

interface GrowingForm extends GrowingName {
  readonly kind: SurveyedForm['kind'];
  house: string;
  score?: number;
  reason?: string;
}

interface GrowingEntity {
  count: number;
  off: number;
  variants: number;
  reportCount: number;
  readonly in: { report: number; count: number; off: number }[];
  first?: FirstPlace;
  readonly forms: Map<string, GrowingForm>;
}

interface GrowingAmbiguous extends GrowingName {
  readonly entities: readonly string[];
}

export class DeskSurvey {
  readonly #reports: SurveyedReport[] = [];
  readonly #unread: { path: string; failure: string }[] = [];
  readonly #entities = new Map<string, GrowingEntity>();
  readonly #candidates = new Candidates();
  readonly #ambiguous = new Map<string, GrowingAmbiguous>();

  /** Adds the next report; they come by path. Nothing of `survey` is kept but strings. */
  add(path: string, survey: ReportSurvey): void {
    const report = this.#reports.length;
    const total = { path, mentions: 0, off: 0, entities: 0 };
    this.#reports.push(total);
    this.#candidates.add(report, survey.unknown);
    for (const form of survey.forms) {
      if (form.kind !== 'variant') total.mentions += form.count;
      total.off += form.off;
      const [id] = form.entities;
      if (id === undefined) continue;
      if (form.entities.length > 1) this.#addAmbiguous(report, form);
      else if (this.#addForm(report, id, form)) total.entities++;
    }
  }

  /** Says of a report that it could not be read, and why. */
  addUnread(path: string, failure: string): void {
    this.#unread.push({ path, failure });
  }

  #addAmbiguous(report: number, form: SurveyedForm): void {
    const key = `${form.entities.join()} ${form.text}`;
    let name = this.#ambiguous.get(key);
    if (!name) {
      name = { ...growingName(form.text), entities: form.entities };
      this.#ambiguous.set(key, name);
    }
    growName(name, report, form);
  }

  /** Whether it is the first mention of the entity in this report. */
  #addForm(report: number, id: string, form: SurveyedForm): boolean {
    let entity = this.#entities.get(id);
    if (!entity) {
      entity = { count: 0, off: 0, variants: 0, reportCount: 0, in: [], forms: new Map() };
      this.#entities.set(id, entity);
    }
    let here = entity.in.at(-1);
    if (here?.report !== report) {
      here = { report, count: 0, off: 0 };
      // Behind the last that is told, one place serves for the report under way.
      if (entity.in.length > MOST_REPORTS) entity.in.pop();
      entity.in.push(here);
    }
    const isVariant = form.kind === 'variant';
    const isFirst = !isVariant && !(here.count > 0);
    entity.off += form.off;
    here.off += form.off;
    if (isVariant) entity.variants += form.count;
    else {
      if (isFirst) entity.reportCount++;
      entity.count += form.count;
      here.count += form.count;
      entity.first ??= { report, place: placeAt(form.places, 0), excerpt: ['', form.text, ''] };
    }
    const key = `${form.kind} ${form.text}`;
    let written = entity.forms.get(key);
    if (!written) {
      written = { ...growingName(form.text), kind: form.kind, house: form.house };
      if (form.score !== undefined) written.score = form.score;
      if (form.reason !== undefined) written.reason = form.reason;
      entity.forms.set(key, written);
    }
    // What the house writes in its place is told where a rule says so.
    if (form.off > 0 && written.off === 0) written.house = form.house;
    growName(written, report, form);
    return isFirst;
  }

  /** All of it, by the glossary of the desk. */
  *steps(lexicon: Lexicon): Steps<ConsistencyReport> {
    const known = lexicon.glossary.entities;
    const entities: SurveyedEntity[] = [];
    for (const [id, growing] of this.#entities) {
      const entity = known.get(id);
      if (entity) entities.push(surveyed(entity, growing));
      yield;
    }
    const neverMentioned: EntityLabel[] = [];
    let neverMentionedCount = 0;
    let seen = 0;
    for (const entity of known.values()) {
      if (++seen % ENTITIES_A_STEP === 0) yield;
      if ((this.#entities.get(entity.id)?.count ?? 0) > 0) continue;
      if (++neverMentionedCount <= MOST_NEVER_MENTIONED) neverMentioned.push(labelOf(entity));
    }
    const ambiguous: AmbiguousName[] = [...this.#ambiguous.values()].map(({ entities: ids, ...name }) => ({
      ...finishedName(name),
      entities: ids.flatMap((id) => {
        const entity = known.get(id);
        return entity ? [labelOf(entity)] : [];
      }),
    }));
    return {
      version: 1,
      reports: this.#reports,
      entities: entities.sort(byName),
      ambiguous: ambiguous.sort(byCount),
      candidates: yield* this.#candidates.steps(lexicon, this.#reports.length),
      neverMentioned: neverMentioned.sort(byName),
      neverMentionedCount,
      unread: this.#unread,
    };
  }
}

function surveyed(entity: Entity, growing: GrowingEntity): SurveyedEntity {
  const { count, off, variants, reportCount, first } = growing;
  const forms = [...growing.forms.values()].map(
    ({ kind, house, score, reason, ...name }): WrittenForm => ({
      ...finishedName(name),
      kind,
      ...(house === name.text ? {} : { house }),
      ...(score === undefined ? {} : { score }),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
  forms.sort((a, b) => rankOf(a) - rankOf(b) || byCount(a, b));
  const perReport: readonly CountInReport[] = growing.in.slice(0, MOST_REPORTS);
  return {
    ...labelOf(entity),
    ...{ count, off, variants, reportCount, in: perReport },
    ...(first ? { first } : {}),
    forms,
  };
}

const rankOf = ({ kind }: WrittenForm): number => (kind === 'variant' ? 1 : 0);

const byName = (a: EntityLabel, b: EntityLabel): number =>
  a.name.localeCompare(b.name, 'en') || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
