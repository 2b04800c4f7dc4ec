import * as vscode from 'vscode';
import type { LearningPath, Pace } from '../../core';
import { STATE_KEYS } from '../../ids';
import type { Studio } from '../../studio/studio';

/** The pace that the learner has chosen for each path; kept, and shared by the view and the page. */
export interface PaceChoice extends vscode.Disposable {
  /** Undefined: none was chosen, or the path does not offer it any more. */
  of(path: LearningPath): Pace['id'] | undefined;
  choose(pathId: string, pace: string): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function createPaceChoice({ context: { globalState } }: Studio): PaceChoice {
  const changed = new vscode.EventEmitter<void>();
  const read = (): Record<string, unknown> => {
    const stored = globalState.get<unknown>(STATE_KEYS.learningPace);
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  };
  return {
    of(path) {
      const chosen = read()[path.id];
      return path.paces.find(({ id }) => id === chosen)?.id;
    },
    async choose(pathId, pace) {
      await globalState.update(STATE_KEYS.learningPace, { ...read(), [pathId]: pace });
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => { changed.dispose(); },
  };
}
