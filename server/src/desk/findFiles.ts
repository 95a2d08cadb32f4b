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

/**
 * The files below and beside `root` that the patterns name and `ignored` does not; sorted by path. A file to which several
 * ways lead is found once.
 */
export async function findFiles(
  files: FileSystem,
  root: string,
  patterns: readonly string[],
  ignored: readonly string[] = [],
): Promise<string[]> {
  const wanted = matcher(root, patterns);
  const unwanted = matcher(root, ignored);
  const realPathOf = async (path: string) => (await files.realPath?.(path)) ?? path;
  const found = new Map<string, string>();
  const links: string[] = [];
  const seen = new Set<string>();
  const linked = new Set<string>();
  /** `inside`: what the folders lead to that it lies in, among them itself: a link back to one of them has no end. */
  const walk = async (folder: string, inside: readonly string[], byLink = false): Promise<void> => {
    if (seen.has(folder) || inside.length > DEEPEST || seen.size > MOST_FOLDERS) return;
    seen.add(folder);
    const real = inside.at(-1)!;
    // Folders that link to each other are a maze: by links, each is entered once.
    if (byLink && linked.has(real)) return;
    if (byLink) linked.add(real);
    for (const { name, isFolder, isLink } of await files.list(folder)) {
      const path = join(folder, name);
      if (unwanted(path)) continue;
      if (isFolder) {
        if (SKIPPED.has(name)) continue;
        const target = isLink ? await realPathOf(path) : join(real, name);
        if (!inside.includes(target)) await walk(path, [...inside, target], byLink || isLink);
      } else if (!wanted(path)) continue;
      else if (isLink) links.push(path);
      // The way without a link is the one that people know.
      else if (!byLink || !found.has(join(real, name))) found.set(join(real, name), path);
    }
  };
  for (const base of basesOf(root, patterns)) await walk(base, [await realPathOf(base)]);
  for (const path of links.sort()) {
    const target = await realPathOf(path);
    if (!found.has(target)) found.set(target, path);
  }
  return [...found.values()].sort();
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
