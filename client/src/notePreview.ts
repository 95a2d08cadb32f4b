/** Shows notes in VS Code's Markdown preview: numbers that lead to the notes below the text, and back. */

import footnotes from 'markdown-it-footnote';

/** What is needed of the `markdown-it` that VS Code hands to its plug-ins. */
export interface MarkdownIt {
  parse(source: string, environment: unknown): unknown;
  use(plugin: (markdownIt: MarkdownIt) => void): MarkdownIt;
  readonly renderer: { readonly rules: Readonly<Record<string, unknown>> };
}

/**
 * Called by VS Code for its preview. Other extensions render notes as well, and whose turn comes first is not ours to say;
 * notes that are rendered twice stand twice below the text. So it is settled when the first text is parsed: by then
 * everybody has had their turn.
 */
export function extendMarkdownIt(markdownIt: MarkdownIt): MarkdownIt {
  const parse = markdownIt.parse.bind(markdownIt);
  let isSettled = false;
  markdownIt.parse = (source, environment) => {
    if (!isSettled) {
      isSettled = true;
      if (markdownIt.renderer.rules.footnote_ref === undefined) markdownIt.use(footnotes);
    }
    return parse(source, environment);
  };
  return markdownIt;
}
