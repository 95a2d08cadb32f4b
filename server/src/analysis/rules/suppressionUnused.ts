/** `suppression/unused`: a comment, or a line of the front matter, that turns a rule off where it finds nothing. */

import type { Edit } from '../../text/edit';
import { nearest } from '../../text/nearest';
import { contains, type Span } from '../../text/span';
import type { Fix } from '../finding';
import type { Evidence, Found, Rule } from '../rule';
import { EVERY_RULE, type Suppression, UNUSED } from '../suppressing/suppression';

export const suppressionUnused: Rule = {
  code: UNUSED,
  defaultSeverity: 'hint',
  description: 'A comment or a line of the front matter that turns a rule off where it would find nothing.',
  help: `A comment, or a line of the front matter, turns a rule off where that would find nothing: what it was written for has
gone, or its code is misspelt.

Reported: \`<!-- nomenclator-disable-next-line name/speling -->\`. Write the code as it is, or remove the comment.`,
  comesLast: true,
  *find(evidence) {
    for (const { span, message } of evidence.suppressions.misread) yield { span, message, fixes: [] };
    const { all, severities } = evidence.suppressions;
    for (const [code, { word }] of severities)
      if (!evidence.asked.has(code)) yield ofCode(evidence, { code, word });
    const idle = all.filter((one) => isIdle(evidence, one));
    for (const suppression of idle) {
      const ofComment = (one: Suppression) => one.by.start === suppression.by.start;
      const isWhole = all.filter(ofComment).every((one) => idle.includes(one));
      yield isWhole ? ofWhole(evidence, suppression) : ofCode(evidence, suppression);
    }
  },
};

/** Whether all that it might turn off has been asked, and nothing was there. */
function isIdle({ asked, silenced }: Evidence, { code, stretch }: Suppression): boolean {
  const codes = code === EVERY_RULE ? [...asked.keys()] : [code];
  if (codes.some((one) => asked.get(one) === false)) return false;
  return !silenced.some(
    (one) =>
      (code === EVERY_RULE || one.code === code) && contains(stretch, { start: one.offset, end: one.offset }),
  );
}

function ofCode(evidence: Evidence, { code, word }: Pick<Suppression, 'code' | 'word'>): Found {
  return { span: word, message: messageFor(evidence, code), fixes: renaming(evidence, code, word) };
}

function ofWhole(evidence: Evidence, { code, word, by, endedBy }: Suppression): Found {
  const span = code === EVERY_RULE ? by : word;
  const { text } = evidence.report;
  const isComment = text.startsWith('<!--', by.start);
  const fixes = renaming(evidence, code, word);
  if (isComment && fixes.length === 0) {
    const edits = [by, ...(endedBy ? [endedBy] : [])].map((comment) => removal(text, comment));
    fixes.push({ title: endedBy ? 'Remove both comments' : 'Remove this comment', edits, preferred: false });
  }
  return { span, message: messageFor(evidence, code), fixes };
}

function messageFor({ asked }: Evidence, code: string): string {
  if (code === EVERY_RULE) return 'No rule finds anything where this turns all of them off. Remove it.';
  if (asked.has(code)) return `${code} finds nothing where this turns it off. Remove it.`;
  const [near] = nearest(code, asked.keys(), 1);
  return `There is no rule ${code}, so that this does nothing. ${near ? `Write ${near}.` : 'The command “nomenclator rules” lists them.'}`;
}

/** The fix of a code that is misspelt. */
function renaming({ asked, report }: Evidence, code: string, word: Span): Fix[] {
  if (code === EVERY_RULE || asked.has(code)) return [];
  const [near] = nearest(code, asked.keys(), 1);
  if (near === undefined || report.text.slice(word.start, word.end) !== code) return [];
  return [{ title: `Write ${near}`, edits: [{ span: word, newText: near }], preferred: false }];
}

/** Takes a comment out, with its line if nothing else stands there. */
function removal(text: string, { start, end }: Span): Edit {
  const before = /(?:^|[\r\n])[ \t]*$/.exec(text.slice(0, start));
  const behind = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end));
  if (!before || !behind) return { span: { start, end }, newText: '' };
  const lineStart = start - before[0].replace(/^[\r\n]/, '').length;
  return { span: { start: lineStart, end: end + behind[0].length }, newText: '' };
}
