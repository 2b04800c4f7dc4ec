import * as vscode from 'vscode';
import type { LearningPath, MilestoneId, Pace, Tally } from '../../core';

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

export function milestoneWords(id: MilestoneId): { readonly title: string; readonly description: string } {
  const words: Record<MilestoneId, { title: string; description: string }> = {
    'complete-foundations': {
      title: vscode.l10n.t('Complete Foundations'),
      description: vscode.l10n.t('Every item of the Foundations path is done.'),
    },
    'master-ten-patterns': {
      title: vscode.l10n.t('Master 10 Patterns'),
      description: vscode.l10n.t('Ten patterns are marked as read. Reading is all that is checked until there are quizzes.'),
    },
    'design-first-system': {
      title: vscode.l10n.t('Design First System'),
      description: vscode.l10n.t('A project or a capstone of a path is done.'),
    },
    'deploy-to-production': {
      title: vscode.l10n.t('Deploy to Production'),
      description: vscode.l10n.t('You declare this one yourself: the editor cannot know.'),
    },
  };
  return words[id];
}
