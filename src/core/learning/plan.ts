/**
 * When a path is to be done: a start, a pace, and the weeks that slipped. Kept as text in the state of `planKey`, so that
 * it merges and syncs like everything a learner does. A slip names the first item of its week rather than its number, so
 * that it survives a change of pace. Days are handed in: the core has no clock.
 */
import type { LearningPath, Pace } from '../library/model';
import { dayNumber, dayOf, type Day } from './days';
import { planKey } from './keys';
import { pathProgress, type PathProgress, type WeekProgress } from './paths';
import { change, changeOf, OPEN, type ProgressDocument, type Stamp } from './progress';
import { isRecord, own } from './stored';

/** What is stored. */
export interface StoredPlan {
  readonly start: Day;
  /** The week that this item is in begins so many weeks later, and every week after it. */
  readonly moved: readonly { readonly from: string; readonly weeks: number }[];
}

export interface PlannedWeek {
  readonly week: WeekProgress;
  readonly first: Day;
  /** The seventh day. */
  readonly last: Day;
  readonly state: 'past' | 'now' | 'to-come';
  /** It has ended, and items of it are open. */
  readonly behind: boolean;
}

export interface PathPlan {
  readonly start: Day;
  readonly end: Day;
  readonly weeks: readonly PlannedWeek[];
  /** The week that today falls into, by its place in `weeks`; in a pause that a move has made, the week before it. */
  readonly now?: number;
  /** Weeks that have ended with open items. */
  readonly behind: number;
  /** Days that are left of the week that is now, today included; 0 in a pause. */
  readonly daysLeft?: number;
}

/** A move of more than this is a slip of the hand or a damaged number. */
const MOST_WEEKS = 104;

/** The plan of a path, week by week; undefined without one, or when what is stored cannot be read. */
export function planOf(document: ProgressDocument, path: LearningPath, paceId: Pace['id'] | undefined, today: Day): PathPlan | undefined {
  const stored = storedPlan(document, path.id);
  const start = dayNumber(stored?.start ?? '');
  const now = dayNumber(today);
  if (stored === undefined || start === undefined || now === undefined) return undefined;
  const { weeks } = pathProgress(document, path, paceId);
  let slipped = 0;
  const planned = weeks.map((week, index): PlannedWeek => {
    slipped += slipOf(week, stored);
    const first = start + 7 * (index + slipped);
    const state = now < first ? 'to-come' : now <= first + 6 ? 'now' : 'past';
    return { week, first: dayOf(first), last: dayOf(first + 6), state, behind: state === 'past' && week.done < week.total };
  });
  const current = planned.findLastIndex(({ state }) => state !== 'to-come');
  const ended = current === planned.length - 1 && planned.at(-1)?.state === 'past';
  const last = dayNumber(planned[current]?.last ?? '');
  return {
    start: stored.start,
    end: planned.at(-1)?.last ?? stored.start,
    weeks: planned,
    behind: planned.filter(({ behind }) => behind).length,
    ...(current >= 0 && !ended && last !== undefined && { now: current, daysLeft: Math.max(0, last - now + 1) }),
  };
}

/** The document with a plan that starts on a day and has no slips; the same document when `start` is no day. */
export function startPlan(document: ProgressDocument, pathId: string, start: Day, stamp: Stamp): ProgressDocument {
  return dayNumber(start) === undefined ? document : store(document, pathId, { start, moved: [] }, stamp);
}

/** The document without dates for a path. */
export function clearPlan(document: ProgressDocument, pathId: string, stamp: Stamp): ProgressDocument {
  return changeOf(document, planKey(pathId)) === undefined ? document : change(document, planKey(pathId), OPEN, stamp);
}

/**
 * The document after a week and every later one were moved by a week.
 * @param from an item of the week; the whole week moves
 */
export function moveWeek(document: ProgressDocument, path: LearningPath, paceId: Pace['id'] | undefined, from: string, stamp: Stamp): ProgressDocument {
  const stored = storedPlan(document, path.id);
  const week = pathProgress(document, path, paceId).weeks.find(({ items }) => items.some(({ item }) => item.id === from));
  const first = week?.items[0]?.item.id;
  if (stored === undefined || first === undefined) return document;
  const before = stored.moved.find((move) => move.from === first)?.weeks ?? 0;
  const others = stored.moved.filter((move) => move.from !== first);
  return store(document, path.id, { ...stored, moved: [...others, { from: first, weeks: Math.min(MOST_WEEKS, before + 1) }] }, stamp);
}

/**
 * The week that a learner is in. With a plan the week that it names, once something of it is done; before that, and
 * without a plan, the first week with open items. Weeks build on each other, so a calendar alone skips none. The last
 * week when all is done; undefined only for a path without weeks.
 */
export function weekOnHand(progress: PathProgress, plan?: PathPlan): WeekProgress | undefined {
  const planned = plan?.now === undefined ? undefined : progress.weeks[plan.now];
  if (planned !== undefined && planned.done > 0 && planned.done < planned.total) return planned;
  return progress.weeks.find(({ done, total }) => done < total) ?? progress.weeks.at(-1);
}

/** What is stored of the plan of a path; undefined when there is none or it cannot be read. Damaged slips are left out. */
export function storedPlan(document: ProgressDocument, pathId: string): StoredPlan | undefined {
  const plan = parse(changeOf(document, planKey(pathId))?.state ?? '');
  if (!isRecord(plan)) return undefined;
  const [start, moved] = [own(plan, 'start'), own(plan, 'moved')];
  if (typeof start !== 'string' || dayNumber(start) === undefined) return undefined;
  return { start, moved: Array.isArray(moved) ? moved.flatMap(parseMove) : [] };
}

function parseMove(move: unknown): StoredPlan['moved'] {
  if (!isRecord(move)) return [];
  const [from, weeks] = [own(move, 'from'), own(move, 'weeks')];
  const whole = typeof weeks === 'number' && Number.isInteger(weeks) && weeks > 0;
  return typeof from === 'string' && whole ? [{ from, weeks: Math.min(MOST_WEEKS, weeks) }] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function store(document: ProgressDocument, pathId: string, plan: StoredPlan, stamp: Stamp): ProgressDocument {
  return change(document, planKey(pathId), JSON.stringify(plan), stamp);
}

function slipOf({ items }: WeekProgress, { moved }: StoredPlan): number {
  return moved.reduce((sum, { from, weeks }) => (items.some(({ item }) => item.id === from) ? sum + weeks : sum), 0);
}
