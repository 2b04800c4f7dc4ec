/**
 * The third face of the core: from a team's Markdown files to entries that join the library. Apart from `index.ts`,
 * because the compiler and its YAML parser are large, and only a workspace with a library of its own needs them:
 * the extension host has it by way of `parsing.ts`.
 */
import { companyOverview } from './library/companyOverview';
import { joinBlocks } from './library/markdown/write';
import type { Entry, Library } from './library/model';
import { readTeamEntry } from './library/team/draft';
import type { TeamFile } from './library/team/files';
import type { TeamEntries } from './library/team/join';
import { joinTeamEntries } from './library/team/join';

export { readTeamEntry } from './library/team/draft';
export type { TeamDraft, TeamProblem } from './library/team/draft';
export { joinTeamEntries } from './library/team/join';
export type { TeamEntries } from './library/team/join';

/** All of it at once, for whoever has the time; an editor reads file by file and joins in steps. */
export function compileTeamEntries(files: readonly TeamFile[], library: Library): TeamEntries {
  const steps = joinTeamEntries(files.map(readTeamEntry), library);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The generated part of a company's page, as `overviewMarkdown` makes it, without the other overviews. */
export function companyMarkdown(library: Library, company: Entry): string {
  return joinBlocks(companyOverview(library, company));
}
