/** Tests that a reader teaches the glossary from a report: actions whose edits are of a glossary file. */

import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../server/src/analysis/analyze';
import { fixAll } from '../server/src/analysis/fixAll';
import type { Rule } from '../server/src/analysis/rule';
import { RULES } from '../server/src/analysis/rules';
import type { GlossaryEditedParams } from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';
import { worksOf } from './support/works';

/** Guesses that Novkotiy is Navqotiy, and that Mukhtaroff is the alias Mukhtarov, unless the glossary knows better. */
const guess: Rule = {
  code: 'test/guess',
  defaultSeverity: 'hint',
  description: 'Guesses.',
  help: 'Says so where a test writes one of two names.',
  *find({ report: { text }, mentions, works }) {
    for (const { index, 0: form } of text.matchAll(/\b(?:Akhliddin Novkotiy|S\. Mukhtaroff)\b/g)) {
      const isAlias = form.startsWith('S');
      const entity = isAlias ? 'abu-saloh' : 'navqotiy';
      const span = { start: index, end: index + form.length };
      if (mentions.some(({ start }) => start === index)) continue;
      if (works.lexicon.glossary.entities.get(entity)?.not.includes(form)) continue;
      const change = { entity, text: form };
      const edits = [{ span, newText: 'him' }];
      yield {
        span,
        message: 'A guess.',
        fixes: [
          {
            title: 'Guess: a spelling',
            edits: [],
            preferred: false,
            glossary: { ...change, list: 'spellings', ...(isAlias ? { alias: 'Sirojiddin Mukhtarov' } : {}) },
          },
          { title: 'Guess: another', edits: [], preferred: true, glossary: { ...change, list: 'not' } },
          { title: 'Guess: both', edits, preferred: true, glossary: { ...change, list: 'not' } },
        ],
      };
    }
  },
};

const PEOPLE = '/desk/glossary/people.yaml';
const GLOSSARY = `# Who is who
people:
  abu-saloh:
    name: Abu Saloh   # the house form
    aliases:
      - Sirojiddin Mukhtarov
  navqotiy:
    name: Akhliddin Navqotiy
    spellings: [Akhliddin Novkatiy]   # in Russian reports
`;
const REPORT = '/desk/reports/one.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\nrules: { name/variant: off }\n',
  [PEOPLE]: GLOSSARY,
  [REPORT]: 'Akhliddin Novkotiy wrote to S. Mukhtaroff. Akhliddin Novkotiy waited.\n',
};
const SPELLING = GLOSSARY.replace('Novkatiy]', 'Novkatiy, Akhliddin Novkotiy]');
const DIFFERENT = `${GLOSSARY}    not: [Akhliddin Novkotiy]\n`;

const RESOLVES: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

