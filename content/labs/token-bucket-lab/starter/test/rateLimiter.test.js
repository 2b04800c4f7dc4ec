import assert from 'node:assert/strict';
import test from 'node:test';
import { RateLimiter } from '../src/rateLimiter.js';
import { ManualClock } from './support/manualClock.js';

/** @param {Partial<import('../src/rateLimiter.js').Options>} [changes] */
function setUp(changes = {}) {
  const clock = new ManualClock();
  return { clock, limiter: new RateLimiter({ tokens: 10, periodMs: 1_000, burst: 20, now: clock.now, ...changes }) };
}

/**
 * @param {RateLimiter} limiter
 * @param {number} requests
 * @param {string} [key]
 */
function admitted(limiter, requests, key = 'caller') {
  let count = 0;
  for (let i = 0; i < requests; i += 1) if (limiter.take(key).allowed) count += 1;
  return count;
}

test('admits a burst, and then refuses', () => {
  const { limiter } = setUp();
  assert.deepEqual(limiter.take('caller'), { allowed: true, retryAfterMs: 0 });
  assert.equal(admitted(limiter, 99), 19, 'the bucket held 20 tokens, and one was taken before');
});

test('fills the bucket with time, and never above the burst', () => {
  const { clock, limiter } = setUp();
  admitted(limiter, 20);
  clock.advance(500);
  assert.equal(admitted(limiter, 99), 5, 'half a second brings 5 tokens');
  clock.advance(3_600_000);
  assert.equal(admitted(limiter, 99), 20, "a quiet hour saves up one burst, not an hour's worth");
});

test('keeps fractions of a token, however often it is asked', () => {
  for (const tokens of [1, 3, 7]) {
    const { clock, limiter } = setUp({ tokens, burst: 1 });
    let count = 0;
    for (let millisecond = 0; millisecond <= 10_000; millisecond += 1) {
      count += admitted(limiter, 1);
      clock.advance(1);
    }
    // With 7 a second a token takes 142.86 ms, and one that asks each millisecond waits for 143.
    const expected = 1 + Math.floor(10_000 / Math.ceil(1_000 / tokens));
    const message = `${tokens} a second: asked each millisecond for 10 s it admits ${count} instead of ${expected}`;
    assert.ok(Math.abs(count - expected) <= 1, message);
  }
});

test('is exact: one token of a hundred per minute is there after 600 ms and not before', () => {
  const { clock, limiter } = setUp({ tokens: 100, periodMs: 60_000, burst: 1 });
  for (let i = 0; i < 1_000; i += 1) {
    assert.equal(limiter.take('caller').allowed, true, `token ${i + 1} must be there after ${i} × 600 ms`);
    clock.advance(599);
    assert.equal(limiter.take('caller').allowed, false, 'a millisecond is missing');
    clock.advance(1);
  }
});

test('charges what a request costs, and nothing for a refused one', () => {
  const { limiter } = setUp();
  assert.equal(limiter.take('caller', 15).allowed, true);
  assert.equal(limiter.take('caller', 6).allowed, false, '5 tokens are left for a cost of 6');
  assert.equal(limiter.take('caller', 5).allowed, true, 'the refused request took none of the 5');
  assert.equal(limiter.take('caller', 1).allowed, false, 'the bucket is empty');
});

test('rejects a cost that could never pass, or that is not a cost', () => {
  const { limiter } = setUp();
  for (const cost of [21, 0, -5, 0.5, NaN, Infinity]) {
    assert.throws(() => limiter.take('caller', cost), RangeError, `a cost of ${cost} with a burst of 20`);
  }
  assert.equal(admitted(limiter, 99), 20, 'and the bucket is as full as before');
});

test('says how many milliseconds to wait, neither too few nor too many', () => {
  const { clock, limiter } = setUp({ tokens: 3, burst: 3 });
  admitted(limiter, 3);
  for (const [cost, expected] of [[1, 334], [2, 667], [3, 1_000]]) {
    const { allowed, retryAfterMs } = limiter.take('caller', cost);
    assert.deepEqual([allowed, retryAfterMs], [false, expected], `${cost} of 3 tokens a second are missing`);
  }
  clock.advance(333);
  assert.deepEqual(limiter.take('caller'), { allowed: false, retryAfterMs: 1 });
  clock.advance(1);
  assert.equal(limiter.take('caller').allowed, true, 'who waits as told is admitted');
  assert.equal(limiter.take('caller').retryAfterMs, 333, '1.002 tokens had come in 334 ms, so 0.002 are left');
});

test('gives each caller a bucket of its own, whatever it is called', () => {
  const { limiter } = setUp();
  for (const key of ['alice', 'bob', '__proto__', 'constructor', '']) {
    assert.equal(admitted(limiter, 99, key), 20, `"${key}" finds a full bucket`);
  }
});

test('makes no tokens out of a clock that goes backwards', () => {
  const { clock, limiter } = setUp();
  clock.advance(10_000);
  admitted(limiter, 20);
  clock.advance(-5_000);
  assert.equal(admitted(limiter, 99), 0, 'time that went back fills nothing');
  assert.equal(limiter.take('caller').retryAfterMs, 5_100, 'the next token needs new time: 5 s until then, and 100 ms');
  assert.equal(admitted(limiter, 99, 'newcomer'), 20, 'a caller that was never seen has a full bucket all the same');
  clock.advance(5_000);
  assert.equal(admitted(limiter, 99), 0, 'the 5 s that come a second time had been counted before');
  assert.equal(admitted(limiter, 99, 'newcomer'), 0, 'the same holds for one who came in between');
  clock.advance(1_000);
  assert.equal(admitted(limiter, 99), 10, 'new time counts again');
});

test('forgets callers whose buckets are full again', () => {
  const { clock, limiter } = setUp(); // an empty bucket is full after 2 s
  for (let caller = 0; caller < 1_000; caller += 1) {
    limiter.take('regular');
    limiter.take(`caller ${caller}`);
    assert.ok(limiter.size <= 201, `${limiter.size} callers are kept, 201 were charged in the last 2 s`);
    clock.advance(10);
  }
  assert.ok(limiter.size > 0, 'who was charged just now must be kept');
  clock.advance(10_000);
  limiter.take('the only one');
  assert.equal(limiter.size, 1, 'all other buckets are full, and the same as none');
});
