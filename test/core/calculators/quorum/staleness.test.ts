import assert from 'node:assert/strict';
import fc from 'fast-check';
import { missProbability } from '../../../../src/core/calculators/quorum/counting';
import { exponential, fitted, PUBLISHED, type Delays } from '../../../../src/core/calculators/quorum/delays';
import { halfWidth, quantile, shareUpTo } from '../../../../src/core/calculators/quorum/samples';
import { staleness } from '../../../../src/core/calculators/quorum/staleness';
import { measure, type Measured } from '../../../../src/core/calculators/quorum/wars';
import { find, finish, near, outcomeOf, refusalOf, result } from '../partSupport';

const TRIALS = 200_000;
const PAIRS = [[1, 1], [1, 2], [2, 1], [2, 2], [3, 1], [1, 3]] as const;
const run = (delays: Delays, replicas: number, pairs: readonly (readonly [number, number])[], remoteDelay = 0, seed = 1): readonly Measured[] =>
  finish(measure({ replicas, delays, remoteDelay, trials: TRIALS, seed }, pairs.map(([readQuorum, writeQuorum]) => ({ replicas, readQuorum, writeQuorum }))));

/**
 * Where a sweep of t in steps, with 50,000 new trials each, is expected to exceed 99.9 % for the first time; seconds. Stale
 * reads in a sample are close to Poisson counts.
 */
function firstCrossing({ visibleAfter, quorums }: Measured, step: number): number {
  if (quorums.readQuorum + quorums.writeQuorum > quorums.replicas) return 0;
  let [expected, notYet] = [0, 1];
  for (let t = 0; notYet > 1e-6; t += step) {
    const stale = 50_000 * (1 - shareUpTo(visibleAfter, t));
    let [term, crosses] = [Math.exp(-stale), 0];
    for (let count = 0; count <= 50; count += 1) {
      crosses += term;
      term *= stale / (count + 1);
    }
    expected += t * notYet * crosses;
    notYet *= 1 - Math.min(1, crosses);
  }
  return expected;
}

