import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/calculators/random';
import { backoff } from '../../../../src/core/calculators/retry/backoff';
import { decorrelatedMeans } from '../../../../src/core/calculators/retry/decorrelated';
import { busiest, cellPeaks, inFlight, type Moment } from '../../../../src/core/calculators/retry/inFlight';
import { drawPause, JITTERS, pauses, starts, type Policy } from '../../../../src/core/calculators/retry/schedule';
import { sampleStarts } from '../../../../src/core/calculators/retry/spread';
import { checkPart, near, outcomeOf, resultsOf } from './arbitrary';

const policy = (changes: Partial<Policy> = {}): Policy => ({ base: 0.1, factor: 2, cap: 1, attempts: 5, jitter: 'full', ...changes });

/** The share in flight at a time, between the moments. */
function shareAt(moments: readonly Moment[], time: number): number {
  const after = moments.findIndex(([at]) => at > time);
  const [one, other] = [moments[after - 1], moments[after]];
  return one && other ? one[1] + (other[1] - one[1]) * (time - one[0]) / (other[0] - one[0]) : 0;
}

/** Clients drawn one by one: the largest share in flight at any of the times. */
function countedPeak(one: Policy, tryTime: number, clients: number): number {
  const random = createRandom(17);
  const retries = one.attempts - 1;
  const begins = new Float64Array(clients * retries);
  for (let client = 0; client < clients; client += 1) {
    let [now, pause] = [0, one.base];
    for (let n = 1; n < one.attempts; n += 1) {
      pause = drawPause(one, n, pause, random());
      now += pause + (n > 1 ? tryTime : 0);
      begins[client * retries + n - 1] = now;
    }
  }
  begins.sort();
  let [first, most] = [0, 0];
  begins.forEach((time, index) => {
    while ((begins[first] ?? 0) <= time - tryTime) first += 1;
    most = Math.max(most, index + 1 - first);
  });
  return most / clients;
}

