import type * as vscode from 'vscode';
import { createAssessmentStore, type AssessmentStore } from './assessmentStore';
import { createLibraryStore, type LibraryStore } from './libraryStore';
import { createLog, type Log } from './log';
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
}

export function createStudio(context: vscode.ExtensionContext): Studio {
  const log = createLog();
  const progress = createProgressStore(context.globalState, log);
  const assessment = createAssessmentStore(context.globalState, log);
  const team = createTeamLibrary(log);
  const libraryStore = createLibraryStore(context.extensionUri, log, team);
  return {
    context,
    log,
    progress,
    assessment,
    team,
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
