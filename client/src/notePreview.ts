/** Shows notes in VS Code's Markdown preview: numbers that lead to the notes below the text, and back. */

import footnotes from 'markdown-it-footnote';

/** What is needed of the `markdown-it` that VS Code hands to its plug-ins. */
export interface MarkdownIt {
  parse(source: string, environment: unknown): unknown;
  use(plugin: (markdownIt: MarkdownIt) => void): MarkdownIt;
  readonly renderer: { readonly rules: Record<string, unknown> };
}

/** As the plug-in hands them to its renderers: notes are counted from 0. */
type Tokens = readonly { readonly meta: { readonly id: number } }[];

/** A note has one number, however often the text refers to it. */
const captionOf = (tokens: Tokens, index: number): string => `[${(tokens[index]?.meta.id ?? 0) + 1}]`;

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
      const { rules } = markdownIt.renderer;
      if (rules.footnote_ref === undefined) {
        markdownIt.use(footnotes);
        rules.footnote_caption = captionOf;
      }
    }
    return parse(source, environment);
  };
  return markdownIt;
}
