/** Tests that a name which no glossary has is added to it over the protocol: in VS Code by requests, elsewhere by actions. */

import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  type MarkupContent,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ADDITIONS,
  type AdditionParams,
  type Additions,
  EDIT_GLOSSARY,
  type GlossaryEdit,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const PEOPLE = '/desk/glossary/people.yaml';
const GLOSSARY = `# Who is who
people:
  abu-saloh:
    name: Abu Saloh   # the house form
`;
const WITH_ANVAR = `${GLOSSARY}  anvar-turdizoda:\n    name: Anvar Turdizoda\n`;
const REPORT = '/desk/reports/one.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  [PEOPLE]: GLOSSARY,
  [REPORT]:
    'Abu Saloh wrote to Anvar Turdizoda of the Katibat al-Furqon (KF).\n\nAkhliddin Navqatiy waited near Farkhor.\n',
};
const CREATES: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const VSCODE = { opensEntries: true, savesGlossary: true, teachesGlossary: true };

describe('Adding a name to the glossary', function () {
  this.timeout(15_000);
  let client: LanguageClient;
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, capabilities: CREATES, ...options });
    await client.open(REPORT);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const cardOn = async (words: string): Promise<string> => {
    const hover = await client.hover(REPORT, words);
    assert.ok(hover, `There is no card on “${words}”.`);
    return (hover.contents as MarkupContent).value;
  };
  const additions = (words: string, part: 'all' | 'caret' = 'all') => {
    const { start: at, end } = client.rangeOf(REPORT, words);
    const range = part === 'all' ? { start: at, end } : { start: at, end: at };
    return client.request<Additions | null>(ADDITIONS, { uri: uriOf(REPORT), range });
  };
  const editOf = async (addition: AdditionParams, uri = uriOf(REPORT)) =>
    client.request<GlossaryEdit<WorkspaceEdit>>(EDIT_GLOSSARY, { uri, addition });
  const changes = (edit: WorkspaceEdit | undefined) => edit?.documentChanges as TextDocumentEdit[];
  const applied = (text: string, edits: readonly unknown[]) =>
    TextDocument.applyEdits(TextDocument.create('x:', 'yaml', 0, text), edits as TextEdit[]);

  describe('in VS Code', () => {
    it('is offered by the card of the name, and by one action', async () => {
      await start({ initializationOptions: VSCODE });
      const value = await cardOn('Anvar Turd|izoda');
      assert.match(value, /^\*\*Anvar Turdizoda\*\* — in no glossary\n/);
      const link = /\(<command:nomenclator\.addToGlossary\?([^>]+)>\)/.exec(value)?.[1];
      const [place] = JSON.parse(decodeURIComponent(link ?? ''));
      assert.deepEqual(place, { uri: uriOf(REPORT), range: client.rangeOf(REPORT, 'Anvar Turdizoda') });
      const actions = await client.actions(REPORT, 'Turdizoda');
      assert.deepEqual(
        actions.map(({ title, command }) => [title, command?.command]),
        [
          ['Add “Turdizoda” to the glossary…', 'nomenclator.addToGlossary'],
          ['Add “Turdizoda” as a spelling of…', 'nomenclator.addAsSpelling'],
          ['Add “Turdizoda” as an alias of…', 'nomenclator.addAsAlias'],
          ['“Turdizoda” is not the same as…', 'nomenclator.notSame'],
        ],
      );
    });

    it('asks for the type, the likeliest first, and names the file that can take it', async () => {
      await start({ initializationOptions: VSCODE });
      const found = await additions('Anvar Turdizoda');
      assert.equal(found?.name, 'Anvar Turdizoda');
      assert.deepEqual(found.choices[0], {
        type: 'person',
        uri: uriOf(PEOPLE),
        file: 'glossary/people.yaml',
        isNew: false,
      });
      assert.deepEqual(found.choices.map(({ type }) => type).sort(), [
        'group',
        'organisation',
        'person',
        'place',
      ]);
      assert.equal((await additions('al-Furqon', 'caret'))?.name, 'Katibat al-Furqon');
      assert.equal((await additions('al-Furqon', 'caret'))?.choices[0]?.type, 'group');
      assert.equal((await additions('Farkhor'))?.choices[0]?.type, 'place');
      assert.equal((await additions('Katibat al-Furqon'))?.acronym, 'KF');
      const ofAcronym = await additions('KF', 'caret');
      assert.deepEqual([ofAcronym?.name, ofAcronym?.acronym], ['Katibat al-Furqon', 'KF']);
      assert.equal(await additions('rote', 'caret'), null);
      assert.equal((await additions('wrote to'))?.name, 'wrote to');
    });

    it('leaves out the possessive that a double click selects', async () => {
      const text = "Farhod Ganiev’s men met Abu Saloh’s men, the *Rahmonovs*’ camp, and John’s Ganiev's.\n";
      await start({ files: { ...FILES, [REPORT]: text }, initializationOptions: VSCODE });
      for (const [words, name] of [
        ['Farhod Ganiev’s', 'Farhod Ganiev'],
        ['Ganiev’s', 'Ganiev'],
        ["Ganiev's", 'Ganiev'],
        ['*Rahmonovs*’', 'Rahmonovs'],
        ['Abu Saloh’s', 'Abu Saloh'],
      ] as const)
        assert.equal((await additions(words))?.name, name);
      assert.equal((await additions('Abu Saloh’s'))?.known?.id, 'abu-saloh');
    });

    it('gives an entity of the glossary the acronym that the report introduces it by', async () => {
      const groups = 'version: 1\ngroups:\n  tas:\n    name: Turan Army of Safety\n';
      const text = 'The Turan Army of Safety (TAS) left. Then TAS came, and the TAS-led men.\n';
      const files = { ...FILES, [REPORT]: text, '/desk/glossary/groups.yaml': groups };
      await start({ files, initializationOptions: VSCODE });
      const { start: at } = client.rangeOf(REPORT, '-led');
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: uriOf(REPORT) },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      const action = actions.find(({ title }) => title === 'Add “TAS” as an acronym of Turan Army of Safety');
      assert.ok(action, actions.map(({ title }) => title).join());
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      const edited = applied(groups, changes(edit)[0]?.edits ?? []);
      assert.equal(edited, `${groups}    acronym: [TAS]\n`);
    });

    it('says of a name that the glossary has, which one it is', async () => {
      await start({ initializationOptions: VSCODE });
      const found = await additions('Abu Saloh');
      assert.deepEqual(found?.known, { root: '/desk', id: 'abu-saloh', name: 'Abu Saloh' });
      assert.deepEqual(found.choices, []);
    });

    it('edits the file, and works when that is saved', async () => {
      await start({ initializationOptions: VSCODE });
      const result = await editOf({ name: 'Anvar Turdizoda', type: 'person', file: uriOf(PEOPLE) });
      assert.ok('edit' in result, JSON.stringify(result));
      const [change, ...others] = changes(result.edit);
      assert.deepEqual(others, []);
      const text = applied(GLOSSARY, change?.edits ?? []);
      assert.equal(text, WITH_ANVAR);
      assert.deepEqual(result.edited, {
        uri: uriOf(PEOPLE),
        root: '/desk',
        id: 'anvar-turdizoda',
        message: 'Anvar Turdizoda is in the glossary now (in people.yaml).',
        wasUnsaved: false,
      });
      client.files.write(PEOPLE, text);
      await client.watched(PEOPLE);
      await client.open(PEOPLE);
      assert.match(await cardOn('Anvar Turd|izoda'), /^\*\*Anvar Turdizoda\*\* — person/);
    });

    it('makes a first file, by the patterns of the desk', async () => {
      const config = 'version: 1\nglossary: [team/names/*.yaml]\n';
      await start({
        initializationOptions: VSCODE,
        files: { [REPORT]: FILES[REPORT], '/desk/nomenclator.yaml': config },
      });
      const [first] = (await additions('Anvar Turdizoda'))?.choices ?? [];
      const file = uriOf('/desk/team/names/people.yaml');
      assert.deepEqual(first, { type: 'person', uri: file, file: 'team/names/people.yaml', isNew: true });
      const result = await editOf({ name: 'Anvar Turdizoda', type: 'person', file });
      assert.deepEqual('edit' in result && result.edit.documentChanges, [
        { kind: 'create', uri: file },
        {
          textDocument: { uri: file, version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: 'version: 1\n\npeople:\n  anvar-turdizoda:\n    name: Anvar Turdizoda\n',
            },
          ],
        },
      ]);
    });

    it('makes a file beside those that are named for other types', async () => {
      const groups = 'groups: { k: { name: Kk } }\n';
      const files = { ...FILES, [PEOPLE]: GLOSSARY, '/desk/glossary/groups.yaml': groups };
      await start({ initializationOptions: VSCODE, files });
      const { choices } = (await additions('Anvar Turdizoda'))!;
      assert.deepEqual(
        choices.map(({ type, file, isNew }) => `${type}: ${file}${isNew ? ', new' : ''}`).sort(),
        [
          'group: glossary/groups.yaml',
          'organisation: glossary/organisations.yaml, new',
          'person: glossary/people.yaml',
          'place: glossary/places.yaml, new',
        ],
      );
    });

    it('edits nothing but files of the desk, and says why it cannot', async () => {
      await start({ initializationOptions: VSCODE });
      const addition = { name: 'Anvar Turdizoda', type: 'person', file: uriOf(PEOPLE) };
      const refusal = async (...how: Parameters<typeof editOf>) => {
        const result = await editOf(...how);
        return 'refusal' in result ? result.refusal : 'none';
      };
      assert.match(await refusal({ ...addition, file: uriOf('/desk/reports/one.md') }), /no glossary file/);
      assert.match(await refusal({ ...addition, file: 'file:///etc/passwd.yaml' }), /no glossary file/);
      assert.match(await refusal({ ...addition, type: 'river' }), /no glossary file/);
      assert.match(await refusal(addition, uriOf('/desk/other.md')), /no longer open/);
      await client.open(PEOPLE);
      await client.edit(PEOPLE, 'people:', 'people: [');
      assert.match(await refusal(addition), /^people\.yaml: .*not sound YAML.* Mend /);
    });

    it('goes into the text that somebody is working on, and is left to them', async () => {
      await start({ initializationOptions: VSCODE });
      await client.open(PEOPLE);
      await client.edit(PEOPLE, '# Who is who', '# Who is who,\n# and who is not');
      const result = await editOf({ name: 'Anvar Turdizoda', type: 'person', file: uriOf(PEOPLE) });
      assert.ok('edit' in result && result.edited.wasUnsaved);
      const [change] = changes(result.edit);
      assert.equal(change?.textDocument.version, 2);
      assert.match(
        client.applied(PEOPLE, change.edits as TextEdit[]),
        /who is not\n(?:.*\n)*.*Anvar Turdizoda\n$/,
      );
    });

    it('teaches judgements from the card of a variant', async () => {
      const glossary = `${GLOSSARY}  navqotiy:\n    name: Akhliddin Navqotiy\n`;
      await start({ initializationOptions: VSCODE, files: { ...FILES, [PEOPLE]: glossary } });
      await client.diagnosticsWhen(REPORT, (all) => all.some(({ code }) => code === 'name/variant'));
      const value = await cardOn('Akhliddin Navq|atiy');
      const links = [...value.matchAll(/\[([^\]]+)\]\(<command:nomenclator\.teachGlossary\?([^>]+)>\)/g)];
      assert.deepEqual(
        links.map(([, title]) => title),
        ['Add as a spelling', 'Not the same'],
      );
      const texts: string[] = [];
      for (const [, , params] of links) {
        const [lesson] = JSON.parse(decodeURIComponent(params!));
        const result = await client.request<GlossaryEdit<WorkspaceEdit>>(EDIT_GLOSSARY, lesson);
        assert.ok('edit' in result);
        texts.push(applied(glossary, changes(result.edit)[0]?.edits ?? []));
      }
      assert.deepEqual(texts, [
        `${glossary}    spellings: [Akhliddin Navqatiy]\n`,
        `${glossary}    not: [Akhliddin Navqatiy]\n`,
      ]);
    });
  });

  describe('in any editor', () => {
    const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

    it('is an action for each type, the likeliest first', async () => {
      await start();
      assert.equal(await cardOn('Anvar Turd|izoda'), '**Anvar Turdizoda** — in no glossary');
      const actions = await client.actions(REPORT, 'Anvar Turdizoda');
      assert.deepEqual(titles(actions), [
        'Add “Anvar Turdizoda” to the glossary as a person',
        'Add “Anvar Turdizoda” to the glossary as a group',
        'Add “Anvar Turdizoda” to the glossary as a place',
        'Add “Anvar Turdizoda” to the glossary as an organisation',
        'Add “Anvar Turdizoda” as an alias of Abu Saloh',
      ]);
      const { edit, command } = await client.request<CodeAction>('codeAction/resolve', actions[0]);
      assert.equal(applied(GLOSSARY, changes(edit)[0]?.edits ?? []), WITH_ANVAR);
      assert.equal(command, undefined);
    });

    it('is not offered on what the glossary has, nor on what is no name', async () => {
      await start();
      for (const words of ['Abu Saloh', 'Saloh wrote', 'wrote to', 'Saloh wrote to Anvar'])
        assert.deepEqual(titles(await client.actions(REPORT, words)), [], words);
    });

    it('needs an editor that makes files where there is none', async () => {
      const files = { [REPORT]: FILES[REPORT], '/desk/nomenclator.yaml': 'version: 1\n' };
      await start({ files, capabilities: {} });
      assert.deepEqual(titles(await client.actions(REPORT, 'Anvar Turdizoda')), []);
    });

    it('is offered when it is asked for, and lights no bulb by itself', async () => {
      await start();
      const ask = (triggerKind: CodeActionTriggerKind) =>
        client.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: uriOf(REPORT) },
          range: client.rangeOf(REPORT, 'Anvar Turdizoda'),
          context: { diagnostics: [], triggerKind },
        });
      const asked = await ask(CodeActionTriggerKind.Invoked);
      assert.equal(asked.filter(({ title }) => title.startsWith('Add “Anvar Turdizoda” to')).length, 4);
      assert.deepEqual(await ask(CodeActionTriggerKind.Automatic), []);
    });

    it('is offered unasked only where somebody keeps a glossary', async () => {
      await start({ files: { [REPORT]: FILES[REPORT] }, initializationOptions: VSCODE });
      assert.equal(await client.hover(REPORT, 'Anvar Turd|izoda'), null);
      assert.deepEqual(titles(await client.actions(REPORT, 'Anvar Turdizoda')), []);
      assert.equal((await additions('Anvar Turdizoda'))?.choices[0]?.file, 'glossary/people.yaml');
    });
  });
});
