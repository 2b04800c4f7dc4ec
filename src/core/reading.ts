/**
 * The second face of the core: from an entry's Markdown to what people read. Apart from `index.ts`, because the
 * renderer and the highlighter are most of the code that the extension carries, and only an open page needs them:
 * import this lazily.
 */
export { renderBody, renderSections } from './library/render';
export type { RenderedBody, RenderedSection, RenderLabels, RenderOptions, TocItem } from './library/render';
export { toPortableMarkdown } from './library/portable';
export { emergencySteps, STEPS_SECTION } from './advice/emergencySteps';
