/** What an editor is told of a rule: an address behind the code of each finding, and the page at that address. */

import assert from 'node:assert/strict';
import { RULES } from '../server/src/analysis/rules';
import { rulePage } from '../server/src/features/rulePage';
import { codeInAddress, EXPLAIN_RULE, ruleAddress } from '../server/src/lsp/requests';
import { LanguageClient } from './support/languageClient';

const FILES = {
  '/desk/nomenclator.yaml': 'nothing: 1\n',
  '/desk/report.md': 'A note.[^1]\n',
};

describe('What a rule is about', () => {
  const codesOf = async (explainsRules: boolean) => {
    const client = await LanguageClient.start({ files: FILES, initializationOptions: { explainsRules } });
    try {
      await client.open('/desk/report.md');
      const { diagnostics } = await client.diagnosticsWhen('/desk/report.md', (all) => all.length > 0);
      const problems = await client.diagnosticsWhen('/desk/nomenclator.yaml', (all) => all.length > 0);
      const text = await client.request<string>(EXPLAIN_RULE, { code: 'note/undefined' });
      return { found: [...diagnostics, ...problems.diagnostics], text };
    } finally {
      await client.stop();
    }
  };

  it('is behind the code of a finding, where the editor shows it', async () => {
    const { found, text } = await codesOf(true);
    assert.deepEqual(
      found.map(({ code, codeDescription }) => [code, codeDescription?.href]),
      [
        ['note/undefined', 'nomenclator-rule:note/undefined.md'],
        ['desk/config', 'nomenclator-rule:desk/config.md'],
      ],
    );
    assert.equal(text, rulePage('note/undefined'));
  });

  it('and nowhere else', async () => {
    const { found } = await codesOf(false);
    assert.deepEqual(
      found.map(({ codeDescription }) => codeDescription),
      [undefined, undefined],
    );
  });

  it('is told of every rule, with an example and how to change it', () => {
    for (const { code, description, help, defaultSeverity } of RULES) {
      const page = rulePage(code);
      assert.ok(page.startsWith(`# ${code}\n\n${description}\n\n${help}\n`), code);
      assert.ok(help.length > description.length, code);
      assert.match(page, new RegExp(`rules:\\n {2}${code}: ${defaultSeverity === 'off' ? 'hint' : 'off'} `));
      const { pathname } = new URL(ruleAddress(code));
      assert.equal(codeInAddress(pathname), code);
    }
  });

  it('is told of problems of the desk’s own files, and of codes that nobody knows', () => {
    assert.match(
      rulePage('glossary/unknown-key'),
      /^# glossary\/unknown-key\n\nA problem of a glossary file\.\n/,
    );
    assert.doesNotMatch(rulePage('source/syntax'), /rules:/);
    for (const code of ['', '/', 'no such code', 'constructor']) assert.ok(rulePage(code).length > 0);
  });
});
