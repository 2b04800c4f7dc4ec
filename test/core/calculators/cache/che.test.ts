import assert from 'node:assert/strict';
import fc from 'fast-check';
import { characteristicTime, differentObjects, idealSizeFor, lruHitRatio, lruSizeFor, recentShare } from '../../../../src/core/calculators/cache/che';
import { createCatalogue, idealHitRatio } from '../../../../src/core/calculators/cache/zipf';
import { createRandom } from '../../../../src/core/calculators/random';
import { close } from './close';

/** LRU with independent requests, exactly: the chance of each order of the cached objects (King, 1971), by going through all. */
function exactLruHitRatio(objects: number, exponent: number, size: number): number {
  const weights = Array.from({ length: objects }, (_, index) => (index + 1) ** -exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const visit = (chance: number, taken: ReadonlySet<number>, cached: number): number => {
    if (taken.size === size) return chance * cached;
    return weights.reduce((sum, weight, object) => taken.has(object) ? sum
      : sum + visit(chance * (weight / total) / (1 - cached), new Set([...taken, object]), cached + weight / total), 0);
  };
  return visit(1, new Set(), 0);
}

/** Plays requests against an LRU cache; a Map keeps its keys in the order in which they were set. */
function simulateLru(objects: number, exponent: number, size: number, requests: number): number {
  const cumulative = new Float64Array(objects);
  let total = 0;
  for (let rank = 1; rank <= objects; rank += 1) cumulative[rank - 1] = total += rank ** -exponent;
  const random = createRandom(7);
  const cache = new Map<number, true>();
  let hits = 0;
  for (let request = -requests / 4; request < requests; request += 1) {
    const target = random() * total;
    let [low, high] = [0, objects - 1];
    while (low < high) { const middle = (low + high) >> 1; if ((cumulative[middle] ?? 0) <= target) low = middle + 1; else high = middle; }
    if (cache.delete(low)) { if (request >= 0) hits += 1; }
    else if (cache.size === size) cache.delete(cache.keys().next().value ?? -1);
    cache.set(low, true);
  }
  return hits / requests;
}

/** Lanczos' approximation, for the published constant below. */
function gamma(z: number): number {
  if (z < 0.5) return Math.PI / (Math.sin(Math.PI * z) * gamma(1 - z));
  const coefficients = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
  const x = z - 1;
  const sum = coefficients.reduce((series, coefficient, index) => series + (index === 0 ? coefficient : coefficient / (x + index)), 0);
  const t = x + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (x + 0.5) * Math.exp(-t) * sum;
}

describe('LRU by Che\'s approximation', () => {
  it('misses (1 − 1/α) Γ(1 − 1/α)^α times as often as the best static choice where α > 1: Jelenković 1999, Annals of Applied Probability 9(2), abstract', () => {
    // α = 2 gives π/2. The theorem is a limit: few of very many objects are cached.
    for (const [alpha, tolerance] of [[2, 1e-3], [1.8, 2e-3], [1.5, 2e-2]] as const) {
      const catalogue = createCatalogue(1e9, alpha);
      const ratio = (1 - lruHitRatio(catalogue, 3_000)) / (1 - idealHitRatio(catalogue, 3_000));
      close(ratio, (1 - 1 / alpha) * gamma(1 - 1 / alpha) ** alpha, tolerance, `α = ${alpha}`);
    }
    close(0.5 * gamma(0.5) ** 2, Math.PI / 2, 1e-12);
  });

  it('is close to LRU exactly, by all orders of a small cache', () => {
    for (const [objects, exponent, size, tolerance] of [[8, 0.8, 2, 0.04], [8, 0.8, 4, 0.03], [9, 1, 5, 0.02], [7, 0, 3, 1e-9], [8, 2, 4, 0.03]] as const) {
      close(lruHitRatio(createCatalogue(objects, exponent), size), exactLruHitRatio(objects, exponent, size), tolerance, `${objects} ${exponent} ${size}`);
    }
  });

  it('agrees with a simulation of an LRU cache', () => {
    for (const [objects, exponent, size] of [[10_000, 0.8, 100], [10_000, 0.8, 1_000], [2_000, 1.2, 50], [5_000, 0.6, 2_500]] as const) {
      close(lruHitRatio(createCatalogue(objects, exponent), size), simulateLru(objects, exponent, size, 400_000), 0.012, `${objects} ${exponent} ${size}`);
    }
  }).timeout(20_000);

  it('sums groups of ranks as it would all of them', () => {
    fc.assert(fc.property(fc.integer({ min: 600, max: 60_000 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: -1, max: 14, noNaN: true }), (objects, exponent, logarithm) => {
      const catalogue = createCatalogue(objects, exponent);
      const time = 10 ** logarithm;
      let [different, share] = [0, 0];
      for (let rank = objects; rank >= 1; rank -= 1) {
        const popularity = catalogue.first * rank ** -exponent;
        different -= Math.expm1(-popularity * time);
        share -= popularity * Math.expm1(-popularity * time);
      }
      close(differentObjects(catalogue, time), different, 1e-9);
      assert.ok(Math.abs(recentShare(catalogue, time) - share) < 1e-9);
    }), { numRuns: 100 });
  });

  it('hits C / N where all are equally popular', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (objects, part) => {
      const size = 1 + Math.floor(part * (objects - 2));
      close(lruHitRatio(createCatalogue(objects, 0), size), size / objects, 1e-8);
    }));
  });

  const cached = fc.tuple(fc.integer({ min: 2, max: 1e9 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));

  it('rises with the size, stays below the ideal, and is 1 where all fit', () => {
    fc.assert(fc.property(cached, ([objects, exponent, part]) => {
      const catalogue = createCatalogue(objects, exponent);
      const size = Math.min(objects, Math.max(1, Math.floor(objects ** part)));
      const ratio = lruHitRatio(catalogue, size);
      assert.ok(ratio >= 0 && ratio <= 1);
      // Che's cache is full on average only, so for a handful of objects it may be above by what the approximation errs.
      assert.ok(ratio <= idealHitRatio(catalogue, size) * (1 + 1e-9), `${ratio} ${idealHitRatio(catalogue, size)}`);
      assert.ok(lruHitRatio(catalogue, Math.min(objects, size + 1)) >= ratio - 1e-9);
      assert.equal(lruHitRatio(catalogue, objects), 1);
      if (size < objects) close(differentObjects(catalogue, characteristicTime(catalogue, size)), size, 1e-9);
    }), { numRuns: 200 });
  });

  it('needs nine tenths of equally popular objects for nine tenths of the hits, and not one more, up to 10^9', () => {
    for (const objects of [10, 1000, 1e6, 1e9]) {
      const catalogue = createCatalogue(objects, 0);
      assert.equal(lruSizeFor(catalogue, 0.9), 0.9 * objects);
      assert.equal(idealSizeFor(catalogue, 0.9, (candidate) => idealHitRatio(catalogue, candidate)), 0.9 * objects);
    }
  });

  it('finds the size for a wanted hit ratio, and no smaller one will do', () => {
    fc.assert(fc.property(cached, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), ([objects, exponent], wanted) => {
      const catalogue = createCatalogue(objects, exponent);
      const size = lruSizeFor(catalogue, wanted);
      assert.ok(lruHitRatio(catalogue, size) >= wanted - 1e-7, `${lruHitRatio(catalogue, size)} at ${size}`);
      if (size > 1) assert.ok(lruHitRatio(catalogue, size - 1) <= wanted + 1e-7, `${lruHitRatio(catalogue, size - 1)} at ${size - 1}`);
      const ideal = idealSizeFor(catalogue, wanted, (candidate) => idealHitRatio(catalogue, candidate));
      assert.ok(idealHitRatio(catalogue, ideal) >= wanted * (1 - 1e-11) && ideal <= size * (1 + 1e-8) + 1);
    }), { numRuns: 200 });
  });
});
