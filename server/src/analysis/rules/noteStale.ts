/** `note/stale`: a generated note whose text is no longer what its citation makes, or of whose citation none can be made. */

import type { Report } from '../../markdown/report';
import { quotedShort } from '../../text/shortened';
import { sliceOf, spansWithin } from '../../text/span';
import { brokenIbid } from '../notes/brokenIbid';
import type { MadeNote } from '../notes/madeNotes';
import { fixesOfMade, keepingFixes } from '../notes/makeAnew';
import type { Rule } from '../rule';

export const noteStale: Rule = {
  code: 'note/stale',
  defaultSeverity: 'warning',
  description:
    'A generated note whose text is no longer what its citation makes, or that can’t be made of it.',
  help: `The note keeps its citation in a comment at its end, and its text is no longer what that citation makes: the source, the
style, or what stands before it has changed.

Reported: \`[^7]: Ibid., 22. <!-- @doe-2020, 22 -->\` as the first note. *Update Notes* makes it anew. To keep words of your own, remove
the comment.`,
  waitsFor: 'notes',
  *find({ report, notes, works }) {
    for (const one of notes ?? []) {
      const { definition, made: at, cluster, beside } = one.generated;
      if (beside === 'citation') {
        yield { span: cluster, message: severalCitations(report, one), fixes: [] };
        continue;
      }
      if (one.cited && one.problem !== undefined) {
        const message = `This note can’t be made. ${one.problem}`;
        yield { span: cluster, message, fixes: keepingFixes(report, one) };
        continue;
      }
      if (one.isCurrent || brokenIbid(report, one)) continue;
      yield {
        span: at.start < at.end ? at : definition.mark,
        message: messageOf(one, quotedShort(works.formatter.plain(one.made))),
        fixes: fixesOfMade(report, one),
      };
    }
  },
};

function messageOf({ written, generated: { beside } }: MadeNote, now: string): string {
  if (beside === 'markup')
    return `This note’s citation makes ${now} now, but what stands before the comment is more than text and emphasis, and is not overwritten. Take it away to have the note made, or remove the comment to keep your own words.`;
  if (beside === 'blocks')
    return `This note’s citation makes ${now} now, but more stands before this paragraph. Make this paragraph anew, or remove the comment to keep your own words.`;
  return written === ''
    ? `This note is still to be made: ${now} is what its citation makes.`
    : `This note’s citation makes ${now} now. Make the note anew, or remove its comment to keep your own words.`;
}

function severalCitations({ text, clusters }: Report, { generated }: MadeNote): string {
  const { definition, cluster } = generated;
  const cites = spansWithin(clusters, { start: definition.start, end: cluster.end })
    .filter(({ kind }) => kind === 'comment')
    .map((one) => sliceOf(text, one).slice(4, -3).trim());
  const together = quotedShort(`<!-- ${cites.join('; ')} -->`);
  return `One comment makes the text of a note, and this note has ${cites.length} that cite. Write one behind its text, ${together}, or remove them to keep your own words.`;
}
