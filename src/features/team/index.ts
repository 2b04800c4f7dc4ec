import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { showProblems } from './diagnostics';
import { createTeamEntry } from './newEntry';

/** The workspace's own entries: what is wrong with them, a new one, and how they are written. */
export function register(studio: Studio): vscode.Disposable {
  return vscode.Disposable.from(
    showProblems(studio),
    registerCommand(studio, COMMANDS.newTeamEntry, (wish) => createTeamEntry(studio, wish)),
    registerCommand(studio, COMMANDS.openEntryFormat, () =>
      vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(studio.context.extensionUri, 'media', 'entry-format.md'))),
  );
}
