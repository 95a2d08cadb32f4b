/** Reading a glossary file in parts gives what reading it whole gives, and reading it again what reading it anew gives. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entity } from '../../server/src/glossary/entity';
import { makeGlossary, makeGlossarySteps } from '../../server/src/glossary/glossary';
import { type GlossaryFile, parseGlossarySteps } from '../../server/src/glossary/parse';
import { finish } from '../../server/src/text/steps';

const PATH = '/desk/glossary/a.yaml';
const WHOLE = { short: Number.POSITIVE_INFINITY, entries: 1, units: 1 };
const parse = (text: string, size: typeof WHOLE, earlier?: GlossaryFile) =>
  finish(parseGlossarySteps(PATH, text, earlier, size));

const size = fc.record({
  short: fc.constant(0),
  entries: fc.constantFrom(1, 2, 3, 1000),
  units: fc.constantFrom(0, 40, 100_000),
});

/** Text as the value of a key that stands four columns in. */
const scalar = fc.oneof(
  fc.constantFrom(
    'Ann Lee',
    '007',
    'No',
    "O'Neil",
    'a: b',
    '#x',
    'Abu  Saloh',
    'Навқотий',
    "'['",
    'R & D *',
    '𐐀d',
  ),
  fc.constantFrom(
    '"two\n      lines"',
    "'a\n\n      b'",
    'plain\n      lines',
    '"\\"\\n "',
    "'it''s'",
    '# only a comment',
  ),
  fc.constantFrom(
    '|\n      block\n       more\n      # text',
    '>-\n\n      folded\n      text\n\n',
    '|+\n      kept\n\n\n',
    '|2\n        x',
  ),
  fc.constantFrom(
    '[a, b]',
    '[a,\n      b, # comment\n      c]',
    '{ name: x,\n      kind: kunya }',
    '',
    '\n      - a\n      - { name: b }',
    '\n    - a\n    - b',
  ),
);
const key = fc.constantFrom(
  'name',
  'spellings',
  'aliases',
  'note',
  'acronym',
  'tags',
  'not',
  'nam',
  'examples',
);
const between = fc.constantFrom(
  '',
  '',
  '',
  '# a comment\n',
  '  # indented\n',
  '\n',
  '   \n',
  '      # deep\n',
);
const entry = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', '"f g"', 'h.1', '007', 'й', 'people', '__proto__'),
    style: fc.constantFrom('block', 'block', 'block', 'flow', 'plain', 'empty', 'spaced'),
    pairs: fc.uniqueArray(fc.tuple(key, scalar), { selector: ([one]) => one, maxLength: 3 }),
    before: between,
  })
  .map(({ id, style, pairs, before }) => {
    const lines = pairs.map(([one, value]) => `    ${one}: ${value}\n`).join('');
    switch (style) {
      case 'flow':
        return `${before}  ${id}: { name: Flow, short: F }\n`;
      case 'plain':
        return `${before}  ${id}: Some text\n`;
      case 'empty':
        return `${before}  ${id}:\n`;
      case 'spaced':
        return `${before}  ${id} :\n    name: Spaced\n`;
      default:
        return `${before}  ${id}:   # who\n    name: Given Name\n${lines.replace(/^ {4}name: [^\n]*\n/, '')}`;
    }
  });
const section = fc
  .tuple(
    fc.constantFrom(
      'people:',
      'groups:',
      'places: # places',
      'organisations:',
      'persons:',
      'people: {}',
      'groups: {}',
    ),
    fc.uniqueArray(entry, { maxLength: 6, selector: (one) => /^ {2}(\S+?) ?:/m.exec(one)?.[1] }),
  )
  .map(([head, entries]) => `${head}\n${head.endsWith('}') ? '' : entries.join('')}`);
const noise = fc.constantFrom('', '', '', '', '', '# top\n', '# top\n\n');
const broken = fc.constantFrom(
  'oops\n',
  'version: 1\n',
  '---\n',
  'x: |\n people:\n   a: b\n',
  '   x: [\n',
  '    name: "open\n',
  ' y: z\n',
  '  ? k\n',
  '  - x\n',
  '  q: &x y\n',
  '  r: *x\n',
  '\tz: 1\n',
  '\t\n',
  '  b: twice\n',
  '}\n',
);

