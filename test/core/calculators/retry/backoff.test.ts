import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/calculators/random';
import { backoff } from '../../../../src/core/calculators/retry/backoff';
import { decorrelatedMeans } from '../../../../src/core/calculators/retry/decorrelated';
import { drawPause, JITTERS, pauses, starts, type Policy } from '../../../../src/core/calculators/retry/schedule';
import { busiest, sampleRetries } from '../../../../src/core/calculators/retry/spread';
import { checkPart, near, outcomeOf, resultsOf } from './arbitrary';

const policy = (changes: Partial<Policy> = {}): Policy => ({ base: 0.1, factor: 2, cap: 1, attempts: 5, jitter: 'full', ...changes });

describe('Calculator: backoff', () => {
  it('gives the pauses of published policies', () => {
    // gRPC proposal A6: random(0, min(initialBackoff × multiplier^(n − 1), maxBackoff)), with .1s, 2, 1s and 4 attempts.
    const ceilings = pauses(policy({ attempts: 6 })).map((pause) => pause.most);
    [0.1, 0.2, 0.4, 0.8, 1].forEach((expected, index) => near(ceilings[index], expected));
    assert.ok(pauses(policy()).every((pause) => pause.least === 0 && pause.mean === pause.most / 2));
    // Kubernetes, Pod Lifecycle: restarts after 10 s, 20 s, 40 s, …, capped at 300 s.
    assert.deepEqual(
      pauses({ base: 10, factor: 2, cap: 300, attempts: 8, jitter: 'none' }).map((pause) => pause.mean), [10, 20, 40, 80, 160, 300, 300],
    );
    // Linux kernel, ip-sysctl (before linear timeouts): 6 SYN retries from 1 s, the last one 63 s after the first SYN.
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

  it('spreads one retry as evenly as its pause', () => {
    // One uniform pause of width c and tries of length h: a share h / c is in flight at most (all, if h > c).
    const peakOf = (changes: Partial<Policy>, tryTime: number): number => {
      const one = policy({ attempts: 2, base: 1, cap: 10, ...changes });
      return busiest(sampleRetries(one, tryTime), tryTime).share;
    };
    near(peakOf({ jitter: 'full' }, 0.2), 0.2, 0.01);
    near(peakOf({ jitter: 'equal' }, 0.2), 0.4, 0.01);
    near(peakOf({ jitter: 'decorrelated' }, 0.2), 0.1, 0.02);
    assert.equal(peakOf({ jitter: 'none' }, 0.2), 1);
    assert.equal(peakOf({ jitter: 'full' }, 2), 1);
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
    const retries = sampleRetries(policy(), tryTime);
    for (const time of [0.05, 0.1, 0.3, 0.5, 0.8, 1.2, 1.6]) {
      assert.ok(Math.abs(retries.begins.filter((begin) => begin <= time && begin > time - tryTime).length / retries.clients - (flying[Math.round(time / step)] ?? 0)) < 0.015, `${time}`);
    }
    near(busiest(retries, tryTime).share, Math.max(...flying), 0.02);
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
        const { begins } = sampleRetries(one, tryTime);
        const bounds = starts(between, tryTime);
        assert.ok((begins[0] ?? 0) >= (bounds[1]?.least ?? 0) - tryTime - 1e-9);
        assert.ok((begins.at(-1) ?? 0) <= (bounds.at(-1)?.most ?? 0) - tryTime + 1e-9);
        const mean = begins.reduce((sum, begin) => sum + begin, 0) / begins.length;
        const expected = bounds.slice(1).reduce((sum, bound) => sum + bound.mean - tryTime, 0) / (attempts - 1);
        near(mean, expected, 0.02);
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
