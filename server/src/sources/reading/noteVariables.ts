/** Takes the variables out of a note that hold them line by line, as those who use Zotero write them under “Extra”. */

import { CSL_TYPES, DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES } from './cslVocabulary';

/** “Original Title: …”, “original-title: …” and citeproc's older “{:original-title: …}”. */
const LINE = /^[ \t]{0,10}(?:\{:)?([A-Za-z][A-Za-z _-]{1,40}?)[ \t]{0,3}:[ \t]{0,10}(\S.*?)\}?[ \t]{0,10}$/;
const LONGEST_LINE = 5_000;

const VARIABLES: ReadonlyMap<string, string> = new Map(
  ['type', ...TEXT_VARIABLES, ...DATE_VARIABLES, ...NAME_VARIABLES].map((name) => [plainName(name), name]),
);

/**
 * The entry with what its note says: variables that it has not, its `type`, if CSL knows that one, and the citation key
 * never. What is left of the note stays; an entry whose note holds no variable comes back as it is.
 */
export function withNoteVariables(
  entry: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { note } = entry;
  if (typeof note !== 'string' || !note.includes(':')) return entry;
  const found = new Map<string, unknown>();
  const left: string[] = [];
  for (const line of note.split(/\r?\n/)) {
    const [, name, value] = (line.length < LONGEST_LINE && LINE.exec(line)) || [];
    const variable = name === undefined ? undefined : VARIABLES.get(plainName(name));
    if (variable === undefined || value === undefined || !isTaken(entry, variable, value)) left.push(line);
    else if (NAME_VARIABLES.has(variable))
      found.set(variable, [...((found.get(variable) as unknown[] | undefined) ?? []), nameOf(value)]);
    else if (!found.has(variable)) found.set(variable, value.trim());
  }
  if (found.size === 0) return entry;
  const rest = left.join('\n').trim();
  const { note: _, ...others } = entry;
  return { ...others, ...Object.fromEntries(found), ...(rest !== '' && { note: rest }) };
}

function isTaken(entry: Readonly<Record<string, unknown>>, variable: string, value: string): boolean {
  if (variable === 'type') return CSL_TYPES.includes(value);
  return entry[variable] === undefined || entry[variable] === '' || entry[variable] === null;
}

/** “Family || Given”, or a name as it stands. */
function nameOf(value: string): unknown {
  const [family, given] = value.split('||').map((part) => part.trim());
  return family && given ? { family, given } : { literal: value.trim() };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[ _]/g, '-');
}
