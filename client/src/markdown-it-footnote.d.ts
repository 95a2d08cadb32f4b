/** The types of a package that comes without them. */

declare module 'markdown-it-footnote' {
  const plugin: (markdownIt: import('./notePreview').MarkdownIt) => void;
  export default plugin;
}
