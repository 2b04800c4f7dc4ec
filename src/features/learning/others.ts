/**
 * What learning calls of other features, by contract: commands by id with plain arguments, and what is read from quizzes.
 * TO MERGE: the ids belong into `src/ids.ts` with their features, and the two functions come from the core.
 */
import type { Library, ProgressDocument } from '../../core';

export const OTHERS = {
  /** `(pathId, itemId)` */
  openBrief: 'systemsStudio.openBrief',
  /** `(entryId)` or `(pathId, itemId)` */
  takeQuiz: 'systemsStudio.takeQuiz',
  reviewDue: 'systemsStudio.reviewDue',
  exportProgress: 'systemsStudio.exportProgress',
  importProgress: 'systemsStudio.importProgress',
  resetProgress: 'systemsStudio.resetProgress',
  /** `(pathId?)` */
  createCertificate: 'systemsStudio.createCertificate',
} as const;

export interface Attempt {
  readonly subject: string;
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** STAND-IN for `attemptsOf` of the core: attempts with a state such as `3/5`. */
export function attemptsOf(document: ProgressDocument, subject: string): readonly Attempt[] {
  return indexOf(document).get(subject) ?? [];
}

/** STAND-IN for `dueReviews` of the core: nothing is due yet. */
export function dueReviews(_document: ProgressDocument, _quizzes: Library['quizzes'], _now: number, _limit: number): readonly { readonly due: number }[] {
  return [];
}

const indexes = new WeakMap<ProgressDocument, ReadonlyMap<string, readonly Attempt[]>>();

function indexOf(document: ProgressDocument): ReadonlyMap<string, readonly Attempt[]> {
  const known = indexes.get(document);
  if (known) return known;
  const found = new Map<string, Attempt[]>();
  for (const [key, { state, time }] of Object.entries(document.items)) {
    const [, subject] = /^attempt:([^/]+)\//.exec(key) ?? [];
    const [, right, total] = /^(\d+)\/(\d+)$/.exec(state) ?? [];
    if (subject === undefined || right === undefined || total === undefined) continue;
    const attempt = { subject, right: Number(right), total: Number(total), passed: Number(right) >= 0.8 * Number(total), time };
    found.set(subject, [...(found.get(subject) ?? []), attempt]);
  }
  indexes.set(document, found);
  return found;
}
