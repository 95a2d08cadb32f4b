/** Answers where something is defined and used, and finds entities by name. */

import type { Location, LocationLink, WorkspaceSymbol } from 'vscode-languageserver/node';
import type { Desk } from '../desk/desk';
import { definitionAt, type Target } from '../features/definition';
import { declarationsOf, findReferences, soughtAt } from '../features/references';
import { firstEntities, searchEntities } from '../glossary/entitySearch';
import { StoredFile } from '../glossary/storedFile';
import type { LineIndex } from '../text/lineIndex';
import { uriOf } from './paths';
import { type EntityParams, LOCATE_ENTITY } from './requests';
import type { Serving } from './serving';
import * as toProto from './toProto';

const MOST_SYMBOLS = 100;

/** Registers the handlers; the capabilities that go with them are in `server.ts`. */
export function serveNavigation({ connection, session, guard, capabilities }: Serving): void {
  connection.onDefinition(
    guard(
      'definition',
      null as LocationLink[] | Location[] | null,
      async ({ textDocument: { uri }, position }) => {
        const open = await session.report(uri);
        if (!open) return null;
        const { lines } = open.analysis.report;
        const definition = definitionAt(open.analysis, lines.offsetAt(position));
        if (!definition) return null;
        const from = toProto.range(lines, definition.from);
        const found = await Promise.all(definition.targets.map((target) => placeOf(target, open)));
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

  async function placeOf(
    target: Target,
    { uri, desk, analysis }: { uri: string; desk: Desk; analysis: { report: { lines: LineIndex } } },
  ) {
    switch (target.in) {
      case 'report':
        return { targetUri: uri, targetLines: analysis.report.lines, target: target.span };
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
    guard('references', null as Location[] | null, async ({ textDocument: { uri }, position, context }) => {
      const open = await session.report(uri);
      if (!open) return null;
      const sought = soughtAt(open.analysis, open.analysis.report.lines.offsetAt(position));
      if (!sought) return null;
      const found: Location[] = [];
      if (context.includeDeclaration)
        for (const target of declarationsOf(open.analysis, sought)) {
          const place = await placeOf(target, open);
          if (place) found.push(toProto.location(place.targetUri, place.targetLines, place.target));
        }
      const collect = ({ uri: in_, analysis }: { uri: string; analysis: typeof open.analysis }) => {
        for (const one of findReferences(analysis, sought))
          found.push(toProto.location(in_, analysis.report.lines, one));
      };
      if (sought.kind === 'note') collect(open);
      else for await (const report of session.allReports(open.desk)) collect(report);
      return found;
    }),
  );

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
