/**
 * "What next?": the best thing to do now, and after it what would be next best, each with its reason as data. Rules, in
 * this order: what was learned is kept first, then what went wrong is mended, then new material, then a path to come.
 */
import type { LearningPath, Library, Pace, PathItem } from '../library/model';
import { dayNumber, type Day } from './days';
import { CURRENT_PATH_KEY, quizKey } from './keys';
import { pathProgress } from './paths';
import { planOf, weekOnHand } from './plan';
import { changeOf, isDone, type ProgressDocument } from './progress';
import { weakSpots, type WeakSpot } from './weakSpots';

/** So many due reviews, or one that has been due for longer than so many days, come before anything new. */
export const REVIEWS_FIRST = 5;
export const REVIEW_OVERDUE_DAYS = 7;
/** A quiz that was last failed within so many days is taken again before anything new. */
export const WEAK_SPOT_DAYS = 14;
/** An entry of which this share of the answers was wrong at the last try is read again before anything new. */
const HALF_WRONG = 1 / 2;
const MOST_TO_READ_AGAIN = 3;
const DAY_MS = 86_400_000;

export type LearningStep =
  /** `overdueDays`: for how many whole days the first of them has been due. */
  | { readonly kind: 'reviews'; readonly count: number; readonly overdueDays: number }
  | { readonly kind: 'weak-spot'; readonly entry: string; readonly right: number; readonly total: number; readonly daysAgo: number }
  /** Answers in quizzes and reviews say that an entry is known badly, or by now forgotten. */
  | { readonly kind: 'read-again'; readonly entry: string; readonly because: WeakSpot['reason']; readonly wrong: number; readonly answered: number }
  /** `week` from 1. `behind`: weeks of the plan that have ended with open items; `ahead`: the plan has not come to this week yet. */
  | { readonly kind: 'item'; readonly path: LearningPath; readonly item: PathItem; readonly week: number; readonly weeks: number; readonly begun: boolean; readonly behind: number; readonly ahead: boolean }
  /** Where the assessment says to start. */
  | { readonly kind: 'start'; readonly path: LearningPath; readonly item: PathItem }
  | { readonly kind: 'choose-path' }
  /** After a finished path. `common`: the share of its minutes that is already done, from 0 to 1; `order`: it follows the finished one among the role paths. */
  | { readonly kind: 'next-path'; readonly path: LearningPath; readonly finished: LearningPath; readonly because: 'common' | 'order'; readonly common: number }
  | { readonly kind: 'all-done' };

export interface NextContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The day where the learner is. */
  readonly today: Day;
  readonly paceOf: (path: LearningPath) => Pace['id'] | undefined;
  /** What spaced repetition has due, in any order; `due` in milliseconds since the epoch. */
  readonly due: readonly { readonly due: number }[];
  /** Attempts at the quiz of an entry, in any order. */
  readonly attemptsOf: (document: ProgressDocument, entry: string) => readonly { readonly right: number; readonly total: number; readonly passed: boolean; readonly time: number }[];
  /** What the assessment led to. */
  readonly start?: { readonly path: LearningPath; readonly item: PathItem } | undefined;
}

/** The path that is being followed; undefined when none was chosen, or it is not in the library any more. */
export function currentPath(library: Library, document: ProgressDocument): LearningPath | undefined {
  const id = changeOf(document, CURRENT_PATH_KEY)?.state;
  return library.paths.find((path) => path.id === id);
}

/** The one best thing to do now. */
export function whatNext(library: Library, document: ProgressDocument, context: NextContext): LearningStep {
  return nextSteps(library, document, context)[0];
}

/** The best thing first, then the others that could be done now; at least one. */
export function nextSteps(library: Library, document: ProgressDocument, context: NextContext): readonly [LearningStep, ...LearningStep[]] {
  const reviews = reviewStep(context);
  const urgent = reviews !== undefined && (reviews.count >= REVIEWS_FIRST || reviews.overdueDays > REVIEW_OVERDUE_DAYS);
  const failed = failedQuizzes(library, document, context);
  const again = readAgain(library, document, context).filter(({ entry }) => !failed.some((quiz) => quiz.entry === entry));
  const fresh = pathStep(library, document, context);
  const [first = fresh, ...rest] = [
    ...(urgent ? [reviews] : []),
    ...failed,
    ...again.filter(({ wrong, answered }) => wrong >= answered * HALF_WRONG),
    fresh,
    ...again.filter(({ wrong, answered }) => wrong < answered * HALF_WRONG),
    ...(reviews !== undefined && !urgent ? [reviews] : []),
  ];
  return [first, ...rest];
}

