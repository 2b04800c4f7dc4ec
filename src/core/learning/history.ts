/** What was done in the last weeks, read from the times of the changes in the progress document. */
import type { Library, PathItem } from '../library/model';
import { dayOf, localDay, mondayOf, type Day } from './days';
import { labKey, readKey } from './keys';
import { isReading, keyOfItem, sharedKeys } from './paths';
import { changeOf, DONE, type ProgressDocument } from './progress';

export interface HistoryWeek {
  /** Its Monday. */
  readonly first: Day;
  /** Items of any path that became done; an item of several paths counts once. */
  readonly items: number;
  /** What the paths estimate for these items; no time was measured. */
  readonly minutes: number;
  /** Quizzes of entries that were passed. */
  readonly quizzes: number;
  /** Answers given, in quizzes and reviews. */
  readonly answers: number;
}

export const HISTORY_WEEKS = 12;

/**
 * The last twelve weeks, Monday to Sunday where the learner is, the present one last. What was undone since is not
 * counted: the document keeps the last change of each thing only.
 *
 * @param now milliseconds since the epoch
 * @param offsetAt minutes east of UTC at a moment, where the learner is
 */
export function learningHistory(library: Library, document: ProgressDocument, now: number, offsetAt: (time: number) => number): readonly HistoryWeek[] {
  const monday = mondayOf(localDay(now, offsetAt(now)));
  const weeks = Array.from({ length: HISTORY_WEEKS }, (_, index) => (
    { first: dayOf(monday - 7 * (HISTORY_WEEKS - 1 - index)), items: 0, minutes: 0, quizzes: 0, answers: 0 }
  ));
  const weekOf = (time: number) => weeks[HISTORY_WEEKS - 1 - (monday - mondayOf(localDay(time, offsetAt(time)))) / 7];

  for (const { minutes, time } of doneItems(library, document)) {
    const week = weekOf(time);
    if (week) {
      week.items += 1;
      week.minutes += minutes;
    }
  }
  for (const [key, { state, time }] of Object.entries(document.items)) {
    const week = key.startsWith('answer:') || (key.startsWith('quiz:') && state === DONE) ? weekOf(time) : undefined;
    if (week) week[key.startsWith('answer:') ? 'answers' : 'quizzes'] += 1;
  }
  return weeks;
}

/** Every item that is done, once, with the moment at which it became so. */
function doneItems(library: Library, document: ProgressDocument): readonly { readonly minutes: number; readonly time: number }[] {
  const found = new Map<string, { minutes: number; time: number }>();
  for (const { id, weeks } of library.paths) {
    for (const item of weeks.flatMap(({ items }) => items)) {
      const time = doneAt(document, id, item);
      const key = identityOf(id, item);
      const before = found.get(key);
      if (time !== undefined && (before === undefined || time < before.time)) found.set(key, { minutes: item.minutes, time });
    }
  }
  return [...found.values()];
}

/** The same reading or lab in two paths is one thing done. */
function identityOf(pathId: string, item: PathItem): string {
  return isReading(item) ? readKey(item.entry) : item.lab === undefined ? keyOfItem(pathId, item) : labKey(item.lab);
}

/** When an item became done, by `isItemDone`'s rules: the earlier of its own check and the last of what makes it done. */
function doneAt(document: ProgressDocument, pathId: string, item: PathItem): number | undefined {
  const timeOf = (key: string): number => {
    const change = changeOf(document, key);
    return change?.state === DONE ? change.time : Infinity;
  };
  const shared = sharedKeys(item);
  const time = Math.min(timeOf(keyOfItem(pathId, item)), shared.length === 0 ? Infinity : Math.max(...shared.map(timeOf)));
  return Number.isFinite(time) ? time : undefined;
}
