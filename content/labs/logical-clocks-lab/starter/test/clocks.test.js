import assert from 'node:assert/strict';
import test from 'node:test';
import { compareTimestamps, LamportClock } from '../src/lamportClock.js';
import { compare, drop, merge, VectorClock } from '../src/vectorClock.js';
import { add, write } from '../src/versions.js';

/**
 * @param {Record<string, number>} counts
 * @returns {import('../src/vectorClock.js').Vector}
 */
const vector = (counts, pruned = false) => ({ counts: new Map(Object.entries(counts)), pruned });

/** @param {import('../src/vectorClock.js').Vector} one */
const plain = ({ counts, pruned }) => ({ ...Object.fromEntries(counts), ...(pruned ? { pruned } : {}) });

test('a Lamport clock counts its own events and jumps past what it receives', () => {
  const clock = new LamportClock('a');
  assert.deepEqual([clock.tick(), clock.tick()], [{ time: 1, node: 'a' }, { time: 2, node: 'a' }]);
  assert.equal(clock.receive({ time: 9, node: 'b' }).time, 10, 'receiving comes after the sending at 9');
  assert.equal(clock.receive({ time: 3, node: 'c' }).time, 11, 'a message that comes late does not set it back');
});

test('timestamps are in one order for all nodes', () => {
  const pairs = /** @type {[number, string][]} */ ([[2, 'b'], [10, 'a'], [2, 'a'], [1, 'n9'], [1, 'n10']]);
  const stamps = pairs.map(([time, node]) => ({ time, node }));
  const expected = ['1 n10', '1 n9', '2 a', '2 b', '10 a'];
  for (const order of [stamps, [...stamps].reverse()]) {
    const sorted = [...order].sort(compareTimestamps).map(({ time, node }) => `${time} ${node}`);
    assert.deepEqual(sorted, expected, 'by time as a number, then by name');
  }
  assert.equal(compareTimestamps({ time: 2, node: 'a' }, { time: 2, node: 'a' }), 0);
});

test('vectors are before, after, equal or concurrent', () => {
  const [x, y, z] = [vector({ a: 2, b: 1 }), vector({ a: 2, b: 2 }), vector({ a: 3, b: 1 })];
  assert.equal(compare(x, y), 'before');
  assert.equal(compare(z, x), 'after');
  assert.equal(compare(y, z), 'concurrent', 'y knows more of b, and z more of a');
  assert.equal(compare(z, y), 'concurrent', 'in both directions');
  assert.equal(compare(x, vector({ b: 1, a: 2 })), 'equal', 'whatever the order of the entries');
});

test('a missing entry is the same as zero', () => {
  assert.equal(compare(vector({}), vector({ a: 1 })), 'before');
  assert.equal(compare(vector({ a: 1 }), vector({ b: 1 })), 'concurrent');
  assert.equal(compare(vector({ a: 1, b: 0 }), vector({ a: 1 })), 'equal');
  assert.equal(compare(vector({ a: 1 }), vector({ a: 1, b: 0, c: 2 })), 'before');
});

test('merging takes the larger count of each node, and changes neither vector', () => {
  const [a, b] = [vector({ a: 3, b: 1 }), vector({ b: 2, c: 4 })];
  assert.deepEqual(plain(merge(a, b)), { a: 3, b: 2, c: 4 });
  assert.deepEqual([plain(a), plain(b)], [{ a: 3, b: 1 }, { b: 2, c: 4 }], 'the vectors are as they were');
});

test('a vector clock counts its own events and takes over those of others', () => {
  const [a, b] = [new VectorClock('a'), new VectorClock('b')];
  const sent = a.tick();
  b.tick();
  assert.deepEqual(plain(b.receive(sent)), { a: 1, b: 2 }, 'receiving is the second event of b');
  assert.deepEqual(plain(a.tick()), { a: 2 }, 'a has heard nothing of b');
  assert.deepEqual(plain(sent), { a: 1 }, 'a vector that was handed out never changes');
});

test('a pruned vector is never taken for an earlier or an equal one', () => {
  const pruned = drop(vector({ a: 1, gone: 1 }), new Set(['gone']));
  assert.deepEqual(plain(pruned), { a: 1, pruned: true });
  assert.equal(compare(pruned, vector({ a: 2 })), 'concurrent', 'a: 2 may lack what was dropped');
  assert.equal(compare(vector({ a: 2 }), pruned), 'concurrent');
  assert.equal(compare(pruned, pruned), 'concurrent', 'different numbers may have been dropped');
  assert.equal(compare(vector({ a: 1 }), pruned), 'before', 'what a complete vector knows is all in the pruned one');
  assert.equal(compare(pruned, vector({ a: 1 })), 'after');
  assert.equal(compare(vector({ a: 1, gone: 1 }), pruned), 'concurrent', 'nobody can tell that it is equal');
  assert.equal(drop(vector({ a: 1, gone: 0 }), new Set(['gone', 'b'])).pruned, false, 'nothing was lost');
});

test('the mark of a pruned vector goes on to all that is made from it', () => {
  const [pruned, complete] = [vector({ a: 1 }, true), vector({ b: 1 })];
  assert.deepEqual(plain(merge(pruned, complete)), { a: 1, b: 1, pruned: true });
  assert.deepEqual(plain(merge(complete, pruned)), { a: 1, b: 1, pruned: true });
  assert.deepEqual(plain(drop(pruned, new Set(['c']))), { a: 1, pruned: true }, 'dropping nothing changes nothing');
  assert.equal(write([{ value: 'old', vector: pruned }], 'b', 'new').vector.pruned, true, 'a write that has seen it');
  const clock = new VectorClock('a');
  clock.receive(vector({ gone: 2, b: 1 }));
  clock.drop(new Set(['a', 'gone']));
  assert.deepEqual(plain(clock.tick()), { a: 2, b: 1, pruned: true }, 'its own count goes on, the other is dropped');
});

test('concurrent writes are kept side by side until a write has seen them', () => {
  const first = write([], 'a', 'first');
  const [left, right] = [write([first], 'a', 'left'), write([first], 'b', 'right')];
  /** @type {import('../src/versions.js').Version[]} */
  let siblings = [];
  for (const version of [right, first, left, right]) siblings = add(siblings, version);
  const values = siblings.map(({ value }) => value).sort();
  assert.deepEqual(values, ['left', 'right'], 'both replace the first, and neither the other');
  const merged = write(siblings, 'b', 'merged');
  assert.deepEqual(plain(merged.vector), { a: 2, b: 2 }, 'all that was seen, and one more of b');
  assert.deepEqual(add(siblings, merged), [merged], 'it replaces both');
  assert.deepEqual(add([merged], left), [merged], 'a version that arrives late does not come back');
});
