import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lruHitRatio } from '../../../../src/core/calculators/cache/che';
import { expiryRates } from '../../../../src/core/calculators/cache/expiry';
import { missesAfter, type Recovery, servedUntilSafe, servedUntilWarm, timeToServe } from '../../../../src/core/calculators/cache/warmUp';
import { createCatalogue } from '../../../../src/core/calculators/cache/zipf';
import { createRandom } from '../../../../src/core/calculators/random';
import { close } from './close';

function recoveryOf(objects: number, exponent: number, size: number, rate: number, capacity: number, lost: number): Recovery {
  const catalogue = createCatalogue(objects, exponent);
  return { catalogue, size, rate, capacity, lost, hitRatio: lruHitRatio(catalogue, size) };
}

describe('a cache that was lost', () => {
  it('sends every request to the backend: 10 times the load at 90 % hits, 1 / (1 − h)', () => {
    const recovery = recoveryOf(1000, 0, 900, 5000, 10_000, 1);
    close(recovery.hitRatio, 0.9, 1e-9);
    close(missesAfter(recovery, 0) / missesAfter(recovery, 1e9), 10, 1e-8);
  });

  it('is partly full after N ln 2 requests of equally popular objects: half of the coupons, on average', () => {
    // Expected different coupons after n draws of N: N (1 − (1 − 1/N)^n).
    const recovery = recoveryOf(100_000, 0, 100_000, 1000, 1e6, 1);
    close(servedUntilWarm(recovery, 0.5), Math.log(0.5) / Math.log1p(-1 / 100_000), 1e-4);
  });

  it('fills as fast as a simulation in which the backend refuses what is too much', () => {
    const recovery = recoveryOf(5000, 0.8, 2500, 1000, 500, 1);
    const safe = servedUntilSafe(recovery);
    assert.ok(safe > 0);
    const expected = timeToServe(recovery, safe, safe);
    // One request after another; of the misses as many are answered, by chance, as the backend can do just then.
    const random = createRandom(5);
    const cumulative: number[] = [];
    for (let rank = 1, sum = 0; rank <= 5000; rank += 1) cumulative.push(sum += recovery.catalogue.first * rank ** -0.8);
    const draw = (): number => {
      const at = random();
      let [low, high] = [0, 4999];
      while (low < high) { const middle = (low + high) >> 1; if ((cumulative[middle] ?? 0) <= at) low = middle + 1; else high = middle; }
      return low;
    };
    const times: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      const cached = new Set<number>();
      let [missing, requests] = [1, 0];
      for (; 1000 * missing > 500; requests += 1) {
        const object = draw();
        if (cached.has(object) || random() * 1000 * missing >= 500) continue;
        cached.add(object);
        missing -= (cumulative[object] ?? 0) - (cumulative[object - 1] ?? 0);
      }
      times.push(requests / 1000);
    }
    close(expected, times.reduce((sum, time) => sum + time, 0) / times.length, 0.03);
  });

  const recoveries = fc.record({
    objects: fc.integer({ min: 2, max: 1e9 }), exponent: fc.double({ min: 0, max: 2, noNaN: true }), part: fc.double({ min: 0, max: 1, noNaN: true }),
    rate: fc.double({ min: 1e-3, max: 1e9, noNaN: true }), spare: fc.double({ min: 0.001, max: 2, noNaN: true }), lost: fc.double({ min: 0.001, max: 1, noNaN: true }),
  }).map(({ objects, exponent, part, rate, spare, lost }) => {
    const recovery = recoveryOf(objects, exponent, Math.max(1, Math.floor(objects * part)), rate, 1, lost);
    return { ...recovery, capacity: rate * (1 - recovery.hitRatio) + rate * recovery.hitRatio * spare };
  });

  it('takes longer the less the backend can do, and the more is lost', () => {
    fc.assert(fc.property(recoveries, (recovery) => {
      const timeOf = (each: Recovery): number => { const safe = servedUntilSafe(each); return timeToServe(each, servedUntilWarm(each, 0.99), safe); };
      const time = timeOf(recovery);
      assert.ok(Number.isFinite(time) && time >= 0);
      assert.ok(timeOf({ ...recovery, capacity: recovery.capacity * 1.5 }) <= time * (1 + 1e-6));
      assert.ok(timeOf({ ...recovery, lost: recovery.lost / 2 }) <= time * (1 + 1e-6));
      const safe = servedUntilSafe(recovery);
      if (safe > 0) close(missesAfter(recovery, safe), recovery.capacity, 1e-5);
    }), { numRuns: 60 });
  }).timeout(20_000);
});

describe('keys that were written at once', () => {
  it('expire evenly in the first round, and in the end at keys / mean lifetime, as renewal theory has it', () => {
    const rates = expiryRates({ keys: 1000, lifetime: 100, jitter: 0.2 }, 6000, 0.1);
    close(rates[900], 1000 / 20, 1e-9);
    assert.equal(rates[500], 0);
    close(rates.at(-1), 1000 / 90, 0.01);
    const first = rates.slice(0, 1001).reduce((sum, rate) => sum + rate * 0.1, 0);
    close(first, 1000, 0.01);
  });

  it('expire as often as keys that are played', () => {
    const random = createRandom(9);
    const counts = new Float64Array(60);
    for (let key = 0; key < 20_000; key += 1) {
      for (let time = 0; ;) {
        time += 10 * (1 - 0.5 * random());
        if (time >= 60) break;
        counts[Math.floor(time)] = (counts[Math.floor(time)] ?? 0) + 1;
      }
    }
    const rates = expiryRates({ keys: 20_000, lifetime: 10, jitter: 0.5 }, 60, 0.01);
    for (let second = 5; second < 60; second += 1) {
      const mean = rates.slice(100 * second, 100 * (second + 1)).reduce((sum, rate) => sum + rate / 100, 0);
      assert.ok(Math.abs(mean - (counts[second] ?? 0)) < 250, `second ${second}: ${mean} and ${String(counts[second])}`);
    }
  });
});
