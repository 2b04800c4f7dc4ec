import * as vscode from 'vscode';
import { currentPath, nextSteps, type LearningStep, type Library } from '../../core';
import { COMMANDS } from '../../ids';
import { itemTypeLabel } from '../../studio/labels';
import { iconOf, openingOf, run } from './open';
import type { Standing } from './standing';
import { durationText, levelLabel } from './words';

/** A step as a row: what to do, why, and the command that does it. */
export interface StepRow {
  readonly icon: string;
  readonly title: string;
  readonly about: string;
  readonly reason: string;
  readonly run: vscode.Command;
}

/** "What Next?": the best thing with its reason, and after it what else could be done now. */
export async function askWhatNext({ library, document, context }: Standing): Promise<void> {
  const [best, ...others] = nextSteps(library, document, context).map((step) => stepRow(step, library));
  const choosing: StepRow = { icon: 'list-tree', title: vscode.l10n.t('Choose another learning path'), about: '', reason: '', run: command(COMMANDS.choosePath) };
  const rows = currentPath(library, document) === undefined ? others : [...others, choosing];
  const items: (vscode.QuickPickItem & { readonly row?: StepRow })[] = [
    ...(best ? [pickOf(best)] : []),
    ...(rows.length > 0 ? [{ label: vscode.l10n.t('Or'), kind: vscode.QuickPickItemKind.Separator }] : []),
    ...rows.map(pickOf),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What Next?'), placeHolder: vscode.l10n.t('The first row is the best thing to do now.') });
  if (chosen?.row) await run(chosen.row.run);
}

/** "Continue Learning": opens what the path has next, without asking; reviews and failed quizzes are left to "What Next?". */
export async function continueLearning({ library, document, context }: Standing): Promise<void> {
  const steps = nextSteps(library, document, context);
  const onward = steps.find(({ kind }) => kind !== 'reviews' && kind !== 'weak-spot' && kind !== 'read-again') ?? steps[0];
  await run(stepRow(onward, library).run);
}

export function stepRow(step: LearningStep, library: Library): StepRow {
  switch (step.kind) {
    case 'reviews':
      return {
        icon: 'history',
        title: vscode.l10n.t('Review what is due'),
        about: questions(step.count),
        reason: step.overdueDays > 0
          ? vscode.l10n.t('One has been due for {0}. A few minutes now keep what you have learned.', days(step.overdueDays))
          : vscode.l10n.t('A few minutes now keep what you have learned.'),
        run: command(COMMANDS.reviewDue),
      };
    case 'weak-spot': {
      const title = library.get(step.entry)?.title ?? step.entry;
      return {
        icon: 'debug-restart',
        title: vscode.l10n.t('Take the quiz again: {0}', title),
        about: vscode.l10n.t('{0} of {1} right', step.right, step.total),
        reason: step.daysAgo === 0 ? vscode.l10n.t('It was not passed today, and later weeks build on it.') : vscode.l10n.t('It was not passed {0} ago, and later weeks build on it.', days(step.daysAgo)),
        run: command(COMMANDS.takeQuiz, step.entry),
      };
    }
    case 'read-again':
      return {
        icon: 'book',
        title: vscode.l10n.t('Read again: {0}', library.get(step.entry)?.title ?? step.entry),
        about: vscode.l10n.t('{0} of {1} right', step.answered - step.wrong, step.answered),
        reason: step.because === 'wrong'
          ? vscode.l10n.t('Some of its questions were answered wrongly at the last try.')
          : vscode.l10n.t('Its questions have not been asked for long, and are likely forgotten by now.'),
        run: command(COMMANDS.openEntry, step.entry),
      };
    case 'item':
      return {
        icon: iconOf(step.item.type),
        title: step.begun ? vscode.l10n.t('Continue: {0}', step.item.title) : vscode.l10n.t('Start: {0}', step.item.title),
        about: `${itemTypeLabel(step.item.type)} · ${durationText(step.item.minutes)}`,
        reason: itemReason(step),
        run: openingOf(step.path.id, step.item),
      };
    case 'start':
      return {
        icon: 'rocket',
        title: vscode.l10n.t('Start at: {0}', step.item.title),
        about: step.path.title,
        reason: vscode.l10n.t('Your assessment says that the path {0} fits you, from here on.', step.path.title),
        run: command(COMMANDS.choosePath, step.path.id),
      };
    case 'choose-path':
      return {
        icon: 'list-tree',
        title: vscode.l10n.t('Choose a learning path'),
        about: '',
        reason: vscode.l10n.t('None is chosen yet. The assessment, of two minutes, says which one fits.'),
        run: command(COMMANDS.choosePath),
      };
    case 'next-path':
      return {
        icon: 'milestone',
        title: vscode.l10n.t('Start the next path: {0}', step.path.title),
        about: levelLabel(step.path.level),
        reason: nextPathReason(step),
        run: command(COMMANDS.choosePath, step.path.id),
      };
    case 'all-done':
      return {
        icon: 'pass-filled',
        title: vscode.l10n.t('Every learning path is complete'),
        about: '',
        reason: vscode.l10n.t('Reviews keep it fresh, and the library keeps growing.'),
        run: command(COMMANDS.openLearning),
      };
  }
}

function itemReason({ path, week, weeks, behind, ahead }: Extract<LearningStep, { kind: 'item' }>): string {
  const place = vscode.l10n.t('It comes next in {0}, in week {1} of {2}.', path.title, week, weeks);
  if (behind > 0) return `${place} ${behind === 1 ? vscode.l10n.t('Your plan is 1 week behind.') : vscode.l10n.t('Your plan is {0} weeks behind.', behind)}`;
  return ahead ? `${place} ${vscode.l10n.t('You are ahead of your plan.')}` : place;
}

function nextPathReason({ path, finished, because, common }: Extract<LearningStep, { kind: 'next-path' }>): string {
  if (because === 'order') return vscode.l10n.t('{0} is complete, and {1} builds on it.', finished.title, path.title);
  if (common === 0) return vscode.l10n.t('{0} is complete.', finished.title);
  return vscode.l10n.t('{0} is complete, and {1} % of {2} are done already.', finished.title, Math.floor(100 * common), path.title);
}

function pickOf(row: StepRow): vscode.QuickPickItem & { readonly row: StepRow } {
  return { label: `$(${row.icon}) ${row.title}`, description: row.about, ...(row.reason !== '' && { detail: row.reason }), row };
}

function command(id: string, ...args: readonly string[]): vscode.Command {
  return { command: id, title: vscode.l10n.t('Open'), arguments: [...args] };
}

function questions(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}

function days(count: number): string {
  return count === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', count);
}
