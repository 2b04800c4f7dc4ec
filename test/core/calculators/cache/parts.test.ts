import assert from 'node:assert/strict';
import { isRefusal, type Findings, type Part } from '../../../../src/core/calculators/definition';
import { cache } from '../../../../src/core/calculators/cache';
import { calculatePart } from '../../../../src/core/calculators/run';
import { defaultValues } from '../cost/anyValues';
import { checkPart } from '../cost/checkPart';
import { close } from './close';

const partOf = (id: string): Part => cache.parts.find((part) => part.id === id) ?? assert.fail(id);
function find(id: string, values: Record<string, unknown> = {}): Findings {
  const outcome = calculatePart(partOf(id), { ...defaultValues(partOf(id)), ...values });
  return isRefusal(outcome) ? assert.fail(outcome.refused) : outcome;
}
const refusal = (id: string, values: Record<string, unknown>): string => {
  const outcome = calculatePart(partOf(id), { ...defaultValues(partOf(id)), ...values });
  return isRefusal(outcome) ? outcome.refused : assert.fail('not refused');
};

describe('cache calculator', () => {
  for (const part of cache.parts) {
    it(`answers or refuses for any values: ${part.id}`, () => { checkPart(part); }).timeout(60_000);
  }

  it('has defaults that show something', () => {
    for (const part of cache.parts) find(part.id);
    assert.ok((find('stampede').results['unprotected'] ?? 0) > 100);
    assert.ok((find('failure').results['coldUtilisation'] ?? 0) > 1);
  });

  it('refuses what cannot be', () => {
    assert.equal(refusal('latency', { hitTail: 0.5e-3 }), 'tailBelowMedian');
    assert.equal(refusal('latency', { missTail: 100 }), 'tooWide');
    assert.equal(refusal('stampede', { lifetime: 0.1 }), 'livesTooShort');
    assert.equal(refusal('failure', { backendCapacity: 100 }), 'overloadedWarm');
  });

  it('has as many misses as reads without jitter, and the rate of even lifetimes with it', () => {
    const batch = { keys: 1000, lifetime: 100, keyReads: 1000, recomputeTime: 0.1 };
    close(find('expiry', { ...batch, jitter: 0 }).results['peakRate'], 1e6, 1e-12);
    assert.equal(find('expiry', { ...batch, jitter: 0 }).results['atOnce'], 1000);
    close(find('expiry', { ...batch, jitter: 0.1 }).results['peakRate'], 1000 / 20, 1e-9);
  });

  it('tells times in seconds: of N equally popular objects C were asked for after N ln(N / (N − C)) requests', () => {
    const values = { exponent: 0, objects: 10_000, cacheSize: 9_000, requestRate: 500 };
    close(find('hitRatio', values).results['characteristicTime'], 10_000 * Math.log(10) / 500, 1e-9);
    // Cold, all of 500 a second miss; 1,000 fewer objects are missed for each 1,000 fetched, so 200 a second are left after 6,000.
    const { results } = find('failure', { ...values, backendCapacity: 200, lostShare: 1 });
    close(results['timeToSafe'], 6_000 / 200, 1e-6);
    // Half lost: 0.5 × 0.1 + 0.5 m = 0.4 of the requests miss when m = 0.7, after N ln(1 / 0.7) requests.
    const served = 10_000 * Math.log(1 / 0.7);
    close(find('failure', { ...values, backendCapacity: 200, lostShare: 0.5 }).results['timeToSafe'], (0.5 * 0.1 * served + 0.5 * 3_000) / 200, 1e-6);
  });

  it('does not call a service independent of a cache of which it survives only a part', () => {
    const notesOf = (values: Record<string, unknown>): readonly string[] => (find('failure', values).notes ?? []).map(({ id }) => id);
    assert.ok(notesOf({ lostShare: 0.1, cacheSize: 900_000, backendCapacity: 5000 }).includes('survivesPart'));
    assert.ok(notesOf({ lostShare: 0.1, backendCapacity: 20_000 }).includes('survives'));
    assert.ok(notesOf({}).includes('overloads'));
  });

  it('says that no jitter is enough where the long run alone is too much', () => {
    const { notes, results } = find('expiry', { jitter: 0.8, recomputeCapacity: 250 });
    assert.deepEqual(notes?.map(({ id }) => id), ['peak', 'neverFits']);
    assert.equal(results['neededJitter'], undefined);
    assert.ok((results['peakFactor'] ?? 0) > 1);
  });

  it('refreshes more often by the lead of the refresh, in a cycle of life and computation', () => {
    const { results } = find('stampede', { keyRate: 10_000, recomputeTime: 2, lifetime: 600 });
    close(results['extraRefreshes'], 602 / (602 - 2 * (Math.log(20_000) + 0.5772156649)) - 1, 1e-6);
  });

  it('wants no hit ratio above 1 for a target that hits keep', () => {
    close(find('latency', { target: 0.05 }).results['neededHitRatio'] ?? 0, 0.9842, 0.02);
    assert.equal(find('latency', { target: 2e-3 }).results['neededHitRatio'], undefined);
  });
});