const glossary = fc
  .record({
    start: fc.constantFrom('', 'version: 1\n', '---\nversion: 1\n', 'foo: bar\n'),
    parts: fc.uniqueArray(fc.tuple(noise, section), {
      minLength: 1,
      maxLength: 4,
      selector: ([, one]) => /^\w+/.exec(one)?.[0],
    }),
    bad: fc.option(fc.tuple(fc.nat(3), broken), { freq: 1 }),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    mark: fc.constantFrom('', '', '\ufeff'),
    end: fc.constantFrom('', '', '\n', ' ', 'last: x', '...'),
  })
  .map(({ start, parts, bad, eol, mark, end }) => {
    const texts = parts.map((part) => part.join(''));
    if (bad) texts[bad[0] % texts.length] += bad[1];
    return mark + (start + texts.join('') + end).replaceAll('\n', eol);
  });

const shown = (file: GlossaryFile) => ({
  entities: file.entities,
  nameless: [...file.nameless].sort(),
  problems: file.problems.map((problem) => JSON.stringify(problem)).sort(),
});
const isSound = ({ problems }: GlossaryFile) => problems.every(({ rule }) => rule !== 'glossary/syntax');
/** Where parts of an entry stand is told by the entry alone or by the whole file: in the same place. */
const placesOf = (file: GlossaryFile, { origin, name }: Entity, text: string) =>
  [file.locate(origin.yamlPath, 'key'), file.locate([...origin.yamlPath, 'name'], 'value')]
    .map(({ start, end }) => `${text.slice(start, end)} ${start}`)
    .concat(name);

describe('parseGlossarySteps', function () {
  this.timeout(120_000);

  it('gives in parts what it gives of the whole', () => {
    let inParts = 0;
    fc.assert(
      fc.property(glossary, size, (text, cut) => {
        const whole = parse(text, WHOLE);
        const cutUp = parse(text, cut);
        if (!isSound(whole)) {
          assert.ok(!isSound(cutUp), 'Whatever is no YAML is told of.');
          for (const { span } of cutUp.problems)
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          return;
        }
        assert.deepEqual(shown(cutUp), shown(whole));
        for (const [index, entity] of whole.entities.entries()) {
          assert.deepEqual(placesOf(cutUp, entity, text), placesOf(whole, entity, text));
          assert.deepEqual(cutUp.leaves(cutUp.entities[index]!), whole.leaves(entity));
        }
        if (cutUp.constructor !== Object) inParts++;
      }),
      { numRuns: 800 },
    );
    assert.ok(inParts > 150, `Only ${inParts} were cut.`);
  });

  it('gives of a text that has changed what it gives of it anew, with the same objects for the same entries', () => {
    fc.assert(
      fc.property(glossary, glossary, fc.nat(), fc.nat(), size, (one, other, from, to, cut) => {
        const at = from % (one.length + 1);
        const changed = one.slice(0, at) + other.slice(0, to % 40) + one.slice(at + (to % 7));
        const before = parse(one, cut);
        const again = parse(changed, cut, before);
        const fresh = parse(changed, cut);
        assert.deepEqual(shown(again), shown(fresh));
        const glossary = finish(makeGlossarySteps([again], undefined, makeGlossary([before])));
        const anew = makeGlossary([fresh]);
        assert.deepEqual([...glossary.entities], [...anew.entities]);
        assert.deepEqual(glossary.problems, anew.problems);
        const known = new Map(before.entities.map((entity) => [entity.id, entity]));
        for (const entity of again.entities) {
          const twin = known.get(entity.id);
          try {
            assert.deepEqual(entity, twin);
          } catch {
            continue;
          }
          assert.ok(entity === twin, `${entity.id} has not changed.`);
        }
      }),
      { numRuns: 400 },
    );
  });
});
