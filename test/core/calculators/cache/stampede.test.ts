import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chanceBegun, coalescedComputations, earlyComputations, type EarlyRefresh, meanGap, slowedStampede, unprotectedComputations } from '../../../../src/core/calculators/cache/stampede';
import { createRandom } from '../../../../src/core/calculators/random';
import { close } from './close';

/** Plays expiries of a key whose requests come at random and refresh early by XFetch. */
function play(key: EarlyRefresh, rounds: number): { readonly computations: number; readonly gap: number; readonly inTime: number } {
  const random = createRandom(11);
  const sums = { computations: 0, gap: 0, inTime: 0 };
  for (let round = 0; round < rounds; round += 1) {
    let first = Number.NaN;
    // Time runs down to the expiry at 0 and beyond.
    for (let left = key.lifetime; Number.isNaN(first) || left > first - key.duration;) {
      left -= -Math.log(1 - random()) / key.rate;
      const computes = -key.beta * key.duration * Math.log(1 - random()) >= left;
      if (!computes || (!Number.isNaN(first) && left <= first - key.duration)) continue;
      if (Number.isNaN(first)) { first = left; sums.gap += Math.max(0, left); sums.inTime += left >= key.duration ? 1 : 0; }
      sums.computations += 1;
    }
  }
  return { computations: sums.computations / rounds, gap: sums.gap / rounds, inTime: sums.inTime / rounds };
}

const keys: fc.Arbitrary<EarlyRefresh> = fc.record({
  rate: fc.double({ min: 1e-4, max: 1e7, noNaN: true }), duration: fc.double({ min: 1e-6, max: 3600, noNaN: true }),
  beta: fc.double({ min: 0.1, max: 10, noNaN: true }), part: fc.double({ min: 0, max: 1, noNaN: true }),
}).map(({ part, ...key }) => ({ ...key, lifetime: key.duration * 10 ** (0.1 + 7 * part) }));

describe('stampede', () => {
  it('has 30 requests see the miss at 10 a second and 3 seconds: Vattani et al. 2015, introduction; Poisson arrivals add the first', () => {
    close(unprotectedComputations({ rate: 10, duration: 3 }) - 1, 30, 1e-15);
  });

  it('coalesces to one for one process, and to no more than one for each', () => {
    assert.equal(coalescedComputations({ rate: 1000, duration: 1 }, 1), 1);
    close(coalescedComputations({ rate: 1000, duration: 1 }, 20), 20, 1e-9);
    // Few requests, many processes: hardly any falls on the same.
    close(coalescedComputations({ rate: 10, duration: 3 }, 1e6), 31, 1e-4);
    fc.assert(fc.property(keys, fc.integer({ min: 1, max: 100_000 }), (key, processes) => {
      const computations = coalescedComputations(key, processes);
      assert.ok(computations >= 1 && computations <= Math.min(processes, unprotectedComputations(key)) * (1 + 1e-12));
    }));
  });

  it('grows beyond all bounds where computations slow each other: the fluid, step by step', () => {
    for (const [rate, duration, parallel] of [[100, 1, 20], [1000, 0.2, 50], [10, 3, 31], [10, 3, 8]] as const) {
      const { time, computations } = slowedStampede({ rate, duration }, parallel);
      const step = 1e-5;
      let [now, done] = [0, 0];
      while (done < duration) { done += step * Math.min(1, parallel / (1 + rate * (now + step / 2))); now += step; }
      close(time, now, 1e-3);
      close(computations, 1 + rate * now, 1e-3);
    }
    assert.equal(slowedStampede({ rate: 10, duration: 3 }, 31).time, 3);
  });

  it('refreshes early as often as a simulation does', () => {
    for (const key of [
      { rate: 100, duration: 0.5, beta: 1, lifetime: 60 }, { rate: 20, duration: 1, beta: 2, lifetime: 20 },
      { rate: 50, duration: 0.4, beta: 0.5, lifetime: 10 }, { rate: 3, duration: 1, beta: 1, lifetime: 30 }, { rate: 200, duration: 1, beta: 1, lifetime: 1.5 },
      // A life hardly longer than the computation: most refreshes begin at once, and some too late.
      { rate: 2000, duration: 1, beta: 1, lifetime: 1.005 },
    ]) {
      const played = play(key, 3000);
      close(earlyComputations(key), played.computations, key.lifetime < 1.1 ? 0.005 : 0.05, JSON.stringify(key));
      close(meanGap(key), played.gap, 0.04, JSON.stringify(key));
      assert.ok(Math.abs(chanceBegun(key, key.duration) - played.inTime) < 0.03);
    }
  }).timeout(60_000);

  it('needs e^(1/beta) computations where requests are many, and begins beta·duration·(ln(rate·beta·duration) + γ) before the expiry', () => {
    for (const beta of [0.5, 1, 2]) {
      const key = { rate: 1e6, duration: 1, beta, lifetime: 3600 };
      close(earlyComputations(key), Math.exp(1 / beta), 1e-4);
      close(meanGap(key), beta * (Math.log(1e6 * beta) + 0.5772156649015329), 1e-9);
    }
  });

  it('is never worse than no protection, and finite', () => {
    fc.assert(fc.property(keys, (key) => {
      const computations = earlyComputations(key);
      assert.ok(Number.isFinite(computations) && computations >= 1 - 1e-9, String(computations));
      assert.ok(computations <= unprotectedComputations(key) * (1 + 1e-6), `${computations} > ${unprotectedComputations(key)}`);
      const gap = meanGap(key);
      assert.ok(gap >= 0 && gap <= key.lifetime * (1 + 1e-9), `${gap} of ${key.lifetime}`);
      assert.ok(chanceBegun(key, key.duration) <= chanceBegun(key, 0));
    }), { numRuns: 500 });
  });
});
