import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  estimated, fixedWindow, gcra, leakyQueue, REJECTED, slidingCounter, slidingLog, tokenBucket, type Limiter,
} from '../../../../src/core/calculators/rate-limiting/limiters';
import { measure, mostWithin } from '../../../../src/core/calculators/rate-limiting/measures';
import { MOST_REQUESTS, type Rule } from '../../../../src/core/calculators/rate-limiting/ticks';

const DAY = 86_400_000_000;
const decisions = (limiter: Limiter, arrivals: readonly number[], rule: Rule): boolean[] => [...limiter(arrivals, rule)].map((at) => at !== REJECTED);
const admitted = (limiter: Limiter, arrivals: readonly number[], rule: Rule): number => decisions(limiter, arrivals, rule).filter(Boolean).length;
const many = (count: number, from: number, every = 0): number[] => Array.from({ length: count }, (_, index) => Math.round(from + index * every));

/** Arrivals in order, often at the same tick and often a window apart. */
const arrivalsArb = (window: number): fc.Arbitrary<number[]> => fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: window }), fc.constantFrom(window, window - 1, window + 1)),
  { minLength: 1, maxLength: 80 },
).map((gaps) => { let at = 0; return gaps.map((gap) => (at += gap)); });
const traceArb = fc.record({ limit: fc.integer({ min: 1, max: 12 }), window: fc.integer({ min: 2, max: 60 }), burst: fc.integer({ min: 1, max: 15 }) })
  .chain((rule) => fc.record({ rule: fc.constant(rule), arrivals: arrivalsArb(rule.window) }));

