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
  return changed.size === 0 ? document : withItems([...Object.entries(document.items), ...changed]);
}

/**
 * The document after one change. It is stamped with the local time, or with one millisecond after the change it
 * replaces if that is later. Saying again what already holds changes nothing and returns the same document.
 */
export function change(document: ProgressDocument, key: ProgressKey, state: string, stamp: Stamp): ProgressDocument {
  const previous = changeOf(document, key);
  if (previous?.state === state) return document;
  return withItems([...Object.entries(document.items), [key, stamped(previous, state, stamp)]]);
}

function stamped(previous: Change | undefined, state: string, stamp: Stamp): Change {
  const now = Number.isFinite(stamp.now) ? Math.max(0, Math.floor(stamp.now)) : 0;
  const time = Math.min(Number.MAX_SAFE_INTEGER, Math.max(now, previous === undefined ? 0 : previous.time + 1));
  return { state, time, replica: stamp.replica };
}

/** The union of two documents: commutative, associative and idempotent. Keys come out sorted. */
export function merge(first: ProgressDocument, second: ProgressDocument): ProgressDocument {
  const items = new Map(Object.entries(first.items));
  for (const [key, candidate] of Object.entries(second.items)) {
    const present = items.get(key);
    if (present === undefined || compareChanges(candidate, present) > 0) items.set(key, candidate);
  }
  return withItems([...items].sort(([a], [b]) => compareText(a, b)));
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

/**
 * A document of the given items. `Object.fromEntries` defines properties rather than assigning them,
 * so a key such as `__proto__` from a foreign file becomes plain data.
 */
export function withItems(items: Iterable<readonly [string, Change]>): ProgressDocument {
  return { version: VERSION, items: Object.fromEntries(items) };
}

/** By time, then replica, then state: a total order, so that every replica picks the same winner. */
function compareChanges(a: Change, b: Change): number {
  return a.time - b.time || compareText(a.replica, b.replica) || compareText(a.state, b.state);
}
