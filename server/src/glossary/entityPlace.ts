/** Tells whose entry a place in a glossary file is in, and whom it names. */

import { type Span, touches } from '../text/span';
import { TYPE_OF_SECTION } from './entity';
import { formatOf, type GlossaryFile, parseGlossaryFile } from './parse';
import { entityOfRowAt } from './rows';
import { GLOSSARY_FILE } from './shape';
import { shapedPlaceAt } from './shapedPlace';
import { StoredFile } from './storedFile';

export interface EntityPlace {
  /** Of the entity. Whether the glossary has it, only the glossary can tell. */
  readonly id: string;
  /**
   * What stands at the place: the entry’s own id, its house form, the id of the entity in another’s entry (`group: ktj`), or
   * anything else of the entry.
   */
  readonly on: 'id' | 'name' | 'reference' | 'other';
  /** As written, with its quotes; of no length where nothing stands. */
  readonly span: Span;
}

/**
 * Undefined where nobody’s entry stands, and where nothing stands at all: in comments and in the indentation.
 *
 * @param file what the text gave, or an earlier text of the same file: of YAML only its path is asked for, of tables and
 * JSON lines, which are read again where the text is another, also the ids.
 * @param text as it now stands, be it half-typed.
 */
export function entityPlaceAt(file: GlossaryFile, text: string, offset: number): EntityPlace | undefined {
  return formatOf(file.path) === 'yaml' ? inYaml(text, offset) : inRows(file, text, offset);
}

function inYaml(text: string, offset: number): EntityPlace | undefined {
  const place = shapedPlaceAt(GLOSSARY_FILE, text, offset);
  const [section, id, key, ...deeper] = place?.path ?? [];
  if (!place || section === undefined || !TYPE_OF_SECTION.has(section) || typeof id !== 'string')
    return undefined;
  const { span } = place;
  if (place.is === 'id') return place.text === '' ? undefined : { id, on: 'id', span };
  if (place.is === 'value' && place.shape.is === 'entity' && place.text.trim() !== '')
    return { id: place.text.trim(), on: 'reference', span };
  const isName = place.is === 'value' && key === 'name' && deeper.length === 0;
  return { id, on: isName ? 'name' : 'other', span };
}

function inRows(file: GlossaryFile, text: string, offset: number): EntityPlace | undefined {
  const read = file instanceof StoredFile ? file.read.now() : file;
  const found =
    entityOfRowAt(read, text, offset) ??
    entityOfRowAt(parseGlossaryFile(file.path, text, read), text, offset);
  if (!found) return undefined;
  const { entity, row } = found;
  const on = row.id !== undefined && touches(row.locate(['id'], 'value'), offset) ? 'id' : 'name';
  const span = row.locate([on], 'value');
  return touches(span, offset)
    ? { id: entity.id, on, span }
    : { id: entity.id, on: 'other', span: { start: offset, end: offset } };
}
