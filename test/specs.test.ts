/** Runs the suites of `test/specs`: what each rule and feature does, written as documents that anyone can read. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../server/src/analysis/analyze';
import { fixAll } from '../server/src/analysis/fixAll';
import type { Desk } from '../server/src/desk/desk';
import { DeskKeeper } from '../server/src/desk/deskKeeper';
import { adoptable } from '../server/src/features/citing/adopt';
import { type InsertionPolicy, insertCitation } from '../server/src/features/citing/noteInsertion';
import { completeAt, type Suggestion } from '../server/src/features/completion';
import { definitionAt, type Target } from '../server/src/features/definition';
import { fixesAt } from '../server/src/features/fixes';
import { type HoverContext, hoverAt } from '../server/src/features/hover';
import { findReferences, soughtAt } from '../server/src/features/references';
import { likelyEntities, teachableNameAt } from '../server/src/features/teachable';
import { applyEdits, type Edit } from '../server/src/text/edit';
import { DeskFileCaret } from './support/deskFileCaret';
import { MemoryFiles } from './support/memoryFiles';
import { changeLines, leftLines } from './support/normalised';
import { type Renamed, renameAsWritten } from './support/renaming';
import { type Fence, readSuite, type Spec } from './support/suite';
import { readCaret, readUnderlined, underline, withInvisible, writtenOut } from './support/underlines';

const SPECS = join(__dirname, '..', '..', 'test', 'specs');
const TODAY = '2023-01-01';
const POLICY: InsertionPolicy = { labels: 'number' };

/** The files of a desk, by the words of the fence that holds them. */
const DESK_FILES: Readonly<Record<string, string>> = {
  yaml: '/desk/glossary/glossary.yaml',
  csv: '/desk/glossary/names.csv',
  jsonl: '/desk/glossary/names.jsonl',
  'yaml sources': '/desk/sources/library.yaml',
  'yaml desk': '/desk/nomenclator.yaml',
};

/** Where a suite has no desk of its own: what it is not about, it need not write in its reports. */
const PLAIN_DESK = `rules:
  name/first-mention: off
  name/reintroduced: off
  acronym/unused: off
  acronym/unknown: off
`;

const PROBLEMS = 'text problems';

for (const file of readdirSync(SPECS).filter((name) => name.endsWith('.md'))) {
  const { title, background, specs } = readSuite(readFileSync(join(SPECS, file), 'utf8'));
  describe(`${file}: ${title}`, () => {
    for (const spec of specs) {
      it(`${spec.title} (line ${spec.line})`, () => new Run(background, spec).run());
    }
  });
}

/** One test: its fences in order, each a desk file, a report, or what is expected of the report before it. */
class Run {
  readonly #deskFences: readonly Fence[];
  readonly #fences: readonly Fence[];
  /** The problems that the desk's own files are known to have. */
  readonly #known: string;
  readonly #files = new MemoryFiles();
  #desk!: Desk;
  #last: { analysis: Analysis; offset?: number } | undefined;
  #renamed: Renamed | undefined;
  /** The caret in a file of the desk’s own, if that is what was last shown. */
  #inFile: DeskFileCaret | undefined;

  constructor(background: readonly Fence[], { fences }: Spec) {
    const ofDesk = ({ info }: Fence) => Object.hasOwn(DESK_FILES, info) || info === PROBLEMS;
    const own = fences.filter(ofDesk);
    const all = [...background.filter(({ info }) => !own.some((one) => one.info === info)), ...own];
    this.#deskFences = all.filter(({ info }) => info !== PROBLEMS);
    this.#known = all.find(({ info }) => info === PROBLEMS)?.text ?? '';
    this.#fences = fences.filter((fence) => !own.includes(fence));
  }

