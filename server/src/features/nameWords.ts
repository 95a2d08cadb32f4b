/** Words that tell what a name names: a group, an organisation, a place or a person. */

import { isKnownPlace } from '../analysis/ordinaryWords';
import { ENTITY_TYPES, type EntityType } from '../glossary/entity';
import { foldText } from '../names/fold';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const OF_GROUPS = words(`
ansar army battalion battalions brigade brigades cell emirate faction fighters fighting force forces front group harakat hizb jabha
jabhat jaish jamaat jamaah jamiat jamoat jaysh jihad jihadi kataib katiba katibat katibah lashkar liberation liwa militia militias
mujahedin mujahideen mujahidin movement network party resistance saraya squad tanzim tehrik
`);
const OF_ORGANISATIONS = words(`
academy administration agency alliance association authority bank board bureau center centre commission committee company
confederation cooperation corporation council court department directorate embassy federation foundation fund government guard house
herald institute institution journal ministry mission news office organisation organization parliament police post press radio review school secretariat
security service services society television times tribunal union united university watch
`);
const OF_PLACES = words(`
airport avenue bay camp canal cape city corridor darya daryo district gulf hills island islands lake mosque mount mountain mountains oasis oblast pass
peninsula plain port prison province raion refinery region river road sea square steppe street town tunnel valley village
`);
const PLACE_ENDING = /.{2,}(?:stan|abad|obod|kent|kand|grad|gorod|burg|shahr|pur|tepa|qala)$/;
/** Behind these, a single name is often a place. */
const BEFORE_PLACES = words('in near from to at around towards toward outside inside across');

const TITLES = words(`
president vice prime minister general chief commander deputy leader emir amir director head chairman spokesperson spokesman spokeswoman
ambassador governor mayor senator king queen prince princess colonel captain major lieutenant sergeant professor doctor judge prosecutor
officer sheikh shaykh mr mrs ms dr brother sister
`);

const DIRECTIONS = words(
  'central northern southern eastern western north south east west middle upper lower inner outer',
);
const CALENDAR = words(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
`);

/** Whether a folded word begins names such as *Central Asia*. */
export const isDirection = (folded: string): boolean => DIRECTIONS.has(folded);

/** Whether a folded word is a month, a day or a season. */
export const isDate = (folded: string): boolean => CALENDAR.has(folded);

/** Whether a single name that stands behind this folded word is often a place. */
export const isBeforePlaces = (folded: string): boolean => BEFORE_PLACES.has(folded);

/** Whether a folded word is an office or a title that stands before a person's name. */
export const isTitle = (folded: string): boolean => TITLES.has(folded);

/** Whether a folded word, ordinary as it is, is a part of names: *Party*, *Ministry*, *Valley*. */
export const isNameWord = (folded: string): boolean =>
  OF_GROUPS.has(folded) || OF_ORGANISATIONS.has(folded) || OF_PLACES.has(folded);

const ACRONYM = /^\p{Lu}{2,}$/u;

/** The types of entities, the likeliest first. `before` is the folded word before the name. */
export function likelyTypes(name: string, before: string): readonly EntityType[] {
  const parts = foldText(name).split(' ');
  const holds = (list: ReadonlySet<string>) => parts.some((part) => list.has(part));
  const isPlace =
    holds(OF_PLACES) ||
    parts.some((part) => PLACE_ENDING.test(part)) ||
    isKnownPlace(parts.at(-1)!) ||
    (parts.length > 1 && DIRECTIONS.has(parts[0]!)) ||
    (parts.length === 1 && BEFORE_PLACES.has(before));
  let first: EntityType = 'person';
  if (isTitle(before)) first = 'person';
  else if (holds(OF_GROUPS) || ACRONYM.test(name)) first = 'group';
  else if (holds(OF_ORGANISATIONS)) first = 'organisation';
  else if (isPlace) first = 'place';
  const next: Readonly<Record<EntityType, EntityType>> = {
    person: 'group',
    group: 'organisation',
    organisation: 'group',
    place: 'organisation',
  };
  const order = [first, next[first]];
  return [...order, ...USUAL.filter((type) => !order.includes(type))];
}

const USUAL: readonly EntityType[] = ['person', ...ENTITY_TYPES.filter((type) => type !== 'person')];
