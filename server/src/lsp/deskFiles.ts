/** Answers within the files of a desk’s own: what a key or an id means, where it is defined and used. */

import { type Hover, type Location, MarkupKind, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_FILE } from '../desk/configShape';
import type { Desk } from '../desk/desk';
import type { DeskFileKind } from '../desk/deskKeeper';
import type { Target } from '../features/definition';
import type { DeskFile } from '../features/deskFiles/filePlace';
import { type FileTarget, fileTargetAt, namersOf, namingsIn } from '../features/deskFiles/fileTarget';
import { hoverFileAt } from '../features/deskFiles/hoverFile';
import type { Sought } from '../features/references';
import { formatOf, type GlossaryFile } from '../glossary/parse';
import { GLOSSARY_FILE } from '../glossary/shape';
import { StoredFile } from '../glossary/storedFile';
import type { LineIndex, Position } from '../text/lineIndex';
import { sourceNoteOf } from './cardContext';
import { pathOf, uriOf } from './paths';
import type { Session } from './session';
import * as toProto from './toProto';

/** A glossary file or a configuration that is open. */
export interface OpenDeskFile {
  readonly uri: string;
  readonly desk: Desk;
  readonly file: DeskFile;
  readonly kind: DeskFileKind;
  /** What a glossary file gave when it was last read, with its places at hand. */
  readonly read: GlossaryFile | undefined;
  readonly lines: LineIndex;
}

/** Undefined for any document that is no glossary file and no configuration of a desk in use. */
export async function openDeskFile(
  session: Session,
  documents: TextDocuments<TextDocument>,
  uri: string,
): Promise<OpenDeskFile | undefined> {
  const document = documents.get(uri);
  if (!document || session.isReport(document)) return undefined;
  const owner = await session.ownerOf(uri);
  const { desk, kind } = owner ?? {};
  if (!desk || (kind !== 'glossary' && kind !== 'config')) return undefined;
  const path = pathOf(uri);
  const known = desk.glossaryFiles.get(path);
  // Of tables, the rows are asked for; of YAML, only its path.
  const isStored = known instanceof StoredFile && formatOf(path) !== 'yaml';
  const read = isStored ? await session.pace(known.read.steps()) : known;
  const shape = kind === 'config' ? CONFIG_FILE : GLOSSARY_FILE;
  const now = documents.get(uri)?.getText() ?? document.getText();
  return { uri, desk, kind, read, file: { path, text: now, shape }, lines: await session.linesOf(path) };
}

export function hoverDeskFile(
  { desk, file, read, lines }: OpenDeskFile,
  position: Position,
  today: string,
): Hover | null {
  const context = { glossary: desk.works.lexicon.glossary, today, sourceNote: sourceNoteOf(desk) };
  const found = hoverFileAt(file, read, lines.offsetAt(position), context);
  if (!found) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: toProto.range(lines, found.span),
  };
}

/** Whom or what a place names; undefined where it names nobody. */
export const targetIn = ({ file, read, lines }: OpenDeskFile, position: Position): FileTarget | undefined =>
  fileTargetAt(file, read, lines.offsetAt(position));

/** What is looked for all over a desk for a target. */
export const soughtFor = (target: FileTarget): Sought =>
  target.kind === 'entity'
    ? { kind: 'entities', ids: new Set([target.id]) }
    : { kind: 'source', key: target.key };

/** Where a target is itself written; nowhere if the desk does not have it. */
export function targetsOf({ works }: Desk, target: FileTarget): Target[] {
  if (target.kind === 'source') {
    const source = works.library.sources.get(target.key);
    return source ? [{ in: 'library', source }] : [];
  }
  const entity = works.lexicon.glossary.entities.get(target.id);
  return entity ? [{ in: 'glossary', entity }] : [];
}

/** Where the entries of a desk name an entity. */
export async function namings(
  session: Session,
  { works, glossaryFiles }: Desk,
  id: string,
): Promise<Location[]> {
  const found: Location[] = [];
  for (const entity of await session.pace(namersOf(id, works.lexicon.glossary))) {
    const file = glossaryFiles.get(entity.origin.path);
    if (!file) continue;
    if (file instanceof StoredFile) await session.pace(file.read.steps());
    const lines = await session.linesOf(file.path);
    for (const span of namingsIn(file, entity, id))
      found.push(toProto.location(uriOf(file.path), lines, span));
  }
  return found;
}
