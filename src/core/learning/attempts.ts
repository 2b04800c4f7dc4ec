/** How attempts at quizzes went. An attempt is kept as an event whose state is "right of total", such as `8/10`. */
import { eventsOf, type AttemptEvent } from './events';
import type { ProgressDocument } from './progress';

/** Who knows four of five passes. */
export const PASS_SHARE = 0.8;

export interface Attempt {
  /** The entry of the quiz, or `<path>.<item>` for a check of several. */
  readonly subject: string;
  readonly right: number;
  /** At least 1. */
  readonly total: number;
  readonly passed: boolean;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** Whether so many right answers pass. Nothing asked is nothing passed. */
export function isPassed(right: number, total: number): boolean {
  // In whole numbers: 0.8 × 15 is a little more than 12 in floating point.
  return total > 0 && right * 10 >= total * PASS_SHARE * 10;
}

/** The state under which an attempt is kept. */
export const attemptState = (right: number, total: number): string => `${right}/${total}`;

/** The subject of a check that belongs to an item of a path. */
export const checkSubject = (pathId: string, itemId: string): string => `${pathId}.${itemId}`;

/** The attempts at one subject, the earliest first. States that cannot be read are left out. */
export function attemptsOf(document: ProgressDocument, subject: string): readonly Attempt[] {
  return (eventsOf(document).attempts.get(subject) ?? []).flatMap((event) => readAttempt(subject, event));
}

function readAttempt(subject: string, { state, time }: AttemptEvent): Attempt[] {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(state);
  const [right, total] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || total === 0 || right > total) return [];
  return [{ subject, right, total, passed: isPassed(right, total), time }];
}
