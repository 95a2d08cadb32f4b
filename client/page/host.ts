/** Where the page is shown: in VS Code, which can open places, or as a file, which can only tell them. */

import type { FromPage, PagePlace, ToPage } from '../src/consistencyMessages';
import type { Choices } from './choices';

export interface Host {
  /** What only an editor can do; undefined in a file. */
  readonly editor?: {
    open(title: string, places: readonly PagePlace[]): void;
    openEntry(entity: string): void;
    addToGlossary(place: PagePlace): void;
    refresh(): void;
    /** As a file, to be sent to a colleague. */
    save(): void;
  };
  /** Keeps what the reader chose, where that outlives the page. */
  keep(choices: Choices): void;
  /** What was kept. */
  kept(): Partial<Choices>;
  /** Hands over what is to be shown: at once, and whenever there is something newer. */
  onContents(show: (contents: ToPage) => void): void;
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  /** Given by VS Code to the pages that it shows, once each. */
  var acquireVsCodeApi: (() => VsCode) | undefined;
}

export function findHost(): Host {
  const vscode = globalThis.acquireVsCodeApi?.();
  return vscode ? inVsCode(vscode) : inFile();
}

function inVsCode(vscode: VsCode): Host {
  return {
    editor: {
      open: (title, places) => vscode.postMessage({ kind: 'open', title, places }),
      openEntry: (entity) => vscode.postMessage({ kind: 'openEntry', entity }),
      addToGlossary: (place) => vscode.postMessage({ kind: 'addToGlossary', place }),
      refresh: () => vscode.postMessage({ kind: 'refresh' }),
      save: () => vscode.postMessage({ kind: 'save' }),
    },
    keep: (choices) => vscode.setState(choices),
    kept: () => (vscode.getState() ?? {}) as Partial<Choices>,
    onContents: (show) => {
      // Whoever sends messages here is VS Code: nothing else can reach into its pages.
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => show(data));
      vscode.postMessage({ kind: 'ready' });
    },
  };
}

function inFile(): Host {
  return {
    keep: () => {},
    kept: () => ({}),
    onContents: (show) =>
      show(JSON.parse(document.getElementById('report')?.textContent ?? 'null') as ToPage),
  };
}
