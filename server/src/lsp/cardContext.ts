/** Gives a card what it shows beyond the analysis: notes of sources, and the links that an editor can follow. */

import type { Desk } from '../desk/desk';
import type { HoverContext } from '../features/hover';
import type { Span } from '../text/span';
import {
  ADD_TO_GLOSSARY,
  type EditGlossaryParams,
  type EntityParams,
  type InitializationOptions,
  OPEN_ENTRY,
  type PlaceParams,
  TEACH_GLOSSARY,
} from './requests';
import type { OpenReport } from './session';
import * as toProto from './toProto';

/** `today` is `YYYY-MM-DD`. */
export function cardContext(
  { uri, desk, analysis: { report } }: OpenReport,
  today: string,
  { opensEntries = false, teachesGlossary = false }: InitializationOptions,
): HoverContext {
  const placeOf = (at: Span): PlaceParams => ({ uri, range: toProto.range(report.lines, at) });
  return {
    today,
    sourceNote: sourceNoteOf(desk),
    openLink: (id) => (opensEntries ? commandLink(OPEN_ENTRY, { root: desk.root, id }) : undefined),
    addLink: (at) => (teachesGlossary ? commandLink(ADD_TO_GLOSSARY, placeOf(at)) : undefined),
    teachLink: (change) => (teachesGlossary ? commandLink(TEACH_GLOSSARY, { uri, change }) : undefined),
  };
}

/** The notes of a desk’s sources; undefined where there is no such source. */
export const sourceNoteOf =
  ({ works: { library, formatter } }: Desk): HoverContext['sourceNote'] =>
  ({ id, locator }) => {
    const source = library.sources.get(id);
    return source && formatter.note({ source, locator });
  };

const commandLink = (command: string, params: EntityParams | PlaceParams | EditGlossaryParams): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([params]))}`;
