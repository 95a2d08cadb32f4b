/** Reads a source file (CSL-JSON, CSL-YAML, BibTeX, RIS) into sources and the problems at their places. */

import type { Problem } from '../../text/problem';
import { finish, type Steps } from '../../text/steps';
import type { Source, SourceFile } from '../source';
import { readEntry } from './cslItem';
import { type EntryList, type FormatFault, MOST_PROBLEMS, noEntries, START } from './entryList';
import { readBibtexSteps } from './readBibtex';
import { readJsonSteps } from './readJson';
import { readRisSteps } from './readRis';
import { readYamlSteps } from './readYaml';

/**
 * Reads a source file by the ending of its name. Bad input gives problems, at UTF-16 offsets of `text`, beside the
 * sources that could be read; nothing throws.
 */
export const readSourceFile = (path: string, text: string): SourceFile => finish(readSourceSteps(path, text));

/** The same in steps. */
export function* readSourceSteps(path: string, text: string): Steps<SourceFile> {
  const list = yield* readList(path, text);
  yield;
  const problems = [...encodingProblems(text), ...list.problems];
  let untold = 0;
  const tell = (index: number, { rule, severity, message, variable, span }: FormatFault) => {
    if (problems.length >= MOST_PROBLEMS) untold++;
    else problems.push({ rule, severity, message, span: span ?? list.locate(index, variable) });
  };

  const sources: Source[] = [];
  const keys = new Set<string>();
  for (let index = 0; index < list.count; index++) {
    if (index % list.atOnce === 0) yield;
    const { value, faults: ofFormat } = list.read(index);
    for (const fault of ofFormat) tell(index, fault);
    if (value === undefined) continue;
    const { item, faults } = readEntry(value, list.texts, list.titleName);
    for (const fault of faults) tell(index, fault);
    if (!item) continue;
    if (keys.has(item.id)) {
      const message = `The key “${item.id}” is already given to an earlier source of this file. Give this one another key.`;
      tell(index, { rule: 'source/duplicate-key', severity: 'error', message, variable: 'id' });
      continue;
    }
    keys.add(item.id);
    sources.push({ key: item.id, item, path, locate: list.placeOf(index) });
  }
  if (untold > 0)
    problems.push({
      rule: 'source/more',
      severity: 'warning',
      message: `This file has ${untold} more ${untold === 1 ? 'problem' : 'problems'}. Mend the ones shown first.`,
      span: START,
    });
  return { path, sources, problems };
}

/** Characters that no text holds, as whoever decoded it did not know how it is encoded. */
function encodingProblems(text: string): Problem[] {
  const unread = text.indexOf('\ufffd');
  // Every second byte of UTF-16 is such for most letters.
  const isWide = text.slice(0, 100).split('\0').length > 20;
  if (unread < 0 && !isWide) return [];
  const at = isWide ? text.indexOf('\0') : unread;
  const message = isWide
    ? 'There are NUL characters here, so this file may be UTF-16. Save it as UTF-8.'
    : 'This character could not be read, so this file may not be UTF-8. Write the character, and save it as UTF-8.';
  return [{ rule: 'source/encoding', severity: 'warning', message, span: { start: at, end: at + 1 } }];
}

function* readList(path: string, text: string): Steps<EntryList> {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'json':
      return yield* readJsonSteps(text);
    case 'yaml':
    case 'yml':
      return yield* readYamlSteps(text);
    case 'bib':
      return yield* readBibtexSteps(text);
    case 'ris':
      return yield* readRisSteps(text);
    default:
      return noEntries([
        {
          rule: 'source/unsupported',
          severity: 'warning',
          message: `Files ending in “.${ending}” hold no sources: export CSL-JSON (.json), CSL-YAML (.yaml), BibTeX (.bib) or RIS (.ris).`,
          span: START,
        },
      ]);
  }
}
