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

  it('wants no hit ratio above 1 for a target that hits keep', () => {
    close(find('latency', { target: 0.05 }).results['neededHitRatio'] ?? 0, 0.9842, 0.02);
    assert.equal(find('latency', { target: 2e-3 }).results['neededHitRatio'], undefined);
  });
});
