/** How it is known that an item was done: what a certificate may claim, and what milestones count. */
import type { LearningPath, PathItem } from '../library/model';
import { attemptsOf, checkSubject, type Attempt } from './attempts';
import { labKey, quizKey, readKey } from './keys';
import { isItemDone, isReading, keyOfItem } from './paths';
import { changeOf, isDone, type ProgressDocument } from './progress';

export type Evidence =
  /** The tests of the lab were green in the editor. */
  | { readonly how: 'tests'; readonly time: number }
  /** A quiz was passed: the score of the attempt, or of the attempts at each of its entries. */
  | { readonly how: 'quiz'; readonly time: number; readonly right: number; readonly total: number }
  /** The entry was read to its end, or marked as read by the learner. */
  | { readonly how: 'read'; readonly time: number }
  /** The learner checked it: a brief against its own conditions, or a quiz or lab without the test that would show it. */
  | { readonly how: 'declared'; readonly time: number };

/** How it is known that an item is done; undefined while it is not. Times are milliseconds since the epoch. */
export function evidenceOf(document: ProgressDocument, pathId: string, item: PathItem): Evidence | undefined {
  if (!isItemDone(document, pathId, item)) return undefined;
  if (item.lab !== undefined && isDone(document, labKey(item.lab))) return { how: 'tests', time: timeOf(document, labKey(item.lab)) };
  const quiz = item.quizzes && quizEvidence(document, pathId, item, item.quizzes);
  if (quiz) return quiz;
  if (isReading(item) && isDone(document, readKey(item.entry))) return { how: 'read', time: timeOf(document, readKey(item.entry)) };
  return { how: 'declared', time: timeOf(document, keyOfItem(pathId, item)) };
}

/** Attempts at a week's check are kept under its path and item, those of an item from another path under that one. */
export function subjectOfItem(pathId: string, item: PathItem): string {
  const [sourcePath, sourceItem] = item.from?.split('/') ?? [];
  return checkSubject(sourcePath ?? pathId, sourceItem ?? item.id);
}

function quizEvidence(document: ProgressDocument, pathId: string, item: PathItem, quizzes: readonly string[]): Evidence | undefined {
  const whole = attemptsOf(document, subjectOfItem(pathId, item)).find(({ passed }) => passed);
  if (whole) return { how: 'quiz', time: whole.time, right: whole.right, total: whole.total };
  if (!quizzes.every((entry) => isDone(document, quizKey(entry)))) return undefined;
  const parts = quizzes.flatMap((entry): Attempt[] => attemptsOf(document, entry).filter(({ passed }) => passed).slice(0, 1));
  return {
    how: 'quiz',
    time: Math.max(...quizzes.map((entry) => timeOf(document, quizKey(entry)))),
    right: parts.reduce((sum, { right }) => sum + right, 0),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Every item of a path that is done, in the path's order. */
export function evidenceOfPath(document: ProgressDocument, path: LearningPath): readonly { readonly item: PathItem; readonly evidence: Evidence }[] {
  return path.weeks.flatMap(({ items }) => items).flatMap((item) => {
    const evidence = evidenceOf(document, path.id, item);
    return evidence ? [{ item, evidence }] : [];
  });
}

const timeOf = (document: ProgressDocument, key: string): number => changeOf(document, key)?.time ?? 0;
