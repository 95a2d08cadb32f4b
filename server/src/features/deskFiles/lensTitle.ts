/** Says over an entry of the glossary how often the desk’s reports name its entity. */

import type { EntityCounts } from '../consistency/consistencyReport';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** For example “41 mentions in 7 reports · 3 other spellings”; “not mentioned”. */
export function lensTitle({ count, reportCount, otherSpellings }: EntityCounts): string {
  if (count === 0) return 'not mentioned';
  const mentions = `${counted(count, 'mention', 'mentions')} in ${counted(reportCount, 'report', 'reports')}`;
  if (otherSpellings === 0) return mentions;
  return `${mentions} · ${counted(otherSpellings, 'other spelling', 'other spellings')}`;
}
