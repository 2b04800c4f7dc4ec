import * as vscode from 'vscode';
import { MULTIPLE_ANSWER_QUESTIONS, QUESTIONS, QUESTION_IDS, type AnswerId, type Answers, type QuestionId } from '../../core';
import { answerLabel, factOf, questionTitle } from './questions';

interface AnswerItem extends vscode.QuickPickItem {
  /** Undefined: "not sure". */
  readonly answer?: AnswerId;
  /** Skips the rest and takes the last answers as they were. */
  readonly useLast?: boolean;
}

type StepResult = { readonly type: 'answered'; readonly answers: readonly AnswerId[] } | { readonly type: 'back' | 'cancelled' | 'useLast' };

/**
 * Asks the questions one after the other, with a step count and a way back.
 * Answers given before going back are kept, and each step starts from the answer of the last time.
 *
 * @param last answers of the last time, offered again
 * @returns the answers, or undefined when the person cancelled; nothing is stored here
 */
export async function askQuestions(last: Answers): Promise<Answers | undefined> {
  const given = new Map<QuestionId, readonly AnswerId[]>();
  let step = 0;
  while (step < QUESTION_IDS.length) {
    const question = QUESTION_IDS[step] as QuestionId;
    const result = await askQuestion(question, step, given.get(question) ?? last[question] ?? [], step === 0 && Object.keys(last).length > 0 && given.size === 0);
    switch (result.type) {
      case 'cancelled': return undefined;
      case 'useLast': return last;
      case 'back':
        step = Math.max(0, step - 1);
        break;
      case 'answered':
        given.set(question, result.answers);
        step += 1;
        break;
    }
  }
  return Object.fromEntries([...given].filter(([, answers]) => answers.length > 0));
}

function askQuestion(question: QuestionId, step: number, before: readonly AnswerId[], offerLast: boolean): Promise<StepResult> {
  return new Promise((resolve) => {
    const many = MULTIPLE_ANSWER_QUESTIONS.includes(question);
    const pick = vscode.window.createQuickPick<AnswerItem>();
    pick.title = vscode.l10n.t('Recommend Pattern');
    pick.step = step + 1;
    pick.totalSteps = QUESTION_IDS.length;
    pick.placeholder = many ? vscode.l10n.t('{0} Choose all that apply.', questionTitle(question)) : questionTitle(question);
    pick.canSelectMany = many;
    // Looking something up in the editor must not throw the answers away.
    pick.ignoreFocusOut = true;
    pick.buttons = step > 0 ? [vscode.QuickInputButtons.Back] : [];
    pick.items = itemsOf(question, many, offerLast);
    const chosen = pick.items.filter(({ answer }) => answer !== undefined && before.includes(answer));
    if (many) pick.selectedItems = chosen;
    else if (chosen.length > 0 && !offerLast) pick.activeItems = chosen;

    let settled = false;
    const settle = (result: StepResult): void => {
      if (settled) return;
      settled = true;
      resolve(result);
      pick.dispose();
    };
    pick.onDidAccept(() => {
      const items = many ? pick.selectedItems : pick.activeItems;
      settle(items.some(({ useLast }) => useLast)
        ? { type: 'useLast' }
        : { type: 'answered', answers: items.flatMap(({ answer }) => (answer === undefined ? [] : [answer])) });
    });
    pick.onDidTriggerButton(() => { settle({ type: 'back' }); });
    pick.onDidHide(() => { settle({ type: 'cancelled' }); });
    pick.show();
  });
}

function itemsOf(question: QuestionId, many: boolean, offerLast: boolean): AnswerItem[] {
  const answers = QUESTIONS[question].map((answer): AnswerItem => ({ ...answerLabel(factOf(question, answer)), answer }));
  return [
    ...(offerLast ? [{ label: vscode.l10n.t('Show the result for my last answers'), iconPath: new vscode.ThemeIcon('history'), useLast: true }] : []),
    ...answers,
    // With check boxes, choosing none says the same.
    ...(many ? [] : [{ label: vscode.l10n.t('Not sure'), description: vscode.l10n.t('leaves this question out') }]),
  ];
}
