import * as vscode from 'vscode';
import { changeIncident, endOf, parseIncident, startIncident, startOf, withNotes, type Incident, type IncidentChange } from '../../core';
import { STATE_KEYS } from '../../ids';
import { describeError, type Log } from '../../studio/log';

/** `Omit` over each member of a union. */
type Untimed<T> = T extends unknown ? Omit<T, 'time'> : never;

/** The incident of this window: the one under way, or the last one, until the next begins. */
export interface IncidentStore extends vscode.Disposable {
  current(): Incident | undefined;
  /** Follows a playbook: on the clock that runs, or in a new incident where none is under way. */
  follow(playbook: string): Promise<void>;
  change(change: Untimed<IncidentChange>): Promise<void>;
  /** For the incident with this start only: it may be over by the time that a document has opened. */
  setNotes(start: number, notes: Incident['notes']): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * In the state of the workspace, not in the global one: the notes are a document of this window, and a second window
 * that wrote the same record would lose this one's checks.
 *
 * @param clock milliseconds since 1970; injected by tests
 */
export function createIncidentStore(state: vscode.Memento, log: Log, clock: () => number = Date.now): IncidentStore {
  const changed = new vscode.EventEmitter<void>();
  /** Undefined before the first read, null where there is no incident. */
  let incident: Incident | null | undefined;

  function current(): Incident | undefined {
    if (incident === undefined) {
      const stored = parseIncident(state.get<unknown>(STATE_KEYS.incident));
      incident = stored.kind === 'ok' ? stored.incident : null;
      if (stored.kind === 'damaged') log.warn(`The stored incident cannot be read and is dropped: ${stored.reason}`);
    }
    return incident ?? undefined;
  }

  async function put(next: Incident): Promise<void> {
    if (next === current()) return;
    incident = next;
    changed.fire();
    try {
      await state.update(STATE_KEYS.incident, next);
    } catch (cause) {
      log.error('Cannot store the incident', cause);
      throw new Error(vscode.l10n.t('The incident could not be stored ({0}). It is kept until this window closes.', describeError(cause)), { cause });
    }
  }

  return {
    current,
    async follow(playbook) {
      const before = current();
      await put(before && endOf(before) === null
        ? changeIncident(before, { type: 'playbook', time: clock(), playbook })
        : startIncident(playbook, clock()));
    },
    async change(change) {
      const before = current();
      if (before) await put(changeIncident(before, { ...change, time: clock() }));
    },
    async setNotes(start, notes) {
      const before = current();
      if (before && startOf(before) === start) await put(withNotes(before, notes));
    },
    now: clock,
    onDidChange: changed.event,
    dispose: () => { changed.dispose(); },
  };
}
