/** The commands of the command line: turns arguments into options, and runs a command. */

import { parseArgs } from 'node:util';
import { LANGUAGES, SYSTEMS } from '../names/romanise/system';
import { ABBREVIATION_FORMATS, abbreviations } from './abbreviations';
import { BIB_FORMATS, bib } from './bib';
import { check } from './check';
import { CHECK_FORMATS, namesRules, SEVERITIES, type TellOptions } from './checking/options';
import { cite } from './cite';
import { glossary } from './glossary';
import { init } from './init';
import { mentions } from './mentions';
import { PROGRAM } from './program';
import { REPORT_FORMATS, report } from './report';
import { romaniseTexts } from './romanise';
import { rules } from './rules';
import { same } from './same';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';
import { USAGE } from './usage';
import { who } from './who';

const OPTIONS = {
  desk: { type: 'string' },
  format: { type: 'string' },
  fix: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  'min-severity': { type: 'string' },
  rule: { type: 'string', multiple: true },
  'max-findings': { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
  'force-ignore': { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  language: { type: 'string' },
  system: { type: 'string' },
  house: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const TELL_OPTIONS = ['format', 'min-severity', 'max-findings', 'baseline', 'update-baseline', 'quiet'];

/** The options of each command, beside `--desk`, `--no-cache` and `--help`. */
const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  check: [...TELL_OPTIONS, 'fix', 'dry-run', 'stdin', 'stdin-filename', 'rule', 'force-ignore'],
  glossary: TELL_OPTIONS,
  init: [],
  rules: ['format'],
  mentions: ['format'],
  who: ['format', 'stdin'],
  same: ['stdin'],
  cite: ['format'],
  bib: ['format'],
  abbreviations: ['format'],
  report: ['format'],
  romanise: ['stdin', 'language', 'system', 'house', 'format'],
};

/**
 * Runs a command and gives its exit code. Throws `CannotRun` where it cannot run.
 *
 * @param terminalOf what it may use of the world, whether large glossaries are to be kept compiled or not.
 */
export async function run(
  terminalOf: (keepsGlossaries: boolean) => Terminal,
  args: readonly string[],
): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === '--version') {
    terminalOf(false).out(`${PROGRAM.version}\n`);
    return EXIT.clean;
  }
  if (command === '--help' || command === '-h' || command === 'help') return help(terminalOf(false));
  if (command === undefined || !Object.hasOwn(OPTIONS_OF, command))
    throw new CannotRun(
      `${command ? `There is no command ${command}` : 'No command is given'}. Run nomenclator --help.`,
    );
  const { values, positionals } = parse(command, rest);
  const terminal = terminalOf(!values['no-cache']);
  if (values.help) return help(terminal);
  const { desk } = values;
  switch (command) {
    case 'check': {
      // `--rule a b` means both: a rule code beside `--rule` is no path.
      const codes = values.rule ? positionals.filter(namesRules) : [];
      return check(terminal, {
        ...tellOptions(values),
        paths: positionals.filter((one) => !codes.includes(one)),
        rules: [...(values.rule ?? []).flatMap((one) => one.split(',')), ...codes],
        fix: values.fix,
        dryRun: values['dry-run'],
        stdin: values.stdin,
        stdinFilename: values['stdin-filename'],
        obeyIgnore: values['force-ignore'],
      });
    }
    case 'glossary':
      if (positionals.length > 0)
        throw new CannotRun(
          `glossary checks all of a desk’s own files: leave out ${positionals.join(' ')}, or name a desk with --desk.`,
        );
      return glossary(terminal, tellOptions(values));
    case 'init':
      return init(terminal, { folders: positionals, desk });
    case 'rules':
      return rules(terminal, { codes: positionals, format: textOrJson(values.format) });
    case 'mentions':
      return mentions(terminal, { paths: positionals, desk, format: textOrJson(values.format) });
    case 'who':
      return who(terminal, {
        names: positionals,
        stdin: values.stdin,
        desk,
        format: textOrJson(values.format),
      });
    case 'same':
      return same(terminal, { names: positionals, stdin: values.stdin });
    case 'bib': {
      const format = oneOf('--format', values.format ?? 'markdown', BIB_FORMATS);
      return bib(terminal, { paths: positionals, desk, format });
    }
    case 'report': {
      const format = oneOf('--format', values.format ?? 'text', REPORT_FORMATS);
      return report(terminal, { paths: positionals, desk, format });
    }
    case 'abbreviations': {
      const format = oneOf('--format', values.format ?? 'markdown', ABBREVIATION_FORMATS);
      return abbreviations(terminal, { paths: positionals, desk, format });
    }
    case 'romanise':
      return romaniseTexts(terminal, {
        texts: positionals,
        stdin: values.stdin,
        language: values.language === undefined ? undefined : oneOf('--language', values.language, LANGUAGES),
        system: values.system === undefined ? undefined : oneOf('--system', values.system, SYSTEMS),
        house: values.house,
        desk,
        format: textOrJson(values.format),
      });
    default:
      return cite(terminal, { query: positionals, desk, format: textOrJson(values.format) });
  }
}

function help(terminal: Terminal): ExitCode {
  terminal.out(USAGE);
  return EXIT.clean;
}

const parseOptions = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, tokens: true });

function parse(command: string, args: readonly string[]): ReturnType<typeof parseOptions> {
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(args);
  } catch (error) {
    throw new CannotRun(
      `${error instanceof Error ? error.message.split('\n')[0] : error} Run nomenclator --help.`,
    );
  }
  const known = ['desk', 'no-cache', 'help', ...(OPTIONS_OF[command] ?? [])];
  const foreign = parsed.tokens.find((token) => token.kind === 'option' && !known.includes(token.name));
  if (foreign?.kind === 'option')
    throw new CannotRun(`${command} has no option ${foreign.rawName}. Run nomenclator --help.`);
  return parsed;
}

function tellOptions(values: ReturnType<typeof parseOptions>['values']): TellOptions {
  const { desk, baseline, quiet } = values;
  const least = values['min-severity'];
  const most = values['max-findings'];
  if (most !== undefined && !/^\d{1,15}$/.test(most))
    throw new CannotRun(`--max-findings is a number of findings, such as 100; not “${most}”.`);
  return {
    desk,
    baseline,
    quiet,
    format: oneOf('--format', values.format ?? 'text', CHECK_FORMATS),
    minSeverity: least === undefined ? undefined : oneOf('--min-severity', least, SEVERITIES),
    maxFindings: most === undefined ? undefined : Number(most),
    updateBaseline: values['update-baseline'],
  };
}

const textOrJson = (format = 'text') => oneOf('--format', format, ['text', 'json'] as const);

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new CannotRun(`${option} is ${choices.join(', ')}; not “${value}”.`);
  return choice;
}
