import * as vscode from 'vscode';
import { attemptsOf, isDone, quizKey, type Entry, type Library, type ProgressDocument, type QuizOverview } from '../../core';
import { kindLabel } from '../../studio/labels';
import { questionCount } from './words';

export interface QuizItem extends vscode.QuickPickItem {
  /** None for a separator. */
  readonly entry?: string;
}

/** Asks which quiz to take; undefined when the person has cancelled. */
export async function pickQuiz(library: Library, document: ProgressDocument): Promise<string | undefined> {
  const items = quizItems(library, document);
  if (items.length === 0) throw new Error(vscode.l10n.t('The library has no quiz. Reinstall the extension.'));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Take a Quiz'),
    placeHolder: vscode.l10n.t('Which entry do you want to be asked about?'),
    matchOnDescription: true,
  });
  return choice?.entry;
}

/** Entries that have a quiz, by kind in the order of the library, each with how it stands. */
export function quizItems(library: Library, document: ProgressDocument): readonly QuizItem[] {
  const items: QuizItem[] = [];
  let kind: Entry['kind'] | undefined;
  for (const entry of library.all()) {
    const quiz = library.quizzes.get(entry.id);
    if (quiz === undefined) continue;
    if (entry.kind !== kind) items.push({ label: kindLabel(entry.kind, 'many'), kind: vscode.QuickPickItemKind.Separator });
    ({ kind } = entry);
    items.push({ label: entry.title, description: stateText(document, quiz), entry: entry.id });
  }
  return items;
}

function stateText(document: ProgressDocument, { entry, questions }: QuizOverview): string {
  const count = questionCount(questions.length);
  if (isDone(document, quizKey(entry))) return vscode.l10n.t('passed · {0}', count);
  const last = attemptsOf(document, entry).at(-1);
  return last === undefined
    ? vscode.l10n.t('not taken · {0}', count)
    : vscode.l10n.t('not passed, {0} of {1} · {2}', last.right, last.total, count);
}
