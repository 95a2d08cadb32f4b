/** The icons by which VS Code's side bar tells the types of entities apart. */

import { ThemeColor, ThemeIcon } from 'vscode';

const ICONS: Readonly<Record<string, string>> = {
  person: 'person',
  group: 'organization',
  organisation: 'library',
  place: 'location',
};

/** That of a type of entity; paler for what the report does not mention. */
export const entityIcon = (type: string, isMentioned = true): ThemeIcon =>
  new ThemeIcon(ICONS[type] ?? 'tag', isMentioned ? undefined : new ThemeColor('disabledForeground'));
