/**
 * Hedged requests (Dean and Barroso, 2013): a second copy is sent when the first has not answered within a delay, and
 * the earlier answer counts. With independent copies P(T > t) = S(t) before the delay d and S(t) × S(t − d) from it on.
 */
import type { LatencyDistribution } from './distribution';

export interface Hedging {
  /** Seconds. */
  readonly delay: number;
  /** Share of requests whose slowness comes with them, so that the second copy is as slow as the first; 0: independent. */
  readonly shared: number;
}

/** Halvings of the interval: 53 for the digits of a double, the rest for where it begins. */
const HALVINGS = 100;

/** Share of requests that take longer than `latency` seconds with hedging. */
export function slowerHedged({ slower }: LatencyDistribution, { delay, shared }: Hedging, latency: number): number {
  const first = slower(latency);
  if (latency < delay) return first;
  // At the moment of sending, the second copy cannot have answered.
  const second = latency > delay ? slower(latency - delay) : 1;
  return shared * first + (1 - shared) * first * second;
}

/** Latency that the share q of hedged requests does not exceed, seconds: by halving, which also finds steps. */
export function quantileHedged(distribution: LatencyDistribution, hedging: Hedging, q: number): number {
  const slow = 1 - q;
  const alone = distribution.quantile(q);
  if (alone <= hedging.delay) return alone;
  let [low, high] = [Math.max(hedging.delay, distribution.quantile(0) / 2), alone];
  if (slowerHedged(distribution, hedging, low) <= slow) return low;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = low + (high - low) / 2;
    if (slowerHedged(distribution, hedging, middle) > slow) low = middle;
    else high = middle;
  }
  return high;
}

/** Second copies for each request. */
export const extraRequests = ({ slower }: LatencyDistribution, delay: number): number => (delay > 0 ? slower(delay) : 1);
