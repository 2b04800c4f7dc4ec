/**
 * Progress as a last-writer-wins map: each key holds its last change, and merging keeps the greater change of each key.
 * Two windows, two machines or an imported file can therefore merge in any order, any number of times, with one result.
 *
 * Clocks are not trusted. A change is stamped later than the change it replaces even when the local clock is behind,
 * so what a person did last in front of what they saw always wins; a clock that once ran years ahead does no lasting harm.
 * Stamps are not clamped on merging: a merge that depends on "now" would no longer give one result everywhere.
 */
import { compareText } from '../compareText';
import type { ProgressKey } from './keys';

/** What a change says. Versions to come may add states, so any other string is kept and means "not done" here. */
export const DONE = 'done';
export const OPEN = 'open';

export interface Change {
  readonly state: string;
  /** Milliseconds since the epoch, a whole number; greater than that of the change it replaced. */
  readonly time: number;
  /** The installation that made the change; orders changes of the same time. */
  readonly replica: string;
}

export interface ProgressDocument {
  readonly version: 1;
  /** By key, in any order. Keys of versions to come are kept. */
  readonly items: Readonly<Record<string, Change>>;
}

/** Who changes, and when. */
export interface Stamp {
  /** Milliseconds since the epoch, by the local clock. */
  readonly now: number;
  readonly replica: string;
}

export const VERSION = 1;
export const emptyProgress: ProgressDocument = Object.freeze({ version: VERSION, items: Object.freeze({}) });

/** The change of a key, or undefined. Own properties only: `constructor` is a key like any other. */
export function changeOf(document: ProgressDocument, key: string): Change | undefined {
  return Object.hasOwn(document.items, key) ? document.items[key] : undefined;
}

/** Whether a key's last change says that it is done (read, bookmarked, checked, declared). */
export function isDone(document: ProgressDocument, key: ProgressKey): boolean {
  return changeOf(document, key)?.state === DONE;
}

/**
 * The document after several changes at once, in one pass: the same as `change` for each, later ones over earlier ones.
 * Keys may be of any version. Those that already say what they should say stay as they are; when all do, the same document comes back.
 */
export function changeMany(document: ProgressDocument, changes: Iterable<readonly [string, string]>, stamp: Stamp): ProgressDocument {
  const changed = new Map<string, Change>();
  for (const [key, state] of changes) {
    const previous = changed.get(key) ?? changeOf(document, key);
    if (previous?.state !== state) changed.set(key, stamped(previous, state, stamp));
  }
  if (changed.size === 0) return document;
  const items = { ...document.items };
  for (const [key, each] of changed) put(items, key, each);
  return { version: VERSION, items };
}

/**
 * The document after one change. It is stamped with the local time, or with one millisecond after the change it
 * replaces if that is later. Saying again what already holds changes nothing and returns the same document.
 */
export function change(document: ProgressDocument, key: ProgressKey, state: string, stamp: Stamp): ProgressDocument {
  const previous = changeOf(document, key);
  if (previous?.state === state) return document;
  const items = { ...document.items };
  put(items, key, stamped(previous, state, stamp));
  return { version: VERSION, items };
}

function stamped(previous: Change | undefined, state: string, stamp: Stamp): Change {
  const now = Number.isFinite(stamp.now) ? Math.max(0, Math.floor(stamp.now)) : 0;
  const time = Math.min(Number.MAX_SAFE_INTEGER, Math.max(now, previous === undefined ? 0 : previous.time + 1));
  return { state, time, replica: stamp.replica };
}

/**
 * The union of two documents: commutative, associative and idempotent in what it says; the order of keys says nothing.
 * When the second brings nothing new, the first comes back as it is.
 */
export function merge(first: ProgressDocument, second: ProgressDocument): ProgressDocument {
  const newer: [string, Change][] = [];
  for (const key of Object.keys(second.items)) {
    const candidate = second.items[key];
    const present = changeOf(first, key);
    if (candidate !== undefined && (present === undefined || compareChanges(candidate, present) > 0)) newer.push([key, candidate]);
  }
  if (newer.length === 0) return first;
  const items = { ...first.items };
  for (const [key, change] of newer) put(items, key, change);
  return { version: VERSION, items };
}

/** Sets an own property, also for a key such as `__proto__` from a foreign file, which an assignment would not. */
function put(items: Record<string, Change>, key: string, change: Change): void {
  if (key === '__proto__') Object.defineProperty(items, key, { value: change, enumerable: true, configurable: true, writable: true });
  else items[key] = change;
}

/** Whether two documents say the same, whatever the order of their keys: to write only what changed. */
export function sameProgress(first: ProgressDocument, second: ProgressDocument): boolean {
  const keys = Object.keys(first.items);
  return (
    keys.length === Object.keys(second.items).length &&
    keys.every((key) => {
      const [a, b] = [changeOf(first, key), changeOf(second, key)];
      return a !== undefined && b !== undefined && compareChanges(a, b) === 0;
    })
  );
}

/** A document of the given items, later ones over earlier ones of the same key. */
export function withItems(items: Iterable<readonly [string, Change]>): ProgressDocument {
  const own: Record<string, Change> = {};
  for (const [key, change] of items) put(own, key, change);
  return { version: VERSION, items: own };
}

/** By time, then replica, then state: a total order, so that every replica picks the same winner. */
function compareChanges(a: Change, b: Change): number {
  return a.time - b.time || compareText(a.replica, b.replica) || compareText(a.state, b.state);
}
