import * as vscode from 'vscode';
import { checksOf, elapsed, endOf, playbooksOf, startOf, type EmergencyStep, type EntryBody, type Incident, type Library, type PlaybookEntry } from '../../core';
import type { Parsing } from '../../studio/parsing';
import { readableOf } from '../../studio/readable';
import type { EmergencyContent, IncidentView } from '../../webviews/protocol';
import { timeOfDay } from './times';

/** A playbook as the page shows it, and its steps, by which checks are told. */
export interface PreparedPlaybook {
  readonly content: EmergencyContent;
  readonly steps: readonly EmergencyStep[];
}

/** All that the page shows of a playbook, apart from how the incident stands. */
export function preparePlaybook({ emergencySteps }: Parsing, library: Library, playbook: PlaybookEntry, body: EntryBody): PreparedPlaybook {
  const steps = emergencySteps(body.markdown);
  return {
    steps,
    content: {
      playbook: playbook.id,
      title: playbook.title,
      relief: { ...playbook.quickFix },
      steps: steps.map(({ id, parts }) => ({ id, parts: [...parts] })),
      readable: readableOf(library, body),
    },
  };
}

/** How the incident stands for a playbook. */
export function incidentView(library: Library, incident: Incident | undefined, playbook: string, now: number): IncidentView {
  if (!incident) return { state: 'none', elapsed: 0, started: null, checks: {}, notes: false, others: [] };
  const start = startOf(incident);
  return {
    state: endOf(incident) === null ? 'running' : 'ended',
    elapsed: elapsed(incident, now),
    started: vscode.l10n.t('Started at {0}', timeOfDay(start)),
    checks: Object.fromEntries([...checksOf(incident, playbook)].map(([step, time]) => [step, time - start])),
    notes: incident.notes !== null,
    others: playbooksOf(incident).filter((id) => id !== playbook).map((id) => ({ playbook: id, title: library.get(id)?.title ?? id })),
  };
}

/** Words around the content; the page knows them by key. */
export function emergencyLabels(): Record<string, string> {
  return {
    clock: vscode.l10n.t('Time since the start of the incident'),
    relief: vscode.l10n.t('First relief'),
    reliefTime: vscode.l10n.t('Takes {0}', '{0}'),
    reliefRisk: vscode.l10n.t('Risk: {0}', '{0}'),
    steps: vscode.l10n.t('First five minutes'),
    checkedAt: vscode.l10n.t('Checked {0} after the start', '{0}'),
    startNotes: vscode.l10n.t('Start incident notes'),
    openNotes: vscode.l10n.t('Open incident notes'),
    changePlaybook: vscode.l10n.t('Change playbook'),
    end: vscode.l10n.t('End incident'),
    resume: vscode.l10n.t('Resume incident'),
    start: vscode.l10n.t('Start the clock'),
    restart: vscode.l10n.t('Restart clock'),
    ended: vscode.l10n.t('Ended'),
    others: vscode.l10n.t('Also in this incident:'),
    copied: vscode.l10n.t('Copied'),
  };
}
