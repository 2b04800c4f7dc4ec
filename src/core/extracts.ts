/**
 * The fourth face of the core: what is taken out of an entry's Markdown without rendering it, as text to paste and as
 * steps to check off. Apart from `index.ts`, because it parses Markdown, which nothing needs before a command asks for
 * it: the extension host has it by way of `parsing.ts`.
 */
export { toPortableMarkdown } from './library/portable';
export { emergencySteps, STEPS_SECTION } from './advice/emergencySteps';
