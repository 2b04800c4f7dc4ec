import test from 'node:test';
import assert from 'node:assert/strict';
import { counterValue, emptyCounter, increment, mergeCounters } from '../src/gCounter.js';
import { Random } from './support/random.js';
import { Replication } from './support/replication.js';
import { forEverySeed } from './support/seeds.js';

/** @typedef {import('../src/gCounter.js').Counter} Counter */

const replicaIds = ['a', 'b', 'c', 'd'];

/**
 * @param {Counter} counter
 * @param {string} replica
 * @param {number} [amount]
 */
const after = (counter, replica, amount) => mergeCounters(counter, increment(counter, replica, amount));

test('the counter adds the increments of all replicas', () => {
  let counter = emptyCounter();
  counter = after(counter, 'a');
  counter = after(counter, 'a', 4);
  counter = after(counter, 'b', 2);
  assert.equal(counterValue(counter), 7, '1 and 4 at a and 2 at b are 7');
  for (const amount of [0, -1, 0.5, NaN]) {
    assert.throws(() => increment(counter, 'a', amount), RangeError, `an increment by ${amount} must be refused`);
  }
});

test('an increment that arrives twice or late counts once', () => {
  const first = increment(emptyCounter(), 'a', 5);
  const one = mergeCounters(emptyCounter(), first);
  const second = increment(one, 'a', 2);
  let other = mergeCounters(emptyCounter(), second);
  other = mergeCounters(other, first);
  other = mergeCounters(other, second);
  assert.equal(counterValue(other), 7, 'the second delta came first, then the first, then the second again');
});

test('the merge of counters is commutative, associative and idempotent', () => forEverySeed(200, (seed, trace) => {
  const random = new Random(seed);
  const randomCounter = () => {
    let counter = emptyCounter();
    for (let times = random.between(0, 6); times > 0; times -= 1) {
      counter = after(counter, random.pick(replicaIds), random.between(1, 9));
    }
    return counter;
  };
  const [a, b, c] = [randomCounter(), randomCounter(), randomCounter()];
  for (const counter of [a, b, c]) trace(JSON.stringify(Object.fromEntries(counter)));
  const before = structuredClone([a, b, c]);
  assert.deepEqual(mergeCounters(a, b), mergeCounters(b, a), 'commutative: the order of two states must not matter');
  assert.deepEqual(mergeCounters(mergeCounters(a, b), c), mergeCounters(a, mergeCounters(b, c)),
    'associative: it must not matter which two are merged first');
  assert.deepEqual(mergeCounters(a, a), a, 'idempotent: merging a state with itself must change nothing');
  assert.deepEqual([a, b, c], before, 'a merge must not change its arguments');
}));

test('counters converge on the right total over a lossy, duplicating, reordering network', () => {
  return forEverySeed(200, (seed, trace) => {
    const random = new Random(seed);
    const cluster = new Replication({ random, replicaIds, empty: emptyCounter, merge: mergeCounters, trace });
    let total = 0;
    for (let time = 0; time < 60; time += 1) {
      const id = random.pick(replicaIds);
      if (random.chance(0.7)) {
        const amount = random.between(1, 3);
        cluster.perform(id, `increments by ${amount}`, (counter) => increment(counter, id, amount));
        total += amount;
      } else {
        cluster.sendState(id, random.pick(replicaIds.filter((other) => other !== id)));
      }
      cluster.step((receiver) => {
        const value = counterValue(cluster.replica(receiver).state);
        assert.ok(value <= total, `${receiver} counts ${value}, but only ${total} increments were made`);
      });
    }
    cluster.settle();
    for (const [id, { state }] of cluster.replicas) {
      assert.equal(counterValue(state), total,
        `after the exchange of all states ${id} must count every increment once`);
    }
  });
});
