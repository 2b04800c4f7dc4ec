/** Where a learner stands in a learning path. Pure: the path and the progress document decide. */
import type { LearningPath, Pace, PathItem } from '../library/model';
import { itemKey, readKey } from './keys';
import { change, DONE, isDone, OPEN, type ProgressDocument, type Stamp } from './progress';
import { weeksAtPace } from './paces';

export interface ItemProgress {
  readonly item: PathItem;
  readonly done: boolean;
}

/** How much is done, in items and in minutes. Minutes are the path's estimate, not time measured. */
export interface Tally {
  readonly done: number;
  readonly total: number;
  readonly minutesDone: number;
  readonly minutesTotal: number;
}

export interface WeekProgress extends Tally {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly items: readonly ItemProgress[];
}

export interface PathProgress extends Tally {
  readonly path: LearningPath;
  readonly pace: Pace['id'];
  readonly state: 'not-started' | 'in-progress' | 'complete';
  readonly weeks: readonly WeekProgress[];
  /** The first item, in the path's order, that is not done. */
  readonly next?: PathItem;
}

/**
 * Whether an item is done. An item that only names an entry is done when the entry is read, wherever that happened,
 * so a topic done once counts in every path. An item with a brief asks for more than reading and is done when checked;
 * checking counts for either.
 */
export function isItemDone(document: ProgressDocument, pathId: string, item: PathItem): boolean {
  return isDone(document, itemKey(pathId, item.id)) || (isReading(item) && isDone(document, readKey(item.entry)));
}

/**
 * The document after an item was checked or unchecked. For an item that only names an entry this marks the entry as
 * read or unread, and clears a check that the item itself may carry; for any other it sets the item's own check.
 */
export function changeItem(
  document: ProgressDocument,
  pathId: string,
  item: PathItem,
  done: boolean,
  stamp: Stamp,
): ProgressDocument {
  const own = itemKey(pathId, item.id);
  if (!isReading(item)) return change(document, own, done ? DONE : OPEN, stamp);
  const read = change(document, readKey(item.entry), done ? DONE : OPEN, stamp);
  return !done && isDone(read, own) ? change(read, own, OPEN, stamp) : read;
}

/** The progress of a path, its weeks divided for the pace; the path's first pace unless told. */
export function pathProgress(document: ProgressDocument, path: LearningPath, paceId?: Pace['id']): PathProgress {
  const pace = path.paces.find(({ id }) => id === paceId) ?? path.paces[0];
  const weeks = weeksAtPace(path, pace?.id).map((week, index): WeekProgress => {
    const items = week.items.map((item) => ({ item, done: isItemDone(document, path.id, item) }));
    return { number: index + 1, title: week.title, goal: week.goal, items, ...tallyOf(items) };
  });
  const all = weeks.flatMap(({ items }) => items);
  const tally = tallyOf(all);
  const next = all.find(({ done }) => !done)?.item;
  return {
    path,
    pace: pace?.id ?? 'steady',
    state: tally.done === 0 ? 'not-started' : next === undefined ? 'complete' : 'in-progress',
    weeks,
    ...tally,
    ...(next && { next }),
  };
}

/** Reading the entry is all that the item asks for. */
function isReading(item: PathItem): item is PathItem & { readonly entry: string } {
  return item.entry !== undefined && item.brief === undefined;
}

function tallyOf(items: readonly ItemProgress[]): Tally {
  const done = items.filter((item) => item.done);
  return {
    done: done.length,
    total: items.length,
    minutesDone: minutesOf(done.map(({ item }) => item)),
    minutesTotal: minutesOf(items.map(({ item }) => item)),
  };
}

const minutesOf = (items: readonly PathItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);
