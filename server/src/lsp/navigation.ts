/** Answers where something is defined and used, and finds entities by name. */

import type {
  Location,
  LocationLink,
  ReferenceParams,
  TextDocuments,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk } from '../desk/desk';
import { definitionAt, type Target } from '../features/definition';
import { declarationsOf, findReferences, type Sought, soughtAt } from '../features/references';
import { firstEntities, searchEntities } from '../glossary/entitySearch';
import { StoredFile } from '../glossary/storedFile';
import type { LineIndex, Position } from '../text/lineIndex';
import { namings, openDeskFile, soughtFor, targetIn, targetsOf } from './deskFiles';
import { uriOf } from './paths';
import { type EntityParams, LOCATE_ENTITY } from './requests';
import type { Serving } from './serving';
import type { OpenReport } from './session';
import * as toProto from './toProto';

const MOST_SYMBOLS = 100;

/** Registers the handlers; the capabilities that go with them are in `server.ts`. */
export function serveNavigation(
  { connection, session, surveys, guard, capabilities }: Serving,
  documents: TextDocuments<TextDocument>,
): void {
  connection.onDefinition(
    guard(
      'definition',
      null as LocationLink[] | Location[] | null,
      async ({ textDocument: { uri }, position }) => {
        const open = await session.report(uri);
        const pointed = open ? inReport(open, position) : await inDeskFile(uri, position);
        if (!pointed) return null;
        const { from, targets, desk, lines } = pointed;
        const found = await Promise.all(targets.map((target) => placeOf(target, { uri, desk, lines })));
        const places = found.filter((place) => place !== undefined);
        return capabilities().textDocument?.definition?.linkSupport
          ? places.map(({ targetUri, targetLines, target }) =>
              toProto.locationLink(from, targetUri, targetLines, target),
            )
          : places.map(({ targetUri, targetLines, target }) =>
              toProto.location(targetUri, targetLines, target),
            );
      },
    ),
  );

  function inReport({ desk, analysis }: OpenReport, position: Position) {
    const { lines } = analysis.report;
    const definition = definitionAt(analysis, lines.offsetAt(position));
    return (
      definition && { desk, lines, from: toProto.range(lines, definition.from), targets: definition.targets }
    );
  }

  async function inDeskFile(uri: string, position: Position) {
    const open = await openDeskFile(session, documents, uri);
    const target = open && targetIn(open, position);
    if (!open || !target) return undefined;
    const { desk, lines } = open;
    return { desk, lines, from: toProto.range(lines, target.span), targets: targetsOf(desk, target) };
  }

  /** `lines` are those of the document `uri` in which somebody points at the target. */
  async function placeOf(
    target: Target,
    { uri, desk, lines }: { uri: string; desk: Desk; lines: LineIndex },
  ) {
    switch (target.in) {
      case 'report':
        return { targetUri: uri, targetLines: lines, target: target.span };
      case 'glossary':
        return placeOfEntity(desk, target.entity.id);
      case 'library': {
        const { path } = target.source;
        return {
          targetUri: uriOf(path),
          targetLines: await session.linesOf(path),
          target: target.source.locate(),
        };
      }
    }
  }

  async function placeOfEntity(desk: Desk, id: string) {
    const entity = desk.works.lexicon.glossary.entities.get(id);
    const file = entity && desk.glossaryFiles.get(entity.origin.path);
    if (!entity || !file) return undefined;
    if (file instanceof StoredFile) await session.pace(file.read.steps());
    const { path, yamlPath } = entity.origin;
    return {
      targetUri: uriOf(path),
      targetLines: await session.linesOf(path),
      target: file.locate(yamlPath, 'key'),
    };
  }

  connection.onReferences(
    guard(
      'references',
      null as Location[] | null,
      async ({ textDocument: { uri }, position, context }: ReferenceParams, isWanted) => {
        const open = await session.report(uri);
        if (!open) return referencesInDeskFile(uri, position, context.includeDeclaration, isWanted);
        const { desk, analysis } = open;
        const { lines } = analysis.report;
        const sought = soughtAt(analysis, lines.offsetAt(position));
        if (!sought) return null;
        const found: Location[] = [];
        if (context.includeDeclaration)
          found.push(...(await locations(declarationsOf(analysis, sought), { uri, desk, lines })));
        if (sought.kind === 'note') found.push(...usesIn(open, sought));
        else found.push(...(await usesInReports(desk, sought, isWanted)));
        return found;
      },
    ),
  );

  /** Of an entity, also where entries name it. */
  async function referencesInDeskFile(
    uri: string,
    position: Position,
    includesDeclaration: boolean,
    isWanted: () => boolean,
  ): Promise<Location[] | null> {
    const open = await openDeskFile(session, documents, uri);
    const target = open && targetIn(open, position);
    if (!open || !target) return null;
    const { desk, lines } = open;
    const declared = includesDeclaration
      ? await locations(targetsOf(desk, target), { uri, desk, lines })
      : [];
    const named = target.kind === 'entity' ? await namings(session, desk, target.id) : [];
    return [...declared, ...named, ...(await usesInReports(desk, soughtFor(target), isWanted))];
  }

  async function locations(
    targets: readonly Target[],
    from: { uri: string; desk: Desk; lines: LineIndex },
  ): Promise<Location[]> {
    const places = await Promise.all(targets.map((target) => placeOf(target, from)));
    return places
      .filter((place) => place !== undefined)
      .map(({ targetUri, targetLines, target }) => toProto.location(targetUri, targetLines, target));
  }

  const usesIn = ({ uri, analysis }: OpenReport, sought: Sought): Location[] =>
    findReferences(analysis, sought).map((one) => toProto.location(uri, analysis.report.lines, one));

  async function usesInReports(desk: Desk, sought: Sought, isWanted: () => boolean): Promise<Location[]> {
    const found: Location[] = [];
    const isOfInterest = sought.kind === 'entities' ? surveys.mayMention(desk, sought.ids) : undefined;
    for await (const report of session.allReports(desk, isOfInterest)) {
      if (!isWanted()) break;
      found.push(...usesIn(report, sought));
    }
    return found;
  }

  connection.onWorkspaceSymbol(
    guard('workspace symbols', null as WorkspaceSymbol[] | null, async ({ query }) => {
      const symbols: WorkspaceSymbol[] = [];
      for (const desk of await session.allDesks()) {
        const { lexicon } = desk.works;
        const entities = query.trim()
          ? searchEntities(lexicon, query, MOST_SYMBOLS).map(({ claim }) => claim.entity)
          : firstEntities(lexicon, MOST_SYMBOLS);
        for (const { id, name, type, acronyms } of entities) {
          const place = await placeOfEntity(desk, id);
          if (!place) continue;
          const label = acronyms[0] ? `${name} (${acronyms[0]})` : name;
          const location = toProto.location(place.targetUri, place.targetLines, place.target);
          symbols.push({ name: label, kind: toProto.symbolKindOf(type), containerName: type, location });
        }
      }
      return symbols;
    }),
  );

  connection.onRequest(
    LOCATE_ENTITY,
    guard('locate entity', null as Location | null, async ({ root, id }: EntityParams) => {
      const desk = (await session.allDesks()).find((one) => one.root === root);
      const place = desk && (await placeOfEntity(desk, id));
      return place ? toProto.location(place.targetUri, place.targetLines, place.target) : null;
    }),
  );
}
