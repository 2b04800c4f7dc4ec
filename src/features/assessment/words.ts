import * as vscode from 'vscode';
import type { AssessedLevel, AssessmentTopic, ProfileFact, ProfileQuestionId, ReadingReason, StartingPoint } from '../../core';

export function profileTitle(question: ProfileQuestionId): string {
  const titles: Record<ProfileQuestionId, string> = {
    experience: vscode.l10n.t('What is your experience level?'),
    need: vscode.l10n.t('What is your immediate need?'),
    domain: vscode.l10n.t('What is your domain?'),
  };
  return titles[question];
}

export function profileLabel(fact: ProfileFact): string {
  const labels: Record<ProfileFact, string> = {
    'experience.new': vscode.l10n.t('Student or new graduate'),
    'experience.one-to-three': vscode.l10n.t('1 to 3 years'),
    'experience.three-plus': vscode.l10n.t('More than 3 years'),
    'experience.lead': vscode.l10n.t('Team lead'),
    'need.concepts': vscode.l10n.t('Learn concepts'),
    'need.problems': vscode.l10n.t('Solve problems'),
    'need.examples': vscode.l10n.t('See examples'),
    'need.build': vscode.l10n.t('Build something'),
    'domain.web': vscode.l10n.t('Web and mobile'),
    'domain.data': vscode.l10n.t('Data and analytics'),
    'domain.realtime': vscode.l10n.t('Internet of things and real time'),
    'domain.enterprise': vscode.l10n.t('Enterprise systems'),
  };
  return labels[fact];
}

export function assessmentTopicLabel(topic: AssessmentTopic): string {
  const labels: Record<AssessmentTopic, string> = {
    resilience: vscode.l10n.t('Failure and resilience'),
    data: vscode.l10n.t('Data and consistency'),
    communication: vscode.l10n.t('Communication and messaging'),
    scale: vscode.l10n.t('Scale and performance'),
    operations: vscode.l10n.t('Operations and observability'),
    architecture: vscode.l10n.t('Architecture and organisation'),
  };
  return labels[topic];
}

export function assessedLevelLabel(level: AssessedLevel): string {
  const labels: Record<AssessedLevel, string> = {
    none: vscode.l10n.t('Not shown yet'),
    beginner: vscode.l10n.t('Beginner'),
    intermediate: vscode.l10n.t('Intermediate'),
    advanced: vscode.l10n.t('Advanced'),
  };
  return labels[level];
}

/** The same for all topics together, where nothing shown is a beginning. */
export function overallLevelLabel(level: AssessedLevel): string {
  return level === 'none' ? vscode.l10n.t('Starting out') : assessedLevelLabel(level);
}

/** Why an entry is on the list. */
export function readingReason(reason: ReadingReason): string {
  switch (reason.kind) {
    case 'missed': return vscode.l10n.t('You missed its question: {0}', reason.question.scenario);
    case 'profile': return vscode.l10n.t('Because you said “{0}”', profileLabel(reason.fact));
    case 'related': return vscode.l10n.t('Goes with {0}', reason.to.title);
    case 'unread': return vscode.l10n.t('You have not read it yet');
  }
}

/** What a starting point leaves out, and how long its first item takes. */
export function startText({ item, skipped }: StartingPoint): string {
  return skipped === 0
    ? vscode.l10n.t('The first open item of the path · {0} min', item.minutes)
    : vscode.l10n.t('Items skipped because you know their topics: {0} · {1} min', skipped, item.minutes);
}
