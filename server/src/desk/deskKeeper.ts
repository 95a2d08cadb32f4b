/** Keeps one desk up to date: reads its files, again when they change, and never lets go of the last good state. */

import { checkExamples } from '../analysis/examples';
import type { WorksOfReference } from '../analysis/works';
import { makeGlossarySteps } from '../glossary/glossary';
import { compileLexiconSteps, type Lexicon } from '../glossary/lexicon';
import { type GlossaryFile, parseGlossarySteps } from '../glossary/parse';
import { StoredFile } from '../glossary/storedFile';
import type { GlossaryOfFiles } from '../glossary/storedGlossary';
import { type Formatter, makeFormatter } from '../sources/formatting/format';
import { type Library, makeLibrarySteps } from '../sources/library';
import { readSourceSteps } from '../sources/reading/read';
import type { SourceFile } from '../sources/source';
import type { Problem } from '../text/problem';
import { pace, type Rest, type Steps } from '../text/steps';
import { CONFIG_NAME, DEFAULT_CONFIG, type DeskConfig, type ReadConfig, readConfig } from './config';
import { Desk } from './desk';
import { type DeskStyle, findStyle, namedStyle, stylePathOf } from './deskStyle';
import type { FileSystem, ReadResult } from './files';
import { configPathOf } from './findDesk';
import { findFiles, matches } from './findFiles';
import { GlossaryCache } from './glossaryCache';
import type { IndexCache } from './indexCache';
import {
  configProblems,
  earlierFile,
  type Kept,
  type KeptConfig,
  keepConfig,
  keepFiles,
  keepGlossary,
  keepSources,
  keptAsStored,
  styleProblemOf,
  unmatchedPatterns,
  unreadable,
} from './keptFiles';

/** What kind of file of its own a path is to a desk. */
export type DeskFileKind = 'config' | 'glossary' | 'source' | 'style';

/** What a keeper may be given beside its files. */
export interface DeskKeeperOptions {
  /** Asked between the steps of a load, so that whoever serves an editor can answer meanwhile. */
  readonly rest?: Rest;
  /** Where compiled glossaries are kept; without it, every keeper compiles its own. */
  readonly cache?: IndexCache;
  /** Glossaries with shorter texts are not kept; nobody but a test needs to say. */
  readonly shortestKept?: number;
}

const withoutRest: Rest = () => undefined;

export class DeskKeeper {
  readonly root: string;
  readonly #files: FileSystem;
  readonly #rest: Rest;
  readonly #cache: GlossaryCache | undefined;
  /** The key that was last worked out, and of what. */
  #keyed:
    | {
        readonly texts: ReadonlyMap<string, string>;
        readonly library: Library;
        readonly key: string | undefined;
      }
    | undefined;
  #loading: Promise<Desk> | undefined;
  #next: Promise<Desk> | undefined;
  #remembering: Promise<void> = Promise.resolve();
  #config: KeptConfig | undefined;
  /** Why the configuration, which is there, cannot be read. */
  #configFailure: string | undefined;
  #style: DeskStyle | undefined;
  /** The patterns of the configuration that no file answered to when the desk was last read. */
  #unmatched: ReadonlySet<string> = new Set();
  #glossary = new Map<string, Kept<GlossaryFile>>();
  #sources = new Map<string, Kept<SourceFile>>();
  #desk: Desk | undefined;

  constructor(
    files: FileSystem,
    root: string,
    { rest = withoutRest, cache, shortestKept }: DeskKeeperOptions = {},
  ) {
    this.#files = files;
    this.root = root;
    this.#rest = rest;
    if (cache) this.#cache = new GlossaryCache(cache, rest, shortestKept);
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
    const isThere = 'text' in configText || (await this.#hasConfig());
    this.#configFailure = isThere && 'failure' in configText ? configText.failure : undefined;
    if (!isThere) this.#config = undefined;
    const config = this.#config?.good ?? DEFAULT_CONFIG;
    const style = await findStyle(this.#files, this.root, config.csl, this.#style);
    const sourceTexts = await this.#readTexts(config, config.sources);
    const sources = await this.#pace(keepFiles(sourceTexts, this.#sources, keepSources, 'read'));
    const library = await this.#pace(this.#libraryOf(sources));
    const texts = await this.#readTexts(config, config.glossary);
    const cached = this.#desk ? undefined : await this.#readCache(texts, library);
    const glossary = cached
      ? keptAsStored(texts, cached.files)
      : await this.#pace(keepFiles(texts, this.#glossary, keepGlossary));
    this.#desk = await this.#pace(
      this.#assemble({ config, style, glossary, sources, library }, cached?.lexicon),
    );
    this.#glossary = glossary;
    this.#sources = sources;
    this.#style = style;
    return this.#desk;
  }

  /**
   * Does in steps what nobody waits for yet: builds what would else be built when somebody first asks for it, what is
   * quickly built first, and keeps it in the cache. Never rejects: what fails here fails again, and is told, where it is
   * asked for.
   */
  async settle(): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    const { lexicon } = desk.works;
    try {
      await this.recall();
      await this.#pace(lexicon.searchSteps());
      await this.remember();
      for (const file of desk.glossaryFiles.values())
        if (file instanceof StoredFile) await this.#pace(file.read.steps());
      await this.#pace(lexicon.guesserSteps());
    } catch {
      return;
    }
    await this.remember();
  }

