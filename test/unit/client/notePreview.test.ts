/** Notes in VS Code's preview: rendered by us only where nobody else does, whoever had their turn first. */

import assert from 'node:assert/strict';
import { extendMarkdownIt, type MarkdownIt } from '../../../client/src/notePreview';

/** Counts what is asked of it. */
function previewer() {
  let plugins = 0;
  const rules: Record<string, unknown> = {};
  const markdownIt: MarkdownIt = {
    parse: (source) => `parsed ${source}`,
    use: () => {
      plugins++;
      return markdownIt;
    },
    renderer: { rules },
  };
  return { markdownIt, rules, plugins: () => plugins };
}

describe('extendMarkdownIt', () => {
  it('renders notes, from the first text on, and is added once', () => {
    const { markdownIt, rules, plugins } = previewer();
    assert.equal(extendMarkdownIt(markdownIt), markdownIt);
    assert.equal(plugins(), 0);
    assert.equal(markdownIt.parse('a', {}), 'parsed a');
    assert.equal(markdownIt.parse('b', {}), 'parsed b');
    assert.equal(plugins(), 1);
    const caption = rules.footnote_caption as (tokens: unknown, index: number) => string;
    assert.equal(caption([{ meta: { id: 6, subId: 1 } }], 0), '[7]');
  });

  it('leaves them to an extension that renders them already', () => {
    const { markdownIt, rules, plugins } = previewer();
    rules.footnote_ref = () => '';
    extendMarkdownIt(markdownIt).parse('a', {});
    assert.equal(plugins(), 0);
  });

  it('leaves them to one that comes behind it', () => {
    const { markdownIt, rules, plugins } = previewer();
    extendMarkdownIt(markdownIt);
    rules.footnote_ref = () => '';
    markdownIt.parse('a', {});
    assert.equal(plugins(), 0);
    assert.equal(rules.footnote_caption, undefined);
  });
});
