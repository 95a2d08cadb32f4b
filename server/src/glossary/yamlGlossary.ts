/** Reads a glossary file of YAML: whole if it is short, else in parts, of which those that have not changed are not read again. */

import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import { WideMap } from '../text/wideMap';
import { GIVEN_TWICE, readYaml, type YamlPath, type YamlValue } from '../text/yaml';
import {
  cutYaml,
  type PartSize,
  readYamlEntry,
  readYamlPart,
  USUAL_PART,
  type YamlPart,
  type YamlParts,
} from '../text/yamlParts';
import { type Entity, type EntityType, EntryOrigin } from './entity';
import { type GlossaryFile, locateAll, MOST_PROBLEMS } from './glossaryFile';
import { type KnownEntities, keyOfEntity, knownEntities } from './knownEntities';
import { type Leaf, leavesOf } from './leaves';
import { type Complaint, readShape } from './readShape';
import { isSameEntity } from './sameEntity';
import { GLOSSARY_FILE } from './shape';
import { toEntity } from './toEntity';

/** Shorter texts are read whole. */
const SHORT = 32_000;
/** The sections that hold entries, in the order in which their entities stand in a glossary. */
const SECTIONS: ReadonlyMap<string, EntityType> = new Map(
  Object.entries(GLOSSARY_FILE.keys).flatMap(([section, { value }]) =>
    value.is === 'entries' ? [[section, value.type]] : [],
  ),
);
const SECTION_NAMES = new Set(SECTIONS.keys());

/** @param earlier what an earlier text of the same path gave. */
export function* parseYamlGlossary(
  path: string,
  text: string,
  earlier: GlossaryFile | undefined,
  { short = SHORT, ...size }: PartSize & { readonly short?: number } = USUAL_PART,
): Steps<GlossaryFile> {
  const parts = text.length < short ? undefined : yield* cutYaml(text, SECTION_NAMES, size);
  return parts ? yield* readInParts(path, text, parts, earlier) : yield* readWhole(path, text, earlier);
}

function* readWhole(path: string, text: string, earlier: GlossaryFile | undefined): Steps<GlossaryFile> {
  const { value, problems: syntax, locate } = readYaml(text, 'strings');
  const complaints: Complaint[] = [];
  const known = yield* knownEntities(earlier?.entities ?? []);
  const { entities, nameless } = readEntries(path, value, known, (complaint) => complaints.push(complaint));
  const problems = [...syntax.map(toProblem), ...locateAll(complaints, locate)];
  let again: YamlValue | undefined;
  return {
    path,
    entities,
    nameless: new Set(nameless),
    problems: problems.slice(0, MOST_PROBLEMS),
    locate,
    leaves({ origin: { yamlPath } }) {
      again ??= readYaml(text, 'strings').value;
      return leavesIn(inside(again, String(yamlPath[0]), String(yamlPath[1])));
    },
  };
}

/** The entries of one part of a file. */
interface Block extends YamlPart {
  readonly entities: readonly Entity[];
  readonly nameless: readonly string[];
  /** Places are counted from the start of the block. */
  readonly problems: readonly Problem[];
  /** Whether all problems are there: those that nobody would read are not looked up. */
  readonly isTold: boolean;
}

function* readInParts(
  path: string,
  text: string,
  { parts, rest }: YamlParts,
  earlier: GlossaryFile | undefined,
): Steps<GlossaryFile> {
  const before = earlier instanceof FileInBlocks ? earlier : undefined;
  const kept = new Map<YamlPart, Block>();
  if (before) {
    let compared = 0;
    for (const part of parts) {
      const block = before.unchangedBlock(part, text);
      if (block) kept.set(part, block);
      if (++compared % 50 === 0) yield;
    }
  }
  const known = yield* knownEntities(
    before?.entitiesBeside(new Set(kept.values())) ?? earlier?.entities ?? [],
  );
  const complaints: Complaint[] = [];
  if (rest.problems.length === 0)
    readShape(GLOSSARY_FILE, rest.value, (complaint) => complaints.push(complaint));
  const told = [...rest.problems.map(toProblem), ...locateAll(complaints, rest.locate)];
  let count = told.length;

  const blocks: Block[] = [];
  for (const part of parts) {
    let block = kept.get(part);
    if (!block?.isTold && (!block || count < MOST_PROBLEMS)) {
      const read = yield* readBlock(path, text, part, known, MOST_PROBLEMS - count);
      if (!read) return yield* readWhole(path, text, earlier);
      block = read;
      yield;
    }
    blocks.push({ ...block!, start: part.start, end: part.end });
    count += block!.problems.length;
  }
  return yield* FileInBlocks.join(path, text, blocks, rest, told);
}

/** Undefined where the part cannot be read without the rest of the file. */
function* readBlock(
  path: string,
  text: string,
  part: YamlPart,
  known: KnownEntities,
  mostProblems: number,
): Steps<Block | undefined> {
  const yaml = readYamlPart(text, part);
  if (!yaml) return undefined;
  const complaints: Complaint[] = [];
  const read = readEntries(path, yaml.value, known, (complaint) => complaints.push(complaint));
  const problems = yaml.problems.map(toProblem);
  for (const complaint of complaints) {
    if (problems.length >= mostProblems) break;
    problems.push(...locateAll([complaint], yaml.locate));
    if (problems.length % 10 === 0) yield;
  }
  const isTold = problems.length === yaml.problems.length + complaints.length;
  return { ...part, ...read, problems, isTold };
}

/** A file that was read in parts, and may be read again when some of it has changed. */
class FileInBlocks implements GlossaryFile {
  readonly path: string;
  readonly entities: readonly Entity[];
  readonly nameless: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #rest: YamlParts['rest'];
  #blocksByFirst: ReadonlyMap<string, Block> | undefined;
  /** The block that was last asked for: who asks for many goes through the file in its order. */
  #last = 0;

