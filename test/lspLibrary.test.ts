/** Tests that notes written by hand are adopted, and their sources added to the library, over the protocol. */

import assert from 'node:assert/strict';
import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  CodeAction,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ADD_SOURCE,
  ADOPT_NOTES,
  type NoteAdoptions,
  PROPOSE_SOURCE,
  type ProposedSource,
  type SourceAddition,
  type SourceProposal,
} from '../server/src/lsp/requests';
import { type ClientOptions, LanguageClient, uriOf } from './support/languageClient';

const SOURCES = '/desk/sources/library.yaml';
const LIBRARY = `references:
  - id: doe-2020
    type: book
    title: A Short History of Letters
    author: [{ family: Doe, given: Jane }]
    issued: 2020
`;
const REPORT = '/desk/reports/one.md';
const FILES = {
  '/desk/nomenclator.yaml': 'version: 1\n',
  [SOURCES]: LIBRARY,
  [REPORT]: `One.[^1] Two.[^2] Three.[^3]

[^1]: Jane Doe, *A Short History of Letters* (2020), 12.
[^2]: Ibid.
[^3]: Richard Roe, “Fires in the Valley,” Example Post, March 14, 2022, https://example.org/1.
`,
};
const ABLE: ClientCapabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
  },
};
const ADOPTED = '[^1]: Jane Doe, *A Short History of Letters*, 2020, 12. <!-- @doe-2020, 12 -->';
const ADDED = `  - id: roe-2022
    type: article-newspaper
    author:
      - family: Roe
        given: Richard
    title: Fires in the Valley
    container-title: Example Post
    issued: 2022-03-14
    URL: https://example.org/1
`;

