/** The notes of a report in the order in which its reader meets them. */

import {
  type GeneratedNote,
  labelKey,
  type NoteDefinition,
  type NoteReference,
  type Report,
} from '../markdown/report';

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
 * The notes by their first references, each once, as a page numbers them: a note that only a note refers to comes with
 * that reference; those that nothing refers to come last, as they stand. Of definitions with one label the first counts.
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
  const definitions = new Map<string, NoteDefinition>();
  for (const definition of layout.definitions) {
    const key = labelKey(definition.label);
    if (!definitions.has(key)) definitions.set(key, definition);
  }
  const references = new Map<string, NoteReference[]>();
  for (const key of definitions.keys()) references.set(key, []);
  for (const reference of layout.references) references.get(labelKey(reference.label))?.push(reference);

  const generatedBy = new Map(generated.map((note) => [note.definition, note]));
  const inText = [...references].sort(
    ([, some], [, others]) => (some[0]?.start ?? Infinity) - (others[0]?.start ?? Infinity) || 0,
  );
  return inText.map(([key, refers], k) => {
    const definition = definitions.get(key)!;
    const note = generatedBy.get(definition);
    return { number: k + 1, definition, references: refers, ...(note ? { generated: note } : {}) };
  });
}
