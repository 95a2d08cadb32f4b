/** What reading one glossary file gives. */

import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import type { YamlPath } from '../text/yaml';
import type { Entity } from './entity';
import type { Leaf } from './leaves';
import type { Complaint } from './readShape';

/** Nobody reads more; a file that goes wrong a million times is wrong in one way. */
export const MOST_PROBLEMS = 1000;

export interface GlossaryFile {
  readonly path: string;
  /** In the order of the file's sections, then of the text. */
  readonly entities: readonly Entity[];
  /** Ids whose entry has no usable name: there is no entity, but nobody who names the id is to blame. */
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Where the key or the value at `path` stands; dear, so ask only when somebody wants to see it. */
  locate(path: YamlPath, part: 'key' | 'value'): Span;
  /** Every text of an entry of this file, with what it should be and its path; reads it again. */
  leaves(entity: Entity): Leaf[];
}

/** The complaints with the place of each; those beyond the most that anybody reads are left out. */
export function locateAll(complaints: readonly Complaint[], locate: GlossaryFile['locate']): Problem[] {
  return complaints.slice(0, MOST_PROBLEMS).map(({ rule, severity, message, path, part }) => ({
    rule,
    severity,
    message,
    span: locate(path, part),
  }));
}