  private constructor(
    file: Pick<GlossaryFile, 'path' | 'entities' | 'nameless' | 'problems'>,
    text: string,
    blocks: readonly Block[],
    rest: YamlParts['rest'],
  ) {
    this.path = file.path;
    this.entities = file.entities;
    this.nameless = file.nameless;
    this.problems = file.problems;
    this.#text = text;
    this.#blocks = blocks;
    this.#rest = rest;
  }

  /** @param problems those of no block. */
  static *join(
    path: string,
    text: string,
    blocks: readonly Block[],
    rest: YamlParts['rest'],
    problems: readonly Problem[],
  ): Steps<GlossaryFile> {
    const entities: Entity[] = [];
    const nameless = new Set<string>();
    const all = [...problems];
    for (const section of SECTION_NAMES) {
      const ids = new WideMap<true>();
      for (const [index, block] of blocks.entries()) {
        if (index % 20 === 0) yield;
        if (block.section !== section) continue;
        const repeated: string[] = [];
        for (const id of block.nameless) {
          if (ids.add(id, true)) nameless.add(id);
          else repeated.push(id);
        }
        for (const entity of block.entities) {
          if (ids.add(entity.id, true)) entities.push(entity);
          else repeated.push(entity.id);
        }
        if (all.length >= MOST_PROBLEMS) continue;
        for (const problem of block.problems)
          all.push({ ...problem, span: moved(problem.span, block.start) });
        for (const id of repeated) all.push(givenTwice(text, block, id));
      }
    }
    const told = [...all.filter(isSyntax), ...all.filter((problem) => !isSyntax(problem))];
    return new FileInBlocks(
      { path, entities, nameless, problems: told.slice(0, MOST_PROBLEMS) },
      text,
      blocks,
      rest,
    );
  }

  locate(path: YamlPath, part: 'key' | 'value'): Span {
    const block = this.#blockOf(path);
    if (!block) return this.#rest.locate(path, part);
    return moved(readYamlEntry(this.#text, block, String(path[1])).locate(path, part), block.start);
  }

  leaves({ origin: { yamlPath } }: Entity): Leaf[] {
    const block = this.#blockOf(yamlPath);
    const [section, id] = [String(yamlPath[0]), String(yamlPath[1])];
    return block ? leavesIn(inside(readYamlEntry(this.#text, block, id).value, section, id)) : [];
  }

  /** The block of this file that has the same text as a part of another one. */
  unchangedBlock(part: YamlPart, text: string): Block | undefined {
    if (!this.#blocksByFirst) {
      // Of several that begin alike, the first.
      const reversed = this.#blocks.toReversed();
      this.#blocksByFirst = new Map(reversed.map((block) => [beginning(block), block]));
    }
    const block = this.#blocksByFirst.get(beginning(part));
    if (!block || block.end - block.start !== part.end - part.start) return undefined;
    return text.startsWith(this.#text.slice(block.start, block.end), part.start) ? block : undefined;
  }

  /** The entities of all blocks but some. */
  entitiesBeside(blocks: ReadonlySet<Block>): readonly Entity[] {
    return this.#blocks.filter((block) => !blocks.has(block)).flatMap(({ entities }) => entities);
  }

  #blockOf([section, id]: YamlPath): Block | undefined {
    for (let step = 0; step < this.#blocks.length; step++) {
      const index = (this.#last + step) % this.#blocks.length;
      const block = this.#blocks[index]!;
      if (block.section !== section) continue;
      if (!block.entities.some((entity) => entity.id === id) && !block.nameless.includes(String(id)))
        continue;
      this.#last = index;
      return block;
    }
    return undefined;
  }
}

const toProblem = (problem: { readonly span: Span; readonly message: string }): Problem => ({
  rule: 'glossary/syntax',
  severity: 'error',
  ...problem,
});

const isSyntax = ({ rule }: Problem): boolean => rule === 'glossary/syntax';

const givenTwice = (text: string, block: Block, id: string): Problem =>
  toProblem({
    span: moved(readYamlEntry(text, block, id).locate([block.section, id], 'key'), block.start),
    message: GIVEN_TWICE,
  });

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const beginning = ({ section, first }: YamlPart): string => `${section} ${first}`;

/**
 * The entities of what is read as a file, in the order of its sections, and the ids whose entry has no usable name.
 *
 * @param known entities that stand for those that are alike.
 */
function readEntries(
  path: string,
  value: YamlValue,
  known: KnownEntities,
  report: (complaint: Complaint) => void,
) {
  const read = readShape(GLOSSARY_FILE, value, report);
  const entities: Entity[] = [];
  const nameless: string[] = [];
  for (const [section, type] of SECTIONS) {
    const entries = read?.[section as 'groups'];
    if (!entries) continue;
    for (const [id, entry] of entries) {
      if (!entry) {
        nameless.push(id);
        continue;
      }
      const entity = toEntity(id, type, entry, new EntryOrigin(path, section, id));
      const before = known.size > 0 ? known.get(keyOfEntity(entity)) : undefined;
      entities.push(before && isSameEntity(before, entity) ? before : entity);
    }
  }
  return { entities, nameless };
}

const leavesIn = (file: YamlValue): Leaf[] => [...leavesOf(GLOSSARY_FILE, file, [])];

/** The file as if it held this one entry. */
function inside(file: YamlValue, section: string, id: string): YamlValue {
  const entries = file instanceof Map ? file.get(section) : undefined;
  const entry = entries instanceof Map ? entries.get(id) : undefined;
  return entry === undefined ? null : new Map([[section, new Map([[id, entry]])]]);
}
