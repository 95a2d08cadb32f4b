/** Answers for VS Code's side bar: the tree of names, their cards and mentions, and the findings of a report. */

import type { Location } from 'vscode-languageserver/node';
import type { Desk } from '../desk/desk';
import type { FileSystem } from '../desk/files';
import { planNewDesk } from '../desk/newDesk';
import { join } from '../desk/path';
import { renderCard } from '../features/card';
import {
  countFindings,
  editsMending,
  findingOf,
  groupFindings,
  textOf,
} from '../features/explorer/findingGroups';
import {
  countMentions,
  houseForms,
  type Line,
  type LineContext,
  type LinePlace,
  linesBelow,
} from '../features/explorer/nameLines';
import { nameTreeSteps } from '../features/explorer/nameTree';
import { findReferences, type Sought } from '../features/references';
import { ENTITY_TYPES } from '../glossary/entity';
import type { Glossary } from '../glossary/glossary';
import { span } from '../text/span';
import { sourceNoteOf } from './cardContext';
import { MOST_FINDINGS } from './diagnostics';
import { keepsGlossary } from './glossaryEdits';
import { pathOf, uriOf } from './paths';
import {
  ENTITY_CARD,
  type EntityCardParams,
  type EntityParams,
  EXPLORED,
  type ExploredParams,
  FINDINGS_BY_NAME,
  type FindingGroupParams,
  MEND_FINDING,
  MENTIONS_OF,
  type MendedFinding,
  type MendFindingParams,
  NAMES_BELOW,
  type NameLine,
  type NamePlace,
  type NamesBelow,
  type NamesBelowParams,
  type NewDeskPlan,
  PLAN_DESK,
  type PlanDeskParams,
  type ReportState,
  type ResourceParams,
} from './requests';
import type { Serving } from './serving';
import type { OpenReport } from './session';
import * as toProto from './toProto';

export interface ExplorerOptions {
  /** Where new desks are looked for before they are made. */
  readonly files: FileSystem;
  /** `YYYY-MM-DD`; asked each time. */
  today(): string;
}

const NO_DESK: NamesBelow = { state: 'noDesk', lines: [] };

