/** A form with how often it stands there, and with how much of that the house writes otherwise. */

import { type Child, element } from './elements';
import { numbered } from './wording';

/** Underlined whole only where all of it is off: a name in the words of others is counted too, and is fine as it is. */
export const isAllOff = ({ count, off }: Counts): boolean => off > 0 && off >= count;

interface Counts {
  readonly count: number;
  readonly off: number;
}

/** “Abu Salah 2”; “Abu Salah 5 (1 off)” where not all of it is off. */
export function countedForm(text: string, counts: Counts): Child[] {
  const { count, off } = counts;
  const isAll = isAllOff(counts);
  const some = off > 0 && !isAll;
  return [
    element('span', { class: isAll ? 'off' : undefined }, text),
    element('span', { class: 'muted' }, `\u00a0${numbered(count)}`),
    some ? '\u00a0(' : undefined,
    some ? element('span', { class: 'off' }, `${numbered(off)}\u00a0off`) : undefined,
    some ? ')' : undefined,
  ];
}
