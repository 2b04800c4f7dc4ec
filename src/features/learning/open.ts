import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import { attemptsOf, subjectOfItem, type Attempt, type ItemType, type PathItem, type ProgressDocument } from '../../core';


/** What opens when an item is chosen: the entry to read, the quiz, or the brief that says what to do. */
export function openingOf(pathId: string, item: PathItem): vscode.Command {
  const title = vscode.l10n.t('Open');
  if (item.quizzes !== undefined) return { command: COMMANDS.takeQuiz, title, arguments: [pathId, item.id] };
  if (item.hasBrief || item.lab !== undefined) return { command: COMMANDS.openBrief, title, arguments: [pathId, item.id] };
  if (item.entry !== undefined) return { command: COMMANDS.openEntry, title, arguments: [item.entry] };
  return { command: COMMANDS.openLearning, title, arguments: [pathId, item.id] };
}

/** Runs the command of a row or a button. */
export async function run({ command, arguments: args }: vscode.Command): Promise<void> {
  await vscode.commands.executeCommand(command, ...((args ?? []) as unknown[]));
}

/** The last attempt at a week's check, when it failed and the check is not done. */
export function failedAttempt(document: ProgressDocument, pathId: string, item: PathItem, done: boolean): Attempt | undefined {
  if (done || item.quizzes === undefined) return undefined;
  const last = attemptsOf(document, subjectOfItem(pathId, item)).at(-1);
  return last === undefined || last.passed ? undefined : last;
}

const ICONS: Record<ItemType, string> = {
  study: 'book', 'case-study': 'organization', exercise: 'edit', lab: 'beaker', tool: 'tools', quiz: 'question', project: 'project', capstone: 'mortar-board',
};

export function iconOf(type: ItemType): string {
  return ICONS[type];
}
