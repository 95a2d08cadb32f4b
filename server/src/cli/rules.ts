/** `nomenclator rules`: what each rule reports, how severe it is, and what to do about it. */

import { type RuleText, ruleTexts } from '../analysis/ruleTexts';
import { isNamed, refuseUnknownRules } from './checking/options';
import { VERSION } from './json';
import { EXIT, type ExitCode, type Terminal } from './terminal';

export interface RulesOptions {
  /** Codes, or groups of them such as `name/*`; none: a line on each rule. */
  readonly codes: readonly string[];
  readonly format: 'text' | 'json';
}

/** Throws `CannotRun` for a code that no rule has. */
export function rules(terminal: Terminal, { codes, format }: RulesOptions): ExitCode {
  const all = ruleTexts(new Set());
  refuseUnknownRules(codes);
  const shown = codes.length === 0 ? all : all.filter(({ code }) => isNamed(code, codes));
  if (format === 'json') {
    const json = shown.map(({ code, severity, summary, help }) => ({ code, severity, summary, help }));
    terminal.out(`${JSON.stringify({ version: VERSION, rules: json })}\n`);
  } else if (codes.length === 0) terminal.out(shown.map(asLine).join(''));
  else terminal.out(shown.map(asPage).join('\n'));
  return EXIT.clean;
}

const asLine = ({ code, severity, summary }: RuleText): string =>
  `${code.padEnd(22)} ${severity.padEnd(11)} ${summary}\n`;

const asPage = ({ code, severity, summary, help }: RuleText): string =>
  `${code} (${severity})\n\n${summary}\n\n${help}\n`;
