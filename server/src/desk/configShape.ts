/** What `nomenclator.yaml` may hold: its keys, each with its meaning, from which its reader, its completion and its hovers derive. */

import { RULES } from '../analysis/rules';
import { CITATION_STYLES, RESTARTS } from '../analysis/works';
import type { KeyShape, RecordShape } from '../glossary/shape';
import { languageNames, styleNames } from '../sources/formatting/styles';
import type { Severity } from '../text/problem';

/** How severe a rule may be, or whether it is asked at all. */
export const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

const TEXT = { is: 'text' } as const;
const PATTERNS = { is: 'list', item: TEXT } as const;

const SEVERITY_MEANINGS: Readonly<Record<Severity | 'off', string>> = {
  off: 'not told',
  hint: 'shown discreetly; not in the list of problems',
  information: 'in the list of problems',
  warning: 'in the list of problems; a check fails',
  error: 'in the list of problems, as an error; a check fails',
};

const STYLE = {
  is: 'record',
  noun: 'a style',
  keys: {
    citations: {
      description: 'How reports cite: by footnotes that are made of the sources, or by keys for Pandoc.',
      value: {
        is: 'choice',
        of: CITATION_STYLES,
        meanings: {
          footnote: 'notes that keep their citation; the default',
          pandoc: 'keys such as [@doe-2020, 15]',
        },
      },
    },
    csl: {
      description:
        'The style of notes: the name of one that comes along, or the path of a .csl file beside this file.',
      value: TEXT,
      suggested: styleNames(),
    },
    language: {
      description: 'The language of the terms and dates of notes: en-GB. Without it, that of the style.',
      value: TEXT,
      suggested: languageNames(),
    },
  },
} as const satisfies RecordShape;

const INTRODUCTIONS = {
  is: 'record',
  noun: 'a rule for introductions',
  keys: {
    known: {
      description: 'Acronyms that readers of this desk know, and that need no introduction.',
      value: { is: 'list', item: TEXT },
    },
    restart: {
      description: 'Where in a report names are introduced anew.',
      value: {
        is: 'list',
        item: {
          is: 'choice',
          of: RESTARTS,
          meanings: { summary: 'behind the summary', sections: 'in each section' },
        },
      },
    },
  },
} as const satisfies RecordShape;

const severities: KeyShape['value'] = { is: 'choice', of: SEVERITIES, meanings: SEVERITY_MEANINGS };

const ruleKey = ({ description, defaultSeverity, help }: (typeof RULES)[number]): KeyShape => ({
  description: `${description.replace(/\.?$/, '.')} Without this line: ${defaultSeverity}.`,
  value: severities,
  ...(help === undefined ? {} : { more: help }),
});

/** A whole configuration. */
export const CONFIG_FILE = {
  is: 'record',
  noun: 'a configuration',
  keys: {
    version: { description: 'The version of this format: 1.', value: { is: 'choice', of: ['1'] } },
    glossary: {
      description: 'The files of the glossary: paths and patterns; they may lead out of the folder.',
      value: PATTERNS,
      suggested: ['glossary/**/*.{yaml,yml,csv,tsv,jsonl,ndjson}'],
    },
    sources: {
      description: 'The files of the library: CSL-JSON, CSL-YAML, BibTeX and RIS.',
      value: PATTERNS,
      suggested: ['sources/**/*.{yaml,yml,json,bib,ris}'],
    },
    reports: {
      description: 'The reports: what a check covers when no path is named.',
      value: PATTERNS,
      suggested: ['**/*.md', 'reports/**/*.md'],
    },
    ignore: {
      description: 'Files and folders that are left alone.',
      value: PATTERNS,
      suggested: ['drafts/**', 'archive/**'],
    },
    style: { description: 'How reports cite.', value: STYLE },
    introductions: { description: 'How reports introduce names.', value: INTRODUCTIONS },
    rules: {
      description: 'How severe each rule is on this desk; off turns one off.',
      value: {
        is: 'record',
        noun: 'a list of rules',
        keys: Object.fromEntries(RULES.map((rule) => [rule.code, ruleKey(rule)])),
      },
    },
  },
} as const satisfies RecordShape;
