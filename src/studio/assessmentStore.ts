import * as vscode from 'vscode';
import { assessmentResult, parseStoredRun, storeRun, type AssessmentResult, type AssessmentRun } from '../core';
import { STATE_KEYS } from '../ids';
import { describeError, type Log } from './log';
import type { Studio } from './studio';

/** The last finished run of the assessment, in `globalState`, carried by Settings Sync. */
export interface AssessmentStore extends vscode.Disposable {
  /** What is kept; undefined when nothing is, or when it cannot be read, which is written into the log once. */
  run(): AssessmentRun | undefined;
  /** Keeps a run in place of the one before; undefined clears. Resolves when it is stored, and rejects with a message for people. */
  keep(run: AssessmentRun | undefined): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

export function createAssessmentStore(state: vscode.Memento, log: Log): AssessmentStore {
  const changed = new vscode.EventEmitter<void>();
  let reported: string | undefined;
  let seen: string | undefined;

  function run(): AssessmentRun | undefined {
    const stored = state.get<unknown>(STATE_KEYS.assessment);
    seen = JSON.stringify(stored ?? null);
    const parsed = parseStoredRun(stored);
    if (parsed.kind === 'unreadable' && reported !== seen) {
      reported = seen;
      log.warn(`The stored result of the assessment is left out, because it cannot be read (${parsed.reason})`);
    }
    return parsed.kind === 'ok' ? parsed.run : undefined;
  }

  /** Another window, or Settings Sync, may have written while this one was in the background: there is no event for that. */
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused) return;
    const before = seen;
    run();
    if (before !== undefined && before !== seen) changed.fire();
  });

  return {
    run,
    async keep(next) {
      try {
        await state.update(STATE_KEYS.assessment, next && storeRun(next));
      } catch (cause) {
        log.error('Cannot store the result of the assessment', cause);
        throw new Error(vscode.l10n.t('The assessment result could not be stored or cleared ({0}). Try again; the log says what is wrong.', describeError(cause)), { cause });
      } finally {
        changed.fire();
      }
    },
    onDidChange: changed.event,
    dispose() {
      focus.dispose();
      changed.dispose();
    },
  };
}

/**
 * What the kept run leads to today; undefined when none is kept. Reads the questions only if one is.
 * Rejects with a message for people when the library or the questions cannot be read.
 */
export async function currentAssessment(studio: Studio, run = studio.assessment.run()): Promise<AssessmentResult | undefined> {
  if (run === undefined) return undefined;
  const [library, content] = await Promise.all([studio.library(), studio.questions()]);
  return assessmentResult(run, { library, content, progress: studio.progress.document(), date: today() });
}

/** The calendar day where the person is, as YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
