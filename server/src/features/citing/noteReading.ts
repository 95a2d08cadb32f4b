/** Reads the notes that are written by hand: which sources of the library each cites, and whether that is all it says. */

import type { Analysis } from '../../analysis/analyze';
import { citedSources } from '../../analysis/notes/citedSources';
import { notesInOrder, type OrderedNote } from '../../analysis/notes/noteOrder';
import { takenApart } from '../../analysis/notes/takenNotes';
import type { Report } from '../../markdown/report';
import type { CitedSource, CitedSources } from '../../sources/formatting/format';
import type { Source } from '../../sources/source';
import { matchShortForm, matchSource, type SourceMatch } from '../../sources/written/matchNote';
import { ADDRESS } from '../../sources/written/plainNote';
import type { NotePart, Remark, TakenSource } from '../../sources/written/takeApart';
import { overlaps, type Span, sliceOf } from '../../text/span';
import { citationText } from './citationText';
import { isTurned, lostAhead, type Said, suffixOf } from './wordsLost';

/** A note that cites, but can't be adopted. */
export interface Refusal {
  readonly note: OrderedNote;
  /** A clause: “it cites …”. */
  readonly why: string;
  /** Sources that the library lacks, as the note has them; spans are those of the report. */
  readonly missing: readonly TakenSource[];
}

/** What a citation means, where that is not for the library to say: its source has just been made of it. */
export interface Settled {
  /** The citation as a reader sees it. */
  readonly text: string;
  readonly source: Source;
}

/** What is to be cited, and what it replaces; the text is still to be made. */
export interface Plan {
  readonly kind: 'plan';
  readonly note: OrderedNote;
  readonly cited: CitedSources;
  readonly by: string;
  /** What its author wrote of each source, to be compared with the note that is made. */
  readonly said: readonly Said[];
  /** For a generated note one; for Pandoc one for each run of sources. */
  readonly places: readonly { readonly span: Span; readonly cited: CitedSources }[];
}

export type Resolved =
  | Plan
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly cited?: CitedSources }
  /** It keeps its citation already, or cites nothing. */
  | { readonly kind: 'other'; readonly cited: CitedSources };

/** Words before a source that still stand in a comment. */
const LONGEST_PREFIX = 80;
const LONGEST_SUFFIX = 80;

/** Reads the notes of a report one after the other: what *Ibid.* means, the note before it tells. */
export class NoteReading {
  readonly notes: readonly OrderedNote[];
  readonly #report: Report;
  readonly works: Analysis['works'];
  readonly #resolved = new Map<number, Resolved>();
  /** All notes before it are resolved. */
  #next = 0;

  readonly #settled: Settled | undefined;

  constructor({ report, works }: Pick<Analysis, 'report' | 'works'>, settled?: Settled) {
    this.#settled = settled;
    this.#report = report;
    this.works = works;
    this.notes = notesInOrder(report);
  }

  resolve(index: number): Resolved {
    let found = this.#resolved.get(index);
    if (!found) {
      // A note that *Ibid.* leads back to must not lead here again.
      this.#resolved.set(index, NOTHING);
      found = this.#read(index);
      this.#resolved.set(index, found);
    }
    return found;
  }

