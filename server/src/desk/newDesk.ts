/** What a new desk begins with: a commented configuration, a small glossary, its sources and a first report. */

import { RULES } from '../analysis/rules';
import { CONFIG_NAME } from './config';
import type { FileSystem } from './files';
import { join } from './path';

/** A file that is to be written where there is none. */
export interface NewFile {
  /** Relative to the desk’s folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What starting a desk in a folder comes to. */
export interface NewDesk {
  /** What is to be written; none of these is there. Empty where the folder has all that a desk begins with. */
  readonly files: readonly NewFile[];
  /** What is there already and stays as it is: files, and folders that hold something. Relative, with `/`. */
  readonly kept: readonly string[];
  /** What a newcomer is to look at first, relative: the first report, else the configuration. */
  readonly open: string;
}

/** Where the first report stands. */
const FIRST_REPORT = 'reports/first-report.md';

/**
 * Plans a desk in `root`, and writes nothing. Nothing that is there is ever replaced or added to: a folder with a glossary
 * keeps it alone, and gets no sample entries beside its own.
 *
 * @param today for the date of the first report: `2019-04-11`.
 */
export async function planNewDesk(files: FileSystem, root: string, today: string): Promise<NewDesk> {
  const kept: string[] = [];
  const entries = await files.list(root);
  const isThere = async (name: string): Promise<boolean> => {
    const entry = entries.find((one) => one.name === name);
    // An empty folder is one that waits to be filled; a file of that name is in the way of the folder.
    const isTaken = entry && (!entry.isFolder || (await files.list(join(root, name))).length > 0);
    if (isTaken) kept.push(entry.isFolder ? `${name}/` : name);
    return isTaken ?? false;
  };
  const hasConfig = await isThere(CONFIG_NAME);
  const hasGlossary = await isThere('glossary');
  const hasSources = await isThere('sources');
  const hasReports = await isThere('reports');
  const planned: NewFile[] = [];
  if (!hasConfig) planned.push({ path: CONFIG_NAME, text: configText() });
  if (!hasGlossary) planned.push({ path: 'glossary/names.yaml', text: GLOSSARY });
  if (!hasSources) planned.push({ path: 'sources/library.yaml', text: SOURCES });
  // It is about the names and sources of the other files, and would be full of errors without them.
  const isWhole = planned.length === 3;
  if (!hasReports && isWhole) planned.push({ path: FIRST_REPORT, text: reportText(today) });
  return { files: planned, kept, open: !hasReports && isWhole ? FIRST_REPORT : CONFIG_NAME };
}

function configText(): string {
  const rules = RULES.map(({ code, defaultSeverity }) => `#   ${`${code}:`.padEnd(24)} ${defaultSeverity}`);
  return `# A desk of Nomenclator: one house style, one glossary, one library of sources, for all reports in this folder.
# Every line may be left out; what is left out has the value that is written here.
version: 1

# Who is who. A path may leave this folder, for a glossary that several desks share: ../team/glossary/**/*.yaml
glossary:
  - glossary/**/*.{yaml,yml,csv,tsv,jsonl,ndjson}

# What reports cite: the files that Zotero and its like export, in any mix.
sources:
  - sources/**/*.{yaml,yml,json,bib,ris}

# What is checked where no path is named, and what never is. Files named .nomenclatorignore, in any folder, say more of that,
# with the syntax of .gitignore.
reports:
  - "**/*.md"
ignore: []                                           # [drafts/old/**]

style:
  citations: footnote                                # footnote: [^1] and its note; pandoc: [@key, 12]
  csl: chicago-fullnote-bibliography-with-ibid       # the name of a style, or the path of a .csl file
  language: en-US                                    # months, quotation marks, “and”

# Names are introduced at their first mention.
introductions:
  known: []                                          # [GBAO]: acronyms that your readers know, besides UN, EU and their like
  restart: []                                        # [summary, sections]: where names are introduced anew

# How severe each rule is: off, hint, information, warning or error. Take the # away to change one (and that of “rules:”).
# rules:
${rules.join('\n')}
`;
}

const GLOSSARY = `# Who is who. These names are from a novel of 1894: look how an entry is made, then put your own in their place.
# Only “name” is required. All keys are in the README, under “A glossary file”.
version: 1

people:
  michael-of-strelsau:                               # the id: yours to choose; other entries point to this one by it
    name: Michael of Strelsau                        # the house form: what reports are to write
    spellings: [Mikhail of Strelsau]                 # brought to the house form
    aliases:
      # Fine where it is introduced, “Michael of Strelsau (Black Michael)”; elsewhere the house form is asked for.
      - { name: Black Michael, kind: nickname, sources: [hope-1894] }
    roles:
      - { place: strelsau, title: Duke, sources: [hope-1894] }
    status: { is: killed, sources: [hope-1894] }
    note: Half-brother of the King.
    examples:                                        # a test that this entry carries; “nomenclator check” runs it
      - { text: Mikhail of Strelsau’s castle, expect: Michael of Strelsau’s castle }

  rudolf-rassendyll:
    name: Rudolf Rassendyll
    short: Rassendyll                                # what may stand for it once it has been introduced
    sources: [hope-1894]

groups: {}

places:
  strelsau: { name: Strelsau, note: Capital of Ruritania., sources: [hope-1894] }
  zenda:
    name: Zenda
    not: [Senda]                                     # looks alike, judged different: never suggested
    sources: [hope-1894]

organisations:
  royal-guard:
    name: Royal Guard of Ruritania
    acronym: RGR                                     # made up, to show what an acronym does
`;

const SOURCES = `# What reports cite, in the CSL-YAML that Pandoc reads and Zotero (with Better BibTeX) exports.
# CSL-JSON, BibTeX and RIS files beside it are read as well.
references:
  - id: hope-1894
    type: book
    author:
      - { family: Hope, given: Anthony }
    title: The Prisoner of Zenda
    publisher: J. W. Arrowsmith
    publisher-place: Bristol
    issued: 1894

  - id: hope-1898
    type: book
    author:
      - { family: Hope, given: Anthony }
    title: Rupert of Hentzau
    publisher: J. W. Arrowsmith
    publisher-place: Bristol
    issued: 1898
`;

function reportText(today: string): string {
  return `---
title: First Report
date: ${today}
---

# First Report

Point at Michael of Strelsau: the card says who he is, and which source says so.

Mikhail of Strelsau is underlined, because the house writes his name in another way. Press Ctrl+. (on a Mac, Cmd+.) on it to
mend it here, or everywhere in this report. Where Michael of Strelsau (Black Michael) is introduced, nothing is underlined.

Rudolph Rasendyl is a spelling that nobody has listed. Its hint says whom it probably means, and offers to write that, to add
it to the glossary, or to remember that it is somebody else.

The RGR guards the city. No reader knows yet what these letters stand for; their fix introduces the RGR.

The castle of Zenda has a moat.[^1] Type \`[^zenda\` behind a sentence, choose a source, and its note is written below.

[^1]: Anthony Hope, *The Prisoner of Zenda* (Bristol: J. W. Arrowsmith, 1894). <!-- @hope-1894 -->
`;
}