  /** Takes from the cache what would else be built when somebody first asks for guesses, or types a name. */
  async recall(): Promise<void> {
    if (this.#desk) await this.#cache?.readParts(this.#desk.works.lexicon.base);
  }

  /** Keeps in the cache what was compiled of the present glossary. Call it when there is nothing better to do. */
  remember(): Promise<void> {
    // One after another, so that nothing is written twice. A cache that cannot be written is nobody's trouble.
    this.#remembering = this.#remembering.then(() => this.#remember()).catch(() => {});
    return this.#remembering;
  }

  async #remember(): Promise<void> {
    const desk = this.#desk;
    if (!desk || !this.#cache) return;
    const texts = new Map<string, string>();
    for (const [path, { text, good, problems }] of this.#glossary) {
      // What stems from an earlier text is not what this text gives.
      if (text === undefined || good.problems !== problems) return;
      texts.set(path, text);
    }
    const { lexicon, library } = desk.works;
    const key = await this.#keyOf(texts, library);
    if (key) await this.#cache.write(key, { lexicon, files: desk.glossaryFiles });
  }

  async #keyOf(texts: ReadonlyMap<string, string>, library: Library): Promise<string | undefined> {
    const known = this.#keyed;
    if (known?.library === library && isSame([...known.texts].flat(), [...texts].flat())) return known.key;
    const key = await this.#cache?.keyOf(texts, knownKeys(library));
    this.#keyed = { texts, library, key };
    return key;
  }

