import test from 'node:test';
import assert from 'node:assert/strict';
import { FencedResource } from '../src/fencedResource.js';
import { safeTermMs } from '../src/safeTerm.js';

function storage() {
  /** @type {number | undefined} */
  let highest;
  /** @type {string[]} */
  const applied = [];
  return {
    applied,
    loadToken: () => highest,
    saveToken: (/** @type {number} */ token) => void (highest = token),
    apply: (/** @type {number} */ token, /** @type {unknown} */ value) => void applied.push(`${value} (${token})`),
  };
}

test('a holder relies on its lease for no longer than the worst clocks allow', () => {
  assert.equal(safeTermMs(10_000, 0), 10_000, 'with perfect clocks the whole lease is safe');
  for (const [leaseMs, bound] of /** @type {[number, number][]} */ ([[10_000, 0.001], [3_000, 0.05], [15_000, 0.2]])) {
    const storeEndsAt = leaseMs / (1 + bound), holderEndsAt = safeTermMs(leaseMs, bound) / (1 - bound);
    assert.ok(holderEndsAt <= storeEndsAt + 1e-6,
      `drift ${bound}: the slowest holder stops after ${holderEndsAt} ms, the fastest store after ${storeEndsAt} ms`);
    assert.ok(holderEndsAt >= storeEndsAt - 1e-6, `drift ${bound}: ${storeEndsAt - holderEndsAt} ms are given away`);
  }
  for (const bound of [-0.1, 1, NaN]) assert.throws(() => safeTermMs(1_000, bound), RangeError, `a bound of ${bound}`);
});

test('the resource refuses older tokens, also after a restart', () => {
  const disk = storage(), resource = new FencedResource(disk);
  assert.deepEqual(resource.handle({ type: 'write', token: 3, value: 'a' }), { accepted: true, highestToken: 3 });
  assert.deepEqual(resource.handle({ type: 'write', token: 3, value: 'b' }), { accepted: true, highestToken: 3 },
    'a leader writes many times under one token');
  assert.deepEqual(resource.handle({ type: 'write', token: 4, value: 'c' }), { accepted: true, highestToken: 4 });
  assert.deepEqual(resource.handle({ type: 'write', token: 3, value: 'd' }), { accepted: false, highestToken: 4 },
    'token 4 has been seen, so the holder of token 3 is a former leader');
  assert.deepEqual(disk.applied, ['a (3)', 'b (3)', 'c (4)'], 'what is refused must not be carried out');

  assert.deepEqual(resource.handle({ type: 'announce', token: 5 }), { accepted: true, highestToken: 5 });
  assert.deepEqual(resource.handle({ type: 'announce', token: 2 }), { accepted: false, highestToken: 5 },
    'an old announcement is refused too');
  const after = new FencedResource(disk);
  assert.equal(after.handle({ type: 'write', token: 4, value: 'late' }).accepted, false,
    'token 5 was announced before the restart; a fence that falls with the process lets the old leader in');
  assert.equal(disk.applied.length, 3);
});
