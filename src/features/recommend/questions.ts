import * as vscode from 'vscode';
import { QUESTIONS, SCALE_TIERS, type AnswerId, type Fact, type QuestionId, type ScaleTier } from '../../core';
import { problemLabel } from '../../studio/labels';

/** The questions in words. */
export function questionTitle(question: QuestionId): string {
  const titles: Record<QuestionId, string> = {
    goal: vscode.l10n.t('What brings you here?'),
    users: vscode.l10n.t('How many people use it, or will?'),
    data: vscode.l10n.t('How much data does it keep, or will it?'),
    hurts: vscode.l10n.t('What hurts?'),
    musts: vscode.l10n.t('What must hold?'),
    team: vscode.l10n.t('Who builds and runs it?'),
    stage: vscode.l10n.t('How far along is it?'),
  };
  return titles[question];
}

/** An answer in words, with what it means where the words leave room. */
export function answerLabel(answer: Fact): { readonly label: string; readonly detail?: string } {
  return labels()[answer] ?? { label: answer };
}

/** The fact that an answer states. */
export function factOf(question: QuestionId, answer: AnswerId): Fact {
  return `${question}.${answer}` as Fact;
}

export function scaleLabel(tier: ScaleTier): string {
  const names: Record<ScaleTier, string> = {
    small: vscode.l10n.t('a small system'),
    growing: vscode.l10n.t('a growing system'),
    large: vscode.l10n.t('a large system'),
    global: vscode.l10n.t('a global system'),
  };
  return names[tier];
}

type Label = { readonly label: string; readonly detail?: string };

function labels(): Partial<Record<Fact, Label>> {
  const scale = Object.fromEntries(
    SCALE_TIERS.map((tier) => [`scale.${tier}`, { label: scaleLabel(tier) }]),
  ) as Partial<Record<Fact, Label>>;
  const hurts = Object.fromEntries(
    QUESTIONS.hurts.map((problem) => [`hurts.${problem}`, { label: problemLabel(problem) }]),
  ) as Partial<Record<Fact, Label>>;
  return {
    ...scale,
    ...hurts,
    'goal.production-problem': { label: vscode.l10n.t('A problem in production') },
    'goal.new-system': { label: vscode.l10n.t('Designing a new system') },
    'goal.modernise': { label: vscode.l10n.t('Modernising or migrating a system') },
    'goal.learn': { label: vscode.l10n.t('Learning') },
    'users.under-10k': { label: vscode.l10n.t('Under 10,000 users') },
    'users.10k-to-1m': { label: vscode.l10n.t('10,000 to 1 million users') },
    'users.1m-to-10m': { label: vscode.l10n.t('1 to 10 million users') },
    'users.over-10m': { label: vscode.l10n.t('Over 10 million users') },
    'data.under-1gb': { label: vscode.l10n.t('Under 1 GB of data') },
    'data.under-100gb': { label: vscode.l10n.t('1 to 100 GB of data') },
    'data.under-10tb': { label: vscode.l10n.t('100 GB to 10 TB of data') },
    'data.over-10tb': { label: vscode.l10n.t('Over 10 TB of data') },
    'musts.consistency': { label: vscode.l10n.t('Consistency'), detail: vscode.l10n.t('Readers must never see old or contradictory data') },
    'musts.latency': { label: vscode.l10n.t('Low latency'), detail: vscode.l10n.t('Slow answers cost users or money') },
    'musts.availability': { label: vscode.l10n.t('High availability'), detail: vscode.l10n.t('It must answer while parts of it are down') },
    'musts.auditability': { label: vscode.l10n.t('Auditability'), detail: vscode.l10n.t('Each change must be traceable afterwards') },
    'musts.low-cost': { label: vscode.l10n.t('Low cost'), detail: vscode.l10n.t('The budget is tight') },
    'team.one-team': { label: vscode.l10n.t('One team'), detail: vscode.l10n.t('Up to about eight people') },
    'team.few-teams': { label: vscode.l10n.t('A few teams'), detail: vscode.l10n.t('Two to five') },
    'team.many-teams': { label: vscode.l10n.t('Many teams'), detail: vscode.l10n.t('Six or more') },
    'stage.prototype': { label: vscode.l10n.t('A prototype'), detail: vscode.l10n.t('It has to show that the idea works') },
    'stage.growing': { label: vscode.l10n.t('A growing product'), detail: vscode.l10n.t('In production, and changing every week') },
    'stage.established': { label: vscode.l10n.t('An established system'), detail: vscode.l10n.t('In production for years, with much that depends on it') },
  };
}
