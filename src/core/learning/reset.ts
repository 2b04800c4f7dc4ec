/** Starting over: what a reset opens again. Nothing is erased, so that a reset merges like any other change and can be undone. */
import type { LearningPath } from '../library/model';
import { CURRENT_PATH_KEY, labKey, planKey, quizKey, readKey, type ProgressKey } from './keys';
import { isItemDone, isReading, keyOfItem } from './paths';
import { changeOf, DONE, OPEN, type ProgressDocument } from './progress';

/** Kept by a reset of everything: what a person has collected, and not what they have learned. */
const KEPT = /^(?:bookmark|learn):/;

/** The keys that a reset of all progress opens: everything but bookmarks and the list of things to learn. */
export function keysOfEverything(document: ProgressDocument): readonly ProgressKey[] {
  return Object.entries(document.items).flatMap(([key, { state }]) => (state === OPEN || KEPT.test(key) ? [] : [key as ProgressKey]));
}

/** The keys that a reset of one path opens: its items, what made them done elsewhere, its plan. Answers to questions stay. */
export function keysOfPath(document: ProgressDocument, path: LearningPath): readonly ProgressKey[] {
  const keys = path.weeks.flatMap(({ items }) => items).flatMap((item): ProgressKey[] => [
    keyOfItem(path.id, item),
    ...(isReading(item) ? [readKey(item.entry)] : []),
    ...(item.lab === undefined ? [] : [labKey(item.lab)]),
    ...(item.quizzes ?? []).map(quizKey),
  ]);
  const chosen = changeOf(document, CURRENT_PATH_KEY)?.state === path.id ? [CURRENT_PATH_KEY] : [];
  return [...new Set([...keys, planKey(path.id), ...chosen])].filter((key) => {
    const state = changeOf(document, key)?.state;
    return state !== undefined && state !== OPEN;
  });
}

/** How many items of other paths would be open again, because they count the same reading, quizzes and labs. */
export function itemsElsewhere(document: ProgressDocument, paths: readonly LearningPath[], path: LearningPath): number {
  const keys = new Set<string>(keysOfPath(document, path));
  const items = Object.entries(document.items).filter(([key]) => !keys.has(key));
  const without: ProgressDocument = { ...document, items: Object.fromEntries(items) };
  return paths
    .filter(({ id }) => id !== path.id)
    .flatMap((other) => other.weeks.flatMap((week) => week.items.map((item) => ({ other, item }))))
    .filter(({ other, item }) => isItemDone(document, other.id, item) && !isItemDone(without, other.id, item)).length;
}

/** How many things a person would call done are among the keys. */
export function doneAmong(document: ProgressDocument, keys: readonly ProgressKey[]): number {
  return keys.filter((key) => changeOf(document, key)?.state === DONE).length;
}
