import * as vscode from 'vscode';
import { attemptsOf, dueReviews, type AssessmentResult, type Library, type NextContext, type ProgressDocument } from '../../core';
import { SETTINGS } from '../../ids';
import { currentAssessment, today } from '../../studio/assessmentStore';
import type { Studio } from '../../studio/studio';
import type { PaceChoice } from './paces';

/** All that decides what a learner is shown, read at one moment. */
export interface Standing {
  readonly library: Library;
  readonly document: ProgressDocument;
  readonly context: NextContext;
  readonly assessment: AssessmentResult | undefined;
}

export async function readStanding(studio: Studio, paces: PaceChoice): Promise<Standing> {
  const library = await studio.library();
  const document = studio.progress.document();
  const now = Date.now();
  // Questions that cannot be read must not take the learning paths away; the store has written the cause into the log.
  const assessment = await currentAssessment(studio).catch(() => undefined);
  const due = dueReviews(document, library.quizzes, now, vscode.workspace.getConfiguration().get(SETTINGS.reviewDailyLimit, 10));
  return { library, document, context: { now, today: today(), paceOf: (path) => paces.of(path), due, attemptsOf, start: assessment?.start }, assessment };
}
