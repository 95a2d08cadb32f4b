/** Reads the comments with which an author turns rules off for a line or a stretch. */

import type { Report } from '../markdown/report';

/** The word is to end here: other words that begin alike (`disable-line`) are none of ours, and must not turn off the rest. */
const DIRECTIVE = /^<!--\s*nomenclator-(disable-next-line|disable|enable)(?!-?\w)([^>]*?)-*>$/;
/** Behind a colon or a dash, an author says why. */
const REMARK = /(?::|--|[–—]).*$/s;
/** A longer comment is prose. */
const LONGEST_DIRECTIVE = 1000;
const EVERY_RULE = '';

interface Stretch {
  readonly start: number;
  end: number;
}

/** Answers whether a rule is turned off at an offset. */
export function readSuppressions(report: Report): (code: string, offset: number) => boolean {
  const { text, lines, layout } = report;
  const off = new Stretches();
  const open = new Map<string, number>();
  for (const comment of layout.comments) {
    if (comment.end - comment.start > LONGEST_DIRECTIVE) continue;
    const found = DIRECTIVE.exec(text.slice(comment.start, comment.end).trim());
    if (!found) continue;
    const words = found[2]!
      .replace(REMARK, '')
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    const named = words.filter((word) => /^[a-z]+\/[a-z-]+$/.test(word));
    // By names that are no rule's, nothing is turned off: better a finding too many than all of them gone unseen.
    if (words.length > 0 && named.length === 0) continue;
    const codes = named.length > 0 ? named : [EVERY_RULE];
    if (found[1] === 'disable-next-line') {
      const line = lines.positionAt(comment.end).line + 1;
      for (const code of codes) off.add(code, lines.lineStart(line), lines.lineStart(line + 1));
    } else if (found[1] === 'disable') {
      for (const code of codes) if (!open.has(code)) open.set(code, comment.end);
    } else {
      // Turning one rule on again ends a stretch without any.
      for (const code of named.length > 0 ? [...named, EVERY_RULE] : [...open.keys()]) {
        const start = open.get(code);
        if (start !== undefined) off.add(code, start, comment.start);
        open.delete(code);
      }
    }
  }
  for (const [code, start] of open) off.add(code, start, text.length + 1);
  off.join();
  return (code, offset) => off.holds(code, offset) || off.holds(EVERY_RULE, offset);
}

/** The stretches in which each rule is off, looked up in time that hardly grows with their number. */
class Stretches {
  readonly #of = new Map<string, Stretch[]>();

  add(code: string, start: number, end: number): void {
    const stretches = this.#of.get(code);
    if (stretches) stretches.push({ start, end });
    else this.#of.set(code, [{ start, end }]);
  }

  /** Makes one of those that overlap; to be called once, before looking up. */
  join(): void {
    for (const [code, stretches] of this.#of) {
      const joined: Stretch[] = [];
      for (const one of stretches.sort((a, b) => a.start - b.start)) {
        const last = joined.at(-1);
        if (last && one.start <= last.end) last.end = Math.max(last.end, one.end);
        else joined.push(one);
      }
      this.#of.set(code, joined);
    }
  }

  holds(code: string, offset: number): boolean {
    const stretches = this.#of.get(code);
    if (!stretches) return false;
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stretches[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return (stretches[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  }
}