describe('Notes and the library', function () {
  this.timeout(15_000);
  let client: LanguageClient;
  const start = async (options: Partial<ClientOptions> = {}) => {
    client = await LanguageClient.start({ files: FILES, capabilities: ABLE, ...options });
    await client.open(REPORT);
  };
  afterEach(async () => {
    await client.stop();
    assert.deepEqual(client.errors, []);
  });

  const place = (words: string) => ({ uri: uriOf(REPORT), range: client.rangeOf(REPORT, words) });
  const changesOf = (edit: WorkspaceEdit | undefined) => (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const applied = (edit: WorkspaceEdit | undefined, path: string, text: string) => {
    const edits = changesOf(edit).filter((change) => change.textDocument?.uri === uriOf(path));
    const all = edits.flatMap((change) => change.edits as TextEdit[]);
    return TextDocument.applyEdits(TextDocument.create('x:', 'x', 0, text), all);
  };
  const propose = async (words: string): Promise<ProposedSource> => {
    const proposal = await client.request<SourceProposal>(PROPOSE_SOURCE, place(words));
    if ('refusal' in proposal) assert.fail(proposal.refusal);
    return proposal;
  };

  it('a note that can be made of a source has an action that does it', async () => {
    await start();
    const actions = await client.actions(REPORT, 'Short History');
    const [adopt] = actions.filter(({ title }) => title.startsWith('Adopt'));
    assert.equal(adopt?.title, 'Adopt this note: make it from @doe-2020');
    assert.equal(adopt.edit, undefined, 'It was made before anybody has chosen it.');
    const { edit } = await client.request<CodeAction>('codeAction/resolve', adopt);
    const edits = edit?.changes?.[uriOf(REPORT)] ?? [];
    assert.equal(client.applied(REPORT, edits).split('\n')[2], ADOPTED);
  });

  it('such an action says which words it leaves out, and all at once leave out none', async () => {
    const note = 'Jane Doe, *A Short History of Letters*, 2020, 12, accessed 5 May 2022.';
    await start({ files: { ...FILES, [REPORT]: `One.[^1]\n\n[^1]: ${note}\n` } });
    const [adopt] = (await client.actions(REPORT, 'Short')).filter(({ title }) => title.startsWith('Adopt'));
    assert.equal(adopt?.title, 'Adopt this note: make it from @doe-2020, without “accessed 5 May 2022”');
    const result = await client.request<NoteAdoptions<WorkspaceEdit>>(ADOPT_NOTES, { uri: uriOf(REPORT) });
    assert.match(
      'refusal' in result ? result.refusal : '',
      /note 1: it would leave out “accessed 5 May 2022”/,
    );
  });

  it('and what only the style leaves out is told when that is known', async () => {
    const note = 'Jane Doe, *A Short History of Letters*, Oxford, 2020, 12.';
    const library = LIBRARY.replace('type: book', 'type: book\n    event-place: Oxford');
    await start({ files: { ...FILES, [SOURCES]: library, [REPORT]: `One.[^1]\n\n[^1]: ${note}\n` } });
    const [adopt] = (await client.actions(REPORT, 'Short')).filter(({ title }) => title.startsWith('Adopt'));
    assert.equal(adopt?.title, 'Adopt this note: make it from @doe-2020');
    const { edit } = await client.request<CodeAction>('codeAction/resolve', adopt);
    assert.ok(edit);
    assert.deepEqual(client.messages, ['Note 1 no longer says “Oxford”. Undo if it should.']);
  });

  it('all of them are one edit, in which each note stands apart, to be made unless it is left out', async () => {
    await start();
    const result = await client.request<NoteAdoptions<WorkspaceEdit>>(ADOPT_NOTES, { uri: uriOf(REPORT) });
    if ('refusal' in result) assert.fail(result.refusal);
    const { edit, left } = result;
    assert.equal(left, 'Left as they are: note 3: its source is not known: none has this title.');
    assert.deepEqual(
      Object.values(edit.changeAnnotations ?? {}).map(({ label, needsConfirmation }) => [
        label,
        needsConfirmation,
      ]),
      [
        ['Note 1: @doe-2020', false],
        ['Note 2: @doe-2020', false],
      ],
    );
    const annotated = changesOf(edit).flatMap((change) => change.edits as AnnotatedTextEdit[]);
    assert.ok(annotated.every(({ annotationId }) => annotationId in (edit.changeAnnotations ?? {})));
    const after = applied(edit, REPORT, client.text(REPORT)).split('\n');
    assert.deepEqual(after.slice(2, 4), [ADOPTED, '[^2]: Ibid. <!-- @doe-2020, 12 -->']);
  });

  it('an editor that shows no edits has them in an action on the whole report', async () => {
    await start({ capabilities: {} });
    const [action] = await client.actions(REPORT, 'One', ['source.adoptNotes.nomenclator']);
    const after = client.applied(REPORT, action?.edit?.changes?.[uriOf(REPORT)] ?? []);
    assert.match(after, /@doe-2020, 12 -->\n\[\^2\]: Ibid\. <!-- @doe-2020, 12 -->\n\[\^3\]: Richard/);
  });

  it('VS Code is told what a note tells of its source, and adds what the writer has confirmed', async () => {
    await start({ initializationOptions: { addsToLibrary: true } });
    const [offered] = (await client.actions(REPORT, 'Fires')).filter(({ title }) =>
      title.includes('library'),
    );
    assert.equal(offered?.title, 'Add “Fires in the Valley” to the library…');
    assert.equal(offered.command?.command, 'nomenclator.addToLibrary');
    const { text, fields, files } = await propose('Fires');
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    assert.deepEqual(['id', 'type', 'author', 'title', 'container-title', 'issued', 'URL'].map(value), [
      'roe-2022',
      'article-newspaper',
      'Roe, Richard',
      'Fires in the Valley',
      'Example Post',
      '2022-03-14',
      'https://example.org/1',
    ]);
    assert.deepEqual(files, [{ uri: uriOf(SOURCES), file: 'sources/library.yaml', isNew: false }]);
    const corrected = fields.map((field) =>
      field.name === 'title' ? { ...field, value: 'Fires: a View' } : field,
    );
    const result = await client.request<SourceAddition<WorkspaceEdit>>(ADD_SOURCE, {
      ...place('Fires'),
      text,
      fields: corrected,
      file: uriOf(SOURCES),
    });
    if ('refusal' in result) assert.fail(result.refusal);
    assert.equal(
      applied(result.edit, SOURCES, LIBRARY),
      LIBRARY + ADDED.replace('title: Fires in the Valley', "title: 'Fires: a View'").replaceAll("'", '"'),
    );
    assert.match(
      applied(result.edit, REPORT, client.text(REPORT)),
      /\[\^3\]: Richard Roe, “Fires: a View,” \*Example Post\*, .* <!-- @roe-2022 -->\n$/,
    );
    assert.match(
      result.added.message,
      /“Roe 2022” is in the library now, as @roe-2022 \(in sources\/library\.yaml\)/,
    );
    assert.equal(result.added.entry.start.line, 6);
  });

  it('of several sources in a note, each is added by itself, and the note is made when all are there', async () => {
    const two =
      '“One,” Post, May 1, 2021, https://example.org/1; “Two,” Post, May 2, 2021, https://example.org/2.';
    const files = { ...FILES, [REPORT]: `A.[^1]\n\n[^1]: ${two}\n` };
    await start({ files, initializationOptions: { addsToLibrary: true } });
    const offered = (await client.actions(REPORT, 'Two')).filter(({ title }) => title.includes('library'));
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Add “One” to the library…', 'Add “Two” to the library…'],
    );
    const { text, fields } = await propose('Two');
    assert.match(text, /^“Two,”/);
    const params = { ...place('Two'), text, fields, file: uriOf(SOURCES) };
    const result = await client.request<SourceAddition<WorkspaceEdit>>(ADD_SOURCE, params);
    if ('refusal' in result) assert.fail(result.refusal);
    assert.equal(applied(result.edit, REPORT, client.text(REPORT)), client.text(REPORT));
    assert.match(applied(result.edit, SOURCES, LIBRARY), /title: Two/);
  });

  it('what cannot be a source is said, and nothing is edited', async () => {
    await start({ initializationOptions: { addsToLibrary: true } });
    const { text, fields } = await propose('Fires');
    const refusalFor = async (name: string, value: string) => {
      const result = await client.request<SourceAddition<WorkspaceEdit>>(ADD_SOURCE, {
        ...place('Fires'),
        text,
        fields: fields.map((field) => (field.name === name ? { ...field, value } : field)),
        file: uriOf(SOURCES),
      });
      return 'refusal' in result ? result.refusal : 'added';
    };
    assert.match(await refusalFor('id', 'doe-2020'), /Choose another key/);
    assert.match(await refusalFor('id', 'two words'), /cannot be a key/);
    assert.match(await refusalFor('title', ' '), /needs a title/);
    assert.match(await refusalFor('issued', 'some day'), /not a date/);
    assert.match(await refusalFor('type', 'thing'), /not a type/);
    const other = await client.request<SourceProposal>(PROPOSE_SOURCE, place('Short History'));
    assert.ok('refusal' in other);
  });

  it('elsewhere an action adds it as it is, to a new file where there is none', async () => {
    const { [SOURCES]: _, ...files } = FILES;
    await start({ files });
    const [offered] = (await client.actions(REPORT, 'Fires')).filter(({ title }) => title.startsWith('Add'));
    assert.equal(
      offered?.title,
      'Add “Fires in the Valley” to the library as @roe-2022 (in sources/sources.yaml)',
    );
    const { edit } = await client.request<CodeAction>('codeAction/resolve', offered);
    const created = edit?.documentChanges?.find((change): change is CreateFile => 'kind' in change);
    assert.equal(created?.uri, uriOf('/desk/sources/sources.yaml'));
    assert.equal(applied(edit, '/desk/sources/sources.yaml', ''), `references:\n${ADDED}`);
    assert.match(applied(edit, REPORT, client.text(REPORT)), /<!-- @roe-2022 -->/);
  });
});
