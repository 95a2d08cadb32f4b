/** Shows how often a report mentions a name at the end of its line in the side bar, where a long name cannot hide it. */

import { type FileDecoration, Uri } from 'vscode';
import type { NameLine } from '../../../server/src/lsp/requests';

/** Of addresses that stand for lines of the tree, and for no file. */
const SCHEME = 'nomenclator-name';
/** A badge has room for two digits. */
const MOST = 99;

/** Carries the count of a line to where VS Code asks for its badge. */
export const countUri = ({ key, count }: NameLine): Uri =>
  Uri.from({ scheme: SCHEME, path: `/${key}`, query: `${count}` });

/** Undefined for what is no line of ours, or is not mentioned. */
export function countBadge({ scheme, query }: Uri): FileDecoration | undefined {
  const count = scheme === SCHEME ? Number(query) : 0;
  if (!(count > 0)) return undefined;
  const tooltip = count === 1 ? '1 mention in this report' : `${count} mentions in this report`;
  return { badge: count > MOST ? '…' : `${count}`, tooltip };
}
