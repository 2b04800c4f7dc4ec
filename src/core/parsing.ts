/**
 * What the extension host asks of the parsers of YAML and Markdown: the faces `team.ts` and `extracts.ts`, as far as the
 * host calls them. This is the entry of a bundle of its own, `dist/parsing.js`, which the host loads with the first of
 * these that it needs: ask `studio.parsing()` there, and import only types from here. What crosses is plain data, maps
 * and functions; an `instanceof` of a class of the core would not hold, because both bundles have their own.
 */
export { emergencySteps, toPortableMarkdown } from './extracts';
export { companyMarkdown, joinTeamEntries, readTeamEntry } from './team';
