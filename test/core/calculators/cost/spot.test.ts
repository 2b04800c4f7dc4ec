import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestInterval, bestShare, dalyInterval, rateFor, usefulShare, type Work, youngInterval } from '../../../../src/core/calculators/cost/checkpoint';
import { createRandom } from '../../../../src/core/calculators/random';
import { close } from '../cache/close';

const MINUTE = 60;

/** Plays work with checkpoints on machines that are taken away at random. @returns the share of the time that counts */
function play({ save, restart, between }: Work, interval: number, intervals: number): number {
  const random = createRandom(13);
  let paid = 0;
  for (let done = 0; done < intervals;) {
    let left = -Math.log(1 - random()) * between;
    paid += left;
    // A machine that is taken away before its first checkpoint has done nothing.
    left -= done === 0 ? 0 : restart;
    while (left >= interval + save && done < intervals) { left -= interval + save; done += 1; }
    if (done === intervals) paid -= left;
  }
  return interval * intervals / paid;
}

describe('spot capacity', () => {
  it('saves every 117, 57 and 9.1 minutes: Daly 2006, figures 3 to 5 (M = 24 h, 6 h and 15 min; R = 10 min, δ = 5 min)', () => {
    for (const [between, printed, digits] of [[24 * 60, '117', 0], [6 * 60, '57', 0], [15, '9.1', 1]] as const) {
      const work = { save: 5 * MINUTE, restart: 10 * MINUTE, between: between * MINUTE };
      assert.equal((dalyInterval(work) / MINUTE).toFixed(digits), printed);
      close(bestInterval(work) / MINUTE, Number(printed), 0.01);
    }
  });

  it('has Young\'s interval of 120 and 60 minutes for the first two: sqrt(2·5·1440) and sqrt(2·5·360)', () => {
    close(youngInterval({ save: 5, restart: 0, between: 1440 }), 120, 1e-12);
    close(youngInterval({ save: 5, restart: 0, between: 360 }), 60, 1e-12);
  });

  const works: fc.Arbitrary<Work> = fc.record({
    save: fc.double({ min: 1e-3, max: 86_400, noNaN: true }), restart: fc.double({ min: 0, max: 86_400, noNaN: true }), between: fc.double({ min: 60, max: 3.6e9, noNaN: true }),
  });

  it('finds the minimum, which Young\'s and Daly\'s intervals come near when interruptions are rare', () => {
    fc.assert(fc.property(works, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (work, away) => {
      const best = bestInterval(work);
      assert.ok(usefulShare(work, best) >= usefulShare(work, best * (1 + away)) * (1 - 1e-9));
      if (work.save < work.between / 100) {
        close(dalyInterval(work), best, 1e-2);
        close(youngInterval(work), best, 0.1);
      }
      const lambert = work.between * (1 + lambertW(-Math.exp(-work.save / work.between - 1)));
      if (work.save > work.between / 1e4) close(best, lambert, 1e-5);
    }));
  });

  it('gets as much done as a simulation', () => {
    for (const [work, interval] of [
      [{ save: 300, restart: 600, between: 6 * 3600 }, 3600], [{ save: 300, restart: 600, between: 900 }, 546], [{ save: 30, restart: 300, between: 20 * 3600 }, 2000],
    ] as const) close(usefulShare(work, interval), play(work, interval, 60_000), 0.015);
  });

  it('falls with interruptions, and finds the rate for a wanted share', () => {
    fc.assert(fc.property(works, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (work, wanted) => {
      assert.ok(bestShare({ ...work, between: work.between / 2 }) <= bestShare(work) + 1e-12);
      const rate = rateFor(work, wanted);
      if (rate !== undefined) close(bestShare({ ...work, between: 1 / rate }), wanted, 1e-6);
    }));
  });
});

/** The principal branch, by Newton's method in a form that converges from the branch point on. */
function lambertW(x: number): number {
  let w = -1 + Math.sqrt(2 * (1 + Math.E * x));
  for (let step = 0; step < 100; step += 1) w -= (w * Math.exp(w) - x) / (Math.exp(w) * (w + 1) - (w + 2) * (w * Math.exp(w) - x) / (2 * w + 2));
  return w;
}
