/** `nomenclator abbreviations`: prints the acronyms that reports use, each with its full form as the house writes it. */

import {
  type Abbreviation,
  abbreviationsIn,
  abbreviationText,
  inAlphabet,
} from '../analysis/abbreviationList';
import { analyzeListed } from '../analysis/analyze';
import { Desks } from './desks';
import { VERSION } from './json';
import { readReports } from './reports';
import { EXIT, type ExitCode, type Terminal } from './terminal';

export const ABBREVIATION_FORMATS = ['markdown', 'text', 'json'] as const;

export interface AbbreviationsOptions {
  readonly paths: readonly string[];
  readonly desk?: string | undefined;
  readonly format: (typeof ABBREVIATION_FORMATS)[number];
}

/** Of several reports, one list: what two of them use stands there once, unless it means different things in them. */
export async function abbreviations(terminal: Terminal, options: AbbreviationsOptions): Promise<ExitCode> {
  const desks = new Desks(terminal, options.desk);
  const { reports, unread } = await readReports(terminal, desks, options.paths);
  const found = new Map<string, Abbreviation>();
  for (const { text, desk } of reports) {
    for (const one of abbreviationsIn(analyzeListed(text, desk.works))) {
      const key = JSON.stringify([one.acronym, one.name, one.entity]);
      found.set(key, { ...one, count: one.count + (found.get(key)?.count ?? 0) });
    }
  }
  const list = inAlphabet([...found.values()]);
  switch (options.format) {
    case 'markdown':
      terminal.out(list.length === 0 ? '' : `${abbreviationText(list)}\n`);
      break;
    case 'text':
      terminal.out(list.map(({ acronym, name }) => `${acronym}\t${name}\n`).join(''));
      break;
    case 'json':
      terminal.out(`${JSON.stringify({ version: VERSION, abbreviations: list })}\n`);
      break;
  }
  return unread > 0 ? EXIT.couldNotRun : EXIT.clean;
}
