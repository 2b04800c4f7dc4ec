import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { drawThrough, type LatencyDistribution } from '../../../../src/core/calculators/latency/distribution';
import { extraRequests, quantileHedged, slowerHedged } from '../../../../src/core/calculators/latency/hedge';
import { hedging } from '../../../../src/core/calculators/latency/hedging';
import { createRandom } from '../../../../src/core/calculators/random';
import { close, find, forEachAllowed, near, noteIds, rowsOf } from './support';

/** Mean 1 s: everything about hedging has a closed form. */
const exponential: LatencyDistribution = { quantile: (q) => -Math.log1p(-q), slower: (t) => Math.exp(-Math.max(0, t)) };

/** Rising percentiles, as a person enters them. */
const percentiles = fc.tuple(
  fc.double({ min: 1e-4, max: 1, noNaN: true }), ...[1, 2, 3].map(() => fc.double({ min: 1, max: 20, noNaN: true })),
).map(([median, ...factors]) => {
  const [p95, p99, p999] = factors.reduce<number[]>((latencies, factor) => [...latencies, (latencies[latencies.length - 1] ?? median) * factor], []);
  return { median, p95: p95 ?? 1, p99: p99 ?? 1, p999: p999 ?? 1 };
});

describe('Latency drawn through percentiles', () => {
  it('goes through what was entered, and back', () => {
    fc.assert(fc.property(percentiles, fc.double({ min: 0, max: 0.9999, noNaN: true }), ({ median, p95, p99, p999 }, q) => {
      const drawn = drawThrough([{ share: 0.5, latency: median }, { share: 0.95, latency: p95 }, { share: 0.99, latency: p99 }, { share: 0.999, latency: p999 }]);
      close(drawn.quantile(0.5), median, 1e-9);
      close(drawn.quantile(0.99), p99, 1e-9);
      // Where percentiles coincide, the share drops at one latency: never more than asked for, and after it never less.
      const latency = drawn.quantile(q);
      assert(drawn.slower(latency * (1 + 1e-9)) <= (1 - q) * (1 + 1e-6));
      assert(drawn.slower(latency * (1 - 1e-9)) >= (1 - q) * (1 - 1e-6) || q === 0);
    }));
  });

  it('is a Pareto distribution where the percentiles are those of one', () => {
    // S(t) = (m / t)^a, with m = 2 ms and a = 1.5: t(q) = m (1 − q)^(−1/a).
    const pareto = (q: number): number => 2e-3 * (1 - q) ** (-1 / 1.5);
    const drawn = drawThrough([0.5, 0.95, 0.99, 0.999].map((share) => ({ share, latency: pareto(share) })));
    for (const q of [0, 0.1, 0.5, 0.7, 0.9, 0.97, 0.998, 0.9999]) close(drawn.quantile(q), pareto(q), 1e-9);
    close(drawn.slower(2e-2), (2e-3 / 2e-2) ** 1.5, 1e-9);
  });
});