describe('Calculator: rate limiters', () => {
  it('throttle as the documented examples of Amazon API Gateway', () => {
    // Amazon API Gateway Developer Guide (awsdocs, 2018 to 2020), "Throttle API requests": 10,000 a second, burst 5,000.
    const rule: Rule = { limit: 10_000, window: 1_000_000, burst: 5_000 };
    for (const limiter of [tokenBucket, gcra]) {
      // Evenly: all 10,000.
      assert.equal(admitted(limiter, many(10_000, 0, 100), rule), 10_000);
      // All in the first millisecond: 5,000 (and the 9 or 10 tokens that come in within it).
      assert.ok([5_009, 5_010].includes(admitted(limiter, many(10_000, 0, 0.1), rule)));
      assert.equal(admitted(limiter, many(10_000, 0), rule), 5_000);
      // 5,000 in the first millisecond, 5,000 evenly over the other 999: all.
      assert.equal(admitted(limiter, [...many(5_000, 0, 0.2), ...many(5_000, 1_000, 999 / 5)], rule), 10_000);
      // 5,000 in the first, 5,000 at the 101st millisecond: 6,000.
      assert.equal(admitted(limiter, [...many(5_000, 0), ...many(5_000, 100_000)], rule), 6_000);
      // 5,000 in the first, 1,000 at the 101st, 4,000 evenly over the other 899: all.
      assert.equal(admitted(limiter, [...many(5_000, 0), ...many(1_000, 100_000), ...many(4_000, 101_000, 899_000 / 4_000)], rule), 10_000);
    }
  });

  it('estimates as the worked example of Cloudflare', () => {
    // Desgats (2017): 50 a minute; 42 in the minute before, 18 in the first 15 s of this one: 42 × 0.75 + 18 = 49.5,
    // and "one more request" is one too many.
    assert.equal(estimated(42, 18, 15, 60), 49.5);
    const rule: Rule = { limit: 50, window: 60_000_000, burst: 1 };
    const arrivals = [...many(42, 0, 1_000_000), ...many(19, 75_000_000)];
    assert.equal(admitted(slidingCounter, arrivals, rule), 42 + 18);
  });

  it('decide on GCRA(100, 500) as its definition does', () => {
    // Arrivals of an exercise of Le Boudec and Thiran, Network Calculus (2001), chapter 1; decided by hand with the
    // theoretical arrival times of I.371, annex A. A tolerance of 500 at an increment of 100 is a burst of 6.
    const rule: Rule = { limit: 1, window: 100, burst: 6 };
    const even = [0, 100, 130, 160, 190, 220, 250, 280, 310, 1000, 1030];
    assert.ok(decisions(gcra, even, rule).every(Boolean));
    const groups = [0, 10, 20, 300, 310, 320, 600, 610, 620, 800, 810, 820, 1000, 1010, 1020, 1200, 1210, 1220, 1400, 1410, 1420, 1600, 1610, 1620];
    assert.deepEqual(groups.filter((_, index) => !decisions(gcra, groups, rule)[index]), [1420, 1620]);
  });

  it('keep count as RFC 2697 says, in exact arithmetic', () => {
    // "Initially full … incremented by one CIR times per second up to CBS"; a packet passes when the bucket holds it.
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      let tokens = BigInt(rule.burst * rule.window); // in parts of a token, `window` of them each
      let last = 0n;
      const expected = arrivals.map((at) => {
        tokens += (BigInt(at) - last) * BigInt(rule.limit);
        if (tokens > BigInt(rule.burst * rule.window)) tokens = BigInt(rule.burst * rule.window);
        last = BigInt(at);
        if (tokens < BigInt(rule.window)) return false;
        tokens -= BigInt(rule.window);
        return true;
      });
      assert.deepEqual(decisions(tokenBucket, arrivals, rule), expected);
    }));
  });

  it('decide alike as token bucket, meter, queue and virtual schedule', () => {
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      // Virtual scheduling, I.371 annex A, in fractions: all times × limit, so that T = window.
      let tat = 0n;
      const schedule = arrivals.map((at) => {
        const now = BigInt(at * rule.limit);
        if (tat - BigInt((rule.burst - 1) * rule.window) > now) return false;
        tat = (tat > now ? tat : now) + BigInt(rule.window);
        return true;
      });
      for (const limiter of [tokenBucket, gcra, leakyQueue]) assert.deepEqual(decisions(limiter, arrivals, rule), schedule);
    }));
  });

  it('stay exact at the largest numbers', () => {
    // A day in microseconds and 50,000 requests a day: one more tick must make the difference.
    const rule: Rule = { limit: MOST_REQUESTS, window: DAY, burst: MOST_REQUESTS };
    assert.ok(MOST_REQUESTS * DAY * 2 <= Number.MAX_SAFE_INTEGER);
    const interval = DAY / MOST_REQUESTS;
    const full = many(MOST_REQUESTS, 0);
    assert.deepEqual(decisions(tokenBucket, [...full, interval - 1, interval], rule).slice(-2), [false, true]);
    assert.deepEqual(decisions(gcra, [...full, interval - 1, interval], rule).slice(-2), [false, true]);
    const odd: Rule = { limit: 7, window: DAY - 1, burst: 1 };
    // 7 × 12,342,857,143 ≥ DAY − 1 > 7 × 12,342,857,142
    assert.deepEqual(decisions(tokenBucket, [0, 12_342_857_142, 12_342_857_143], odd), [true, false, true]);
    assert.deepEqual(decisions(slidingCounter, [...many(MOST_REQUESTS, DAY - 1), DAY, DAY + interval - 1, DAY + interval], rule).slice(-3), [false, false, true]);
  });

  it('reject in the log exactly where the limit stands in the last window', () => {
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      const passed = decisions(slidingLog, arrivals, rule);
      arrivals.forEach((now, index) => {
        const inWindow = arrivals.filter((at, before) => before < index && passed[before] === true && at > now - rule.window).length;
        assert.equal(passed[index], inWindow < rule.limit);
      });
    }));
  });

  it('count in the fixed window by its number', () => {
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      const byWindow = new Map<number, number>();
      for (const at of arrivals) byWindow.set(Math.floor(at / rule.window), (byWindow.get(Math.floor(at / rule.window)) ?? 0) + 1);
      const expected = [...byWindow.values()].reduce((sum, count) => sum + Math.min(count, rule.limit), 0);
      assert.equal(admitted(fixedWindow, arrivals, rule), expected);
    }));
  });

  it('weigh in the counter the window before, in exact fractions', () => {
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      const passed = decisions(slidingCounter, arrivals, rule);
      arrivals.forEach((now, index) => {
        const number = Math.floor(now / rule.window);
        const count = (of: number): bigint => BigInt(arrivals.filter((at, before) => before < index && passed[before] === true && Math.floor(at / rule.window) === of).length);
        const window = BigInt(rule.window);
        const left = window - (BigInt(now) - BigInt(number) * window);
        assert.equal(passed[index], count(number - 1) * left + (count(number) + 1n) * window <= BigInt(rule.limit) * window);
      });
    }));
  });

  it('never exceed the worst cases that are printed, and reach them', () => {
    const bounds: [Limiter, (rule: Rule) => number][] = [
      [fixedWindow, ({ limit }) => 2 * limit], [slidingCounter, ({ limit }) => 2 * limit - 1], [slidingLog, ({ limit }) => limit],
      [tokenBucket, ({ limit, burst }) => limit + burst - 1], [gcra, ({ limit, burst }) => limit + burst - 1], [leakyQueue, ({ limit }) => limit],
    ];
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      for (const [limiter, bound] of bounds) assert.ok(measure(limiter, arrivals, rule).most <= bound(rule));
    }));
    const rule: Rule = { limit: 10, window: 1_000, burst: 4 };
    // Silence, the limit at the last tick of a window, then a request at every tick.
    const worst = [...many(10, 999), ...many(3_000, 1_000, 1)];
    for (const [limiter, bound] of bounds) assert.equal(measure(limiter, worst, rule).most, bound(rule));
  });

  it('let the queue go on evenly, and hold nothing longer than the bucket', () => {
    fc.assert(fc.property(traceArb, ({ rule, arrivals }) => {
      const through = [...leakyQueue(arrivals, rule)].filter((at) => at !== REJECTED);
      through.forEach((at, index) => assert.ok(index === 0 || at - (through[index - 1] ?? 0) >= rule.window));
      const { longestDelay } = measure(leakyQueue, arrivals, rule);
      assert.ok(longestDelay <= (rule.burst - 1) * rule.window / rule.limit);
      assert.equal(measure(tokenBucket, arrivals, rule).longestDelay, 0);
    }));
    near(measure(leakyQueue, many(5, 0), { limit: 10, window: 1_000, burst: 5 }).longestDelay, 400);
  });

  it('count the fullest stretch as trying every beginning does', () => {
    fc.assert(fc.property(arrivalsArb(20), fc.integer({ min: 1, max: 60 }), (times, length) => {
      const tried = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + length).length));
      assert.equal(mostWithin(times, length), tried);
    }));
  });
});

const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) <= 1e-9 * expected, `${actual}`);
