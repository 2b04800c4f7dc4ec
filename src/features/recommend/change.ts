import { MULTIPLE_ANSWER_QUESTIONS, parseAnswers, type Answers } from '../../core';

/** One answer, given or taken back. Changes of different answers do not depend on what else is chosen. */
export interface AnswerChange {
  /** Id of a question, or `inPlace`. */
  readonly question: string;
  readonly answer: string;
  readonly on: boolean;
}

/** The answers after a change. A question that takes one answer loses whatever it had; unknown ids change nothing. */
export function changeAnswer(answers: Answers, { question, answer, on }: AnswerChange): Answers {
  const many = question === 'inPlace' || MULTIPLE_ANSWER_QUESTIONS.some((one) => one === question);
  const given = Object.entries(answers).find(([key]) => key === question)?.[1] ?? [];
  const others = many ? given.filter((one) => one !== answer) : [];
  return parseAnswers({ ...answers, [question]: on ? [...others, answer] : others });
}