  async run(): Promise<void> {
    const files = this.#files;
    files.write(DESK_FILES['yaml desk']!, PLAIN_DESK);
    for (const { info, text } of this.#deskFences) files.write(DESK_FILES[info]!, `${withInvisible(text)}\n`);
    this.#desk = await new DeskKeeper(files, '/desk').load();
    this.#problems(this.#known);
    assert.ok(this.#fences.length > 0, 'This test holds nothing but a desk.');
    for (const fence of this.#fences) await this.#read(fence);
  }

  async #read({ info, text, line }: Fence): Promise<void> {
    if (/^(?:yaml|csv|jsonl)\b.* at$/.test(info)) {
      this.#inFile = new DeskFileCaret(this.#desk, DESK_FILES[info.slice(0, -' at'.length)]!, text);
      return;
    }
    if (info.startsWith('md ')) this.#inFile = undefined;
    switch (info) {
      case 'md':
      case 'md crlf':
        this.#report(text, info === 'md' ? '\n' : '\r\n');
        break;
      case 'md fixed':
        this.#fixed(text);
        break;
      case 'md hover':
      case 'md completion':
      case 'md definition':
      case 'md references':
      case 'md fixes':
      case 'md rename': {
        const { text: report, offset } = readCaret(text);
        this.#last = { analysis: analyze(report, this.#desk.works), offset };
        break;
      }
      case 'md adopted':
        this.#adopted(text);
        break;
      case 'text new name':
        this.#renamed = await renameAsWritten(
          this.#files,
          this.#desk,
          this.#analysis,
          this.#caret.start,
          text,
        );
        break;
      case 'md renamed':
      case 'yaml renamed':
        assert.ok(this.#renamed && 'report' in this.#renamed, JSON.stringify(this.#renamed));
        this.#equal(`${text}\n`, info === 'md renamed' ? this.#renamed.report : this.#renamed.glossary);
        break;
      case 'text refused':
        this.#equal(
          text,
          this.#renamed && 'refusal' in this.#renamed ? this.#renamed.refusal : 'not refused',
        );
        break;
      case 'text left':
        this.#equal(
          text,
          adoptable(this.#analysis)
            .refusals.map(({ note, why }) => `${note.definition.label}: ${why}`)
            .join('\n'),
        );
        break;
      case 'text changes':
        this.#equal(text, changeLines(this.#analysis).join('\n'));
        break;
      case 'text stays':
        this.#equal(text, leftLines(this.#analysis).join('\n'));
        break;
      case 'yaml completed':
      case 'yaml desk completed':
      case 'jsonl completed':
        this.#equal(`${text}\n`, this.#inFile?.completed() ?? 'no caret');
        break;
      case 'md completed':
        this.#completed(text);
        break;
      case 'text mentions':
        this.#equal(text, this.#analysis.mentions.map(mentionLine).join('\n'));
        break;
      case 'text card':
        this.#card(text);
        break;
      case 'text offered':
        this.#offered(text);
        break;
      case 'text defined':
        this.#equal(text, this.#definitions().join('\n'));
        break;
      case 'text places':
        this.#equal(text, this.#places().join('\n'));
        break;
      case 'text bearers':
        this.#equal(text, this.#bearers().join('\n'));
        break;
      case 'text titles':
        this.#equal(
          text,
          fixesAt(this.#analysis, this.#caret)
            .map(({ title }) => title)
            .join('\n'),
        );
        break;
      default:
        throw new Error(`Line ${line}: no one reads a fence “${info}”.`);
    }
  }

  get #analysis(): Analysis {
    assert.ok(this.#last, 'An expectation stands behind the report that it is about.');
    return this.#last.analysis;
  }

  get #caret(): { start: number; end: number } {
    const offset = this.#last?.offset;
    assert.ok(offset !== undefined, 'The report before this has no “|”.');
    return { start: offset, end: offset };
  }

