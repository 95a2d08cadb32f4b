/** Keeps one desk up to date: reads its files, again when they change, and never lets go of the last good state. */

import { checkExamples } from '../analysis/examples';
import { MOST_FORMS_FOR_VARIANTS } from '../analysis/findVariants';
import type { WorksOfReference } from '../analysis/works';
import { makeGlossary } from '../glossary/glossary';
import { compileLexiconSteps } from '../glossary/lexicon';
import { type GlossaryFile, parseGlossaryFile } from '../glossary/parse';
import { type Library, makeLibrary } from '../sources/library';
import { readSourceFile } from '../sources/read';
import type { SourceFile } from '../sources/source';
import { styleNamed, styleNames } from '../sources/styles';
import type { Problem } from '../text/problem';
import { pace, type Rest, type Steps } from '../text/steps';
import { CONFIG_NAME, DEFAULT_CONFIG, type DeskConfig, type ReadConfig, readConfig } from './config';
import { Desk } from './desk';
import type { FileSystem } from './files';
import { configPathOf } from './findDesk';
import { findFiles, matches } from './findFiles';

/** What kind of file of its own a path is to a desk. */
export type DeskFileKind = 'config' | 'glossary' | 'source';

interface Kept<T> {
  /** As last read; undefined if it could not be. */
  readonly text: string | undefined;
  /** What the desk works with: the last good reading. */
  readonly good: T;
  /** What is wrong with the present text. */
  readonly problems: readonly Problem[];
}

/** What a keeper may be given beside its files. */
export interface DeskKeeperOptions {
  /** Asked between the steps of a load, so that whoever serves an editor can answer meanwhile. */
  readonly rest?: Rest;
}

const START = { start: 0, end: 0 };
const withoutRest: Rest = () => undefined;

export class DeskKeeper {
  readonly root: string;
  readonly #files: FileSystem;
  readonly #rest: Rest;
  #loading: Promise<Desk> | undefined;
  #next: Promise<Desk> | undefined;
  #config: Kept<DeskConfig> | undefined;
  #glossary = new Map<string, Kept<GlossaryFile>>();
  #sources = new Map<string, Kept<SourceFile>>();
  #desk: Desk | undefined;

  constructor(files: FileSystem, root: string, { rest = withoutRest }: DeskKeeperOptions = {}) {
    this.#files = files;
    this.root = root;
    this.#rest = rest;
  }

  /** The desk as last loaded: while it is loaded again, as it was before. */
  get desk(): Desk | undefined {
    return this.#desk;
  }

