/**
 * A cache of which a share was lost fills again from its misses, as many as the backend answers. What it cannot answer is
 * refused, at random and not asked again. Objects that were asked for within the characteristic time are in the cache (che.ts);
 * in that time nothing is thrown out. Counted in requests that were served: after `served` of them, an object that was
 * lost is back with probability 1 − exp(−popularity·served), and differentObjects(served) have been fetched for good.
 */
import { characteristicTime, differentObjects, longestTime, notRecentShare, solveRising } from './che';
import type { Catalogue } from './zipf';

export interface Recovery {
  readonly catalogue: Catalogue;
  /** Of the whole cache, in objects. */
  readonly size: number;
  /** Requests a second. */
  readonly rate: number;
  /** Misses a second that the backend answers. */
  readonly capacity: number;
  /** The share of the objects, and of their requests, that is lost: 1 is all. */
  readonly lost: number;
  /** Of the full cache. */
  readonly hitRatio: number;
}

/** Misses a second that arrive when `served` requests have been served since the loss. */
export function missesAfter({ catalogue, rate, lost, hitRatio }: Recovery, served: number): number {
  return rate * ((1 - lost) * (1 - hitRatio) + lost * Math.max(1 - hitRatio, notRecentShare(catalogue, served)));
}

/** Served requests until the misses are no more than the backend answers. */
export function servedUntilSafe(recovery: Recovery): number {
  const { capacity, catalogue, size } = recovery;
  if (missesAfter(recovery, 0) <= capacity) return 0;
  return solveRising(1e-9, Math.min(characteristicTime(catalogue, size), longestTime(catalogue)), -capacity, (served) => -missesAfter(recovery, served));
}

/** Served requests until the hit ratio is `part` of what it was. */
export function servedUntilWarm({ catalogue, lost, hitRatio, size }: Recovery, part: number): number {
  const wanted = hitRatio * (1 - (1 - part) / lost);
  if (wanted <= 0) return 0;
  return solveRising(1e-9, Math.min(characteristicTime(catalogue, size), longestTime(catalogue)), wanted - 1, (served) => -notRecentShare(catalogue, served));
}

/** Seconds that pass until `served` requests are served: while misses are refused, the backend's capacity decides. */
export function timeToServe(recovery: Recovery, served: number, safe: number): number {
  const { catalogue, rate, capacity, lost, hitRatio } = recovery;
  const limited = Math.min(served, safe);
  const fetched = (1 - lost) * (1 - hitRatio) * limited + lost * differentObjects(catalogue, limited);
  return fetched / capacity + Math.max(0, served - safe) / rate;
}
