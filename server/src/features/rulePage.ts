/** A page about a rule, for who wants to know why something is a finding and how to be told of it otherwise. */

import { ruleTexts } from '../analysis/ruleTexts';

/** Markdown. Of a code that no rule of reports has, what is said of the problems of a desk’s own files. */
export function rulePage(code: string): string {
  const { summary, help, severity } = ruleTexts(new Set([code])).find((one) => one.code === code)!;
  const isOwn = /^(?:glossary|source|desk)\//.test(code);
  const settings = isOwn
    ? []
    : [
        severity === 'off'
          ? 'It is off, unless `nomenclator.yaml` asks for it:'
          : `It is told as ${severity === 'hint' || severity === 'warning' ? 'a' : 'an'} ${severity}, unless \`nomenclator.yaml\` says otherwise:`,
        `\`\`\`yaml\nrules:\n  ${code}: ${severity === 'off' ? 'hint' : 'off'}    # off | hint | information | warning | error\n\`\`\``,
      ];
  return `${[`# ${code}`, summary, help, ...settings].join('\n\n')}\n`;
}
