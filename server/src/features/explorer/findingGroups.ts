/** The findings of a report, name by name, and how many there are of each kind. */

import type { Analysis } from '../../analysis/analyze';
import type { Finding } from '../../analysis/finding';
import type { Entity } from '../../glossary/entity';
import type { Edit } from '../../text/edit';
import { type Span, sliceOf } from '../../text/span';
import { isNameOff } from '../consistency/namesOff';

/** Findings about one entity, or about something else that belongs together. */
export interface FindingGroup {
  /** The same as long as the group stands for the same. */
  readonly key: string;
  readonly label: string;
  readonly entity?: Entity;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** How many findings a report has of each kind. */
export interface FindingCounts {
  /** Names that are to be mended: all but those that are only pointed out. */
  readonly off: number;
  /** How many of them the house writes otherwise; the others are not introduced, or it is not settled whom they mean. */
  readonly otherwise: number;
  /** Names that are only pointed out. */
  readonly hints: number;
  /** Whatever else was found. */
  readonly others: number;
}

/** What findings are about that are about no entity: how their codes begin, and what is said of them. */
const OTHERS: readonly (readonly [beginning: string, label: string])[] = [
  ['name/ambiguous', 'Names of several'],
  ['acronym/', 'Acronyms in no glossary'],
  ['name/', 'Names'],
  ['note/', 'Notes'],
  ['citation/', 'Citations'],
  ['suppression/', 'Suppressions'],
];
const LONGEST_TEXT = 80;

/** The first `most` findings; the groups of entities first, each kind in the order of the text. The last says how many more there are. */
export function groupFindings({ findings, works }: Analysis, most: number): FindingGroup[] {
  const { entities } = works.lexicon.glossary;
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>();
  for (const finding of findings.slice(0, most)) {
    const entity = finding.entity === undefined ? undefined : entities.get(finding.entity);
    const [beginning, label] = OTHERS.find(([one]) => finding.code.startsWith(one)) ?? ['', 'Other findings'];
    const key = entity ? `entity:${entity.id}` : `code:${beginning}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else
      groups.set(key, { key, ...(entity ? { label: entity.name, entity } : { label }), findings: [finding] });
  }
  const all: FindingGroup[] = [...groups.values()];
  const left = findings.length - most;
  const more = `${left} more, further down: mend these first`;
  return [
    ...all.filter(({ entity }) => entity),
    ...all.filter(({ entity }) => !entity),
    ...(left > 0 ? [{ key: 'more', label: more, findings: [] }] : []),
  ];
}

/** Of all findings of a report. */
export function countFindings({ findings }: Pick<Analysis, 'findings'>): FindingCounts {
  const counts = { off: 0, otherwise: 0, hints: 0, others: 0 };
  for (const { code, severity } of findings) {
    if (!/^(?:name|acronym)\//.test(code)) counts.others++;
    else if (severity === 'hint') counts.hints++;
    else {
      counts.off++;
      if (isNameOff(code)) counts.otherwise++;
    }
  }
  return counts;
}

/** What stands at a finding, in one short line. */
export function textOf({ report }: Pick<Analysis, 'report'>, { span }: Finding): string {
  const text = sliceOf(report.text, {
    start: span.start,
    end: Math.min(span.end, span.start + LONGEST_TEXT),
  });
  const line = text.replace(/\s+/g, ' ').trim();
  return span.end > span.start + LONGEST_TEXT ? `${line}…` : line;
}

/** The edits of the one right fix; undefined where there is none. */
export const editsMending = ({ fixes }: Finding): readonly Edit[] | undefined =>
  fixes.find(({ preferred, edits }) => preferred && edits.length > 0)?.edits;

/** The finding of a rule at a place, and at no other. */
export const findingOf = (
  { findings }: Pick<Analysis, 'findings'>,
  code: string,
  { start, end }: Span,
): Finding | undefined =>
  findings.find((one) => one.code === code && one.span.start === start && one.span.end === end);
