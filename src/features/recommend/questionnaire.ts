import * as vscode from 'vscode';
import { MULTIPLE_ANSWER_QUESTIONS, nextQuestion, parseAnswers, patternsToAskAbout, QUESTIONS, type Answers, type Library, type ProblemWords, type QuestionId } from '../../core';
import { answerLabel, factOf, questionTitle } from './questions';
import { takeWords, type AnswerItem } from './typedPain';

/** A step of the questionnaire: a question, or what is in place. */
type Step = QuestionId | 'inPlace';

type StepResult =
  | { readonly type: 'answered'; readonly answers: readonly string[] }
  | { readonly type: 'back' | 'cancelled' | 'useLast' }
  /** Without answers: what the step shows is only a proposal, and what was confirmed before stays. */
  | { readonly type: 'finish'; readonly answers?: readonly string[] };

/** The fewest answered steps after which the result can be shown. */
const ENOUGH = 2;

/**
 * Asks the questions that matter, each chosen by the answers before it, with a step count and a way back from every step.
 * Going back keeps what was answered, to be confirmed or changed; what is asked after it is chosen anew. Everything that
 * the person has confirmed counts in the end, whether or not its question stands on the path that led there.
 *
 * @param last answers of the last time; offered again, and checked beforehand where the goal is the same as then
 * @param problemWords by which a pain is known that the person describes; asked for when its step comes
 * @returns the answers, or undefined when the person cancelled; nothing is stored here
 */
export async function askQuestions(library: Library, last: Answers, problemWords: () => Promise<ProblemWords>): Promise<Answers | undefined> {
  const confirmed = new Map<Step, readonly string[]>();
  const asked: Step[] = [];
  for (;;) {
    const onPath = answersTo(asked, confirmed);
    const step = nextStep(library, onPath, asked);
    if (step === undefined) return answersTo([...confirmed.keys()], confirmed);
    const sameGoal = onPath.goal !== undefined && onPath.goal[0] === last.goal?.[0];
    const result = await askStep(library, step, {
      position: asked.length,
      total: asked.length + 1 + stepsAfter(library, onPath, [...asked, step]),
      confirmed: confirmed.get(step),
      last: step === 'goal' || sameGoal ? last[step] ?? [] : [],
      offerLast: asked.length === 0 && confirmed.size === 0 && Object.keys(last).length > 0,
      answers: step === 'inPlace' ? answersTo([...confirmed.keys()], confirmed) : onPath,
      problemWords: step === 'hurts' ? await problemWords() : {},
    });
    switch (result.type) {
      case 'cancelled': return undefined;
      case 'useLast': return last;
      case 'back':
        asked.pop();
        break;
      case 'answered':
        confirmed.set(step, result.answers);
        asked.push(step);
        break;
      case 'finish':
        if (result.answers) confirmed.set(step, result.answers);
        return answersTo([...confirmed.keys()], confirmed);
    }
  }
}

function answersTo(steps: readonly Step[], confirmed: ReadonlyMap<Step, readonly string[]>): Answers {
  return parseAnswers(Object.fromEntries(steps.map((step) => [step, confirmed.get(step) ?? []])));
}

/** The question that separates best; when none is worth asking, what is in place, and after that nothing. */
function nextStep(library: Library, answers: Answers, asked: readonly Step[]): Step | undefined {
  if (asked.includes('inPlace')) return undefined;
  const questions = asked.filter((step): step is QuestionId => step !== 'inPlace');
  const question = nextQuestion(library, answers, questions);
  if (question !== undefined) return question;
  return patternsToAskAbout(library, answers).length > 0 ? 'inPlace' : undefined;
}

/** How many steps would follow if each of them were answered with "not sure". */
function stepsAfter(library: Library, answers: Answers, asked: readonly Step[]): number {
  const next = nextStep(library, answers, asked);
  return next === undefined ? 0 : 1 + stepsAfter(library, answers, [...asked, next]);
}

interface StepOptions {
  /** How many steps were answered before this one. */
  readonly position: number;
  /** How many steps there are, this one included, as far as that is known. */
  readonly total: number;
  /** What the person has answered to this step in this run; undefined before the first time. */
  readonly confirmed: readonly string[] | undefined;
  /** What was answered the last time: a proposal, until it is confirmed. */
  readonly last: readonly string[];
  readonly offerLast: boolean;
  readonly answers: Answers;
  readonly problemWords: ProblemWords;
}

function askStep(library: Library, step: Step, { position, total, confirmed, last, offerLast, answers, problemWords }: StepOptions): Promise<StepResult> {
  return new Promise((resolve) => {
    const many = step === 'inPlace' || MULTIPLE_ANSWER_QUESTIONS.includes(step);
    const pick = vscode.window.createQuickPick<AnswerItem>();
    const finish = { iconPath: new vscode.ThemeIcon('check-all'), tooltip: vscode.l10n.t('Show the result now') };
    pick.title = vscode.l10n.t('Recommend Pattern');
    pick.step = position + 1;
    pick.totalSteps = total;
    pick.placeholder = placeholderOf(step, many);
    pick.canSelectMany = many;
    // Looking something up in the editor must not throw the answers away.
    pick.ignoreFocusOut = true;
    pick.buttons = [...(position > 0 ? [vscode.QuickInputButtons.Back] : []), ...(position >= ENOUGH ? [finish] : [])];
    const all = itemsOf(library, step, many, offerLast, answers);
    pick.items = all;
    const before = confirmed ?? last;
    const chosen = all.filter(({ answer }) => answer !== undefined && before.includes(answer));
    if (many) pick.selectedItems = chosen;
    else if (chosen.length > 0 && !offerLast) pick.activeItems = chosen;
    const words = step === 'hurts' ? takeWords(pick, all, problemWords) : undefined;

    let settled = false;
    const settle = (result: StepResult): void => {
      if (settled) return;
      settled = true;
      resolve(result);
      pick.dispose();
    };
    const answersIn = (items: readonly AnswerItem[]): string[] => items.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
    const checked = (): string[] => answersIn(pick.selectedItems.length > 0 ? pick.selectedItems : words?.meant() ?? []);
    pick.onDidAccept(() => {
      if (pick.activeItems.some(({ useLast }) => useLast)) settle({ type: 'useLast' });
      else settle({ type: 'answered', answers: many ? checked() : answersIn(pick.activeItems) });
    });
    pick.onDidTriggerButton((button) => {
      if (button !== finish) settle({ type: 'back' });
      else settle(many && !isProposal(checked()) ? { type: 'finish', answers: checked() } : { type: 'finish' });
    });
    // Boxes that the last run has checked and that nobody has touched say nothing about this one.
    const isProposal = (now: readonly string[]): boolean => confirmed === undefined && now.length === chosen.length && answersIn(chosen).every((answer) => now.includes(answer));
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
