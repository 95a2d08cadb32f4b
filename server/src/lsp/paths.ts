/** Turns the URIs of the protocol into the paths of a desk, and back. */

import { URI } from 'vscode-uri';

/** A path for what lies on a disk, else the URI itself: both use `/`, which is all that a desk asks of a path. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return uri.replace(/\/+$/, '');
  const path = parsed.fsPath.replaceAll('\\', '/');
  return path.length > 1 ? path.replace(/(?<!:)\/+$/, '') : path;
}

export const uriOf = (path: string): string => (isUri(path) ? path : URI.file(path).toString());

/** Whether a path is a URI: its file is read by the client, not from the disk. */
export const isUri = (path: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
