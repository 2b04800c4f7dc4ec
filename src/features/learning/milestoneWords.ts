import * as vscode from 'vscode';
import type { MilestoneId } from '../../core';

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
