/** Attempts at quizzes, as events of the progress document. */
import type { ProgressDocument } from './progress';

/** A quiz is passed with this share of right answers or more. */
export const PASS_SHARE = 0.8;

export interface Attempt {
  /** The entry of the quiz, or `<path>.<item>` for a check of several. */
  readonly subject: string;
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** The attempts at one subject, oldest first. Events that were taken back or cannot be read are left out. */
export function attemptsOf(document: ProgressDocument, subject: string): readonly Attempt[] {
  const prefix = `attempt:${subject}/`;
  return Object.entries(document.items)
    .flatMap(([key, { state, time }]): Attempt[] => {
      const score = key.startsWith(prefix) ? /^(\d+)\/(\d+)$/.exec(state) : null;
      const [right, total] = [Number(score?.[1]), Number(score?.[2])];
      return score === null || total === 0 || right > total ? [] : [{ subject, right, total, passed: right / total >= PASS_SHARE, time }];
    })
    .sort((a, b) => a.time - b.time);
}
