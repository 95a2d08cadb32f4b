/** `nomenclator who`: prints whom a name may mean, with scores and reasons. */

import { type Candidate, whoIs } from '../analysis/who';
import { Desks } from './desks';
import { VERSION } from './json';
import { CannotRun, EXIT, type ExitCode, type Terminal } from './terminal';

export interface WhoOptions {
  readonly names: readonly string[];
  readonly stdin: boolean;
  readonly desk?: string | undefined;
  readonly format: 'text' | 'json';
}

export async function who(terminal: Terminal, options: WhoOptions): Promise<ExitCode> {
  if (options.names.length === 0 && !options.stdin)
    throw new CannotRun('Give a name: nomenclator who "Abu Saloh".');
  const { lexicon } = (await new Desks(terminal, options.desk, { guesses: true }).of(terminal.cwd)).works;
  if (options.stdin) {
    for await (const line of terminal.lines()) {
      const name = line.replace(BYTE_ORDER_MARK, '');
      terminal.out(`${JSON.stringify(asJson(name, whoIs(name, lexicon)))}\n`);
    }
    return EXIT.clean;
  }
  const answers = options.names.map((name) => ({ name, candidates: whoIs(name, lexicon) }));
  if (options.format === 'json') {
    const names = answers.map(({ name, candidates }) => asJson(name, candidates));
    terminal.out(`${JSON.stringify({ version: VERSION, names })}\n`);
  } else terminal.out(answers.map(({ name, candidates }) => asText(name, candidates)).join(''));
  return EXIT.clean;
}

const BYTE_ORDER_MARK = /^\uFEFF/;

const asJson = (name: string, candidates: readonly Candidate[]) => ({
  name,
  candidates: candidates.map(candidateJson),
});

const candidateJson = ({ claim, score, reason }: Candidate) => ({
  entity: claim.entity.id,
  form: claim.form.text,
  kind: claim.form.kind,
  score,
  reason,
});

function asText(name: string, candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return `${name}: no entity of the glossary has this name.\n`;
  const rows = candidates.map(
    ({ claim, score, reason }) =>
      `  ${score.toFixed(2)} ${claim.entity.name} (${claim.entity.id}, ${claim.form.kind}): ${reason}`,
  );
  return `${[name, ...rows].join('\n')}\n`;
}
