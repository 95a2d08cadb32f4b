/** Generates glossaries whose forms collide, overlap and contain each other. */

import fc from 'fast-check';
import type { Lexicon } from '../../server/src/glossary/lexicon';

/** Few words, so that what is generated meets: particles, capitals, marks, apostrophes, other scripts, look-alikes, digits. */
export const WORDS = [
  'Sa',
  'sa',
  'Saloh',
  'Salōh',
  'SALOH',
  'al',
  'Al',
  'bin',
  'Abu',
  'KTJ',
  'IS',
  'Is',
  'IS2',
  'Hay’at',
  "Hay'at",
  'Hayat',
  'Groß',
  'St.',
  'U.',
  'Абу',
  'Салоҳ',
  'Sаloh',
  'أبو',
  '𐐀d',
];
const SEPARATORS = [' ', ' ', ' ', '-', '’', '. ', '/', ' '];

const form = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.array(fc.tuple(fc.constantFrom(...SEPARATORS), fc.constantFrom(...WORDS)), { maxLength: 2 }),
  )
  .map(([first, rest]) => first + rest.map(([separator, word]) => separator + word).join(''));
const forms = fc.array(form, { maxLength: 2 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const alias = fc.record({
  name: form,
  kind: some(fc.constantFrom('real name', 'nickname', 'other')),
  short: some(form),
  spellings: some(forms),
  scripts: some(forms),
  use: some(fc.constantFrom('any', 'introduce', 'avoid')),
});

const entry = fc.record({
  name: form,
  acronym: some(forms),
  short: some(forms),
  spellings: some(forms),
  scripts: some(forms),
  aliases: some(fc.array(alias, { maxLength: 2 })),
});
export type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const section = (ids: readonly string[]) =>
  fc
    .array(entry, { maxLength: ids.length })
    .map((entries) => Object.fromEntries(entries.map((one, k) => [ids[k]!, one])));

/** The text of a glossary file; JSON is YAML. */
export const glossaryText: fc.Arbitrary<string> = fc
  .record({ people: section(IDS.slice(0, 3)), groups: section(IDS.slice(3)) })
  .map((file) => JSON.stringify({ version: '1', ...file }, undefined, 1));

/** Every form of a glossary file's text. */
export const formsIn = (lexicon: Lexicon): string[] => Array.from(lexicon.claims(), ({ form }) => form.text);
