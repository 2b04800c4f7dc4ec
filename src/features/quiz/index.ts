import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { entryIdOf, registerCommand } from '../../studio/commands';
import type { Studio } from '../../studio/studio';
import { createQuizPage } from './panel';
import { pickQuiz } from './picker';
import { requireQuiz } from './questions';

/** Quizzes of entries, checks of learning paths, and the daily review, on one page. */
export function register(studio: Studio): vscode.Disposable {
  const page = createQuizPage(studio);

  async function openQuiz(entry: string | undefined): Promise<void> {
    if (entry !== undefined) await page.open({ kind: 'quiz', entry: requireQuiz(await studio.library(), entry) });
  }

  return vscode.Disposable.from(
    page,
    registerCommand(studio, COMMANDS.takeQuiz, async (first, item) => {
      if (typeof first === 'string' && typeof item === 'string') return page.open({ kind: 'check', path: first, item });
      if (typeof first === 'string') return openQuiz(first);
      return openQuiz(await pickQuiz(await studio.library(), studio.progress.document()));
    }),
    // On a row of a tree, or on the page of an entry.
    registerCommand(studio, COMMANDS.takeThisQuiz, async (argument) => {
      const active = (): Thenable<string | undefined> => vscode.commands.executeCommand<string | undefined>(COMMANDS.activeEntry);
      return openQuiz(entryIdOf(argument) ?? await active());
    }),
    registerCommand(studio, COMMANDS.reviewDue, () => page.open({ kind: 'review' })),
  );
}
