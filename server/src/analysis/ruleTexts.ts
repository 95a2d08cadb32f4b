/** What is told of a rule where findings of it are explained: of those of reports, and of problems of the desk’s own files. */

import type { Severity } from '../text/problem';
import { RULES } from './rules';

export interface RuleText {
  readonly code: string;
  /** One sentence. */
  readonly summary: string;
  /** Why it is one and what to do, as Markdown. */
  readonly help: string;
  readonly severity: Severity | 'off';
  readonly tags: readonly string[];
}

/** The groups of problems of the desk’s own files, whose messages say everything about one of them. */
const OWN_FILES: readonly (Omit<RuleText, 'code' | 'tags'> & { readonly group: string })[] = [
  {
    group: 'glossary',
    summary: 'A problem of a glossary file.',
    help: `A problem of a glossary file: an unknown key, an id that nothing has, a form that two entities claim, an example that
gives something else. The rest of the file goes on working. The message says what to write instead.`,
    severity: 'error',
  },
  {
    group: 'source',
    summary: 'A problem of a file of sources.',
    help: `A problem of a file of sources: a key given twice, an entry that cannot be read, a title that is missing. Every other entry
is loaded. The message says what to do.`,
    severity: 'error',
  },
  {
    group: 'desk',
    summary: 'A problem of a desk’s configuration, or of a file that cannot be read.',
    help: `A problem of \`nomenclator.yaml\`, or of a file that cannot be read. Where a value is wrong, the default holds. The message says
what to write instead.`,
    severity: 'error',
  },
];

/** All rules of reports, and those of own files that are among `met`. */
export function ruleTexts(met: ReadonlySet<string>): readonly RuleText[] {
  const rules = RULES.map(({ code, description: summary, help, defaultSeverity: severity }) => ({
    code,
    summary,
    help,
    severity,
    tags: [groupOf(code)],
  }));
  const known = new Set(rules.map(({ code }) => code));
  const others = [...met].filter((code) => !known.has(code)).sort();
  return [...rules, ...others.map(ownFileText)];
}

function ownFileText(code: string): RuleText {
  const text = OWN_FILES.find(({ group }) => group === groupOf(code)) ?? OWN_FILES[2]!;
  const { summary, help, severity } = text;
  return { code, summary, help, severity, tags: [groupOf(code)] };
}

const groupOf = (code: string): string => code.slice(0, Math.max(0, code.indexOf('/')));
