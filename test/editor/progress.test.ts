import type * as vscode from 'vscode';
import { DONE, bookmarkKey, isDone, learnKey, readKey, type ProgressDocument } from '../../src/core';
import { STATE_KEYS } from '../../src/ids';
import { createProgressStore } from '../../src/studio/progressStore';
import type { Log } from '../../src/studio/log';
import { assert } from './support/assert';
import { until } from './support/studio';

/** A memento over a map, which two stores may share as two windows share global state. */
function memento(values = new Map<string, unknown>()): vscode.Memento & { values: Map<string, unknown>; synced: readonly string[]; setKeysForSync(keys: readonly string[]): void } {
  return {
    values,
    synced: [],
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T): T => (values.has(key) ? values.get(key) : fallback) as T,
    update: (key: string, value: unknown) => {
      // As VS Code does: what is stored is JSON, not the object.
      values.set(key, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    setKeysForSync(keys) { this.synced = keys; },
  };
}

function quietLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, info: (line) => { lines.push(line); }, warn: (line) => { lines.push(line); }, error: (line) => { lines.push(line); }, show: () => undefined, dispose: () => undefined };
}

describe('The progress store', () => {
  it('keeps what was done, and offers it to Settings Sync without the machine’s own id', async () => {
    const state = memento();
    const store = createProgressStore(state, quietLog());
    await store.set(readKey('saga'), true);
    assert.ok(createProgressStore(memento(state.values), quietLog()).isDone(readKey('saga')));
    assert.ok(state.synced.includes(STATE_KEYS.progress));
    assert.ok(state.synced.includes(STATE_KEYS.progressKeptAside));
    assert.equal(state.synced.includes(STATE_KEYS.replica), false);
    store.dispose();
  });

  it('merges what two windows write, and loses neither', async () => {
    const values = new Map<string, unknown>();
    const [first, second] = [createProgressStore(memento(values), quietLog()), createProgressStore(memento(values), quietLog())];
    first.document();
    second.document();
    await first.set(readKey('saga'), true);
    await second.set(bookmarkKey('cqrs'), true);
    const stored = values.get(STATE_KEYS.progress) as ProgressDocument;
    assert.ok(isDone(stored, readKey('saga')));
    assert.ok(isDone(stored, bookmarkKey('cqrs')));
  });

  it('puts back what another window has overwritten at the same moment, without being asked', async () => {
    const values = new Map<string, unknown>();
    const store = createProgressStore(memento(values), quietLog());
    await store.set(readKey('saga'), true);
    // The other window wrote what it knew, and that was less.
    values.set(STATE_KEYS.progress, { version: 1, items: { [bookmarkKey('cqrs')]: { state: DONE, time: 1, replica: 'b' } } });
    let told = 0;
    const listener = store.onDidChange(() => { told += 1; });
    const merged = (): boolean => {
      const stored = values.get(STATE_KEYS.progress) as ProgressDocument;
      return isDone(stored, readKey('saga')) && isDone(stored, bookmarkKey('cqrs'));
    };
    await until('both changes in storage', merged);
    assert.equal(told, 1, 'what the other window did is shown here');
    listener.dispose();
    store.dispose();
  });

  for (const [name, broken] of [
    ['a newer version', { version: 99, items: { 'read:saga': 'a format to come' } }],
    ['a damaged value', 'not a document'],
    ['a document with unreadable items', { version: 1, items: { 'read:saga': { state: DONE, time: 1, replica: 'a' }, 'read:cqrs': 7 } }],
  ] as const) {
    it(`keeps ${name} aside, whole, reports it once and goes on`, async () => {
      const values = new Map<string, unknown>([[STATE_KEYS.progress, broken]]);
      const log = quietLog();
      const store = createProgressStore(memento(values), log);
      await store.set(learnKey('sharding'), true);
      assert.ok(store.isDone(learnKey('sharding')));
      const aside = values.get(STATE_KEYS.progressKeptAside) as { original: unknown }[];
      assert.deepEqual(aside.map(({ original }) => original), [broken]);
      assert.equal(log.lines.filter((line) => line.includes('kept aside')).length, 1);
      assert.ok(isDone(values.get(STATE_KEYS.progress) as ProgressDocument, learnKey('sharding')));
    });
  }

  it('takes back what was kept aside once it can be read', () => {
    const original = { version: 1, items: { 'read:saga': { state: DONE, time: 5, replica: 'a' } } };
    const values = new Map<string, unknown>([[STATE_KEYS.progressKeptAside, [{ time: 1, reason: 'newer', original }]]]);
    assert.ok(createProgressStore(memento(values), quietLog()).isDone(readKey('saga')));
    assert.deepEqual(values.get(STATE_KEYS.progressKeptAside), []);
  });

  it('says so when storing fails, and keeps the change until the window closes', async () => {
    const state = memento();
    const store = createProgressStore(state, quietLog());
    store.document();
    state.update = (key) => (key === STATE_KEYS.progress ? Promise.reject(new Error('disk full')) : Promise.resolve());
    await assert.rejects(store.set(readKey('saga'), true), /could not be stored \(disk full\)/);
    assert.ok(store.isDone(readKey('saga')));
  });
});
