/** The file-system interface of a desk: all that the product ever asks of a disk, an editor or a browser. */

/**
 * Paths are absolute and use `/`; on a disk they are plain paths (`/home/a/b.yaml`, `C:/a/b.yaml`), elsewhere URIs
 * without a trailing slash. Nothing here writes.
 */
export interface FileSystem {
  /** The text of a file, or why it could not be read; never throws. A byte-order mark is not part of the text. */
  read(path: string): Promise<ReadResult>;
  /** The files and folders directly in a folder; empty when there is no such folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}

export type ReadResult = { readonly text: string } | { readonly failure: string };

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}
