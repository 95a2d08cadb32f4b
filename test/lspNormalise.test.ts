/** Tests that reports are normalised over the protocol: one edit of texts that still stand, with what was left and why. */

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
  HAS_TEXT,
  NORMALISE,
  NORMALISE_DESK,
  NORMALISE_REPORT,
  NORMALISED,
  type NormaliseOutcome,
  type NormalisePlan,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const GLOSSARY = `version: 1
people:
  abu-saloh:
    name: Abu Saloh
    spellings: [Abu Salah]
  rahmon-elder: { name: Davlat Rahmon, short: Rahmon }
  rahmon-younger: { name: Jamshed Rahmon, short: Rahmon }
groups:
  ktj:
    name: Katibat al-Tawhid wal-Jihad
    spellings: [Katiba Taukhid]
`;
const [ONE, TWO, RIGHT] = ['/desk/reports/one.md', '/desk/reports/two.md', '/desk/reports/right.md'];
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  '/desk/glossary/names.yaml': GLOSSARY,
  [ONE]: 'Abu Salah led Katiba Taukhid.\n\nRahmon denied it, and *Abu* Salah too.\n',
  [TWO]: 'Abu Salah was seen.\n',
  [RIGHT]: 'Abu Saloh was not.\n',
};
const ONE_MENDED = 'Abu Saloh led Katibat al-Tawhid wal-Jihad.\n\nRahmon denied it, and *Abu* Saloh too.\n';
const ABLE: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};
const LEFT_ONE = 'Left as it is: 1 name that may mean several entities (name/ambiguous).';
const NO_GUESSES =
  'Unlisted spellings are not looked for in all of a desk at once; the Name Consistency Report shows them.';

type Plan = NormalisePlan<WorkspaceEdit>;

const changesOf = (edit: WorkspaceEdit): TextDocumentEdit[] =>
  (edit.documentChanges ?? []) as TextDocumentEdit[];

