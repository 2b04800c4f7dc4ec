/**
 * The second face of the core: from an entry's Markdown to what people read. Apart from `index.ts`, because the
 * renderer and the highlighter are large, and only pages need them. The extension itself never imports this: a test
 * holds its bundle to that.
 */
export { highlightCode, renderBody, renderSections } from './library/render';
export type { RenderedBody, RenderedSection, RenderLabels, RenderOptions, TocItem } from './library/render';
