import * as vscode from 'vscode';
import { bookmarkKey, readKey, type ProgressKey } from '../../core';
import { COMMANDS, VIEWS, type CommandId } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createGroupingChoice } from './grouping';
import { createLibraryProvider } from './provider';

/** The Library view: the tree, its grouping, and the marks that its context menu sets. */
export function register(studio: Studio): vscode.Disposable {
  const grouping = createGroupingChoice(studio);
  const provider = createLibraryProvider(studio, grouping);
  const view = vscode.window.createTreeView(VIEWS.library, { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    view,
    provider,
    grouping,
    markCommand(studio, COMMANDS.addBookmark, bookmarkKey, true),
    markCommand(studio, COMMANDS.removeBookmark, bookmarkKey, false),
    markCommand(studio, COMMANDS.markRead, readKey, true),
    markCommand(studio, COMMANDS.markUnread, readKey, false),
  );
}

function markCommand(studio: Studio, command: CommandId, key: (entryId: string) => ProgressKey, done: boolean): vscode.Disposable {
  return registerCommand(studio, command, async (argument) => {
    const id = entryIdOf(argument);
    if (id === undefined || !(await studio.library()).get(id)) {
      throw new Error(vscode.l10n.t('There is no entry "{0}" in the library. Choose one in the Library view.', String(id)));
    }
    await studio.progress.set(key(id), done);
  });
}
