import assert from 'node:assert/strict';
import { isRefusal, type Cell } from '../../../../src/core/calculators/definition';
import { compare } from '../../../../src/core/calculators/rate-limiting/compare';
import { bursts, edge, fromCounts, poisson, steady } from '../../../../src/core/calculators/rate-limiting/traces';
import { checkPart, outcomeOf, resultsOf } from '../retry/arbitrary';

type Row = Record<'admitted' | 'rejected' | 'most' | 'longestDelay' | 'kept', Cell>;

function rowsOf(changes: Record<string, unknown>): Record<string, Row> {
  const outcome = outcomeOf(compare, changes);
  assert.ok(!isRefusal(outcome));
  const rows = (outcome.tables as Record<string, Cell[][]>)['algorithms'] ?? [];
  return Object.fromEntries(rows.map(([name, admitted, rejected, most, longestDelay, kept]) =>
    [String(name), { admitted: admitted ?? null, rejected: rejected ?? null, most: most ?? null, longestDelay: longestDelay ?? null, kept: kept ?? null }]));
}
const refusedOf = (changes: Record<string, unknown>): string | undefined => {
  const outcome = outcomeOf(compare, changes);
  return isRefusal(outcome) ? outcome.refused : undefined;
};

describe('Calculator: comparison of rate limiters', () => {
  it('shows twice the limit at the edge of a fixed window, and the limit in the log', () => {
    const rows = rowsOf({ trace: 'edge', limit: 100, window: 10, burst: 20 });
    assert.deepEqual(rows['Fixed window'], { admitted: 600, rejected: 0, most: 200, longestDelay: 0, kept: 2 });
    assert.equal(rows['Sliding window log']?.most, 100);
    assert.equal(rows['Leaky bucket as a queue']?.longestDelay, 1.9);
    assert.deepEqual(rows['Token bucket']?.admitted, rows['Leaky bucket as a meter (GCRA)']?.admitted);
    assert.deepEqual(Object.values(rows).map(({ kept }) => kept), [2, 1, 21, 2, 100, 3]);
  });

  it('lets an even caller within the limit pass everywhere', () => {
    const rows = rowsOf({ trace: 'steady', arrivalRate: 10, limit: 100, window: 10, burst: 1 });
    // At exactly the limit the counter rejects the first request of each window after the first: 100 were there, and one more.
    for (const [name, row] of Object.entries(rows)) assert.equal(row.admitted, name === 'Sliding window counter' ? 595 : 600, name);
    const below = rowsOf({ trace: 'steady', arrivalRate: 9.5, limit: 100, window: 10, burst: 1 });
    for (const [name, row] of Object.entries(below)) assert.equal(row.rejected, 0, name);
  });

  it('keeps a caller of twice the limit at the limit in the long run', () => {
    const rows = rowsOf({ trace: 'poisson', arrivalRate: 20, limit: 100, window: 10, burst: 10, duration: 2_000 });
    for (const [name, row] of Object.entries(rows)) {
      const rate = Number(row.admitted) / 2_000;
      assert.ok(rate > 9.5 && rate < 10.3, `${name}: ${rate}`);
    }
  });

  it('makes traces of the rate that was asked for, in order and within their time', () => {
    const rule = { limit: 50, window: 1_000_000, burst: 10 };
    const traces: [readonly number[], number][] = [
      [steady(12.5, 80), 1_000], [poisson(10, 100, 1), 1_000], [bursts(10, 100, 8), 1_000], [edge(rule, 20), 1_000], [fromCounts([500, 0, 500]), 1_000],
    ];
    for (const [arrivals, expected] of traces) {
      assert.ok(Math.abs(arrivals.length - expected) <= 0.1 * expected, `${arrivals.length}`);
      arrivals.forEach((at, index) => assert.ok(Number.isInteger(at) && at >= (arrivals[index - 1] ?? 0) && at < 100_000_000));
    }
    assert.equal(steady(10, 60).length, 600);
    assert.deepEqual(fromCounts([2, 0, 1]), [0, 500_000, 2_000_000]);
    // Gaps of a Poisson process: as spread as they are long in the mean.
    const arrivals = poisson(10, 4_000, 2);
    const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    assert.ok(Math.abs(deviation / mean - 1) < 0.03);
  });

  it('draws the same for the same seed and other arrivals for another', () => {
    const most = (seed: number): unknown => rowsOf({ trace: 'poisson', seed });
    assert.deepEqual(most(4), most(4));
    assert.notDeepEqual(most(4), most(5));
  });

  it('prints the worst delay that the queue reaches, and notes small buckets of callers within the limit', () => {
    const values = { trace: 'edge', limit: 100, window: 10, burst: 50 };
    // The last of 50 at a rate of 10 a second waits for 49 others.
    assert.equal(resultsOf(compare, values).worstDelay, 4.9);
    assert.equal(rowsOf({ ...values, trace: 'bursts', arrivalRate: 10, period: 15, limit: 10, window: 1, burst: 50 })['Leaky bucket as a queue']?.longestDelay, 4.9);
    const rejectsBursts = (changes: Record<string, unknown>): boolean => {
      const outcome = outcomeOf(compare, { limit: 100, window: 10, burst: 20, trace: 'bursts', period: 10, ...changes });
      return 'results' in outcome && (outcome.notes ?? []).some(({ id }) => id === 'burstRejected');
    };
    assert.deepEqual([rejectsBursts({ arrivalRate: 8 }), rejectsBursts({ arrivalRate: 20 }), rejectsBursts({ arrivalRate: 8, burst: 80 })], [true, false, false]);
  });

  it('refuses what it cannot simulate', () => {
    assert.equal(refusedOf({ trace: 'steady', arrivalRate: 1_000, duration: 51 }), 'tooMany');
    assert.equal(refusedOf({ trace: 'edge', window: 60, duration: 60 }), 'edgeTooShort');
    assert.equal(refusedOf({ trace: 'bursts', arrivalRate: 0.01, period: 10 }), 'noBurst');
    assert.equal(refusedOf({ trace: 'counts', counts: [{ requests: 0 }] }), 'nothingArrives');
    assert.equal(refusedOf({ trace: 'counts', counts: [{ requests: 40_000 }, { requests: 20_000 }] }), 'tooMany');
  });

  it('gives finite numbers for any values', () => {
    checkPart(compare, 60);
    assert.equal(resultsOf(compare, { limit: 50_000, window: 10, trace: 'poisson', arrivalRate: 800 }).worstWindow, 100_000);
  });
});
