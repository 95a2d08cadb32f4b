/** Tries what the documents tell a reader to write: every configuration and every glossary in them is sound. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../server/src/desk/config';
import { parseGlossaryFile } from '../server/src/glossary/parse';
import { readYaml } from '../server/src/text/yaml';

const ROOT = join(__dirname, '..', '..');

/** The fenced blocks of YAML in a document, with the number of the line on which each begins. */
function yamlBlocks(name: string): { line: number; text: string }[] {
  const document = readFileSync(join(ROOT, name), 'utf8');
  return [...document.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(({ 1: text, index }) => ({
    line: document.slice(0, index).split('\n').length,
    text: text!,
  }));
}

describe('What the documents tell a reader to write', () => {
  for (const name of ['README.md', 'CONTRIBUTING.md']) {
    for (const { line, text } of yamlBlocks(name)) {
      it(`is sound YAML (${name}, line ${line})`, () => {
        // What shows several ways to write one key is no file.
        const { problems } = readYaml(text, 'strings');
        if (problems.every(({ message }) => /given twice/.test(message))) return;
        assert.deepEqual(problems, []);
      });
      if (/^(?:glossary|sources|introductions|rules):/m.test(text))
        it(`is a configuration without problems (${name}, line ${line})`, () =>
          assert.deepEqual(readConfig(text).problems, []));
      if (/^(?:people|groups|places|organisations):/m.test(text))
        it(`is a glossary that can be read (${name}, line ${line})`, () =>
          assert.deepEqual(
            parseGlossaryFile('/glossary.yaml', text).problems.filter(({ severity }) => severity === 'error'),
            [],
          ));
    }
  }
});