/** Registers the handlers. */
export function serveExplorer(
  { connection, session, surveys, guard }: Serving,
  { files, today }: ExplorerOptions,
): void {
  connection.onRequest(NAMES_BELOW, guard('names', NO_DESK, namesBelow));

  connection.onRequest(
    ENTITY_CARD,
    guard('entity card', null as string | null, async ({ root, id, uri }: EntityCardParams) => {
      const open = uri === undefined ? undefined : await session.report(uri);
      const desk = open?.desk.root === root ? open.desk : await deskAt(root);
      const entity = desk?.works.lexicon.glossary.entities.get(id);
      if (!desk || !entity) return null;
      const mentionsHere = open && countMentions(open.analysis.mentions).get(id);
      return renderCard(entity, {
        glossary: desk.works.lexicon.glossary,
        sourceNote: sourceNoteOf(desk),
        asOf: open?.analysis.report.date ?? today(),
        ...(mentionsHere === undefined ? {} : { mentionsHere }),
      });
    }),
  );

  connection.onRequest(
    MENTIONS_OF,
    guard('mentions of an entity', [] as Location[], async ({ root, id }: EntityParams, isWanted) => {
      const desk = await deskAt(root);
      const ids = new Set([id]);
      const sought: Sought = { kind: 'entities', ids };
      const found: Location[] = [];
      if (!desk) return found;
      for await (const { uri, analysis } of session.allReports(desk, surveys.mayMention(desk, ids))) {
        if (!isWanted()) break;
        for (const one of findReferences(analysis, sought))
          found.push(toProto.location(uri, analysis.report.lines, one));
      }
      return found;
    }),
  );

  connection.onRequest(
    FINDINGS_BY_NAME,
    guard('findings by name', [] as FindingGroupParams[], async ({ uri }: ResourceParams) => {
      const open = await session.report(uri);
      return open ? groupsOf(open) : [];
    }),
  );

  connection.onRequest(
    MEND_FINDING,
    guard('fix of a finding', null as MendedFinding, async ({ uri, range, code }: MendFindingParams) => {
      const open = await session.report(uri);
      if (!open) return null;
      const { lines } = open.analysis.report;
      const at = span(lines.offsetAt(range.start), lines.offsetAt(range.end));
      const finding = findingOf(open.analysis, code, at);
      const edits = finding && editsMending(finding);
      return edits ? edits.map((edit) => toProto.textEdit(lines, edit)) : null;
    }),
  );

  connection.onRequest(
    PLAN_DESK,
    guard('new desk', null as NewDeskPlan | null, async ({ uri }: PlanDeskParams) => {
      const root = pathOf(uri);
      const plan = await planNewDesk(files, root, today());
      return {
        files: plan.files.map(({ path, text }) => ({ uri: uriOf(join(root, path)), path, text })),
        kept: plan.kept,
        open: uriOf(join(root, plan.open)),
      };
    }),
  );

  async function namesBelow({ uri, parent, mentionedOnly }: NamesBelowParams): Promise<NamesBelow> {
    const open = uri === undefined ? undefined : await session.report(uri);
    const desk = open?.desk ?? (await session.deskOfWorkspace(keepsGlossary));
    if (!desk || !keepsGlossary(desk)) return NO_DESK;
    const { glossary } = desk.works.lexicon;
    if (glossary.entities.size === 0) return { state: 'noNames', lines: [] };
    const context: LineContext = {
      glossary,
      tree: await session.pace(nameTreeSteps(glossary)),
      mentions: open && countMentions(open.analysis.mentions),
      mentionedOnly: mentionedOnly && open !== undefined,
      asOf: open?.analysis.report.date ?? today(),
    };
    const place = parent && placeIn(glossary, parent);
    // A line that the glossary no longer has has nothing below it.
    const lines = parent && !place ? [] : linesBelow(place, context);
    return { state: 'ready', lines: lines.map((line) => lineOf(desk, line)) };
  }

  const deskAt = async (root: string): Promise<Desk | undefined> =>
    (await session.allDesks()).find((desk) => desk.root === root);
}

/** Tells VS Code that a report was read, or that anything may have changed. */
export function tellExplorer({ connection, client }: Serving, report?: OpenReport): void {
  if (!client().explores) return;
  const params: ExploredParams = report ? { report: stateOf(report) } : {};
  void connection.sendNotification(EXPLORED, params);
}

const stateOf = ({ uri, desk, analysis }: OpenReport): ReportState => ({
  uri,
  hasGlossary: keepsGlossary(desk),
  ...countFindings(analysis),
});

function placeIn({ entities }: Glossary, place: NamePlace): LinePlace | undefined {
  if (place.kind === 'entity') {
    const entity = entities.get(place.id);
    return entity && { kind: 'entity', entity };
  }
  const type = ENTITY_TYPES.find((one) => one === place.type);
  return type && { ...place, type };
}

function lineOf({ root }: Desk, { place, ...line }: Line): NameLine {
  if (place.kind !== 'entity') return { ...line, place, type: place.type };
  const { entity } = place;
  const { id, type } = entity;
  return { ...line, place: { kind: 'entity', id }, type, entity: { root, id }, forms: houseForms(entity) };
}

function groupsOf({ desk: { root }, analysis }: OpenReport): FindingGroupParams[] {
  const { lines } = analysis.report;
  return groupFindings(analysis, MOST_FINDINGS).map(({ key, label, entity, findings }) => ({
    key,
    label,
    ...(entity ? { type: entity.type, entity: { root, id: entity.id } } : {}),
    findings: findings.map((finding) => ({
      range: toProto.range(lines, finding.span),
      text: textOf(analysis, finding),
      ...(finding.house === undefined ? {} : { instead: finding.house }),
      message: finding.message,
      code: finding.code,
      severity: finding.severity,
      isMendable: editsMending(finding) !== undefined,
    })),
  }));
}