describe('what the glossary is taught from a report', function () {
  this.timeout(15_000);
  let client: LanguageClient;

  before(() => (RULES as Rule[]).push(guess));
  after(() => (RULES as Rule[]).splice(RULES.indexOf(guess), 1));
  const start = async (options: Omit<ClientOptions, 'files'> = {}, files: Record<string, string> = {}) => {
    client = await LanguageClient.start({
      capabilities: RESOLVES,
      ...options,
      files: { ...FILES, ...files },
    });
    await client.open(REPORT);
    return client;
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const offered = async (title: string, words = 'wrote to S. Mukhtaroff. Akhliddin Novkotiy waited') => {
    const actions = (await client.actions(REPORT, words)).filter((one) => one.title === title);
    assert.ok(actions.length > 0, `“${title}” is not offered.`);
    return actions;
  };
  const chosen = async (title: string, words?: string): Promise<CodeAction> => {
    const [first, ...others] = await offered(title, words);
    assert.deepEqual(others, []);
    return client.request('codeAction/resolve', first);
  };
  const changes = ({ edit }: CodeAction) => edit?.documentChanges as TextDocumentEdit[] | undefined;
  const applied = (text: string, edits: readonly unknown[]) =>
    TextDocument.applyEdits(TextDocument.create('x:', 'yaml', 0, text), edits as TextEdit[]);

  it('is located when the action is chosen, and takes effect when the file is saved', async () => {
    await start();
    const [action] = await offered('Guess: a spelling', 'Akhliddin Novkotiy wrote');
    assert.equal(action?.edit, undefined);
    assert.equal(action?.diagnostics?.[0]?.code, 'test/guess');
    const [change, ...others] = changes(await chosen('Guess: a spelling', 'Akhliddin Novkotiy wrote')) ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(change?.textDocument, { uri: uriOf(PEOPLE), version: null });
    const text = applied(GLOSSARY, change.edits);
    assert.equal(text, SPELLING);
    await client.shows(
      REPORT,
      ...['Akhliddin Novkotiy', 'S. Mukhtaroff', 'Akhliddin Novkotiy'].map((one) => `test/guess ${one}`),
    );
    // An editor that was told to apply it opens the file, writes, and saves.
    await client.open(PEOPLE);
    await client.replace(PEOPLE, text);
    await client.save(PEOPLE);
    await client.shows(
      REPORT,
      'name/spelling Akhliddin Novkotiy',
      'test/guess S. Mukhtaroff',
      'name/spelling Akhliddin Novkotiy',
    );
  });

  it('takes effect when somebody else writes the file, too', async () => {
    await start();
    const [change] = changes(await chosen('Guess: another', 'Akhliddin Novkotiy wrote')) ?? [];
    const text = applied(GLOSSARY, change!.edits);
    assert.equal(text, DIFFERENT);
    client.files.write(PEOPLE, text);
    await client.watched(PEOPLE);
    await client.shows(REPORT, 'test/guess S. Mukhtaroff');
  });

  it('is offered once for several places, and goes to the alias it is about', async () => {
    await start();
    const all = await offered(
      'Guess: another',
      'Akhliddin Novkotiy wrote to S. Mukhtaroff. Akhliddin Novkotiy waited',
    );
    assert.equal(all.length, 2);
    const [change] = changes(await chosen('Guess: a spelling', 'S. Mukhtaroff')) ?? [];
    assert.equal(
      applied(GLOSSARY, change!.edits),
      GLOSSARY.replace('Sirojiddin Mukhtarov', '{ name: Sirojiddin Mukhtarov, spellings: [S. Mukhtaroff] }'),
    );
  });

  it('is written into the text that is being edited, not into the one on the disk', async () => {
    await start({ initializationOptions: { savesGlossary: true } });
    await client.open(PEOPLE);
    const clean = await chosen('Guess: a spelling', 'S. Mukhtaroff');
    assert.equal((clean.command?.arguments?.[0] as GlossaryEditedParams | undefined)?.wasUnsaved, false);
    await client.edit(PEOPLE, '# Who is who', '# Who is who,\n# and who is not');
    const action = await chosen('Guess: a spelling', 'Akhliddin Novkotiy wrote');
    const [change] = changes(action) ?? [];
    assert.equal(change?.textDocument.version, 2);
    assert.equal(
      client.applied(PEOPLE, change.edits as TextEdit[]),
      SPELLING.replace('who\n', 'who,\n# and who is not\n'),
    );
    assert.deepEqual(action.command, {
      title: 'Guess: a spelling',
      command: 'nomenclator.glossaryEdited',
      arguments: [
        {
          uri: uriOf(PEOPLE),
          root: '/desk',
          id: 'navqotiy',
          message: '“Akhliddin Novkotiy” is now a spelling of Akhliddin Navqotiy (in people.yaml).',
          wasUnsaved: true,
        },
      ],
    });
  });

  it('may come with an edit of the report', async () => {
    await start();
    const found = changes(await chosen('Guess: both', 'Akhliddin Novkotiy wrote')) ?? [];
    assert.deepEqual(
      found.map(({ textDocument }) => textDocument),
      [
        { uri: uriOf(REPORT), version: 1 },
        { uri: uriOf(PEOPLE), version: null },
      ],
    );
    assert.match(client.applied(REPORT, found[0]!.edits as TextEdit[]), /^him wrote/);
    assert.equal(applied(GLOSSARY, found[1]!.edits), DIFFERENT);
  });

  it('comes whole to an editor that asks only once', async () => {
    await start({ capabilities: {} });
    const [action] = await offered('Guess: a spelling', 'Akhliddin Novkotiy wrote');
    assert.equal(applied(GLOSSARY, action?.edit?.changes?.[uriOf(PEOPLE)] ?? []), SPELLING);
    assert.equal(action?.command, undefined);
  });

  it('says why it cannot be done', async () => {
    await start();
    await client.open(PEOPLE);
    await client.edit(PEOPLE, '[Akhliddin', '[[Akhliddin');
    const action = await chosen('Guess: a spelling', 'Akhliddin Novkotiy wrote');
    assert.equal(action.edit, undefined);
    assert.equal(action.command, undefined);
    assert.match(client.messages.join(), /^people\.yaml: .*not sound YAML.* Mend /);
  });

  it('is not offered where it could only be refused, to an editor that asks only once', async () => {
    await start({ capabilities: {} });
    await client.open(PEOPLE);
    await client.edit(PEOPLE, '[Akhliddin', '[[Akhliddin');
    const titles = (await client.actions(REPORT, 'Akhliddin Novkotiy wrote')).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Guess')),
      [],
    );
  });

  it('is never done by fixing everything', async () => {
    await start();
    const text = 'Akhliddin Novkotiy, Akhliddin Novkatiy.';
    assert.equal(fixAll(analyze(text, worksOf(GLOSSARY))), 'Akhliddin Novkotiy, Akhliddin Navqotiy.');
    const [whole] = await client.actions(REPORT, 'wrote', ['source.fixAll']);
    assert.equal(whole, undefined);
  });
});
