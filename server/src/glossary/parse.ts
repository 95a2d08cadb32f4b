/** Reads the text of one glossary file, by the ending of its name, into entities and problems. */

import { finish, type Steps } from '../text/steps';
import type { PartSize } from '../text/yamlParts';
import type { GlossaryFile } from './glossaryFile';
import { lineFormat } from './lineRows';
import { parseRows } from './rows';
import { readTableFormat } from './tableRows';
import { parseYamlGlossary } from './yamlGlossary';

export { type GlossaryFile, MOST_PROBLEMS } from './glossaryFile';

/** `parseGlossarySteps`, all at once. */
export const parseGlossaryFile = (path: string, text: string, earlier?: GlossaryFile): GlossaryFile =>
  finish(parseGlossarySteps(path, text, earlier));

/**
 * Never throws: what is bad is left out and reported, the rest is kept. The spans of all problems lie within `text`.
 *
 * @param path by its ending: a table (`.csv`, `.tsv`), JSON lines (`.jsonl`, `.ndjson`), else YAML or JSON.
 * @param earlier what an earlier text of the same path gave: entities that have not changed are the same objects, and
 * of YAML, what has not changed is not read again. The result is otherwise the same without it.
 * @param size how long YAML is cut into parts; what is shorter than `short` is read whole.
 */
export function* parseGlossarySteps(
  path: string,
  text: string,
  earlier?: GlossaryFile,
  size?: PartSize & { readonly short?: number },
): Steps<GlossaryFile> {
  const before = earlier?.path === path ? earlier : undefined;
  switch (formatOf(path)) {
    case 'table':
      return yield* parseRows(path, text, readTableFormat(text), before);
    case 'lines':
      return yield* parseRows(path, text, lineFormat(text), before);
    case 'yaml':
      return yield* parseYamlGlossary(path, text, before, size);
  }
}

/** How the entries of a glossary file are written, by the ending of its name. */
export function formatOf(path: string): 'yaml' | 'table' | 'lines' {
  if (/\.[ct]sv$/i.test(path)) return 'table';
  return /\.(?:jsonl|ndjson)$/i.test(path) ? 'lines' : 'yaml';
}