  async #readCache(
    read: ReadonlyMap<string, ReadResult>,
    library: Library,
  ): Promise<GlossaryOfFiles | undefined> {
    if (!this.#cache) return undefined;
    const texts = new Map<string, string>();
    for (const [path, result] of read) {
      if (!('text' in result)) return undefined;
      texts.set(path, result.text);
    }
    const key = await this.#keyOf(texts, library);
    return key === undefined ? undefined : this.#cache.read(key, texts);
  }

  /** The text of a file of the desk as it was last read: what the places of its problems and entries refer to. */
  textOf(path: string): string | undefined {
    return (this.#glossary.get(path) ?? this.#sources.get(path))?.text;
  }

  /** What `path` is to this desk; undefined for a file that is none of its own. */
  kindOf(path: string): DeskFileKind | undefined {
    const config = this.#config?.good ?? DEFAULT_CONFIG;
    if (path === configPathOf(this.root)) return 'config';
    if (matches(this.root, config.glossary, path)) return 'glossary';
    if (matches(this.root, config.sources, path)) return 'source';
    if (path === stylePathOf(this.root, config.csl) || this.#style?.paths.includes(path)) return 'style';
    return undefined;
  }

  /** The problems that a file of the desk would have if it held `text`: for a file that is being edited. */
  async problemsIn(path: string, text: string): Promise<readonly Problem[]> {
    return this.#pace(this.#problemsIn(path, text));
  }

  *#problemsIn(path: string, text: string): Steps<readonly Problem[]> {
    switch (this.kindOf(path)) {
      case 'config':
        return this.#configProblems(readConfig(text));
      case 'glossary': {
        const earlier = yield* earlierFile(this.#glossary.get(path)?.good);
        const edited = yield* parseGlossarySteps(path, text, earlier);
        const others = [...this.#glossary].filter(([other]) => other !== path).map(([, { good }]) => good);
        const known = knownKeys(this.#desk?.works.library);
        const before = this.#desk?.works.lexicon.glossary;
        const glossary = yield* makeGlossarySteps([...others, edited], known, before);
        return glossary.problems.get(path) ?? [];
      }
      case 'source': {
        const edited = yield* readSourceSteps(path, text);
        const others = [...this.#sources].filter(([other]) => other !== path).map(([, { good }]) => good);
        const library = yield* makeLibrarySteps([...others, edited]);
        return library.problems.get(path) ?? [];
      }
      default:
        return [];
    }
  }

  /** The style was found for the configuration as it was last read: of another one nothing is known yet. */
  #configProblems(read: ReadConfig): readonly Problem[] {
    const isSame = read.config.csl === (this.#config?.good ?? DEFAULT_CONFIG).csl;
    const known = stylePathOf(this.root, read.config.csl) === undefined;
    const style = isSame ? this.#style : known ? namedStyle(read.config.csl) : undefined;
    return configProblems(read, style, this.#unmatched);
  }

  #pace<T>(steps: Steps<T>): Promise<T> {
    return pace(steps, this.#rest);
  }

  async #hasConfig(): Promise<boolean> {
    return (await this.#files.list(this.root)).some(({ name }) => name === CONFIG_NAME);
  }

  async #readTexts(
    config: DeskConfig,
    patterns: readonly string[],
  ): Promise<ReadonlyMap<string, ReadResult>> {
    const texts = new Map<string, ReadResult>();
    for (const path of await findFiles(this.#files, this.root, patterns, config.ignore)) {
      if (path !== configPathOf(this.root)) texts.set(path, await this.#files.read(path));
    }
    return texts;
  }

  /** The same as before if no file has changed. */
  *#libraryOf(kept: ReadonlyMap<string, Kept<SourceFile>>): Steps<Library> {
    const files = [...kept.values()].map(({ good }) => good);
    const before = [...this.#sources.values()].map(({ good }) => good);
    if (this.#desk && isSame(files, before)) return this.#desk.works.library;
    return yield* makeLibrarySteps(files);
  }

  *#compile(files: readonly GlossaryFile[], library: Library): Steps<Lexicon> {
    const before = this.#desk?.works.lexicon;
    const glossary = yield* makeGlossarySteps(files, knownKeys(library), before?.glossary);
    return yield* compileLexiconSteps(glossary, before);
  }

  #formatterOf({ language, citations }: DeskConfig, { style, made }: DeskStyle): Formatter {
    const { config, works } = this.#desk ?? {};
    if (works?.citations === citations && this.#style?.made === made && config?.language === language)
      return works.formatter;
    return makeFormatter({ style, language, forPandoc: citations === 'pandoc' });
  }

  /** @param known the lexicon, if it need not be compiled. */
  *#assemble(
    { config, style, glossary: glossaryKept, sources: sourcesKept, library }: ReadDesk,
    known: Lexicon | undefined,
  ): Steps<Desk> {
    const before = this.#desk;
    const glossaryFiles = new Map([...glossaryKept].map(([path, { good }]) => [path, good]));
    const isSameGlossary =
      library === before?.works.library &&
      isSame([...glossaryFiles.values()], [...before.glossaryFiles.values()]);
    const unchanged = known ?? (isSameGlossary ? before.works.lexicon : undefined);
    const lexicon = unchanged ?? (yield* this.#compile([...glossaryFiles.values()], library));
    const { citations, introductions, severities } = config;
    const styleProblem = styleProblemOf(this.#configFailure ?? this.#config?.read, style);
    const works: WorksOfReference = {
      lexicon,
      library,
      formatter: this.#formatterOf(config, style),
      citations,
      ...(styleProblem !== undefined && { styleProblem }),
      introductions,
      severities,
    };
    this.#unmatched = unmatchedPatterns(this.root, config, {
      glossary: [...glossaryKept.keys()],
      sources: [...sourcesKept.keys()],
    });
    const problems = new Map<string, Problem[]>();
    const add = (path: string, more: readonly Problem[]) => {
      if (more.length > 0) problems.set(path, [...(problems.get(path) ?? []), ...more]);
    };
    if (this.#configFailure !== undefined) add(configPathOf(this.root), [unreadable(this.#configFailure)]);
    else if (this.#config)
      add(configPathOf(this.root), configProblems(this.#config.read, style, this.#unmatched));
    for (const [path, kept] of glossaryKept) {
      const isGood = kept.problems === kept.good.problems;
      add(path, isGood ? (lexicon.glossary.problems.get(path) ?? []) : kept.problems);
    }
    for (const [path, kept] of sourcesKept) {
      const isGood = kept.problems === kept.good.problems;
      add(path, isGood ? (library.problems.get(path) ?? []) : kept.problems);
    }
    for (const [path, found] of yield* checkExamples(works, glossaryFiles)) add(path, found);
    return new Desk({ root: this.root, config, works, glossaryFiles, problems });
  }
}

/** All that a desk is made of. */
interface ReadDesk {
  readonly config: DeskConfig;
  readonly style: DeskStyle;
  readonly glossary: ReadonlyMap<string, Kept<GlossaryFile>>;
  readonly sources: ReadonlyMap<string, Kept<SourceFile>>;
  readonly library: Library;
}

const isSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, k) => one === others[k]);

/** The keys that a glossary may name; without a single source file, keys are taken on trust. */
const knownKeys = (library: Library | undefined): ReadonlySet<string> | undefined =>
  library && library.problems.size > 0 ? new Set(library.sources.keys()) : undefined;
