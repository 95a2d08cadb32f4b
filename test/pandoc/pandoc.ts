/** Runs `pandoc --citeproc`, and gives the notes and citations that it prints. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PANDOC = process.env.NOMENCLATOR_PANDOC ?? 'pandoc';
const DESK = join(__dirname, '..', '..', '..', 'test', 'pandoc', 'desk');
export const REPORT = join(DESK, 'report.md');
export const LIBRARY = join(DESK, 'library.yaml');

/** A page as Pandoc prints it; emphasis is marked by asterisks. */
export interface PandocPage {
  /** In the order of their numbers. */
  readonly notes: readonly string[];
  /** What each citation of the running text leaves there, in order. */
  readonly inText: readonly string[];
  /** The entries below the text. */
  readonly bibliography: readonly string[];
}

/** A node of Pandoc's document: `{ t: its kind, c: its contents }`. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;

export function pandocPage(stylePath: string, language: string, report: string): PandocPage {
  const run = spawnSync(
    PANDOC,
    [
      '--from=markdown',
      '--to=json',
      '--citeproc',
      `--csl=${stylePath}`,
      `--bibliography=${LIBRARY}`,
      `--metadata=lang:${language}`,
      // Where the number of a note stands beside a comma is nothing of the note.
      '--metadata=notes-after-punctuation:false',
      report,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  assert.equal(run.status, 0, `${run.error ?? ''}${run.stderr}`);
  const page = new Page();
  page.read((JSON.parse(run.stdout) as { blocks: unknown }).blocks);
  return page;
}

class Page implements PandocPage {
  readonly notes: string[] = [];
  readonly inText: string[] = [];
  readonly bibliography: string[] = [];

  /** Reads the running text. */
  read(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) this.read(one);
    if (!isNode(value)) return;
    if (value.t === 'Div' && isEntry(value.c)) this.bibliography.push(textOf(value.c));
    else if (value.t === 'Note') this.notes.push(textOf(value.c));
    else if (value.t === 'Cite') this.#readCitation(value.c);
    else this.read(value.c);
  }

  #readCitation(content: unknown): void {
    const [, printed] = content as [unknown, readonly unknown[]];
    const notes = printed.filter((one) => isNode(one) && one.t === 'Note');
    this.read(notes);
    this.inText.push(textOf(printed.filter((one) => !notes.includes(one))));
  }
}

const isEntry = (content: unknown): boolean => JSON.stringify(content).startsWith('[["ref-');

/** The text of inlines and blocks, with asterisks for emphasis; attributes and targets have none. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    const separator = value.some((one) => isNode(one) && BLOCKS.has(one.t)) ? ' ' : '';
    return value.map(textOf).join(separator);
  }
  if (!isNode(value)) return '';
  const content = value.c;
  switch (value.t) {
    case 'Str':
      return content as string;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Emph':
      return `*${textOf(content)}*`;
    case 'BulletList':
      return (content as unknown[]).map(textOf).join(' ');
    case 'Code':
      return (content as [unknown, string])[1];
    case 'Quoted': {
      const [kind, quoted] = content as [Node, unknown];
      return kind.t === 'DoubleQuote' ? `“${textOf(quoted)}”` : `‘${textOf(quoted)}’`;
    }
    case 'Cite':
    case 'Span':
    case 'Div':
      return textOf((content as [unknown, unknown])[1]);
    case 'Link':
      return textOf((content as [unknown, unknown])[1]);
    default:
      return textOf(content);
  }
}

const BLOCKS = new Set(['Para', 'Plain', 'BulletList', 'BlockQuote']);
