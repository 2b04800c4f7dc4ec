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

/** `differentObjects` and `recentShare` at once, for curves. */
export function sizeAndShare({ counts, popularities, objects }: Catalogue, time: number): readonly [size: number, share: number] {
  let [size, share] = [0, 0];
  for (let k = 0; k < counts.length; k += 1) {
    const popularity = popularities[k] ?? 0;
    const expected = (counts[k] ?? 0) * -Math.expm1(-popularity * time);
    size += expected;
    share += popularity * expected;
  }
  return [Math.min(size, objects), Math.min(1, Math.max(0, share))];
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

/**
 * Between `low` and `high`, both positive, where a rising function reaches `wanted`; an end where it does not in between. By
 * Chandrupatla's method over the logarithm, which needs a fifth of the evaluations that halving does.
 */
export function solveRising(low: number, high: number, wanted: number, f: (x: number) => number): number {
  const missing = (logarithm: number): number => f(Math.exp(logarithm)) - wanted;
  let [a, b] = [Math.log(low), Math.log(high)];
  let [fa, fb] = [missing(a), missing(b)];
  if (fa >= 0) return low;
  if (fb <= 0) return high;
  let part = 0.5;
  for (let step = 0; step < 100; step += 1) {
    const x = a + part * (b - a);
    const fx = missing(x);
    // The root lies between the new a and b; c is the point before.
    let [c, fc] = [a, fa];
    if (Math.sign(fx) !== Math.sign(fa)) [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = 1e-14 * Math.max(1, Math.abs(best)) / Math.abs(b - a);
    if (least > 0.5 || fa === 0) return Math.exp(fa === 0 ? a : best);
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    // Inverse quadratic interpolation where it is known to be safe, else halving.
    const quadratic = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    part = quadratic ? fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb) : 0.5;
    part = Math.min(1 - least, Math.max(least, part));
  }
  return Math.exp(a);
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
    // A share that is reached but for rounding is reached.
    if (ideal(middle) < wanted * (1 - 1e-12)) below = middle;
    else enough = middle;
  }
  return enough;
}
