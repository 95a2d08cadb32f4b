/** Tests that an entity is renamed over the protocol: in the glossary, and in every report of its desk. */

import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type GlossaryEdit,
  RENAME_ENTITY,
  RENAME_QUESTIONS,
  type RenameEntityParams,
  type RenameQuestions,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const PEOPLE = '/desk/glossary/people.yaml';
const TABLE = '/desk/glossary/more.csv';
const ONE = '/desk/reports/one.md';
const TWO = '/desk/reports/two.md';
const CONFIG = '/desk/nomenclator.yaml';
const GLOSSARY = `people:
  navqotiy:
    name: Akhliddin Navqotiy   # the house form
    short: Navqotiy
    roles: [{ group: ktj }]
groups:
  ktj: { name: Katibat al-Tawhid wal-Jihad, acronym: KTJ }
`;
const FILES = {
  [CONFIG]: 'version: 1\nglossary: ["glossary/**/*.{yaml,csv}"]\n',
  [PEOPLE]: GLOSSARY,
  [TABLE]: 'id,name,spellings\nosh,Osh City,\n',
  [ONE]: 'Akhliddin Navqotiy of KTJ wrote.[^1]\n\nNavqotiy’s men left Osh City.\n\n[^1]: A note.\n',
  [TWO]: 'Akhliddin Navqotiy stayed. “We saw Akhliddin Navqotiy there,” he said.\n',
  '/desk/reports/three.md': 'Nobody is named here.\n',
};
const ASKS: ClientCapabilities = {
  window: { showMessage: { messageActionItem: {} } },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const NEW = 'Akhliddin Nawqatiy';
const RENAMED = GLOSSARY.replace('Navqotiy ', 'Nawqatiy ').replace(
  'short: Navqotiy\n',
  'short: [Nawqatiy, Navqotiy]\n    spellings: [Akhliddin Navqotiy]\n',
);

describe('Renaming an entity over the protocol', function () {
  this.timeout(15_000);
  let client: LanguageClient;

  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, ...options });
    await client.open(ONE);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const rename = (path: string, words: string, newName = NEW) =>
    client.request<WorkspaceEdit | null>('textDocument/rename', { ...client.at(path, words), newName });
  const refusal = (path: string, words: string, newName = NEW) =>
    rename(path, words, newName).then(
      () => assert.fail('It was not refused.'),
      (error: Error) => error.message,
    );
  const prepared = (path: string, words: string) =>
    client.request<{ placeholder: string } | null>('textDocument/prepareRename', client.at(path, words));
  const textsAfter = (edit: WorkspaceEdit | null): Record<string, string> => {
    assert.ok(edit);
    const files = edit.changes
      ? Object.entries(edit.changes)
      : (edit.documentChanges as TextDocumentEdit[]).map(
          ({ textDocument: { uri }, edits }) => [uri, edits as TextEdit[]] as const,
        );
    return Object.fromEntries(
      files.map(([uri, edits]) => {
        const path = uri.slice('file://'.length);
        const before = TextDocument.create(uri, 'x', 0, client.files.text(path)!);
        return [path, TextDocument.applyEdits(before, edits)];
      }),
    );
  };

  it('offers the house form at any mention, and in the glossary', async () => {
    await start();
    await client.open(PEOPLE);
    await client.open(TABLE);
    for (const [path, words, offered] of [
      [ONE, 'Akhliddin Nav|qotiy of', 'Akhliddin Navqotiy'],
      [ONE, 'Navqotiy|’s', 'Navqotiy'],
      [ONE, 'K|TJ', 'KTJ'],
      [ONE, 'wrote.[^|1]', '1'],
      [PEOPLE, 'navqo|tiy:', 'Akhliddin Navqotiy'],
      [PEOPLE, 'Akhliddin Nav|qotiy', 'Akhliddin Navqotiy'],
      [PEOPLE, 'short: Nav|qotiy', 'Navqotiy'],
      [PEOPLE, 'acronym: K|TJ', 'KTJ'],
      [PEOPLE, 'group: kt|j }', 'Katibat al-Tawhid wal-Jihad'],
      [TABLE, 'Osh C|ity', 'Osh City'],
    ] as const)
      assert.equal((await prepared(path, words))?.placeholder, offered, words);
    for (const [path, words] of [
      [ONE, 'wro|te.'],
      [PEOPLE, 'the ho|use form'],
      [PEOPLE, 'rol|es'],
    ] as const)
      assert.equal(await prepared(path, words), null, words);
  });

  it('changes the glossary and every report, from a report', async () => {
    await start();
    const now = textsAfter(await rename(ONE, 'Akhliddin Nav|qotiy'));
    assert.deepEqual(now, {
      [PEOPLE]: RENAMED,
      [ONE]: FILES[ONE].replaceAll('Navqotiy', 'Nawqatiy'),
      [TWO]: FILES[TWO].replace('Navqotiy', 'Nawqatiy'),
    });
  });

  it('and from the glossary, be it YAML or a table', async () => {
    await start();
    await client.open(PEOPLE);
    await client.open(TABLE);
    assert.equal(textsAfter(await rename(PEOPLE, 'navqo|tiy:'))[PEOPLE], RENAMED);
    const now = textsAfter(await rename(TABLE, 'Osh C|ity', 'Osh'));
    assert.equal(now[TABLE], 'id,name,spellings\nosh,Osh,Osh City\n');
    assert.match(now[ONE]!, /left Osh\./);
  });

  it('asks what becomes of the old name where it can', async () => {
    await start({ capabilities: ASKS });
    client.answer = 'A Former Name';
    const edit = await rename(ONE, 'Akhliddin Nav|qotiy');
    assert.match(client.asked.join(), /“Akhliddin Navqotiy” becomes “Akhliddin Nawqatiy”\. What is/);
    assert.match(
      textsAfter(edit)[PEOPLE]!,
      /\{ name: Akhliddin Navqotiy, kind: former name, short: Navqotiy \}/,
    );
    client.answer = undefined;
    assert.match(await refusal(ONE, 'Akhliddin Nav|qotiy'), /cancelled/);
    // Of the capitals alone there is nothing to ask.
    client.asked.length = 0;
    await rename(ONE, 'K|TJ', 'KTWJ');
    assert.deepEqual(client.asked, []);
  });

  it('does not ask about what cannot be', async () => {
    const files = {
      ...FILES,
      [PEOPLE]: GLOSSARY.replace('name: Akhliddin Navqotiy ', 'name: &n Akhliddin Navqotiy ').replace(
        'groups:',
        '  x: { name: Xu, note: *n }\ngroups:',
      ),
    };
    await start({ capabilities: ASKS, files });
    assert.match(await refusal(ONE, 'Akhliddin Nav|qotiy'), /^people\.yaml: .*by hand\.$/);
    client.files.protect(TABLE);
    assert.match(
      await refusal(ONE, 'Osh C|ity', 'Osh'),
      /^more\.csv may not be written over\. Nothing was renamed/,
    );
    assert.deepEqual(client.asked, []);
  });

  it('and of the old name not about what the file has no place for', async () => {
    await start({ capabilities: ASKS, files: { ...FILES, [TABLE]: 'id,name,aliases\nosh,Osh City,\n' } });
    // A table does not say of what kind an alias is.
    client.answer = 'An Alias';
    const now = textsAfter(await rename(ONE, 'Osh C|ity', 'Osh'));
    assert.equal(now[TABLE], 'id,name,aliases\nosh,Osh,Osh City\n');
    client.answer = 'A Spelling';
    assert.match(await refusal(ONE, 'Osh C|ity', 'Osh'), /cancelled/);
    assert.equal(client.asked.length, 2);
  });

  it('refuses where the file has no place for the old name at all', async () => {
    const files = { ...FILES, [TABLE]: 'id,name\nosh,Osh City\n' };
    for (const capabilities of [ASKS, {}]) {
      await start({ capabilities, files });
      assert.match(
        await refusal(ONE, 'Osh C|ity', 'Osh'),
        /^more\.csv: This table has no column “spellings”\. Add/,
      );
      assert.deepEqual(client.asked, []);
      // But for capitals it is the same name, which needs no place.
      const now = textsAfter(await rename(ONE, 'Osh C|ity', 'Osh-City'));
      assert.equal(now[TABLE], 'id,name\nosh,Osh-City\n');
      await client.stop();
    }
    await start();
  });

  it('brings the title in the front matter along', async () => {
    await start({ files: { ...FILES, [TWO]: `---\ntitle: "Navqotiy’s camp"\n---\n\n${FILES[TWO]}` } });
    const now = textsAfter(await rename(ONE, 'Akhliddin Nav|qotiy'));
    assert.match(now[TWO]!, /^---\ntitle: "Nawqatiy’s camp"\n---\n\nAkhliddin Nawqatiy stayed/);
  });

  it('takes documents as they are being edited, with their versions', async () => {
    await start({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    await client.open(PEOPLE);
    await client.edit(PEOPLE, '# the house form', '# as we write');
    await client.edit(ONE, 'wrote.', 'had written.');
    const edit = await rename(ONE, 'Akhliddin Nav|qotiy');
    const changes = edit?.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument: { uri, version } }) => [uri, version]),
      [
        [uriOf(PEOPLE), 2],
        [uriOf(ONE), 2],
        [uriOf(TWO), null],
      ],
    );
    assert.equal(
      client.applied(PEOPLE, changes[0]!.edits as TextEdit[]),
      RENAMED.replace('# the house form', '# as we write'),
    );
    assert.match(
      client.applied(ONE, changes[1]!.edits as TextEdit[]),
      /^Akhliddin Nawqatiy of KTJ had written/,
    );
  });

  it('refuses a name of another, a broken glossary, and what may not be written over', async () => {
    await start();
    await client.open(PEOPLE);
    assert.match(
      await refusal(ONE, 'Akhliddin Nav|qotiy', 'OSH CITY'),
      /names Osh City \(osh\) already\. Choose/,
    );
    client.files.protect(TWO);
    assert.match(await refusal(ONE, 'Akhliddin Nav|qotiy'), /^two\.md may not be written over\. Nothing was/);
    await client.edit(PEOPLE, 'roles: [{', 'roles: [[{');
    assert.match(await refusal(ONE, 'Akhliddin Nav|qotiy'), /^people\.yaml: .* not sound YAML/);
  });

  it('brings the examples of entries along, so that they do not fail', async () => {
    const own = GLOSSARY.replace(
      '    roles:',
      '    examples: [{ text: "akhliddin navqotiy left", expect: "Akhliddin Navqotiy left" }] # checked\n    roles:',
    );
    const other =
      'places:\n  kulob:\n    name: Kulob\n    examples:\n      text: Navqotiy of kulob\n      expect: Navqotiy of Kulob\n';
    await start({ files: { ...FILES, [PEOPLE]: own, '/desk/glossary/places.yaml': other } });
    const now = textsAfter(await rename(ONE, 'Akhliddin Nav|qotiy'));
    assert.match(now[PEOPLE]!, /expect: "Akhliddin Nawqatiy left" \}\] # checked\n {4}roles/);
    assert.equal(now['/desk/glossary/places.yaml'], other.replaceAll('Navqotiy', 'Nawqatiy'));
    for (const [path, text] of Object.entries(now)) client.files.write(path, text);
    await client.open(PEOPLE);
    await client.watched(...Object.keys(now));
    await client.shows(PEOPLE);
  });

  it('refuses where the id would change with the name, and others name it', async () => {
    const lines = '{"name": "Northern Front", "type": "group"}\n';
    const member = GLOSSARY.replace('{ group: ktj }', '{ group: northern-front }');
    const files = {
      ...FILES,
      [CONFIG]: 'version: 1\nglossary: ["glossary/**/*.{yaml,jsonl}"]\n',
      '/desk/glossary/groups.jsonl': lines,
      [ONE]: 'Northern Front fell.\n',
    };
    await start({ files: { ...files, [PEOPLE]: member } });
    assert.match(
      await refusal(ONE, 'North|ern', 'Southern Front'),
      /^groups\.jsonl: This entry has no id of its own/,
    );
    await client.stop();
    await start({ files });
    const now = textsAfter(await rename(ONE, 'North|ern', 'Southern Front'));
    assert.equal(now[ONE], 'Southern Front fell.\n');
  });

  it('refuses where the entry that is being edited no longer has the name', async () => {
    await start();
    await client.open(PEOPLE);
    await client.edit(PEOPLE, 'name: Akhliddin Navqotiy', 'name: Somebody');
    assert.match(await refusal(ONE, 'Akhliddin Nav|qotiy'), /no such entry at this place any more/);
  });

  it('refuses to write over what has changed meanwhile', async () => {
    await start();
    let reads = 0;
    client.files.beforeRead = (path) => {
      if (path === TWO && ++reads === 2) client.files.write(TWO, `${FILES[TWO]}More.\n`);
    };
    assert.match(
      await refusal(ONE, 'Akhliddin Nav|qotiy'),
      /^two\.md has changed meanwhile\. Nothing was renamed/,
    );
  });

  it('is all or nothing where it is cancelled half way', async () => {
    // Long enough for the server to hear of it in between.
    await start({ files: { ...FILES, [TWO]: 'Akhliddin Navqotiy stayed.\n\n'.repeat(5000) } });
    const cancelling = new CancellationTokenSource();
    client.files.beforeRead = (path) => {
      if (path === TWO) cancelling.cancel();
    };
    const { textDocument, position } = client.at(ONE, 'Akhliddin Nav|qotiy');
    const params = { uri: textDocument.uri, position, newName: NEW, old: 'spelling' };
    const result = await client.request<GlossaryEdit<WorkspaceEdit>>(RENAME_ENTITY, params, cancelling.token);
    assert.match('refusal' in result ? result.refusal : '', /cancelled/);
  });

  it('says why an ambiguous name is not renamed', async () => {
    await start({ files: { ...FILES, [PEOPLE]: `${GLOSSARY}  x: { name: X, acronym: KTJ }\n` } });
    await client.edit(ONE, 'Akhliddin Navqotiy of KTJ', 'KTJ');
    await assert.rejects(prepared(ONE, 'K|TJ wrote'), /may name several entries/);
  });

  describe('in VS Code', () => {
    const asked = (words: string, newName = NEW) => {
      const { textDocument, position } = client.at(ONE, words);
      return client.request<RenameQuestions | null>(RENAME_QUESTIONS, {
        uri: textDocument.uri,
        position,
        newName,
      });
    };
    const renamed = (words: string, decided: Omit<RenameEntityParams, 'uri' | 'position'>) => {
      const { textDocument, position } = client.at(ONE, words);
      const params = { uri: textDocument.uri, position, ...decided };
      return client.request<GlossaryEdit<WorkspaceEdit>>(RENAME_ENTITY, params);
    };

    it('is preceded by questions', async () => {
      await start();
      assert.deepEqual(await asked('Akhliddin Nav|qotiy'), {
        before: 'Akhliddin Navqotiy',
        after: NEW,
        old: ['spelling', 'former name', 'nothing'],
        short: { before: 'Navqotiy', after: 'Nawqatiy' },
      });
      assert.deepEqual(await asked('K|TJ', 'KTWJ'), { before: 'KTJ', after: 'KTWJ', old: [] });
      assert.equal(await asked('wrote.[^|1]'), null);
      assert.match(JSON.stringify(await asked('K|TJ', 'Osh City')), /already/);
    });

    it('is grouped for a preview, and said in a sentence', async () => {
      await start({
        capabilities: {
          workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
        },
      });
      const result = await renamed('Akhliddin Nav|qotiy', {
        newName: NEW,
        old: 'nothing',
        short: 'Nawqatiy',
      });
      assert.ok('edit' in result);
      assert.deepEqual(
        Object.values(result.edit.changeAnnotations ?? {}).map(({ label }) => label),
        [
          'The glossary: Akhliddin Navqotiy',
          'Akhliddin Navqotiy → Akhliddin Nawqatiy',
          'Navqotiy → Nawqatiy',
        ],
      );
      assert.equal(
        result.edited.message,
        'Akhliddin Navqotiy is Akhliddin Nawqatiy now: 3 mentions in 2 reports. 1 mention in other people’s words stays.',
      );
      const now = textsAfter(result.edit)[PEOPLE];
      assert.equal(
        now,
        GLOSSARY.replace('Navqotiy ', 'Nawqatiy ')
          .replace('short: Nav', 'short: Naw')
          .replace('Nawqotiy', 'Nawqatiy'),
      );
    });
  });
});
