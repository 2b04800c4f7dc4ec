import * as vscode from 'vscode';
import type { MilestoneId } from '../core';

export function milestoneTitle(id: MilestoneId): string {
  return milestoneWords(id).title;
}

/** What a milestone is called, and exactly what was checked for it. */
export function milestoneWords(id: MilestoneId): { readonly title: string; readonly description: string } {
  const words: Record<MilestoneId, { title: string; description: string }> = {
    'complete-foundations': {
      title: vscode.l10n.t('Complete Foundations'),
      description: vscode.l10n.t('Every item of the Foundations path is done.'),
    },
    'master-ten-patterns': {
      title: vscode.l10n.t('Master 10 Patterns'),
      description: vscode.l10n.t('Ten patterns are read, and their quizzes passed.'),
    },
    'design-first-system': {
      title: vscode.l10n.t('Design First System'),
      description: vscode.l10n.t('A decision record is written, or a project or capstone of a path is done.'),
    },
    'deploy-to-production': {
      title: vscode.l10n.t('Deploy to Production'),
      description: vscode.l10n.t('You declare this one yourself: the editor cannot know.'),
    },
    'know-the-laws': {
      title: vscode.l10n.t('Know the Laws'),
      description: vscode.l10n.t('The quiz of every law is passed.'),
    },
    'know-the-pillars': {
      title: vscode.l10n.t('Know the Pillars'),
      description: vscode.l10n.t('The quiz of every pillar is passed.'),
    },
    'three-labs': {
      title: vscode.l10n.t('Three Labs Green'),
      description: vscode.l10n.t('Your own code passes all tests of three labs.'),
    },
    'every-lab': {
      title: vscode.l10n.t('Every Lab Green'),
      description: vscode.l10n.t('Your own code passes all tests of every lab.'),
    },
    remember: {
      title: vscode.l10n.t('Still Known'),
      description: vscode.l10n.t('Twenty-five questions were answered right again, two weeks or more after the first time.'),
    },
    'change-of-mind': {
      title: vscode.l10n.t('Change of Mind'),
      description: vscode.l10n.t('A decision record is superseded by a better one.'),
    },
    'complete-another-path': {
      title: vscode.l10n.t('Complete Another Path'),
      description: vscode.l10n.t('Every item of a path other than Foundations is done.'),
    },
  };
  return words[id];
}
