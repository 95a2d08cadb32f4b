/** Says over an entry of the glossary how often the desk’s reports name its entity. */

import { counted } from '../../text/counted';
import type { EntityCounts } from '../consistency/consistencyReport';

/** For example “41 mentions in 7 reports · 3 other spellings”; “not mentioned”. */
export function lensTitle({ count, reportCount, otherSpellings }: EntityCounts): string {
  if (count === 0) return 'not mentioned';
  const mentions = `${counted(count, 'mention')} in ${counted(reportCount, 'report')}`;
  if (otherSpellings === 0) return mentions;
  return `${mentions} · ${counted(otherSpellings, 'other spelling')}`;
}
