/** Reads the comments with which an author turns rules off for a line or a stretch. */

import type { Report } from '../markdown/report';

const DIRECTIVE = /^<!--\s*nomenclator-(disable-next-line|disable|enable)\b([^>]*?)-*>$/;

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Empty: every rule. */
  readonly codes: readonly string[];
}

/** Answers whether a rule is turned off at an offset. */
export function readSuppressions(report: Report): (code: string, offset: number) => boolean {
  const { text, lines, layout } = report;
  const stretches: Stretch[] = [];
  const open: { start: number; codes: string[] }[] = [];
  for (const comment of layout.comments) {
    const found = DIRECTIVE.exec(text.slice(comment.start, comment.end).trim());
    if (!found) continue;
    const codes = found[2]!.split(/[\s,]+/).filter((word) => /^[a-z]+\/[a-z-]+$/.test(word));
    if (found[1] === 'disable-next-line') {
      const line = lines.positionAt(comment.end).line + 1;
      stretches.push({ start: lines.lineStart(line), end: lines.lineStart(line + 1), codes });
    } else if (found[1] === 'disable') {
      open.push({ start: comment.end, codes });
    } else {
      for (let k = open.length - 1; k >= 0; k--) {
        const one = open[k]!;
        const ends =
          codes.length === 0 || one.codes.length === 0 || one.codes.some((code) => codes.includes(code));
        if (!ends) continue;
        stretches.push({ start: one.start, end: comment.start, codes: one.codes });
        open.splice(k, 1);
      }
    }
  }
  for (const { start, codes } of open) stretches.push({ start, end: text.length + 1, codes });
  return (code, offset) =>
    stretches.some(
      ({ start, end, codes }) =>
        start <= offset && offset < end && (codes.length === 0 || codes.includes(code)),
    );
}
