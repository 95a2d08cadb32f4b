/** Says in a few words how a name in a report differs from the form that it probably spells. */

import { foldText } from '../names/fold';
import { compareNames } from '../names/likeness/similarity';
import { isParticle } from '../names/particles';

/** What a comparison says when no sound differs; and what the reader is told. */
const SAME = 'sounds the same';
const NOTHING_DIFFERS = ['written alike', SAME];

/** “kh = h, a = o”; `and`, if given, tells what else differs. */
export function reasonOf(visible: string, listed: string, and?: string): string {
  const { reason } = compareNames(visible, listed);
  const told = NOTHING_DIFFERS.includes(reason) ? differingParticles(visible, listed) : reason;
  return [told, and].filter((one) => one !== undefined).join('; ') || SAME;
}

/** “without “of””: the small words that only one of two names has. */
function differingParticles(visible: string, listed: string): string | undefined {
  const [seen, known] = [foldText(visible).split(' '), foldText(listed).split(' ')];
  const more = seen.filter((word) => isParticle(word) && !known.includes(word));
  const less = known.filter((word) => isParticle(word) && !seen.includes(word));
  const told = [...more.map((word) => `with “${word}”`), ...less.map((word) => `without “${word}”`)];
  return told.length > 0 ? told.join(', ') : undefined;
}
