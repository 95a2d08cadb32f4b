/** Where something is defined: a mention in the glossary, a note or what an *Ibid.* means in the report, a key in the library. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import { citationsOf } from '../analysis/notes/deskCitations';
import { referralAt } from '../analysis/notes/noteReferrals';
import type { Entity } from '../glossary/entity';
import { labelKey } from '../markdown/report';
import type { Source } from '../sources/source';
import { type Span, touches } from '../text/span';

export interface Definition {
  /** What was pointed at. */
  readonly from: Span;
  readonly targets: readonly Target[];
}

export type Target =
  | { readonly in: 'report'; readonly span: Span }
  | { readonly in: 'glossary'; readonly entity: Entity }
  | { readonly in: 'library'; readonly source: Source };

/** What is pointed at, and where it is defined; for a note’s own mark, its references. Undefined where nothing is defined. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const { report, works } = analysis;
  const { references, definitions } = report.layout;

  const reference = references.find((one) => touches(one, offset));
  if (reference) {
    const notes = definitions.filter(({ label }) => labelKey(label) === labelKey(reference.label));
    return { from: reference, targets: notes.map(({ mark }) => ({ in: 'report', span: mark })) };
  }
  const note = definitions.find(({ mark }) => touches(mark, offset));
  if (note) {
    const uses = references.filter(({ label }) => labelKey(label) === labelKey(note.label));
    return {
      from: note.mark,
      targets: uses.map(({ start, end }) => ({ in: 'report', span: { start, end } })),
    };
  }
  const citation = citationsOf(report, works).find((one) => touches(one, offset));
  const source = citation && works.library.sources.get(citation.key);
  if (citation && source) return { from: citation, targets: [{ in: 'library', source }] };

  const mention = mentionAt(analysis.mentions, offset);
  if (mention)
    return { from: mention, targets: mention.claims.map(({ entity }) => ({ in: 'glossary', entity })) };

  const referral = referralAt(report, offset);
  if (referral?.means)
    return {
      from: { start: referral.start, end: referral.end },
      targets: [{ in: 'report', span: referral.means.definition.mark }],
    };
  return undefined;
}
