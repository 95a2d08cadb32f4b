/** `nomenclator bib`: prints the list of the sources that reports cite, by their desk's style or as CSL-JSON. */

import { citationsOf, listsAll } from '../analysis/notes/deskCitations';
import { readReport } from '../markdown/report';
import { nearestKeys } from '../sources/library';
import type { Source } from '../sources/source';
import { Desks } from './desks';
import { VERSION } from './json';
import { readReports } from './reports';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export const BIB_FORMATS = ['markdown', 'text', 'csl-json', 'json'] as const;

export interface BibOptions {
  readonly paths: readonly string[];
  readonly desk?: string | undefined;
  readonly format: (typeof BIB_FORMATS)[number];
}

/** Exit code 1 if a report cites a key that no source has; each of those is told on standard error. */
export async function bib(terminal: Terminal, options: BibOptions): Promise<ExitCode> {
  const desks = new Desks(terminal, options.desk);
  const { reports, unread } = await readReports(terminal, desks, options.paths);
  const desk = reports[0]?.desk ?? (await desks.of(terminal.cwd));
  if (reports.some((report) => report.desk !== desk))
    throw new CannotRun(
      'These reports belong to several desks, and a bibliography has one style. Name one of the desks with --desk.',
    );
  const { works } = desk;
  const sources = new Set<Source>();
  const unknown: { path: string; key: string }[] = [];
  for (const { path, text } of reports) {
    const report = readReport(text, undefined, (key) => works.library.sources.has(key));
    const keys = new Set(citationsOf(report, works).map(({ key }) => key));
    for (const key of keys) {
      const source = works.library.sources.get(key);
      if (source) sources.add(source);
      else unknown.push({ path, key });
    }
    if (listsAll(report, works)) for (const source of works.library.sources.values()) sources.add(source);
  }
  for (const { path, key } of unknown) {
    const near = nearestKeys(works.library, key, 3).map((one) => `@${one}`);
    const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Add the source to the library.';
    terminal.error(`${path}: No source has the key @${key}. ${advice}`);
  }
  const { entries, problem } = works.formatter.bibliography([...sources]);
  const { styleProblem = problem } = works;
  if (styleProblem !== undefined) terminal.error(styleProblem);
  const { plain } = works.formatter;
  switch (options.format) {
    case 'markdown':
      terminal.out(entries.map(({ text }) => `${text}\n`).join('\n'));
      break;
    case 'text':
      terminal.out(entries.map(({ text }) => `${plain(text)}\n`).join(''));
      break;
    case 'csl-json': {
      const items = entries.map(({ key }) => works.library.sources.get(key)?.item);
      terminal.out(`${JSON.stringify(items, null, 2)}\n`);
      break;
    }
    case 'json':
      terminal.out(`${JSON.stringify({ version: VERSION, entries, unknown })}\n`);
      break;
  }
  if (unread > 0) return EXIT.couldNotRun;
  return unknown.length > 0 ? EXIT.found : EXIT.clean;
}
