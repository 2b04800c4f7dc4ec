import test from 'node:test';
import assert from 'node:assert/strict';
import { contextOf, emptyContext, knows, nextDot, uniteContexts } from '../src/causalContext.js';
import { add, elementsOf, emptySet, mergeSets, remove } from '../src/orSet.js';

/** @typedef {import('../src/orSet.js').OrSet} OrSet */

/** @param {OrSet[]} states */
const mergeAll = (...states) => states.reduce(mergeSets, emptySet());

/**
 * @param {OrSet} set
 * @param {string} replica
 * @param {string} element
 */
const afterAdd = (set, replica, element) => mergeSets(set, add(set, replica, element));

/**
 * @param {OrSet} set
 * @param {string} element
 */
const afterRemove = (set, element) => mergeSets(set, remove(set, element));

test('a context knows exactly the dots that it was given, and fills its gaps', () => {
  const context = contextOf(['a:2', 'b:10', 'a:1', 'a:4']);
  for (const dot of ['a:1', 'a:2', 'a:4', 'b:10']) assert.ok(knows(context, dot), `${dot} was given, so it is known`);
  for (const dot of ['a:3', 'a:5', 'b:1', 'b:9', 'c:1']) {
    assert.ok(!knows(context, dot), `${dot} was never given. A later dot does not stand for the earlier ones.`);
  }
  assert.deepEqual(contextOf(['a:3', 'a:1', 'a:2']), { vector: new Map([['a', 3]]), cloud: new Set() },
    'there is no gap, whatever the order in which the dots were given');
  const closed = uniteContexts(contextOf(['a:2', 'a:3', 'b:2']), contextOf(['a:1', 'b:1', 'a:10']));
  assert.deepEqual(closed, { vector: new Map([['a', 3], ['b', 2]]), cloud: new Set(['a:10']) },
    'a:1 closes the gap before a:2 and a:3; only a:10 still lies beyond a gap');
  assert.deepEqual(uniteContexts(contextOf(['a:2']), contextOf(['a:1', 'a:2', 'a:3'])).cloud, new Set(),
    'what the vector covers does not stay in the cloud');
});

test('the next dot is new, also when others return dots that a restored replica has forgotten', () => {
  assert.equal(nextDot(emptyContext(), 'a'), 'a:1');
  assert.equal(nextDot(contextOf(['a:1', 'a:2', 'b:7']), 'a'), 'a:3');
  const restored = uniteContexts(contextOf(['a:1', 'a:2']), contextOf(['a:11', 'a:5', 'b:30']));
  assert.equal(nextDot(restored, 'a'), 'a:12', 'a:11 exists somewhere; a tag that is used twice is not unique');
  const set = afterAdd(emptySet(), 'a', 'milk');
  const saved = structuredClone(mergeSets(set, remove(set, 'milk')));
  assert.deepEqual(elementsOf(mergeSets(saved, afterAdd(saved, 'a', 'bread'))), ['bread'],
    'the tag of milk was used; if bread gets it after a restart, others take bread for removed');
});

test('an element can be added, removed and added again', () => {
  let set = afterAdd(afterAdd(emptySet(), 'a', 'milk'), 'a', 'bread');
  assert.deepEqual(elementsOf(set), ['bread', 'milk']);
  set = afterRemove(set, 'milk');
  assert.deepEqual(elementsOf(set), ['bread'], 'milk was removed, and nothing else');
  assert.deepEqual(remove(set, 'eggs'), emptySet(), 'removing what is not there changes nothing');
  set = afterAdd(set, 'a', 'milk');
  assert.deepEqual(elementsOf(set), ['bread', 'milk'], 'a removal concerns the past: the element may come again');
});

test('a removed element does not come back with an older state', () => {
  const a = afterAdd(emptySet(), 'a', 'milk');
  const b = mergeSets(emptySet(), a);
  const removed = afterRemove(b, 'milk');
  assert.deepEqual(elementsOf(mergeSets(removed, a)), [],
    'the state of a is older: b has seen the addition and removed it');
  assert.deepEqual(elementsOf(mergeSets(a, removed)), [], 'the order of the merge must not matter');
});

test('a concurrent addition wins over a removal', () => {
  const a = afterAdd(emptySet(), 'a', 'milk');
  const removedAtA = afterRemove(a, 'milk');
  const addedAtB = afterAdd(a, 'b', 'milk');
  for (const merged of [mergeSets(removedAtA, addedAtB), mergeSets(addedAtB, removedAtA)]) {
    assert.deepEqual(elementsOf(merged), ['milk'],
      'a has not observed the addition at b, so it cannot have removed it');
  }
});

test('a delta speaks of its own element only and is small', () => {
  let set = emptySet();
  for (const element of ['milk', 'bread', 'eggs', 'salt']) set = afterAdd(set, 'a', element);
  const addition = add(set, 'a', 'milk'), removal = remove(set, 'bread');
  assert.deepEqual(elementsOf(addition), ['milk'], 'the delta of an addition must not carry the rest of the set');
  assert.deepEqual(elementsOf(mergeAll(set, addition)), ['bread', 'eggs', 'milk', 'salt'],
    'the delta says nothing about bread, eggs and salt, so they stay');
  assert.deepEqual(elementsOf(mergeAll(set, removal)), ['eggs', 'milk', 'salt']);
  for (const unrelated of ['a:2', 'a:3', 'a:4']) {
    assert.ok(!knows(addition.context, unrelated), `the addition of milk has nothing to do with ${unrelated}`);
  }
});

test('deltas may overtake each other', () => {
  const first = add(emptySet(), 'a', 'milk');
  const second = add(first, 'a', 'bread');
  const third = remove(mergeAll(first, second), 'milk');
  assert.deepEqual(elementsOf(mergeAll(second, first)), ['bread', 'milk'],
    'the receiver has heard of a:2 and not yet of a:1: that is a gap, and no removal');
  assert.deepEqual(elementsOf(mergeAll(third, first)), [],
    'the removal came before the addition that it observed; it must wait for it in the context');
});
