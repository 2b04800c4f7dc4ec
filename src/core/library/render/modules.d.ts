// The published types of highlight.js pull in the DOM, which the core must not see; the footnote plugin has none.
declare module 'highlight.js/lib/core' {
  const highlighter: {
    registerLanguage(name: string, language: unknown): void;
    getLanguage(name: string): { readonly name?: string } | undefined;
    highlight(code: string, options: { readonly language: string; readonly ignoreIllegals?: boolean }): { readonly value: string };
  };
  export default highlighter;
}
declare module 'highlight.js/lib/languages/*' {
  const language: unknown;
  export default language;
}
declare module 'markdown-it-footnote' {
  const plugin: (markdown: import('markdown-it').MarkdownIt) => void;
  export default plugin;
}
