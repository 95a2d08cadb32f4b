/** `note/ibid`: an *Ibid.* that no longer stands for the source that it stood for, or for no single one. */

import type { Report } from '../../markdown/report';
import { quotedShort } from '../../text/shortened';
import { sliceOf } from '../../text/span';
import type { Fix } from '../finding';
import { brokenIbid } from '../notes/brokenIbid';
import type { MadeNote } from '../notes/madeNotes';
import { fixesOfMade } from '../notes/makeAnew';
import { notesInOrder, type OrderedNote } from '../notes/noteOrder';
import { type NoteReferral, noteReferrals, type ReferralProblem } from '../notes/noteReferrals';
import { inPlaceOf, shortForms } from '../notes/shortForms';
import type { Evidence, Found, Rule } from '../rule';
import type { WorksOfReference } from '../works';

export const noteIbid: Rule = {
  code: 'note/ibid',
  defaultSeverity: 'warning',
  description:
    'An “Ibid.” that no longer follows its source, or follows a note with several sources, and other words that point back to nothing.',
  help: `*Ibid.* means the source of the note before, and that note has moved, or cites several sources. The same is said of
*op. cit.*, *supra* and short forms that point back to nothing.

Reported: \`[^8]: Ibid., 22.\` behind a note that cites two sources. In a note that keeps its citation, *Update Notes* mends it; in a
note by hand, write the source out.`,
  waitsFor: 'notes',
  *find(evidence) {
    yield* generatedOnes(evidence);
    yield* writtenOnes(evidence);
  },
};

function* generatedOnes({ report, notes, works }: Evidence): Iterable<Found> {
  const ordered = notesInOrder(report);
  for (const one of notes ?? []) {
    const span = brokenIbid(report, one);
    if (!span) continue;
    const now = quotedShort(works.formatter.plain(one.made));
    const word = sliceOf(report.text, span);
    yield {
      span,
      message: `“${word}” stands for the source of the note before it, but ${whatPrecedes(one, ordered[one.note.number - 2])}. Write ${now} here.`,
      fixes: fixesOfMade(report, one),
    };
  }
}

/** Why a generated note can't be an *Ibid.* */
function whatPrecedes({ cited }: MadeNote, before: OrderedNote | undefined): string {
  if (!before) return 'this is the first note';
  const note = `note [^${before.definition.label}]`;
  if (!before.generated) return `${note} is written by hand`;
  const { cites } = before.generated.cluster;
  if (cites.length > 1) return `${note} cites several sources`;
  if (cites[0]!.key !== cited?.[0]?.source.key) return `${note} cites another source`;
  return 'this style writes another form here';
}

/** Notes written by hand are never changed unasked: nothing here is preferred. */
function* writtenOnes({ report, works }: Evidence): Iterable<Found> {
  for (const referral of noteReferrals(report)) {
    const { problem, start, end } = referral;
    if (!problem) continue;
    const span = { start, end };
    yield {
      span,
      message: messageOf(problem, sliceOf(report.text, span)),
      fixes: fixesOf(report, works, referral, problem),
    };
  }
}

const noted = ({ definition }: OrderedNote): string => `[^${definition.label}]`;

function messageOf(problem: ReferralProblem, words: string): string {
  const standsFor = `“${words}” stands for the source of the note before it, but`;
  switch (problem.kind) {
    case 'first':
      return `${standsFor} this is the first note. Name the source.`;
    case 'several':
      return `${standsFor} note ${noted(problem.before)} names several. Name the one that is meant.`;
    case 'remark': {
      const { before, instead } = problem;
      const perhaps = instead ? `, perhaps that of note ${noted(instead)}` : '';
      return `${standsFor} note ${noted(before)} names none. Name the source${perhaps}.`;
    }
    case 'not-cited':
      return problem.later
        ? `Only note ${noted(problem.later)}, which comes later, names ${problem.author}. Write the source out here.`
        : `No note before this one names ${problem.author}. Write the source out here.`;
    case 'short-first':
      return `This is a short form, but note ${noted(problem.later)}, which names the source in full, comes later. Write it out here.`;
    case 'no-such-number':
      return `There is no such note: the last is note ${problem.last}. Write the number of the note that is meant.`;
    case 'itself':
      return `“${words}” is this note itself. Write the number of the note that is meant.`;
    case 'later':
      return `Note ${noted(problem.which)} comes later. Write “infra”, or the number of the note that is meant.`;
    case 'earlier':
      return `Note ${noted(problem.which)} comes before this one. Write “supra”, or the number of the note that is meant.`;
    case 'other-author': {
      const { which, author, instead } = problem;
      const perhaps = instead ? `; note ${noted(instead)} does` : '';
      return `Note ${noted(which)} does not name ${author}${perhaps}. Write the number of the note that is meant.`;
    }
  }
}

/** Where the source that may be meant is known: its short form, or the number of the note. */
function fixesOf(
  report: Report,
  works: WorksOfReference,
  { reminder, start, end, note }: NoteReferral,
  problem: ReferralProblem,
): Fix[] {
  if (problem.kind === 'other-author' && problem.instead && reminder.kind === 'number') {
    const from = note.definition.text.start;
    const span = { start: from + reminder.at.start, end: from + reminder.at.end };
    const newText = String(problem.instead.number);
    return [{ title: `Write note ${newText}`, edits: [{ span, newText }], preferred: false }];
  }
  if (problem.kind !== 'several' && problem.kind !== 'remark') return [];
  const meant = problem.kind === 'several' ? problem.before : problem.instead;
  if (!meant || reminder.kind !== 'ibid') return [];
  return shortForms(report, works, meant).map((short) => ({
    title: `Write ${works.formatter.plain(short)}`,
    edits: [inPlaceOf(report, { start, end }, short)],
    preferred: false,
  }));
}