describe('Normalising over the protocol', () => {
  let client: LanguageClient;
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, capabilities: ABLE, ...options });
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const plan = (scope: 'report' | 'desk', path: string = ONE): Promise<Plan> =>
    client.request<Plan>(NORMALISE, { uri: uriOf(path), scope });
  const editOf = (made: Plan): { edit: WorkspaceEdit; plan: number } => {
    if (!made || !('edit' in made)) assert.fail(JSON.stringify(made));
    return made;
  };
  const messageOf = (made: Plan): string => {
    if (!made || !('outcome' in made)) assert.fail(JSON.stringify(made));
    return made.outcome.message;
  };
  /** Makes the edit as an editor would: of files, by writing them; of what is open, by a change. */
  const make = async (edit: WorkspaceEdit, isWanted: (annotation: string) => boolean = () => true) => {
    for (const { textDocument, edits } of changesOf(edit)) {
      const path = textDocument.uri.replace('file://', '');
      const wanted = edits.filter(
        (one) => !('annotationId' in one) || isWanted(one.annotationId),
      ) as TextEdit[];
      if (textDocument.version === null) {
        const before = TextDocument.create('', '', 1, client.files.text(path) ?? '');
        client.files.write(path, TextDocument.applyEdits(before, wanted));
      } else await client.replace(path, client.applied(path, wanted));
    }
  };
  const outcomeOf = (made: Plan) => client.request<NormaliseOutcome>(NORMALISED, { plan: editOf(made).plan });

  it('gives one edit, in which each change is told by the entity that it is about', async () => {
    await start();
    await client.open(ONE);
    const made = await plan('report');
    const { edit } = editOf(made);
    assert.deepEqual(edit.changeAnnotations, {
      'abu-saloh': { label: 'Abu Saloh', description: '2 changes in 1 report', needsConfirmation: false },
      ktj: {
        label: 'Katibat al-Tawhid wal-Jihad',
        description: '1 change in 1 report',
        needsConfirmation: false,
      },
    });
    const [change, ...others] = changesOf(edit);
    assert.deepEqual(others, []);
    assert.deepEqual(change?.textDocument, { uri: uriOf(ONE), version: 1 });
    await make(edit);
    assert.equal(client.text(ONE), ONE_MENDED);
    const { message, left } = await outcomeOf(made);
    assert.equal(message, `3 changes made. ${LEFT_ONE}`);
    assert.deepEqual(
      left.map(({ uri, at, code }) => [uri, at.line, at.character, code]),
      [[uriOf(ONE), 2, 0, 'name/ambiguous']],
    );
  });

  it('tells what was not made, and has it in the next edit', async () => {
    await start();
    await client.open(ONE);
    const made = await plan('report');
    await make(editOf(made).edit, (annotation) => annotation === 'ktj');
    assert.equal((await outcomeOf(made)).message, `1 of 3 changes made. ${LEFT_ONE}`);
    await make(editOf(await plan('report')).edit);
    assert.equal(client.text(ONE), ONE_MENDED);
    assert.equal(messageOf(await plan('report')), `Nothing to normalise in this report. ${LEFT_ONE}`);
  });

  it('tells of each file whether it still has the text that the edit was made of, whatever its time of change', async () => {
    await start();
    await client.open(ONE);
    const made = await plan('desk');
    if (!made || !('edit' in made)) assert.fail();
    const { texts } = made;
    assert.deepEqual(Object.keys(texts).sort(), [uriOf(ONE), uriOf(TWO)]);
    const hasText = (path: string) =>
      client.request<boolean>(HAS_TEXT, { uri: uriOf(path), fingerprint: texts[uriOf(path)] });
    assert.deepEqual([await hasText(ONE), await hasText(TWO)], [true, true]);
    client.files.write(TWO, 'Abu Salah was seen, and left.\n');
    await client.edit(ONE, 'led', 'left');
    assert.deepEqual([await hasText(ONE), await hasText(TWO)], [false, false]);
    client.files.write(TWO, FILES[TWO]!);
    assert.equal(await hasText(TWO), true);
  });

  it('takes in every report of a desk: the open ones as they stand, the others as they are on the disk', async () => {
    await start();
    await client.open(ONE);
    await client.edit(ONE, 'Abu Salah led', 'Abu Saloh led');
    const made = await plan('desk');
    const { edit } = editOf(made);
    assert.deepEqual(
      changesOf(edit).map(({ textDocument, edits }) => [
        textDocument.uri,
        textDocument.version,
        edits.length,
      ]),
      [
        [uriOf(ONE), 2, 2],
        [uriOf(TWO), null, 1],
      ],
    );
    assert.equal(edit.changeAnnotations?.['abu-saloh']?.description, '2 changes in 2 reports');
    await make(edit);
    assert.equal(client.text(ONE), ONE_MENDED);
    assert.equal(client.files.text(TWO), 'Abu Saloh was seen.\n');
    assert.equal((await outcomeOf(made)).message, `3 changes made in 2 reports. ${LEFT_ONE} ${NO_GUESSES}`);
  });

  it('leaves alone what may not be written, and says so', async () => {
    await start();
    client.files.protect(TWO);
    const made = await plan('desk');
    assert.deepEqual(
      changesOf(editOf(made).edit).map(({ textDocument }) => textDocument.uri),
      [uriOf(ONE)],
    );
    await make(editOf(made).edit);
    assert.match((await outcomeOf(made)).message, /May not be written, and left alone: reports\/two\.md\. /);
    client.files.protect(ONE);
    assert.match(messageOf(await plan('desk')), /^May not be written, and left alone: reports\/two\.md\. /);
  });

  it('reads again what has changed while others were read', async () => {
    await start();
    let isChanged = false;
    client.files.beforeRead = (path) => {
      if (path !== TWO || isChanged) return;
      isChanged = true;
      client.files.write(ONE, 'Only Abu Salah now.\n');
    };
    const { edit } = editOf(await plan('desk'));
    await make(edit);
    assert.equal(client.files.text(ONE), 'Only Abu Saloh now.\n');
    assert.equal(client.files.text(TWO), 'Abu Saloh was seen.\n');
  });

  it('leaves alone what never stops changing, and what cannot be read', async () => {
    await start();
    let times = 0;
    client.files.beforeRead = (path) => {
      if (path === ONE) client.files.write(ONE, `Abu Salah for the ${++times}th time.\n`);
    };
    client.files.makeUnreadable(TWO);
    const message = messageOf(await plan('desk'));
    assert.match(message, /Changed meanwhile, and left alone: reports\/one\.md\. Run the command again\./);
    assert.match(message, /Could not be read: reports\/two\.md\./);
  });

  it('tells how far it is, and does nothing when it is cancelled', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, k) => [`/desk/reports/many/${k}.md`, 'Abu Salah was seen.\n']),
    );
    await start({ files: { ...FILES, ...many } });
    const told: string[] = [];
    const cancelling = new CancellationTokenSource();
    client.progressOf('p1', (message) => {
      told.push(message);
      if (told.length === 5) cancelling.cancel();
    });
    const params = { uri: uriOf(ONE), scope: 'desk', workDoneToken: 'p1' };
    assert.equal(await client.request(NORMALISE, params, cancelling.token), null);
    assert.match(told[0] ?? '', /^0 of 303 reports$/);
    // It is stopped before the last report; how soon depends on the machine.
    assert.ok(told.length < 300, `${told.length} were told`);
    assert.equal(changesOf(editOf(await plan('desk')).edit).length, 302);
  });

  it('says so where there is no report, or none in a desk', async () => {
    await start({
      files: { '/desk/nomenclator.yaml': 'version: 1\n', '/desk/glossary/names.yaml': GLOSSARY },
    });
    assert.match(messageOf(await plan('report', '/desk/glossary/names.yaml')), /There is no report/);
    assert.match(messageOf(await plan('desk', '/desk/glossary/names.yaml')), /^This desk has no reports/);
  });

  it('has forgotten a plan when another was made', async () => {
    await start();
    await client.open(ONE);
    const first = await plan('report');
    await plan('report');
    assert.match((await outcomeOf(first)).message, /not known any more/);
  });

  it('takes in a draft that is on no disk', async () => {
    await start();
    const uri = 'untitled:Untitled-1';
    const text = 'Abu Salah was seen.\n';
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const made = await client.request<Plan>(NORMALISE, { uri, scope: 'report' });
    assert.deepEqual(
      changesOf(editOf(made).edit).map(({ textDocument, edits }) => [textDocument.uri, edits.length]),
      [[uri, 1]],
    );
  });

  describe('by the server’s own commands', () => {
    const execute = (command: string, ...given: unknown[]) =>
      client.request('workspace/executeCommand', { command, arguments: given });

    it('which VS Code’s client need not have, as it has its own', async () => {
      await start();
      assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, [
        NORMALISE_REPORT,
        NORMALISE_DESK,
      ]);
      await client.stop();
      await start({ initializationOptions: { normalises: true } });
      assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, []);
    });

    it('asks the editor to make the edit, and tells what became of it', async () => {
      await start();
      const edits: WorkspaceEdit[] = [];
      let made: Promise<void> | undefined;
      client.apply = ({ edit }) => {
        edits.push(edit);
        made = make(edit);
        return true;
      };
      await execute(NORMALISE_DESK, uriOf(ONE));
      await made;
      assert.equal(edits[0]?.changeAnnotations?.ktj?.needsConfirmation, true);
      assert.equal(client.files.text(ONE), ONE_MENDED);
      assert.deepEqual(client.messages, [`4 changes made in 2 reports. ${LEFT_ONE} ${NO_GUESSES}`]);
    });

    it('says so where the editor does not make it, or nothing was handed over', async () => {
      await start();
      await client.open(ONE);
      await execute(NORMALISE_REPORT, uriOf(ONE));
      await execute(NORMALISE_REPORT);
      assert.deepEqual(client.messages, [
        'Nothing was normalised.',
        'Hand over the URI of a report as the argument of this command.',
      ]);
    });

    it('is an action where something is certain', async () => {
      await start();
      await client.open(ONE);
      const only = ['source.normalise.nomenclator'];
      const [action] = await client.actions(ONE, 'led', only);
      assert.deepEqual(action?.command, {
        title: 'Normalise this report',
        command: NORMALISE_REPORT,
        arguments: [uriOf(ONE)],
      });
      await client.open(RIGHT);
      assert.deepEqual(await client.actions(RIGHT, 'was', only), []);
    });
  });
});
