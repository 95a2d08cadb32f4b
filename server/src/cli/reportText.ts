/** Writes a Name Consistency Report for a terminal: first what is to be mended, then what is missing, then all the rest. */

import type {
  Candidate,
  ConsistencyReport,
  EntityLabel,
  PlacesInReport,
  SurveyedEntity,
  WrittenForm,
  WrittenName,
} from '../features/consistency/consistencyReport';
import { counted } from '../text/counted';

/** More is for the other formats. */
const MOST_PLACES = 3;
const MOST_CANDIDATES = 50;
const MOST_NEVER_MENTIONED = 50;

export function reportAsText(found: ConsistencyReport): string {
  const { reports, entities, ambiguous, candidates, neverMentionedCount, unread } = found;
  const off = entities.filter((entity) => entity.off > 0 || entity.variants > 0);
  const mentioned = entities.filter(({ count }) => count > 0);
  const sections = [
    section(
      'Not as the house writes it',
      off.flatMap((entity) => notHouse(entity, found)),
    ),
    section(
      'Ambiguous',
      ambiguous.map((name) => {
        const whom = name.entities.map((one) => `${one.name} (${one.id})`).join(' or ');
        return `  ${name.text} ×${name.count}: ${whom}  ${placesOf(name, found)}`;
      }),
    ),
    section(
      'In no glossary, and frequent',
      some(candidates, MOST_CANDIDATES, (one) => asCandidate(one, found)),
    ),
    section(
      'Mentioned',
      mentioned.map((entity) => asMentioned(entity, found)),
    ),
    section(
      'Never mentioned',
      some(
        found.neverMentioned,
        MOST_NEVER_MENTIONED,
        (one) => `  ${labelled(one)} [${one.id}]`,
        neverMentionedCount,
      ),
    ),
    section(
      'Could not be read',
      unread.map(({ failure }) => `  ${failure}`),
    ),
  ];
  const total = [
    counted(reports.length, 'report'),
    `${counted(mentioned.length, 'entity', 'entities')} mentioned`,
    `${counted(sum(reports.map((one) => one.off)), 'name')} not as the house writes them`,
    `${counted(ambiguous.length, 'form')} ambiguous`,
    `${counted(candidates.length, 'candidate')} for the glossary`,
    `${counted(neverMentionedCount, 'entity', 'entities')} never mentioned`,
  ].join(', ');
  return `${[...sections.filter((one) => one !== ''), `${total}.`].join('\n')}\n`;
}

const section = (title: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : `${title}\n${rows.join('\n')}\n`;

function some<T>(
  all: readonly T[],
  most: number,
  row: (one: T) => string,
  count: number = all.length,
): readonly string[] {
  const rows = all.slice(0, most).map(row);
  return count > rows.length ? [...rows, `  and ${count - rows.length} more: see --format json`] : rows;
}

function notHouse(entity: SurveyedEntity, found: ConsistencyReport): readonly string[] {
  const forms = entity.forms.filter(({ kind, off }) => off > 0 || kind === 'variant');
  return [
    `  ${labelled(entity)}: ${entity.off} of ${counted(entity.count + entity.variants, 'place')}`,
    ...forms.map((form) => `    ${asForm(form)}  ${placesOf(form, found)}`),
  ];
}

function asForm({ text, house, count, kind, reason }: WrittenForm): string {
  const instead = house === undefined ? '' : ` → ${house}`;
  return `${text}${instead} ×${count}${kind === 'variant' ? ` (probably: ${reason})` : ''}`;
}

function asMentioned(entity: SurveyedEntity, found: ConsistencyReport): string {
  const { count, reportCount, forms, first } = entity;
  const written = forms
    .filter(({ kind }) => kind !== 'variant')
    .map((form) => `${form.text} ×${form.count}`)
    .join(', ');
  const begins = first ? `, first ${placeText(found, first.report, first.place)}` : '';
  return `  ${labelled(entity)}: ${count} in ${counted(reportCount, 'report')} (${written})${begins}`;
}

function asCandidate(candidate: Candidate, found: ConsistencyReport): string {
  const { text, count, reportCount, others, introduced, nearest } = candidate;
  const also =
    others.length > 0 ? `, also ${others.map((one) => `${one.text} ×${one.count}`).join(', ')}` : '';
  const full = introduced === undefined ? '' : `, introduced as ${introduced}`;
  const like = nearest ? `, like ${nearest.form} [${nearest.id}]` : '';
  return `  ${text} ×${count} in ${counted(reportCount, 'report')}${full}${also}${like}  ${placesOf(candidate, found)}`;
}

/** The first places that are off, or else the first. */
function placesOf({ in: reports, off }: WrittenName, found: ConsistencyReport): string {
  const places = reports.flatMap((one) =>
    inReport(one, off > 0).map((place) => placeText(found, one.report, place)),
  );
  const shown = places.slice(0, MOST_PLACES);
  return places.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

const inReport = ({ places }: PlacesInReport, onlyOff: boolean) =>
  places.filter(([, , isOff]) => !onlyOff || isOff === 1);

const placeText = (
  { reports }: ConsistencyReport,
  report: number,
  [line, character]: readonly [number, number, 0 | 1],
): string => `${reports[report]!.path}:${line + 1}:${character + 1}`;

const labelled = ({ name, acronym }: EntityLabel): string => (acronym ? `${name} (${acronym})` : name);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
