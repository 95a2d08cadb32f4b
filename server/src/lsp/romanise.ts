/** Answers VS Code's requests about romanising: the choices that there are, and the text by the choice that was made. */

import { knownNamesIn, type Romanisation, romanisableAt, romaniseAt } from '../features/romaniseAt';
import { guessLanguage } from '../names/romanise/guessLanguage';
import { systemsFor } from '../names/romanise/scripts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, SYSTEM_NAMES, SYSTEMS } from '../names/romanise/system';
import type { LineIndex } from '../text/lineIndex';
import { type Span, sliceOf, span } from '../text/span';
import type {
  PlainRange,
  RomanisableLanguage,
  Romanisations,
  RomanisationsParams,
  RomanisedRange,
  RomaniseParams,
} from './requests';
import type { Session } from './session';
import * as toProto from './toProto';

/** The choices; null where nothing at the ranges is in Cyrillic, or the document is no report. */
export async function romanisations(
  session: Session,
  { uri, ranges }: RomanisationsParams,
): Promise<Romanisations | null> {
  const open = await session.report(uri);
  if (!open) return null;
  const { analysis } = open;
  const { lines, text } = analysis.report;
  const places = apart(ranges.flatMap((range) => romanisableAt(analysis, spanOf(lines, range)) ?? []));
  if (places.length === 0) return null;
  const { language, next, why, confident } = guessLanguage(places.map((at) => sliceOf(text, at)).join('\n'));
  const order = [...new Set([language, ...(confident ? [] : [next]), ...LANGUAGES])];
  return {
    ranges: places.map((at) => toProto.range(lines, at)),
    languages: order.map((one) =>
      choiceOf(one, one === language ? `${confident ? '' : 'perhaps: '}guessed from ${why}` : undefined),
    ),
    names: [...new Set(places.flatMap((at) => knownNamesIn(analysis, at)))],
  };
}

/** Two carets may stand in one word. */
const apart = (places: readonly Span[]): Span[] => {
  let last = 0;
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isApart = start >= last;
      last = Math.max(last, end);
      return isApart;
    });
};

const choiceOf = (language: Language, guess: string | undefined): RomanisableLanguage => ({
  language,
  name: LANGUAGE_NAMES[language],
  ...(guess === undefined ? {} : { guess }),
  systems: systemsFor(language).map(({ system, title }) => ({
    system,
    name: SYSTEM_NAMES[system],
    standard: title,
  })),
});

/** The ranges, romanised; none where the language or the system is unknown, or the document is no report. */
export async function romaniseRanges(
  session: Session,
  { uri, ranges, language, system, house }: RomaniseParams,
): Promise<RomanisedRange[]> {
  const open = await session.report(uri);
  const how = readChoice(language, system, house);
  if (!open || !how) return [];
  const { lines } = open.analysis.report;
  return ranges.map((range) => toProto.textEdit(lines, romaniseAt(open.analysis, spanOf(lines, range), how)));
}

function readChoice(language: string, system: string, house: boolean): Romanisation | undefined {
  const known = {
    language: LANGUAGES.find((one) => one === language),
    system: SYSTEMS.find((one) => one === system),
  };
  if (!known.language || !known.system) return undefined;
  if (!systemsFor(known.language).some((standard) => standard.system === known.system)) return undefined;
  return { language: known.language, system: known.system, house };
}

const spanOf = (lines: LineIndex, { start, end }: PlainRange): Span =>
  span(lines.offsetAt(start), lines.offsetAt(end));
