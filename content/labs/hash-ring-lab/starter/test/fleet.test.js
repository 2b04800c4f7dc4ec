import assert from 'node:assert/strict';
import test from 'node:test';
import { ending } from './support/ending.js';
import { Fleet, KEYS, POINTS_PER_WEIGHT, tolerance } from './support/fleet.js';
import { forEachSeed, Violation } from './support/seeds.js';

/** @param {Fleet} fleet */
function assertSharesFollowWeights(fleet) {
  const owners = fleet.owners();
  const total = [...fleet.weights.values()].reduce((sum, weight) => sum + weight, 0);
  for (const [node, weight] of fleet.weights) {
    const keys = owners.filter((owner) => owner === node).length;
    const expected = (KEYS.length * weight) / total;
    const deviation = keys / expected - 1;
    const allowed = tolerance(weight * POINTS_PER_WEIGHT, expected);
    if (Math.abs(deviation) <= allowed) continue;
    const limit = `${(100 * allowed).toFixed(0)} %`;
    throw new Violation(fleet.step, `${node} has ${keys} keys; ${expected.toFixed(0)} ± ${limit} are expected`);
  }
}

test('equal nodes get about equally many keys', async () => {
  await forEachSeed(25, (random, trace) => {
    assertSharesFollowWeights(new Fleet(random, trace, 10));
  });
});

test('nodes get keys in proportion to their weights', async () => {
  await forEachSeed(25, (random, trace) => {
    assertSharesFollowWeights(new Fleet(random, trace, 8, 4));
  });
});

test('a new node takes its share of the keys, and all other keys stay', async () => {
  await forEachSeed(25, (random, trace) => {
    const fleet = new Fleet(random, trace, 10);
    const before = fleet.owners();
    const node = fleet.join(1);
    const after = fleet.owners();
    const moved = KEYS.filter((_, index) => before[index] !== after[index]).length;
    const expected = KEYS.length / 11;
    const most = expected * (1 + tolerance(POINTS_PER_WEIGHT, expected));
    if (moved > most) throw new Violation(fleet.step, `${moved} keys move, one in 11 would be ${expected.toFixed(0)}`);
    const astray = KEYS.find((_, index) => before[index] !== after[index] && after[index] !== node);
    if (astray) throw new Violation(fleet.step, `${astray} moves, but not to the new node`);
    assertSharesFollowWeights(fleet);
  });
});

test('the keys of a lost node are spread over many heirs, and all other keys stay', async () => {
  await forEachSeed(25, (random, trace) => {
    const fleet = new Fleet(random, trace, 12); // with names such as cache-1 and cache-10
    const before = fleet.owners();
    const node = fleet.anyNode();
    fleet.leave(node);
    const after = fleet.owners();
    const astray = KEYS.find((_, index) => before[index] !== node && before[index] !== after[index]);
    if (astray) throw new Violation(fleet.step, `${astray} moves, although its owner is still there`);
    const orphans = KEYS.flatMap((_, index) => (before[index] === node ? [after[index]] : []));
    const heirs = [...fleet.weights.keys()].map((heir) => orphans.filter((owner) => owner === heir).length);
    const share = Math.max(...heirs) / orphans.length;
    const percent = (100 * share).toFixed(0);
    if (share >= 0.4) throw new Violation(fleet.step, `one of 11 heirs gets ${percent} % of the orphaned keys`);
  });
});

test('every change moves keys only to or from the node that it is about', async () => {
  await forEachSeed(25, (random, trace) => {
    const fleet = new Fleet(random, trace, 5, 3);
    const keys = KEYS.slice(0, 300);
    for (let change = 0; change < 8; change += 1) {
      const before = fleet.owners(keys);
      const kind = fleet.between(1, 3);
      let node = fleet.anyNode();
      const old = fleet.weights.get(node) ?? 0;
      if (kind === 1) node = fleet.join(fleet.between(1, 3));
      else if (kind === 2 && fleet.weights.size > 2) fleet.leave(node);
      else fleet.reweigh(node, fleet.between(1, 4));
      const gains = kind === 1 || (fleet.weights.get(node) ?? 0) > old;
      fleet.owners(keys).forEach((owner, index) => {
        if (owner === before[index] || (gains ? owner : before[index]) === node) return;
        throw new Violation(fleet.step, `${keys[index]} moves from ${before[index]} to ${owner}`);
      });
    }
  });
});

test('a change replaces at most one replica of a key, and keeps the order of the others', async () => {
  await forEachSeed(25, (random, trace) => {
    const fleet = new Fleet(random, trace, 6, 2);
    const owners = () => ending("ownersOf('user-…', 3)", () => {
      return KEYS.slice(0, 300).map((key) => fleet.ring.ownersOf(key, 3));
    });
    const before = owners();
    const joined = fleet.join(2);
    const between = owners();
    const left = fleet.anyNode();
    fleet.leave(left);
    const after = owners();
    const others = (/** @type {string[]} */ list, /** @type {string} */ node) => list.filter((owner) => owner !== node);
    between.forEach((list, index) => {
      assert.equal(new Set(list).size, 3, `${KEYS[index]} has its three replicas on ${list}`);
      const kept = others(list, joined);
      assert.deepEqual(before[index].slice(0, kept.length), kept, `${KEYS[index]} when ${joined} joins`);
      const rest = others(list, left);
      assert.deepEqual(after[index].slice(0, rest.length), rest, `${KEYS[index]} when ${left} leaves`);
    });
  });
});
