/** Says what became of a normalisation: what was done, what was left, and why. */

import type { Desk } from '../desk/desk';
import { relativeTo } from '../desk/path';
import { type LeftCount, LeftTally, leftSentence } from '../features/leftAlone';
import { counted } from '../text/counted';
import type { HinderedFile } from './deskEdits';
import { pathOf } from './paths';
import type { LeftPlace, NormaliseOutcome, NormaliseParams } from './requests';

/** Nobody goes through more one by one; all are counted. */
export const MOST_PLACES = 2000;
const MOST_NAMED = 3;
const NO_REPORTS = 'This desk has no reports: nomenclator.yaml says under “reports” which files are.';
const NO_GUESSES =
  'Unlisted spellings are not looked for in all of a desk at once; the Name Consistency Report shows them.';
const GUESSES_LATER = 'Unlisted spellings are not told of yet: the glossary is still being indexed for them.';
const GUESSING = 'name/variant';

/** What is known of a report when it has been read. */
export interface ReadReport {
  readonly changes: number;
  /** Whether unlisted spellings are among what is left. */
  readonly guesses: boolean;
  readonly left: readonly LeftCount[];
  readonly places: readonly LeftPlace[];
}

/** An edit that was handed over, until its outcome is asked for. */
export interface Plan {
  readonly id: number;
  readonly scope: NormaliseParams['scope'];
  readonly desk: Desk;
  readonly reports: ReadonlyMap<string, ReadReport>;
  /** The URIs of those that the edit changes. */
  readonly edited: readonly string[];
  readonly hindered: readonly HinderedFile[];
  readonly unreadable: readonly string[];
  /** How many are to be changed that are more than one edit can hold. */
  readonly later: number;
}

/**
 * In sentences, with the places of what is left.
 *
 * @param reports as they now are, by their URIs.
 * @param made how many changes were.
 */
export function outcomeOf(
  { scope, desk, edited, hindered, unreadable, later, reports: before }: Plan,
  reports: ReadonlyMap<string, ReadReport>,
  made: number,
): NormaliseOutcome {
  const told: string[] = [];
  const planned = edited.reduce((sum, uri) => sum + (before.get(uri)?.changes ?? 0), 0);
  if (scope === 'desk' && reports.size === 0 && unreadable.length === 0) told.push(NO_REPORTS);
  else if (planned > 0) {
    const where = scope === 'desk' ? ` in ${counted(edited.length, 'report')}` : '';
    told.push(
      made === planned
        ? `${counted(made, 'change')} made${where}.`
        : `${made.toLocaleString('en')} of ${counted(planned, 'change')} made${where}.`,
    );
  } else if (hindered.length === 0)
    told.push(
      scope === 'desk'
        ? `Nothing to normalise in ${counted(reports.size, 'report')}.`
        : 'Nothing to normalise in this report.',
    );
  if (later > 0)
    told.push(
      `That is as much as one preview holds: run the command again for ${counted(later, 'more report')}.`,
    );
  const named = (uris: readonly string[]): string => {
    const paths = uris.slice(0, MOST_NAMED).map((uri) => relativeTo(desk.root, pathOf(uri)));
    const more = uris.length - paths.length;
    return [...paths, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  };
  const why = (one: HinderedFile['why']) => hindered.filter((file) => file.why === one).map(({ uri }) => uri);
  const [readOnly, changed] = [why('read-only'), why('changed')];
  if (readOnly.length > 0) told.push(`May not be written, and left alone: ${named(readOnly)}.`);
  if (changed.length > 0)
    told.push(`Changed meanwhile, and left alone: ${named(changed)}. Run the command again.`);
  if (unreadable.length > 0) told.push(`Could not be read: ${named(unreadable)}.`);
  const tally = new LeftTally();
  for (const { left } of reports.values()) tally.addCounts(left);
  const sentence = leftSentence(tally.counts);
  if (sentence !== '') told.push(sentence);
  const isGuessed = [...reports.values()].every(({ guesses }) => guesses);
  if (!isGuessed && desk.works.severities.get(GUESSING) !== 'off')
    told.push(scope === 'desk' ? NO_GUESSES : GUESSES_LATER);
  return {
    message: told.join(' '),
    left: [...reports.values()].flatMap(({ places }) => places).slice(0, MOST_PLACES),
  };
}
