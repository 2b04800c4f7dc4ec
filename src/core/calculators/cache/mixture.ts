/** Latency of requests of which some hit a cache and some do not: a mixture of two distributions. */
import { normalBelow } from './normal';

/** The 99th percentile of the standard normal distribution. */
const Z99 = 2.3263478740408408;

/**
 * A lognormal distribution by its median and its 99th percentile, both in seconds; one value for all where they are equal.
 * That latencies are lognormal is a usual assumption, not a law.
 */
export interface Latency { readonly median: number; readonly p99: number }

const spreadOf = ({ median, p99 }: Latency): number => Math.log(p99 / median) / Z99;

/** In seconds: median × exp(σ² / 2). */
export const meanLatency = (latency: Latency): number => latency.median * Math.exp(spreadOf(latency) ** 2 / 2);

/** The share of requests that take at most `time` seconds. */
export function shareWithin(latency: Latency, time: number): number {
  const spread = spreadOf(latency);
  if (spread === 0) return time >= latency.median ? 1 : 0;
  return normalBelow(Math.log(time / latency.median) / spread);
}

export const mixedShareWithin = (hitRatio: number, hit: Latency, miss: Latency, time: number): number =>
  hitRatio * shareWithin(hit, time) + (1 - hitRatio) * shareWithin(miss, time);

/** The time within which `share` of all requests are answered. @param share above 0, below 1 */
export function mixedPercentile(hitRatio: number, hit: Latency, miss: Latency, share: number): number {
  // Nine spreads hold all but 1e-19 of either.
  const edge = (latency: Latency, sign: number): number => Math.log(latency.median) + sign * (9 * spreadOf(latency) + 1e-9);
  let low = Math.min(edge(hit, -1), edge(miss, -1));
  let high = Math.max(edge(hit, 1), edge(miss, 1));
  for (let step = 0; step < 100 && high - low > 1e-14; step += 1) {
    const middle = (low + high) / 2;
    if (mixedShareWithin(hitRatio, hit, miss, Math.exp(middle)) < share) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
