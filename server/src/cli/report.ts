/** `nomenclator report`: prints how each name is written where in all reports of a desk: the Name Consistency Report. */

import type { Desk } from '../desk/desk';
import { nameOf, parentOf, relativeTo } from '../desk/path';
import { consistencyPage } from '../features/consistency/consistencyPage';
import type { ConsistencyReport } from '../features/consistency/consistencyReport';
import { DeskSurvey } from '../features/consistency/deskSurvey';
import { addExcerpts } from '../features/consistency/excerpts';
import { finish } from '../text/steps';
import { Desks } from './desks';
import { reportAsCsv } from './reportCsv';
import { reportPaths } from './reports';
import { reportAsText } from './reportText';
import { surveyAll, surveyFile } from './surveyQueue';
import { CannotRun, EXIT, type ExitCode, type Terminal, told } from './terminal';

export const REPORT_FORMATS = ['text', 'json', 'csv', 'html'] as const;

export interface ReportOptions {
  readonly paths: readonly string[];
  readonly desk?: string | undefined;
  readonly format: (typeof REPORT_FORMATS)[number];
}

/** What there is to see is no failure: the exit code is 0 whatever was found. */
export async function report(terminal: Terminal, options: ReportOptions): Promise<ExitCode> {
  const desks = new Desks(terminal, options.desk, { guesses: true });
  const paths = [...(await reportPaths(terminal, desks, options.paths))].sort();
  const desk = await onlyDeskOf(paths, desks, terminal);
  const found = await surveyOf(terminal, paths, desk);
  terminal.out(
    options.format === 'html' ? await asPage(found, desk, terminal) : asFormat(found, options.format),
  );
  return EXIT.clean;
}

async function onlyDeskOf(paths: readonly string[], desks: Desks, { cwd }: Terminal): Promise<Desk> {
  const [first, ...others] = new Set(paths.map(parentOf));
  const desk = await desks.of(first ?? cwd);
  for (const folder of others) {
    if ((await desks.of(folder)) !== desk)
      throw new CannotRun(
        'These reports belong to several desks, and each has its own glossary. Name one of the desks with --desk.',
      );
  }
  return desk;
}

/** With so many reports, other threads are worth what it takes to start them. */
const WORTH_THREADS = 48;

async function surveyOf(
  { files, cwd, surveyThreads, showProgress }: Terminal,
  paths: readonly string[],
  { root, works }: Desk,
): Promise<ConsistencyReport> {
  const whole = new DeskSurvey();
  const started = paths.length >= WORTH_THREADS ? surveyThreads?.(root) : undefined;
  const readable: string[] = [];
  let done = 0;
  try {
    await surveyAll(
      paths,
      (path) => surveyFile({ files, works }, path),
      started?.threads ?? [],
      (path, surveyed) => {
        const shown = relativeTo(cwd, path);
        if ('failure' in surveyed) whole.addUnread(shown, told({ cwd }, surveyed.failure));
        else {
          whole.add(shown, surveyed.survey);
          readable.push(path);
        }
        showProgress?.('Surveying reports', ++done, paths.length);
      },
    );
  } finally {
    started?.end();
  }
  return addExcerpts(finish(whole.steps(works.lexicon)), async (report) => {
    const read = await files.read(readable[report]!);
    return 'text' in read ? read.text : undefined;
  });
}

function asFormat(found: ConsistencyReport, format: Exclude<ReportOptions['format'], 'html'>): string {
  switch (format) {
    case 'text':
      return reportAsText(found);
    case 'csv':
      return reportAsCsv(found);
    case 'json':
      return `${JSON.stringify(found)}\n`;
  }
}

async function asPage(found: ConsistencyReport, { root }: Desk, terminal: Terminal): Promise<string> {
  const empty = await emptyPage(terminal);
  return consistencyPage(empty, found, { desk: nameOf(root), made: terminal.today() });
}

async function emptyPage({ files, consistencyPage: find }: Terminal): Promise<string> {
  let path: string | undefined;
  try {
    path = find?.();
  } catch {
    // Only who runs it from its sources has to build it.
  }
  const read = path === undefined ? undefined : await files.read(path.replaceAll('\\', '/'));
  if (!read || 'failure' in read)
    throw new CannotRun(
      'The page that shows the report is missing. Run npm run build, or reinstall Nomenclator.',
    );
  return read.text;
}
