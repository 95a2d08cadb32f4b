/** Draws the small card of a name that is in no glossary: whom it may mean, and how to add it. */

import type { Candidate } from '../analysis/who';
import { whoIs } from '../analysis/who';
import type { Lexicon } from '../glossary/lexicon';
import { foldText } from '../names/fold';
import { plainText, withinBrackets } from './safeMarkdown';

export interface UnlistedCardContext {
  /** The entities that it may mean, the likeliest first. */
  readonly nearest: readonly Candidate[];
  openLink(entityId: string): string | undefined;
  /** A link that adds the name to the glossary. */
  readonly addLink?: string;
}

const MOST_NEAREST = 3;
/** A single word sounds like many others. */
const LEAST_OF_ONE = 0.85;
const LEAST_OF_SEVERAL = 0.65;
/** Capitals in one word say nothing of how it sounds. */
const SAME_LETTERS = 0.99;

/** Who of the glossary may be meant by a name that it does not have; whom it was judged not to mean is left out. */
export function nearestTo(name: string, lexicon: Lexicon): readonly Candidate[] {
  const folded = foldText(name);
  const isAcronym = /^\p{Lu}+$/u.test(name);
  const isPlausible = ({ claim: { entity, form }, score }: Candidate) => {
    if (isAcronym && score < SAME_LETTERS) return false;
    const areSingle = !folded.includes(' ') && !foldText(form.text).includes(' ');
    if (score < (areSingle ? LEAST_OF_ONE : LEAST_OF_SEVERAL)) return false;
    return !entity.not.some((one) => foldText(one) === folded);
  };
  return whoIs(name, lexicon).filter(isPlausible).slice(0, MOST_NEAREST);
}

export function renderUnlistedCard(name: string, context: UnlistedCardContext): string {
  const { nearest, addLink } = context;
  const parts = [`**${plainText(name)}** — in no glossary`];
  if (nearest.length > 0)
    parts.push(
      ['Nearest in the glossary:', ...nearest.map((one) => `- ${candidate(one, context)}`)].join('\n'),
    );
  if (addLink !== undefined) parts.push(`[Add to the glossary…](<${withinBrackets(addLink)}>)`);
  return parts.join('\n\n');
}

function candidate(
  { claim: { entity, form }, reason }: Candidate,
  { openLink }: UnlistedCardContext,
): string {
  const link = openLink(entity.id);
  const name = `**${plainText(entity.name)}**`;
  const shown = link === undefined ? name : `[${name}](<${withinBrackets(link)}>)`;
  const as = form.text === entity.name ? '' : `, as “${plainText(form.text)}”`;
  return `${shown}, ${entity.type}${as}: ${plainText(reason)}`;
}
