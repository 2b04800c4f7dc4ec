import * as vscode from 'vscode';
import {
  DONE, OPEN, change, emptyProgress, isDone, keepAside, merge, parseKeptAside, parseProgress, recover, sameProgress,
  type ProgressDocument, type ProgressKey, type Stamp,
} from '../core';
import { STATE_KEYS, SYNCED_STATE_KEYS } from '../ids';
import { describeError, type Log } from './log';

/**
 * What the learner has done, in `globalState`. Reads lazily; every write merges with what storage holds by then,
 * so that two windows, or two machines with Settings Sync, end with the same result.
 */
export interface ProgressStore extends vscode.Disposable {
  /** The progress as it stands. */
  document(): ProgressDocument;
  isDone(key: ProgressKey): boolean;
  /** Records that a thing is done, or no longer. Resolves when it is stored. */
  set(key: ProgressKey, done: boolean): Promise<void>;
  /** The same for a change of several keys: `transform` gets the newest document and returns the next. */
  update(transform: (document: ProgressDocument, stamp: Stamp) => ProgressDocument): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Milliseconds from a change to the first look, and from each look to the next. */
const SETTLE_AFTER = [300, 1_500, 5_000];

/**
 * @param clock milliseconds since the epoch; injected by tests
 */
export function createProgressStore(state: vscode.Memento & { setKeysForSync?(keys: readonly string[]): void }, log: Log, clock: () => number = Date.now): ProgressStore {
  state.setKeysForSync?.(SYNCED_STATE_KEYS);
  const changed = new vscode.EventEmitter<void>();
  let current: ProgressDocument | undefined;

  function replica(): string {
    let id = state.get<unknown>(STATE_KEYS.replica);
    if (typeof id !== 'string' || id === '') {
      id = crypto.randomUUID();
      keep(STATE_KEYS.replica, id);
    }
    return id as string;
  }

  function keep(key: string, value: unknown): void {
    state.update(key, value).then(undefined, (cause: unknown) => { log.error(`Cannot store ${key}`, cause); });
  }

  /** What storage holds now, merged with what this window knows. What cannot be read goes aside first. */
  function read(): ProgressDocument {
    const stored = parseProgress(state.get<unknown>(STATE_KEYS.progress));
    let aside = parseKeptAside(state.get<unknown>(STATE_KEYS.progressKeptAside), clock());
    const before = aside;
    const recovered = recover(aside);
    aside = recovered.remaining;
    if (stored.kind === 'newer' || stored.kind === 'damaged') {
      const grown = keepAside(aside, { time: clock(), reason: stored.reason, original: stored.original });
      if (grown !== aside) report(stored.kind, stored.reason);
      aside = grown;
    }
    const document = merge(merge(stored.document, recovered.document), current ?? emptyProgress);
    if (aside.length !== before.length || aside.some((kept, index) => kept !== before[index])) {
      keep(STATE_KEYS.progressKeptAside, aside);
    }
    // Only once the original is aside may its place be taken.
    if (stored.kind !== 'ok' || !sameProgress(document, stored.document)) keep(STATE_KEYS.progress, document);
    current = document;
    return document;
  }

  function report(kind: 'newer' | 'damaged', reason: string): void {
    log.warn(`The stored progress was kept aside under "${STATE_KEYS.progressKeptAside}": ${reason}`);
    const message = kind === 'newer'
      ? vscode.l10n.t('Your learning progress was written by a newer version of Distributed Systems Studio. It is kept aside and comes back once you update.')
      : vscode.l10n.t('Part of your stored learning progress could not be read. The original is kept aside; what could be read is in use.');
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window.showWarningMessage(message, showLog).then((choice) => {
      if (choice === showLog) log.show();
    });
  }

  /**
   * Two windows that write at the same moment overwrite each other in storage, and nothing says so. What this window
   * knows is in memory, so it looks again a few times after its own changes, and puts back what is missing.
   */
  let settling: ReturnType<typeof setTimeout> | undefined;
  function settle([delay, ...later]: readonly number[] = SETTLE_AFTER): void {
    clearTimeout(settling);
    if (delay === undefined) return;
    settling = setTimeout(() => {
      const before = current;
      if (before !== undefined && !sameProgress(before, read())) changed.fire();
      settle(later);
    }, delay);
  }

  /** Another window may have written while this one was in the background: there is no event for that. */
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused || current === undefined) return;
    const before = current;
    if (!sameProgress(before, read())) changed.fire();
  });

  async function update(transform: (document: ProgressDocument, stamp: Stamp) => ProgressDocument): Promise<void> {
    const seen = current;
    const before = read();
    const next = transform(before, { now: clock(), replica: replica() });
    if (next === before) {
      // Reading may have brought in what another window has stored.
      if (seen && !sameProgress(seen, before)) changed.fire();
      return;
    }
    current = next;
    changed.fire();
    try {
      await state.update(STATE_KEYS.progress, next);
      settle();
    } catch (cause) {
      log.error('Cannot store the progress', cause);
      throw new Error(
        vscode.l10n.t('Your progress could not be stored ({0}). It is kept until this window closes.', describeError(cause)),
        { cause },
      );
    }
  }

  return {
    document: () => current ?? read(),
    isDone: (key) => isDone(current ?? read(), key),
    set: (key, done) => update((document, stamp) => change(document, key, done ? DONE : OPEN, stamp)),
    update,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(settling);
      focus.dispose();
      changed.dispose();
    },
  };
}