  #read(index: number): Resolved {
    const note = this.notes[index]!;
    const { generated, definition } = note;
    if (generated) return { kind: 'other', cited: citedSources(generated.cluster, this.works.library) ?? [] };
    const { layout, text } = this.#report;
    if (layout.citationGroups.some((group) => overlaps(group, definition))) return NOTHING;
    const written = sliceOf(text, definition.text);
    const parts = takenApart(written);
    const sources = parts.filter((part) => part.kind !== 'remark');
    if (sources.length === 0) return NOTHING;
    const matches = sources.map((part) => ({ part, ...this.#match(part, index) }));
    const cited = matches.flatMap((match) => ('cited' in match ? [match.cited] : []));
    const refuse = (why: string, missing: readonly TakenSource[] = []): Resolved => ({
      kind: 'refusal',
      refusal: { note, why, missing: missing.map((part) => moved(part, definition.text.start)) },
      ...(cited.length === sources.length ? { cited } : {}),
    });
    const unknown = matches.filter((match) => 'why' in match);
    if (unknown.length > 0) {
      const missing = unknown.flatMap(({ part, isMissing }) =>
        isMissing && part.kind === 'source' ? [part] : [],
      );
      return refuse(unknown[0]!.why, missing);
    }
    const lost = this.#lostBy(note, parts);
    if (lost !== undefined) return refuse(lost);
    const said = matches.flatMap((match): Said[] => {
      if (!('cited' in match)) return [];
      const { part, cited: one } = match;
      const next = parts.find(({ start }) => start >= part.end)?.start;
      const links = written.slice(part.start, next).replaceAll('](', ' ').match(ADDRESS) ?? [];
      return [
        { part, cited: one, links: links.filter((link) => !part.text.includes(link.replace(/[).,]+$/, ''))) },
      ];
    });
    if (said.some(({ part }) => part.kind === 'source' && isTurned(part)))
      return refuse('words of its own stand before the page');
    const ahead = said.map(lostAhead).find((words) => words !== undefined);
    if (ahead !== undefined) return refuse(`it says more than its sources: “${ahead}”`);
    const by = [...new Set(matches.flatMap((match) => ('by' in match ? [match.by] : [])))].join(' and by ');
    const plan = { kind: 'plan' as const, note, by, said };
    if (this.works.citations === 'pandoc')
      return { ...plan, cited, places: groupsOf(parts, cited, written, definition.text.start) };
    const whole = withRemarks(parts, cited);
    if (typeof whole === 'string') return refuse(whole);
    if (citationText(whole.cited) === undefined)
      return refuse('the key of its source cannot be cited in Markdown');
    const behind = whole.behind;
    const end = behind ? definition.text.start + behind.start : definition.text.end;
    const kept = text.slice(0, end).trimEnd().length;
    return {
      ...plan,
      cited: whole.cited,
      places: [{ span: { start: definition.text.start, end: kept }, cited: whole.cited }],
    };
  }

  #match(
    part: Exclude<NotePart, Remark>,
    index: number,
  ):
    | { readonly cited: CitedSource; readonly by: string }
    | { readonly why: string; readonly isMissing: boolean } {
    if (part.kind === 'ibid') return this.#matchIbid(part.locator, part.prefix, index);
    const { text, source } = this.#settled ?? {};
    const match: SourceMatch =
      source && part.text === text
        ? { source, by: 'title' }
        : part.kind === 'short'
          ? matchShortForm(this.#citedBefore(index, part.of), part.item)
          : matchSource(this.works.library, part.item);
    if ('why' in match)
      return {
        why: `its source is not known: ${match.why}`,
        isMissing: part.kind === 'source' && match.several === undefined,
      };
    const lacking =
      part.kind === 'source' && match.source !== source ? lackOf(match.source, part) : undefined;
    if (lacking !== undefined) return { why: lacking, isMissing: false };
    const { locator, prefix } = part;
    const suffix = part.kind === 'source' ? suffixOf(part, match.source) : undefined;
    return {
      by: match.by,
      cited: {
        source: match.source,
        ...given('locator', locator),
        ...given('prefix', prefix),
        ...given('suffix', suffix),
      },
    };
  }

  #matchIbid(locator: string | undefined, prefix: string | undefined, index: number) {
    this.#resolveUpTo(index);
    const before = index > 0 ? this.resolve(index - 1).cited : undefined;
    if (before?.length !== 1)
      return { why: 'its Ibid. does not follow a note with one known source', isMissing: false };
    const [{ source, locator: same }] = before as [CitedSource];
    return {
      by: 'Ibid.',
      cited: { source, ...given('locator', locator ?? same), ...given('prefix', prefix) },
    };
  }

  /** One after the other, so that a long row of *Ibid.* does not lead deeper and deeper. */
  #resolveUpTo(index: number): void {
    while (this.#next < index) this.resolve(this.#next++);
  }

  /** The sources of all notes before this one, or of one of them. */
  #citedBefore(index: number, number?: number): Source[] {
    this.#resolveUpTo(index);
    const sources: Source[] = [];
    for (let k = 0; k < index; k++) {
      const { label } = this.notes[k]!.definition;
      if (number !== undefined && label !== String(number)) continue;
      for (const { source } of this.resolve(k).cited ?? []) sources.push(source);
    }
    return sources;
  }

  /** What of a note would be gone; undefined if nothing. */
  #lostBy({ definition }: OrderedNote, parts: readonly NotePart[]): string | undefined {
    const { layout, text } = this.#report;
    const written = sliceOf(text, definition.text);
    if (/\r?\n[ \t>]*\r?\n/.test(written)) return 'it has several paragraphs';
    if (/[\r\n][ \t]*>/.test(written)) return 'it runs over lines of a quotation';
    const kept = parts.at(-1)?.kind === 'remark' ? parts.at(-1)!.start : written.length;
    const replaced = { start: definition.text.start, end: definition.text.start + kept };
    if (layout.comments.some((comment) => overlaps(comment, replaced))) return 'there is a comment in it';
    if (layout.references.some((reference) => overlaps(reference, replaced)))
      return 'it refers to another note';
    for (const [k, part] of parts.entries()) {
      const next = parts[k + 1]?.start ?? written.length;
      const behind = written.slice(part.end, next);
      // Where a link ends the citation, its address goes with it; for Pandoc, the brackets would stay.
      const between = this.works.citations === 'pandoc' ? behind : behind.replace(/^\]\([^()\s]*\)/, '');
      if (/[^\s.;,:*_)\]”"’—–-]/.test(between.replace(/\b(?:and|see|also)\b/gi, '')))
        return 'it says more than its sources';
    }
    return undefined;
  }
}

