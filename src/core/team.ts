/**
 * The third face of the core: from a team's Markdown files to entries that join the library. Apart from `index.ts`,
 * because the compiler and its YAML parser are large, and only a workspace with a library of its own needs them:
 * import this lazily.
 */
import type { Library } from './library/model';
import { readTeamEntry } from './library/team/draft';
import type { TeamFile } from './library/team/files';
import type { TeamEntries } from './library/team/join';
import { joinTeamEntries } from './library/team/join';

export { readTeamEntry } from './library/team/draft';
export type { TeamDraft, TeamProblem } from './library/team/draft';
export { joinTeamEntries } from './library/team/join';
export type { TeamEntries } from './library/team/join';
export { overviewMarkdown } from './overviews';

/** All of it at once, for whoever has the time; an editor reads file by file and joins in steps. */
export function compileTeamEntries(files: readonly TeamFile[], library: Library): TeamEntries {
  const steps = joinTeamEntries(files.map(readTeamEntry), library);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
