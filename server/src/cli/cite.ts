/** `nomenclator cite`: searches the sources, or takes them by key, and prints the notes that completion would insert. */

import { asCited, askedSource } from '../features/citing/citationCompletion';
import { type AskedSource, readAsked, readQuery } from '../features/citing/citationQuery';
import { citationText, groupText } from '../features/citing/citationText';
import { asSentence, generatedText } from '../features/citing/noteInsertion';
import type { CitedSource, CitedSources } from '../sources/formatting/format';
import { type Library, nearestKeys } from '../sources/library';
import { Desks } from './desks';
import { VERSION } from './json';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface CiteOptions {
  readonly query: readonly string[];
  readonly desk?: string | undefined;
  readonly format: 'text' | 'json';
}

/** A note to be printed. */
interface Cited {
  /** The source that was found, or the first of those given by their keys. */
  readonly key: string;
  readonly cited: CitedSources;
  readonly score?: number;
}

const MOST_RESULTS = 20;

/** Prints the notes that are found, best first; throws `CannotRun` for a key that no source has. */
export async function cite(terminal: Terminal, options: CiteOptions): Promise<ExitCode> {
  if (options.query.length === 0)
    throw new CannotRun('Give words of the source, or its key: nomenclator cite @key.');
  const desk = await new Desks(terminal, options.desk).of(terminal.cwd);
  const { library, formatter, citations } = desk.works;
  const results = citedBy(options.query).map(({ key, cited: sources, score }) => {
    const cited = asSentence(sources);
    const citation = citationText(cited);
    const note = formatter.note(...cited);
    const insert = citations === 'pandoc' ? groupText(cited) : citation && generatedText(note, cited);
    return {
      key,
      note,
      // What a writer puts into the report: a note with its citation, or keys for Pandoc.
      ...(insert === undefined ? {} : { insert }),
      ...(score === undefined ? {} : { score }),
      // A key alone says no more than “key” does.
      ...(citation === undefined || citation === citationText([{ source: cited[0]!.source }])
        ? {}
        : { citation }),
    };
  });
  if (options.format === 'json') terminal.out(`${JSON.stringify({ version: VERSION, results })}\n`);
  else if (results.length === 0) terminal.out('No source has these words. Try fewer, or others.\n');
  else terminal.out(results.map(asText).join(''));
  return EXIT.clean;

  function asText({ key, note, insert, citation = `@${key}` }: (typeof results)[number]): string {
    return citations === 'pandoc'
      ? `${insert ?? citation}\n  ${note}\n`
      : `${citation}\n  ${insert ?? note}\n`;
  }

  function citedBy(query: readonly string[]): readonly Cited[] {
    // Each argument is a note of its own; but the words of one may come one by one: @key, p. 20
    if (query.every((one) => one.startsWith('@'))) return query.map((one) => byKeys(readAsked(one), library));
    const asked = readQuery(query.join(' '));
    if (asked.every(({ isKey }) => isKey)) return [byKeys(asked, library)];
    const last = asked.at(-1)!;
    const before = asked.slice(0, -1).flatMap((one) => askedSource(one, library, desk) ?? []);
    return desk.search.search(last.words, MOST_RESULTS).map(({ source, score }) => {
      return { key: source.key, cited: [...before, asCited(source, last)], score };
    });
  }
}

function byKeys(asked: readonly AskedSource[], library: Library): Cited {
  const cited = asked.map((one): CitedSource => {
    const source = library.sources.get(one.words);
    if (source) return asCited(source, one);
    const near = nearestKeys(library, one.words, 3);
    const advice =
      near.length > 0
        ? `Did you mean ${near.map((key) => `@${key}`).join(' or ')}?`
        : 'Look for it by author or title.';
    throw new CannotRun(`No source has the key @${one.words}. ${advice}`);
  });
  return { key: cited[0]!.source.key, cited };
}
