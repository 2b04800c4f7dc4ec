import * as vscode from 'vscode';
import type { AssessmentRun } from '../../core';
import { currentAssessment, today } from '../../studio/assessmentStore';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { askAssessment, attemptAfter } from './questionnaire';
import { showResult } from './result';

/** Shows the kept result first, if there is one; else asks. */
export async function takeAssessment(studio: Studio): Promise<void> {
  for (;;) {
    const result = await currentAssessment(studio);
    const outcome = result === undefined ? 'retake' : await showResult(studio, result);
    if (outcome === 'clear') await clearAssessment(studio);
    if (outcome !== 'retake') return;
    const kept = studio.assessment.run();
    const attempt = attemptAfter(kept);
    const asked = await askAssessment(await studio.questions(), attempt, kept?.profile);
    if (asked === undefined) return;
    await studio.assessment.keep({ taken: today(), attempt, ...asked });
  }
}

/** Clears the kept result, and offers to undo that. */
export async function clearAssessment(studio: Studio): Promise<void> {
  const kept = studio.assessment.run();
  if (kept === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no assessment result to clear.'));
    return;
  }
  await studio.assessment.keep(undefined);
  offerUndo(studio, kept);
}

/** Not awaited: the command ends with the clearing, and the notification may stay for as long as it likes. */
function offerUndo(studio: Studio, kept: AssessmentRun): void {
  const undo = vscode.l10n.t('Undo');
  vscode.window.showInformationMessage(vscode.l10n.t('The assessment result was cleared.'), undo)
    .then((choice) => (choice === undo && studio.assessment.run() === undefined ? studio.assessment.keep(kept) : undefined))
    .then(undefined, (cause: unknown) => { reportProblem(studio.log, describeError(cause), cause); });
}
