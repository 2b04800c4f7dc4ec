import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/calculators/random';
import { movedAtLeast, movedByModulo, movedOneByOne, movedSlots } from '../../../../src/core/calculators/sharding/moves';
import { resize } from '../../../../src/core/calculators/sharding/resize';
import { find, near, refusalOf, result } from '../partSupport';

const shards = fc.integer({ min: 1, max: 60 });
/** FNV-1a with a final mix. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of Buffer.from(text)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
const KEYS = Array.from({ length: 20_000 }, (_, key) => `user-${key}`);
const shareMoved = (before: (key: string) => unknown, after: (key: string) => unknown): number => KEYS.filter((key) => before(key) !== after(key)).length / KEYS.length;

describe('Sharding calculator: resize', function () {
  this.timeout(60_000);
  it('moves what the papers say', () => {
    // Lamping and Veach 2014, introduction: from 10 to 12 shards it is only necessary to move 1/6 of the data.
    const found = find(resize, { from: 10, to: 12 });
    near(result(found, 'atLeast'), 1 / 6, 1e-15);
    // Redis Cluster specification: 16,384 hash slots. A fourth shard beside three takes a quarter of them.
    assert.equal(find(resize, { from: 3, to: 4, slots: 16_384 }).terms?.['slotsMoved'], 4_096);
    // Kleppmann, Designing Data-Intensive Applications (2017), "How not to do it: hash mod N": hash 123456 is on node 6 of 10, on
    // node 3 of 11 and on node 0 of 12. Print not seen.
    assert.deepEqual([10, 11, 12].map((n) => 123_456 % n), [6, 3, 0]);
    near(movedByModulo(10, 11), 10 / 11, 1e-15);
    near(movedByModulo(4, 5), 0.8, 1e-15);
  });

  it('counts residues for modulo', () => {
    fc.assert(fc.property(shards, shards, (from, to) => {
      const period = from * to;
      let moved = 0;
      for (let key = 0; key < period; key += 1) if (key % from !== key % to) moved += 1;
      near(movedByModulo(from, to), moved / period, 1e-12);
    }), { numRuns: 300 });
  });

  it('moves as many slots as the best of all ways to deal them out', () => {
    for (let slots = 1; slots <= 9; slots += 1) {
      for (let from = 1; from <= Math.min(4, slots); from += 1) {
        for (let to = 1; to <= Math.min(4, slots); to += 1) {
          assert.equal(movedSlots(slots, from, to), fewestMoves(slots, from, to), `${slots} slots from ${from} to ${to}`);
        }
      }
    }
  });

  it('agrees with a ring, with rendezvous hashing and with jump hashing of real keys', () => {
    for (const [from, to] of [[10, 12], [5, 6], [8, 4]] as const) {
      const expected = movedAtLeast(from, to);
      near(shareMoved(ring(from), ring(to)), expected, 0.12, 'ring');
      near(shareMoved(rendezvous(from), rendezvous(to)), expected, 0.05, 'rendezvous');
      near(shareMoved((key) => jump(key, from), (key) => jump(key, to)), expected, 0.05, 'jump');
      near(shareMoved((key) => hash(key) % from, (key) => hash(key) % to), movedByModulo(from, to), 0.03, 'modulo');
    }
  });

  it('is the same both ways, nothing for nothing, and never less than needed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 10_000, max: 1_000_000 }), (from, to, slots) => {
      for (const moved of [movedByModulo, movedAtLeast, movedOneByOne]) near(moved(from, to), moved(to, from), 1e-12);
      assert.equal(movedSlots(slots, from, to), movedSlots(slots, to, from));
      assert.equal(movedByModulo(from, from) + movedAtLeast(from, from) + movedOneByOne(from, from) + movedSlots(slots, from, from), 0);
      assert.ok(movedByModulo(from, to) >= movedAtLeast(from, to) - 1e-12);
      assert.ok(movedOneByOne(from, to) >= movedAtLeast(from, to) - 1e-12);
      // Slots are dealt out within one: each of the shards differs from its share by less than one slot.
      assert.ok(Math.abs(movedSlots(slots, from, to) - slots * movedAtLeast(from, to)) <= Math.max(from, to));
      near(movedByModulo(from, from * 7), movedAtLeast(from, from * 7), 1e-12);
    }));
  });

  it('takes the time that the bytes take', () => {
    const found = find(resize, { from: 4, to: 5, dataSize: 10e12, bandwidth: 100e6 });
    near(result(found, 'leastTime'), 20_000, 1e-12);
    const rows = found.tables?.['schemes'] ?? [];
    assert.deepEqual(rows.map(([scheme, moved]) => [scheme, Number(moved).toFixed(6)]), [
      ['Hash modulo n', '0.800000'], ['Consistent, jump, rendezvous', '0.200000'], ['Fixed slots', result(found, 'bySlots').toFixed(6)], ['One shard at a time', '0.200000'],
    ]);
    near(Number(rows[0]?.[2]), 8e12, 1e-12);
    near(Number(rows[0]?.[3]), 80_000, 1e-12);
    near(Number(rows[1]?.[2]), 2e12, 1e-12);
    near(Number(rows[1]?.[3]), 20_000, 1e-12);
  });

  it('refuses fewer slots than shards, and says when a multiple makes modulo harmless', () => {
    assert.equal(refusalOf(resize, { from: 10, to: 20, slots: 19 }), 'tooFewSlots');
    assert.equal(refusalOf(resize, { dataSize: 1e21, bandwidth: 1e-3 }), 'tooLong');
    const said = (from: number, to: number): readonly string[] => (find(resize, { from, to }).notes ?? []).map(({ id }) => id);
    assert.ok(said(3, 9).includes('multiple') && said(9, 3).includes('multiple'));
    assert.ok(said(10, 12).includes('moduloWorse'));
    assert.deepEqual(said(7, 7), ['same']);
    // From 10 to 20 one by one: 1/11 + … + 1/20 = 0.669 against a half. From 10 to 12: 0.174 against 0.167.
    assert.ok(said(10, 20).includes('oneByOneWorse') && !said(10, 12).includes('oneByOneWorse'));
    near(result(find(resize, { from: 10, to: 20 }), 'oneByOne'), 0.668771, 1e-5);
    // 20 slots on 7 shards: three on the fullest, 20 / 7 on average. On the 4 of now they are even.
    near(result(find(resize, { from: 4, to: 7, slots: 20 }), 'fullestSlots'), 1.05, 1e-12);
  });
});

function fewestMoves(slots: number, from: number, to: number): number {
  const [few, many] = [Math.min(from, to), Math.max(from, to)];
  const dealt = (shards: number): readonly number[] => Array.from({ length: shards }, (_, shard) => Math.floor(slots / shards) + (shard < slots % shards ? 1 : 0));
  const before = dealt(few);
  let least = Infinity;
  // Every choice of which shards have one slot more afterwards.
  for (let larger = 0; larger < 2 ** many; larger += 1) {
    const after = Array.from({ length: many }, (_, shard) => Math.floor(slots / many) + ((larger >> shard) & 1));
    if (after.reduce((sum, each) => sum + each, 0) !== slots) continue;
    least = Math.min(least, after.reduce((sum, each, shard) => sum + Math.max(0, each - (before[shard] ?? 0)), 0));
  }
  return least;
}

const POINTS = 400;
function ring(nodes: number): (key: string) => number {
  const points = Array.from({ length: nodes * POINTS }, (_, index) => ({ node: index % nodes, at: hash(`node-${index % nodes}#${Math.floor(index / nodes)}`) })).sort((a, b) => a.at - b.at);
  return (key) => {
    const at = hash(key);
    let [low, high] = [0, points.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((points[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return points[low % points.length]?.node ?? -1;
  };
}

const rendezvous = (nodes: number) => (key: string): number => {
  const scores = Array.from({ length: nodes }, (_, node) => hash(`${node}/${key}`));
  return scores.indexOf(Math.max(...scores));
};

/** The algorithm of Lamping and Veach, with random numbers of our own for its generator: a key jumps while it can. */
function jump(key: string, buckets: number): number {
  const random = createRandom(hash(key));
  let [bucket, next] = [-1, 0];
  while (next < buckets) {
    bucket = next;
    next = Math.floor((bucket + 1) / (1 - random()));
  }
  return bucket;
}
