/** Where a learner stands in a learning path. Pure: the path and the progress document decide. */
import type { LearningPath, Pace, PathItem } from '../library/model';
import { itemKey, labKey, quizKey, readKey, type ProgressKey } from './keys';
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

/** The key under which an item is checked: that of the path which it is from. */
export function keyOfItem(pathId: string, item: PathItem): ProgressKey {
  const [sourcePath, sourceItem] = item.from?.split('/') ?? [];
  return itemKey(sourcePath ?? pathId, sourceItem ?? item.id);
}

/**
 * Whether an item is done, wherever that happened: a topic done once counts in every path. An item that only names an
 * entry is done when the entry is read, a lab when its tests were green, a quiz when each of its entries' quizzes is
 * passed. An item with a brief asks for more than reading and is done when checked; checking counts for all.
 */
export function isItemDone(document: ProgressDocument, pathId: string, item: PathItem): boolean {
  if (isDone(document, keyOfItem(pathId, item))) return true;
  const shared = sharedKeys(item);
  return shared.length > 0 && shared.every((key) => isDone(document, key));
}

/**
 * The document after a person checked or unchecked an item. For an item that only names an entry this marks the entry
 * as read or unread; for any other it sets the item's own check, which claims no passed test. Unchecking also clears
 * what made the item done otherwise.
 */
export function changeItem(
  document: ProgressDocument,
  pathId: string,
  item: PathItem,
  done: boolean,
  stamp: Stamp,
): ProgressDocument {
  const own = keyOfItem(pathId, item);
  if (done) return change(document, isReading(item) ? readKey(item.entry) : own, DONE, stamp);
  return [own, ...sharedKeys(item)].reduce((so, key) => (isDone(so, key) ? change(so, key, OPEN, stamp) : so), document);
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
export function isReading(item: PathItem): item is PathItem & { readonly entry: string } {
  return item.entry !== undefined && !item.hasBrief;
}

/** What, done anywhere, makes an item done: each of these keys. */
export function sharedKeys(item: PathItem): readonly ProgressKey[] {
  if (isReading(item)) return [readKey(item.entry)];
  if (item.lab !== undefined) return [labKey(item.lab)];
  return (item.quizzes ?? []).map(quizKey);
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
