/** `citation/unknown`: a key that no source of the library has. */

import { unreadPart } from '../../markdown/citations';
import type { Citation, Report } from '../../markdown/report';
import { nearestKeys } from '../../sources/library';
import { contains, sliceOf } from '../../text/span';
import { citationsOf } from '../notes/deskCitations';
import type { Evidence, Found, Rule } from '../rule';

const MOST_KEYS = 3;
/** A key is compared with every other only for so many; who has more unknown ones has another library. */
const MOST_COMPARED = 50;

export const citationUnknown: Rule = {
  code: 'citation/unknown',
  defaultSeverity: 'error',
  description: 'A citation key that no source has, or a part of a citation without one.',
  help: `The report cites a key that no source of the library has, or a part of a citation has no key at all, so that no note can
be made of it.

Reported: \`[@doe-2021]\` where the library has \`doe-2020\`. Write the right key, or add the source to the library.`,
  find({ report, works }) {
    const { library } = works;
    // A desk without a single source file keeps its library elsewhere: nothing can be said of its keys.
    if (library.problems.size === 0) return [];
    const compared = new Set<string>();
    const nearTo = (key: string): string[] => {
      if (compared.size < MOST_COMPARED) compared.add(key);
      return compared.has(key) ? nearestKeys(library, key, MOST_KEYS) : [];
    };
    const examples = works.citations === 'pandoc' ? examplesIn(report.text) : undefined;
    const isReference = (key: string) => examples && (FILTERED.test(key) || examples.has(key));
    const inLinks = works.citations === 'pandoc' ? undefined : new Set(linkTexts(report));
    const unknown = citationsOf(report, works)
      .filter(({ key }) => !library.sources.has(key) && !isReference(key))
      .filter((cite) => !inLinks?.has(cite))
      .map(({ start, end, key }) => {
        const near = nearTo(key);
        const advice =
          near.length > 0
            ? `Did you mean ${near.map((one) => `@${one}`).join(' or ')}?`
            : 'Add the source to the library.';
        return {
          span: { start, end },
          message: `No source has the key @${key}. ${advice}`,
          fixes: near.map((one) => ({
            title: `Cite @${one}`,
            edits: [{ span: { start, end }, newText: one }],
            preferred: false,
          })),
        };
      });
    return [...unknown, ...unread({ report, works })];
  },
};

/**
 * What stands in brackets that are the text of a link: `[@handle](https://…)`. Pandoc takes it for a citation all the
 * same.
 */
const linkTexts = ({ text, clusters }: Report): readonly Citation[] =>
  clusters
    .filter(({ kind, end }) => kind === 'group' && /^\([^()\s]/.test(text.slice(end, end + 2)))
    .flatMap(({ cites }) => cites);

/** Parts of a note’s citation without a key: as they stand, the comment is none, and the note would never be made. */
function* unread({ report, works }: Pick<Evidence, 'report' | 'works'>): Iterable<Found> {
  const read = new Set(report.clusters.map(({ start }) => start));
  for (const comment of report.layout.comments) {
    if (read.has(comment.start)) continue;
    const span = unreadPart(report.text, comment, (key) => works.library.sources.has(key));
    const note = span && report.layout.definitions.find((definition) => contains(definition, comment));
    if (!span || !note || report.generated.some(({ definition }) => definition === note)) continue;
    const written = sliceOf(report.text, span);
    yield {
      span: written === '' ? comment : span,
      message:
        written === ''
          ? 'A part of this citation is empty, so it makes no note. Remove the semicolon.'
          : `“${written}” has no key, or more than one, so this citation makes no note. Write one key (@key) in each part between semicolons; put further pages into braces: {p. 20; 25}.`,
      fixes: [],
    };
  }
}

/** What filters of Pandoc number: figures, tables, equations and the like. */
const FILTERED = /^(?:fig|tbl|tab|eq|lst|sec|thm|lem|cor|prp|cnj|def|exm|exr)[:-]/;

/** The labels of numbered examples: lines that begin with `(@label)`. */
const examplesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^[ \t>]*\(@([^)\s]+)\)/gm)].map(([, label]) => label!));
