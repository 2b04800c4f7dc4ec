import * as vscode from 'vscode';
import {
  matchProblems, MOST_QUESTIONS, MULTIPLE_ANSWER_QUESTIONS, nextQuestion, parseAnswers, patternsToAskAbout, QUESTIONS,
  type Answers, type Library, type QuestionId,
} from '../../core';
import { problemLabel } from '../../studio/labels';
import { answerLabel, factOf, questionTitle } from './questions';

/** A step of the questionnaire: a question, or what is in place. */
type Step = QuestionId | 'inPlace';

interface AnswerItem extends vscode.QuickPickItem {
  /** Undefined: "not sure". */
  readonly answer?: string;
  /** Skips the rest and takes the last answers as they were. */
  readonly useLast?: boolean;
}

type StepResult =
  | { readonly type: 'answered'; readonly answers: readonly string[] }
  | { readonly type: 'back' | 'cancelled' | 'useLast' }
  | { readonly type: 'finish'; readonly answers: readonly string[] };

/** The fewest answered steps after which the result can be shown. */
const ENOUGH = 2;

/**
 * Asks the questions that matter, each chosen by the answers before it, with a step count and a way back from every step.
 * Going back keeps the answer that was given, to be confirmed or changed; what was asked after it is chosen anew.
 *
 * @param last answers of the last time, offered again
 * @returns the answers, or undefined when the person cancelled; nothing is stored here
 */
export async function askQuestions(library: Library, last: Answers): Promise<Answers | undefined> {
  const given = new Map<Step, readonly string[]>();
  const asked: Step[] = [];
  const answersOf = (steps: readonly Step[]): Answers =>
    parseAnswers(Object.fromEntries(steps.map((step) => [step, given.get(step) ?? []])));
  for (;;) {
    const answers = answersOf(asked);
    const step = asked.includes('inPlace') ? undefined : nextStep(library, answers, asked);
    if (step === undefined) return answers;
    const result = await askStep(library, step, {
      position: asked.length,
      before: given.get(step) ?? last[step] ?? [],
      offerLast: asked.length === 0 && given.size === 0 && Object.keys(last).length > 0,
      answers,
    });
    switch (result.type) {
      case 'cancelled': return undefined;
      case 'useLast': return last;
      case 'back':
        asked.pop();
        break;
      case 'answered':
        given.set(step, result.answers);
        asked.push(step);
        break;
      case 'finish':
        given.set(step, result.answers);
        return answersOf([...asked, step]);
    }
  }
}

function nextStep(library: Library, answers: Answers, asked: readonly Step[]): Step | undefined {
  const questions = asked.filter((step): step is QuestionId => step !== 'inPlace');
  const question = nextQuestion(library, answers, questions);
  if (question !== undefined) return question;
  return patternsToAskAbout(library, answers).length > 0 ? 'inPlace' : undefined;
}

interface StepOptions {
  /** How many steps were answered before this one. */
  readonly position: number;
  readonly before: readonly string[];
  readonly offerLast: boolean;
  readonly answers: Answers;
}

