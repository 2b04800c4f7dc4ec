import * as vscode from 'vscode';
import { itemKey, labKey, isDone, type LabOverview, type Library, type ProgressDocument } from '../../core';
import { difficultyLabel } from '../../studio/labels';

interface LabPick extends vscode.QuickPickItem {
  readonly lab: LabOverview;
}

/**
 * Asks for one of the labs.
 * @param started ids of those that have a folder
 * @returns undefined when the person cancelled
 */
export async function pickLab(title: string, labs: readonly LabOverview[], started: ReadonlySet<string>, document: ProgressDocument, library: Library): Promise<LabOverview | undefined> {
  if (labs.length === 0) throw new Error(vscode.l10n.t('There is no lab to choose from yet. Start one first, with the command "Start Lab…".'));
  const picks = labs.map((lab): LabPick => ({
    lab,
    label: lab.title,
    description: [difficultyLabel(lab.level), vscode.l10n.t('{0} min', lab.minutes), stateOf(lab.id, started, document, library)].filter((text) => text !== '').join(' · '),
    detail: lab.summary,
  }));
  const picked = await vscode.window.showQuickPick(picks, { title, placeHolder: vscode.l10n.t('Choose a lab'), matchOnDescription: true, matchOnDetail: true });
  return picked?.lab;
}

function stateOf(id: string, started: ReadonlySet<string>, document: ProgressDocument, library: Library): string {
  if (isDone(document, labKey(id))) return vscode.l10n.t('done: all tests green');
  const declared = library.paths.some((path) => path.weeks.some(({ items }) => items.some((item) => item.lab === id && isDone(document, itemKey(path.id, item.id)))));
  if (declared) return vscode.l10n.t('marked as done');
  return started.has(id) ? vscode.l10n.t('started') : '';
}

/** The lab with this id. Throws a message for people when there is none. */
export function requireLab(library: Library, id: string): LabOverview {
  const lab = library.labs.find((each) => each.id === id);
  if (!lab) throw new Error(vscode.l10n.t('There is no lab "{0}". Update the extension, or choose one with the command "Open Lab…".', id));
  return lab;
}
