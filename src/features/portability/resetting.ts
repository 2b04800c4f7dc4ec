import * as vscode from 'vscode';
import { changeMany, doneAmong, itemsElsewhere, keysOfEverything, keysOfPath, OPEN, pathProgress, type LearningPath, type ProgressKey } from '../../core';
import type { Studio } from '../../studio/studio';
import { offerUndo, type BulkChanges } from './bulkChange';

interface Choice extends vscode.QuickPickItem {
  /** Undefined: everything. */
  readonly path?: LearningPath;
}

/** "Reset Progress": one path or all, after a question that says what it means, and with a way back. */
export async function resetProgress(studio: Studio, changes: BulkChanges, pathId?: string): Promise<void> {
  const { paths } = await studio.library();
  const document = studio.progress.document();
  const begun = paths.filter((path) => keysOfPath(document, path).length > 0);
  const everything = keysOfEverything(document);
  if (everything.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no progress to reset.'));
    return;
  }
  const named = begun.find(({ id }) => id === pathId);
  const choice = named ? { path: named } : await choose(studio, begun);
  if (!choice) return;
  const keys = choice.path ? keysOfPath(document, choice.path) : everything;
  const elsewhere = choice.path ? itemsElsewhere(document, paths, choice.path) : 0;
  const [question, detail] = wordsOf(choice.path, doneAmong(document, keys), elsewhere);
  const reset = vscode.l10n.t('Reset');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, reset)) !== reset) return;
  const opened = (now: readonly ProgressKey[]): readonly (readonly [ProgressKey, string])[] => now.map((key) => [key, OPEN]);
  await changes.apply((now, stamp) => changeMany(now, opened(choice.path ? keysOfPath(now, choice.path) : keysOfEverything(now)), stamp));
  await offerUndo(choice.path ? vscode.l10n.t('"{0}" starts anew.', choice.path.title) : vscode.l10n.t('Your progress starts anew.'), changes);
}

async function choose({ progress }: Studio, begun: readonly LearningPath[]): Promise<Choice | undefined> {
  const items: Choice[] = [
    ...begun.map((path): Choice => {
      const { done, total } = pathProgress(progress.document(), path);
      return { label: path.title, description: vscode.l10n.t('{0} of {1} items', done, total), path };
    }),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Everything'), description: vscode.l10n.t('all paths, readings, quizzes, reviews and milestones; bookmarks stay') },
  ];
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Reset Progress'), placeHolder: vscode.l10n.t('What is to start anew?') });
}

function wordsOf(path: LearningPath | undefined, done: number, elsewhere: number): readonly [string, string] {
  const back = vscode.l10n.t('You can undo it until this window closes. "Export Progress" keeps a copy for longer.');
  if (path === undefined) {
    return [
      vscode.l10n.t('Reset all progress?'),
      `${vscode.l10n.t('{0} things that you have done become open: readings, items, quizzes, labs and milestones. Answers, reviews and plans are forgotten. Bookmarks and your list of things to learn stay.', done)}\n\n${back}`,
    ];
  }
  const others = elsewhere > 0 ? ` ${vscode.l10n.t('Among them are {0} items of other paths, because the same readings, quizzes and labs count there.', elsewhere)}` : '';
  return [
    vscode.l10n.t('Reset the progress of "{0}"?', path.title),
    `${vscode.l10n.t('{0} things that you have done become open, and its plan is forgotten. Answers to questions stay, so that reviews go on.', done)}${others}\n\n${back}`,
  ];
}
