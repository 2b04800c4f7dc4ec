/** Progress as a file: written for another machine or as a backup, read back by merging. */
import { compareText } from '../compareText';
import { changeOf, merge, type Change, type ProgressDocument } from './progress';
import { isRecord, own, parseProgress } from './stored';

export const EXPORT_FORMAT = 'distributed-systems-studio/progress';

/** The text of a progress file: JSON, indented, so that a person can read it. @param exported ISO time, for the reader only */
export function formatExport(document: ProgressDocument, exported: string): string {
  // Sorted, so that two exports of the same progress are the same file but for the date.
  const items = Object.fromEntries(Object.entries(document.items).sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ format: EXPORT_FORMAT, exported, progress: { ...document, items } }, null, 2)}\n`;
}

export type ParsedExport =
  | { readonly kind: 'ok'; readonly document: ProgressDocument }
  /** Some of it is readable. */
  | { readonly kind: 'partial'; readonly document: ProgressDocument; readonly reason: 'damaged' }
  | { readonly kind: 'failed'; readonly reason: 'not-json' | 'no-progress' | 'newer' };

/** Reads a progress file, of this version or an older one, or a bare document. Never throws. */
export function parseExport(text: string): ParsedExport {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'failed', reason: 'not-json' };
  }
  if (!isRecord(value)) return { kind: 'failed', reason: 'no-progress' };
  const progress = own(value, 'format') === EXPORT_FORMAT ? own(value, 'progress') : value;
  if (progress === undefined || progress === null) return { kind: 'failed', reason: 'no-progress' };
  const stored = parseProgress(progress);
  switch (stored.kind) {
    case 'ok':
    case 'older': return { kind: 'ok', document: stored.document };
    case 'newer': return { kind: 'failed', reason: 'newer' };
    case 'damaged':
      return Object.keys(stored.document.items).length > 0
        ? { kind: 'partial', document: stored.document, reason: 'damaged' }
        : { kind: 'failed', reason: 'no-progress' };
  }
}

/** One key that a merge would change. */
export interface Difference {
  readonly key: string;
  /** Undefined: the key is new. */
  readonly before?: Change;
  readonly after: Change;
}

/** What merging would change, by key. A later change of the present document stays, so the file never undoes newer work. */
export function differences(present: ProgressDocument, incoming: ProgressDocument): readonly Difference[] {
  const merged = merge(present, incoming);
  return Object.entries(merged.items).flatMap(([key, after]) => {
    const before = changeOf(present, key);
    return before?.state === after.state ? [] : [{ key, after, ...(before && { before }) }];
  });
}

/**
 * What a file says otherwise and a later change here has opened, by a reset or by hand: merging alone leaves it open, and
 * whoever imports a backup may want it back. As changes for `changeMany`.
 * @param opened the state that means "not done"
 */
export function overruled(present: ProgressDocument, incoming: ProgressDocument, opened: string): readonly (readonly [string, string])[] {
  const merged = merge(present, incoming);
  return Object.entries(incoming.items).flatMap(([key, { state }]) => (state !== opened && changeOf(merged, key)?.state === opened ? [[key, state] as const] : []));
}

/**
 * What takes back a change of the whole document: for each key that it changed and that nothing has changed since, its
 * state before. A key that was not there before is opened, which says the same as not being there.
 * @param opened the state that means "not done"
 */
export function undoOf(before: ProgressDocument, after: ProgressDocument, now: ProgressDocument, opened: string): readonly (readonly [string, string])[] {
  return Object.entries(after.items).flatMap(([key, change]) => {
    const previous = changeOf(before, key);
    const present = changeOf(now, key);
    const untouched = present?.time === change.time && present.replica === change.replica;
    if (previous?.state === change.state || !untouched) return [];
    // Keys of versions to come are taken back like any other.
    return [[key, previous?.state ?? opened] as const];
  });
}
