/** Numbers and kinds in the words of the reader. */

import type { WrittenForm } from '../../server/src/features/consistency/consistencyReport';

const NUMBERS = new Intl.NumberFormat('en-US');

/** 1204 as “1,204”. */
export const numbered = (count: number): string => NUMBERS.format(count);

/** “1 place”, “1,204 places”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbered(count)} ${count === 1 ? one : many}`;

const KINDS: Readonly<Record<WrittenForm['kind'], string>> = {
  house: 'house form',
  acronym: 'acronym',
  short: 'short form',
  alias: 'alias',
  spelling: 'spelling',
  script: 'original script',
  variant: 'probably an unlisted spelling',
};

/** What a form is; its hyphens, capitals or apostrophes may be others than those of the house. */
export const kindOf = ({ kind, text, house }: WrittenForm): string =>
  kind === 'house' && house !== undefined && house !== text
    ? 'the house form in other letters or signs'
    : KINDS[kind];
