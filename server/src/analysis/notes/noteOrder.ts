/** The notes of a report in the order in which its reader meets them. */

import {
  firstDefinitions,
  type GeneratedNote,
  labelKey,
  type NoteDefinition,
  type NoteReference,
  type Report,
} from '../../markdown/report';
import type { Span } from '../../text/span';

/** A note that has a definition. */
export interface OrderedNote {
  /** Counted from 1, as a page numbers its notes, whatever their labels. */
  readonly number: number;
  readonly definition: NoteDefinition;
  /** Where the text refers to it, in order; none for a note that nothing refers to. */
  readonly references: readonly NoteReference[];
  /** If it keeps its citation. */
  readonly generated?: GeneratedNote;
}

/**
 * The notes by their first references, each once, as a page numbers them: first those to which the text refers, then, one
 * note after another, those to which only notes refer; those that nothing refers to come last, as they stand. Of
 * definitions with one label the first counts. Where the definitions stand makes no difference.
 */
export function notesInOrder(report: Report): readonly OrderedNote[] {
  let notes = known.get(report);
  if (!notes) {
    notes = order(report);
    known.set(report, notes);
  }
  return notes;
}

/** Several rules ask. */
const known = new WeakMap<Report, readonly OrderedNote[]>();

function order({ layout, generated }: Report): readonly OrderedNote[] {
  const definitions = firstDefinitions(layout);
  const references = new Map<string, NoteReference[]>();
  for (const key of definitions.keys()) references.set(key, []);
  const within = new Map<NoteDefinition | undefined, string[]>();
  const around = noteFinder(layout.definitions);
  for (const reference of layout.references) {
    const key = labelKey(reference.label);
    references.get(key)?.push(reference);
    const note = around(reference);
    const others = within.get(note);
    if (others) others.push(key);
    else within.set(note, [key]);
  }

  const generatedBy = new Map(generated.map((note) => [note.definition, note]));
  const ordered = new Map<string, OrderedNote>();
  const add = (key: string): void => {
    const definition = definitions.get(key);
    if (!definition || ordered.has(key)) return;
    const note = generatedBy.get(definition);
    ordered.set(key, {
      number: ordered.size + 1,
      definition,
      references: references.get(key)!,
      ...(note ? { generated: note } : {}),
    });
  };
  for (const key of within.get(undefined) ?? []) add(key);
  // What is added on the way is gone through as well.
  for (const { definition } of ordered.values()) for (const key of within.get(definition) ?? []) add(key);
  const byDefinition = [...references].sort(
    ([, some], [, others]) => Number(!some.length) - Number(!others.length),
  );
  for (const [key] of byDefinition) add(key);
  return [...ordered.values()];
}

/** The innermost of the notes that holds what is asked for; to be asked in order. */
function noteFinder(notes: readonly NoteDefinition[]): (at: Span) => NoteDefinition | undefined {
  let next = 0;
  const open: NoteDefinition[] = [];
  return ({ start }) => {
    while (next < notes.length && notes[next]!.start <= start) open.push(notes[next++]!);
    while (open.length > 0 && open.at(-1)!.end <= start) open.pop();
    return open.at(-1);
  };
}
