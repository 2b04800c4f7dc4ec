import assert from 'node:assert/strict';
import test from 'node:test';
import { hash } from '../src/hash.js';
import { HashRing } from '../src/hashRing.js';
import { ending } from './support/ending.js';

/** Positions on a circle from 0 to 99, by hand. */
const POSITIONS = new Map(Object.entries({
  'A#0': 5, 'B#0': 15, 'C#0': 30, 'B#1': 60, 'D#0': 80, 'E#0': 30,
  'key at 10': 10, 'key at 15': 15, 'key at 30': 30, 'key at 52': 52, 'key at 70': 70, 'key at 95': 95,
}));

function smallRing() {
  const positionOf = (/** @type {string} */ text) => POSITIONS.get(text) ?? assert.fail(`there is no point "${text}"`);
  const ring = new HashRing({ pointsPerWeight: 1, hash: positionOf });
  ring.set('A');
  ring.set('B', 2);
  ring.set('C');
  ring.set('D');
  return ring;
}

/** The owners of these keys on a ring of cache-0 to cache-4, with 100 points each; one digit for each key. */
const KNOWN =
  '12104404324133034424431033434131100442020214121424' +
  '13211230211221134241424233102134034000312112024033';

const KEYS = Array.from({ length: 100 }, (_, i) => `user-${i}`);

test('a ring without nodes has no owners, and a single node owns everything', () => {
  const ring = new HashRing({ pointsPerWeight: 100 });
  const threeOwners = (/** @type {string} */ nodes) =>
    ending(`ownersOf('key', 3) on ${nodes}`, () => ring.ownersOf('key', 3));
  assert.equal(ring.ownerOf('key'), undefined);
  assert.deepEqual(threeOwners('no nodes'), []);
  ring.set('only');
  assert.ok(KEYS.every((key) => ring.ownerOf(key) === 'only'));
  assert.deepEqual(threeOwners('1 node'), ['only'], 'there is only one node for three replicas');
  ring.remove('only');
  assert.equal(ring.ownerOf('key'), undefined, 'the last node has left');
});

test('a key belongs to the next point clockwise', () => {
  const ring = smallRing();
  assert.equal(ring.ownerOf('key at 10'), 'B', 'the next point after 10 is that of B at 15');
  assert.equal(ring.ownerOf('key at 52'), 'B', 'the next point after 52 is the second one of B, at 60');
  assert.equal(ring.ownerOf('key at 70'), 'D', 'the next point after 70 is that of D at 80');
  assert.equal(ring.ownerOf('key at 95'), 'A', 'after the highest point comes the lowest, that of A at 5');
  assert.equal(ring.ownerOf('key at 15'), 'B', 'a key at the position of a point belongs to it');
});

test('replicas are on the next distinct nodes', () => {
  const ring = smallRing();
  const owners = (/** @type {string} */ key, /** @type {number} */ count) =>
    ending(`ownersOf('${key}', ${count}) on 4 nodes`, () => ring.ownersOf(key, count));
  assert.deepEqual(owners('key at 10', 1), ['B']);
  assert.deepEqual(owners('key at 10', 3), ['B', 'C', 'D'], 'the second point of B, at 60, adds no replica');
  assert.deepEqual(owners('key at 70', 3), ['D', 'A', 'B'], 'the walk goes on after the highest point');
  assert.deepEqual(owners('key at 52', 9), ['B', 'D', 'A', 'C'], 'no more replicas than nodes');
});

test('points at the same position are ordered by the names of their nodes', () => {
  for (const order of [['C', 'E'], ['E', 'C']]) {
    const ring = smallRing();
    ring.remove('C');
    order.forEach((node) => ring.set(node));
    assert.deepEqual(ring.ownersOf('key at 30', 2), ['C', 'E'], `C and E are both at 30, and joined as ${order}`);
  }
});

test('a weight is a whole number above zero', () => {
  const ring = smallRing();
  for (const weight of [0, -1, 0.5, NaN, Infinity]) {
    assert.throws(() => ring.set('B', weight), RangeError, `a weight of ${weight}`);
  }
  assert.equal(ring.ownerOf('key at 52'), 'B', 'a refused weight changes nothing');
  ring.set('B', 1);
  assert.equal(ring.ownerOf('key at 52'), 'D', 'with a weight of 1, B has no point at 60');
});

test('the owners depend on the nodes and not on their history', () => {
  // A circle with only 64 positions, so that many points fall together.
  const options = { pointsPerWeight: 20, hash: (/** @type {string} */ text) => hash(text) % 64 };
  const straight = new HashRing(options);
  ['a', 'b', 'c', 'd'].forEach((node) => straight.set(node, node === 'b' ? 3 : 1));
  const winding = new HashRing(options);
  ['d', 'x', 'b', 'a', 'c'].forEach((node) => winding.set(node, 2));
  winding.remove('x');
  winding.remove('nobody');
  winding.set('b', 3);
  ['c', 'a', 'd'].forEach((node) => winding.set(node, 1));
  const owners = (/** @type {HashRing} */ ring) =>
    ending("ownersOf('user-…', 4) on 4 nodes", () => KEYS.map((key) => [key, ...ring.ownersOf(key, 4)]));
  assert.deepEqual(owners(winding), owners(straight), 'both rings have the same nodes with the same weights');
});

test('a hundred known keys are where other callers look for them', () => {
  const ring = new HashRing({ pointsPerWeight: 100 });
  for (let i = 0; i < 5; i += 1) ring.set(`cache-${i}`);
  const owners = KEYS.map((key) => ring.ownerOf(key)?.at(-1)).join('');
  assert.equal(owners, KNOWN, 'one digit of the owner for each of user-0 to user-99');
});
