/** Reads glossary files that have an entry a row, whatever a row looks like, into entities and problems. */

import { firstIndex } from '../text/firstIndex';
import { nearest } from '../text/nearest';
import type { Problem } from '../text/problem';
import { shortened } from '../text/shortened';
import type { Span } from '../text/span';
import { standalone } from '../text/standalone';
import type { Steps } from '../text/steps';
import { WideMap } from '../text/wideMap';
import type { YamlMap, YamlPath } from '../text/yaml';
import { ENTITY_TYPES, type Entity, type EntityType, EntryOrigin, SECTION_OF } from './entity';
import { idOf } from './entityId';
import { cleanForm } from './formText';
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
  /** Equal for formats by which equal rows say the same. */
  readonly name: string;
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
  const before = earlier instanceof FileOfRows && earlier.format.name === format.name ? earlier : undefined;
  const known = yield* knownEntities(before ? [] : (earlier?.entities ?? []));
  const reader = new RowReader(path, text, format, known, before);
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

/** What is known of the rows of a file’s entities, in their order. */
interface KnownRows {
  /** Where each begins. */
  readonly starts: Uint32Array;
  /** Where the next row begins; 0 for a row that another reading may not take over without a look at it. */
  readonly ends: Uint32Array;
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
  readonly #earlier: FileOfRows | undefined;
  /** The first row of the earlier file that has not been met again. */
  #next = 0;
  /** How many problems there were, also beyond those that are kept. */
  #told = 0;
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);

  constructor(
    path: string,
    text: string,
    format: RowFormat,
    known: KnownEntities,
    earlier: FileOfRows | undefined,
  ) {
    this.path = path;
    this.#text = text;
    this.#format = format;
    this.#known = known;
    this.#earlier = earlier;
    this.#usualType = typeOfFile(path);
    this.problems = [...format.problems];
  }

  get rows(): KnownRows {
    const { length } = this.entities;
    return { starts: this.#starts.slice(0, length), ends: this.#ends.slice(0, length) };
  }

  *read(): Steps<void> {
    let rested = 0;
    for (let at = this.#format.begin, next = at; at < this.#text.length; at = next) {
      if (at - rested > AT_ONCE) {
        rested = at;
        yield;
      }
      next = this.#takeOver(at) ?? this.#readRowAt(at);
    }
  }

  /** Takes over the entity of a row that the earlier file had; where the next row begins, if there was such a one. */
  #takeOver(at: number): number | undefined {
    const earlier = this.#earlier;
    if (!earlier) return undefined;
    const { starts, ends } = earlier.rows;
    const last = Math.min(ends.length, this.#next + MOST_MOVED);
    for (let index = this.#next; index < last; index++) {
      const [start, end] = [starts[index]!, ends[index]!];
      if (end === 0 || !this.#text.startsWith(earlier.text.slice(start, end), at)) continue;
      const entity = earlier.entities[index]!;
      if (this.#ids.has(entity.id)) return undefined;
      this.#ids.set(entity.id, entity.name);
      this.#next = index + 1;
      this.#add(entity, at, at + end - start);
      return at + end - start;
    }
    return undefined;
  }

  /** Where the next row begins. */
  #readRowAt(at: number): number {
    const { next, row, problem } = this.#format.readRow(this.#text, at);
    if (problem) this.#tell('glossary/bad-row', problem.message, () => problem.span);
    if (row) this.#readRow(row, at, next);
    return next;
  }

  /** Makes the entities of the rows without an id, whose ids are those of no other row. */
  *giveIds(): Steps<void> {
    for (const [count, { entry, type, index }] of this.#waiting.entries()) {
      if (count % ENTITIES_AT_ONCE === 0) yield;
      this.entities[index] = this.#toEntity(this.#freeId(idOf(entry.name), entry.name), type, entry);
    }
  }

  #readRow(row: EntryRow, start: number, next: number): void {
    const untold = this.#told;
    const type = row.type === undefined ? this.#usualType : TYPES.get(row.type.toLowerCase());
    if (!type) {
      const near = nearest(row.type!, TYPES.keys(), 1)[0];
      const advice = near === undefined ? `one of ${ENTITY_TYPES.join(', ')}` : `“${TYPES.get(near)}”`;
      const message = `“type” cannot be “${shown(row.type!)}”, and this entry is left out. Write ${advice}.`;
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
    const isWaiting = id === undefined && this.#format.hasIds;
    if (isWaiting) this.#waiting.push({ entry, type, index: this.entities.length });
    const wanted = id ?? (isWaiting ? '' : idOf(entry.name));
    const own = id ?? (isWaiting ? '' : this.#freeId(wanted, entry.name));
    // Behind a line end, the next row is another; and an id that had to give way may be free another time.
    const isWhole = /[\r\n]/.test(this.#text[next - 1]!);
    const isPlain = isWhole && this.#told === untold && !isWaiting && own === wanted;
    this.#add(isWaiting ? NOBODY : this.#toEntity(own, type, entry), start, isPlain ? next : 0);
  }

  #add(entity: Entity, start: number, end: number): void {
    const index = this.entities.length;
    if (index === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.entities.push(entity);
  }

  #toEntity(id: string, type: EntityType, entry: ReadEntry): Entity {
    const entity = toEntity(id, type, entry, new EntryOrigin(this.path, SECTION_OF[type], id));
    const before = this.#known.size > 0 ? this.#known.get(keyOfEntity(entity)) : undefined;
    return before && isSameEntity(before, entity) ? before : entity;
  }

  /** An id that no other row has: the wanted one, or that with a number. */
  #freeId(wanted: string, name: string): string {
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
      this.#ids.set(id, typeof name === 'string' ? cleanForm(name).text : id);
      return true;
    }
    const message = `The id “${shown(id)}” is given already (${shown(first)}), and this entry is left out. Give it another id, or join the two.`;
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

/** An earlier row is looked for this far on: as far as an edit moves rows. */
const MOST_MOVED = 50;

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** In the place of an entity that is still to come. */
const NOBODY: Entity = toEntity('', 'person', { name: '' }, { path: '', yamlPath: [] });

class FileOfRows implements GlossaryFile {
  readonly path: string;
  readonly entities: readonly Entity[];
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly text: string;
  readonly format: RowFormat;
  readonly rows: KnownRows;
  /** The entity that was last asked for: who asks for many goes through the file in its order. */
  #last = 0;

  constructor({ path, entities, nameless, problems, rows }: RowReader, text: string, format: RowFormat) {
    this.path = path;
    this.entities = entities;
    this.nameless = nameless;
    this.problems = problems;
    this.rows = rows;
    this.text = text;
    this.format = format;
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
    return start === undefined ? undefined : this.format.readRow(this.text, start).row;
  }

  rowStart(section: YamlPath[number] | undefined, id: YamlPath[number] | undefined): number | undefined {
    const { length } = this.entities;
    for (let step = 0; step < length; step++) {
      const index = (this.#last + step) % length;
      const entity = this.entities[index]!;
      if (entity.id !== id || SECTION_OF[entity.type] !== section) continue;
      this.#last = index;
      return this.rows.starts[index];
    }
    return undefined;
  }
}

/** Where the row of an entry begins; undefined if the file has no such entry, or is not read by rows. */
export const rowStartIn = (file: GlossaryFile, [section, id]: YamlPath): number | undefined =>
  file instanceof FileOfRows ? file.rowStart(section, id) : undefined;

/** The entity of the row that a place of a file is in; undefined if the file is not read by rows, or of another text. */
export function entityOfRowAt(
  file: GlossaryFile,
  text: string,
  offset: number,
): { readonly entity: Entity; readonly row: EntryRow } | undefined {
  if (!(file instanceof FileOfRows) || file.text !== text) return undefined;
  const { starts } = file.rows;
  const index = firstBehind(starts, offset) - 1;
  const entity = file.entities[index];
  if (!entity) return undefined;
  const { row, next } = file.format.readRow(text, starts[index]!);
  // Right behind the last row, the file goes on with a row that is still to come.
  const isIn = offset < next || (offset === text.length && !/[\r\n]$/.test(text));
  return row && isIn ? { entity, row } : undefined;
}

/** The number of offsets, which are in order, up to `offset`. */
function firstBehind(offsets: Uint32Array, offset: number): number {
  return firstIndex(offsets.length, (at) => offsets[at]! <= offset);
}

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
const shown = (text: string): string => shortened(text, LONGEST_SHOWN);
