/** Answers whose other name a name of a report may be, and what can be done about it. */

import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import type { Action } from '../features/fixes';
import {
  entitiesFor,
  type LikelyEntity,
  likelyEntities,
  type TeachableName,
  teachableNameAt,
  unlistedTeachableAt,
} from '../features/teachable';
import { type GlossaryChange, isChangeable } from '../glossary/glossaryChange';
import { problemOfNewId } from '../glossary/newEntity';
import { type Span, span } from '../text/span';
import {
  ADD_AS_ALIAS,
  ADD_AS_SPELLING,
  BEARERS,
  type Bearer,
  type Bearers,
  type BearersParams,
  ID_PROBLEM,
  type IdProblemParams,
  NOT_SAME,
  type PlaceParams,
} from './requests';
import type { Serving } from './serving';
import type { OpenReport, Session } from './session';
import * as toProto from './toProto';

const MOST_BEARERS = 50;
/** An editor without a list to pick from is offered so many entities of a kind. */
const MOST_OFFERED = 2;

/** Registers the handlers. */
export function serveTeaching({ connection, session, guard }: Serving): void {
  connection.onRequest(
    BEARERS,
    guard('bearers of a name', null as Bearers | null, (params: BearersParams) => bearersAt(session, params)),
  );

  connection.onRequest(
    ID_PROBLEM,
    guard('id of a new entity', null as string | null, async ({ uri, id }: IdProblemParams) => {
      const { entities } = (await session.deskOf(uri)).works.lexicon.glossary;
      return problemOfNewId(id, (one) => entities.has(one)) ?? null;
    }),
  );
}

async function bearersAt(session: Session, { uri, range, query }: BearersParams): Promise<Bearers | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { analysis, desk } = open;
  const { lines } = analysis.report;
  const at = span(lines.offsetAt(range.start), lines.offsetAt(range.end));
  const name = teachableNameAt(analysis, at);
  if (!name) return null;
  const found =
    query.trim() === ''
      ? likelyEntities(analysis, name, await session.canGuess(desk), MOST_BEARERS)
      : entitiesFor(analysis, name, query, MOST_BEARERS);
  const bearers = found.filter(({ entity }) => isChangeable(entity.origin.path)).map(bearer);
  return { name: name.visible, bearers, isEmpty: desk.works.lexicon.glossary.entities.size === 0 };
}

function bearer({ entity, alias, why }: LikelyEntity): Bearer {
  const { id, name, type, acronyms } = entity;
  const [acronym] = acronyms;
  return {
    id,
    name,
    type,
    why,
    ...(acronym === undefined ? {} : { acronym }),
    ...(alias === undefined ? {} : { alias }),
  };
}

/** An action on the glossary alone, and what it is to learn. */
export interface TeachingAction {
  readonly action: Action;
  readonly change: GlossaryChange;
}

/** VS Code asks of whom a name is another: an action each opens its list. */
export function askingActions({ uri, analysis }: OpenReport, selection: Span): CodeAction[] {
  const name = unlistedTeachableAt(analysis, selection);
  if (!name || analysis.works.lexicon.glossary.entities.size === 0) return [];
  const place: PlaceParams = { uri, range: toProto.range(analysis.report.lines, name) };
  const ways: readonly [title: string, command: string][] = [
    [`Add “${name.visible}” as a spelling of…`, ADD_AS_SPELLING],
    [`Add “${name.visible}” as an alias of…`, ADD_AS_ALIAS],
    [`“${name.visible}” is not the same as…`, NOT_SAME],
  ];
  return ways.map(([title, command]) => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command, arguments: [place] },
  }));
}

/** For other editors: the likeliest entities of which a name may be a spelling, and those beside which it stands. */
export async function offeredActions(
  session: Session,
  { desk, analysis }: OpenReport,
  selection: Span,
): Promise<TeachingAction[]> {
  const name = unlistedTeachableAt(analysis, selection);
  if (!name) return [];
  const likely = likelyEntities(analysis, name, await session.canGuess(desk), MOST_BEARERS).filter(
    ({ entity }) => isChangeable(entity.origin.path),
  );
  const isNear = ({ why }: LikelyEntity) => why.startsWith('named');
  return [
    ...likely
      .filter((one) => !isNear(one))
      .slice(0, MOST_OFFERED)
      .map((one) => teaching(name, one, 'spellings')),
    ...likely
      .filter(isNear)
      .slice(0, MOST_OFFERED)
      .map((one) => teaching(name, one, 'aliases')),
  ];
}

function teaching(
  { visible }: TeachableName,
  { entity, alias }: LikelyEntity,
  list: 'spellings' | 'aliases',
): TeachingAction {
  const ofAlias = list === 'spellings' && alias !== undefined ? { alias } : {};
  const of = ofAlias.alias ?? entity.name;
  const title = `Add “${visible}” as ${list === 'aliases' ? 'an alias' : 'a spelling'} of ${of}`;
  return {
    action: { title, edits: [], preferred: false, findings: [] },
    change: { entity: entity.id, list, text: visible, ...ofAlias },
  };
}
