import test from 'node:test';
import assert from 'node:assert/strict';
import { Replica } from '../src/replica.js';
import { Register } from '../src/register.js';
import { compareVersions, initialValue } from '../src/version.js';

/** @typedef {import('../src/version.js').VersionedValue} VersionedValue */

/**
 * @param {number} number
 * @param {string} writer
 * @param {unknown} value
 * @returns {VersionedValue}
 */
const versioned = (number, writer, value) => ({ version: { number, writer }, value });

function memory() {
  /** @type {VersionedValue | undefined} */
  let disk;
  return { load: () => disk, save: (/** @type {VersionedValue} */ held) => void (disk = held) };
}

test('versions are ordered by number, then by writer', () => {
  /** @param {number} number @param {string} writer */
  const version = (number, writer) => ({ number, writer });
  const ascending = [initialValue.version, version(1, 'x'), version(1, 'y'), version(2, 'a'), version(10, 'a')];
  ascending.forEach((left, i) => ascending.forEach((right, j) => {
    assert.equal(Math.sign(compareVersions(left, right)), Math.sign(i - j),
      `${left.number}${left.writer} against ${right.number}${right.writer}: all replicas must choose alike`);
  }));
});

test('a replica keeps the newest version, whatever arrives late or twice', () => {
  const replica = new Replica(memory());
  assert.deepEqual(replica.handle({ type: 'read' }), { held: initialValue });
  const [older, newer, tie] = [versioned(1, 'x', 'one'), versioned(2, 'x', 'two'), versioned(2, 'y', 'too')];
  replica.handle({ type: 'store', held: newer });
  assert.deepEqual(replica.handle({ type: 'store', held: older }), { held: newer },
    'a late message must not undo a newer version; it is acknowledged, for the newer one outvotes it');
  replica.handle({ type: 'store', held: tie });
  replica.handle({ type: 'store', held: newer });
  assert.deepEqual(replica.handle({ type: 'read' }), { held: tie },
    'the same number by x and y: y is the larger writer');
});

test('a replica remembers after a restart what it acknowledged', () => {
  const storage = memory();
  new Replica(storage).handle({ type: 'store', held: versioned(3, 'x', 'three') });
  assert.deepEqual(new Replica(storage).handle({ type: 'read' }), { held: versioned(3, 'x', 'three') },
    'an empty copy that votes breaks the overlap of quorums');
  new Replica(storage).handle({ type: 'store', held: versioned(1, 'x', 'one') });
  assert.deepEqual(storage.load(), versioned(3, 'x', 'three'), 'a late message must not overwrite the disk either');
});

test('a register refuses quorums that need not overlap', () => {
  const clock = { now: () => 0, sleep: () => new Promise(() => {}) };
  /** @param {number} n @param {number} readQuorum @param {number} writeQuorum */
  const create = (n, readQuorum, writeQuorum) => new Register({
    name: 'x', replicas: 'abcdef'.slice(0, n).split(''), readQuorum, writeQuorum, clock,
    call: () => new Promise(() => {}), attemptMs: 50, deadlineMs: 400,
  });
  for (const [n, r, w] of [[3, 1, 2], [3, 2, 1], [4, 2, 2], [5, 2, 3]]) {
    assert.throws(() => create(n ?? 0, r ?? 0, w ?? 0), RangeError,
      `R = ${r}, W = ${w} of N = ${n}: a read can miss a write`);
  }
  for (const [n, r, w] of [[3, 0, 4], [3, 4, 0], [3, 4, 2], [3, 2, 2.5]]) {
    assert.throws(() => create(n ?? 0, r ?? 0, w ?? 0), RangeError, `R = ${r}, W = ${w} of N = ${n} is impossible`);
  }
  for (const [n, r, w] of [[1, 1, 1], [3, 2, 2], [3, 1, 3], [4, 2, 3], [5, 4, 2]]) create(n ?? 0, r ?? 0, w ?? 0);
});
