/** Tells what a place in a file of the desk’s own is: in its configuration, and in a glossary of YAML or of JSON lines. */

import { ENTITY_TYPES, type EntityType, TYPE_OF_SECTION } from '../../glossary/entity';
import { formatOf } from '../../glossary/parse';
import { ENTRY, type RecordShape } from '../../glossary/shape';
import { type ShapedPlace, shapedPlaceAt } from '../../glossary/shapedPlace';
import { lineEnd, lineStart } from '../../text/lines';

/** A file that is open, as it now stands. */
export interface DeskFile {
  readonly path: string;
  readonly text: string;
  /** What it may hold. */
  readonly shape: RecordShape;
}

/** A line of a glossary of JSON lines. */
const LINE = {
  is: 'record',
  noun: 'an entry',
  keys: {
    id: { description: 'The id of the entry. Without it, one is made of the name.', value: { is: 'text' } },
    type: {
      description: 'What the entry is. Without it, what the name of the file says, or a person.',
      value: { is: 'choice', of: ENTITY_TYPES },
    },
    ...ENTRY.keys,
  },
} as const satisfies RecordShape;

/** Longer lines are nobody’s writing. */
const LONGEST_LINE = 32_000;

/** Undefined where nothing stands, where nothing may stand, and in tables. */
export function filePlaceAt({ path, text, shape }: DeskFile, offset: number): ShapedPlace | undefined {
  switch (formatOf(path)) {
    case 'yaml':
      return shapedPlaceAt(shape, text, offset);
    case 'lines': {
      const start = lineStart(text, offset);
      const line = text.slice(start, lineEnd(text, offset));
      const place = line.length <= LONGEST_LINE ? shapedPlaceAt(LINE, line, offset - start) : undefined;
      if (!place) return undefined;
      const span = { start: place.span.start + start, end: place.span.end + start };
      return { ...place, span };
    }
    case 'table':
      return undefined;
  }
}

/** Whether texts and keys are to stand in quotes: in JSON. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text.slice(0, 1000));

/** The section of the entry that a place in YAML is in, and its id; undefined outside entries. */
export function entryOf({
  path,
}: ShapedPlace): { readonly type: EntityType; readonly id: string } | undefined {
  const type = TYPE_OF_SECTION.get(path[0]);
  return type && typeof path[1] === 'string' ? { type, id: path[1] } : undefined;
}
