/** Ids and names that nobody would give: each is an id or a name like any other, or is told of. */

import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { fixAll } from '../../server/src/analysis/fixAll';
import { whoIs } from '../../server/src/analysis/who';
import { parseGlossaryFile } from '../../server/src/glossary/parse';
import { worksOf } from '../support/works';

const glossaryOf = (people: object): string => JSON.stringify({ version: '1', people });
const messagesOf = (text: string): string[] =>
  parseGlossaryFile('/glossary.yaml', text).problems.map(({ message }) => message);

describe('A name that nobody would give', () => {
  it('__proto__, constructor and hasOwnProperty are ids', () => {
    const text =
      'version: 1\npeople:\n  __proto__: { name: Ann Proto, spellings: [Anne Proto] }\n  constructor: { name: Ben Con }\n  hasOwnProperty: { name: Cem Own, roles: [{ group: __proto__ }] }\n';
    const works = worksOf(text);
    assert.deepEqual(
      [...works.lexicon.glossary.entities.keys()],
      ['__proto__', 'constructor', 'hasOwnProperty'],
    );
    assert.equal(fixAll(analyze('Anne Proto and Ben Con.', works)), 'Ann Proto and Ben Con.');
    assert.equal(whoIs('anne proto', works.lexicon)[0]?.claim.entity.id, '__proto__');
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
  });

  it('__proto__ and constructor are labels of notes, and keys of sources', () => {
    const works = worksOf(glossaryOf({}), '- { id: __proto__, type: book, title: T }\n');
    const { findings } = analyze(
      'a[^__proto__] b[^constructor] [@__proto__; @toString]\n\n[^__proto__]: c\n',
      works,
    );
    assert.deepEqual(
      findings.map(({ code, message }) => `${code}: ${message.split('.')[0]}`),
      [
        'note/undefined: There is no note [^constructor]',
        'citation/unknown: No source has the key @toString',
      ],
    );
  });

  it('one letter names nobody', () => {
    const works = worksOf(glossaryOf({ x: { name: 'X', spellings: ['Y'] } }));
    assert.deepEqual(analyze('X and Y, x and y.', works).mentions, []);
  });

  it('a regular expression is only letters and signs', () => {
    const works = worksOf(
      glossaryOf({ x: { name: '(Ann+)+$', spellings: ['[A-Z]{2,}.*|Ben', '\\p{L}\\1'] } }),
    );
    assert.deepEqual(analyze(`${'Ann'.repeat(40)}! Anything at all`, works).findings, []);
    assert.equal(fixAll(analyze('It was [A-Z]{2,}.*|Ben.', works)), 'It was (Ann+)+$.');
  });

  it('$& and $1 are written as they are', () => {
    const works = worksOf(glossaryOf({ x: { name: 'Ann $& $1 Lee', spellings: ['Ann Li'] } }));
    assert.equal(fixAll(analyze('Ann\nLi and Ann Li.', works)), 'Ann $& $1 Lee and Ann $& $1 Lee.');
  });

  it('10,000 letters are no name, and that is said', () => {
    const text = glossaryOf({
      x: { name: 'Ann Lee', spellings: ['A'.repeat(10_000)] },
      y: { name: 'b'.repeat(10_000) },
    });
    const messages = messagesOf(text);
    assert.equal(messages.length, 2);
    for (const message of messages)
      assert.match(message, /10000 characters long, and is left out\. Shorten it to at most/);
    assert.deepEqual([...worksOf(text).lexicon.glossary.entities.keys()], ['x']);
  });

  it('a name from right to left is found and mended, in its own direction', () => {
    const works = worksOf(glossaryOf({ x: { name: 'أبو صلاح', spellings: ['ابو صالح'] } }));
    assert.equal(fixAll(analyze('قال ابو صالح إن', works)), 'قال أبو صلاح إن');
  });

  it('marks that turn the direction are left out of a name, and that is said', () => {
    const text = glossaryOf({ x: { name: 'Ann \u202eeeL' } });
    assert.match(messagesOf(text)[0] ?? '', /invisible character \(U\+202E\)/);
    assert.equal(worksOf(text).lexicon.glossary.entities.get('x')?.name, 'Ann eeL');
  });
});
