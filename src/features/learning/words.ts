import * as vscode from 'vscode';
import type { LearningPath, Pace, Tally } from '../../core';

/** "4 of 38 items · 12 %" */
export function progressText({ done, total, minutesDone, minutesTotal }: Tally): string {
  const percent = minutesTotal === 0 ? 0 : Math.floor((100 * minutesDone) / minutesTotal);
  return vscode.l10n.t('{0} of {1} items · {2} %', done, total, percent);
}

export function levelLabel(level: LearningPath['level']): string {
  const labels: Record<LearningPath['level'], string> = {
    beginner: vscode.l10n.t('Beginner'),
    practitioner: vscode.l10n.t('Practitioner'),
    architect: vscode.l10n.t('Architect'),
    leader: vscode.l10n.t('Leader'),
  };
  return labels[level];
}

/** "Steady: 10 weeks, 5 hours a week" */
export function paceLabel({ id, weeks, hoursPerWeek }: Pace): string {
  const names: Record<Pace['id'], string> = { steady: vscode.l10n.t('Steady'), intensive: vscode.l10n.t('Intensive') };
  return vscode.l10n.t('{0}: {1} weeks, {2} hours a week', names[id], weeks, hoursPerWeek);
}