describe('Quorum calculator: staleness in time', function () {
  this.timeout(120_000);

  /*
   * Bailis et al. 2012, table 4: N = 3; 99.9th percentile of read and write latency and t-visibility for 99.9 %, in
   * milliseconds, for (R, W) as in PAIRS. Compared, as the fits of table 3, with the authors' own source of the paper
   * (github.com/pbailis/pbs-vldb-historical-paper-material, branch "archived", writeup/ernst.tex). The latencies are from
   * 1,000,000 trials, t from 50,000: their program takes the first t of a sweep whose own sample exceeds 99.9 %, which chance
   * makes early, so that is what is compared here with `firstCrossing`. Their sweep has steps of 0.01, 0.1 or 1 ms.
   */
  const printed = {
    'LNKD-SSD': { delays: PUBLISHED.linkedInSsd, remote: 0, step: 0.000_01, atOnce: 0.974, read: [0.66, 0.66, 1.63, 1.62, 4.14, 0.65], write: [0.66, 1.63, 0.65, 1.64, 0.65, 4.09], visible: [1.85, 1.79, 0, 0, 0, 0] },
    'LNKD-DISK': { delays: PUBLISHED.linkedInDisk, remote: 0, step: 0.000_1, atOnce: 0.439, read: [0.66, 0.65, 1.63, 1.64, 4.12, 0.65], write: [10.99, 20.97, 10.9, 20.96, 10.89, 112.65], visible: [45.5, 43.3, 13.6, 0, 0, 0] },
    YMMR: { delays: PUBLISHED.yammer, remote: 0, step: 0.001, atOnce: 0.893, read: [5.58, 5.61, 32.6, 33.18, 219.27, 5.63], write: [10.83, 427.12, 10.73, 428.11, 10.79, 1_870.86], visible: [1_364, 1_352, 202, 0, 0, 0] },
    WAN: { delays: PUBLISHED.linkedInDisk, remote: 0.075, step: 0.000_1, atOnce: 0.33, read: [3.4, 3.4, 151.3, 151.31, 153.86, 3.44], write: [55.12, 167.64, 56.36, 167.72, 55.19, 241.55], visible: [113, 0, 30.2, 0, 0, 0] },
  };
  for (const [name, { delays, remote, step, atOnce, read, write, visible }] of Object.entries(printed)) {
    it(`simulates what table 4 of the paper prints for ${name}`, () => {
      // One standard error of a Pareto or exponential tail is up to 5 %.
      run(delays, 3, PAIRS, remote).forEach((measured, index) => {
        near(quantile(measured.readLatency, 0.999) * 1e3, read[index] ?? NaN, 0.07, `read latency of pair ${index}`);
        near(quantile(measured.writeLatency, 0.999) * 1e3, write[index] ?? NaN, index === 5 ? 0.12 : 0.07, `write latency of pair ${index}`);
        const crossing = firstCrossing(measured, step) * 1e3;
        // By chance the authors' own sample of YMMR with R = 2 may cross 14 ms earlier or later.
        near(crossing, visible[index] ?? NaN, visible[index] === 202 ? 0.16 : 0.05, `t-visibility of pair ${index}`);
        // What is shown is the quantile itself: later, since it waits for no lucky sample.
        const shown = Math.max(0, quantile(measured.visibleAfter, 0.999)) * 1e3;
        if (visible[index] === 0) assert.equal(shown, 0);
        else assert.ok(shown > crossing && shown < 1.3 * crossing, `${shown} against ${crossing}`);
        // Section 5.6: immediately after the write 97.4 %, 43.9 %, 89.3 % and 33 % of reads return it, with R = W = 1.
        if (index === 0) near(shareUpTo(measured.visibleAfter, 0), atOnce, 0.015, 'at once');
      });
    });
  }

  it('gives with the shape of the authors\' program what they print for Yammer', () => {
    // Table 3 prints a shape of 3.35 for writes; nrw_solver/src/Simulator.java has 3.5, and with that come the 89.3 % of section 5.6.
    const { other } = PUBLISHED.yammer;
    const [print, program] = [PUBLISHED.yammer.write, fitted(0.939, 3, 3.5, 0.0028)].map((write) => run({ write, other }, 3, [[1, 1]])[0]);
    assert.ok(print && program);
    const atOnce = (each: Measured): number => shareUpTo(each.visibleAfter, 0);
    assert.ok(Math.abs(atOnce(program) - 0.893) < 0.002 && Math.abs(atOnce(print) - 0.8875) < 0.002, `${atOnce(program)}, ${atOnce(print)}`);
    // The difference that the page states: below 5 %.
    for (const of of [(each: Measured) => quantile(each.visibleAfter, 0.999), (each: Measured) => quantile(each.writeLatency, 0.999)]) near(of(print), of(program), 0.05);
  });

  it('simulates what the paper says of exponential delays and of other numbers of replicas', () => {
    // Section 5.3: N = 3, R = W = 1, A = R = S exponential with a mean of 1 ms; W with a mean of 0.25 ms: 94 % at once and 99.9 %
    // after 1 ms; with a mean of 10 ms: 41 % at once and 99.9 % after 65 ms. Seen in the authors' source, as the rest.
    const [quick] = run({ write: exponential(0.000_25), other: exponential(0.001) }, 3, [[1, 1]]);
    const [slow] = run({ write: exponential(0.01), other: exponential(0.001) }, 3, [[1, 1]]);
    assert.ok(quick && slow);
    near(shareUpTo(quick.visibleAfter, 0), 0.94, 0.01);
    near(quantile(quick.visibleAfter, 0.999), 0.001, 0.1);
    near(shareUpTo(slow.visibleAfter, 0), 0.41, 0.03);
    near(quantile(slow.visibleAfter, 0.999), 0.065, 0.1);
    // Section 5.7: LNKD-DISK, R = W = 1: 57.5 % at once with N = 2, 21.1 % with N = 10.
    for (const [replicas, atOnce] of [[2, 0.575], [10, 0.211]] as const) {
      const [measured] = run(PUBLISHED.linkedInDisk, replicas, [[1, 1]]);
      assert.ok(measured);
      near(shareUpTo(measured.visibleAfter, 0), atOnce, 0.02, `N = ${replicas}`);
    }
  });

  it('agrees with the closed form where only the write takes time', () => {
    // After the W-th of N exponential arrivals the others are still memoryless: a read of R replicas misses the write with
    // C(N − W, R) / C(N, R) · e^(−R t / mean).
    const mean = 0.01;
    for (const [replicas, r, w] of [[3, 1, 1], [3, 1, 2], [3, 2, 1], [5, 2, 2], [7, 1, 3]] as const) {
      const [measured] = run({ write: exponential(mean), other: exponential(0) }, replicas, [[r, w]]);
      assert.ok(measured);
      for (const t of [0, 0.003, 0.01, 0.03]) {
        const stale = missProbability({ replicas, readQuorum: r, writeQuorum: w }) * Math.exp((-r * t) / mean);
        const found = 1 - shareUpTo(measured.visibleAfter, t);
        assert.ok(Math.abs(found - stale) <= 4 * Math.sqrt((stale * (1 - stale)) / TRIALS) + 1e-12, `${replicas} ${r} ${w} at ${t}: ${found}, not ${stale}`);
      }
      // The W-th of N exponential delays has a mean of the sum of mean / (N − i).
      const expected = Array.from({ length: w }, (_, index) => mean / (replicas - index)).reduce((sum, each) => sum + each, 0);
      near(measured.writeLatency.reduce((sum, each) => sum + each, 0) / TRIALS, expected, 0.01);
    }
  });

  it('agrees with the closed form of the remote site: a quorum of the nearest', () => {
    // Constant delays but for the distance d: with three sites and R = W = 1 reader and writer share a site in a third of the cases,
    // and otherwise the write arrives after d.
    const [measured] = run({ write: exponential(0), other: exponential(0) }, 3, [[1, 1]], 0.05);
    assert.ok(measured);
    near(shareUpTo(measured.visibleAfter, 0.049), 1 / 3, 0.02);
    assert.equal(shareUpTo(measured.visibleAfter, 0.05), 1);
  });

  it('never reads stale data where quorums overlap, for any delays', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.nat(8), fc.constantFrom(...Object.values(PUBLISHED)), fc.nat(100), (replicas, a, b, delays, seed) => {
      const [writeQuorum, extra] = [1 + (a % replicas), b % (1 + (a % replicas))];
      const readQuorum = Math.min(replicas, replicas - writeQuorum + 1 + extra);
      const [measured] = finish(measure({ replicas, delays, remoteDelay: 0.01, trials: 200, seed }, [{ replicas, readQuorum, writeQuorum }]));
      assert.ok(measured?.visibleAfter.every((time) => time <= 0));
    }), { numRuns: 60 });
  });

  it('gives the same for the same seed, another for another, and rises with t, R and W', () => {
    const given = { readQuorum: 1, writeQuorum: 1, trials: 5_000 };
    assert.deepEqual(find(staleness, given), find(staleness, given));
    assert.notDeepEqual(find(staleness, given).results, find(staleness, { ...given, seed: 2 }).results);
    const share = (over: object): number => result(find(staleness, { ...given, replicas: 5, ...over }), 'consistentAfter');
    assert.ok(share({ after: 0 }) < share({ after: 0.005 }) && share({ after: 0.005 }) < share({ after: 0.05 }));
    assert.ok(share({ readQuorum: 2 }) > share({ readQuorum: 1 }) && share({ writeQuorum: 3 }) > share({ writeQuorum: 1 }));
    const found = find(staleness, given);
    const plot = found.plots?.['curve'];
    assert.ok(plot && 'series' in plot);
    const points = plot.series[0]?.points ?? [];
    assert.ok(points.length > 20 && points.every(([x, y], index) => index === 0 || (x >= (points[index - 1]?.[0] ?? 0) && y >= (points[index - 1]?.[1] ?? 0))));
    assert.equal(result(find(staleness, { ...given, after: 0.05 }), 'atOnce'), result(find(staleness, { ...given, after: 0 }), 'consistentAfter'));
    // The curve goes on until nearly all reads are consistent, however early one asks.
    const early = find(staleness, { ...given, after: 0.001 }).plots?.['curve'];
    assert.ok(early && 'series' in early && (early.series[0]?.points.at(-1)?.[1] ?? 0) >= 0.999);
    assert.ok(result(found, 'timeFor99') <= result(found, 'timeFor999') && result(found, 'tailRead') < result(found, 'tailWrite'));
  });

  it('contains the truth in its interval as often as it says', () => {
    // R = W = 1 of 3 with instant messages but the write: 2/3 · e^(−t / mean) is stale.
    const truth = 1 - (2 / 3) * Math.exp(-1);
    let inside = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const found = find(staleness, { readQuorum: 1, writeQuorum: 1, delays: 'exponential', writeDelay: 0.01, otherDelay: 0, after: 0.01, trials: 1_000, seed });
      if (Math.abs(result(found, 'consistentAfter') - truth) <= result(found, 'halfWidth')) inside += 1;
    }
    assert.ok(inside >= 180 && inside <= 199, `${inside} of 200`);
    // Wilson's interval is not empty where all trials agree: z² / (n + z²) / 2 of 100 trials is 1.85 %.
    near(halfWidth(1, 100), 0.0185, 0.001);
  });

  it('refuses what would take minutes, and stays finite at the edges', () => {
    assert.deepEqual(outcomeOf(staleness, { replicas: 25, trials: 100_000 }), { refused: 'tooMuchWork', field: 'trials', terms: { most: 40_000 } });
    assert.equal(refusalOf(staleness, { replicas: 25, trials: 40_000 }), undefined);
    assert.equal(refusalOf(staleness, { readQuorum: 4 }), 'tooManyReads');
    const nothing = find(staleness, { delays: 'exponential', writeDelay: 0, otherDelay: 0, after: 0, readQuorum: 1, writeQuorum: 1, trials: 1_000 });
    assert.equal(result(nothing, 'atOnce'), 1);
    assert.equal(result(nothing, 'tailRead'), 0);
  });
});
