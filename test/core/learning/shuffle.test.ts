import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownOrder, shuffled } from '../../../src/core/learning/shuffle';
import { numeric, ordering, single } from './quizFixture';

describe('The shown order', () => {
  const anyOrder = fc.tuple(fc.string(), fc.nat(50), fc.integer({ min: 1, max: 8 }));

  it('is a permutation, and the same each time', () => {
    fc.assert(fc.property(anyOrder, ([seed, attempt, count]) => {
      const order = shuffled(seed, attempt, count);
      assert.deepEqual([...order].sort((a, b) => a - b), Array.from({ length: count }, (_, index) => index));
      assert.deepEqual(shuffled(seed, attempt, count), order);
    }));
  });

  it('puts each option at each place once over as many attempts as there are options', () => {
    fc.assert(fc.property(fc.string(), fc.nat(5), fc.integer({ min: 2, max: 6 }), (seed, round, count) => {
      const places = Array.from({ length: count }, (_, index) => shuffled(seed, round * count + index, count).indexOf(0));
      assert.equal(new Set(places).size, count);
    }));
  });

  it('spreads the right option over all places, whatever the question', () => {
    const places = [0, 0, 0, 0];
    for (let index = 0; index < 400; index += 1) {
      const place = shownOrder(single(`question-${index}`), 0).indexOf(1);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const count of places) assert.ok(count > 60 && count < 140, String(places));
  });

  it('never gives an order away', () => {
    fc.assert(fc.property(fc.string(), fc.nat(50), fc.integer({ min: 3, max: 6 }), (id, attempt, count) => {
      const items = Array.from({ length: count }, (_, index) => `item ${index}`);
      const order = shownOrder(ordering(id, items), attempt);
      assert.equal(new Set(order).size, count);
      assert.notDeepEqual(order, items.map((_, index) => index));
    }), { numRuns: 500 });
    assert.deepEqual(shownOrder(numeric(), 3), []);
  });
});
