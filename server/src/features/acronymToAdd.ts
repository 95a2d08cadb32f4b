/** What the glossary can learn of an acronym that a report explains itself: a new name with it, or whose acronym it is. */

import type { Analysis } from '../analysis/analyze';
import type { Fix } from '../analysis/finding';
import { acronymJudgements } from '../analysis/introducing/acronymJudgements';
import { introducedNames } from '../analysis/introducing/introducedNames';
import type { ReportExpansion } from '../analysis/introducing/introductionsFound';
import { mentionAt } from '../analysis/mention';
import { overlaps, type Span } from '../text/span';
import { type UnlistedName, unlistedNameAt } from './unlistedName';

/** Longer words are no acronyms. */
const AROUND = 16;
const BEFORE = /[\p{L}\p{N}&/-]*$/u;
const BEHIND = /^[\p{L}\p{N}&/-]*/u;

interface Explained {
  readonly acronym: string;
  readonly full: ReportExpansion;
}

/** The acronym that a caret touches, and what the report says that it stands for. */
function explainedAt(analysis: Analysis, offset: number): Explained | undefined {
  const { own } = introducedNames(analysis);
  if (own.size === 0 || mentionAt(analysis.mentions, offset)) return undefined;
  const { text } = analysis.report;
  const before = BEFORE.exec(text.slice(Math.max(0, offset - AROUND), offset))?.[0] ?? '';
  const word = before + (BEHIND.exec(text.slice(offset, offset + AROUND))?.[0] ?? '');
  // *UAVs*, *TUF-led*: of what is joined to it, the acronym alone.
  for (const acronym of [word, word.replace(/s$/, ''), ...word.split(/[-/]/)]) {
    const full = own.get(acronym);
    if (full) return { acronym, full };
  }
  return undefined;
}

/** The name that a caret touches and that the glossary may be given: of an acronym, the one that it is short for. */
export function nameToAddAt(analysis: Analysis, offset: number): UnlistedName | undefined {
  const found = explainedAt(analysis, offset);
  if (!found) return unlistedNameAt(analysis, offset);
  const { acronym, full } = found;
  // Where a mention stands in it, the glossary has it, or a part of it that is to be looked at first.
  if (analysis.mentions.some((mention) => overlaps(mention, full))) return undefined;
  return { start: full.start, end: full.end, visible: full.text, before: '', acronym };
}

/** What is said of a full form that has been selected: its acronym; undefined where the report gives it none. */
export function acronymOf(analysis: Analysis, { start, end }: Span): string | undefined {
  for (const [acronym, full] of introducedNames(analysis).own)
    if (full.start === start && full.end === end) return acronym;
  return undefined;
}

/** At an acronym that the report introduces for an entity of the glossary: that it is that entity’s. */
export function acronymLessonAt(analysis: Analysis, offset: number): Fix | undefined {
  const found = explainedAt(analysis, offset);
  return found && acronymJudgements(analysis, found.acronym, found.full)[0];
}
