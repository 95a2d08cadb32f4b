/** The configuration of a desk: every key, and every way to get one wrong. */

import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, readConfig } from '../../../server/src/desk/config';

describe('readConfig', () => {
  it('reads every key', () => {
    const { config, problems } = readConfig(`version: 1
glossary: [../team/**/*.yaml, ./own.yaml]
sources: library.json
reports: ["**/*.md"]
ignore: [drafts/**]
style:
  citations: pandoc
  csl: chicago-author-date
  language: de-DE
rules:
  name/spelling: error
  name/alias: off
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      glossary: ['../team/**/*.yaml', 'own.yaml'],
      sources: ['library.json'],
      reports: ['**/*.md'],
      ignore: ['drafts/**'],
      citations: 'pandoc',
      csl: 'chicago-author-date',
      language: 'de-DE',
      introductions: { known: new Set(), restart: [] },
      severities: new Map([
        ['name/spelling', 'error'],
        ['name/alias', 'off'],
      ]),
    });
  });

  it('reads patterns with braces in a list, with or without quotation marks', () => {
    const text =
      'glossary: [glossary/**/*.yaml]\nsources:  [sources/**/*.{yaml,json,bib,ris}, a.{b,c}.json]\nreport: 1\n';
    const { config, problems } = readConfig(text);
    assert.deepEqual(config.sources, ['sources/**/*.{yaml,json,bib,ris}', 'a.{b,c}.json']);
    assert.deepEqual(
      problems.map(({ span }) => text.slice(span.start, span.end)),
      ['report'],
    );
    assert.equal(readConfig('sources: [a.{b,c}\n').problems[0]?.rule, 'desk/syntax');
  });

  it('has every default', () => {
    for (const text of ['', '\n# nothing\n', 'version: 1\n', 'version: 1\nstyle:\nrules:\nglossary:\n']) {
      const { config, problems } = readConfig(text);
      assert.deepEqual(problems, [], text);
      assert.deepEqual(config, DEFAULT_CONFIG, text);
    }
  });

  const wrong: [name: string, text: string, place: string, says: RegExp][] = [
    ['an unknown key', 'glosary: [a]\n', 'glosary', /“glosary” means nothing here.*glossary/],
    ['an unknown key of the style', 'style: { citation: x }\n', 'citation', /citations/],
    ['another version', 'version: 2\n', '2', /version: 1/],
    ['a list', '- a\n', '- a', /keys such as/],
    ['a scalar', 'hello\n', 'hello', /keys such as/],
    ['a pattern that is a map', 'glossary: { a: b }\n', '{ a: b }', /list of paths/],
    ['a style that is none', 'style: pandoc\n', 'pandoc', /below “style:”/],
    ['an unknown way to cite', 'style: { citations: endnote }\n', 'endnote', /footnote, pandoc/],
    ['a language that is a list', 'style: { language: [en] }\n', '[en]', /one name/],
    ['introductions that are a list', 'introductions: [UN]\n', '[UN]', /below “introductions:”/],
    ['acronyms that are a map', 'introductions: { known: { a: b } }\n', '{ a: b }', /acronyms here/],
    ['an unknown place to begin anew', 'introductions: { restart: [note] }\n', '[note]', /summary, sections/],
    ['rules that are a list', 'rules: [name/alias]\n', '[name/alias]', /below “rules:”/],
    ['an unknown rule', 'rules: { name/aliass: off }\n', 'name/aliass', /name\/alias/],
    [
      'an unknown severity',
      'rules: { name/alias: loud }\n',
      'loud',
      /off, hint, information, warning, error/,
    ],
  ];
  for (const [name, text, place, says] of wrong)
    it(`tells of ${name}, at its place, and goes on with the default`, () => {
      const { config, problems } = readConfig(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const { span, message } = problems[0]!;
      assert.equal(text.slice(span.start, span.end).trim(), place);
      assert.match(message, says);
      assert.deepEqual(config, DEFAULT_CONFIG);
    });

  it('keeps the sound patterns of a list beside a wrong one', () => {
    const { config, problems } = readConfig('reports: [a/*.md, [b]]\n');
    assert.equal(problems.length, 1);
    assert.deepEqual(config.reports, ['a/*.md']);
  });

  it('keeps the defaults of a broken text, and tells where it breaks', () => {
    const { config, problems } = readConfig('glossary: [\nrules: {');
    assert.equal(problems[0]?.rule, 'desk/syntax');
    assert.deepEqual(config, DEFAULT_CONFIG);
  });

  it('has no special keys', () => {
    const { config, problems } = readConfig('__proto__: { csl: x }\nrules: { constructor: off }\n');
    assert.equal(problems.length, 2);
    assert.deepEqual(config, DEFAULT_CONFIG);
  });
});
