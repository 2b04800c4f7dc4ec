/**
 * Progress as it is found in storage or in an imported file: of this version, older, newer, or damaged.
 * Whatever it is, reading never throws and loses nothing: what this version cannot read is handed back whole,
 * to be kept aside (`aside.ts`) until a version can.
 */
import { DONE, VERSION, emptyProgress, withItems, type Change, type ProgressDocument } from './progress';
import { readKey, bookmarkKey } from './keys';

export type StoredProgress =
  /** Nothing stored yet, or a document of this version. */
  | { readonly kind: 'ok'; readonly document: ProgressDocument }
  /** A document of an earlier version, already migrated. */
  | { readonly kind: 'older'; readonly document: ProgressDocument; readonly version: number }
  /** Written by a later version. `document` is empty: guessing at a format to come could undo what was learned. */
  | { readonly kind: 'newer'; readonly document: ProgressDocument; readonly original: unknown; readonly reason: string }
  /** Not a document, or one with unreadable parts. `document` holds the parts that could be read. */
  | { readonly kind: 'damaged'; readonly document: ProgressDocument; readonly original: unknown; readonly reason: string };

/** Reads what storage holds. `undefined` and `null` mean that nothing was stored. */
export function parseProgress(stored: unknown): StoredProgress {
  if (stored === undefined || stored === null) return { kind: 'ok', document: emptyProgress };
  try {
    return parse(stored);
  } catch (error) {
    // A getter or a proxy of a foreign object may throw; what storage gives back never does.
    return damaged(stored, `it could not be read (${String(error)})`);
  }
}

function parse(stored: unknown): StoredProgress {
  if (!isRecord(stored)) return damaged(stored, 'it is not an object');
  const version = own(stored, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return damaged(stored, 'it names no version');
  }
  if (version > VERSION) {
    return {
      kind: 'newer',
      document: emptyProgress,
      original: stored,
      reason: `it was written by a newer version of the extension (format ${version}, this one reads ${VERSION})`,
    };
  }
  if (version < VERSION) return migrateLists(stored, version);
  return parseItems(stored);
}

function parseItems(stored: Record<string, unknown>): StoredProgress {
  const items = own(stored, 'items');
  if (!isRecord(items)) return damaged(stored, 'it has no items');
  const keys = Object.keys(items);
  const readable: [string, Change][] = [];
  for (const key of keys) {
    const change = own(items, key);
    if (isChange(change)) readable.push([key, { state: change.state, time: change.time, replica: change.replica }]);
  }
  const document = withItems(readable);
  const unreadable = keys.length - readable.length;
  return unreadable === 0
    ? { kind: 'ok', document }
    : damaged(stored, `${unreadable} of its ${keys.length} items could not be read`, document);
}

/**
 * Format 0, of the prototype: `{ version: 0, read: entryIds, bookmarks: entryIds }`, without times.
 * Time 0 and no replica make every machine migrate to the same document, and any later change win over it.
 */
function migrateLists(stored: Record<string, unknown>, version: number): StoredProgress {
  const lists = [own(stored, 'read') ?? [], own(stored, 'bookmarks') ?? []];
  const [read, bookmarks] = lists.map((list) => (Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []));
  const done: Change = { state: DONE, time: 0, replica: '' };
  const document = withItems([
    ...(read ?? []).map((id) => [readKey(id), done] as const),
    ...(bookmarks ?? []).map((id) => [bookmarkKey(id), done] as const),
  ]);
  const complete = lists.every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));
  return complete
    ? { kind: 'older', document, version }
    : damaged(stored, `its lists (format ${version}) could not be read completely`, document);
}

function damaged(original: unknown, reason: string, document = emptyProgress): StoredProgress {
  return { kind: 'damaged', document, original, reason };
}

function isChange(value: unknown): value is Change {
  if (!isRecord(value)) return false;
  const time = own(value, 'time');
  return (
    typeof own(value, 'state') === 'string' &&
    typeof own(value, 'replica') === 'string' &&
    Number.isSafeInteger(time) &&
    Number(time) >= 0
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property; what `Object.prototype` offers is not part of stored data. */
export function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
