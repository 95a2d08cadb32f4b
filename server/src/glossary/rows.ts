/** Reads glossary files that have an entry a row, whatever a row looks like, into entities and problems. */

import { nearest } from '../text/nearest';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { standalone } from '../text/standalone';
import type { Steps } from '../text/steps';
import { WideMap } from '../text/wideMap';
import type { YamlMap, YamlPath } from '../text/yaml';
import { ENTITY_TYPES, type Entity, type EntityType, EntryOrigin, SECTION_OF } from './entity';
import { idOf } from './entityId';
import { type GlossaryFile, MOST_PROBLEMS } from './glossaryFile';
import { type KnownEntities, keyOfEntity, knownEntities } from './knownEntities';
import { type Leaf, leavesOf } from './leaves';
import { type Complaint, problemOfId, readShape } from './readShape';
import { isSameEntity } from './sameEntity';
import { ENTRY } from './shape';
import { type ReadEntry, toEntity } from './toEntity';

export interface EntryRow {
  /** As written; undefined where there is none. */
  readonly id: string | undefined;
  readonly type: string | undefined;
  /** What YAML would have under the id. */
  readonly entry: YamlMap;
  /** Where a part of the entry stands, or its `id` or `type`; the nearest place that there is. */
  locate(path: YamlPath, part: 'key' | 'value'): Span;
}

/** A row of a file, and where the next one begins; neither row nor problem where nothing is written. */
export interface RowReading {
  readonly next: number;
  readonly row?: EntryRow;
  /** Why the row is left out. */
  readonly problem?: { readonly span: Span; readonly message: string };
}

export interface RowFormat {
  /** Where the first row begins. */
  readonly begin: number;
  /** Whether a row may say its id. */
  readonly hasIds: boolean;
  /** What is wrong with the file as a whole. */
  readonly problems: readonly Problem[];
  readRow(text: string, at: number): RowReading;
}

/** What people write for a type, in small letters. */
const TYPES: ReadonlyMap<string, EntityType> = new Map([
  ...ENTITY_TYPES.flatMap((type): [string, EntityType][] => [
    [type, type],
    [SECTION_OF[type], type],
  ]),
  ['persons', 'person'],
  ['organization', 'organisation'],
  ['organizations', 'organisation'],
]);
/** Rows are read so long at once, in UTF-16 units. */
const AT_ONCE = 10_000;
const ENTITIES_AT_ONCE = 1000;

/**
 * Never throws: a row that means nothing is left out and reported. A row without a type has the one that the name of
 * the file says (`groups.csv`), else it is a person; one without an id gets one made of its name.
 *
 * @param earlier what an earlier text of the same path gave: entities that have not changed are the same objects.
 */
export function* parseRows(
  path: string,
  text: string,
  format: RowFormat,
  earlier: GlossaryFile | undefined,
): Steps<GlossaryFile> {
  const known = yield* knownEntities(earlier?.entities ?? []);
  const reader = new RowReader(path, text, format, known);
  yield* reader.read();
  yield* reader.giveIds();
  return new FileOfRows(reader, text, format);
}

/** A row with a name, whose id has to wait until all ids that are given are known. */
interface WaitingRow {
  readonly entry: ReadEntry;
  readonly type: EntityType;
  readonly index: number;
}

class RowReader {
  readonly path: string;
  readonly entities: Entity[] = [];
  readonly nameless = new Set<string>();
  readonly problems: Problem[];
  readonly #text: string;
  readonly #format: RowFormat;
  readonly #known: KnownEntities;
  readonly #usualType: EntityType;
  readonly #waiting: WaitingRow[] = [];
  /** The name of the row of each id. */
  readonly #ids = new WideMap<string>();
  readonly #numbers = new WideMap<number>();
  #starts = new Uint32Array(1024);

  constructor(path: string, text: string, format: RowFormat, known: KnownEntities) {
    this.path = path;
    this.#text = text;
    this.#format = format;
    this.#known = known;
    this.#usualType = typeOfFile(path);
    this.problems = [...format.problems];
  }

  /** Where the row of each entity begins. */
  get starts(): Uint32Array {
    return this.#starts.slice(0, this.entities.length);
  }

  *read(): Steps<void> {
    let rested = 0;
    for (let at = this.#format.begin, next = at; at < this.#text.length; at = next) {
      if (at - rested > AT_ONCE) {
        rested = at;
        yield;
      }
      const reading = this.#format.readRow(this.#text, at);
      next = reading.next;
      if (reading.problem)
        this.#tell('glossary/bad-row', reading.problem.message, () => reading.problem!.span);
      if (reading.row) this.#readRow(reading.row, at);
    }
  }

  /** Makes the entities of the rows without an id, whose ids are those of no other row. */
  *giveIds(): Steps<void> {
    for (const [count, { entry, type, index }] of this.#waiting.entries()) {
      if (count % ENTITIES_AT_ONCE === 0) yield;
      this.entities[index] = this.#toEntity(this.#freeId(entry.name), type, entry);
    }
  }

