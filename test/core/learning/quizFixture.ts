/** Questions of each type, and answers to them as they are kept. */
import { answerKey, change, emptyProgress, type ProgressDocument, type Quiz, type QuizOverview, type QuizQuestion } from '../../../src/core';

type Of<Type extends QuizQuestion['type']> = Extract<QuizQuestion, { type: Type }>;
const text = (id: string) => ({ id, question: `What about ${id}?`, explanation: `Because of ${id}.`, section: `section-of-${id}` });

export const single = (id = 'single'): Of<'single'> => ({
  ...text(id), type: 'single', options: [{ text: 'A', why: 'Not A.' }, { text: 'B', right: true }, { text: 'C', why: 'Not C.' }, { text: 'D', why: 'Not D.' }],
});
export const multiple = (id = 'multiple'): Of<'multiple'> => ({
  ...text(id), type: 'multiple', options: [{ text: 'A', right: true }, { text: 'B', why: 'Not B.' }, { text: 'C', right: true, why: 'C holds.' }],
});
export const numeric = (input: Partial<Of<'numeric'>> = {}): Of<'numeric'> => ({ ...text('numeric'), type: 'numeric', answer: 35, tolerance: 1, unit: 'seconds', ...input });
export const ordering = (id = 'ordering', items: readonly string[] = ['first', 'second', 'third', 'fourth']): Of<'ordering'> => ({ ...text(id), type: 'ordering', items });

export const quiz = (entry: string, questions: readonly QuizQuestion[] = [single(), multiple(), numeric(), ordering()]): Quiz => ({ version: 1, entry, questions });
export const overviews = (...quizzes: readonly Quiz[]): ReadonlyMap<string, QuizOverview> =>
  new Map(quizzes.map(({ entry, questions }) => [entry, { entry, questions: questions.map(({ id }) => id) }]));

export const DAY = 86_400_000;
/** A Saturday, 09:00 UTC. */
export const START = Date.UTC(2026, 10, 21, 9);

/** A document with answers: what was said, how many days after the start, by which installation. */
export function answered(...answers: readonly (readonly [entry: string, question: string, state: string, day: number, replica?: string])[]): ProgressDocument {
  return answers.reduce(
    (so, [entry, question, state, day, replica = 'here']) => change(so, answerKey(entry, question, `${day}-${replica}`), state, { now: START + day * DAY, replica }),
    emptyProgress,
  );
}
