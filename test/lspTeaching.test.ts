/** Tests that the glossary learns whose other name a name of a report is, over the protocol. */

import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  BEARERS,
  type Bearers,
  EDIT_GLOSSARY,
  type EditGlossaryParams,
  type GlossaryEdit,
  ID_PROBLEM,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const PEOPLE = '/desk/glossary/people.yaml';
const GLOSSARY = `people:
  abu-saloh:
    name: Abu Saloh
    aliases:
      - { name: Sirojiddin Mukhtarov, kind: real name }
  navqotiy:
    name: Akhliddin Navqotiy
  rahimov: { name: Anvar Rahimov }
`;
const REPORT = '/desk/reports/one.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\nrules: { name/variant: off }\n',
  [PEOPLE]: GLOSSARY,
  [REPORT]:
    'Akhliddin Navqotiy wrote. Mullah Farhod Ganiev waited.\n\nAbu Saloh, or Sirozhiddin Mukhtaroff, left. Abu Saloh came.\n',
};
const RESOLVES: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

describe('Whose other name a name is', function () {
  this.timeout(15_000);
  let client: LanguageClient;
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, capabilities: RESOLVES, ...options });
    await client.open(REPORT);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const bearers = (words: string, query = '', part: 'all' | 'caret' = 'all') => {
    const { start: at, end } = client.rangeOf(REPORT, words);
    const range = { start: at, end: part === 'all' ? end : at };
    return client.request<Bearers | null>(BEARERS, { uri: uriOf(REPORT), range, query });
  };
  const edit = async (change: Extract<EditGlossaryParams, { change: unknown }>['change']) => {
    const params = { uri: uriOf(REPORT), change };
    return client.request<GlossaryEdit<WorkspaceEdit>>(EDIT_GLOSSARY, params);
  };
  const written = (result: GlossaryEdit<WorkspaceEdit> | CodeAction): string => {
    assert.ok('edit' in result && result.edit, JSON.stringify(result));
    const [change] = result.edit.documentChanges as TextDocumentEdit[];
    return TextDocument.applyEdits(
      TextDocument.create('x:', 'yaml', 0, GLOSSARY),
      change!.edits as TextEdit[],
    );
  };

  it('is told by its sound, then by what stands near, then by the report', async () => {
    await start();
    const found = await bearers('Sirozhiddin Mukhtaroff');
    assert.equal(found?.name, 'Sirozhiddin Mukhtaroff');
    const [first, ...others] = found.bearers;
    assert.deepEqual([first?.id, first?.alias], ['abu-saloh', 'Sirojiddin Mukhtarov']);
    assert.deepEqual(
      others.map(({ id, why }) => [id, why]),
      [['navqotiy', 'named once in this report']],
    );
    const ganiev = await bearers('Farhod Ganiev', '', 'caret');
    assert.deepEqual(
      ganiev?.bearers.map(({ id, why }) => [id, why]),
      [
        ['navqotiy', 'named in this paragraph'],
        ['abu-saloh', 'named twice in this report'],
      ],
    );
  });

  it('is found by any words of any name', async () => {
    await start();
    const found = await bearers('Farhod Ganiev', 'rahim');
    assert.deepEqual(
      found?.bearers.map(({ id }) => id),
      ['rahimov'],
    );
    assert.equal((await bearers('Farhod Ganiev', 'mukhtarov'))?.bearers[0]?.why, 'also Sirojiddin Mukhtarov');
  });

  it('is not asked of who has it already, nor where there is no name', async () => {
    await start();
    assert.deepEqual(
      (await bearers('Akhliddin Navqotiy', '', 'caret'))?.bearers.map(({ id }) => id),
      ['abu-saloh'],
    );
    assert.equal(await bearers('waited', '', 'caret'), null);
    assert.equal((await bearers('wrote. Mullah'))?.name, 'wrote. Mullah');
  });

  it('is written as a spelling of the name that it is most like, as an alias, or as nothing', async () => {
    await start();
    const text = 'Sirozhiddin Mukhtaroff';
    const alias = 'Sirojiddin Mukhtarov';
    assert.equal(
      written(await edit({ entity: 'abu-saloh', list: 'spellings', text, alias })),
      GLOSSARY.replace('real name }', `real name, spellings: [${text}] }`),
    );
    const added = await edit({
      entity: 'abu-saloh',
      list: 'aliases',
      text: 'Mullah Siroj',
      kind: 'nickname',
    });
    assert.equal(
      written(added),
      GLOSSARY.replace('real name }\n', 'real name }\n      - { name: Mullah Siroj, kind: nickname }\n'),
    );
    assert.equal(
      'edited' in added && added.edited.message,
      '“Mullah Siroj” is now an alias of Abu Saloh (in people.yaml).',
    );
    assert.equal(
      written(await edit({ entity: 'rahimov', list: 'not', text: 'Anvar Rahimi' })),
      GLOSSARY.replace('Rahimov }', 'Rahimov, not: [Anvar Rahimi] }'),
    );
  });

  it('has no kind in a table, which is said', async () => {
    const table = '/desk/glossary/more.csv';
    const config = 'version: 1\nglossary: ["glossary/**/*.{yaml,csv}"]\nrules: { name/variant: off }\n';
    const files = {
      ...FILES,
      '/desk/nomenclator.yaml': config,
      [table]: 'id,name,aliases\nganiev,Farhod Ganiev,\n',
    };
    await start({ files });
    const change = { entity: 'ganiev', list: 'aliases', text: 'Mullah Farhod' } as const;
    const told = async (kind?: string) => {
      const result = await edit({ ...change, ...(kind !== undefined && { kind }) });
      return 'edited' in result ? result.edited.message : result.refusal;
    };
    assert.equal(await told(), '“Mullah Farhod” is now an alias of Farhod Ganiev (in more.csv).');
    assert.match(await told('nickname'), /\(in more\.csv\)\. A table has no place for its kind, nickname\.$/);
  });

  it('is told where somebody else has it, too', async () => {
    await start();
    const result = await edit({ entity: 'rahimov', list: 'aliases', text: 'Abu Saloh' });
    assert.match(
      'edited' in result ? result.edited.message : '',
      /It also names Abu Saloh \(abu-saloh\), so a report/,
    );
  });

  it('needs no entry where it is found already, and is not denied where it stands', async () => {
    await start();
    const twice = await edit({ entity: 'abu-saloh', list: 'spellings', text: 'Abu-Saloh' });
    assert.match(
      'refusal' in twice ? twice.refusal : '',
      /needs no entry: Abu Saloh is found by it already, as “Abu Saloh”/,
    );
    const denied = await edit({ entity: 'abu-saloh', list: 'not', text: 'Abu Saloh' });
    assert.match('refusal' in denied ? denied.refusal : '', /Remove it there/);
  });

  it('is asked by a command for each way in VS Code', async () => {
    await start({ initializationOptions: { teachesGlossary: true, savesGlossary: true } });
    const actions = await client.actions(REPORT, 'Farhod Ganiev');
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      [
        'nomenclator.addToGlossary',
        'nomenclator.addAsSpelling',
        'nomenclator.addAsAlias',
        'nomenclator.notSame',
      ],
    );
    // More than a known name may be another one; less is none.
    assert.equal((await client.actions(REPORT, 'Saloh, or Sirozhiddin')).length, 0);
  });

  it('is offered with the likeliest entities in other editors', async () => {
    await start();
    const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(REPORT) },
      range: client.rangeOf(REPORT, 'Sirozhiddin Mukhtaroff'),
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
    });
    const action = offered.find(({ title }) => / as a spelling of /.test(title));
    assert.equal(action?.title, 'Add “Sirozhiddin Mukhtaroff” as a spelling of Sirojiddin Mukhtarov');
    assert.equal(
      written(await client.request<CodeAction>('codeAction/resolve', action)),
      GLOSSARY.replace('real name }', 'real name, spellings: [Sirozhiddin Mukhtaroff] }'),
    );
  });

  it('may be nobody’s: a new entity has the id that was chosen, if nobody has it', async () => {
    await start();
    const problem = (id: string) => client.request<string | null>(ID_PROBLEM, { uri: uriOf(REPORT), id });
    assert.equal(await problem('ganiev'), null);
    assert.match((await problem('navqotiy'))!, /has an entry “navqotiy” already\. Choose another id/);
    assert.match((await problem('a b'))!, /no good id/);
    const add = (id: string) =>
      client.request<GlossaryEdit<WorkspaceEdit>>(EDIT_GLOSSARY, {
        uri: uriOf(REPORT),
        addition: { name: 'Farhod Ganiev', type: 'person', file: uriOf(PEOPLE), id },
      });
    assert.equal(written(await add('ganiev')), `${GLOSSARY}  ganiev: { name: Farhod Ganiev }\n`);
    const taken = await add('navqotiy');
    assert.match('refusal' in taken ? taken.refusal : '', /already/);
  });
});