  #readRow(row: EntryRow, start: number): void {
    const type = row.type === undefined ? this.#usualType : TYPES.get(row.type.toLowerCase());
    if (!type) {
      const near = nearest(row.type!, TYPES.keys(), 1)[0];
      const advice = near === undefined ? `one of ${ENTITY_TYPES.join(', ')}` : `“${TYPES.get(near)}”`;
      const message = `“type” cannot be “${shortened(row.type!)}”, and this entry is left out. Write ${advice}.`;
      this.#tell('glossary/bad-value', message, () => row.locate(['type'], 'value'));
      return;
    }
    const id = row.id === undefined ? undefined : standalone(row.id);
    if (id !== undefined && !this.#isNew(id, row)) return;
    const entry = readShape(ENTRY, row.entry, (complaint) => this.#complain(complaint, row));
    if (!entry) {
      if (id !== undefined) this.nameless.add(id);
      return;
    }
    const index = this.entities.length;
    if (index === this.#starts.length) {
      const more = new Uint32Array(index * 2);
      more.set(this.#starts);
      this.#starts = more;
    }
    this.#starts[index] = start;
    if (id !== undefined) this.entities.push(this.#toEntity(id, type, entry));
    else if (!this.#format.hasIds) this.entities.push(this.#toEntity(this.#freeId(entry.name), type, entry));
    else {
      this.#waiting.push({ entry, type, index });
      this.entities.push(NOBODY);
    }
  }

  #toEntity(id: string, type: EntityType, entry: ReadEntry): Entity {
    const entity = toEntity(id, type, entry, new EntryOrigin(this.path, SECTION_OF[type], id));
    const before = this.#known.size > 0 ? this.#known.get(keyOfEntity(entity)) : undefined;
    return before && isSameEntity(before, entity) ? before : entity;
  }

  /** An id that no other row has, made of the name. */
  #freeId(name: string): string {
    const wanted = idOf(name);
    let id = wanted;
    let number = this.#numbers.get(wanted) ?? 1;
    while (this.#ids.has(id)) id = `${wanted}-${++number}`;
    if (number > 1) this.#numbers.set(wanted, number);
    this.#ids.set(id, name);
    return id;
  }

  #isNew(id: string, row: EntryRow): boolean {
    const place = () => row.locate(['id'], 'value');
    const problem = problemOfId(id);
    if (problem !== undefined) this.#tell('glossary/bad-id', problem, place);
    const first = this.#ids.get(id);
    if (first === undefined) {
      const name = row.entry.get('name');
      this.#ids.set(id, typeof name === 'string' ? standalone(name) : id);
      return true;
    }
    const message = `The id “${shortened(id)}” is given already (${shortened(first)}), and this entry is left out. Give it another id, or join the two.`;
    this.#tell('glossary/duplicate-id', message, place);
    return false;
  }

  #complain({ rule, severity, message, path, part }: Complaint, row: EntryRow): void {
    this.#tell(rule, message, () => row.locate(path, part), severity);
  }

  #tell(rule: string, message: string, place: () => Span, severity: Problem['severity'] = 'error'): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ rule, severity, message, span: place() });
  }
}

/** In the place of an entity that is still to come. */
const NOBODY: Entity = toEntity('', 'person', { name: '' }, { path: '', yamlPath: [] });

class FileOfRows implements GlossaryFile {
  readonly path: string;
  readonly entities: readonly Entity[];
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly #text: string;
  readonly #format: RowFormat;
  /** Where the row of each entity begins. */
  readonly #starts: Uint32Array;
  /** The entity that was last asked for: who asks for many goes through the file in its order. */
  #last = 0;

  constructor({ path, entities, nameless, problems, starts }: RowReader, text: string, format: RowFormat) {
    this.path = path;
    this.entities = entities;
    this.nameless = nameless;
    this.problems = problems;
    this.#text = text;
    this.#format = format;
    this.#starts = starts;
  }

  locate([section, id, ...rest]: YamlPath, part: 'key' | 'value'): Span {
    const row = this.#rowOf(section, id);
    return row ? row.locate(rest, part) : { start: 0, end: 0 };
  }

  leaves({ origin: { yamlPath } }: Entity): Leaf[] {
    const row = this.#rowOf(yamlPath[0], yamlPath[1]);
    return row ? [...leavesOf(ENTRY, row.entry, yamlPath)] : [];
  }

  #rowOf(section: YamlPath[number] | undefined, id: YamlPath[number] | undefined): EntryRow | undefined {
    const start = this.rowStart(section, id);
    return start === undefined ? undefined : this.#format.readRow(this.#text, start).row;
  }

  rowStart(section: YamlPath[number] | undefined, id: YamlPath[number] | undefined): number | undefined {
    const { length } = this.entities;
    for (let step = 0; step < length; step++) {
      const index = (this.#last + step) % length;
      const entity = this.entities[index]!;
      if (entity.id !== id || SECTION_OF[entity.type] !== section) continue;
      this.#last = index;
      return this.#starts[index];
    }
    return undefined;
  }
}

/** Where the row of an entry begins; undefined if the file has no such entry, or is not read by rows. */
export const rowStartIn = (file: GlossaryFile, [section, id]: YamlPath): number | undefined =>
  file instanceof FileOfRows ? file.rowStart(section, id) : undefined;

/** The type that a word of the file’s name says. */
function typeOfFile(path: string): EntityType {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  for (const word of name.toLowerCase().split(/[^\p{L}]+/u)) {
    const type = TYPES.get(word);
    if (type) return type;
  }
  return 'person';
}

const LONGEST_SHOWN = 40;
const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
