import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal, type Bar } from '../../../../src/core/calculators/definition';
import { calls } from '../../../../src/core/calculators/latency/calls';
import { createRandom } from '../../../../src/core/calculators/random';
import { find, forEachAllowed, near, noteIds, plotOf, rowsOf } from './support';

const MS = 1e-3;
type Row = { name: string; stage: number; latency: number };

/** The longest way through a graph in which every call of a stage waits for every call of the one before. */
function longestPath(rows: readonly Row[]): number {
  const stages = [...new Set(rows.map(({ stage }) => stage))].sort((a, b) => a - b);
  const from = (index: number): number => {
    const stage = stages[index];
    if (stage === undefined) return 0;
    return Math.max(...rows.filter((row) => row.stage === stage).map((row) => row.latency + from(index + 1)));
  };
  return from(0);
}

describe('Serial and parallel calls', () => {
  // Jeff Dean, "Designs, Lessons and Advice from Building Large Distributed Systems", keynote at LADIS 2009, "Back of the
  // Envelope Calculations": 30 thumbnails of 256 KB, 10 ms a seek, 30 MB/s. Serially 560 ms, in parallel 18 ms.
  const thumbnail = 10 * MS + 256e3 / 30e6;
  const thumbnails = (stageOf: (index: number) => number): Row[] =>
    Array.from({ length: 30 }, (_, index) => ({ name: `thumbnail ${index + 1}`, stage: stageOf(index), latency: thumbnail }));

  it('reads thirty thumbnails one after another in 560 ms', () => {
    near(find(calls, { calls: thumbnails((index) => index + 1) }).results.total, 560 * MS, 5 * MS);
  });

  it('reads them side by side in 18 ms', () => {
    const { total, saved } = find(calls, { calls: thumbnails(() => 1) }).results;
    near(total, 18 * MS, 1 * MS);
    near(saved, 29 * thumbnail, 1e-12);
  });

  it('says what share of requests has every call within its percentile', () => {
    // Dean and Barroso, The Tail at Scale (2013): a hundred servers, each within its p99: 63 % of requests are slower.
    // Here with forty calls at most: 0.99^40 by exact fractions below, and Boole's inequality as the bound.
    const forty = Array.from({ length: 40 }, (_, index) => ({ name: String(index), stage: 1, latency: MS }));
    const { independentShare, guaranteedShare } = find(calls, { calls: forty, percentile: 0.99 }).results;
    near(independentShare, Number(99n ** 40n * 10n ** 18n / 100n ** 40n) / 1e18, 1e-15);
    near(guaranteedShare, 0.6, 1e-12);
  });

  it('keeps the promise for calls that depend on each other in any way', () => {
    // Slow calls that exclude each other are the worst case: in each request at most one of five is slow.
    const random = createRandom(7);
    const [requests, members, percentile] = [20_000, 5, 0.95];
    let within = 0;
    for (let request = 0; request < requests; request += 1) within += random() < members * (1 - percentile) ? 0 : 1;
    const five = Array.from({ length: members }, (_, index) => ({ name: String(index), stage: 1, latency: MS }));
    near(within / requests, find(calls, { calls: five, percentile }).results.guaranteedShare, 0.01);
  });

  it('agrees with the longest way through the graph, however the rows are ordered', () => {
    const row = fc.record({ name: fc.string({ maxLength: 8 }), stage: fc.integer({ min: 1, max: 6 }), latency: fc.double({ min: 0, max: 10, noNaN: true }) });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const { total, serial, saved } = find(calls, { calls: rows }).results;
      near(total, longestPath(rows), 1e-9);
      near(find(calls, { calls: [...rows].reverse() }).results.total, total, 1e-12);
      assert(total <= serial + 1e-9 && saved >= -1e-9);
      assert(total >= Math.max(...rows.map(({ latency }) => latency)) - 1e-12);
    }));
  });

  it('gives a call as much slack as it may be slower by', () => {
    const rows = [{ name: 'a', stage: 1, latency: 0.02 }, { name: 'b', stage: 1, latency: 0.05 }, { name: 'c', stage: 2, latency: 0.01 }];
    const base = find(calls, { calls: rows });
    assert.deepEqual(rowsOf(base, 'slack').map(([name, , , slack]) => [name, Math.round(Number(slack) * 1e6)]), [['a', 30_000], ['b', 0], ['c', 0]]);
    assert.deepEqual(rowsOf(base, 'stages').map(([stage, , starts]) => [stage, starts]), [[1, 0], [2, 0.05]]);
    const slower = rows.map((row) => (row.name === 'a' ? { ...row, latency: row.latency + 0.03 } : row));
    near(find(calls, { calls: slower }).results.total, base.results.total, 1e-12);
    const [shorten] = (base.all.notes ?? []).filter(({ id }) => id === 'shorten');
    assert.equal(shorten?.terms?.['call'], 'b');
    near(Number(shorten.terms['gain']), 0.03, 1e-12);
    const plot = plotOf(base, 'timeline');
    assert('bars' in plot);
    assert.deepEqual(plot.bars.map(({ segments }) => segments.map(({ id }) => id)), [['before', 'parallel'], ['before', 'critical'], ['before', 'critical']]);
  });

  it('tells what is left of the budget, and when nothing is', () => {
    const rows = [{ name: 'a', stage: 1, latency: 0.1 }];
    near(find(calls, { calls: rows, budget: 0.15 }).results.left, 0.05, 1e-12);
    const [bar] = (plotOf(find(calls, { calls: rows, budget: 0.15 }), 'budget') as { bars: readonly Bar[] }).bars;
    near((bar?.segments ?? []).reduce((sum, { value }) => sum + value, 0), 0.15, 1e-12);
    assert(noteIds(find(calls, { calls: rows, budget: 0.15 })).includes('within'));
    assert(noteIds(find(calls, { calls: rows, budget: 0.09 })).includes('over'));
  });

  it('has an answer for any rows', () => {
    forEachAllowed(calls, (outcome) => {
      assert(!isRefusal(outcome));
      const { independentShare = NaN, guaranteedShare = NaN } = outcome.results;
      assert(independentShare >= guaranteedShare - 1e-12 && independentShare <= 1);
    });
  });
});