  get #context(): HoverContext {
    const { formatter, library } = this.#desk.works;
    return {
      today: TODAY,
      sourceNote: ({ id, locator }) => {
        const source = library.sources.get(id);
        return source && formatter.note({ source, locator });
      },
    };
  }

  #equal(expected: string, actual: string): void {
    assert.equal(writtenOut(actual), expected === 'nothing' ? '' : writtenOut(withInvisible(expected)));
  }

  /** Just these findings; and mending is done at the first attempt, and leaves other people's words alone. */
  #report(fence: string, lineEnd: string): void {
    const { text, expected } = readUnderlined(fence, lineEnd);
    const analysis = analyze(text, this.#desk.works);
    this.#last = { analysis };
    assert.equal(underline(text, analysis.findings, expected), writtenOut(withInvisible(fence)));
    const fixed = fixAll(analysis);
    assert.equal(fixAll(analyze(fixed, this.#desk.works)), fixed, 'Fixing twice is not fixing once.');
  }

  #fixed(fence: string): void {
    this.#equal(`${fence}\n`, fixAll(this.#analysis).replaceAll('\r\n', '\n'));
  }

  /** The report with every note adopted that can be; then no other can. */
  #adopted(fence: string): void {
    const { report } = this.#analysis;
    const edits = adoptable(this.#analysis).adoptions.flatMap((adoption) => adoption.edits);
    const text = applyEdits(report.text, edits);
    this.#equal(`${fence}\n`, text);
    const again = adoptable(analyze(text, this.#desk.works)).adoptions;
    assert.deepEqual(again, [], 'Adopting twice is not adopting once.');
  }

  #problems(expected: string): void {
    const lines = [...this.#desk.problems].flatMap(([path, problems]) =>
      problems.map(({ rule, message }) => `${path.replace('/desk/', '')} ${rule}: ${message}`),
    );
    this.#equal(expected, lines.join('\n'));
  }

  /** Every line stands in the card, in this order; the card may say more. */
  #card(expected: string): void {
    const hover = this.#inFile
      ? undefined
      : hoverAt(this.#analysis, this.#caret.start, this.#context)?.markdown;
    const card = this.#inFile?.card() ?? hover ?? 'nothing';
    let from = 0;
    for (const line of expected.split('\n')) {
      const at = card.indexOf(line, from);
      assert.ok(at >= 0, `“${line}” is not, or not in this place, in:\n${card}`);
      from = at + line.length;
    }
  }

  #suggestions() {
    const { search } = this.#desk;
    return completeAt(this.#analysis, this.#caret.start, { search, policy: POLICY });
  }

  /** These come first, in this order; a last line “…” allows more. */
  #offered(expected: string): void {
    const labels = this.#inFile?.offered() ?? (this.#suggestions()?.items ?? []).map(({ label }) => label);
    const wanted = expected.split('\n');
    const open = wanted.at(-1) === '…';
    this.#equal(
      wanted.slice(0, open ? -1 : undefined).join('\n'),
      labels.slice(0, open ? wanted.length - 1 : undefined).join('\n'),
    );
  }

  /** The report after the first suggestion was chosen. */
  #completed(fence: string): void {
    const found = this.#suggestions();
    const first: Suggestion | undefined = found?.items[0];
    assert.ok(found && first, 'Nothing is offered.');
    const { report } = this.#analysis;
    let edits: readonly Edit[] = [{ span: found.span, newText: first.newText }];
    if (first.kind === 'source' && first.note !== 'none') {
      const made = insertCitation(this.#analysis, found.at ?? found.span, first.cited, POLICY);
      assert.ok('edits' in made);
      edits = made.edits;
    }
    this.#equal(`${fence}\n`, applyEdits(report.text, edits));
  }

  #definitions(): string[] {
    if (this.#inFile) return this.#inFile.defined();
    const { report } = this.#analysis;
    const lineOf = (target: Target): string => {
      switch (target.in) {
        case 'report':
          return `line ${report.lines.positionAt(target.span.start).line + 1}`;
        case 'glossary':
          return `glossary: ${target.entity.origin.yamlPath.join('/')}`;
        case 'library':
          return `source: ${target.source.key}`;
      }
    };
    return (definitionAt(this.#analysis, this.#caret.start)?.targets ?? []).map(lineOf);
  }

  /** Whose other name the name at the caret may be, and why. */
  #bearers(): string[] {
    const name = teachableNameAt(this.#analysis, this.#caret);
    assert.ok(name, 'There is no name at “|”.');
    return likelyEntities(this.#analysis, name, true, 10).map(
      ({ entity, alias, why }) =>
        `${alias === undefined ? entity.name : `${entity.name} (${alias})`}: ${why}`,
    );
  }

  #places(): string[] {
    const sought = soughtAt(this.#analysis, this.#caret.start);
    const { lines, text } = this.#analysis.report;
    return (sought ? findReferences(this.#analysis, sought) : []).map(({ start, end }) => {
      const { line, character } = lines.positionAt(start);
      return `${line + 1}:${character + 1} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
    });
  }
}

function mentionLine({ visible, claims, zone }: Analysis['mentions'][number]): string {
  const whom = claims.map(({ entity }) => entity.id).join(' or ');
  return `${visible} → ${whom} (${claims[0]!.form.kind}, ${zone})`;
}
