import test from 'node:test';
import assert from 'node:assert/strict';
import { add, elementsOf, emptySet, mergeSets, remove } from '../src/orSet.js';
import { AddWinsHistory } from './support/addWinsHistory.js';
import { Random } from './support/random.js';
import { Replication } from './support/replication.js';
import { forEverySeed } from './support/seeds.js';

/** @typedef {import('../src/orSet.js').OrSet} OrSet */

const replicaIds = ['a', 'b', 'c', 'd'];
const elements = ['milk', 'bread', 'eggs'];

/**
 * Random additions, removals and exchanges. After each event the replica concerned must show what its history says.
 *
 * @param {number} seed
 * @param {(line: string) => void} trace
 */
function runRandomly(seed, trace) {
  const random = new Random(seed);
  const cluster = new Replication({ random, replicaIds, empty: emptySet, merge: mergeSets, trace });
  const history = new AddWinsHistory();
  /** @param {string} id */
  const check = (id) => {
    const { state, heardOf } = cluster.replica(id);
    assert.deepEqual(elementsOf(state), history.elements(heardOf),
      `${id} must show the elements with an addition that no operation known to ${id} has observed and removed`);
  };
  for (let time = 0; time < 50; time += 1) {
    const id = random.pick(replicaIds), element = random.pick(elements), chance = random.next();
    const heardBefore = new Set(cluster.replica(id).heardOf);
    if (chance < 0.4) {
      history.recordAdd(cluster.perform(id, `adds ${element}`, (set) => add(set, id, element)), element, heardBefore);
    } else if (chance < 0.7) {
      const operation = cluster.perform(id, `removes ${element}`, (set) => remove(set, element));
      history.recordRemove(operation, element, heardBefore);
    } else {
      cluster.sendState(id, random.pick(replicaIds.filter((other) => other !== id)));
    }
    check(id);
    cluster.step(check);
  }
  return { cluster, history, check };
}

test('the merge of sets is commutative, associative and idempotent', () => forEverySeed(100, (seed, trace) => {
  const { cluster } = runRandomly(seed, trace);
  const [a, b, c] = ['a', 'b', 'c'].map((id) => cluster.replica(id).state);
  assert.ok(a && b && c);
  const before = structuredClone([a, b, c]);
  assert.deepEqual(mergeSets(a, b), mergeSets(b, a), 'commutative: the order of two states must not matter');
  assert.deepEqual(mergeSets(mergeSets(a, b), c), mergeSets(a, mergeSets(b, c)),
    'associative: it must not matter which two are merged first');
  assert.deepEqual(mergeSets(a, a), a, 'idempotent: merging a state with itself must change nothing');
  for (const state of [a, b, c]) add(state, 'a', 'milk'), remove(state, 'milk');
  assert.deepEqual([a, b, c], before, 'no function may change its arguments');
}));

test('sets converge on what their history says', () => forEverySeed(200, (seed, trace) => {
  const { cluster, check } = runRandomly(seed, trace);
  cluster.settle();
  const reference = cluster.replica('a').state;
  for (const [id, { state }] of cluster.replicas) {
    assert.deepEqual(state, reference, `${id} heard of the same operations as a, so it must hold the same state`);
    check(id);
  }
}));

test('removals leave nothing behind but one number for each replica', () => forEverySeed(50, (seed, trace) => {
  const { cluster } = runRandomly(seed, trace);
  cluster.settle();
  for (const [id, { state }] of cluster.replicas) {
    for (const [element, dots] of state.entries) {
      assert.ok(dots.size >= 1 && dots.size <= replicaIds.length,
        `${id} keeps ${dots.size} dots for ${element}: an addition replaces those that it has observed`);
    }
    assert.equal(state.context.cloud.size, 0, `${id} has heard of everything, so its context has no gaps`);
  }
  let state = cluster.replica('a').state;
  for (const element of elements) state = mergeSets(state, remove(state, element));
  assert.deepEqual([...state.entries.keys()], [], 'all elements were removed');
  assert.ok(state.context.vector.size <= replicaIds.length, 'what remains is one number for each replica');
}));
