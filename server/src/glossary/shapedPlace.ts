/** Tells what a place in a file of the desk is to hold, by the shape of the file. */

import type { YamlPath } from '../text/yaml';
import { type YamlPlace, yamlPlaceAt } from '../text/yamlPlace';
import type { KeyShape, RecordShape, ValueShape } from './shape';

export type ShapedPlace =
  /** A key of a map, whose meaning is known; or one that could be written there. */
  | (YamlPlace & { readonly is: 'key'; readonly of: RecordShape })
  /** The id of an entry. */
  | (YamlPlace & { readonly is: 'id' })
  /** A text, or the place for one, or for a map; and the key that it belongs to. */
  | (YamlPlace & { readonly is: 'value'; readonly shape: ValueShape; readonly key: KeyShape | undefined });

/** Undefined where nothing stands, and where the file may hold nothing. */
export function shapedPlaceAt(file: RecordShape, text: string, offset: number): ShapedPlace | undefined {
  const place = yamlPlaceAt(text, offset);
  if (!place) return undefined;
  const { path, part } = place;
  const found = shapeAt(file, part === 'key' ? path.slice(0, -1) : path);
  const shape = itemOf(found?.shape);
  if (!found || !shape) return undefined;
  const { key } = found;
  if (part === 'value') return { ...place, is: 'value', shape, key };
  if (shape.is === 'entries') return { ...place, is: 'id' };
  if (shape.is === 'record') return { ...place, is: 'key', of: shape };
  // A word on a line of its own, where no map is expected, is a value.
  return place.hasColon
    ? undefined
    : { ...place, is: 'value', part: 'value', path: path.slice(0, -1), shape, key };
}

/** The shape of the value at a path, and the last key on the way; undefined where no such value may stand. */
function shapeAt(file: RecordShape, path: YamlPath) {
  let shape: ValueShape = file;
  let key: KeyShape | undefined;
  for (const step of path) {
    // One item may stand alone, without a list around it.
    if (shape.is === 'list') shape = shape.item;
    else if (typeof step === 'number') return undefined;
    if (typeof step === 'number') continue;
    if (shape.is === 'entries') shape = shape.item;
    else if (shape.is === 'record' && Object.hasOwn(shape.keys, step)) {
      key = shape.keys[step]!;
      shape = key.value;
    } else return undefined;
  }
  return { shape, key };
}

const itemOf = (shape: ValueShape | undefined): ValueShape | undefined =>
  shape?.is === 'list' ? shape.item : shape;
