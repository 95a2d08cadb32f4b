/** Tests what only all files of a glossary together can show to be wrong. */

import assert from 'node:assert/strict';
import { makeGlossary } from '../../../server/src/glossary/glossary';
import { parseGlossaryFile } from '../../../server/src/glossary/parse';
import { sliceOf } from '../../../server/src/text/span';

function check(files: Record<string, string>, sources?: readonly string[]) {
  const glossary = makeGlossary(
    Object.entries(files).map(([path, text]) => parseGlossaryFile(path, text)),
    sources && new Set(sources),
  );
  const problems = [...glossary.problems].flatMap(([path, found]) =>
    found.map(({ rule, severity, span, message }) => {
      const at = sliceOf(files[path] ?? '', span);
      return `${path} ${severity} ${rule.replace('glossary/', '')} “${at}”: ${message}`;
    }),
  );
  return { glossary, problems };
}

const problemsOf = (text: string, sources?: readonly string[]) => check({ 'a.yaml': text }, sources).problems;

function assertProblems(found: readonly string[], expected: readonly RegExp[]): void {
  assert.equal(found.length, expected.length, found.join('\n'));
  for (const [index, pattern] of expected.entries()) assert.match(found[index]!, pattern);
}

describe('makeGlossary', function () {
  this.timeout(60_000);

  it('joins files in the order of their paths', () => {
    const { glossary, problems } = check({
      'b.yaml': 'people: { x: { name: Xavier } }',
      'a.yaml': 'groups: { y: { name: Young Men } }',
    });
    assert.deepEqual([...glossary.entities.keys()], ['y', 'x']);
    assert.deepEqual(problems, []);
    assert.equal(glossary.problems.size, 0);
  });

  it('of nothing is empty', () => {
    assert.equal(makeGlossary([]).entities.size, 0);
  });

  it('keeps the problems of each file', () => {
    assertProblems(problemsOf('people: { x: { name: Xavier, foo: bar } }'), [/error unknown-key “foo”/]);
  });

  it('reports an id given twice, in two files or two sections; the first by path wins', () => {
    const { glossary, problems } = check({
      'z/b.yaml': 'people: { x: { name: Second } }',
      'z/a.yaml': 'people: { x: { name: First } }\nplaces: { x: { name: Third } }',
    });
    assert.equal(glossary.entities.get('x')?.name, 'First');
    assertProblems(problems, [
      /^z\/a\.yaml error duplicate-id “x”: .*already under “people” \(First\)/,
      /^z\/b\.yaml error duplicate-id “x”: .*under “people” in a\.yaml \(First\)/,
    ]);
  });

  it('reports an unknown entity, with the nearest id', () => {
    const text =
      'groups: { hts: { name: Hayat, parents: [{ group: al-qaeda }] }, al-qaida: { name: Qaida } }\npeople: { x: { name: X1, roles: [{ group: nowhere-at-all }] } }';
    assertProblems(problemsOf(text), [
      /error unknown-entity “al-qaeda”: .*Did you mean “al-qaida”\?/,
      /error unknown-entity “nowhere-at-all”: .*Correct it, or add an entry for it\./,
    ]);
  });

  it('blames nobody who names an entry that still lacks its name', () => {
    const text = 'groups: { hts: { note: Soon. } }\npeople: { x: { name: X1, roles: [{ group: hts }] } }';
    assertProblems(problemsOf(text), [/missing-name “hts”/]);
  });

  it('reports an entity of another type', () => {
    const text =
      'places: { osh: { name: Osh } }\npeople: { x: { name: X1, roles: [{ group: osh }, { place: x }] } }';
    assertProblems(problemsOf(text), [
      /error wrong-type “group”: “osh” \(Osh\) is a place, not a group\. Write “place:” before the id\./,
      /error wrong-type “place”: “x” \(X1\) is a person, not a place\. Name a group/,
    ]);
  });

  it('reports unknown sources wherever they are named, if it knows the sources', () => {
    const text = `people:
  x:
    name: X1
    sources: [un-2020, un-2O21]
    aliases: [{ name: Y1, sources: un-2O21 }]
    status: { is: dead, sources: [{ id: elsewhere }] }
`;
    assert.deepEqual(problemsOf(text), []);
    assertProblems(problemsOf(text, ['un-2020', 'un-2021']), [
      /unknown-source “un-2O21”: .*Did you mean “un-202.”/,
      /unknown-source “un-2O21”/,
      /unknown-source “elsewhere”: .*add the source to the library/,
    ]);
  });

  it('reports a form of two entities at each place', () => {
    const { problems } = check({
      'a.yaml':
        'people: { a: { name: Abdul Aziz }, b: { name: Hikmatov, aliases: [{ name: Other, short: abdul-ʿAziz }] } }',
      'b.yaml': 'groups: { c: { name: Group, spellings: [Abdul Azíz] } }',
    });
    assertProblems(problems, [
      /^a\.yaml warning shared-form “Abdul Aziz”: “Abdul Aziz” also names Hikmatov \(b\) and 1 more/,
      /^a\.yaml warning shared-form “abdul-ʿAziz”: .*also names Abdul Aziz \(a\)/,
      /^b\.yaml warning shared-form “Abdul Azíz”: .*also names Abdul Aziz \(a\)/,
    ]);
  });

  it('tells acronyms from words', () => {
    assert.deepEqual(
      problemsOf('groups: { a: { name: Group, acronym: HAD } }\npeople: { b: { name: Had } }'),
      [],
    );
    assertProblems(problemsOf('groups: { a: { name: Group, acronym: HAD }, b: { name: HAD } }'), [
      /shared-form “HAD”/,
      /shared-form “HAD”/,
    ]);
  });

  it('reports spellings that need no entry', () => {
    const text = `people:
  a: { name: al-Tawhid, spellings: [al-Tawhid, Al Tawhid, at-Tawhid, at-Tawhid] }
  b: { name: Bob, aliases: [{ name: Robert, spellings: [róbert] }] }
`;
    assertProblems(problemsOf(text), [
      /error redundant-spelling “al-Tawhid”: “al-Tawhid” is a form of this entry already\. Remove it here\./,
      /warning redundant-spelling “Al Tawhid”: “Al Tawhid” needs no entry: “al-Tawhid” is found/,
      /error redundant-spelling “at-Tawhid”/,
      /warning redundant-spelling “róbert”/,
    ]);
  });

  it('allows an entity whose name is its acronym', () => {
    assert.deepEqual(problemsOf('organisations: { gknb: { name: GKNB, acronym: GKNB } }'), []);
  });

  it('reports circles of parents', () => {
    const text = `groups:
  a: { name: A1, parents: [{ group: b }] }
  b: { name: B1, parents: [{ group: c }] }
  c: { name: C1, parents: [{ group: a }] }
  d: { name: D1, parents: [{ group: d }, { group: a }] }
`;
    assertProblems(problemsOf(text), [
      /warning circle “a”: .*A1, part of B1, part of C1, part of A1\. Remove one/,
      /warning circle “d”: D1 cannot be its own parent/,
    ]);
  });

  it('has no special ids', () => {
    const { glossary, problems } = check({
      'a.yaml':
        'groups: { __proto__: { name: Proto, parents: [{ group: constructor }] } }\npeople: { x: { name: X1, roles: [{ group: __proto__ }] } }',
    });
    assert.equal(glossary.entities.get('__proto__')?.name, 'Proto');
    assertProblems(problems, [/unknown-entity “constructor”/]);
  });

  it('copes with a form that everybody claims, and with a line of 20,000 parents', () => {
    const size = 20_000;
    const shared = Array.from({ length: size }, (_, i) => `  p${i}: { name: Same Name }\n`).join('');
    const line = Array.from(
      { length: size },
      (_, i) => `  g${i}: { name: Group ${i}, parents: [{ group: g${i + 1} }] }\n`,
    );
    const found = problemsOf(`people:\n${shared}`);
    assertProblems(found, [
      /shared-form “Same Name”: “Same Name” names 20000 entries: this one, p1, p2, p3, p4 and 19995 more, so/,
    ]);
    assertProblems(problemsOf(`groups:\n${line.join('')}`), [/unknown-entity “g20000”/]);
  });
});
