import * as vscode from 'vscode';
import { startOf, type Incident, type IncidentEvent } from '../../core';
import { isoWithZone, sinceStart, timeOfDay } from './times';

type TitleOf = (playbook: string) => string;

/** The heading under which lines are added while the incident goes on. */
export function timelineHeading(): string {
  return vscode.l10n.t('Timeline');
}

/** What stands in the notes of this incident and in no other document, as long as nobody deletes it: its start. */
export function markOf(incident: Incident): string {
  return isoWithZone(startOf(incident));
}

/** New incident notes, with the timeline so far. */
export function notesMarkdown(incident: Incident, titleOf: TitleOf, linkTo: (playbook: string) => string): string {
  const [start] = incident.events;
  const playbook = start?.type === 'start' ? start.playbook : '';
  return [
    `# ${vscode.l10n.t('Incident notes: {0}', titleOf(playbook))}`,
    '',
    `- ${vscode.l10n.t('Started: {0}', markOf(incident))}`,
    `- ${vscode.l10n.t('Playbook: {0}', `[${titleOf(playbook)}](${linkTo(playbook)})`)}`,
    '',
    `## ${vscode.l10n.t('Impact')}`,
    '',
    '',
    '',
    `## ${timelineHeading()}`,
    '',
    ...timelineLines(incident, incident.events, titleOf),
    '',
    `## ${vscode.l10n.t('Decisions')}`,
    '',
    `## ${vscode.l10n.t('Follow-ups')}`,
    '',
  ].join('\n');
}

/** Where the person begins to write in new notes: the empty line under "Impact", counted from 0. */
export function firstEmptySection(markdown: string): number {
  return markdown.split('\n').findIndex((line) => line.startsWith('## ')) + 2;
}

/** One line for each event: `- HH:MM:SS (+mm:ss) what happened`. */
export function timelineLines(incident: Incident, events: readonly IncidentEvent[], titleOf: TitleOf): readonly string[] {
  const start = startOf(incident);
  return events.map((event) => `- ${timeOfDay(event.time)} (${sinceStart(event.time - start)}) ${eventText(event, titleOf)}`);
}

function eventText(event: IncidentEvent, titleOf: TitleOf): string {
  switch (event.type) {
    case 'start': return vscode.l10n.t('Incident started with the playbook "{0}".', titleOf(event.playbook));
    case 'playbook': return vscode.l10n.t('Playbook changed to "{0}".', titleOf(event.playbook));
    case 'check': return event.text;
    case 'uncheck': return vscode.l10n.t('Taken back: {0}', event.text);
    case 'end': return vscode.l10n.t('Incident ended.');
    case 'resume': return vscode.l10n.t('Incident resumed.');
  }
}
