/** Tests what a reader sees in a report without touching it: cards, findings, colours, and the way to the glossary. */

import assert from 'node:assert/strict';
import {
  commands,
  DiagnosticSeverity,
  type Hover,
  type Location,
  type LocationLink,
  MarkdownString,
  type Position,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { closeAll, deskFile, eventually, findingsWhen, inside, listed, open, rangeOf } from './editor';

describe('Reading a report', () => {
  let report: TextDocument;
  before(async () => {
    report = (await open('reports/names.md')).document;
    await findingsWhen(report, (findings) => findings.length > 0);
  });
  after(closeAll);

  describe('a hover', () => {
    it('shows the card, and the house form where the mention is another', async () => {
      const card = await cardAt(report, inside(report, 'Abu Salah led'));
      assert.match(card.text, /Abu Saloh/);
      assert.match(card.text, /person/);
      assert.match(card.text, /Sirojiddin Mukhtarov/);
      assert.match(card.text, /Katibat al-Tawhid wal-Jihad/);
      assert.match(card.text, /reported killed/);
      assert.match(card.text, /United Nations Security Council/);
      assert.equal(report.getText(card.range), 'Abu Salah');
    });

    it('shows the card within a quotation', async () => {
      const card = await cardAt(report, inside(report, 'Abu Salah left'));
      assert.match(card.text, /Abu Saloh/);
    });

    it('spans a name that runs over a line', async () => {
      const card = await cardAt(report, inside(report, 'Salah’s'));
      assert.equal(report.getText(card.range), 'Abu\nSalah');
    });

    it('links to the entry in the glossary', async () => {
      const { text } = await cardAt(report, inside(report, 'KTJ'));
      const link = /command:nomenclator\.openEntry\?([^)>]+)/.exec(text)?.[1];
      assert.ok(link, text);
      await commands.executeCommand('nomenclator.openEntry', ...JSON.parse(decodeURIComponent(link)));
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.uri.path, deskFile('glossary/groups.yaml').path);
      assert.match(editor.document.lineAt(editor.selection.start.line).text, /ktj:/);
      await open('reports/names.md');
    });

    it('shows nothing on a word that is no name', async () => {
      assert.deepEqual(await hoversAt(report, inside(report, 'reporters')), []);
    });

    it('allows no HTML, and no commands but those of its own links', async () => {
      const hovers = await hoversAt(report, inside(report, 'KTJ'));
      for (const content of hovers.flatMap((hover) => hover.contents)) {
        assert.ok(content instanceof MarkdownString);
        assert.deepEqual(content.isTrusted, {
          enabledCommands: [
            'nomenclator.openEntry',
            'nomenclator.addToGlossary',
            'nomenclator.teachGlossary',
          ],
        });
        assert.ok(!content.supportHtml);
      }
    });
  });

  it('underlines wrong spellings and broken notes, and nothing else', async () => {
    const expected = [
      ['name/spelling', 'Abu Salah'],
      ['name/spelling', 'Idleb'],
      ['name/spelling', 'Abu\nSalah'],
      ['name/spelling', 'Akhliddin Novkatiy'],
      ['name/ambiguous', 'Rahmon'],
      ['note/undefined', '[^lost]'],
    ];
    const findings = await findingsWhen(report, (all) => all.some(({ rule }) => rule === 'note/undefined'));
    const seen = findings.map(({ rule, text }) => [rule, text]);
    assert.deepEqual(seen.slice(0, -1), expected, listed(findings));
    const [last] = findings.slice(-1);
    assert.equal(last?.rule, 'note/unused');
    assert.ok(last.text.startsWith('[^unused]'));
  });

  it('says which form the house uses, as a warning of Nomenclator', async () => {
    const [first] = await findingsWhen(report, (findings) => findings.length > 0);
    assert.equal(first?.diagnostic.severity, DiagnosticSeverity.Warning);
    assert.match(first.diagnostic.message, /Abu Saloh/);
    assert.match(first.diagnostic.source ?? '', /nomenclator/i);
  });

  it('finds nothing in a clean report', async () => {
    const clean = (await open('reports/clean.md')).document;
    // The card proves that the server has read the report.
    await cardAt(clean, inside(clean, 'Abu Saloh'));
    await findingsWhen(clean, (findings) => findings.length === 0);
  });

  it('goes from a name to its entry in the glossary', async () => {
    const { uri, text } = await definitionOf(report, inside(report, 'KTJ'));
    assert.equal(uri.path, deskFile('glossary/groups.yaml').path);
    assert.match(text, /ktj/);
  });

  it('goes from a note’s reference to its definition, and back', async () => {
    const there = await definitionOf(report, inside(report, '[^1] The'));
    assert.equal(there.line, rangeOf(report, '[^1]: A note').start.line);
    const back = await definitionOf(report, inside(report, '[^1]: A note'));
    assert.equal(back.line, rangeOf(report, '[^1] The').start.line);
  });

  it('finds the references of an entity, by whatever form, in reports that are not open', async () => {
    await closeAll();
    const { document } = await open('reports/clean.md');
    const wanted = ['clean.md', 'names.md'];
    const files = await eventually(
      async () => {
        const found = await commands.executeCommand<Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          inside(document, 'Abu Saloh'),
        );
        const names = [...new Set(found.map(({ uri }) => uri.path.split('/').at(-1) ?? ''))].sort();
        return wanted.every((name) => names.includes(name)) ? found : undefined;
      },
      () => 'Abu Saloh is not found in both reports',
    );
    const inNames = files.filter(({ uri }) => uri.path.endsWith('/reports/names.md'));
    assert.ok(inNames.length >= 3, `${inNames.length} references in names.md`);
  });

  it('lists entities among the workspace’s symbols', async () => {
    const symbols = await eventually(
      async () => {
        const found = await commands.executeCommand<SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'navq',
        );
        return found.some(({ name }) => name.includes('Akhliddin Navqotiy')) ? found : undefined;
      },
      () => 'Akhliddin Navqotiy is no symbol',
    );
    const entry = symbols.find(({ name }) => name.includes('Akhliddin Navqotiy'));
    assert.equal(entry?.location.uri.path, deskFile('glossary/people.yaml').path);
  });

  it('colours names by what they name, unless that is switched off', async () => {
    const { document } = await open('reports/names.md');
    const coloured = await eventually(
      async () => {
        const found = await colours(document);
        return found.length > 0 ? found : undefined;
      },
      () => 'No names are coloured',
    );
    const kinds = new Map(coloured.map(({ text, type }) => [text, type]));
    assert.equal(kinds.get('KTJ'), 'group');
    assert.equal(kinds.get('Akhliddin Novkatiy'), 'person');
    assert.equal(kinds.get('Idleb'), 'place');
    assert.equal(kinds.get('GKNB'), 'organisation');

    const settings = workspace.getConfiguration('nomenclator', document.uri);
    await settings.update('semanticTokens', false);
    try {
      await eventually(
        async () => ((await colours(document)).length === 0 ? true : undefined),
        () => 'Names are still coloured',
      );
    } finally {
      await settings.update('semanticTokens', undefined);
    }
  });
});