function reviewStep({ due, now }: NextContext): Extract<LearningStep, { kind: 'reviews' }> | undefined {
  const overdue = due.reduce((most, each) => Math.max(most, now - each.due), 0);
  return due.length === 0 ? undefined : { kind: 'reviews', count: due.length, overdueDays: Math.floor(overdue / DAY_MS) };
}

/** Quizzes whose last attempt failed lately and that were not passed otherwise since; the latest first. */
function failedQuizzes(library: Library, document: ProgressDocument, { now, attemptsOf }: NextContext): readonly Extract<LearningStep, { kind: 'weak-spot' }>[] {
  return [...library.quizzes.keys()]
    .flatMap((entry) => {
      const last = attemptsOf(document, entry).reduce<ReturnType<typeof attemptsOf>[number] | undefined>((so, each) => (so && so.time >= each.time ? so : each), undefined);
      if (last === undefined || last.passed || now - last.time > WEAK_SPOT_DAYS * DAY_MS) return [];
      const passed = changeOf(document, quizKey(entry));
      return isDone(document, quizKey(entry)) && (passed?.time ?? 0) >= last.time ? [] : [{ entry, last }];
    })
    .sort((a, b) => b.last.time - a.last.time)
    .map(({ entry, last: { right, total, time } }) => ({ kind: 'weak-spot', entry, right, total, daysAgo: Math.max(0, Math.floor((now - time) / DAY_MS)) }));
}

/** Entries whose questions are known badly by now, the weakest first; more than these nobody reads again at once. */
function readAgain(library: Library, document: ProgressDocument, { now }: NextContext): readonly Extract<LearningStep, { kind: 'read-again' }>[] {
  return weakSpots(document, library, now)
    .slice(0, MOST_TO_READ_AGAIN)
    .map(({ entry, reason, wrong, answered }) => ({ kind: 'read-again', entry, because: reason, wrong, answered }));
}

function pathStep(library: Library, document: ProgressDocument, context: NextContext): LearningStep {
  const path = currentPath(library, document);
  if (path === undefined) return context.start ? { kind: 'start', ...context.start } : { kind: 'choose-path' };
  const pace = context.paceOf(path);
  const progress = pathProgress(document, path, pace);
  const plan = planOf(document, path, pace, context.today);
  const week = weekOnHand(progress, plan);
  const item = week?.items.find(({ done }) => !done)?.item;
  if (week === undefined || item === undefined) return pathAfter(library, document, path);
  const first = plan?.weeks[week.number - 1]?.first;
  const ahead = first !== undefined && (dayNumber(first) ?? 0) > (dayNumber(context.today) ?? 0);
  return { kind: 'item', path, item, week: week.number, weeks: progress.weeks.length, begun: progress.done > 0, behind: plan?.behind ?? 0, ahead };
}

/**
 * The path to take up after a finished one: among role paths the next by order, as each builds on the one before; else
 * the one of which most is already done. Paths that are complete are not suggested.
 */
function pathAfter(library: Library, document: ProgressDocument, finished: LearningPath): LearningStep {
  const open = library.paths
    .map((path) => ({ path, progress: pathProgress(document, path) }))
    .filter(({ progress }) => progress.state !== 'complete')
    .map(({ path, progress }) => ({ path, common: progress.minutesTotal === 0 ? 0 : progress.minutesDone / progress.minutesTotal }));
  const following = finished.group === 'role' ? open.find(({ path }) => path.group === 'role' && path.order > finished.order) : undefined;
  // `library.paths` are in order, and the sort is stable: of equals the first.
  const [closest] = [...open].sort((a, b) => b.common - a.common);
  const chosen = following ?? closest;
  if (chosen === undefined) return { kind: 'all-done' };
  return { kind: 'next-path', ...chosen, finished, because: following ? 'order' : 'common' };
}
