/**
 * Waiting and response times of a queue whose wait is zero with probability 1 − P and otherwise exponential, served
 * first come, first served. Exact for M/M/c. Times are in mean service times, so that the service rate is 1.
 * Source: M. Harchol-Balter, "Performance Modeling and Design of Computer Systems", 2013, chapters 14 and 15.
 */

export interface Wait {
  /** Probability of waiting at all. */
  readonly probability: number;
  /** Mean wait of those who wait, in mean service times. */
  readonly delayed: number;
}

/** The time that a share `beyond` of all requests waits longer than; 0 where fewer have to wait. */
export function waitQuantile({ probability, delayed }: Wait, beyond: number): number {
  return probability > beyond ? Math.log(probability / beyond) * delayed : 0;
}

/** Share of requests that wait longer than `time`. */
export function waitTail({ probability, delayed }: Wait, time: number): number {
  return delayed === 0 ? 0 : probability * Math.exp(-time / delayed);
}

/**
 * Share of requests whose response, the wait and an exponential service time of mean 1 that does not depend on it,
 * takes longer than `time`. With rates r = 1 / delayed and 1 it is e^−t + P (e^−t − e^−rt) / (r − 1), and in the
 * limit r = 1 it is (1 + P t) e^−t; written with expm1 it loses nothing near that limit.
 */
export function responseTail({ probability, delayed }: Wait, time: number): number {
  const alone = Math.exp(-time);
  if (probability === 0 || delayed === 0) return alone;
  const rate = 1 / delayed;
  const gap = Math.abs(rate - 1);
  const spread = gap === 0 ? time : -Math.expm1(-gap * time) / gap;
  return alone + probability * Math.exp(-Math.min(rate, 1) * time) * spread;
}

/** The response time, in mean service times, that a share `beyond` of all requests exceeds. */
export function responseQuantile(wait: Wait, beyond: number): number {
  // A response takes at least the service, and exceeds the sum of two quantiles only if one of its parts does.
  let low = -Math.log(beyond);
  let high = waitQuantile(wait, beyond / 2) - Math.log(beyond / 2);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (responseTail(wait, middle) > beyond) low = middle;
    else high = middle;
  }
}