function hoversAt(document: TextDocument, position: Position): Thenable<Hover[]> {
  return commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
}

async function cardAt(document: TextDocument, position: Position) {
  const hover = await eventually(
    async () => (await hoversAt(document, position))[0],
    () => `No card at line ${position.line + 1} of ${document.uri.path}`,
  );
  const text = hover.contents
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n');
  return { text, range: hover.range };
}

/** The one place that “Go to Definition” leads to: its file, line, and the text of that line. */
async function definitionOf(document: TextDocument, position: Position) {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  assert.equal(found.length, 1, JSON.stringify(found));
  const target = found[0]!;
  const [uri, range] =
    'targetUri' in target
      ? [target.targetUri, target.targetSelectionRange ?? target.targetRange]
      : [target.uri, target.range];
  const text = (await workspace.openTextDocument(Uri.from(uri))).lineAt(range.start.line).text;
  return { uri, line: range.start.line, text };
}

/** The coloured spans of a document, decoded from the protocol's five numbers each. */
async function colours(document: TextDocument): Promise<{ text: string; type: string }[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const tokens = await commands.executeCommand<SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  if (!legend || !tokens) return [];
  const spans: { text: string; type: string }[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < tokens.data.length; i += 5) {
    const [lines, characters, length, type] = tokens.data.slice(i, i + 4);
    character = lines! > 0 ? characters! : character + characters!;
    line += lines!;
    const text = document.lineAt(line).text.slice(character, character + length!);
    spans.push({ text, type: legend.tokenTypes[type!] ?? '' });
  }
  return spans;
}
