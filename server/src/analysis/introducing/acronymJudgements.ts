/** What the glossary may learn of an acronym that a report introduces itself. */

import { spansWithin } from '../../text/span';
import type { Fix } from '../finding';
import { settled } from '../mention';
import type { Evidence } from '../rule';
import type { ReportExpansion } from './introductionsFound';

/** Where the full form is an entity’s name: that the acronym is that entity’s. */
export function acronymJudgements(
  { mentions }: Evidence,
  acronym: string,
  full: ReportExpansion | undefined,
): Fix[] {
  const [mention, ...others] = full ? spansWithin(mentions, full) : [];
  const claim = mention && others.length === 0 ? settled(mention) : undefined;
  if (!full || !mention || mention.start !== full.start || mention.end !== full.end) return [];
  if (!claim || claim.form.house !== claim.entity.name) return [];
  return [
    {
      title: `Add “${acronym}” as an acronym of ${claim.entity.name}`,
      edits: [],
      glossary: { entity: claim.entity.id, list: 'acronym', text: acronym },
      preferred: false,
    },
  ];
}
