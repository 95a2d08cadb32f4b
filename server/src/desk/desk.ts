/** A desk as it stands: its configuration, glossary, sources, and what is wrong with its files. Immutable. */

import type { WorksOfReference } from '../analysis/works';
import type { GlossaryFile } from '../glossary/parse';
import { makeSourceSearch, type SourceSearch } from '../sources/searching/search';
import type { Problem } from '../text/problem';
import type { DeskConfig } from './config';

export interface DeskParts {
  readonly root: string;
  readonly config: DeskConfig;
  readonly works: WorksOfReference;
  readonly glossaryFiles: ReadonlyMap<string, GlossaryFile>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export class Desk {
  /** The folder that holds the desk. */
  readonly root: string;
  readonly config: DeskConfig;
  readonly works: WorksOfReference;
  readonly glossaryFiles: ReadonlyMap<string, GlossaryFile>;
  /** By the path of the file; a file without problems is not there. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  #search: SourceSearch | undefined;

  constructor(parts: DeskParts) {
    this.root = parts.root;
    this.config = parts.config;
    this.works = parts.works;
    this.glossaryFiles = parts.glossaryFiles;
    this.problems = parts.problems;
  }

  /** Made when first asked for: many who open a desk never cite. */
  get search(): SourceSearch {
    this.#search ??= makeSourceSearch(this.works.library);
    return this.#search;
  }
}
