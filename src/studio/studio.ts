import type * as vscode from 'vscode';
import { createAssessmentStore, type AssessmentStore } from './assessmentStore';
import { createLibraryStore, type LibraryStore } from './libraryStore';
import { createLog, type Log } from './log';
import { createParsing, type LoadParsing } from './parsing';
import { createProgressStore, type ProgressStore } from './progressStore';
import { createTeamLibrary, type TeamLibrary } from './team/teamLibrary';

/** What every feature is given: the library, the learner's progress, the log. Nothing is read before it is needed. */
export interface Studio extends LibraryStore, vscode.Disposable {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
  readonly progress: ProgressStore;
  readonly assessment: AssessmentStore;
  /** The workspace's own entries, which `library()` holds too. */
  readonly team: Pick<TeamLibrary, 'problems' | 'onDidChangeProblems'>;
  /** What parses YAML and Markdown: a bundle of its own. */
  readonly parsing: LoadParsing;
}

export function createStudio(context: vscode.ExtensionContext): Studio {
  const log = createLog();
  const progress = createProgressStore(context.globalState, log);
  const assessment = createAssessmentStore(context.globalState, log);
  const parsing = createParsing(context.extensionUri, log);
  const team = createTeamLibrary(log, parsing);
  const libraryStore = createLibraryStore(context.extensionUri, log, team);
  return {
    context,
    log,
    progress,
    assessment,
    team,
    parsing,
    ...libraryStore,
    dispose() {
      libraryStore.dispose();
      assessment.dispose();
      team.dispose();
      progress.dispose();
      log.dispose();
    },
  };
}
