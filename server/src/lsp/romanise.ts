/** Answers VS Code's requests about romanising: the choices that there are, and the text by the choice that was made. */

import { type Analysis, analyze } from '../analysis/analyze';
import {
  knownNamesIn,
  type Romanisation,
  romanisableAt,
  romaniseAt,
  romanisePlainAt,
} from '../features/romaniseAt';
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

/** The choices; null where nothing at the ranges is in Cyrillic, or there is no such document. */
export async function romanisations(
  session: Session,
  params: RomanisationsParams,
): Promise<Romanisations | null> {
  const analysis = await analysisOf(session, params);
  if (!analysis) return null;
  const { ranges } = params;
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

/** The ranges, romanised; none where the language or the system is unknown, or there is no such document. */
export async function romaniseRanges(session: Session, params: RomaniseParams): Promise<RomanisedRange[]> {
  const { ranges, language, system, house } = params;
  const analysis = await analysisOf(session, params);
  const how = readChoice(language, system, house);
  if (!analysis || !how) return [];
  const { lines } = analysis.report;
  const romaniseOne = params.text === undefined ? romaniseAt : romanisePlainAt;
  return ranges.map((range) => toProto.textEdit(lines, romaniseOne(analysis, spanOf(lines, range), how)));
}

/** Of a report as it stands, or of a text that was handed in, with the glossary of the desk it belongs to. */
async function analysisOf(
  session: Session,
  { uri, text }: RomanisationsParams,
): Promise<Analysis | undefined> {
  if (text === undefined) return (await session.report(uri))?.analysis;
  return analyze(text, (await session.deskOf(uri)).works);
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
