/** The list of the acronyms that a report uses, each with its full form as the house writes it, and where it is kept. */

import { keptFor, type Report } from '../markdown/report';
import { contains } from '../text/span';
import { introducedNames } from './introducing/introducedNames';
import { type KeptListState, stateOfList } from './keptList';
import { type Mention, settled } from './mention';
import type { Evidence } from './rule';

export interface Abbreviation {
  readonly acronym: string;
  readonly name: string;
  /** The id of the entity; none where the report alone says what the acronym means. */
  readonly entity?: string;
  /** How often the report uses it. */
  readonly count: number;
}

type Looked = Pick<Evidence, 'report' | 'mentions' | 'introduced' | 'works'>;

/**
 * The acronyms that a report uses, in the order of the alphabet: those of the glossary, of which a spelling counts as the
 * house’s own, and those that the report itself introduces. Lists that are kept in the report don’t count, nor does what
 * stands in code and addresses.
 */
export function abbreviationsIn(looked: Looked): readonly Abbreviation[] {
  const { report, mentions } = looked;
  const found = new Map<string, Abbreviation>();
  for (const mention of mentions) {
    const claim = settled(mention);
    if (claim?.form.kind !== 'acronym' || !isRead(report, mention)) continue;
    const { entity, form } = claim;
    const key = `${entity.id} ${form.house}`;
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { acronym: form.house, name: entity.name, entity: entity.id, count });
  }
  for (const [acronym, { text: name, count }] of introducedNames(looked).own)
    found.set(acronym, { acronym, name, count });
  return inAlphabet([...found.values()]);
}

/** In the order of the alphabet. */
export const inAlphabet = (abbreviations: readonly Abbreviation[]): Abbreviation[] =>
  abbreviations.toSorted((a, b) => compare(a.acronym, b.acronym) || compare(a.name, b.name));

/** Whether a reader of the report meets it as a word of the report. */
function isRead({ kept }: Report, mention: Mention): boolean {
  const { zone } = mention;
  if (zone === 'code' || zone === 'url' || zone === 'front-matter' || zone === 'html') return false;
  return !kept.some(({ inner }) => contains(inner, mention));
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The list in Markdown: a point for each. */
export const abbreviationText = (abbreviations: readonly Abbreviation[]): string =>
  abbreviations.map(({ acronym, name }) => `- **${escaped(acronym)}**: ${escaped(name)}`).join('\n');

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** The lists that are kept in the report, beside what is to stand there. */
export function keptAbbreviations(looked: Looked): readonly KeptListState[] {
  const blocks = keptFor(looked.report, 'abbreviations');
  if (blocks.length === 0) return [];
  const content = abbreviationText(abbreviationsIn(looked));
  return blocks.map((block) => stateOfList(looked.report, block, content));
}
