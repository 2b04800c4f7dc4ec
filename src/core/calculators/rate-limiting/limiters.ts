/**
 * The algorithms, each as a function from arrivals (ticks, in order) to when each request is let through. That time is
 * in ticks × limit, which is whole even for the queue, whose requests leave a window / limit apart.
 */
import type { Rule } from './ticks';

export const REJECTED = -1;
/** For each arrival the time at which it goes on, in ticks × limit, or −1. */
export type Limiter = (arrivals: readonly number[], rule: Rule) => Float64Array;

/** A decision at each arrival; what is admitted goes on at once. Plain loops: the page simulates with each key stroke. */
function deciding(arrivals: readonly number[], { limit }: Rule, admits: (now: number) => boolean): Float64Array {
  const released = new Float64Array(arrivals.length);
  for (let index = 0; index < arrivals.length; index += 1) {
    const now = arrivals[index] ?? 0;
    released[index] = admits(now) ? now * limit : REJECTED;
  }
  return released;
}

/** Tokens come in at the limited rate up to the burst, at first all of them; each request takes one. */
export const tokenBucket: Limiter = (arrivals, rule) => {
  const { limit, window, burst } = rule;
  const full = burst * window;
  let tokens = full;
  let last = 0;
  return deciding(arrivals, rule, (now) => {
    tokens = Math.min(full, tokens + (now - last) * limit);
    last = now;
    if (tokens < window) return false;
    tokens -= window;
    return true;
  });
};

/**
 * The generic cell rate algorithm of ITU-T I.371, as a leaky bucket that is a meter: it drips at the limited rate, each
 * admitted request fills in one, and what finds more than burst − 1 in it is rejected. Virtual scheduling with a
 * theoretical arrival time is the same: that time is now + level / rate.
 */
export const gcra: Limiter = (arrivals, rule) => {
  const admits = meter(rule);
  return deciding(arrivals, rule, (now) => admits(now) !== undefined);
};

/** The level that an admitted request finds in the bucket, in drips; undefined when it is rejected. */
function meter({ limit, window, burst }: Rule): (now: number) => number | undefined {
  let level = 0;
  let last = 0;
  return (now) => {
    level = Math.max(0, level - (now - last) * limit);
    last = now;
    if (level > (burst - 1) * window) return undefined;
    const found = level;
    level += window;
    return found;
  };
}

/** The same bucket as a queue: a request waits until all in front of it have dripped out, so that they leave evenly. */
export const leakyQueue: Limiter = (arrivals, rule) => {
  const admits = meter(rule);
  const released = new Float64Array(arrivals.length);
  for (let index = 0; index < arrivals.length; index += 1) {
    const now = arrivals[index] ?? 0;
    const found = admits(now);
    released[index] = found === undefined ? REJECTED : now * rule.limit + found;
  }
  return released;
};

/** A counter that begins again at each multiple of the window. */
export const fixedWindow: Limiter = (arrivals, rule) => {
  const { limit, window } = rule;
  let current = -1;
  let count = 0;
  return deciding(arrivals, rule, (now) => {
    const index = Math.floor(now / window);
    if (index !== current) [current, count] = [index, 0];
    if (count >= limit) return false;
    count += 1;
    return true;
  });
};

/** The times of what was admitted in the last window: exact, and as long as the limit. */
export const slidingLog: Limiter = (arrivals, rule) => {
  const { limit, window } = rule;
  const log: number[] = [];
  let oldest = 0;
  return deciding(arrivals, rule, (now) => {
    while ((log[oldest] ?? Infinity) <= now - window) oldest += 1;
    if (log.length - oldest >= limit) return false;
    log.push(now);
    return true;
  });
};

/**
 * Two counters (Cloudflare 2017): this window's, and that of the window before, weighted with the share of it that the
 * last `window` ticks still cover. A request is admitted when the estimate with it is at most the limit.
 */
export const slidingCounter: Limiter = (arrivals, rule) => {
  const { limit, window } = rule;
  let current = -1;
  let count = 0;
  let before = 0;
  return deciding(arrivals, rule, (now) => {
    const index = Math.floor(now / window);
    if (index !== current) [before, count, current] = [index === current + 1 ? count : 0, 0, index];
    // All times the window, to stay in whole numbers.
    if (before * (window - (now - index * window)) + (count + 1) * window > limit * window) return false;
    count += 1;
    return true;
  });
};

/** The estimate of the sliding counter. @param elapsed ticks since this window began */
export const estimated = (before: number, current: number, elapsed: number, window: number): number =>
  before * (window - elapsed) / window + current;
