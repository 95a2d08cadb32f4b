/** `nomenclator mentions`: prints every mention of an entity, for indexes and measurements. */

import { analyzeListed } from '../analysis/analyze';
import { Desks } from './desks';
import { type MentionJson, mentionJson, VERSION } from './json';
import { readReports } from './reports';
import { EXIT, type ExitCode, type Terminal } from './terminal';

export interface MentionsOptions {
  readonly paths: readonly string[];
  readonly desk?: string | undefined;
  readonly format: 'text' | 'json';
}

export async function mentions(terminal: Terminal, options: MentionsOptions): Promise<ExitCode> {
  const desks = new Desks(terminal, options.desk);
  const { reports, unread } = await readReports(terminal, desks, options.paths);
  const ends = unread > 0 ? EXIT.couldNotRun : EXIT.clean;
  const files = reports.map(({ path, text, desk }) => {
    const { report, mentions: found } = analyzeListed(text, desk.works);
    return { path, lines: report.lines, mentions: found.map((one) => mentionJson(report.lines, text, one)) };
  });
  if (options.format === 'json') {
    const json = {
      version: VERSION,
      files: files.map(({ path, mentions: found }) => ({ path, mentions: found })),
    };
    terminal.out(`${JSON.stringify(json)}\n`);
    return ends;
  }
  const rows = files.flatMap(({ path, mentions: found }) =>
    found.map(({ range, text, entity, entities, kind, zone }: MentionJson) => {
      const name = text.replace(/\s+/g, ' ');
      return `${path}:${range.start.line + 1}:${range.start.character + 1} ${name} → ${entity ?? entities?.join(' or ')} (${kind}, ${zone})`;
    }),
  );
  terminal.out(rows.map((row) => `${row}\n`).join(''));
  return ends;
}
