import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';

/** The documents that come with the extension: what has changed, and how to take part. */
export function register(studio: Studio): vscode.Disposable {
  const show = (file: string) => () => vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(studio.context.extensionUri, file));
  return vscode.Disposable.from(
    registerCommand(studio, COMMANDS.showWhatsNew, show('CHANGELOG.md')),
    registerCommand(studio, COMMANDS.openContributingGuide, show('CONTRIBUTING.md')),
  );
}
