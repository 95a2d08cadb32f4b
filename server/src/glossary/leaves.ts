/** Finds every text in a YAML value together with the kind of value it should be. */

import type { YamlPath, YamlValue } from '../text/yaml';
import type { ValueShape } from './shape';

export interface Leaf {
  readonly shape: ValueShape;
  /** As written. */
  readonly text: string;
  readonly path: YamlPath;
}

/** In the order of the text. What does not have the shape it should have is passed over. */
export function* leavesOf(shape: ValueShape, value: YamlValue, path: YamlPath): Generator<Leaf> {
  switch (shape.is) {
    case 'list':
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) yield* leavesOf(shape.item, item, [...path, index]);
      } else yield* leavesOf(shape.item, value, path);
      return;
    case 'record':
      if (value instanceof Map) {
        for (const [key, inner] of value) {
          if (typeof key === 'string' && Object.hasOwn(shape.keys, key)) {
            yield* leavesOf(shape.keys[key]!.value, inner, [...path, key]);
          }
        }
      } else if (shape.plain !== undefined) yield* leavesOf(shape.keys[shape.plain]!.value, value, path);
      return;
    case 'entries':
      if (!(value instanceof Map)) return;
      for (const [id, entry] of value) yield* leavesOf(shape.item, entry, [...path, String(id)]);
      return;
    default:
      if (typeof value === 'string') yield { shape, text: value, path };
  }
}
