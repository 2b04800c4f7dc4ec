import * as vscode from 'vscode';
import { padNumber, type NewRecordStatus, type RecordHints, type RecordStatus, type TemplateProblem } from '../../core';
import type { RecordFile } from './store';

/** A status in words, as it stands in a sentence. */
export function statusLabel(status: RecordStatus): string {
  const labels: Record<RecordStatus, string> = {
    proposed: vscode.l10n.t('proposed'),
    accepted: vscode.l10n.t('accepted'),
    rejected: vscode.l10n.t('rejected'),
    deprecated: vscode.l10n.t('deprecated'),
    superseded: vscode.l10n.t('superseded'),
    unknown: vscode.l10n.t('no status'),
  };
  return labels[status];
}

export function statusMeaning(status: NewRecordStatus): string {
  const meanings: Record<NewRecordStatus, string> = {
    proposed: vscode.l10n.t('up for discussion'),
    accepted: vscode.l10n.t('decided, and in force'),
    rejected: vscode.l10n.t('decided against, and worth remembering'),
    deprecated: vscode.l10n.t('no longer to be followed, and nothing takes its place'),
  };
  return meanings[status];
}

/** The status of a record with what only its own text knows: its successor, or a word of the team. */
export function statusText({ name, record }: RecordFile): string {
  if (record.status === 'unknown') return record.statusText === '' ? statusLabel('unknown') : record.statusText;
  const by = record.supersededBy?.number;
  return by === undefined ? statusLabel(record.status) : vscode.l10n.t('superseded by ADR-{0}', padNumber(by, [name]));
}

/** "0003 Use sagas"; the file's name stands in for a missing title. */
export function recordLabel({ number, name, record }: RecordFile): string {
  return record.title === '' ? name : `${number} ${record.title}`;
}

/** What a new record asks for where nothing is known yet. */
export function recordHints(): RecordHints {
  return {
    context: vscode.l10n.t('Describe the situation in two or three sentences, and put the problem as a question'),
    driver: vscode.l10n.t('What the decision must do justice to: a quality, a limit, a promise'),
    option: vscode.l10n.t('Name of an option'),
    because: vscode.l10n.t('what made the difference'),
    good: vscode.l10n.t('what gets better'),
    bad: vscode.l10n.t('what gets worse, or costs more'),
    confirmation: vscode.l10n.t('Say how you will see that the decision is carried out, and that it holds: a review, a test, a measurement'),
  };
}

/** What is wrong with a template, and how to mend it. */
export function templateProblemText(problem: TemplateProblem, known: readonly string[]): string {
  switch (problem.kind) {
    case 'unknown-placeholder':
      return vscode.l10n.t('There is no placeholder {0}. Use one of: {1}.', `{{${problem.name}}}`, known.map((name) => `{{${name}}}`).join(', '));
    case 'no-title':
      return vscode.l10n.t('The template has no place for the title. Add a first line such as {0}.', '"# {{title}}"');
  }
}