const readings = new WeakMap<Report, NoteReading>();

/** The notes of an analysis, read once: an editor asks for them at every movement of the caret. */
export function notesRead(analysis: Pick<Analysis, 'report' | 'works'>): NoteReading {
  const { report, works } = analysis;
  let reading = readings.get(report);
  if (reading?.works !== works) {
    reading = new NoteReading(analysis);
    readings.set(report, reading);
  }
  return reading;
}

const NOTHING: Resolved = { kind: 'other', cited: [] };

/** A part of a note at its place in the report. */
const moved = <P extends Span>(part: P, by: number): P => ({
  ...part,
  start: part.start + by,
  end: part.end + by,
});

const given = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: string };

/** What stands in the way of making the note of its source: what would be gone with it. */
function lackOf({ key, item }: Source, { item: taken }: TakenSource): string | undefined {
  if (item.title === undefined)
    return taken.title === undefined ? undefined : `@${key} has no title, and the note has one`;
  if (taken.URL !== undefined && item.URL === undefined && item.DOI === undefined)
    return `@${key} has no address, and the note has one`;
  const isTranslated = item['translated-title'] !== undefined || /\[.+\]$/.test(item.title);
  if (taken['translated-title'] !== undefined && !isTranslated)
    return `@${key} has no translated title, and the note has one`;
  return undefined;
}

/**
 * The sources with the words before the first; what stands behind the last stays where it is. A text says what is in the
 * way.
 */
function withRemarks(
  parts: readonly NotePart[],
  cited: CitedSources,
): { readonly cited: CitedSources; readonly behind?: Remark } | string {
  const [first] = parts;
  const last = parts.at(-1)!;
  const behind = last.kind === 'remark' ? last : undefined;
  const inside = parts.slice(first?.kind === 'remark' ? 1 : 0, behind ? -1 : undefined);
  if (inside.some(({ kind }) => kind === 'remark')) return 'words of its own stand between its sources';
  const prefixed = cited.map((one, k): CitedSource => {
    // Behind a semicolon, “See also” does not begin a sentence.
    if (k > 0) return one.prefix === undefined ? one : { ...one, prefix: lowered(one.prefix) };
    if (first?.kind !== 'remark') return one;
    return {
      ...one,
      prefix: [`${first.text}.`.replace(/([.!?:”])\.$/, '$1'), one.prefix].filter(Boolean).join(' '),
    };
  });
  for (const { prefix = '', suffix = '' } of prefixed)
    if (
      prefix.length > LONGEST_PREFIX ||
      suffix.length > LONGEST_SUFFIX ||
      /[;@[\]{}]|--/.test(prefix + suffix)
    )
      return 'the words around its source are more than a few';
  return { cited: prefixed, ...(behind ? { behind } : {}) };
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** For Pandoc: what follows one another is one group; words before and between stay as they are. */
function groupsOf(
  parts: readonly NotePart[],
  cited: CitedSources,
  written: string,
  from: number,
): Plan['places'] {
  const groups: { span: Span; cited: CitedSource[] }[] = [];
  let nth = 0;
  let isOpen = false;
  for (const part of parts) {
    if (part.kind === 'remark') {
      isOpen = false;
      continue;
    }
    const one = cited[nth++]!;
    const last = groups.at(-1);
    if (isOpen && last && /^\s*;\s*$/.test(written.slice(last.span.end - from, part.start))) {
      last.cited.push(one);
      last.span = { start: last.span.start, end: from + part.end };
      continue;
    }
    const { prefix } = part;
    const isOutside = prefix !== undefined && written.startsWith(prefix, part.start);
    const start = isOutside
      ? part.start + prefix.length + spaces(written, part.start + prefix.length)
      : part.start;
    const { prefix: _, ...bare } = one;
    groups.push({ span: { start: from + start, end: from + part.end }, cited: [isOutside ? bare : one] });
    isOpen = true;
  }
  return groups;
}

const spaces = (text: string, at: number): number => /^\s*/.exec(text.slice(at))![0].length;
