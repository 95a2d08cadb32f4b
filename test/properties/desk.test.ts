/** Properties of a desk: broken files never displace good ones, and editor and command line find the same. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../server/src/cli/check';
import type { Terminal } from '../../server/src/cli/terminal';
import { readConfig } from '../../server/src/desk/config';
import { DeskKeeper } from '../../server/src/desk/deskKeeper';
import { readSourceFile } from '../../server/src/sources/reading/read';
import type { Problem } from '../../server/src/text/problem';
import { LanguageClient } from '../support/languageClient';
import { MemoryFiles } from '../support/memoryFiles';
import { glossaryText } from './glossaries';
import { reportText } from './reports';
import { runs, TIMEOUT } from './runs';

const GLOSSARY = '/desk/glossary/a.yaml';
const REPORT = '/desk/report.md';

const assertProblems = (problems: readonly Problem[], text: string): void => {
  for (const { span, message } of problems) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
    assert.match(message, /[.?]$/);
  }
};

/** YAML and JSON as somebody leaves it in the midst of typing, and what is neither. */
const brokenText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'version: 1',
          'rules:',
          'style:',
          'glossary:',
          '\n',
          '  ',
          '- ',
          ': ',
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
        ],
        ...[
          '&a',
          '*a',
          '!!x',
          '|',
          '>',
          '#',
          '\t',
          '---\n',
          '\0',
          '\ud800',
          'name/alias: off',
          '"id"',
          ',',
          '1e999',
        ],
        ...['references:\n- id: a\n', '[{"id":"a","type":"book","title":"T"}]', 'csl: x', '__proto__: 1'],
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
);

function terminalOn(files: MemoryFiles): { terminal: Terminal; output: string[] } {
  const output: string[] = [];
  const terminal: Terminal = {
    cwd: '/desk',
    files,
    out: (text) => void output.push(text),
    error: (line) => void output.push(line),
    input: async () => '',
    lines: async function* () {},
    write: async (path, text) => files.write(path, text),
    create: async (path, text) => files.write(path, text),
    today: () => '2019-04-11',
  };
  return { terminal, output };
}

const CHECK = {
  fix: false,
  dryRun: false,
  stdin: false,
  obeyIgnore: false,
  updateBaseline: false,
  rules: [],
  quiet: false,
  format: 'json',
} as const;

describe('A desk', function () {
  this.timeout(TIMEOUT);

  it('reads any configuration and any sources without throwing', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        assertProblems(readConfig(text).problems, text);
        for (const name of ['a.json', 'a.yaml'])
          assertProblems(readSourceFile(`/desk/sources/${name}`, text).problems, text);
      }),
      runs(300),
    );
  });

  it('keeps the last good glossary while its file is broken, unreadable or not there yet', async () => {
    const state = fc.oneof(
      glossaryText.map((text) => ({ text, isGood: true })),
      glossaryText.map((text) => ({ text: `${text.slice(0, -2)}: [`, isGood: false })),
      fc.constant({ text: undefined, isGood: false }),
    );
    await fc.assert(
      fc.asyncProperty(
        glossaryText,
        fc.array(state, { minLength: 1, maxLength: 5 }),
        async (first, states) => {
          const files = new MemoryFiles({ [GLOSSARY]: first });
          const keeper = new DeskKeeper(files, '/desk');
          const names = async () =>
            [...(await keeper.load()).works.lexicon.glossary.entities.values()].map(({ name }) => name);
          let good = await names();
          for (const { text, isGood } of states) {
            if (text === undefined) files.makeUnreadable(GLOSSARY);
            else files.write(GLOSSARY, text);
            const now = await names();
            if (isGood) good = now;
            else {
              assert.deepEqual(now, good);
              assert.ok((keeper.desk?.problems.get(GLOSSARY)?.length ?? 0) > 0, 'it says what is wrong');
            }
          }
        },
      ),
      runs(60),
    );
  });

  it('gives the same findings in the editor and on the command line', async () => {
    await fc.assert(
      fc.asyncProperty(glossaryText, reportText, reportText, async (glossary, text, typed) => {
        const texts = { [GLOSSARY]: glossary, [REPORT]: text };
        const { terminal, output } = terminalOn(new MemoryFiles(texts));
        // The report is not opened as it is on the disk, but typed until it is.
        const editor = await LanguageClient.start({ files: { ...texts, [REPORT]: typed } });
        await editor.open(REPORT);
        await editor.diagnosticsNow(REPORT);
        await editor.replace(REPORT, text);
        await editor.diagnosticsNow(REPORT);
        await check(terminal, { ...CHECK, paths: ['report.md'] });
        const { files: checked } = JSON.parse(output.join(''));
        // Guesses come behind the rest.
        const { diagnostics: shown } = await editor.diagnosticsWhen(
          REPORT,
          (found) => found.length >= checked[0].findings.length,
        );
        await editor.stop();
        const severities = ['error', 'warning', 'information', 'hint'];
        assert.deepEqual(
          shown.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
          checked[0].findings.map(({ rule, severity, message, range: { start, end } }: CheckedFinding) => ({
            code: rule,
            severity: severities.indexOf(severity) + 1,
            message,
            range: {
              start: { line: start.line, character: start.character },
              end: { line: end.line, character: end.character },
            },
          })),
        );
      }),
      runs(25),
    );
  });
});

interface CheckedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
}