describe('Hedged requests', () => {
  it('sends about 5 % more requests when it waits for the 95th percentile', () => {
    // Dean and Barroso, The Tail at Scale (CACM 56:2, 2013), "Hedged requests": deferring the second request until the
    // 95th percentile "limits the additional load to approximately 5%".
    near(find(hedging, { p95: 0.04, delay: 0.04 }).results.extraRequests, 0.05, 1e-12);
  });

  it('has the closed form of the exponential distribution', () => {
    // t ≥ d: e^(−t) e^(−(t − d)), so t(q) = (d − ln(1 − q)) / 2; the minimum of two has rate 2 (any textbook).
    for (const delay of [0, 0.3, 1, 3]) {
      for (const q of [0.95, 0.99, 0.999]) {
        close(quantileHedged(exponential, { delay, shared: 0 }, q), Math.min(-Math.log1p(-q), (delay - Math.log1p(-q)) / 2), 1e-9);
      }
      close(extraRequests(exponential, delay), Math.exp(-delay), 1e-12);
    }
  });

  it('agrees with a simulation of requests, with and without slowness that comes with the request', () => {
    const [delay, p95, p99, p999] = [0.04, 0.04, 0.18, 0.9];
    const drawn = drawThrough([{ share: 0.5, latency: 0.01 }, { share: 0.95, latency: p95 }, { share: 0.99, latency: p99 }, { share: 0.999, latency: p999 }]);
    for (const shared of [0, 0.25]) {
      const random = createRandom(3);
      const requests = 100_000;
      let second = 0;
      const latencies = Array.from({ length: requests }, () => {
        const first = drawn.quantile(random());
        if (first > delay) second += 1;
        const copy = random() < shared ? first : drawn.quantile(random());
        return Math.min(first, delay + copy);
      });
      const { results } = find(hedging, { median: 0.01, p95, p99, p999, delay, shared });
      near(second / requests, results.extraRequests, 0.002);
      // The share of simulated requests beyond the calculated percentile, to four standard errors.
      for (const [latency, slow] of [[results.hedged99, 0.01], [results.hedged999, 0.001]] as const) {
        const beyond = latencies.filter((each) => each > latency).length / requests;
        near(beyond, slow, 4 * Math.sqrt(slow / requests));
      }
    }
  });

  it('gains nothing where both copies are slow together, and most where they are independent', () => {
    const { results } = find(hedging, { shared: 1 });
    near(results.gain99, 1, 1e-9);
    near(results.gain999, 1, 1e-9);
    fc.assert(fc.property(percentiles, fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, delay, shared) => {
      const some = find(hedging, { ...values, delay, shared }).results;
      assert(some.hedged99 <= values.p99 * (1 + 1e-9) && some.hedged999 <= values.p999 * (1 + 1e-9));
      assert(some.independent999 <= some.hedged999 * (1 + 1e-9));
      assert(some.hedged95 <= some.hedged99 * (1 + 1e-9) && some.hedged99 <= some.hedged999 * (1 + 1e-9));
      assert(some.hedged999 >= Math.min(delay, values.p999) * (1 - 1e-9));
    }));
  });

  it('costs fewer second copies and gains less, the later it sends', () => {
    const rows = rowsOf(find(hedging), 'delays').map((row) => row.map(Number));
    rows.slice(1).forEach((row, index) => {
      assert((row[2] ?? NaN) < (rows[index]?.[2] ?? NaN), 'fewer copies');
      assert((row[4] ?? NaN) >= (rows[index]?.[4] ?? NaN), 'a slower p99.9');
    });
    const drawn = drawThrough([{ share: 0.5, latency: 0.01 }, { share: 0.95, latency: 0.04 }]);
    assert.equal(slowerHedged(drawn, { delay: 0.02, shared: 0 }, 0.019), drawn.slower(0.019));
  });

  it('takes percentiles that coincide, and refuses those that fall', () => {
    const flat = find(hedging, { median: 0.01, p95: 0.01, p99: 0.01, p999: 0.01, delay: 0.005 });
    near(flat.results.hedged999, 0.01, 1e-12);
    assert.equal(find(hedging, { median: 0.01, p95: 0.01, p99: 0.01, p999: 0.01, delay: 0.02 }).results.extraRequests, 0);
    for (const values of [{ median: 0.05 }, { p95: 0.2 }, { p99: 1 }]) {
      const outcome = hedging.calculate?.({ median: 0.01, p95: 0.04, p99: 0.18, p999: 0.9, delay: 0.04, shared: 0, ...values } as never);
      assert(outcome && isRefusal(outcome) && outcome.refused === 'order');
    }
  });

  it('warns where it must', () => {
    assert(noteIds(find(hedging, { delay: 0.011 })).includes('early'));
    assert(noteIds(find(hedging, { delay: 0.5 })).includes('late'));
    assert(noteIds(find(hedging, { shared: 0 })).includes('independent'));
  });

  it('has an answer or a refusal for anything', () => {
    forEachAllowed(hedging);
    fc.assert(fc.property(percentiles, fc.double({ min: 0, max: 3_600, noNaN: true }), (values, delay) => {
      assert(Number.isFinite(find(hedging, { ...values, delay }).results.gain999));
    }));
  });
});
