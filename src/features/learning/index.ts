import * as vscode from 'vscode';
import { currentPath, learnKey } from '../../core';
import { COMMANDS, VIEWS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { choosePath } from './choose';
import { watchDay } from './dates';
import { askWhatNext, continueLearning } from './next';
import { createPaceChoice } from './paces';
import { createLearningPage } from './panel';
import { readStanding } from './standing';
import { createStatusBar } from './statusBar';
import { applyChecks, createLearningProvider } from './tree';

/** The Learning view, the learning page and the status bar item, over one store of progress. */
export function register(studio: Studio): vscode.Disposable {
  const paces = createPaceChoice(studio);
  const day = watchDay();
  const provider = createLearningProvider(studio, paces, day.onNewDay);
  const view = vscode.window.createTreeView(VIEWS.learning, {
    treeDataProvider: provider,
    showCollapseAll: true,
    // Checking a week or a path would tick what nobody has looked at.
    manageCheckboxStateManually: true,
  });
  const page = createLearningPage(studio, paces, day.onNewDay);
  const mark = (done: boolean) => async (argument: unknown): Promise<void> => {
    const entry = (await studio.library()).get(entryIdOf(argument) ?? '');
    if (entry) await studio.progress.set(learnKey(entry.id), done);
  };
  return vscode.Disposable.from(
    view,
    provider,
    page,
    paces,
    day,
    createStatusBar(studio, paces, day.onNewDay),
    view.onDidChangeCheckboxState(({ items }) => { void applyChecks(studio, items); }),
    registerCommand(studio, COMMANDS.openLearning, async (path, item) => {
      page.open(typeof path === 'string' ? path : await followedPath(studio), typeof item === 'string' ? item : undefined);
    }),
    registerCommand(studio, COMMANDS.markForLearning, mark(true)),
    registerCommand(studio, COMMANDS.unmarkForLearning, mark(false)),
    registerCommand(studio, COMMANDS.continueLearning, async () => { await continueLearning(await readStanding(studio, paces)); }),
    registerCommand(studio, COMMANDS.whatNext, async () => { await askWhatNext(await readStanding(studio, paces)); }),
    registerCommand(studio, COMMANDS.choosePath, async (path) => {
      const chosen = await choosePath(studio, paces, typeof path === 'string' ? path : undefined);
      if (chosen) page.open(chosen.id);
    }),
  );
}

/** A library that cannot be read is reported by the page, which opens all the same. */
async function followedPath(studio: Studio): Promise<string | undefined> {
  return studio.library().then((library) => currentPath(library, studio.progress.document())?.id, () => undefined);
}
