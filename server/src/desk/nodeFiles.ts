/** The file system of a disk, through Node; the only place below the entry points that knows Node's own modules. */

import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileSystem, FolderEntry, MarkedEncoding, ReadResult } from './files';

/** Larger files are no one's writing; reading them would only fill the memory. */
const LARGEST = 256 * 1024 * 1024;
const DECODED_AT_ONCE = 4 * 1024 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';

export const nodeFiles: FileSystem = { read, list, isWritable, realPath };

async function read(path: string): Promise<ReadResult> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) return { failure: `${path} is larger than 256 MB. Split it into smaller files.` };
    return await decode(path, await readWhole(path));
  } catch (error) {
    return { failure: explain(path, error) };
  }
}

/** All bytes of a file, asked for at once: `readFile` asks for a large one in hundreds of pieces. Fails as Node does. */
export async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    // What is no file of a disk, a pipe perhaps, does not say how long it is.
    if (size === 0) return Uint8Array.from(await file.readFile());
    const bytes = new Uint8Array(size);
    let used = 0;
    while (used < bytes.length) {
      const { bytesRead } = await file.read(bytes, used, bytes.length - used, used);
      if (bytesRead === 0) return bytes.slice(0, used);
      used += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/**
 * UTF-8, or UTF-16 with a byte-order mark; anything else is said, not guessed. A long file is decoded in pieces, between
 * which others have their turn.
 */
async function decode(path: string, bytes: Uint8Array): Promise<ReadResult> {
  const encoding = markedEncoding(bytes);
  const decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: true });
  const pieces: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += DECODED_AT_ONCE) {
      if (at > 0) await new Promise((resolve) => setImmediate(resolve));
      pieces.push(decoder.decode(bytes.subarray(at, at + DECODED_AT_ONCE), { stream: true }));
    }
    const text = pieces.join('') + decoder.decode();
    return encoding === undefined ? { text } : { text, encoding };
  } catch {
    const failure = `${path} is not UTF-8 text. Save it as UTF-8.`;
    // What holds NUL bytes is no text of one byte a character.
    return bytes.includes(0)
      ? { failure }
      : { failure, legacyText: new TextDecoder('windows-1252').decode(bytes) };
  }
}

function markedEncoding([first, second, third]: Uint8Array): MarkedEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

async function list(folder: string): Promise<readonly FolderEntry[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const resolved = entries.map(async (entry): Promise<FolderEntry> => {
      if (!entry.isSymbolicLink()) return { name: entry.name, isFolder: entry.isDirectory() };
      const target = await stat(`${folder}/${entry.name}`).catch(() => undefined);
      return { name: entry.name, isFolder: target?.isDirectory() ?? false, isLink: true };
    });
    return await Promise.all(resolved);
  } catch {
    return [];
  }
}

/** Who writes as an administrator may write everything: what is marked as not to be written is left alone all the same. */
const ANYBODY_MAY_WRITE = 0o222;

async function isWritable(path: string): Promise<boolean> {
  try {
    const { mode } = await stat(path);
    await access(path, constants.W_OK);
    return (mode & ANYBODY_MAY_WRITE) !== 0;
  } catch {
    return false;
  }
}

async function realPath(path: string): Promise<string> {
  return (await realpath(path).catch(() => path)).replaceAll('\\', '/');
}

/** Writes UTF-8, or what the file there begins with a byte-order mark of, with that mark. Fails as Node does. */
export async function writeText(path: string, text: string): Promise<void> {
  const bytes = await readFile(path).catch(() => new Uint8Array());
  await writeFile(path, encode(text, markedEncoding(bytes)));
}

function encode(text: string, encoding: MarkedEncoding | undefined): Buffer {
  if (encoding === undefined) return Buffer.from(text);
  if (encoding === 'utf-8') return Buffer.from(BYTE_ORDER_MARK + text);
  const bytes = Buffer.from(BYTE_ORDER_MARK + text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** Writes a new file as UTF-8, and the folders above it where there are none. Fails as Node does, also where it is there. */
export async function createText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { encoding: 'utf8', flag: 'wx' });
}

function explain(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return `${path} does not exist. Check the name.`;
    case 'EISDIR':
      return `${path} is a folder, not a file.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read. Check its permissions.`;
    default:
      return `${path} could not be read (${String(code ?? error)}).`;
  }
}
