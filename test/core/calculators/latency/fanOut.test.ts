import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { fanOut } from '../../../../src/core/calculators/latency/fanOut';
import { shareSlow, shareSlowWithEnough, slowShareAllowed } from '../../../../src/core/calculators/latency/tail';
import { createRandom } from '../../../../src/core/calculators/random';
import { close, find, forEachAllowed, near } from './support';

const DIGITS = 30n;
const ONE = 10n ** DIGITS;
/** n! / (k! (n − k)!) */
const binomial = (n: bigint, k: bigint): bigint => (k === 0n ? 1n : binomial(n, k - 1n) * (n - k + 1n) / k);

/** P(more than `spare` of n are slow) with p = numerator / denominator, in exact fractions. */
function exactTail(n: bigint, spare: bigint, numerator: bigint, denominator: bigint): number {
  let sum = 0n;
  for (let k = spare + 1n; k <= n; k += 1n) sum += binomial(n, k) * numerator ** k * (denominator - numerator) ** (n - k);
  return Number(sum * ONE / denominator ** n) / Number(ONE);
}

describe('Fan-out', () => {
  it('has the values of The Tail at Scale', () => {
    // Dean and Barroso, The Tail at Scale (CACM 56:2, 2013), "Component-Level Variability Amplified By Scale": with 100
    // servers and one slow answer in 100, 63 % of requests; with 2,000 and one in 10,000, "almost one in five".
    near(find(fanOut, { leaves: 100, slowShare: 0.01 }).results.slow, 0.63, 0.005);
    near(find(fanOut, { leaves: 2_000, slowShare: 1e-4 }).results.slow, 0.18, 0.005);
    near(find(fanOut, { leaves: 1, slowShare: 0.01 }).results.slow, 0.01, 1e-15);
  });

  it('is exact for shares so small that 1 − (1 − p)^n would lose its digits', () => {
    // The first two terms of the binomial series: n p − n (n − 1) p² / 2; the third is below 1e-20 of the first.
    const [n, p] = [100_000, 1e-15];
    close(shareSlow(p, n), n * p - n * (n - 1) * p * p / 2, 1e-14);
    // Exact fractions: 1 − (999,999 / 1,000,000)^1000.
    const exact = Number((10n ** 6000n - 999_999n ** 1000n) * ONE / 10n ** 6000n) / Number(ONE);
    close(shareSlow(1e-6, 1_000), exact, 1e-13);
  });

  it('asks of the leaves what brings the root to its percentile', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.5, max: 0.999999, noNaN: true }), (leaves, target) => {
      const { leafPercentile, leafSlow, medianPercentile } = find(fanOut, { leaves, target }).results;
      close(shareSlow(slowShareAllowed(target, leaves), leaves), 1 - target, 1e-9);
      near(leafPercentile, 1 - leafSlow, 1e-15);
      near(medianPercentile ** leaves, 0.5, 1e-9);
    }));
  });

  it('finds the number of leaves at which half of the requests are slow', () => {
    // ln 2 / −ln 0.99 = 68.97: the birthday problem's arithmetic.
    near(find(fanOut, { slowShare: 0.01 }).results.halfAt, 68.97, 0.005);
    fc.assert(fc.property(fc.double({ min: 1e-6, max: 0.99, noNaN: true }), (slowShare) => {
      near(shareSlow(slowShare, find(fanOut, { slowShare }).results.halfAt), 0.5, 1e-9);
    }));
  });

  it('sums the binomial tail as exact fractions do', () => {
    for (const [n, required, percent] of [[10, 10, 1], [10, 9, 1], [20, 19, 5], [100, 95, 1], [100, 95, 5], [100, 50, 60], [40, 1, 99], [60, 30, 50]] as const) {
      close(shareSlowWithEnough(percent / 100, n, required), exactTail(BigInt(n), BigInt(n - required), BigInt(percent), 100n), 1e-11);
    }
    // All answers needed: the closed form.
    close(shareSlowWithEnough(0.01, 100_000, 100_000), shareSlow(0.01, 100_000), 1e-11);
    close(shareSlowWithEnough(1e-6, 100_000, 100_000), shareSlow(1e-6, 100_000), 1e-10);
  });

  it('claims no share that no independence could bear', () => {
    const ids = (values: Parameters<typeof find<typeof fanOut>>[1]) => find(fanOut, values).all.notes?.map(({ id }) => id) ?? [];
    assert(ids({ leaves: 100, slowShare: 0.01, needed: 0.95 }).includes('enough'));
    // Of 2,000 leaves 21 slow ones, each once in 10,000: C(2000, 21) 10^−84 (1 − 10^−4)^1979 and little more, about 3e-35.
    const rare = find(fanOut, { leaves: 2_000, slowShare: 1e-4, needed: 0.99 });
    close(rare.results.slowWithEnough, 3.0584e-35, 1e-4);
    assert.deepEqual(rare.all.notes?.map(({ id }) => id), ['seldomSlow', 'sharedDecides', 'together']);
    // Smaller than any double: no "0 %".
    const never = { leaves: 100_000, slowShare: 1e-6, needed: 0.01 };
    assert(!('slowWithEnough' in find(fanOut, never).results) && ids(never).includes('sharedDecides'));
  });

  it('agrees with a simulation of leaves', () => {
    const random = createRandom(11);
    const [requests, leaves, required, p] = [40_000, 50, 48, 0.03];
    let slow = 0;
    for (let request = 0; request < requests; request += 1) {
      let late = 0;
      for (let leaf = 0; leaf < leaves; leaf += 1) late += random() < p ? 1 : 0;
      if (late > leaves - required) slow += 1;
    }
    // Four standard errors.
    const expected = shareSlowWithEnough(p, leaves, required);
    near(slow / requests, expected, 4 * Math.sqrt(expected * (1 - expected) / requests));
  });

  it('is slower with more leaves, with slower ones, and with more answers needed; and always has an answer', () => {
    const shares = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
    fc.assert(fc.property(fc.integer({ min: 2, max: 2_000 }), shares, fc.double({ min: 1, max: 1.9, noNaN: true }), (leaves, p, factor) => {
      assert(shareSlow(p, leaves) >= shareSlow(p, leaves - 1));
      assert(shareSlow(p * factor, leaves) >= shareSlow(p, leaves));
      const required = Math.ceil(leaves / 2);
      assert(shareSlowWithEnough(p, leaves, required) <= shareSlowWithEnough(p, leaves, required + 1) * (1 + 1e-9));
    }));
    forEachAllowed(fanOut, (outcome) => {
      assert(!isRefusal(outcome));
      const { slow = NaN, slowWithEnough = 0 } = outcome.results;
      assert(slowWithEnough <= slow * (1 + 1e-9) && slow <= 1);
    });
  });

  it('is quick for the most leaves', () => {
    const began = performance.now();
    for (let time = 0; time < 5; time += 1) find(fanOut, { leaves: 100_000, slowShare: 0.5, needed: 0.5 });
    assert((performance.now() - began) / 5 < 60);
  });
});
