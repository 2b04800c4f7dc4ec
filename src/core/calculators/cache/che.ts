/**
 * Che's approximation of a cache that throws out what was used least recently (LRU): an object is in the cache if it was
 * asked for within the last `t` requests, and `t`, the characteristic time, is the one for which the cache is just full.
 * Che, Tung and Wang 2002; why it is so close: Fricker, Robert and Roberts 2012. Requests are independent of each other.
 */
import type { Catalogue } from './zipf';

/** The expected number of different objects among `time` requests. */
export function differentObjects(catalogue: Catalogue, time: number): number {
  let sum = 0;
  for (let k = 0; k < catalogue.counts.length; k += 1) sum -= (catalogue.counts[k] ?? 0) * Math.expm1(-(catalogue.popularities[k] ?? 0) * time);
  return Math.min(sum, catalogue.objects);
}

/** The share of requests for an object that was asked for within the `time` requests before. */
export function recentShare(catalogue: Catalogue, time: number): number {
  let sum = 0;
  for (let k = 0; k < catalogue.counts.length; k += 1) {
    const popularity = catalogue.popularities[k] ?? 0;
    sum -= (catalogue.counts[k] ?? 0) * popularity * Math.expm1(-popularity * time);
  }
  return Math.min(1, Math.max(0, sum));
}

/** 1 − `recentShare`, exact where that is close to 1. */
export function notRecentShare(catalogue: Catalogue, time: number): number {
  let sum = 0;
  for (let k = 0; k < catalogue.counts.length; k += 1) {
    const popularity = catalogue.popularities[k] ?? 0;
    sum += (catalogue.counts[k] ?? 0) * popularity * Math.exp(-popularity * time);
  }
  return Math.min(1, Math.max(0, sum));
}

/** Requests after which the least popular object has all but certainly been asked for. */
export const longestTime = (catalogue: Catalogue): number => 50 * catalogue.objects ** catalogue.exponent / catalogue.first;

/** Between `low` and `high`, both positive, where a rising function reaches `wanted`; by halving their ratio. */
export function solveRising(low: number, high: number, wanted: number, f: (x: number) => number): number {
  let [from, to] = [Math.log(low), Math.log(high)];
  for (let step = 0; step < 80 && to - from > 1e-14 * Math.abs(to); step += 1) {
    const middle = (from + to) / 2;
    if (f(Math.exp(middle)) < wanted) from = middle;
    else to = middle;
  }
  return Math.exp((from + to) / 2);
}

/** In requests; infinite where everything fits. @param size of the cache, in objects, from 1 */
export function characteristicTime(catalogue: Catalogue, size: number): number {
  if (size >= catalogue.objects) return Number.POSITIVE_INFINITY;
  return solveRising(size / 2, longestTime(catalogue), size, (time) => differentObjects(catalogue, time));
}

export const lruHitRatio = (catalogue: Catalogue, size: number): number =>
  size >= catalogue.objects ? 1 : recentShare(catalogue, characteristicTime(catalogue, size));

/** The least whole number of objects with which an LRU cache has the wanted hit ratio. @param wanted above 0, below 1 */
export function lruSizeFor(catalogue: Catalogue, wanted: number): number {
  const time = wanted < 0.5
    ? solveRising(wanted / 2, longestTime(catalogue), wanted, (t) => recentShare(catalogue, t))
    : solveRising(wanted / 2, longestTime(catalogue), wanted - 1, (t) => -notRecentShare(catalogue, t));
  return Math.min(catalogue.objects, Math.max(1, Math.ceil(differentObjects(catalogue, time) * (1 - 1e-10))));
}

/** The least number of most popular objects that get the wanted share of requests. */
export function idealSizeFor(catalogue: Catalogue, wanted: number, ideal: (size: number) => number): number {
  let [below, enough] = [0, catalogue.objects];
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (ideal(middle) < wanted) below = middle;
    else enough = middle;
  }
  return enough;
}
