import * as vscode from 'vscode';
import * as v from 'valibot';
import type { RunSubject } from '../../core';
import { COMMANDS, PANELS, SETTINGS } from '../../ids';
import type { Said } from '../../studio/panelConnection';
import { createSinglePanel, type SinglePanel } from '../../studio/singlePanel';
import type { Studio } from '../../studio/studio';
import { FromQuizSchema, QuizStateSchema, type FromQuiz, type StoredQuizRun, type ToQuiz } from '../../webviews/protocol';
import { nothingDue, quizContent } from './content';
import { createQuizReader, titleOf } from './questions';
import { createSessions } from './sessions';
import { quizLabels } from './words';

/** What the page is about, and after a restart what it has kept of the run. */
interface Target { readonly subject: RunSubject; readonly title: string; readonly run: StoredQuizRun | null }

/** The page of quizzes, checks and reviews: at most one panel, showing one run. */
export interface QuizPage extends vscode.Disposable {
  /** Goes on with the run on a subject, or begins one. Rejects with a message for people when there is no such quiz. */
  open(subject: RunSubject): Promise<void>;
}

export function createQuizPage(studio: Studio, clock: () => number = Date.now): QuizPage {
  const reader = createQuizReader(studio);
  const sessions = createSessions(studio, reader, clock);

  const page = createSinglePanel<Target, FromQuiz, ToQuiz>(studio, {
    viewType: PANELS.quiz,
    page: 'quiz',
    incoming: FromQuizSchema,
    state: v.pipe(QuizStateSchema, v.transform(({ subject, title, run }): Target => ({ subject, title, run }))),
    title: ({ title }) => title,
    failure: () => vscode.l10n.t('The quiz cannot be shown'),
    async content({ subject, title, run }) {
      const library = await studio.library();
      const session = await sessions.resume(library, subject, run);
      const document = studio.progress.document();
      return {
        type: 'show',
        title,
        content: session ? quizContent(library, document, session, clock()) : nothingDue(library, document, clock()),
        labels: quizLabels(),
        state: { subject, title, run: session?.stored() ?? null },
      };
    },
    receive,
  });

  async function receive(message: Said<FromQuiz>, single: SinglePanel<Target>): Promise<void> {
    const subject = single.target?.subject;
    if (subject === undefined) return;
    const session = sessions.current(subject);
    try {
      switch (message.type) {
        case 'check':
          await session?.check(message.index, message.shown);
          return;
        case 'next':
          session?.next(message.index);
          return;
        case 'sure':
          await session?.refine(message.index, message.sure);
          return;
        case 'again':
          await sessions.again(await studio.library(), subject, message.which);
          return;
        case 'open':
          await openBeside(message.entry, message.section);
          return;
        case 'act':
          await act(message.action, subject);
          return;
      }
    } finally {
      // Also after a failure to store: the answer counts in this window, and the page must not stand still.
      if (message.type !== 'open' && message.type !== 'act') single.refresh();
    }
  }

  async function act(action: 'continue' | 'takeQuiz' | 'settings', subject: RunSubject): Promise<void> {
    switch (action) {
      case 'continue':
        await vscode.commands.executeCommand(COMMANDS.openLearning, ...(subject.kind === 'check' ? [subject.path, subject.item] : []));
        return;
      case 'takeQuiz':
        await vscode.commands.executeCommand(COMMANDS.takeQuiz);
        return;
      case 'settings':
        await vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS.reviewDailyLimit);
        return;
    }
  }

  const listener = studio.onDidReload(() => { reader.forget(); });

  return {
    async open(subject) {
      const title = titleOf(await studio.library(), subject);
      sessions.dropFinished(subject);
      page.open({ subject, title, run: null });
    },
    dispose() {
      listener.dispose();
      page.dispose();
    },
  };
}

/** A section to read again, beside the question; in the page that is open where there is one. */
async function openBeside(entry: string, section: string): Promise<void> {
  const open = await vscode.commands.executeCommand<string | undefined>(COMMANDS.activeEntry);
  await vscode.commands.executeCommand(open === undefined ? COMMANDS.openEntryToSide : COMMANDS.openEntry, entry, section);
}
