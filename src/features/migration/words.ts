import * as vscode from 'vscode';
import type { MigrationAnswer, MigrationFact, MigrationQuestion, Weeks } from '../../core';

/** The questions in words. */
export function questionTitle(question: MigrationQuestion): string {
  const titles: Record<MigrationQuestion, string> = {
    size: vscode.l10n.t('How large is the part that moves?'),
    team: vscode.l10n.t('Who carries it out?'),
    downtime: vscode.l10n.t('How long may it refuse writes?'),
    data: vscode.l10n.t('How much data must move?'),
    compliance: vscode.l10n.t('What do law or contracts demand?'),
  };
  return titles[question];
}

interface Label {
  readonly label: string;
  readonly detail?: string;
}

/** An answer in words, with what it means where the words leave room. */
export function answerLabel<Question extends MigrationQuestion>(question: Question, answer: MigrationAnswer<Question>): Label {
  return factLabel(`${question}.${answer}` as MigrationFact);
}

export function factLabel(fact: MigrationFact): Label {
  const labels: Record<MigrationFact, Label> = {
    'size.small': { label: vscode.l10n.t('Small'), detail: vscode.l10n.t('Up to 5 services, or 20 endpoints, jobs or tables') },
    'size.medium': { label: vscode.l10n.t('Medium'), detail: vscode.l10n.t('Up to 30 services, or 200 endpoints, jobs or tables') },
    'size.large': { label: vscode.l10n.t('Large'), detail: vscode.l10n.t('More than that') },
    'team.one-free': { label: vscode.l10n.t('One team, with time for it'), detail: vscode.l10n.t('Most of its week is free for the migration') },
    'team.one-busy': { label: vscode.l10n.t('One team, beside its other work'), detail: vscode.l10n.t('Features and support go on as before') },
    'team.few-free': { label: vscode.l10n.t('A few teams, with people set aside'), detail: vscode.l10n.t('Two to five teams, somebody in each free for the migration') },
    'team.few-busy': { label: vscode.l10n.t('A few teams, beside their other work'), detail: vscode.l10n.t('Two to five teams, nobody free for the migration') },
    'team.many': { label: vscode.l10n.t('Many teams'), detail: vscode.l10n.t('Six or more') },
    'downtime.hours': { label: vscode.l10n.t('Hours, in an agreed window') },
    'downtime.minutes': { label: vscode.l10n.t('Minutes, at a quiet hour') },
    'downtime.none': { label: vscode.l10n.t('No downtime'), detail: vscode.l10n.t('Seconds at most, which callers bridge by trying again') },
    'data.under-100gb': { label: vscode.l10n.t('Under 100 GB') },
    'data.to-1tb': { label: vscode.l10n.t('100 GB to 1 TB') },
    'data.to-10tb': { label: vscode.l10n.t('1 to 10 TB') },
    'data.over-10tb': { label: vscode.l10n.t('Over 10 TB') },
    'compliance.audit-trail': { label: vscode.l10n.t('An audit trail'), detail: vscode.l10n.t('Each change in production must be proved afterwards') },
    'compliance.residency': { label: vscode.l10n.t('Data residency'), detail: vscode.l10n.t('Some data must stay in a country or region') },
    'compliance.change-control': { label: vscode.l10n.t('Formal change control'), detail: vscode.l10n.t('Changes in production wait for an approval') },
  };
  return labels[fact];
}

/** Several answers, each in quotation marks. */
export function quotedFacts(facts: readonly MigrationFact[]): string {
  return facts.map((fact) => vscode.l10n.t('“{0}”', factLabel(fact).label)).join(', ');
}

/** "3–6 weeks". */
export function weeksText(weeks: Weeks): string {
  return vscode.l10n.t('{0} weeks', rangeText(weeks));
}

/** "3–6", and "3" where both ends are the same. */
export function rangeText({ quick, slow }: Weeks): string {
  return quick === slow ? String(slow) : `${quick}–${slow}`;
}
