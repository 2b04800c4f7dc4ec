import * as vscode from 'vscode';
import type { AnswerProblem, ComingBack, QuizQuestion } from '../../core';

/** Words around the questions; the page knows them by key. */
export function quizLabels(): Record<string, string> {
  return {
    single: vscode.l10n.t('Choose one answer.'),
    multiple: vscode.l10n.t('Choose all that hold.'),
    numeric: vscode.l10n.t('Your answer'),
    numericHint: vscode.l10n.t('Type a number.'),
    ordering: vscode.l10n.t('Put them in order, the first on top. Use the buttons, or Alt with the arrow keys.'),
    up: vscode.l10n.t('Move up: {0}', '{0}'),
    down: vscode.l10n.t('Move down: {0}', '{0}'),
    moved: vscode.l10n.t('{0}: place {1} of {2}', '{0}', '{1}', '{2}'),
    check: vscode.l10n.t('Check answer'),
    next: vscode.l10n.t('Next question'),
    finish: vscode.l10n.t('See the result'),
    progress: vscode.l10n.t('Questions answered'),
    isRight: vscode.l10n.t('Right answer'),
    isChosen: vscode.l10n.t('Your answer'),
    isMissed: vscode.l10n.t('Right, and not chosen'),
    isChosenRight: vscode.l10n.t('Your answer, right'),
    isChosenWrong: vscode.l10n.t('Your answer, wrong'),
    yourOrder: vscode.l10n.t('Your order'),
    rightOrder: vscode.l10n.t('Right order'),
    inPlace: vscode.l10n.t('in its place'),
    outOfPlace: vscode.l10n.t('not in its place'),
    explanation: vscode.l10n.t('Why'),
    sure: vscode.l10n.t('How well did you know it?'),
    hard: vscode.l10n.t('Hard'),
    good: vscode.l10n.t('Good'),
    easy: vscode.l10n.t('Easy'),
    byEntry: vscode.l10n.t('By entry'),
    readAgain: vscode.l10n.t('Read again'),
    passed: vscode.l10n.t('passed'),
    notPassed: vscode.l10n.t('not passed'),
    tryWrong: vscode.l10n.t('Try the wrong ones again'),
    tryAll: vscode.l10n.t('Try all again'),
    continue: vscode.l10n.t('Continue learning'),
    takeQuiz: vscode.l10n.t('Take a quiz'),
    settings: vscode.l10n.t('Open the setting'),
  };
}

/** What is wrong with a try that was no answer, and what to do. */
export function problemText(problem: AnswerProblem, question: QuizQuestion): string {
  const unit = question.type === 'numeric' ? question.unit : '';
  switch (problem) {
    case 'nothing': return question.type === 'multiple' ? vscode.l10n.t('Choose at least one answer.') : vscode.l10n.t('Choose an answer first.');
    case 'missing': return vscode.l10n.t('Type a number first.');
    case 'notANumber': return vscode.l10n.t('This cannot be read as a number. Type it in digits, such as 1200 or 0.5.');
    case 'otherUnit': return unit === ''
      ? vscode.l10n.t('Type only the number, without a unit.')
      : vscode.l10n.t('The answer is asked for in another unit. Type only the number, in: {0}', unit);
    case 'malformed': return vscode.l10n.t('This answer does not fit the question. Answer it once more.');
  }
}

/** "4 of 5 · 80 %" */
export function scoreText(right: number, total: number): string {
  return vscode.l10n.t('{0} of {1} right · {2} %', right, total, total === 0 ? 0 : Math.floor((100 * right) / total));
}

export function questionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}

/** When one question comes back. */
export function comesBackText([first]: readonly ComingBack[]): string {
  if (first === undefined) return '';
  return first.days <= 1 ? vscode.l10n.t('It comes back for review tomorrow.') : vscode.l10n.t('It comes back for review in {0} days.', first.days);
}

/** "3 tomorrow, 4 in 6 days" */
export function allComeBackText(coming: readonly ComingBack[]): string {
  if (coming.length === 0) return '';
  const parts = coming.map(({ days, count }) => (days <= 1 ? vscode.l10n.t('{0} tomorrow', count) : vscode.l10n.t('{0} in {1} days', count, days)));
  return vscode.l10n.t('These questions come back for review: {0}.', parts.join(', '));
}

/** A day, in the language of the editor: "24 November 2026". */
export function dayText(time: number): string {
  return new Date(time).toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'long', year: 'numeric' });
}
