/** Checks the arguments of commands: they come from links and from other extensions, in any shape. */

import type { PlaceParams } from '../../server/src/lsp/requests';

/** Whether an argument is a place in a document, as the protocol has it. */
export function isPlace(params: unknown): params is PlaceParams {
  if (!isRecord(params) || !isUri(params.uri) || !isRecord(params.range)) return false;
  return [params.range.start, params.range.end].every(
    (at) => isRecord(at) && typeof at.line === 'number' && typeof at.character === 'number',
  );
}

/** Whether a value has keys that can be looked at. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a value is a URI with its scheme. */
export const isUri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value);