describe('Calculator: backoff', () => {
  it('gives the pauses of published policies', () => {
    // gRPC proposal A6, 2017 to 2024: random(0, min(initialBackoff × multiplier^(n − 1), maxBackoff)); .1s, 2, 1s, 4 attempts.
    const ceilings = pauses(policy({ attempts: 6 })).map((pause) => pause.most);
    [0.1, 0.2, 0.4, 0.8, 1].forEach((expected, index) => near(ceilings[index], expected));
    assert.ok(pauses(policy()).every((pause) => pause.least === 0 && pause.mean === pause.most / 2));
    // Since grpc/proposal pull request 452 (2024): min(initialBackoff × multiplier^(n − 1), maxBackoff) × random(0.8, 1.2);
    // with 100 ms the first pause is within [80 ms, 120 ms] (grpc.io pull request 1356), and the cap may be exceeded.
    const slight = pauses(policy({ attempts: 6, jitter: 'slight' }));
    [[0.08, 0.1, 0.12], [0.16, 0.2, 0.24], [0.32, 0.4, 0.48], [0.64, 0.8, 0.96], [0.8, 1, 1.2]].forEach(([least, mean, most], index) => {
      near(slight[index]?.least, least ?? 0);
      near(slight[index]?.mean, mean ?? 0);
      near(slight[index]?.most, most ?? 0);
    });
    near(drawPause(policy({ jitter: 'slight' }), 1, 0, 0.75), 0.11);
    // Kubernetes: 10, 20, 40, 80 and 160 seconds, then five minutes (Kubernetes in Action, second edition, section 6.2.1).
    assert.deepEqual(
      pauses({ base: 10, factor: 2, cap: 300, attempts: 8, jitter: 'none' }).map((pause) => pause.mean), [10, 20, 40, 80, 160, 300, 300],
    );
    // Linux kernel, include/net/tcp.h (before linear timeouts): 6 SYN retries from 1 s, "63secs of retransmission".
    assert.equal(starts(pauses({ base: 1, factor: 2, cap: 120, attempts: 7, jitter: 'none' }), 0).at(-1)?.most, 63);
  });

  it('follows the code of the simulator behind Brooker (2015)', () => {
    // aws-samples/aws-arch-backoff-simulator: equal jitter v/2 + U(0, v/2); decorrelated min(cap, U(base, 3 × sleep)).
    near(drawPause(policy({ jitter: 'equal' }), 3, 0, 0.5), 0.2 + 0.1);
    near(drawPause(policy({ jitter: 'decorrelated' }), 2, 0.2, 0.5), (0.1 + 0.6) / 2);
    near(drawPause(policy({ jitter: 'decorrelated' }), 5, 0.9, 0.99), 1);
  });

  it('has the means of decorrelated jitter in closed form before the cap, and by simulation after it', () => {
    // E[next] = (base + 3 s) / 2.
    decorrelatedMeans(1, 1e6, 5).forEach((mean, index) => near(mean, [2, 3.5, 5.75, 9.125, 14.1875][index] ?? 0, 1e-12));
    const random = createRandom(5);
    for (const [base, cap, count] of [[0.1, 1, 8], [1, 1.5, 5], [0.001, 60, 19]] as const) {
      const sums = new Array<number>(count).fill(0);
      const runs = 200_000;
      for (let run = 0; run < runs; run += 1) {
        let sleep: number = base;
        for (let n = 0; n < count; n += 1) {
          sleep = Math.min(cap, base + random() * (3 * sleep - base));
          sums[n] = (sums[n] ?? 0) + sleep;
        }
      }
      decorrelatedMeans(base, cap, count).forEach((mean, n) => near(mean, (sums[n] ?? 0) / runs, 0.012));
    }
    // The grid against the closed form: where the cap cannot quite bite, both must agree.
    const justCapped = decorrelatedMeans(1, 27 * (1 - 1e-9), 3);
    near(justCapped[2], 5.75, 2e-5);
  });

  it('spreads one retry exactly as evenly as its pause', () => {
    // One uniform pause of width c and tries of length h: a share h / c is in flight at most (all, if h > c), from h on.
    const peakOf = (changes: Partial<Policy>, tryTime: number): { share: number; at: number } => {
      const one = policy({ attempts: 2, base: 1, cap: 10, ...changes });
      return busiest(inFlight(sampleStarts(one, tryTime), tryTime));
    };
    // Short tries after long pauses are where counting single clients fails.
    for (const tryTime of [0.2, 0.005, 1e-3]) {
      near(peakOf({ jitter: 'full' }, tryTime).share, tryTime, 1e-6);
      near(peakOf({ jitter: 'equal' }, tryTime).share, tryTime / 0.5, 1e-6);
      near(peakOf({ jitter: 'slight' }, tryTime).share, tryTime / 0.4, 1e-6);
      near(peakOf({ jitter: 'decorrelated' }, tryTime).share, tryTime / 2, 1e-6);
    }
    near(peakOf({ jitter: 'full' }, 0.2).at, 0.2, 1e-6);
    near(peakOf({ jitter: 'equal' }, 0.2).at, 0.7, 1e-6);
    // Where the cap cuts off half of the range, that half comes at one instant: U(1, 3) up to 2, with 0.2 s of tries.
    near(peakOf({ jitter: 'decorrelated', cap: 2 }, 0.2).share, 0.5 + 0.1, 1e-6);
    near(peakOf({ jitter: 'decorrelated', cap: 2 }, 0.2).at, 2, 1e-6);
    assert.equal(peakOf({ jitter: 'none' }, 0.2).share, 1);
    near(peakOf({ jitter: 'full' }, 2).share, 1, 1e-6);
  });

  it('has as many in flight as clients who are drawn one by one', () => {
    for (const [jitter, base, cap, attempts, tryTime] of [
      ['full', 0.1, 1, 5, 0.05], ['full', 0.1, 0.2, 10, 0.005], ['full', 1, 60, 5, 0.05], ['equal', 0.1, 1, 5, 0.02], ['slight', 0.1, 0.4, 6, 0.02],
      ['decorrelated', 0.1, 1, 5, 0.05], ['decorrelated', 0.1, 0.5, 12, 0.03], ['decorrelated', 1, 60, 5, 0.1],
    ] as const) {
      const one = policy({ jitter, base, cap, attempts });
      near(busiest(inFlight(sampleStarts(one, tryTime), tryTime)).share, countedPeak(one, tryTime, 60_000), 0.04);
    }
  });

  it('keeps every peak in the cells of the plot', () => {
    const moments: Moment[] = [[1, 0], [2, 1], [2.9, 0.1], [2.9, 0.6], [3.5, 0.6], [3.5, 0]];
    const peaks = cellPeaks(moments, 4, 8);
    [0, 0, 0, 0.5, 1, 0.6, 0.6, 0.6].forEach((expected, cell) => assert.ok(Math.abs((peaks[cell] ?? 9) - expected) < 1e-9, `${cell}: ${peaks[cell]}`));
    const some = inFlight(sampleStarts(policy(), 0.01), 0.01);
    near(Math.max(...cellPeaks(some, some.at(-1)?.[0] ?? 0, 160)), busiest(some).share, 1e-9);
  });

  it('agrees with a convolution of the pauses', () => {
    // Densities of the starts of the retries on a fine grid, each spread over the next pause, then over the try.
    const step = 0.0005;
    const tryTime = 0.2;
    const tops = [0.1, 0.2, 0.4, 0.8];
    let density = new Float64Array(8_000);
    density[0] = 1;
    const flying = new Float64Array(8_000);
    tops.forEach((top, index) => {
      const width = Math.round(top / step);
      const shift = index === 0 ? 0 : Math.round(tryTime / step);
      const next = new Float64Array(density.length);
      density.forEach((mass, at) => {
        if (mass > 0) for (let cell = 0; cell < width && at + shift + cell < next.length; cell += 1) next[at + shift + cell] = (next[at + shift + cell] ?? 0) + mass / width;
      });
      density = next;
      density.forEach((mass, at) => {
        if (mass > 0) for (let cell = 0; cell < tryTime / step && at + cell < flying.length; cell += 1) flying[at + cell] = (flying[at + cell] ?? 0) + mass;
      });
    });
    const retries = inFlight(sampleStarts(policy(), tryTime), tryTime);
    for (const time of [0.05, 0.1, 0.3, 0.5, 0.8, 1.2, 1.6]) {
      assert.ok(Math.abs(shareAt(retries, time) - (flying[Math.round(time / step)] ?? 0)) < 0.01, `${time}`);
    }
    near(busiest(retries).share, Math.max(...flying), 0.01);
  });

  it('keeps each draw within its bounds, and the sample at the means', () => {
    fc.assert(fc.property(
      fc.constantFrom(...JITTERS), fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 1, max: 4, noNaN: true }), fc.integer({ min: 2, max: 8 }),
      (jitter, base, ratio, factor, attempts) => {
        const one = { base, cap: base * ratio, factor, attempts, jitter };
        const between = pauses(one);
        for (const pause of between) assert.ok(pause.least <= pause.mean * (1 + 1e-9) && pause.mean <= pause.most * (1 + 1e-9));
        const tryTime = 0.1;
        const sample = sampleStarts(one, tryTime);
        const bounds = starts(between, tryTime);
        // A pause that the cap cuts off is blurred by a sixteenth of the pause before it.
        const blur = jitter === 'decorrelated' ? one.cap / 16 : 0;
        assert.ok(sample.every(({ from, to }) => from >= (bounds[1]?.least ?? 0) - tryTime - blur - 1e-9 && to <= (bounds.at(-1)?.most ?? 0) - tryTime + blur + 1e-9));
        const weight = sample.reduce((sum, start) => sum + start.weight, 0);
        near(weight, attempts - 1, 1e-9);
        const mean = sample.reduce((sum, start) => sum + start.weight * (start.from + start.to) / 2, 0) / weight;
        const expected = bounds.slice(1).reduce((sum, bound) => sum + bound.mean - tryTime, 0) / (attempts - 1);
        near(mean, expected, 0.03);
        // As much time in flight as all retries take together.
        const moments = inFlight(sample, tryTime);
        const area = moments.reduce((sum, [time, share], index) => {
          const next = moments[index + 1];
          return next ? sum + (next[0] - time) * (share + next[1]) / 2 : sum;
        }, 0);
        near(area, (attempts - 1) * tryTime, 1e-6);
      },
    ), { numRuns: 60 });
  });

  it('says what fits into the deadline', () => {
    // Five tries of 0.2 s and pauses of at most 0.1 + 0.2 + 0.4 + 0.8 s: 1 s at least, 2.5 s at most, 1.75 s in the mean.
    const found = resultsOf(backoff, { tryTime: 0.2, deadline: 2 });
    near(found.earliestEnd, 1);
    near(found.meanEnd, 1.75);
    near(found.latestEnd, 2.5);
    // At their latest the tries end at 0.2, 0.5, 0.9, 1.5 and 2.5 s.
    assert.equal(found.surelyFit, 4);
    assert.equal(resultsOf(backoff, { tryTime: 0.2, deadline: 0.5 }).surelyFit, 2);
    assert.equal(resultsOf(backoff, { tryTime: 0.2, deadline: 1.4 }).surelyFit, 3);
    const fit = (deadline: number): string | undefined => {
      const outcome = outcomeOf(backoff, { tryTime: 0.2, deadline });
      return 'results' in outcome ? outcome.notes?.[0]?.id : undefined;
    };
    assert.deepEqual([fit(0.9), fit(1), fit(2.5)], ['neverFits', 'mayMiss', 'fits']);
  });

  it('brings all clients back at once without jitter, and fewer with it', () => {
    assert.equal(resultsOf(backoff, { jitter: 'none' }).peak, 1_000);
    const full = resultsOf(backoff, { base: 1, cap: 60, jitter: 'full' }).peak ?? 0;
    assert.ok(full < 300, `${full}`);
  });

  it('refuses a cap below the base, and gives finite numbers for any values', () => {
    assert.deepEqual(outcomeOf(backoff, { base: 2, cap: 1 }), { refused: 'capBelowBase', field: 'cap' });
    checkPart(backoff, 60);
  });
});
