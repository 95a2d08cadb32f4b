/** The JSON of the command line: stable shapes, to which things are only ever added. */

import type { Finding } from '../analysis/finding';
import type { Mention } from '../analysis/mention';
import type { Edit } from '../text/edit';
import type { LineIndex } from '../text/lineIndex';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';

export const VERSION = 1;

export function rangeOf(lines: LineIndex, { start, end }: Span) {
  return {
    start: { ...lines.positionAt(start), offset: start },
    end: { ...lines.positionAt(end), offset: end },
  };
}

export function findingJson(lines: LineIndex, finding: Finding) {
  const { code, severity, message, span, entity, form, house, score, reason, fixes } = finding;
  const editJson = (edit: Edit) => ({ range: rangeOf(lines, edit.span), newText: edit.newText });
  return {
    rule: code,
    severity,
    message,
    range: rangeOf(lines, span),
    ...(entity === undefined ? {} : { entity }),
    ...(form === undefined ? {} : { form }),
    ...(house === undefined ? {} : { house }),
    ...(score === undefined ? {} : { score }),
    ...(reason === undefined ? {} : { reason }),
    fixes: fixes.map(({ title, edits, glossary }) => ({
      title,
      edits: edits.map(editJson),
      ...(glossary === undefined ? {} : { glossary }),
    })),
  };
}

export function problemJson(path: string, lines: LineIndex, { rule, severity, message, span }: Problem) {
  return { path, range: rangeOf(lines, span), rule, severity, message };
}

export interface MentionJson {
  readonly range: ReturnType<typeof rangeOf>;
  readonly text: string;
  /** Whom it names; where that stays open, `entities` instead. */
  readonly entity?: string;
  readonly entities?: readonly string[];
  readonly form: string;
  readonly kind: string;
  readonly zone: string;
}

export function mentionJson(lines: LineIndex, text: string, mention: Mention): MentionJson {
  const { claims, zone, start, end } = mention;
  const { entity, form } = claims[0]!;
  return {
    range: rangeOf(lines, { start, end }),
    text: text.slice(start, end),
    ...(claims.length > 1 ? { entities: claims.map((claim) => claim.entity.id) } : { entity: entity.id }),
    form: form.text,
    kind: form.kind,
    zone,
  };
}
