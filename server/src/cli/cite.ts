/** `nomenclator cite`: searches the sources, or takes them by key, and prints their notes. */

import { nearestKeys } from '../sources/library';
import type { Source } from '../sources/source';
import { VERSION } from './json';
import { Desks } from './reports';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface CiteOptions {
  readonly query: readonly string[];
  readonly desk?: string | undefined;
  readonly format: 'text' | 'json';
}

interface Cited {
  readonly source: Source;
  readonly score?: number;
}

const MOST_RESULTS = 20;

export async function cite(terminal: Terminal, options: CiteOptions): Promise<ExitCode> {
  if (options.query.length === 0)
    throw new CannotRun('Give words of the source, or its key: nomenclator cite @key.');
  const desk = await new Desks(terminal, options.desk).of(terminal.cwd);
  const byKey = options.query.every((word) => word.startsWith('@'));
  const cited: readonly Cited[] = byKey
    ? options.query.map((key) => ({ source: sourceOf(key.slice(1)) }))
    : desk.search.search(options.query.join(' '), MOST_RESULTS);
  const results = cited.map(({ source, score }) => ({
    key: source.key,
    note: desk.works.formatter.note({ source }),
    ...(score === undefined ? {} : { score }),
  }));
  if (options.format === 'json') terminal.out(`${JSON.stringify({ version: VERSION, results })}\n`);
  else if (results.length === 0) terminal.out('No source has these words. Try fewer, or others.\n');
  else terminal.out(results.map(({ key, note }) => `@${key}\n  ${note}\n`).join(''));
  return EXIT.clean;

  function sourceOf(key: string): Source {
    const { library } = desk.works;
    const source = library.sources.get(key);
    if (source) return source;
    const near = nearestKeys(library, key, 3);
    const advice =
      near.length > 0
        ? `Did you mean ${near.map((one) => `@${one}`).join(' or ')}?`
        : 'Look for it by author or title.';
    throw new CannotRun(`No source has the key @${key}. ${advice}`);
  }
}
