/** What we say that Pandoc prints of a report, in the shape in which Pandoc's own page is read. */

import { readFileSync } from 'node:fs';
import { citationsOf } from '../../server/src/analysis/notes/deskCitations';
import { printedPage } from '../../server/src/analysis/notes/printedCitations';
import { readReport } from '../../server/src/markdown/report';
import { makeFormatter } from '../../server/src/sources/formatting/format';
import { styleOrDefault } from '../../server/src/sources/formatting/styles';
import { worksOf } from '../support/works';
import { KNOWN_DIFFERENCES } from './knownDifferences';
import { LIBRARY, type PandocPage } from './pandoc';

/** @param style the name of a bundled style. */
export function ourPage(report: string, style: string, language: string): PandocPage {
  const formatter = makeFormatter({ style: styleOrDefault(style), language, forPandoc: true });
  const works = { ...worksOf('', readFileSync(LIBRARY, 'utf8')), formatter, citations: 'pandoc' as const };
  const read = readReport(report);
  const { notes, citations } = printedPage(read, works);
  const keys = new Set(citationsOf(read, works).map(({ key }) => key));
  const sources = [...keys].flatMap((key) => works.library.sources.get(key) ?? []);
  return {
    notes: notes.map(({ text }) => unlinked(text)),
    inText: citations.filter(({ isInNote }) => !isInNote).map(({ inText }) => unlinked(inText)),
    bibliography: formatter.bibliography(sources).entries.map(({ text }) => unlinked(text)),
  };
}

/** Without the signs that make a link of an address where text follows it. */
const unlinked = (markdown: string): string => markdown.replace(/(?<!\\)<(\w+:[^<>\s]+)>/g, '$1');

export interface Comparison {
  readonly compared: number;
  readonly same: number;
  /** Those that no known difference explains, each with its place. */
  readonly unexplained: readonly string[];
  /** Why others differ. */
  readonly reasons: ReadonlySet<string>;
}

export function compare(ours: PandocPage, theirs: PandocPage): Comparison {
  const unexplained: string[] = [];
  const reasons = new Set<string>();
  let compared = 0;
  let same = 0;
  for (const part of ['notes', 'inText', 'bibliography'] as const) {
    const [our, their] = [ours[part], theirs[part]].map((texts) =>
      inComparableOrder(part, texts.map(normal)),
    );
    const count = Math.max(our!.length, their!.length);
    compared += count;
    for (let at = 0; at < count; at++) {
      const [one = '(nothing)', other = '(nothing)'] = [our![at], their![at]];
      const why = one === other ? [] : reasonsFor(one, other);
      if (one === other) same++;
      else if (why) for (const reason of why) reasons.add(reason);
      else unexplained.push(`\n${part} ${at + 1}\n  ours:   ${one}\n  theirs: ${other}`);
    }
  }
  return { compared, same, unexplained, reasons };
}

/** The known differences that together make the two texts the same; nothing where all of them do not. */
function reasonsFor(ours: string, theirs: string): string[] | undefined {
  const why: string[] = [];
  let [one, other] = [ours, theirs];
  for (const { why: reason, fold } of KNOWN_DIFFERENCES) {
    if (one === other) break;
    const [folded, otherFolded] = [fold(one), fold(other)];
    if (folded !== one || otherFolded !== other) why.push(reason);
    [one, other] = [folded, otherFolded];
  }
  return one === other ? why : undefined;
}

/** Pandoc files “van den Berg” under V where a style files it under B; all others stand in the order of the style. */
const inComparableOrder = (part: keyof PandocPage, texts: readonly string[]): readonly string[] =>
  part === 'bibliography'
    ? [...texts.filter((text) => !text.includes('Berg')), ...texts.filter((text) => text.includes('Berg'))]
    : texts;

/** Without escapes and the signs of list items, and with one kind of space. */
const normal = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\u00a0\u202f]+(?:- )?/g, ' ')
    .replace(/^- /, '')
    .trim();
