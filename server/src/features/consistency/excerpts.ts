/** Adds to a Name Consistency Report what stands around names whose places a reader has to judge. */

import { LineIndex } from '../../text/lineIndex';
import type {
  ConsistencyReport,
  Excerpt,
  Place,
  SurveyedEntity,
  WrittenForm,
  WrittenName,
} from './consistencyReport';

/** So much of the text is shown on either side, in UTF-16 units, and a little less where a word would be cut. */
const AROUND = 60;
/** So much of it is looked at: signs that the reader does not see are left out. */
const LOOKED_AT = 240;

/** A name whose first place is to be shown. */
interface Asked {
  readonly report: number;
  readonly place: Place;
  readonly text: string;
}

/**
 * The report with excerpts of the first mention of each entity, of what the house writes otherwise, and of what is in no
 * glossary. Each report is read once at most.
 *
 * @param textOf the text of the report of a number; undefined where it cannot be read any longer.
 */
export async function addExcerpts(
  found: ConsistencyReport,
  textOf: (report: number) => Promise<string | undefined>,
): Promise<ConsistencyReport> {
  const byReport = new Map<number, Asked[]>();
  const ask = (asked: Asked | undefined) => {
    if (!asked) return;
    const others = byReport.get(asked.report);
    if (others) others.push(asked);
    else byReport.set(asked.report, [asked]);
  };
  for (const { first, forms } of found.entities) {
    if (first) ask({ ...first, text: first.excerpt[1] });
    for (const form of forms) if (isToBeJudged(form)) ask(firstOf(form));
  }
  for (const name of [...found.ambiguous, ...found.candidates]) ask(firstOf(name));
  const excerpts = new Map<string, Excerpt>();
  for (const [report, asked] of byReport) {
    const text = await textOf(report);
    if (text === undefined) continue;
    const lines = new LineIndex(text);
    for (const one of asked) {
      const [line, character] = one.place;
      const excerpt = excerptAt(text, lines.offsetAt({ line, character }), one.text);
      if (excerpt) excerpts.set(keyOf(one), excerpt);
    }
  }
  const ofName = <T extends WrittenName>(name: T): T => {
    const first = firstOf(name);
    const excerpt = first && excerpts.get(keyOf(first));
    return excerpt ? { ...name, excerpt } : name;
  };
  const ofEntity = (entity: SurveyedEntity): SurveyedEntity => {
    const { first } = entity;
    const excerpt = first && excerpts.get(keyOf({ ...first, text: first.excerpt[1] }));
    return {
      ...entity,
      ...(excerpt ? { first: { ...first, excerpt } } : {}),
      forms: entity.forms.map((form) => (isToBeJudged(form) ? ofName(form) : form)),
    };
  };
  return {
    ...found,
    entities: found.entities.map(ofEntity),
    ambiguous: found.ambiguous.map(ofName),
    candidates: found.candidates.map(ofName),
  };
}

const isToBeJudged = ({ off, kind }: WrittenForm): boolean => off > 0 || kind === 'variant';

/** The first place that is off, else the first. */
function firstOf({ text, off, in: reports }: WrittenName): Asked | undefined {
  for (const { report, places } of reports) {
    const place = off > 0 ? places.find(([, , isOff]) => isOff === 1) : places[0];
    if (place) return { report, place, text };
  }
  return undefined;
}

const keyOf = ({ report, place: [line, character] }: Asked): string => `${report} ${line} ${character}`;

/** What stands around a name that begins at an offset; undefined where no name stands there. */
export function excerptAt(text: string, start: number, name: string): Excerpt | undefined {
  const length = lengthOf(text, start, name);
  if (length === undefined) return otherAt(text, start);
  const before = plain(`\n${sameParagraphBefore(text.slice(Math.max(0, start - LOOKED_AT), start))}`);
  const behind = plain(sameParagraphBehind(text.slice(start + length, start + length + LOOKED_AT)));
  return [cutBefore(before), name, cutBehind(behind)];
}

const NAME = /^\p{Lu}[\p{L}\p{N}’'ʼ-]*(?:\s(?:(?:of|the|al|ul|wal|bin|ibn)[\s-])*\p{Lu}[\p{L}\p{N}’'ʼ-]*)*/u;

/** What is told of a name may first stand there in other letters, or as an acronym: that is shown then. */
function otherAt(text: string, start: number): Excerpt | undefined {
  const found = NAME.exec(text.slice(start, start + LOOKED_AT))?.[0];
  return found === undefined ? undefined : excerptAt(text, start, found);
}

/** How much of the text the name takes, with the signs in it; undefined where another text stands there. */
function lengthOf(text: string, start: number, name: string): number | undefined {
  let at = start;
  for (const letter of name) {
    if (/\s/u.test(letter)) continue;
    while (at < start + name.length + LOOKED_AT && /[\s*_>~[\]\\]/u.test(text.charAt(at))) at++;
    if (!text.startsWith(letter, at)) return undefined;
    at += letter.length;
  }
  return at - start;
}

const PARAGRAPH_END = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/u;
const sameParagraphBefore = (text: string): string => text.split(PARAGRAPH_END).at(-1)!;
const sameParagraphBehind = (text: string): string => text.split(PARAGRAPH_END)[0]!;

/** Without the signs that a reader does not see, of lines where a line ends before; Markdown is not parsed for an excerpt. */
const plain = (text: string): string =>
  text
    .replace(/\[\^[^\]]*\]:?/gu, '')
    .replace(/\]\([^)\s]*\)?/gu, '')
    .replace(/(?<=[\r\n])[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gu, '')
    .replace(/[*`[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ');

function cutBefore(text: string): string {
  if (text.length <= AROUND) return text.trimStart();
  return `…${text.slice(-AROUND).replace(/^\S*\s/u, '')}`;
}

function cutBehind(text: string): string {
  if (text.length <= AROUND) return text.trimEnd();
  return `${text.slice(0, AROUND).replace(/\s\S*$/u, '')}…`;
}
