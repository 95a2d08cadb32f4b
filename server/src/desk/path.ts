/** Arithmetic on paths with `/`: those of disks (`/a/b`, `C:/a/b`) and those of editors (`vscode-vfs://host/a/b`). */

/** What no `..` can leave: `/`, `C:/` or `scheme://host/`. */
const ROOT = /^(?:[a-z][a-z0-9+.-]+:\/\/[^/]*\/?|[a-z]:(?:\/|$)|\/)/i;

export const isAbsolute = (path: string): boolean => ROOT.test(path);

/** The path that `relative` names when said in `folder`; an absolute `relative` is itself. */
export function join(folder: string, relative: string): string {
  const whole = isAbsolute(relative) ? relative : `${folder}/${relative}`;
  const root = ROOT.exec(whole)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (root.endsWith('/') || root === '' ? root : `${root}/`) + parts.join('/');
}

/** The folder that holds `path`; a root holds itself. */
export function parentOf(path: string): string {
  const root = ROOT.exec(path)?.[0] ?? '';
  const cut = path.lastIndexOf('/');
  return cut <= root.length - 1 ? root || path : path.slice(0, cut);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `path` as it is written from `folder`; `../` where it lies outside. Paths that share no folder stay as they are. */
export function relativeTo(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  if (shared === 0 && from.length > 0) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}
