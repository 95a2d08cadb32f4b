/** Reads a citation as Pandoc does: its sources, each with locator, prefix and suffix. */

import type { CitationCluster } from '../../markdown/report';
import type { CitedSource, CitedSources } from '../../sources/formatting/format';
import { takeFollowingApart } from '../../sources/formatting/pandocLocator';
import type { WorksOfReference } from '../works';

export interface PandocCitation {
  readonly cited: CitedSources;
  /** What is printed where none of the keys is known. */
  readonly missing: string;
}

/**
 * The sources of a group or of a citation in the text. A key that the library lacks is printed as Pandoc prints it,
 * with a question mark: before the next source, or behind the last.
 */
export function pandocCitation(
  text: string,
  cluster: CitationCluster,
  { library, formatter }: WorksOfReference,
): PandocCitation {
  const cited: CitedSource[] = [];
  let missing = '';
  for (const [index, { key, prefix, suppressesAuthor, authorInText }] of cluster.cites.entries()) {
    const { locator, suffix } = takeFollowingApart(behindKey(text, cluster, index), formatter.locatorTerms);
    const before = [missing, prefix && typeset(prefix)].filter(Boolean).join('; ');
    const source = library.sources.get(key);
    if (!source) {
      missing = `${[before, `${key}?`].filter(Boolean).join(prefix ? ' ' : '; ')}${suffix ?? ''}`;
      continue;
    }
    missing = '';
    cited.push({
      source,
      place: locator,
      prefix: prefix || before === '' ? before : `${before};`,
      suffix: suffix && typeset(suffix),
      suppressesAuthor: suppressesAuthor && !authorInText,
      authorInText,
    });
  }
  const last = cited.at(-1);
  if (last && missing !== '')
    cited[cited.length - 1] = { ...last, suffix: `${last.suffix ?? ''}; ${missing}` };
  return { cited, missing };
}

/** All that stands behind a key of the cluster, up to the next semicolon or key. */
function behindKey(text: string, { cites, end, kind }: CitationCluster, index: number): string {
  const cite = cites[index]!;
  const isBraced = text[cite.start - 1] === '{' && text[cite.end] === '}';
  let from = cite.end + (isBraced ? 1 : 0);
  if (from >= end) return '';
  if (kind === 'textual' && index === 0) from = text.indexOf('[', from) + 1;
  const behind = text.slice(from, end - 1).replace(/\s*[\r\n][\s>]*/g, ' ');
  const next = cites[index + 1];
  let depth = 0;
  for (let at = 0; at < behind.length; at++) {
    const char = behind[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ';' && depth <= 0) return behind.slice(0, at);
  }
  return next ? '' : behind;
}

/** Emphasis and dashes as the processor reads them. */
const typeset = (text: string): string =>
  text
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/(?<!\\)([*_])(?=\S)((?:(?!\1).)+)(?<=\S)\1/g, '<i>$2</i>');
