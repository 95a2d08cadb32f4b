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
  /** Whether a file may be written over by whoever writes: neither protected nor on a file system that is only read. */
  isWritable(path: string): Promise<boolean>;
  /** Where a path leads when every link is followed; itself where it leads nowhere. Without it, nothing is a link. */
  realPath?(path: string): Promise<string>;
}

export type ReadResult = ReadText | ReadFailure;

export interface ReadText {
  readonly text: string;
  /** How its bytes say it, if not as plain UTF-8. */
  readonly encoding?: MarkedEncoding;
}

/** What a byte-order mark at the beginning of a file tells of. */
export type MarkedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface ReadFailure {
  readonly failure: string;
  /** Of a file that is not UTF-8: what it says if it is Windows-1252, as the exports of old programs are. */
  readonly legacyText?: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Whether what it is lies elsewhere, and the name only leads there. */
  readonly isLink?: boolean;
}
