/** Holds that citations formatted one by one equal what the citation processor makes of the whole document. */

import assert from 'node:assert/strict';
import { Engine } from 'citeproc';
import fc from 'fast-check';
import {
  type CitationToFormat,
  type CitedSource,
  type Formatter,
  makeFormatter,
} from '../../server/src/sources/formatting/format';
import { parseLocator } from '../../server/src/sources/formatting/locator';
import { noteToMarkdown } from '../../server/src/sources/formatting/noteText';
import { preparedItem } from '../../server/src/sources/formatting/preparedItem';
import { localeNamed, styleNames, styleOrDefault } from '../../server/src/sources/formatting/styles';
import type { CslItem, Source } from '../../server/src/sources/source';
import { runs, TIMEOUT } from './runs';

const LANGUAGE = 'en-US';

const sourceOf = (item: Omit<CslItem, 'id'> & { id: string; type: string }): Source => ({
  key: item.id,
  item: item as CslItem,
  path: 'sources.json',
  locate: () => ({ start: 0, end: 0 }),
});

/** Sources that are hard to tell apart: two Does, two works of one year, one title twice, no author, many authors. */
const DOE = { family: 'Doe', given: 'Jane' };
const SOURCES = [
  { id: 'a', type: 'book', title: 'First Book', author: [DOE], issued: { 'date-parts': [[2020]] } },
  { id: 'b', type: 'book', title: 'Second Book', author: [DOE], issued: { 'date-parts': [[2020]] } },
  {
    id: 'c',
    type: 'book',
    title: 'Third Book',
    author: [{ family: 'Doe', given: 'John' }],
    issued: { 'date-parts': [[2020]] },
  },
  {
    id: 'd',
    type: 'report',
    title: 'Annual Report',
    author: [{ literal: 'Ministry of Roads' }],
    issued: { 'date-parts': [[2019]] },
  },
  {
    id: 'e',
    type: 'report',
    title: 'Annual Report',
    author: [{ literal: 'Ministry of Roads' }],
    issued: { 'date-parts': [[2021, 5]] },
  },
  {
    id: 'f',
    type: 'webpage',
    title: 'No One Wrote This',
    'container-title': 'Example',
    URL: 'https://example.org/f',
  },
  {
    id: 'g',
    type: 'article-journal',
    title: 'By Many',
    author: [
      DOE,
      { family: 'Roe', given: 'Richard' },
      { family: 'Poe', given: 'Ann' },
      { family: 'Loe', given: 'Lou' },
    ],
    'container-title': 'Journal of Examples',
    volume: '3',
    page: '1-20',
    issued: { 'date-parts': [[2018, 3]] },
  },
  {
    id: 'h',
    type: 'article-newspaper',
    title: 'By Others',
    author: [
      DOE,
      { family: 'Roe', given: 'Richard' },
      { family: 'Zoe', given: 'Zora' },
      { family: 'Loe', given: 'Lou' },
    ],
    'container-title': 'The Example',
    issued: { 'date-parts': [[2018, 3, 4]] },
  },
].map(sourceOf);

const locators = fc.constantFrom(undefined, undefined, '5', '5', '7–9', 'ch. 2');
const citedSource: fc.Arbitrary<CitedSource> = fc.record({
  source: fc.constantFrom(...SOURCES),
  locator: locators,
  prefix: fc.constantFrom(undefined, undefined, undefined, 'See also'),
});
const cited = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(citedSource) },
  { weight: 1, arbitrary: fc.array(citedSource, { minLength: 2, maxLength: 3 }) },
);
/**
 * Where short forms name the note of the first citation (OSCOLA), the processor counts that note among what tells sources
 * apart, when it comes to it: whether it prints a title depends on the way it went. We leave the number out of account.
 */
const NAMES_NOTES = /variable="first-reference-note-number"/;
const isUnlikeOthers = ({ source }: CitedSource) => 'adf'.includes(source.key);

/** How far the note is from the one before: 0 for one that they share, more than 1 where hand-written ones lie between. */
const steps = fc.constantFrom(0, 1, 1, 1, 1, 2, 7);
const notes = fc.array(fc.tuple(cited, steps), { maxLength: 14 }).map((parts) => {
  let note = 1;
  return parts.map(([cited, step], index): CitationToFormat => {
    // Behind several sources in the same note the processor compares the page with that of the first of them.
    const follows = step === 0 && (parts[index - 1]?.[0].length ?? 0) > 1;
    note += follows ? 1 : step;
    return { cited, note };
  });
});

describe('Citations one by one', function () {
  this.timeout(TIMEOUT);

  for (const name of styleNames()) {
    const style = styleOrDefault(name);
    const isDistinct = NAMES_NOTES.test(style.xml());
    const inPlace = notes.map((all) =>
      all.flatMap(({ cited, note }): CitationToFormat[] => {
        const kept = isDistinct ? cited.filter(isUnlikeOthers) : cited;
        return kept.length > 0 ? [{ cited: kept, note: style.isNoteStyle ? note : 0 }] : [];
      }),
    );

    it(`are the same as all together in ${name}`, () => {
      fc.assert(
        fc.property(inPlace, (sequence) => {
          const formatter = makeFormatter({ style, language: LANGUAGE });
          assert.deepEqual(texts(formatter, sequence), allTogether(style.xml(), sequence));
        }),
        runs(12),
      );
    });

    it(`are the same while sources come and go in ${name}`, () => {
      fc.assert(
        fc.property(
          inPlace,
          fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 }),
          (sequence, cuts) => {
            const formatter = makeFormatter({ style, language: LANGUAGE });
            for (const [from, to] of cuts)
              texts(formatter, [...sequence.slice(0, from), ...sequence.slice(to)]);
            assert.deepEqual(texts(formatter, sequence), allTogether(style.xml(), sequence));
          },
        ),
        runs(8),
      );
    });

    it(`are the same whatever was formatted before in ${name}`, () => {
      const formatter = makeFormatter({ style, language: LANGUAGE });
      fc.assert(
        fc.property(inPlace, (sequence) => {
          assert.deepEqual(texts(formatter, sequence), allTogether(style.xml(), sequence));
        }),
        runs(12),
      );
    });
  }
});

const texts = (formatter: Formatter, sequence: readonly CitationToFormat[]) =>
  formatter.format(sequence).map(({ text }) => text);

/** The document in the hands of the processor alone. */
function allTogether(styleXml: string, sequence: readonly CitationToFormat[]): string[] {
  const items = new Map(SOURCES.map(({ key, item }) => [key, preparedItem(item, key, false)]));
  const system = {
    retrieveLocale: () => localeNamed(LANGUAGE),
    retrieveItem: (id: string) => items.get(id) ?? {},
  };
  const engine = new Engine(system, styleXml, LANGUAGE, true);
  const citations = sequence.map(({ cited, note }, index) => ({
    citationID: `c${index}`,
    citationItems: cited.map(({ source, locator, prefix }) => {
      const at = locator === undefined ? undefined : parseLocator(locator);
      return {
        id: source.key,
        ...(at && { locator: at.value, label: at.label }),
        ...(prefix && { prefix: `${prefix} ` }),
      };
    }),
    properties: { noteIndex: note },
  }));
  const made = engine.rebuildProcessorState(citations, 'nomenclator', []);
  return made.map(([, , text]) => noteToMarkdown(text.replaceAll('\u202f', ' ').trim()));
}
