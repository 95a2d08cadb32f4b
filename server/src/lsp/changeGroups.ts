/** Groups the changes of a normalisation for a preview: by what they are about, with how much there is of it. */

import type { Desk } from '../desk/desk';
import type { ChangeGroup } from '../features/normalise';
import { counted } from '../text/counted';
import type { EditGroup, FileEdits } from './deskEdits';

/** Entities and headings are told apart by what no id begins with. */
const HEADING = '#';
export const groupKey = (group: ChangeGroup): string =>
  'entity' in group ? group.entity : HEADING + group.heading;

/** What a preview calls each group of these edits, by its key; no two alike. */
export function changeGroups(files: readonly FileEdits[], { works }: Desk): ReadonlyMap<string, EditGroup> {
  const sizes = new Map<string, { changes: number; files: number }>();
  for (const { edits } of files) {
    const here = new Set<string>();
    for (const { group } of edits) {
      const size = sizes.get(group) ?? { changes: 0, files: 0 };
      size.changes++;
      if (!here.has(group)) size.files++;
      here.add(group);
      sizes.set(group, size);
    }
  }
  const nameOfGroup = (key: string): string =>
    key.startsWith(HEADING)
      ? key.slice(HEADING.length)
      : (works.lexicon.glossary.entities.get(key)?.name ?? key);
  const bearers = new Map<string, number>();
  for (const key of sizes.keys()) bearers.set(nameOfGroup(key), (bearers.get(nameOfGroup(key)) ?? 0) + 1);
  const groups = new Map<string, EditGroup>();
  for (const [key, size] of sizes) {
    const name = nameOfGroup(key);
    const label = (bearers.get(name) ?? 0) > 1 ? `${name} (${key.replace(HEADING, '')})` : name;
    const description = `${counted(size.changes, 'change')} in ${counted(size.files, 'report')}`;
    groups.set(key, { label, description });
  }
  return groups;
}
