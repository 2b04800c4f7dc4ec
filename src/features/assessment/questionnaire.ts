import * as vscode from 'vscode';
import {
  ASSESSMENT_LENGTH, ASSESSMENT_MINIMUM, nextAssessmentQuestion, PROFILE, PROFILE_QUESTION_IDS,
  type AssessmentAnswer, type AssessmentContent, type AssessmentQuestion, type AssessmentRun, type Profile, type ProfileAnswerId, type ProfileFact,
  type ProfileQuestionId,
} from '../../core';
import { askStep, type Choice, type StepResult } from './step';
import { profileLabel, profileTitle } from './words';

/** What the command promises; at its end the person decides whether to go on. */
const TIME_MS = 120_000;
const TOTAL = PROFILE_QUESTION_IDS.length + ASSESSMENT_LENGTH;

/** Null: "not sure", or "I don't know". Undefined: not visited. */
type Given = ProfileAnswerId | number | null | undefined;

export interface Asked {
  readonly profile: Profile;
  readonly answers: readonly AssessmentAnswer[];
}

/**
 * Asks the three questions about the person, then the questions of knowledge as the staircase wants them, with a step
 * count and a way back. Says nothing about right or wrong. After two minutes it offers the result, once every topic has
 * been asked about.
 *
 * @param last profile of the last run, its answers focused again
 * @param clock milliseconds since any fixed moment; injected by tests
 * @returns undefined when the person cancelled; nothing is stored here
 */
export async function askAssessment(content: AssessmentContent, attempt: number, last: Profile = {}, clock: () => number = Date.now): Promise<Asked | undefined> {
  const start = clock();
  const profile = new Map<ProfileQuestionId, ProfileAnswerId | null>();
  const visited = new Map<string, Given>();
  let answers: readonly AssessmentAnswer[] = [];
  let goesOn = false;
  let step = 0;
  for (;;) {
    const about = PROFILE_QUESTION_IDS[step];
    if (about !== undefined) {
      const result = await askAbout(about, step, profile.has(about) ? profile.get(about) : last[about]);
      if (result.type === 'cancelled') return undefined;
      if (result.type === 'chosen') profile.set(about, result.value);
      step += result.type === 'chosen' ? 1 : -1;
      continue;
    }
    const question = nextAssessmentQuestion(content, answers, attempt);
    const left = ASSESSMENT_LENGTH - answers.length;
    const timeIsUp = !goesOn && answers.length >= ASSESSMENT_MINIMUM && clock() - start >= TIME_MS;
    if (question === undefined) break;
    const result: StepResult<number | null | 'go-on' | 'finish'> = timeIsUp ? await askWhetherToGoOn(left, step) : await askKnowledge(question, step, visited.get(question.id));
    if (result.type === 'cancelled') return undefined;
    if (result.type === 'back') {
      answers = answers.slice(0, -1);
      step -= 1;
    } else if (result.value === 'finish') break;
    else if (result.value === 'go-on') goesOn = true;
    else {
      visited.set(question.id, result.value);
      answers = [...answers, { question: question.id, choice: result.value }];
      step += 1;
    }
  }
  return { profile: Object.fromEntries([...profile].filter(([, answer]) => answer !== null)), answers };
}

/** The run that follows the kept one: other questions, where there are some. */
export function attemptAfter(kept: AssessmentRun | undefined): number {
  return (kept?.attempt ?? 0) + 1;
}

function askAbout(question: ProfileQuestionId, step: number, before: Given): Promise<StepResult<ProfileAnswerId | null>> {
  return askStep<ProfileAnswerId | null>({
    title: vscode.l10n.t('Take the Assessment'),
    question: profileTitle(question),
    number: step + 1,
    total: TOTAL,
    choices: [
      ...PROFILE[question].map((answer: ProfileAnswerId) => ({ label: profileLabel(`${question}.${answer}` as ProfileFact), value: answer })),
      { label: vscode.l10n.t('Not sure'), description: vscode.l10n.t('leaves this question out'), value: null },
    ],
    before: before as ProfileAnswerId | null | undefined,
  });
}

function askKnowledge({ scenario, question, options }: AssessmentQuestion, step: number, before: Given): Promise<StepResult<number | null>> {
  return askStep<number | null>({
    title: scenario,
    question,
    number: step + 1,
    total: TOTAL,
    choices: [
      ...options.map((label, index): Choice<number | null> => ({ label, value: index + 1 })),
      { label: vscode.l10n.t('I don’t know'), iconPath: new vscode.ThemeIcon('question'), value: null },
    ],
    before: before as number | null | undefined,
  });
}

function askWhetherToGoOn(left: number, step: number): Promise<StepResult<'go-on' | 'finish'>> {
  return askStep<'go-on' | 'finish'>({
    title: vscode.l10n.t('Two minutes are up'),
    question: vscode.l10n.t('Every topic has been asked about. More answers make the result finer.'),
    number: step + 1,
    total: TOTAL,
    choices: [
      { label: vscode.l10n.t('Show the result'), value: 'finish' },
      { label: vscode.l10n.t('Go on'), description: vscode.l10n.t('questions left: {0}', left), value: 'go-on' },
    ],
  });
}
