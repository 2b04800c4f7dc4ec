import * as vscode from 'vscode';
import { SETTINGS } from '../../ids';

export interface HoverSettings {
  readonly enabled: boolean;
  readonly proseOnly: boolean;
  readonly ignoredPatterns: readonly string[];
}

/** The settings for a document: its language and its folder may have values of their own. */
export function hoverSettings(document: vscode.TextDocument): HoverSettings {
  const configuration = vscode.workspace.getConfiguration(undefined, document);
  const languages = listOf(configuration.get<unknown>(SETTINGS.hoverLanguages, ['*']));
  return {
    enabled: configuration.get<unknown>(SETTINGS.hoverEnabled, true) === true
      && (languages.includes('*') || languages.includes(document.languageId)),
    proseOnly: configuration.get<unknown>(SETTINGS.hoverProseOnly, false) === true,
    ignoredPatterns: listOf(configuration.get<unknown>(SETTINGS.hoverIgnoredPatterns, [])),
  };
}

/** What a person wrote into settings.json may be anything; only strings of a list count. */
function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Adds an entry to the ignored ones: of the workspace when there is one, else of the person; undone with one click. */
export async function addIgnoredPattern(entryId: string, title: string): Promise<void> {
  const target = vscode.workspace.workspaceFolders?.length
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  const configuration = vscode.workspace.getConfiguration();
  // Lists of the workspace and of the person do not add up: the nearer one hides the other, so it starts from what is in force.
  const before = listOf(configuration.get<unknown>(SETTINGS.hoverIgnoredPatterns));
  if (before.includes(entryId)) return;
  await configuration.update(SETTINGS.hoverIgnoredPatterns, [...before, entryId], target);
  const undo = vscode.l10n.t('Undo');
  // VS Code makes links of "[text](command:…)" in a notification, and a title may be that of a workspace's entry.
  const name = title.replaceAll('](', '] (');
  const choice = await vscode.window.showInformationMessage(
    target === vscode.ConfigurationTarget.Workspace
      ? vscode.l10n.t('No more hovers for "{0}" in this workspace.', name)
      : vscode.l10n.t('No more hovers for "{0}".', name),
    undo,
  );
  if (choice === undo) {
    // Read again: another pattern may have been added since.
    const now = vscode.workspace.getConfiguration();
    const rest = listOf(now.get<unknown>(SETTINGS.hoverIgnoredPatterns)).filter((id) => id !== entryId);
    await now.update(SETTINGS.hoverIgnoredPatterns, rest.length > 0 ? rest : undefined, target);
  }
}