  /** Whether the desk's problems are those of `text`: the file was last read with just this in it. */
  holds(path: string, text: string): boolean {
    if (path === configPathOf(this.root)) return this.#config?.text === text;
    return (this.#glossary.get(path) ?? this.#sources.get(path))?.text === text;
  }

  /**
   * Reads whatever is new or changed on the disk, and returns the desk with whatever had changed when this was called.
   * Who asks during a load gets the one after it, which all who ask meanwhile share. Never throws.
   */
  load(): Promise<Desk> {
    if (!this.#loading) {
      this.#loading = this.#load().finally(() => {
        this.#loading = undefined;
      });
      return this.#loading;
    }
    this.#next ??= this.#loading.then(() => {
      this.#next = undefined;
      return this.load();
    });
    return this.#next;
  }

  async #load(): Promise<Desk> {
    const configText = await this.#files.read(configPathOf(this.root));
    if ('text' in configText) this.#config = keepConfig(configText.text, this.#config);
    else if (!(await this.#hasConfig())) this.#config = undefined;
    const config = this.#config?.good ?? DEFAULT_CONFIG;
    const glossary = await this.#readAll(config, config.glossary, this.#glossary, keepGlossary);
    const sources = await this.#readAll(config, config.sources, this.#sources, keepSources);
    this.#desk = await this.#pace(this.#assemble(config, glossary, sources));
    this.#glossary = glossary;
    this.#sources = sources;
    return this.#desk;
  }

  /** What `path` is to this desk; undefined for a file that is none of its own. */
  kindOf(path: string): DeskFileKind | undefined {
    const config = this.#config?.good ?? DEFAULT_CONFIG;
    if (path === configPathOf(this.root)) return 'config';
    if (matches(this.root, config.glossary, path)) return 'glossary';
    if (matches(this.root, config.sources, path)) return 'source';
    return undefined;
  }

  /** The problems that a file of the desk would have if it held `text`: for a file that is being edited. */
  async problemsIn(path: string, text: string): Promise<readonly Problem[]> {
    return this.#pace(this.#problemsIn(path, text));
  }

  *#problemsIn(path: string, text: string): Steps<readonly Problem[]> {
    switch (this.kindOf(path)) {
      case 'config':
        return configProblems(readConfig(text));
      case 'glossary': {
        const edited = parseGlossaryFile(path, text);
        const others = [...this.#glossary].filter(([other]) => other !== path).map(([, { good }]) => good);
        return (
          makeGlossary([...others, edited], knownKeys(this.#desk?.works.library)).problems.get(path) ?? []
        );
      }
      case 'source': {
        const edited = readSourceFile(path, text);
        const others = [...this.#sources].filter(([other]) => other !== path).map(([, { good }]) => good);
        return makeLibrary([...others, edited]).problems.get(path) ?? [];
      }
      default:
        return [];
    }
  }

  #pace<T>(steps: Steps<T>): Promise<T> {
    return pace(steps, this.#rest);
  }

  async #hasConfig(): Promise<boolean> {
    return (await this.#files.list(this.root)).some(({ name }) => name === CONFIG_NAME);
  }

  /** A file that has gone is forgotten; one that is there but cannot be read keeps its last good state. */
  async #readAll<T>(
    config: DeskConfig,
    patterns: readonly string[],
    known: ReadonlyMap<string, Kept<T>>,
    keep: (path: string, text: string, before: Kept<T> | undefined) => Steps<Kept<T>>,
  ): Promise<Map<string, Kept<T>>> {
    const kept = new Map<string, Kept<T>>();
    for (const path of await findFiles(this.#files, this.root, patterns, config.ignore)) {
      if (path === configPathOf(this.root)) continue;
      const before = known.get(path);
      const read = await this.#files.read(path);
      if ('text' in read) {
        kept.set(path, before?.text === read.text ? before : await this.#pace(keep(path, read.text, before)));
        continue;
      }
      const problem: Problem = {
        rule: 'desk/unreadable',
        severity: 'error',
        message: read.failure,
        span: START,
      };
      const good = before ?? (await this.#pace(keep(path, '', undefined)));
      kept.set(path, { ...good, text: undefined, problems: [problem] });
    }
    return kept;
  }

  /** What has not changed is taken over from the desk as last loaded. */
  *#assemble(
    config: DeskConfig,
    glossaryKept: ReadonlyMap<string, Kept<GlossaryFile>>,
    sourcesKept: ReadonlyMap<string, Kept<SourceFile>>,
  ): Steps<Desk> {
    const before = this.#desk;
    const glossaryFiles = new Map([...glossaryKept].map(([path, { good }]) => [path, good]));
    const sourceFiles = [...sourcesKept.values()].map(({ good }) => good);
    const sourcesBefore = [...this.#sources.values()].map(({ good }) => good);
    const library =
      before && isSame(sourceFiles, sourcesBefore) ? before.works.library : makeLibrary(sourceFiles);
    yield;
    const isSameGlossary =
      library === before?.works.library &&
      isSame([...glossaryFiles.values()], [...before.glossaryFiles.values()]);
    const lexicon = isSameGlossary
      ? before.works.lexicon
      : yield* compileLexiconSteps(makeGlossary([...glossaryFiles.values()], knownKeys(library)));
    const works: WorksOfReference = { lexicon, library, severities: config.severities };
    const problems = new Map<string, Problem[]>();
    const add = (path: string, more: readonly Problem[]) => {
      if (more.length > 0) problems.set(path, [...(problems.get(path) ?? []), ...more]);
    };
    if (this.#config) add(configPathOf(this.root), this.#config.problems);
    for (const [path, kept] of glossaryKept) {
      const isGood = kept.problems === kept.good.problems;
      add(path, isGood ? (lexicon.glossary.problems.get(path) ?? []) : kept.problems);
    }
    for (const [path, kept] of sourcesKept) {
      const isGood = kept.problems === kept.good.problems;
      add(path, isGood ? (library.problems.get(path) ?? []) : kept.problems);
    }
    for (const [path, found] of yield* checkExamples(works, glossaryFiles)) add(path, found);
    const [first] = glossaryFiles.keys();
    if (first && lexicon.claimCount > MOST_FORMS_FOR_VARIANTS) add(first, [tooManyForms]);
    return new Desk({ root: this.root, config, works, glossaryFiles, problems });
  }
}

const isSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, k) => one === others[k]);

const tooManyForms: Problem = {
  rule: 'glossary/large',
  severity: 'information',
  message: `This desk has more than ${MOST_FORMS_FOR_VARIANTS.toLocaleString('en')} forms: unlisted spellings (name/variant) are not looked for in its reports. Use “nomenclator who” for a single name.`,
  span: START,
};

/** The keys that a glossary may name; without a single source file, keys are taken on trust. */
const knownKeys = (library: Library | undefined): ReadonlySet<string> | undefined =>
  library && library.problems.size > 0 ? new Set(library.sources.keys()) : undefined;

function keepConfig(text: string, before: Kept<DeskConfig> | undefined): Kept<DeskConfig> {
  if (before?.text === text) return before;
  const read = readConfig(text);
  const isBroken = read.problems.some(({ rule }) => rule === 'desk/syntax');
  return { text, good: isBroken && before ? before.good : read.config, problems: configProblems(read) };
}

/** A name of a style that is not there is a problem of the configuration, though only the sources know the names. */
function configProblems({ config, problems, cslSpan }: ReadConfig): readonly Problem[] {
  if (styleNamed(config.csl) !== undefined) return problems;
  const message = `There is no citation style “${config.csl}”. Write one of ${styleNames().join(', ')}.`;
  return [...problems, { rule: 'desk/config', severity: 'error', message, span: cslSpan() }];
}

function* keepGlossary(
  path: string,
  text: string,
  before: Kept<GlossaryFile> | undefined,
): Steps<Kept<GlossaryFile>> {
  yield;
  const file = parseGlossaryFile(path, text);
  // What is no YAML, or YAML without a single entry that could be read, says nothing of what the glossary should be.
  const isBroken = file.problems.some(
    ({ rule, severity }) =>
      rule === 'glossary/syntax' || (file.entities.length === 0 && severity === 'error'),
  );
  return { text, good: isBroken && before ? before.good : file, problems: file.problems };
}

function* keepSources(
  path: string,
  text: string,
  before: Kept<SourceFile> | undefined,
): Steps<Kept<SourceFile>> {
  yield;
  const file = readSourceFile(path, text);
  // What can be saved of a file that breaks off may be little; all of its sources are still known from before.
  const isBroken =
    file.problems.some(({ rule }) => rule === 'source/syntax') ||
    (file.sources.length === 0 && file.problems.some(({ severity }) => severity === 'error'));
  return { text, good: isBroken && before ? before.good : file, problems: file.problems };
}