function askStep(library: Library, step: Step, { position, before, offerLast, answers }: StepOptions): Promise<StepResult> {
  return new Promise((resolve) => {
    const many = step === 'inPlace' || MULTIPLE_ANSWER_QUESTIONS.includes(step);
    const pick = vscode.window.createQuickPick<AnswerItem>();
    const finish = { iconPath: new vscode.ThemeIcon('check-all'), tooltip: vscode.l10n.t('Show the result now') };
    pick.title = vscode.l10n.t('Recommend Pattern');
    pick.step = position + 1;
    pick.totalSteps = MOST_QUESTIONS + 1;
    pick.placeholder = placeholderOf(step, many);
    pick.canSelectMany = many;
    // Looking something up in the editor must not throw the answers away.
    pick.ignoreFocusOut = true;
    pick.buttons = [...(position > 0 ? [vscode.QuickInputButtons.Back] : []), ...(position >= ENOUGH ? [finish] : [])];
    const all = itemsOf(library, step, many, offerLast, answers);
    pick.items = all;
    const chosen = all.filter(({ answer }) => answer !== undefined && before.includes(answer));
    if (many) pick.selectedItems = chosen;
    else if (chosen.length > 0 && !offerLast) pick.activeItems = chosen;
    if (step === 'hurts') rankByText(pick, all);

    let settled = false;
    const settle = (result: StepResult): void => {
      if (settled) return;
      settled = true;
      resolve(result);
      pick.dispose();
    };
    const answersIn = (items: readonly AnswerItem[]): string[] => items.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
    pick.onDidAccept(() => {
      const items = many ? pick.selectedItems : pick.activeItems;
      settle(items.some(({ useLast }) => useLast) ? { type: 'useLast' } : { type: 'answered', answers: answersIn(items) });
    });
    pick.onDidTriggerButton((button) => {
      settle(button === finish ? { type: 'finish', answers: many ? answersIn(pick.selectedItems) : [] } : { type: 'back' });
    });
    pick.onDidHide(() => { settle({ type: 'cancelled' }); });
    pick.show();
  });
}

function placeholderOf(step: Step, many: boolean): string {
  if (step === 'inPlace') return vscode.l10n.t('What is in place already? Choose all that apply; none is an answer too.');
  if (step === 'hurts') return vscode.l10n.t('What hurts? Choose all that apply, or describe it in your own words.');
  return many ? vscode.l10n.t('{0} Choose all that apply; none means “not sure”.', questionTitle(step)) : questionTitle(step);
}

function itemsOf(library: Library, step: Step, many: boolean, offerLast: boolean, answers: Answers): AnswerItem[] {
  if (step === 'inPlace') return patternsToAskAbout(library, answers).map(({ id, title, summary }) => ({ label: title, detail: summary, answer: id }));
  const items = QUESTIONS[step].map((answer): AnswerItem => ({ ...answerLabel(factOf(step, answer)), answer }));
  return [
    ...(offerLast ? [{ label: vscode.l10n.t('Show the result for my last answers'), iconPath: new vscode.ThemeIcon('history'), useLast: true }] : []),
    ...items,
    // With check boxes, choosing none says the same.
    ...(many ? [] : [{ label: vscode.l10n.t('Not sure'), description: vscode.l10n.t('leaves this question out') }]),
  ];
}

/** While a person describes the pain, the problems that it may be come first; what was checked stays checked. */
function rankByText(pick: vscode.QuickPick<AnswerItem>, all: readonly AnswerItem[]): void {
  const checked = new Set<string>();
  let arranging = false;
  const remember = (): void => {
    checked.clear();
    for (const { answer } of pick.selectedItems) if (answer !== undefined) checked.add(answer);
  };
  remember();
  const labels = Object.fromEntries(QUESTIONS.hurts.map((problem) => [problem, problemLabel(problem)]));
  pick.onDidChangeSelection(() => { if (!arranging) remember(); });
  pick.onDidChangeValue((text) => {
    const matches = matchProblems(text, labels).map(({ problem }): string => problem);
    const known = (id: string): AnswerItem | undefined => all.find(({ answer }) => answer === id);
    const matched = matches.flatMap((id) => known(id) ?? []).map((item) => ({ ...item, alwaysShow: true }));
    const rest = all.filter(({ answer }) => answer === undefined || !matches.includes(answer));
    const none = text.trim() !== '' && matched.length === 0;
    const separator = (label: string): AnswerItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
    arranging = true;
    pick.items = none
      ? [separator(vscode.l10n.t('Nothing known matches; which of these comes closest?')), ...all.map((item) => ({ ...item, alwaysShow: true }))]
      : matched.length > 0
        ? [separator(vscode.l10n.t('Sounds like')), ...matched, separator(vscode.l10n.t('Others')), ...rest]
        : [...all];
    pick.selectedItems = pick.items.filter(({ answer }) => answer !== undefined && checked.has(answer));
    arranging = false;
  });
}

