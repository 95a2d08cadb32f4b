/** Romanises what stands at a selection: by a standard, and where asked with known names in the house form. */

import type { Analysis } from '../analysis/analyze';
import { type Mention, settled } from '../analysis/mention';
import { fixesWriting } from '../analysis/rewrite';
import type { Claim } from '../glossary/lexicon';
import type { ZoneKind } from '../markdown/zones';
import { guessLanguage } from '../names/romanise/guessLanguage';
import { romanise } from '../names/romanise/romanise';
import { LANGUAGE_NAMES, type Language, SYSTEM_NAMES, type System } from '../names/romanise/system';
import { applyEdits, type Edit } from '../text/edit';
import { contains, type Span, sliceOf } from '../text/span';
import type { Action } from './fixes';

export interface Romanisation {
  readonly language: Language;
  readonly system: System;
  /** Whether names of entities come out in the house form rather than letter by letter. */
  readonly house: boolean;
}

/** An action reckons its edit beforehand, at every move of the caret; for more than this there is the command. */
const LONGEST_FOR_ACTIONS = 10_000;
/** Around a caret, how far a run of words may reach. */
const FARTHEST = 500;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const RUN =
  /[\p{Script=Cyrillic}\p{M}]+(?:(?:['’ʼ]|[ \u00a0]|[-‐‑–])(?=\p{Script=Cyrillic})[\p{Script=Cyrillic}\p{M}]+)*/gu;
/** Addresses, code and signs are what they are in any script. */
const LEFT_ALONE: ReadonlySet<ZoneKind> = new Set<ZoneKind>([
  'url',
  'code',
  'html',
  'markup',
  'front-matter',
]);

/** What a selection asks to romanise: itself, or the Cyrillic words in a row around a caret; undefined if it has none. */
export function romanisableAt({ report: { text } }: Analysis, selection: Span): Span | undefined {
  if (selection.end > selection.start) return CYRILLIC.test(sliceOf(text, selection)) ? selection : undefined;
  const caret = selection.start;
  const before = text.slice(Math.max(0, caret - FARTHEST), caret);
  const start = caret - (before.length - 1 - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')));
  const around = (text.slice(start, caret + FARTHEST).match(/^[^\r\n]*/) ?? [''])[0];
  for (const { 0: run, index } of around.matchAll(RUN)) {
    const span = { start: start + index, end: start + index + run.length };
    if (span.start <= caret && caret <= span.end) return span;
  }
  return undefined;
}

/** The entities that a stretch names in Cyrillic, as the house writes them there; each once. */
export const knownNamesIn = (analysis: Analysis, at: Span): string[] => [
  ...new Set(namesIn(analysis, at).map(({ house }) => house)),
];

/**
 * The stretch, romanised, as one edit. Addresses and code in it stay, unless it is nothing else.
 * Throws a `RangeError` if there is no such system for the language.
 */
export function romaniseAt(analysis: Analysis, at: Span, how: Romanisation): Edit {
  const { zones } = analysis.report.layout;
  const own = zones.filter((zone) => zone.start < at.end && zone.end > at.start);
  const kept = own.length === 1 ? [] : own.filter(({ kind }) => LEFT_ALONE.has(kind));
  return romaniseExcept(analysis, at, how, kept);
}

/** The stretch of a text that is no Markdown, romanised, whatever it would mean there. Throws as `romaniseAt` does. */
export function romanisePlainAt(analysis: Analysis, at: Span, how: Romanisation): Edit {
  return romaniseExcept(analysis, at, how, []);
}

/** The whole of a text that is no Markdown. Throws as `romaniseAt` does. */
export function romaniseWhole(analysis: Analysis, how: Romanisation): string {
  const { text } = analysis.report;
  return romanisePlainAt(analysis, { start: 0, end: text.length }, how).newText;
}

/** The ways to romanise that an editor offers at a selection: into the likely languages, by the default standard. */
export function romaniseActionsAt(analysis: Analysis, selection: Span): Action[] {
  if (selection.end - selection.start > LONGEST_FOR_ACTIONS) return [];
  const at = romanisableAt(analysis, selection);
  if (!at) return [];
  const { language, confident, next } = guessLanguage(sliceOf(analysis.report.text, at));
  const system: System = 'bgn-pcgn';
  const names = namesIn(analysis, at);
  const isName = names.some(({ mention: { start, end } }) => start === at.start && end === at.end);
  const offered = new Map<string, Action>();
  for (const likely of confident ? [language] : [language, next]) {
    const title = `Romanise (${LANGUAGE_NAMES[likely]}, ${SYSTEM_NAMES[system]})`;
    for (const house of names.length > 0 ? [true, false] : [false]) {
      const edit = romaniseAt(analysis, at, { language: likely, system, house });
      // Two languages, or a name and its house form, may come out alike.
      if (offered.has(edit.newText)) continue;
      const inHouse = isName
        ? `Write “${edit.newText}”, the house form`
        : `${title} and write known names in the house form`;
      const action = { title: house ? inHouse : title, edits: [edit], preferred: false, findings: [] };
      offered.set(edit.newText, action);
    }
  }
  return [...offered.values()];
}

interface KnownName {
  readonly mention: Mention;
  readonly house: string;
}

function namesIn({ mentions }: Analysis, at: Span): KnownName[] {
  const names: KnownName[] = [];
  for (const mention of mentions) {
    const claim = settled(mention);
    if (claim && contains(at, mention) && CYRILLIC.test(mention.visible))
      names.push({ mention, house: houseOf(claim) });
  }
  return names;
}

/** A form in another script stands for the name; one that was read by romanising stands for its own house form. */
const houseOf = ({ entity, form }: Claim): string =>
  form.kind === 'script' ? (form.alias?.name ?? entity.name) : form.house;

function romaniseExcept(
  analysis: Analysis,
  at: Span,
  { language, system, house }: Romanisation,
  kept: readonly Span[],
): Edit {
  const { report } = analysis;
  const edits: Edit[] = [];
  const done = [...kept];
  for (const { mention, house: name } of house ? namesIn(analysis, at) : []) {
    const [fix] = fixesWriting(report, mention, name, false);
    // Where a shorter name would leave signs around nothing, the name is romanised like the rest.
    if (!fix) continue;
    edits.push(...fix.edits);
    done.push(mention);
  }
  done.sort((a, b) => a.start - b.start);
  let from = at.start;
  const put = (end: number) => {
    if (end <= from) return;
    const span = { start: from, end };
    edits.push({ span, newText: romanise(sliceOf(report.text, span), { language, system }).text });
  };
  for (const { start, end } of done) {
    put(start);
    from = Math.max(from, end);
  }
  put(at.end);
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - at.start, end: span.end - at.start },
    newText,
  }));
  return { span: at, newText: applyEdits(sliceOf(report.text, at), moved) };
}
