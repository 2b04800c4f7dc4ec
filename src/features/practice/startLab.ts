import * as vscode from 'vscode';
import type { Lab } from '../../core';
import { describeError } from '../../studio/log';
import { reportProblem } from '../../studio/problem';
import type { Studio } from '../../studio/studio';
import { PANELS } from '../../ids';
import type { StartedLab, StartedLabs } from './startedLabs';
import { readablePath, writeLab } from './writeLab';

/** What is asked while a lab is started; tests put their own answers in its place. */
export interface StartPrompts {
  /** The folder in which the lab's own folder goes; undefined when the person cancelled. */
  pickFolder(title: string): Promise<vscode.Uri | undefined>;
}

export const nativePrompts: StartPrompts = {
  async pickFolder(title) {
    const first = vscode.workspace.workspaceFolders?.[0]?.uri;
    const picked = await vscode.window.showOpenDialog({
      title,
      openLabel: vscode.l10n.t('Start Here'),
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: false,
      ...(first && { defaultUri: first }),
    });
    return picked?.[0];
  },
};

/**
 * Copies a lab into a folder of the learner's and opens it. Cancelling writes nothing.
 * Rejects with a message for people when it cannot be written.
 */
export async function startLab(studio: Pick<Studio, 'lab' | 'log'>, labs: StartedLabs, labId: string, title: string, prompts: StartPrompts): Promise<StartedLab | undefined> {
  const lab = await studio.lab(labId);
  const parent = await prompts.pickFolder(vscode.l10n.t('Start "{0}": Pick the Folder to Put It In', title));
  if (!parent) return undefined;
  const { folder, renamed } = await writeLab(parent, lab);
  const started: StartedLab = { lab: labId, folder };
  await labs.remember(started);
  await openFiles(folder, lab);
  const name = folder.path.split('/').at(-1) ?? '';
  const note = renamed ? vscode.l10n.t('There is a folder "{0}" already, so the lab is in "{1}".', labId, name) : '';
  offerWorkspace(studio, folder, note);
  return started;
}

/** Opens what the lab wants open, the first file in front, beside the brief where that is shown. */
export async function openFiles(folder: vscode.Uri, { open }: Pick<Lab, 'open'>): Promise<void> {
  const viewColumn = columnOfCode();
  for (const path of [...open].reverse()) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, path), { viewColumn, preview: false });
  }
}

/** The column beside the brief; the active one where no brief is shown. */
export function columnOfCode(): vscode.ViewColumn {
  const brief = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANELS.brief)));
  if (brief === undefined) return vscode.ViewColumn.Active;
  return brief.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}

/** Asks once; the lab works without an answer. */
function offerWorkspace({ log }: Pick<Studio, 'log'>, folder: vscode.Uri, note: string): void {
  const inside = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  if (inside && note === '') return;
  const [add, newWindow] = [vscode.l10n.t('Add to Workspace'), vscode.l10n.t('Open in New Window')];
  const text = inside ? note : [note, vscode.l10n.t('The lab is in "{0}", which is not part of this workspace. It works as it is.', readablePath(folder))].filter((part) => part !== '').join(' ');
  vscode.window.showInformationMessage(text, ...(inside ? [] : [add, newWindow])).then(async (choice) => {
    if (choice === add) vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri: folder });
    if (choice === newWindow) await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
  }).then(undefined, (cause: unknown) => { reportProblem(log, describeError(cause), cause); });
}
