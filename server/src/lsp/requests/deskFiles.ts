/** What VS Code shows over the entries of a glossary file. */

import type { EntityParams } from './glossary';
import type { PlainPosition } from './places';

/** The client’s command that shows where the reports mention the entity of an entry. */
export const SHOW_MENTIONS = 'nomenclator.showMentions';

/** The place of the entry in its file, over which the mentions are shown. */
export interface ShowMentionsParams extends EntityParams {
  /** The house form. */
  readonly label: string;
  readonly uri: string;
  readonly position: PlainPosition;
}
