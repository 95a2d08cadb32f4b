/** Lists the files that glob patterns name; the only file that knows the pattern matcher. */

import picomatch from 'picomatch';
import type { FileSystem } from './files';
import { isAbsolute, join, relativeTo } from './path';

/** Never looked into: packages and version control are nobody's writing. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);
const DEEPEST = 40;
const MOST_FOLDERS = 20_000;

/** Whether `path` is named by one of the patterns, which are relative to `root`. */
export function matches(root: string, patterns: readonly string[], path: string): boolean {
  return matcher(root, patterns)(path);
}

/** The files below and beside `root` that the patterns name and `ignored` does not; sorted by path. */
export async function findFiles(
  files: FileSystem,
  root: string,
  patterns: readonly string[],
  ignored: readonly string[] = [],
): Promise<string[]> {
  const wanted = matcher(root, patterns);
  const unwanted = matcher(root, ignored);
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = async (folder: string, depth: number): Promise<void> => {
    if (seen.has(folder) || depth > DEEPEST || seen.size > MOST_FOLDERS) return;
    seen.add(folder);
    for (const entry of await files.list(folder)) {
      const path = join(folder, entry.name);
      if (entry.isFolder) {
        if (!SKIPPED.has(entry.name) && !unwanted(path)) await walk(path, depth + 1);
      } else if (wanted(path) && !unwanted(path)) {
        found.add(path);
      }
    }
  };
  for (const base of basesOf(root, patterns)) await walk(base, 0);
  return [...found].sort();
}

/** The folders outside which no pattern can match; a folder inside another is left out. */
export function basesOf(root: string, patterns: readonly string[]): string[] {
  const bases = patterns.map((pattern) => {
    const { base, isGlob } = picomatch.scan(pattern);
    const folder = isGlob ? base : base.replace(/\/?[^/]*$/, '');
    return join(root, folder || '.').replace(/\/$/, '') || '/';
  });
  return [...new Set(bases)].filter(
    (one) => !bases.some((other) => other !== one && one.startsWith(`${other}/`)),
  );
}

/** `matches`, for who asks of many paths. */
export function matcher(root: string, patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const absolute = isAbsolute(pattern);
    const up = /^(?:\.\.?\/)+/.exec(pattern)?.[0] ?? '';
    const base = absolute ? '' : join(root, up || '.');
    const match = picomatch(absolute ? pattern : pattern.slice(up.length), {
      dot: false,
      strictSlashes: true,
    });
    return (path: string) => {
      if (absolute) return match(path);
      const relative = relativeTo(base, path);
      return relative !== path && !relative.startsWith('..') && match(relative);
    };
  });
  return (path) => tests.some((test) => test(path));
}
