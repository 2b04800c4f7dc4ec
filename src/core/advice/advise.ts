/** The whole advice that a person is shown: the scale they are at, what to start with, what to leave out, what is open. */
import type { Library, ScaleRow } from '../library/model';
import { parseAnswers, unansweredQuestions, type AnswersInput } from './answers';
import { leaveOut, recommend, type LeftOut, type Recommendation } from './recommend';
import { scaleRowOf, scaleTierOf } from './scale';
import type { Answers, QuestionId, ScaleTier } from './questions';

export interface Advice {
  /** The answers as they were understood; see `parseAnswers`. */
  readonly answers: Answers;
  /** Missing when neither users nor data were given; the row is missing when the library has none for the tier. */
  readonly scale?: { readonly tier: ScaleTier; readonly row?: ScaleRow };
  /** The best, at most `limit`. Empty when nothing was answered, or nothing fits. */
  readonly recommended: readonly Recommendation[];
  /** How many more patterns the answers speak for. */
  readonly more: number;
  /** What is better left alone, at most `limit`: what is most often adopted all the same comes first. */
  readonly leaveOut: readonly LeftOut[];
  /** How many more patterns are better left alone. */
  readonly moreToLeaveOut: number;
  /** Questions without an answer, in the order in which they are asked. */
  readonly unanswered: readonly QuestionId[];
}

export interface AdviceOptions {
  /** The most patterns to recommend, and to leave out; 8 unless told. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 8;

/** Everything that the answers lead to. Deterministic; never throws. */
export function advise(library: Library, answers: AnswersInput, { limit = DEFAULT_LIMIT }: AdviceOptions = {}): Advice {
  const known = parseAnswers(answers);
  const tier = scaleTierOf(known);
  const row = tier && scaleRowOf(library, tier);
  const recommended = recommend(library, known);
  const left = leaveOut(library, known);
  return {
    answers: known,
    ...(tier && { scale: { tier, ...(row && { row }) } }),
    recommended: recommended.slice(0, limit),
    more: Math.max(0, recommended.length - limit),
    leaveOut: left.slice(0, limit),
    moreToLeaveOut: Math.max(0, left.length - limit),
    unanswered: unansweredQuestions(known),
  };
}
