/** A file of a desk’s own as it is being edited, with a caret in it: what a reader is offered and told there. */

import assert from 'node:assert/strict';
import { CONFIG_FILE } from '../../server/src/desk/configShape';
import type { Desk } from '../../server/src/desk/desk';
import { completeFileAt, type FileSuggestion } from '../../server/src/features/deskFiles/completeFile';
import type { DeskFile } from '../../server/src/features/deskFiles/filePlace';
import { fileTargetAt } from '../../server/src/features/deskFiles/fileTarget';
import { hoverFileAt } from '../../server/src/features/deskFiles/hoverFile';
import { GLOSSARY_FILE } from '../../server/src/glossary/shape';
import { readCaret } from './underlines';

const TODAY = '2023-01-01';

export class DeskFileCaret {
  readonly #desk: Desk;
  readonly #file: DeskFile;
  readonly #offset: number;

  /** @param marked the text with `|` at the caret. */
  constructor(desk: Desk, path: string, marked: string) {
    const { text, offset } = readCaret(marked);
    this.#desk = desk;
    this.#file = { path, text, shape: path.endsWith('/nomenclator.yaml') ? CONFIG_FILE : GLOSSARY_FILE };
    this.#offset = offset;
  }

  /** A line for each suggestion: its label, and what stands beside it. */
  offered(): string[] {
    const items = this.#suggestions()?.items ?? [];
    return items.map(({ label, detail }) => (detail === undefined ? label : `${label}: ${detail}`));
  }

  /** The text with the first suggestion in it, as an editor writes it, and `|` at the caret. */
  completed(): string {
    const found = this.#suggestions();
    const first: FileSuggestion | undefined = found?.items[0];
    assert.ok(found && first, 'Nothing is offered.');
    const { text } = this.#file;
    const line = text.slice(text.lastIndexOf('\n', found.span.start - 1) + 1);
    const indent = /^[ \t]*/.exec(line)![0];
    const inserted = `${first.text.slice(0, first.caret)}|${first.text.slice(first.caret)}`;
    const adjusted = inserted.replaceAll('\n', `\n${indent}`);
    return text.slice(0, found.span.start) + adjusted + text.slice(found.span.end);
  }

  /** Markdown. */
  card(): string | undefined {
    const { lexicon, library, formatter } = this.#desk.works;
    return hoverFileAt(this.#file, this.#desk.glossaryFiles.get(this.#file.path), this.#offset, {
      glossary: lexicon.glossary,
      today: TODAY,
      sourceNote: ({ id, locator }) => {
        const source = library.sources.get(id);
        return source && formatter.note({ source, locator });
      },
    })?.markdown;
  }

  defined(): string[] {
    const { lexicon, library } = this.#desk.works;
    const target = fileTargetAt(this.#file, this.#desk.glossaryFiles.get(this.#file.path), this.#offset);
    if (target?.kind === 'source') return library.sources.has(target.key) ? [`source: ${target.key}`] : [];
    const entity = target && lexicon.glossary.entities.get(target.id);
    return entity ? [`glossary: ${entity.origin.yamlPath.join('/')}`] : [];
  }

  #suggestions() {
    const { works, search } = this.#desk;
    return completeFileAt(this.#file, this.#offset, { works, search, today: TODAY });
  }
}
