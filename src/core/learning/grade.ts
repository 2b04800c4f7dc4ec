/** Whether an answer to a question of a quiz is right. Total: what cannot be graded says why, and counts as no answer. */
import type { QuizQuestion } from '../library/model';
import { parseNumber, type NumberProblem } from './number';

/**
 * An answer, as positions in the question as it is written: the options that were chosen, or the items in the order that
 * was given; for a numeric question the text that was typed.
 */
export type QuizAnswer = { readonly chosen: readonly number[] } | { readonly text: string };

/** `nothing`: no option is chosen. `malformed`: it does not fit the question. */
export type AnswerProblem = NumberProblem | 'nothing' | 'malformed';
export type Grade = { readonly right: boolean } | { readonly problem: AnswerProblem };

/** Rounding in binary must not cost anybody the edge of the tolerance. */
const ROUNDING = 1e-9;

/** Grades an answer. A choice of several is right when it is right as a whole, and so is an order. */
export function grade(question: QuizQuestion, answer: QuizAnswer): Grade {
  if (question.type === 'numeric') {
    if (!('text' in answer)) return { problem: 'malformed' };
    const parsed = parseNumber(answer.text, question.unit);
    if ('problem' in parsed) return parsed;
    const slack = ROUNDING * Math.max(1, Math.abs(question.answer));
    return { right: Math.abs(parsed.value - question.answer) <= question.tolerance + slack };
  }
  if (!('chosen' in answer)) return { problem: 'malformed' };
  const { chosen } = answer;
  const count = question.type === 'ordering' ? question.items.length : question.options.length;
  if (new Set(chosen).size !== chosen.length || chosen.some((place) => !Number.isInteger(place) || place < 0 || place >= count)) return { problem: 'malformed' };
  if (question.type === 'ordering') {
    return chosen.length === count ? { right: chosen.every((item, place) => item === place) } : { problem: 'malformed' };
  }
  if (chosen.length === 0) return { problem: 'nothing' };
  if (question.type === 'single' && chosen.length !== 1) return { problem: 'malformed' };
  return { right: question.options.every((option, place) => (option.right === true) === chosen.includes(place)) };
}
