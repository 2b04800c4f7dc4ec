/** Answers as they come in (typed, stored by an older version, or from another extension) and the facts that they state. */
import { compareText } from '../compareText';
import {
  FACTS, MULTIPLE_ANSWER_QUESTIONS, QUESTIONS, type AnswerId, type Answers, type Fact, type QuestionId,
} from './questions';
import { scaleTierOf } from './scale';

/** Every question, in the order in which they are asked. */
export const QUESTION_IDS = Object.keys(QUESTIONS) as QuestionId[];

/** Answers as a caller may write them: one answer may stand without its list. */
export type AnswersInput = {
  readonly [Question in QuestionId]?: AnswerId<Question> | readonly AnswerId<Question>[];
} & { readonly inPlace?: string | readonly string[] };

/**
 * Reads answers from anything, and never throws. Unknown questions and answers are dropped, since an older or newer
 * version may have stored them; each answer is kept once, in the order of the vocabulary. Several answers to a question
 * that takes one contradict each other, so they count as "not sure". A question without answers has no key. What is in
 * place are ids by alphabet; whether a library has them is for whoever uses them.
 */
export function parseAnswers(input: unknown): Answers {
  if (typeof input !== 'object' || input === null) return {};
  const given = new Map<string, unknown>(Object.entries(input));
  const inPlace = listOf(given.get('inPlace')).filter((id): id is string => typeof id === 'string' && id !== '');
  const entries: (readonly [string, readonly string[]])[] = [
    ...QUESTION_IDS.flatMap((question) => {
      const answers = knownAnswers(question, given.get(question));
      const usable = answers.length === 1 || MULTIPLE_ANSWER_QUESTIONS.includes(question);
      return answers.length > 0 && usable ? [[question, answers] as const] : [];
    }),
    ...(inPlace.length > 0 ? [['inPlace', [...new Set(inPlace)].sort(compareText)] as const] : []),
  ];
  return Object.fromEntries(entries);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function knownAnswers(question: QuestionId, value: unknown): readonly AnswerId[] {
  const given = listOf(value);
  const known: readonly AnswerId[] = QUESTIONS[question];
  return known.filter((answer) => given.includes(answer));
}

/** The facts that hold, in the order of `FACTS`: every answer, and the tier of scale that users and data imply. */
export function factsOf(answers: Answers): readonly Fact[] {
  const stated = new Set<string>(
    QUESTION_IDS.flatMap((question) => (answers[question] ?? []).map((answer) => `${question}.${answer}`)),
  );
  const tier = scaleTierOf(answers);
  if (tier !== undefined) stated.add(`scale.${tier}`);
  return FACTS.filter((fact) => stated.has(fact));
}

/** The questions without an answer, in the order in which they are asked. */
export function unansweredQuestions(answers: Answers): readonly QuestionId[] {
  return QUESTION_IDS.filter((question) => (answers[question] ?? []).length === 0);
}
