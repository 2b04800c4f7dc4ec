import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { admittedBy, instances } from '../../../../src/core/calculators/rate-limiting/instances';
import { tokenBucket as limiter } from '../../../../src/core/calculators/rate-limiting/limiters';
import { measure } from '../../../../src/core/calculators/rate-limiting/measures';
import { tokenBucket } from '../../../../src/core/calculators/rate-limiting/tokenBucket';
import { checkPart, near, outcomeOf, resultsOf } from '../retry/arbitrary';

describe('Calculator: size of a token bucket', () => {
  it("holds Tanenbaum's worked example", () => {
    // Computer Networks, fourth edition (2003), section 5.4.2: a bucket of 250 kB, 2 MB/s in, 25 MB/s out: a burst of about
    // 11 ms; figure 5-34 shows 22 ms for 500 kB and 33 ms for 750 kB. (Print not seen: the numbers of the first bucket are
    // an exercise of other textbooks, the rest is known from the book.)
    for (const [size, milliseconds] of [[250_000, 11], [500_000, 22], [750_000, 33]] as const) {
      const found = resultsOf(tokenBucket, { bucketSize: size, refillRate: 2e6, peakRate: 25e6 });
      assert.equal(Math.round((found.burstTime ?? 0) * 1_000), milliseconds);
      // What went out is what was in the bucket and what came in meanwhile.
      near(found.burstRequests, size + 2e6 * (found.burstTime ?? 0));
    }
  });

  it('agrees with a bucket that is counted request by request', () => {
    // 100 a second, 500 tokens, 600 a second for 3 s: one at a time the burst ends after b / (p − r) = 1 s.
    const arrivals = Array.from({ length: 1_800 }, (_, index) => Math.round(index * 1e6 / 600));
    const rule = { limit: 100, window: 1_000_000, burst: 500 };
    const { through, rejected } = measure(limiter, arrivals, rule);
    const found = resultsOf(tokenBucket, { clientBurst: 1_800, horizon: 3 });
    const firstGap = through.findIndex((at, index) => index > 0 && at - (through[index - 1] ?? 0) > 2_000);
    near(found.burstTime, (through[firstGap - 1] ?? 0) / 1e6, 0.01);
    near(found.burstRequests, firstGap, 0.01);
    near(found.rejectedOfBurst, rejected, 0.01);
    near(found.mostAdmitted, through.length, 0.01);
  });

  it('turns round: a bucket of the size needed lets the burst pass exactly', () => {
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }),
      (clientBurst, ratio, peakRate) => {
        const needed = resultsOf(tokenBucket, { clientBurst, peakRate, refillRate: ratio * peakRate }).sizeNeeded ?? 0;
        fc.pre(needed >= 1);
        const again = resultsOf(tokenBucket, { clientBurst, peakRate, refillRate: ratio * peakRate, bucketSize: needed });
        near(again.burstRequests, clientBurst, 1e-6);
        assert.ok((again.rejectedOfBurst ?? 1) <= 1e-6);
        assert.ok((again.mostAdmitted ?? 0) <= needed + ratio * peakRate * 60 + 1e-6);
      },
    ));
  });

  it('notes where the bucket adds more than the rate', () => {
    const dominates = (horizon: number): boolean => {
      const outcome = outcomeOf(tokenBucket, { refillRate: 100, bucketSize: 500, peakRate: 600, horizon });
      return 'results' in outcome && (outcome.notes ?? []).some(({ id }) => id === 'burstDominates');
    };
    // 500 tokens are what comes in within 5 s.
    assert.deepEqual([dominates(4.9), dominates(5.1)], [true, false]);
  });

  it('refuses a peak that never empties the bucket, and gives finite numbers for any values', () => {
    const outcome = outcomeOf(tokenBucket, { peakRate: 100, refillRate: 100 });
    assert.ok(isRefusal(outcome) && outcome.refused === 'neverEmpties');
    checkPart(tokenBucket);
  });
});

describe('Calculator: one limit over several instances', () => {
  it('splits as the even case and the extremes say', () => {
    near(admittedBy(1_000, 0.1, 10, 100), 1_000);
    near(admittedBy(500, 1, 10, 100), 100);
    near(admittedBy(5_000, 0.1, 10, 100), 1_000);
    // By hand: 30 % of 900 is 270, of which 100 pass; the other nine see 70 each.
    near(resultsOf(instances, { globalLimit: 1_000, instanceCount: 10, offeredLoad: 900, hottestShare: 0.3 }).dividedAdmitted, 730);
  });

  it('agrees with instances that each count for themselves', () => {
    fc.assert(fc.property(
      fc.integer({ min: 2, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e4, noNaN: true }),
      (count, skew, load, limit) => {
        const hottest = 1 / count + skew * (1 - 1 / count);
        const seen = Array.from({ length: count }, (_, index) => load * (index === 0 ? hottest : (1 - hottest) / (count - 1)));
        near(admittedBy(load, hottest, count, limit / count), seen.reduce((sum, each) => sum + Math.min(each, limit / count), 0));
        // Splitting never admits more than a single limiter, and more skew never helps.
        assert.ok(admittedBy(load, hottest, count, limit / count) <= Math.min(load, limit) * (1 + 1e-9));
        assert.ok(admittedBy(load, hottest, count, limit / count) <= admittedBy(load, 1 / count, count, limit / count) * (1 + 1e-9));
      },
    ));
  });

  it('has no excess while the load is within the limit', () => {
    assert.equal(resultsOf(instances, { globalLimit: 1_000, offeredLoad: 1_000 }).lagExcess, undefined);
    near(resultsOf(instances, { globalLimit: 1_000, offeredLoad: 1_200, syncInterval: 0.5 }).lagExcess, 600);
  });

  it('refuses less than an even share, and gives finite numbers for any values', () => {
    const outcome = outcomeOf(instances, { instanceCount: 2, hottestShare: 0.3 });
    assert.ok(isRefusal(outcome) && outcome.refused === 'belowFair');
    checkPart(instances);
  });
});
