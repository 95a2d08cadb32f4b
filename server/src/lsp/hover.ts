/** Answers for hovers: what stands under the pointer, as Markdown. */

import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import { hoverAt } from '../features/hover';
import { unlistedNameAt } from '../features/unlistedName';
import { cardContext } from './cardContext';
import { keepsGlossary } from './glossaryEdits';
import type { InitializationOptions } from './requests';
import type { Session } from './session';
import * as toProto from './toProto';

/** `today` is `YYYY-MM-DD`. */
export async function hover(
  session: Session,
  { textDocument, position }: HoverParams,
  today: string,
  client: InitializationOptions,
): Promise<Hover | null> {
  const open = await session.report(textDocument.uri);
  if (!open) return null;
  const { analysis, desk } = open;
  const { lines } = analysis.report;
  const offset = lines.offsetAt(position);
  const showsUnlisted = keepsGlossary(desk) && unlistedNameAt(analysis, offset) !== undefined;
  const canGuess = showsUnlisted && (await session.canGuess(desk));
  const context = { ...cardContext(open, today, client), showsUnlisted, canGuess };
  const found = hoverAt(analysis, offset, context);
  if (!found) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: toProto.range(lines, found.span),
  };
}
