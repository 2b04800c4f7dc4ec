import assert from 'node:assert/strict';
import test from 'node:test';
import { forEachSeed, Violation } from './support/seeds.js';
import { decide, makeTraffic } from './support/traffic.js';

/** @typedef {ReturnType<typeof decide>[number]} Decided */

/**
 * Whether a request would break the limit: in no window, from an admitted request up to now, may the costs exceed
 * the burst and what has been gained in the window. In whole numbers, so it is exact.
 * @param {import('./support/traffic.js').Limits} limits
 * @param {Decided[]} admitted earlier requests of the same caller
 * @param {number} time
 * @param {number} cost
 */
function breaksLimit({ tokens, periodMs, burst }, admitted, time, cost) {
  let sum = cost;
  for (const earlier of [...admitted].reverse()) {
    sum += earlier.cost;
    if (sum * periodMs > burst * periodMs + tokens * (time - earlier.time)) return true;
  }
  return false;
}

/**
 * Calls the check with each request and what its caller was admitted with before.
 * @param {Decided[]} decided
 * @param {(request: Decided, admitted: Decided[]) => void} check
 */
function forEachRequest(decided, check) {
  /** @type {Map<string, Decided[]>} */
  const admitted = new Map();
  for (const request of decided) {
    const earlier = admitted.get(request.key) ?? [];
    check(request, earlier);
    if (request.allowed) admitted.set(request.key, [...earlier, request]);
  }
}

test('admits in no window more than the burst and the rate allow', async () => {
  await forEachSeed(200, (random, trace) => {
    const { limits, requests } = makeTraffic(random, { clockGoesBack: true });
    forEachRequest(decide(limits, requests, trace), ({ allowed, time, cost, since }, admitted) => {
      if (!allowed) return;
      if (breaksLimit(limits, admitted, time, cost)) throw new Violation(since, 'more is admitted than allowed');
    });
  });
});

test('refuses only what would break the limit, and asks for the shortest wait', async () => {
  await forEachSeed(200, (random, trace) => {
    const { limits, requests } = makeTraffic(random, { clockGoesBack: true });
    let refused = 0;
    forEachRequest(decide(limits, requests, trace), ({ allowed, retryAfterMs, clock, time, cost, since }, admitted) => {
      if (allowed) return;
      refused += 1;
      // While the clock is behind, time stands still until it has caught up.
      const timeAfter = (/** @type {number} */ waitMs) => Math.max(time, clock + waitMs);
      const breaksAfter = (/** @type {number} */ waitMs) => breaksLimit(limits, admitted, timeAfter(waitMs), cost);
      if (!breaksAfter(0)) throw new Violation(since, 'a request is refused that is within the limit');
      if (breaksAfter(retryAfterMs)) throw new Violation(since, `after ${retryAfterMs} ms it is still over the limit`);
      if (!breaksAfter(retryAfterMs - 1)) throw new Violation(since, `it could pass before ${retryAfterMs} ms`);
    });
    assert.ok(refused < requests.length, 'nothing is admitted at all');
  });
});

test('decides about each caller as if there were no others', async () => {
  await forEachSeed(200, (random, trace) => {
    const { limits, requests } = makeTraffic(random, { clockGoesBack: false });
    const together = decide(limits, requests, trace);
    for (const key of new Set(requests.map((request) => request.key))) {
      const alone = decide(limits, requests.filter((request) => request.key === key));
      together.filter((request) => request.key === key).forEach(({ allowed, since }, index) => {
        const own = alone[index].allowed ? 'allowed' : 'refused';
        if (allowed !== alone[index].allowed) throw new Violation(since, `alone, ${key} would be ${own}`);
      });
    }
  });
});

test('keeps only callers that were charged within the time that fills a bucket', async () => {
  await forEachSeed(200, (random, trace) => {
    const { limits, requests } = makeTraffic(random, { clockGoesBack: true });
    // One regular caller, and an attacker who makes up a key for each request.
    const keyed = requests.map((request, index) => ({ ...request, key: index % 3 === 0 ? 'regular' : `key ${index}` }));
    const decided = decide(limits, keyed, trace);
    decided.forEach(({ size, time, since }, index) => {
      const charged = decided.slice(0, index + 1).filter((one) => {
        return one.allowed && (time - one.time) * limits.tokens < limits.burst * limits.periodMs;
      });
      const recent = new Set(charged.map((one) => one.key)).size;
      if (size > recent) throw new Violation(since, `${size} callers are kept, ${recent} were charged recently`);
      if (size === 0) throw new Violation(since, 'nobody is kept, not even the caller that was charged just now');
    });
  });
});
