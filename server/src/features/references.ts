/** Every mention of the entities, or every use of the note or source, that stands at a place of a report. */

import type { Analysis } from '../analysis/analyze';
import { mentionAt } from '../analysis/mention';
import { citationsOf } from '../analysis/notes/deskCitations';
import { labelKey } from '../markdown/report';
import { type Span, touches } from '../text/span';
import type { Target } from './definition';

/** What is looked for: entities and sources over all reports, a note in its own. */
export type Sought =
  | { readonly kind: 'entities'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'source'; readonly key: string }
  | { readonly kind: 'note'; readonly label: string };

/** Undefined where nothing stands that has uses. */
export function soughtAt({ report, mentions, works }: Analysis, offset: number): Sought | undefined {
  const { references, definitions } = report.layout;
  const note =
    references.find((one) => touches(one, offset)) ?? definitions.find(({ mark }) => touches(mark, offset));
  if (note) return { kind: 'note', label: note.label };
  const citation = citationsOf(report, works).find((one) => touches(one, offset));
  if (citation) return { kind: 'source', key: citation.key };
  const mention = mentionAt(mentions, offset);
  return mention && { kind: 'entities', ids: new Set(mention.claims.map(({ entity }) => entity.id)) };
}

/** Where what is looked for is itself written: an entity in the glossary, a source in the library, a note in its report. */
export function declarationsOf({ report, works }: Analysis, sought: Sought): Target[] {
  switch (sought.kind) {
    case 'entities': {
      const { entities } = works.lexicon.glossary;
      const known = [...sought.ids].flatMap((id) => entities.get(id) ?? []);
      return known.map((entity) => ({ in: 'glossary', entity }));
    }
    case 'source': {
      const source = works.library.sources.get(sought.key);
      return source ? [{ in: 'library', source }] : [];
    }
    case 'note':
      return report.layout.definitions
        .filter(({ label }) => labelKey(label) === labelKey(sought.label))
        .map(({ mark }) => ({ in: 'report', span: mark }));
  }
}

/** The places in one report, in its order. */
export function findReferences({ report, mentions, works }: Analysis, sought: Sought): Span[] {
  switch (sought.kind) {
    case 'entities':
      return mentions.filter(({ claims }) => claims.some(({ entity }) => sought.ids.has(entity.id)));
    case 'source':
      return citationsOf(report, works).filter(({ key }) => key === sought.key);
    case 'note':
      return report.layout.references.filter(({ label }) => labelKey(label) === labelKey(sought.label));
  }
}
