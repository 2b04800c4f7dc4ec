import * as vscode from 'vscode';
import { learnKey } from '../../core';
import { COMMANDS, VIEWS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createPaceChoice } from './paces';
import { createLearningPage } from './panel';
import { applyChecks, createLearningProvider } from './tree';

/** The Learning view and the learning page, over one store of progress. */
export function register(studio: Studio): vscode.Disposable {
  const paces = createPaceChoice(studio);
  const provider = createLearningProvider(studio, paces);
  const view = vscode.window.createTreeView(VIEWS.learning, {
    treeDataProvider: provider,
    showCollapseAll: true,
    // Checking a week or a path would tick what nobody has looked at.
    manageCheckboxStateManually: true,
  });
  const page = createLearningPage(studio, paces);
  const mark = (done: boolean) => async (argument: unknown): Promise<void> => {
    const entry = (await studio.library()).get(entryIdOf(argument) ?? '');
    if (entry) await studio.progress.set(learnKey(entry.id), done);
  };
  return vscode.Disposable.from(
    view,
    provider,
    page,
    paces,
    view.onDidChangeCheckboxState(({ items }) => { void applyChecks(studio, items); }),
    registerCommand(studio, COMMANDS.openLearning, (path, item) => {
      page.open(typeof path === 'string' ? path : undefined, typeof item === 'string' ? item : undefined);
    }),
    registerCommand(studio, COMMANDS.markForLearning, mark(true)),
    registerCommand(studio, COMMANDS.unmarkForLearning, mark(false)),
  );
}
