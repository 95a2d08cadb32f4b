/** Reads the settings that an editor holds for a document, where it can be asked for them. */

import type { ClientCapabilities, Connection } from 'vscode-languageserver/node';
import type { NoteLabels } from '../features/citing/noteInsertion';

/** When notes are made anew by themselves. */
export type NoteUpdate = 'manual' | 'onSave';

export interface DocumentSettings {
  readonly semanticTokens: boolean;
  readonly notesUpdate: NoteUpdate;
  readonly notesLabels: NoteLabels;
  /** Whether the entries of a glossary tell how often they are mentioned. */
  readonly codeLens: boolean;
}

const DEFAULTS: DocumentSettings = {
  semanticTokens: true,
  notesUpdate: 'manual',
  notesLabels: 'number',
  codeLens: true,
};

export class Settings {
  readonly #connection: Connection;
  readonly #capabilities: () => ClientCapabilities;
  readonly #known = new Map<string, Promise<DocumentSettings>>();

  /** `capabilities` tells what the editor can do; asked each time. */
  constructor(connection: Connection, capabilities: () => ClientCapabilities) {
    this.#connection = connection;
    this.#capabilities = capabilities;
  }

  /** The settings have changed. */
  forget(): void {
    this.#known.clear();
  }

  /** Those of a document; what an editor does not say, or says wrongly, has its default. */
  async of(uri: string): Promise<DocumentSettings> {
    const { configuration, didChangeConfiguration } = this.#capabilities().workspace ?? {};
    if (!configuration) return DEFAULTS;
    const known = this.#known.get(uri) ?? this.#ask(uri);
    // Without word of their changes they are asked for each time.
    if (didChangeConfiguration?.dynamicRegistration) this.#known.set(uri, known);
    try {
      return await known;
    } catch {
      this.#known.delete(uri);
      return DEFAULTS;
    }
  }

  /** Whether notes are made anew at a save somewhere among the folders, or where none is named. */
  async updatesOnSave(folders: readonly string[]): Promise<boolean> {
    if (!this.#capabilities().workspace?.configuration) return false;
    const answers: unknown[] = await this.#connection.workspace.getConfiguration([
      { section: 'nomenclator.notes.update' },
      ...folders.map((scopeUri) => ({ scopeUri, section: 'nomenclator.notes.update' })),
    ]);
    return answers.includes('onSave');
  }

  async #ask(scopeUri: string): Promise<DocumentSettings> {
    const [colours, update, labels, lenses]: unknown[] = await this.#connection.workspace.getConfiguration([
      { scopeUri, section: 'nomenclator.semanticTokens' },
      { scopeUri, section: 'nomenclator.notes.update' },
      { scopeUri, section: 'nomenclator.notes.labels' },
      { scopeUri, section: 'nomenclator.codeLens' },
    ]);
    return {
      semanticTokens: colours !== false,
      notesUpdate: update === 'onSave' ? update : DEFAULTS.notesUpdate,
      notesLabels: labels === 'key' ? labels : DEFAULTS.notesLabels,
      codeLens: lenses !== false,
    };
  }
}
