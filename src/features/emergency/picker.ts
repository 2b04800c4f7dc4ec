import * as vscode from 'vscode';
import { elapsed, endOf, matchEmergencies, playbookOf, type EmergencyMatch, type Incident, type Library } from '../../core';
import { durationText } from './words';

/** What was chosen: a playbook, the list of all, or a search of the library. */
export type EmergencyChoice =
  | { readonly type: 'playbook'; readonly id: string }
  | { readonly type: 'list' }
  | { readonly type: 'search'; readonly text: string };

interface EmergencyItem extends vscode.QuickPickItem {
  readonly choice: EmergencyChoice;
}

/**
 * Asks what the person sees. Enter on the first row goes on with the incident under way, if there is one.
 *
 * @returns undefined when the person has cancelled
 */
export function pickEmergency(library: Library, incident: Incident | undefined, now: number): Promise<EmergencyChoice | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<EmergencyItem>();
    pick.title = vscode.l10n.t('Our System Is on Fire');
    pick.placeholder = vscode.l10n.t('What do you see? Type a symptom, for example "timeouts", "queue" or "503"');
    // Our order is by relevance; VS Code would sort by where its own matcher finds the text.
    (pick as vscode.QuickPick<EmergencyItem> & { sortByLabel?: boolean }).sortByLabel = false;
    const update = (): void => { pick.items = emergencyItems(library, pick.value, incident, now); };
    update();
    pick.onDidChangeValue(update);
    let choice: EmergencyChoice | undefined;
    pick.onDidAccept(() => {
      choice = pick.activeItems[0]?.choice;
      if (choice) pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(choice);
    });
    pick.show();
  });
}

/** The rows for a text. They are always shown: the core has matched them, typos included, where VS Code would not. */
export function emergencyItems(library: Library, text: string, incident: Incident | undefined, now: number): readonly EmergencyItem[] {
  const matches = matchEmergencies(library, text);
  if (matches.length === 0) return nothingFound(text.trim());
  const continued = text.trim() === '' && incident && endOf(incident) === null ? [continueItem(library, incident, now)] : [];
  return [...continued, ...matches.map(matchItem)];
}

function matchItem({ playbook, symptom }: EmergencyMatch): EmergencyItem {
  const [first = playbook.title] = playbook.symptoms;
  const label = symptom ?? first;
  return {
    label,
    description: vscode.l10n.t('{0} · first relief in {1}', playbook.title, playbook.quickFix.time),
    detail: playbook.symptoms.filter((each) => each !== label).join(' · '),
    alwaysShow: true,
    choice: { type: 'playbook', id: playbook.id },
  };
}

function continueItem(library: Library, incident: Incident, now: number): EmergencyItem {
  const id = playbookOf(incident);
  return {
    label: vscode.l10n.t('Continue: {0}, {1}', library.get(id)?.title ?? id, durationText(elapsed(incident, now))),
    iconPath: new vscode.ThemeIcon('flame'),
    alwaysShow: true,
    choice: { type: 'playbook', id },
  };
}

function nothingFound(text: string): readonly EmergencyItem[] {
  return [
    {
      label: vscode.l10n.t('No playbook is for "{0}". Read the list of all playbooks', text),
      detail: vscode.l10n.t('Or type what you see in other words: an error message, a status code, what users say.'),
      iconPath: new vscode.ThemeIcon('list-unordered'),
      alwaysShow: true,
      choice: { type: 'list' },
    },
    {
      label: vscode.l10n.t('Search the library for "{0}"', text),
      iconPath: new vscode.ThemeIcon('search'),
      alwaysShow: true,
      choice: { type: 'search', text },
    },
  ];
}
